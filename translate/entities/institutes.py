"""Institutes of country studies and commissions that two countries run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.entities.demonyms import DEMONYMS
from translate.entities.fields import Fields
from translate.row import Entity, EntityType

INSTITUTES = {
    "研究所": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "研究院": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "问题研究所": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "问题研究院": ("Institute of {} Studies", "Viện Nghiên cứu {}"),
    "研究中心": ("Centre for {} Studies", "Trung tâm Nghiên cứu {}"),
    "问题研究中心": ("Centre for {} Studies", "Trung tâm Nghiên cứu {}"),
}
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
    """Institutes named by the country they study, behind a place in a Simplified text (character offsets)."""
    for place in places:
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
