"""Offices: how an office is joined with its body, country or place in English and Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.entities.demonyms import DEMONYMS
from translate.row import Entity

# Names of countries that English gives an article.
WITH_ARTICLE = re.compile(
    r"(?:United|European Union|Philippines|Netherlands|Maldives|Bahamas|Vatican|Gambia|UK$|US$|EU$|UN$"
    r"|.*(?:Republic|Federation|Kingdom|Emirates|Islands)\b)"
)
# What an office may begin with: it stays in front of the country.
BEFORE_TITLE = re.compile(
    "(?:former|late|Acting|acting|interim|then|incoming|rotating|Honorary|newly elected|new) "
)
# Where a committee's place goes.
LOCAL_BODY = re.compile(
    r"\bthe (?=(?:provincial|municipal|city|district|commune|ward|Provincial|Municipal|City|District|"
    r"People's (?:Committee|Council)|Party Committee|Department of|National Assembly Deputy|"
    r"(?:Vietnam )?Fatherland Front Committee)\b)"
)
LOCAL_WORD = re.compile("provincial|municipal|city|district|commune|ward|Provincial|Municipal|City|District")
CITY_OFFICE = re.compile(
    "(?:Deputy |Vice |Permanent |First )*(?:Mayor|Governor|Chair(?:man|woman)?|Secretary|Party Secretary)"
)
# What is called a State President at home is plainly a President elsewhere.
ABROAD = {"State President": "President", "State Vice President": "Vice President"}
OWN_TITLES = {
    ("Germany", "Prime Minister"): "Chancellor", ("Austria", "Prime Minister"): "Chancellor",
    ("United States", "Minister of National Defence"): "Secretary of Defence",
    ("United States", "Minister of Defence"): "Secretary of Defence",
    ("United States", "Finance Minister"): "Secretary of the Treasury",
    ("United States", "Minister of Finance"): "Secretary of the Treasury",
    ("United States", "Minister of Commerce"): "Secretary of Commerce",
    ("Japan", "President of the Senate"): "President of the House of Councillors",
}  # fmt: skip
NATIONAL_DEFENCE = frozenset(
    ["Vietnam", "Laos", "Cambodia", "China", "Republic of Korea", "South Korea", "Canada"]
)


def with_article(place: str) -> str:
    """A country as it stands within a sentence: the United States, the Philippines, Laos."""
    return f"the {place}" if WITH_ARTICLE.match(place) else place


PARLIAMENTS = ("Quốc hội", "Nghị viện", "Hạ viện", "Thượng viện")
COMMITTEE = re.compile(r"\b(?:Committee|Council|Commission)\b(?!.*\b(?:Office|Department)\b)")


def joined(title: str, name: str) -> str:
    """A Vietnamese office and what it belongs to, the words that both say said once: Chủ tịch Hội + Hội …."""
    if title.endswith(" Hội") and not name.startswith("Hội "):
        # 会长 is the head of a Hội, but also of a Hiệp hội.
        title = title.removesuffix(" Hội")
    if title.endswith(" Quốc hội") and name.startswith(PARLIAMENTS):
        title = title.removesuffix(" Quốc hội")
    if title.endswith("Tổng Lãnh sự") and name.startswith("Tổng Lãnh sự quán"):
        # The deputy of the one who heads the consulate, not of the consulate.
        return f"{title}{name.removeprefix('Tổng Lãnh sự quán')}"
    head, tail = title.split(" "), name.split(" ")
    shared = next((n for n in range(min(len(head), len(tail)), 0, -1) if head[-n:] == tail[:n]), 0)
    return " ".join([*head, *tail[shared:]])


def of_body(body: Entity, title: Entity) -> tuple[str, str]:
    """An office and its body: Minister of Health, Deputy Head of the Office / Thứ trưởng Bộ Y tế."""
    en, vi = headed(body, title.en, title.vi)
    if re.search(r"\bPrime Minister$", en) and body.en.endswith("Government"):
        return f"{body.en.removesuffix('Government')}{en}", joined(vi, body.vi)
    if en.endswith("Prime Minister"):
        # 国务院总理 is Premier in English.
        rank = en.removesuffix("Prime Minister").replace("Deputy", "Vice")
        office = f"{rank}Premier" if "State Council" in body.en else en
        return f"{office} of the {body.en}", joined(vi, body.vi)
    ministry = re.fullmatch(r"(?P<whose>.*?)\bMinistry (?P<of>of|for) (?P<field>.+)", body.en)
    if COMMITTEE.search(body.en) and en.endswith("Director"):
        en = f"{en.removesuffix('Director').replace('Deputy', 'Vice')}Chairman"
    if ministry and re.search(r"\bMinister$", en):
        english = f"{ministry['whose']}{en} {ministry['of']} {ministry['field']}"
    elif re.search(r"\bMinister$", en):
        english = f"{en[: -len('Minister')]}Head of the {body.en}"
    else:
        english = f"{en} of the {body.en}" if needs_article(body.en) else f"{en} of {body.en}"
    vietnamese = joined(vi, body.vi)
    board = re.match(r"Ban (.+)", body.vi)
    if board and re.search(r"(?:Bộ|Thứ) trưởng", vi):
        head = "Phó Trưởng Ban" if "Thứ trưởng" in vi else "Trưởng Ban"
        vietnamese = f"{head} {board[1]}"
    elif body.vi.startswith("Văn phòng") and vi in ("Chủ nhiệm", "Phó Chủ nhiệm"):
        head = "Phó Chánh" if vi.startswith("Phó") else "Chánh"
        vietnamese = f"{head} {body.vi}"
    return english, vietnamese


# Who heads what, where 院长 and 主任 alone say less: court, academy, hospital, centre.
HEADS_OF = (
    (re.compile("Tòa án"), "Director", "Chief Judge", "Viện trưởng", "Chánh án"),
    (re.compile("Viện kiểm sát"), "Prosecutor General", "Chief Prosecutor", "", ""),
    (re.compile("Học viện|Bệnh viện|Trung tâm|Bảo tàng"), "", "", "Viện trưởng", "Giám đốc"),
    (re.compile("Trung tâm|Ban Quản lý"), "Chairman", "Director", "Chủ nhiệm", "Giám đốc"),
    (re.compile("Vụ "), "", "", "Cục trưởng", "Vụ trưởng"),
    (re.compile("Tổng cục "), "", "", "Cục trưởng", "Tổng cục trưởng"),
    (re.compile("Sở "), "Director General", "Director", "Cục trưởng", "Giám đốc"),
    (re.compile("Công an"), "Director General", "Director", "Cục trưởng", "Giám đốc"),
    (re.compile("Ban Chỉ đạo|Ban Tổ chức"), "Chairman", "Head", "Chủ nhiệm", "Trưởng Ban"),
    (re.compile("Ban Chỉ đạo|Ban Tổ chức"), "Director", "Head", "Chủ tịch", "Trưởng Ban"),
    (re.compile("Chi nhánh"), "Governor", "Director", "Thống đốc", "Giám đốc"),
    (
        re.compile("Ngân hàng (?!Nhà nước|Trung ương|Thế giới|Phát triển châu)"),
        "Governor",
        "General Director",
        "Thống đốc",
        "Tổng Giám đốc",
    ),
)
COMMITTEE_OF_STATE = re.compile("Supreme")


def headed(body: Entity, en: str, vi: str) -> tuple[str, str]:
    """An office as it is called at such a body: the 院长 of a hospital is its Giám đốc."""
    for kind, general_en, own_en, general_vi, own_vi in HEADS_OF:
        if not kind.match(body.vi):
            continue
        if general_en and en.endswith(general_en) and not COMMITTEE_OF_STATE.match(body.en):
            en = en.removesuffix(general_en) + own_en
        if general_vi and vi.removesuffix(" Thường trực").lower().endswith(general_vi.lower()):
            standing = " Thường trực" if vi.endswith(" Thường trực") else ""
            rest = vi.removesuffix(standing)[: -len(general_vi)]
            vi = f"{rest}{own_vi}{standing}"
    return en, vi


STORM = re.compile(r"(?:(?:Super|Severe) )?(?:Typhoon|Tropical (?:Storm|Depression)|Storm) ")


def needs_article(name: str) -> bool:
    """Whether an English body takes the: not where it is a single proper name or an acronym of a firm."""
    if name[-1].isdigit() or STORM.match(name):
        return False
    return " " in name or name in ("EU", "UN", "Government", "Party", "Politburo", "State")


# A title that names a part of a country already.
WITHIN = re.compile(
    r" of (?:the )?(?=[A-Z][\w' -]*? (?:province|city|prefecture|state|Autonomous Region|provincial|municipal"
    r"|ward|commune|district|township)\b)"
)


def of_place(place: str, title: str, *, is_country: bool) -> str:
    """An office and its country, province or city in English.

    Quang Ninh: Chairman of the Quang Ninh provincial People's Committee. China: Chinese President.
    """
    before = BEFORE_TITLE.match(title)
    if before:
        return f"{before[0]}{of_place(place, title[before.end() :], is_country=is_country)}"
    within = WITHIN.search(title)
    if within and place != "Vietnam":
        return f"{title[: within.start()]} of {with_article(place)}'s {title[within.end() :]}"
    committee = LOCAL_BODY.search(title)
    if committee:
        start = committee.end()
        if place.endswith("City"):
            title = f"{title[:start]}{title[start:].removeprefix('municipal ')}"
        inner = place if LOCAL_WORD.match(title, start) else provincial(place)
        return f"{title[:start]}{inner} {title[start:]}"
    if not is_country:
        if CITY_OFFICE.fullmatch(title):
            return f"{title} of {'the ' if place.endswith('Region') else ''}{place}"
        return f"{place} {title}"
    demonym = DEMONYMS.get(place, place)
    if demonym in title:
        return title
    if place != "Vietnam":
        title = ABROAD.get(title, title)
    if (place, title) in OWN_TITLES:
        return f"{demonym} {OWN_TITLES[place, title]}"
    if place not in NATIONAL_DEFENCE:
        title = title.replace("National Defence", "Defence")
    last = title.rfind(" of the ")
    if last > 0 and " Minister " not in f" {title} ":
        start = last + len(" of the ")
        return f"{title[:start]}{demonym} {title[start:]}"
    return f"{demonym} {title}"


def provincial(place: str) -> str:
    """A province or city before what belongs to it: Quang Ninh provincial, Can Tho municipal."""
    for noun, adjective in (("province", "provincial"), ("city", "municipal"), ("City", "City")):
        if place.endswith(f" {noun}"):
            return f"{place.removesuffix(noun)}{adjective}"
    return place


def in_place(title: str, place: str, *, within: str = "") -> str:
    """A Vietnamese office and its place: before the tại of a post, else behind.

    ``within`` says that the office names a part of it already, and how it is set behind: ({}) or a comma.
    """
    if place.startswith("Khu tự trị"):
        title = title.replace("Đảng ủy", "Khu ủy")
    if within:
        return f"{title}{within.format(place)}"
    office, post, where = title.partition(" tại ")
    return f"{joined(office, place)}{post}{where}"


IRREGULAR = {
    "Chairman": "Chairmen",
    "Secretary": "Secretaries",
    "Ministry": "Ministries",
    "Assembly": "Assemblies",
}


def plural(title: str) -> str:
    """An office or body as several countries have it: Prime Ministers, Ministries of Health."""
    head, of, tail = title.partition(" of ")
    first, _, last = head.rpartition(" ")
    last = IRREGULAR.get(last, f"{last}s")
    return f"{f'{first} ' if first else ''}{last}{of}{tail}"


def of_several(title: str, places: Sequence[str]) -> str:
    """An office or body of several countries: Foreign Ministers of Laos, Cambodia and Vietnam."""
    names = [with_article(place) for place in places]
    return f"{plural(title)} of {', '.join(names[:-1])} and {names[-1]}"


def grown(text: str, title: Entity, start: int, en: str, vi: str) -> Entity:
    """The title reaching back to ``start``, with new renderings."""
    return replace(title, zh=text[start : title.end], start=start, en=en, vi=vi, source="rule", accepted={})
