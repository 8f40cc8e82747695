"""Offices: how an office is joined with its body, country or place in English and Vietnamese."""

from __future__ import annotations

import re

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
    r"Fatherland Front Committee)\b)"
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
    head, tail = title.split(" "), name.split(" ")
    shared = next((n for n in range(min(len(head), len(tail)), 0, -1) if head[-n:] == tail[:n]), 0)
    return " ".join([*head, *tail[shared:]])


def of_body(body: Entity, title: Entity) -> tuple[str, str]:
    """An office and its body: Minister of Health, Deputy Head of the Office / Thứ trưởng Bộ Y tế."""
    en, vi = title.en, title.vi
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


STORM = re.compile(r"(?:(?:Super|Severe) )?(?:Typhoon|Tropical (?:Storm|Depression)|Storm) ")


def needs_article(name: str) -> bool:
    """Whether an English body takes the: not where it is a single proper name or an acronym of a firm."""
    if name[-1].isdigit() or STORM.match(name):
        return False
    return " " in name or name in ("EU", "UN", "Government", "Party", "Politburo", "State")


def of_place(place: str, title: str, *, is_country: bool) -> str:
    """An office and its country, province or city in English.

    Quang Ninh: Chairman of the Quang Ninh provincial People's Committee. China: Chinese President.
    """
    before = BEFORE_TITLE.match(title)
    if before:
        return f"{before[0]}{of_place(place, title[before.end() :], is_country=is_country)}"
    committee = LOCAL_BODY.search(title)
    if committee:
        start = committee.end()
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


def in_place(title: str, place: str) -> str:
    """A Vietnamese office and its place: before the tại of a post, else behind."""
    office, post, where = title.partition(" tại ")
    return f"{joined(office, place)}{post}{where}"
