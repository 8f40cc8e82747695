"""Institutes of country studies and commissions that two countries run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.entities.demonyms import DEMONYMS
from translate.entities.fields import Fields
from translate.entities.figures import HAN_DIGIT, integer
from translate.row import Entity, EntityType

INSTITUTES = {
    "研究所": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "研究院": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "问题研究所": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "问题研究院": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "研究中心": ("Centre for {} Studies", "Trung tâm Nghiên cứu {}"),
    "问题研究中心": ("Centre for {} Studies", "Trung tâm Nghiên cứu {}"),
}
# A department of a foreign ministry by its part of the world.
DEPARTMENT = re.compile("司(?=副?司长|代理司长|负责人|领导|[，。、；）和与]|$)")
# Branches of the State Bank by their number.
BRANCH = re.compile(rf"第(?P<number>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})(?:区域|地区)分行")
PAIRED = {
    "友好协会": ("{} Friendship Association", "Hội Hữu nghị {}"),
    "友好议员小组": ("{} Friendship Parliamentarians' Group", "Nhóm Nghị sĩ hữu nghị {}"),
    "商会": ("{} Chamber of Commerce", "Phòng Thương mại {}"),
    "企业协会": ("{} Business Association", "Hiệp hội Doanh nghiệp {}"),
    "友谊医院": ("{} Friendship Hospital", "Bệnh viện Hữu nghị {}"),
}
PAIR = re.compile("|".join(sorted(PAIRED, key=len, reverse=True)))
INSTITUTE = re.compile("|".join(sorted(INSTITUTES, key=len, reverse=True)))
# Regions, and countries that stand before studies otherwise than before an office: US, RoK, UK.
STUDIED = {
    "Southeast Asia": "Southeast Asian",
    "Asia": "Asian",
    "Europe": "European",
    "Africa": "African",
    "Latin America": "Latin American",
    "United States": "American",
    "Republic of Korea": "Korean",
    "South Korea": "Korean",
    "United Kingdom": "British",
}
COMMISSIONS = {
    "合作联合委员会": ("Joint Commission on {} Cooperation", "Ủy ban Hỗn hợp về hợp tác {}"),
    "合作混合委员会": ("Joint Commission on {} Cooperation", "Ủy ban Hỗn hợp về hợp tác {}"),
    "合作政府间委员会": (
        "Intergovernmental Commission on {} Cooperation",
        "Ủy ban liên Chính phủ về hợp tác {}",
    ),
    "合作委员会": ("{} Cooperation Committee", "Ủy ban hợp tác {}"),
    "合作指导委员会": ("Steering Committee for {} Cooperation", "Ủy ban Chỉ đạo hợp tác {}"),
    "联合委员会": ("Joint Committee on {}", "Ủy ban Hỗn hợp về {}"),
}
ENDINGS = "|".join(sorted(COMMISSIONS, key=len, reverse=True))
COMMISSION = re.compile(rf"(?P<field>[\u3400-\u9fff、]{{2,20}}?)(?P<kind>{ENDINGS})")


def institutes(text: str, places: Sequence[Entity]) -> Iterator[Entity]:
    """Institutes and departments named by a part of the world, branches by a number, in a Simplified text."""
    for branch in BRANCH.finditer(text):
        number = integer(branch["number"])
        yield body(
            text, branch.start(), branch.end(), f"Region {number} Branch", f"Chi nhánh Khu vực {number}"
        )
    for place in places:
        paired = PAIR.match(text, place.end)
        if paired is not None and "–" in place.en:
            en, vi = PAIRED[paired[0]]
            yield body(text, place.start, paired.end(), en.format(place.en), vi.format(place.vi))
        department = DEPARTMENT.match(text, place.end)
        if department is not None:
            yield body(text, place.start, department.end(), f"{place.en} Department", f"Vụ {place.vi}")
        match = INSTITUTE.match(text, place.end)
        if match is not None:
            en, vi = INSTITUTES[match[0]]
            country = place.en.removeprefix("the ")
            studied = STUDIED.get(country) or DEMONYMS.get(country, country)
            yield body(text, place.start, match.end(), en.format(studied), vi.format(place.vi))


def commissions(text: str, pairs: Sequence[Entity], fields: Fields) -> Iterator[Entity]:
    """Commissions of two countries by their fields, behind a pair such as 越柬 (character offsets)."""
    for pair in pairs:
        match = COMMISSION.match(text, pair.end)
        field = fields.qualities(match["field"]) if match is not None else None
        if match is not None and field is not None:
            en, vi = COMMISSIONS[match["kind"]]
            yield body(
                text,
                pair.start,
                match.end(),
                f"{pair.en} {en.format(field.en)}",
                f"{vi.format(field.vi)} {pair.vi}",
            )


def body(text: str, start: int, end: int, en: str, vi: str) -> Entity:
    """A body that a rule names."""
    return Entity(text[start:end], start, end, EntityType.ORGANISATION, en, vi, source="rule")
