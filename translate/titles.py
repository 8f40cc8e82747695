"""Titles as grammar: [country][body][modifier][office] composed into one title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.row import Entity, EntityType, Target

TITLE, BODY, PLACE = EntityType.TITLE, EntityType.ORGANISATION, EntityType.PLACE
PERSON = EntityType.PERSON

# Chinese modifier before an office: English before it; Vietnamese before it or, with _, behind it.
MODIFIERS = {
    "常务": ("Permanent", "_ Thường trực"),
    "原": ("former", "nguyên"),
    "前": ("former", "cựu"),
    "已故": ("late", "cố"),
    "代": ("Acting", "Quyền"),
    "代理": ("Acting", "Quyền"),
    "名誉": ("Honorary", "_ danh dự"),
    "第一": ("First", "_ thứ nhất"),
    "时任": ("then", "_ lúc bấy giờ"),
    "候任": ("incoming", "_ đắc cử"),
}
MODIFIER_BEHIND = re.compile(f"(?:{'|'.join(sorted(MODIFIERS, key=len, reverse=True))})$")
# What stands before the country in English; the rest take the country's name with 's.
DEMONYMS = {
    "Vietnam": "Vietnamese", "China": "Chinese", "Laos": "Lao", "Cambodia": "Cambodian",
    "Russia": "Russian", "Russian Federation": "Russian", "United States": "US", "Japan": "Japanese",
    "Republic of Korea": "RoK", "South Korea": "RoK", "India": "Indian", "Cuba": "Cuban", "France": "French",
    "Germany": "German", "United Kingdom": "UK", "Thailand": "Thai", "Singapore": "Singaporean",
    "Malaysia": "Malaysian", "Indonesia": "Indonesian", "Philippines": "Philippine", "Myanmar": "Myanmar",
    "Brunei": "Brunei", "Australia": "Australian", "New Zealand": "New Zealand", "Canada": "Canadian",
    "European Union": "EU", "Mongolia": "Mongolian", "Belarus": "Belarusian", "Ukraine": "Ukrainian",
    "Italy": "Italian", "Spain": "Spanish", "Poland": "Polish", "Hungary": "Hungarian", "Egypt": "Egyptian",
    "Israel": "Israeli", "Iran": "Iranian", "Türkiye": "Turkish", "Brazil": "Brazilian",
    "Kazakhstan": "Kazakh", "Switzerland": "Swiss", "Netherlands": "Dutch", "Sweden": "Swedish",
}  # fmt: skip
# A body of a country or province that is named by its kind alone: 越南外交部, 广宁省人民委员会.
KIND_OF_BODY = re.compile(
    r"(?:Ministry|Government|National Assembly|People's|Embassy|Consulate|Supreme|State Bank|Department"
    r"|Permanent|Provincial|Municipal|General Department|Academy of|Fatherland Front|Foreign Ministry)\b"
)
CENTRAL_COMMITTEE = re.compile("中央(?:委员会)?")
MISSION = re.compile(
    r"(?:Embassy|Consulate|Permanent Mission|Trade Office|Representative Office)", re.IGNORECASE
)
# Names of countries that English gives an article.
WITH_ARTICLE = re.compile(
    r"(?:United|European Union|Philippines|Netherlands|Maldives|Bahamas|Vatican|Gambia|UK$|US$|EU$|UN$"
    r"|.*(?:Republic|Federation|Kingdom|Emirates|Islands)\b)"
)
# Who is with a person, said behind the name or title.
COMPANY = {
    "夫妇一行": ("and his spouse and delegation", "và Phu nhân cùng đoàn"),
    "夫妇": ("and his spouse", "và Phu nhân"),
    "伉俪": ("and his spouse", "và Phu nhân"),
    "一行": ("and his delegation", "và đoàn"),
}
COMPANY_BEHIND = re.compile("|".join(COMPANY))
AND_SPOUSE = frozenset("和与及偕携同")
CONFERRED = ("Ambassador", "Permanent Representative", "Permanent Mission")


def compose_titles(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities with each office joined to the modifiers, body and country right before it.

    ``text`` is the Simplified segment; entities are in order and do not overlap.
    """
    composed: list[Entity] = []
    for entity in entities:
        if entity.type is BODY and is_posted(text, composed, entity) and MISSION.search(entity.en):
            taken, entity = posted(text, composed, replace(entity, en=capitalised(entity.en)))
            del composed[len(composed) - taken :]
        elif entity.type is BODY:
            entity = with_country(text, entity, composed)
        elif entity.type is TITLE and not is_common_noun(entity):
            entity = with_modifiers(text, entity, composed)
            while composed and (joined := join(text, composed, entity)):
                taken, entity = joined
                del composed[len(composed) - taken :]
                entity = with_modifiers(text, entity, composed)
        composed.append(entity)
    return with_company(text, composed)


def with_company(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities with 夫妇, 一行 taken into the person (with a title between), and 和夫人 as his spouse."""
    result: list[Entity] = []
    for entity in entities:
        last = result[-1] if result else None
        company = COMPANY_BEHIND.match(text, entity.end)
        if company and entity.type is PERSON:
            entity = accompanied(text, entity, entity, company)
        elif company and entity.type is TITLE and last and last.type is PERSON and last.end == entity.start:
            named = replace(entity, en=f"{entity.en} {last.en}", vi=f"{entity.vi} {last.vi}")
            entity = accompanied(text, result.pop(), named, company)
        elif (
            entity.zh == "夫人"
            and last
            and last.type in (PERSON, TITLE)
            and last.end == entity.start - 1
            and text[last.end] in AND_SPOUSE
        ):
            entity = replace(entity, en="his spouse", accepted={Target.EN: (entity.en,)})
        result.append(entity)
    return result


def accompanied(text: str, person: Entity, named: Entity, company: re.Match[str]) -> Entity:
    """A person, as named with or without a title, and the company."""
    en, vi = COMPANY[company[0]]
    return replace(
        person,
        zh=text[person.start : company.end()],
        end=company.end(),
        en=f"{named.en} {en}",
        vi=f"{named.vi} {vi}",
        accepted={},
    )


def is_common_noun(title: Entity) -> bool:
    """Whether a title is an ordinary noun (记者, 领导人) that the grammar may count and qualify."""
    return title.en[:1].islower() and not title.en.startswith("member of")


def with_country(text: str, body: Entity, before: list[Entity]) -> Entity:
    """The body with the country, province or city right before it taken in (and out of ``before``)."""
    if not before or before[-1].type is not PLACE or before[-1].end != body.start:
        return body
    place = before[-1]
    if not KIND_OF_BODY.match(body.en) or text[place.start - 1 : place.start] == "驻":
        return body
    before.pop()
    english = f"{DEMONYMS.get(place.en, place.en)} {body.en}"
    return grown(text, body, place.start, english, f"{body.vi} {place.vi}")


def grown_right(text: str, party: Entity, end: int) -> Entity:
    """A party's central committee, as a body of its own: 老挝人民革命党 + 中央(委员会)."""
    zh = text[party.start : end]
    vietnamese = f"Ban Chấp hành Trung ương {party.vi}"
    return replace(party, zh=zh, end=end, en=f"{party.en} Central Committee", vi=vietnamese, accepted={})


def with_modifiers(text: str, title: Entity, before: Sequence[Entity]) -> Entity:
    """The title with 原, 常务, 名誉 … in front of it taken in."""
    floor = before[-1].end if before else 0
    while match := MODIFIER_BEHIND.search(text, max(floor, title.start - 3), title.start):
        en, vi = MODIFIERS[match[0]]
        vietnamese = f"{title.vi}{vi[1:]}" if vi.startswith("_") else f"{vi} {title.vi}"
        title = grown(text, title, match.start(), f"{en} {title.en}", vietnamese)
    return title


def join(text: str, before: Sequence[Entity], title: Entity) -> tuple[int, Entity] | None:
    """The title with the body or country right before it: how many entities it took, and the result."""
    last = before[-1]
    if last.type is BODY and CENTRAL_COMMITTEE.fullmatch(text, last.end, title.start):
        last = grown_right(text, last, title.start)
    if last.end != title.start:
        return None
    if is_posted(text, before, title):
        return posted(text, before, title)
    if last.type is BODY:
        return 1, grown(text, title, last.start, *of_body(last, title))
    if last.type is not PLACE:
        return None
    en = of_place(last.en, title.en)
    return 1, grown(text, title, last.start, en, joined(title.vi, last.vi))


def is_posted(text: str, before: Sequence[Entity], office: Entity) -> bool:
    """Whether 驻 and a place (or a body such as the EU) stand right before an office or mission."""
    return (
        bool(before)
        and before[-1].end == office.start
        and before[-1].type in (PLACE, BODY)
        and text[before[-1].start - 1 : before[-1].start] == "驻"
    )


def posted(text: str, before: Sequence[Entity], office: Entity) -> tuple[int, Entity]:
    """中国驻胡志明市总领事: the office at a place, with the country that sends if it is named."""
    place = before[-1]
    preposition = "to" if office.en.startswith(CONFERRED) else "in"
    where = f"{preposition} {with_article(place.en)}"
    start, taken, en, vi = place.start - 1, 1, f"{office.en} {where}", office.vi
    forms: tuple[str, ...] = ()
    if len(before) > 1 and before[-2].end == start and before[-2].type in (PLACE, BODY):
        sender = before[-2]
        start, taken, vi = sender.start, 2, joined(vi, sender.vi)
        en = f"{office.en} of {with_article(sender.en)} {where}"
        if sender.en in DEMONYMS:
            forms, en = (en,), f"{DEMONYMS[sender.en]} {office.en} {where}"
    whole = grown(text, office, start, en, f"{vi} tại {place.vi}")
    return taken, replace(whole, accepted={Target.EN: forms})


def with_article(place: str) -> str:
    """A country as it stands within a sentence: the United States, the Philippines, Laos."""
    return f"the {place}" if WITH_ARTICLE.match(place) else place


def capitalised(name: str) -> str:
    """A body's kind as part of its name: Consulate General."""
    return " ".join(
        word if word in ("of", "the", "and", "in") else word[:1].upper() + word[1:] for word in name.split()
    )


def joined(title: str, name: str) -> str:
    """A Vietnamese office and what it belongs to, the words that both say said once: Chủ tịch Hội + Hội …."""
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
        office = f"{en.removesuffix('Prime Minister')}Premier" if "State Council" in body.en else en
        return f"{office} of the {body.en}", joined(vi, body.vi)
    ministry = re.match(r"Ministry of (.+)", body.en)
    if ministry and re.search(r"\bMinister$", en):
        english = f"{en} of {ministry[1]}"
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


def needs_article(name: str) -> bool:
    """Whether an English body takes the: not where it is a single proper name or an acronym of a firm."""
    return " " in name or name in ("EU", "UN", "Government", "Party", "Politburo", "State")


def of_place(place: str, title: str) -> str:
    """An office and its country, province or city in English."""
    local = re.search(r"\bthe (?=Provincial|Municipal|City|District|People's)", title)
    if local:
        return f"{title[: local.end()]}{place} {title[local.end() :]}"
    return f"{DEMONYMS.get(place, place)} {title}"


def grown(text: str, title: Entity, start: int, en: str, vi: str) -> Entity:
    """The title reaching back to ``start``, with new renderings."""
    return replace(title, zh=text[start : title.end], start=start, en=en, vi=vi, source="rule", accepted={})
