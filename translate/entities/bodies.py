"""Bodies: departments, associations, schools and companies put together from field and kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from translate.entities.fields import Field, Fields
from translate.row import Entity, EntityType

# Kind of body: the English name and the Vietnamese one. What belongs to an authority, and what to a country.
DEPARTMENTS = {
    "局": ("Department of {}", "Cục {}"),
    "司": ("Department of {}", "Vụ {}"),
    "总局": ("General Department of {}", "Tổng cục {}"),
    "管理局": ("{} Administration", "Cục Quản lý {}"),
    "监管局": ("{} Surveillance Department", "Cục Quản lý {}"),
    "监督管理局": ("{} Surveillance Department", "Cục Quản lý {}"),
    "厅": ("Department of {}", "Sở {}"),
    "研究中心": ("{} Research Centre", "Trung tâm Nghiên cứu {}"),
    "管理委员会": ("Management Board of {}", "Ban Quản lý {}"),
    "管委会": ("Management Board of {}", "Ban Quản lý {}"),
    "指导委员会": ("Steering Committee for {}", "Ban Chỉ đạo {}"),
    "大学": ("University of {}", "Trường Đại học {}"),
    "学院": ("Academy of {}", "Học viện {}"),
}
SOCIETIES = {
    "协会": ("{} Association", "Hiệp hội {}"),
    "学会": ("{} Society", "Hội {}"),
    "联合会": ("{} Federation", "Liên đoàn {}"),
    "基金会": ("{} Foundation", "Quỹ {}"),
    "研究中心": ("{} Research Centre", "Trung tâm Nghiên cứu {}"),
    "管理委员会": ("Management Board of {}", "Ban Quản lý {}"),
    "管委会": ("Management Board of {}", "Ban Quản lý {}"),
    "指导委员会": ("Steering Committee for {}", "Ban Chỉ đạo {}"),
    "局": ("Department of {}", "Cục {}"),
    "总局": ("General Department of {}", "Tổng cục {}"),
    "管理局": ("{} Administration", "Cục Quản lý {}"),
    "大学": ("University of {}", "Trường Đại học {}"),
    "学院": ("Academy of {}", "Học viện {}"),
    "博物馆": ("Museum of {}", "Bảo tàng {}"),
    "出版社": ("{} Publishing House", "Nhà xuất bản {}"),
    "股份公司": ("{} Joint Stock Company", "Công ty Cổ phần {}"),
    "总公司": ("{} Corporation", "Tổng công ty {}"),
    "有限公司": ("{} Company Limited", "Công ty TNHH {}"),
    "有限责任公司": ("{} Company Limited", "Công ty TNHH {}"),
    "责任有限公司": ("{} Company Limited", "Công ty TNHH {}"),
    "股份商业银行": ("{} Commercial Joint Stock Bank", "Ngân hàng Thương mại cổ phần {}"),
    "商业股份银行": ("{} Commercial Joint Stock Bank", "Ngân hàng Thương mại cổ phần {}"),
}
# What may as well be any of its kind, unless the one who heads it follows or its short name in brackets.
ANY_OF_ITS_KIND = {
    "公司": ("{} Company", "Công ty {}"),
    "集团": ("{} Group", "Tập đoàn {}"),
    "银行": ("{} Bank", "Ngân hàng {}"),
    "医院": ("{} Hospital", "Bệnh viện {}"),
    "中心": ("{} Centre", "Trung tâm {}"),
}
HEADED = (
    "(?=(?:原|前|代理|代|名誉|常务|第一|候任)?副?(?:董事长|总经理|经理|总裁|行长|院长|校长|主任|主席|会长|所长|总监|首席|负责人"
    "|首席执行官|首席代表|创始人|秘书长)|[（(][A-Z])"
)
FIELD = r"(?P<field>[\u3400-\u9fff、]{2,24}?)"


def either(kinds: Iterable[str]) -> str:
    """A pattern for any of the kinds, the longer ones first."""
    return "|".join(sorted(kinds, key=len, reverse=True))


NO_KIND_GOES_ON = "(?![限长部面势机])"
OF_A_COUNTRY = re.compile(
    rf"{FIELD}(?:(?P<kind>{either(SOCIETIES)}){NO_KIND_GOES_ON}|(?P<any>{either(ANY_OF_ITS_KIND)}){HEADED})"
)
OF_AN_AUTHORITY = re.compile(rf"{FIELD}(?P<kind>{either(DEPARTMENTS)})(?![限部面势机])")
# The State's and the Party's own bodies say so first.
STATE = re.compile(
    r"(?P<owner>国家|中央)(?P<field>[\u3400-\u9fff、]{2,24}?)(?P<kind>指导委员会|委员会)(?!书记|委员)"
)
OWNERS = {"国家": ("National", "quốc gia"), "中央": ("Central", "Trung ương")}
STATE_KINDS = {
    "指导委员会": ("{owner} Steering Committee for {field}", "Ban Chỉ đạo {owner} về {field}"),
    "委员会": ("{owner} Committee for {field}", "Ủy ban {owner} về {field}"),
}
# What every country has one of, by a name of its own.
USUAL = {
    "警察局": ("Police Department", "Sở Cảnh sát"),
    "移民局": ("Immigration Bureau", "Cục Di trú"),
    "统计局": ("Statistics Office", "Cơ quan Thống kê"),
    "气象局": ("Meteorological Agency", "Cơ quan Khí tượng"),
    "地质调查局": ("Geological Survey", "Cục Khảo sát Địa chất"),
    "税务局": ("Tax Department", "Cục Thuế"),
    "综合医院": ("General Hospital", "Bệnh viện Đa khoa"),
    "总医院": ("General Hospital", "Bệnh viện Đa khoa"),
    "海关署": ("Customs Administration", "Cơ quan Hải quan"),
    "农业学院": ("Academy of Agriculture", "Học viện Nông nghiệp"),
}
USUALLY = re.compile(f"(?:{either(USUAL)}){NO_KIND_GOES_ON}")
# A field that tells no body from another, and words that are no field.
COMMON = re.compile(
    "^(?:商业|行业|中央|外资|企业|投资|国有|民营|私营|私立|公立|综合|重点|大型|有关|相关|人民|党|代理|名誉|第一|候任|常务|指导|组织|管理|联合|合作|技术|专家|专门|科学|公共|地方|合资|保险|证券)$"
)
BELONGING = ("所属", "下属", "直属", "附属")
PLACE_GOES_ON = re.compile("[省市县区州郡国](?!场|家|际|防|民|营)")
PARTY = re.compile("[党省市县]委|人民|阵线|常务|国会|党部|中央|政治$")
COMBAT = re.compile("^(?:预防和打击|预防与打击|防治|防范和打击|防止|反对|反)")


def bodies(
    text: str, places_end: Collection[int], bodies_end: Collection[int], fields: Fields
) -> Iterator[Entity]:
    """Such bodies in a Simplified text, behind a place or another body (character offsets)."""
    for start in sorted(set(places_end)):
        if usual := USUALLY.match(text, start):
            yield body(usual, *USUAL[usual[0]])
    for ends, pattern, kinds in (
        (places_end, OF_A_COUNTRY, SOCIETIES | ANY_OF_ITS_KIND),
        (bodies_end, OF_AN_AUTHORITY, DEPARTMENTS),
    ):
        for end in sorted(set(ends)):
            start = end + 2 if text[end : end + 2] in BELONGING else end
            match = None if PLACE_GOES_ON.match(text, start) else pattern.match(text, start)
            if match is None or COMMON.match(match["field"]) or PARTY.search(match["field"]):
                continue
            field = fields.named(match["field"])
            if field is not None:
                kind = match.groupdict().get("any") or match["kind"]
                yield body(match, *(form.format(name) for form, name in paired(kinds[kind], field)))
    for match in STATE.finditer(text):
        combat = COMBAT.match(match["field"])
        words = match["field"][combat.end() :] if combat else match["field"]
        field = None if PARTY.search(words) or COMMON.match(words) or not words else fields.named(words)
        if field is None:
            continue
        if combat:
            field = Field(f"Prevention and Control of {field.en}", f"phòng, chống {field.vi}")
        (en, vi), (owner_en, owner_vi) = STATE_KINDS[match["kind"]], OWNERS[match["owner"]]
        lowered = field.vi[:1].lower() + field.vi[1:]
        yield body(match, en.format(owner=owner_en, field=field.en), vi.format(owner=owner_vi, field=lowered))


def paired(forms: tuple[str, str], field: Field) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each language's form with the field in that language."""
    return (forms[0], field.en), (forms[1], field.vi)


def body(match: re.Match[str], en: str, vi: str) -> Entity:
    """A body that a rule names."""
    return Entity(match[0], match.start(), match.end(), EntityType.ORGANISATION, en, vi, source="rule")
