"""Assemblies: party congresses, central committees and legislatures by their number."""

from __future__ import annotations

import re

from translate.entities.figures import EN, HAN_DIGIT, VI, Finder, entity_of, integer
from translate.entities.numerals import ordinal, roman
from translate.row import Entity, EntityType, Target

EVENT, BODY, TITLE = EntityType.EVENT, EntityType.ORGANISATION, EntityType.TITLE
# Parties: English and Vietnamese, the first standing for the party whose congress needs no name.
OWN = ("Party", "Đảng")
PARTIES = {
    "越南共产党": ("Communist Party of Vietnam", "Đảng Cộng sản Việt Nam"),
    "越共": OWN,
    "党的": OWN,
    "党": OWN,
    "中国共产党": ("Communist Party of China", "Đảng Cộng sản Trung Quốc"),
    "中共": ("Communist Party of China", "Đảng Cộng sản Trung Quốc"),
    "老挝人民革命党": ("Lao People's Revolutionary Party", "Đảng Nhân dân Cách mạng Lào"),
    "古巴共产党": ("Communist Party of Cuba", "Đảng Cộng sản Cuba"),
    "柬埔寨人民党": ("Cambodian People's Party", "Đảng Nhân dân Campuchia"),
}
COUNTRIES = {"越南": ("Vietnam", "Việt Nam"), "老挝": ("Laos", "Lào"), "柬埔寨": ("Cambodia", "Campuchia")}

NUMBER = rf"(?:[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
PARTY = f"(?:{'|'.join(sorted(PARTIES, key=len, reverse=True))})"
CONGRESS = re.compile(
    rf"(?P<party>{PARTY})?(?:第(?P<number>{NUMBER})[次届]全国代表大会|第?(?P<short>[{HAN_DIGIT}十]{{1,3}})大"
    r"(?![家会学部量型力的小事众批多战使道街米选桥厦])|第(?P<whole>[二三四五六七八九十]{2,3})次党代会)"
)
PLENUM = re.compile(
    rf"(?P<party>{PARTY})?(?:第?(?P<term>{NUMBER})届(?:(?P<short>[{HAN_DIGIT}十]{{1,3}})中全会"
    rf"|(?P<inner>越共|中共)?中央(?:委员会)?(?:第(?P<number>{NUMBER})次(?:中央)?(?:全体会议|全会|会议))?))"
)
PARLIAMENT = re.compile(
    rf"(?P<country>{'|'.join(COUNTRIES)})?(?:第(?P<term>{NUMBER})届)?国会"
    rf"(?:第(?P<session>{NUMBER})次(?P<kind>特别|非常)?会议|(?P<deputies>代表)(?!团|大会))?"
)


def congress(match: re.Match[str]) -> Entity | None:
    """越南共产党第十四次全国代表大会, 越共十四大, 十四大."""
    short = match["short"]
    number = integer(match["number"] or short or match["whole"])
    # 三大, 四大 are kinds of things.
    if not number or number > 39 or (short and not match["party"] and number <= 10):
        return None
    en, vi = PARTIES.get(match["party"] or "", ("", ""))
    if short or match["whole"]:
        en, vi = (en, vi) if en else OWN
        english = "National Party Congress" if (en, vi) == OWN else f"National Congress of the {en}"
        text = f"Đại hội {roman(number)} của {vi}"
        longer = f"Đại hội lần thứ {roman(number)} của {vi}"
        return entity_of(match, EVENT, f"{ordinal(number, EN)} {english}", text, "", {VI: (longer,)})
    english = f"{ordinal(number, EN)} National Congress"
    vietnamese = f"Đại hội đại biểu toàn quốc lần thứ {roman(number)}"
    if not en:
        return entity_of(match, EVENT, english, vietnamese, "")
    full = PARTIES["越南共产党"] if (en, vi) == OWN and match["party"] == "越共" else (en, vi)
    name = f"{english} of the {full[0]}"
    # The glossary's own line for such a congress leaves the của out.
    forms: dict[Target, tuple[str, ...]] = {
        EN: (f"{ordinal(number, EN)} National Party Congress",),
        VI: (f"{vietnamese} {full[1]}", f"{vietnamese} của Đảng", f"Đại hội {roman(number)} của Đảng"),
    }
    return entity_of(match, EVENT, name, f"{vietnamese} của {full[1]}", "", forms)


def plenum(match: re.Match[str]) -> Entity | None:
    """越共第十三届中央委员会第十次全体会议, 十三届十中全会, 十四届中央委员会."""
    term, number = integer(match["term"]), integer(match["number"] or match["short"])
    if not term or term > 39:
        return None
    party, vi = PARTIES.get(match["party"] or match["inner"] or "党", OWN)
    own = (party, vi) == OWN or party.endswith("Vietnam")
    committee = f"{ordinal(term, EN)} {'Party' if own else party} Central Committee"
    tail = "" if own else f" {vi}"
    body = f"Ban Chấp hành Trung ương {'Đảng' if own else vi} khóa {roman(term)}"
    if number is None:
        return entity_of(match, BODY, committee, body, "") if "委员会" in match[0] else None
    accepted = {VI: (f"Hội nghị lần thứ {number} {body}", f"Hội nghị lần thứ {number}")}
    english = f"{ordinal(number, EN)} plenum of the {committee}"
    return entity_of(
        match, EVENT, english, f"Hội nghị Trung ương {number} khóa {roman(term)}{tail}", "", accepted
    )


def parliament(match: re.Match[str]) -> Entity | None:
    """第十五届国会, 越南第16届国会, 第十五届国会第十次会议, 国会第十次会议."""
    term, session = integer(match["term"]), integer(match["session"])
    if (match["term"] and not (term and term <= 39)) or not (term or session):
        return None
    country_en, country_vi = COUNTRIES.get(match["country"] or "", ("", ""))
    name = f"{ordinal(term, EN)} National Assembly" if term else "National Assembly"
    en = f"{name} of {country_en}" if country_en else name
    vi = " ".join(filter(None, ("Quốc hội", country_vi, f"khóa {roman(term)}" if term else "")))
    if session:
        kind_en, kind_vi = ("extraordinary ", " bất thường") if match["kind"] else ("", "")
        english = f"{ordinal(session, EN)} {kind_en}session of the {en}"
        return entity_of(
            match, EVENT, english, f"Kỳ họp{kind_vi} thứ {session}{',' if term else ' của'} {vi}", ""
        )
    if match["deputies"]:
        return entity_of(match, TITLE, f"deputy of the {en}", f"đại biểu {vi}", "")
    return entity_of(match, BODY, en, vi, "")


FINDERS: tuple[Finder, ...] = ((CONGRESS, congress), (PLENUM, plenum), (PARLIAMENT, parliament))
