"""Titles as grammar: [country][body][modifier][office] composed into one title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.entities.company import with_company
from translate.entities.conferences import numbered
from translate.entities.demonyms import DEMONYMS
from translate.entities.nations import NATIONS
from translate.entities.offices import (
    WITHIN,
    grown,
    in_place,
    of_body,
    of_place,
    provincial,
)
from translate.entities.postings import MISSION, capitalised, is_posted, posted
from translate.entities.sharing import SHARED, at_home, countries, shared
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
    "新任": ("new", "tân"),
    "新当选": ("newly elected", "tân"),
    "新": ("new", "tân"),
    "轮值": ("rotating", "_ luân phiên"),
    "临时": ("interim", "_ lâm thời"),
}
ADJECTIVE = re.compile("(?:former|late|acting|interim|then|incoming|rotating|new|newly elected) (?=[A-Z])")
# 古代 and 目前 are words of their own.
NO_MODIFIER = (
    "(?<![古现当近年时历朝后世交]代)(?<![目之以日此当年先空提]前)(?<![中草平高]原)"
    "(?<![创革更高全崭最刷翻重清焕]新)"
)
MODIFIER_BEHIND = re.compile(f"(?:{'|'.join(sorted(MODIFIERS, key=len, reverse=True))}){NO_MODIFIER}$")
# A body of a country or province that is named by its kind alone: 越南外交部, 广宁省人民委员会.
KIND_OF_BODY = re.compile(
    r"(?:Ministry|Government|National Assembly|People's|Embassy|Consulate|Supreme|State Bank|Department"
    r"|Permanent|Provincial|Municipal|(?:provincial|municipal|district|ward|commune) Party|Vietnam Fatherland"
    r"|Military Command|Border Guard|General Department|Academy of|Committee for|Institute of"
    r"|Fatherland Front|Foreign Ministry)\b"
)
LEARNED = re.compile("(?:Academy|Institute|University) of")
# A body that a rule has named, with its country or city as it is called: Vietnam Pepper Association.
NAMED_BY_RULE = re.compile(
    r"(?:University|Academy|Museum|Institute) of|.*(?:Association|Society|Federation|Foundation|Centre"
    r"|Company|Corporation|Group|Bank|Hospital|House|Limited|Administration|Department|Bureau|Office|Agency|Survey)$"
    r"|(?:Management Board|Steering Committee) (?:of|for)"
)
BELONGING = ("所属", "下属", "直属", "隶属")
# One that every province has, by whatever name an entry gives it.
OF_ANY_PLACE = re.compile(r"(?!.*Viet ?[Nn]am)[A-Z].* Department$")
OF_AN_AUTHORITY = re.compile("(?:Market Administration|Department)$|^(?:Management Board|Steering Committee)")
CENTRAL_COMMITTEE = re.compile("中央(?:委员会)?")
ROW = tuple("和与及、")
ADDRESS = frozenset(["先生", "女士", "同志", "阁下"])
RANK = re.compile("(?:将|元帅|校|尉|部长|亲王|博士|教授|院士|大使|公使|先生|女士|同志|阁下)$")
# Who is called President or Premier where the title alone says less; told from the note on the person.
HEADS = (
    (
        re.compile(r"\bState President\b|\bPresident of (?:China|Laos|Cuba|Vietnam)\b"),
        "Chairman",
        "President",
    ),
    (re.compile(r"\bPresident of (?:China|Laos|Cuba)\b"), "State President", "President"),
    (re.compile(r"\bChina\b"), "Senior Lieutenant General", "General"),
    (re.compile(r"\bCPP\b|Senate of Cambodia|Prime Minister of Cambodia"), "Prince", "Samdech"),
    (re.compile(r"^(?:\w+ )?Premier of (?:China|the DPRK)\b"), "Prime Minister", "Premier"),
)
# 等前领导人 are former leaders.
AMONG = re.compile("(?:等|等多位|多位|几位|位)[前原]$")


def compose_titles(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities with each office joined to the modifiers, body and country right before it.

    ``text`` is the Simplified segment; entities are in order and do not overlap.
    """
    composed: list[Entity] = []
    named = {entity.start for entity in entities if entity.type is PERSON}
    for entity in entities:
        if composed and (meeting := numbered(composed[-1], entity)):
            composed[-1] = meeting
            continue
        if entity.type is TITLE:
            entity = addressed(text, composed, entity)
            if is_further_title(text, composed, entity):
                composed[-1] = with_title(text, composed[-1], entity)
                continue
            if stands_in_a_row(text, composed, entity):
                composed[-1] = ranked(text, composed[-1], entity)
                continue
        if entity.type is BODY and is_posted(text, composed, entity) and MISSION.search(entity.en):
            taken, entity = posted(text, composed, replace(entity, en=capitalised(entity.en)))
            del composed[len(composed) - taken :]
        elif entity.type is BODY and composed and belongs(text, composed[-1], entity):
            entity = belonging(text, composed.pop(), entity)
        elif (
            entity.type is BODY and SHARED.match(entity.en) and (several := countries(text, composed, entity))
        ):
            entity = shared(text, at_home(entity), several)
            del composed[len(composed) - len(several) + (several[-1].end > entity.start) :]
        elif entity.type is BODY:
            entity = with_country(text, entity, composed)
        elif entity.type is TITLE and (not is_common_noun(entity) or is_posted(text, composed, entity)):
            entity = with_modifiers(text, entity, composed)
            several = [] if entity.end in named else countries(text, composed, entity)
            if several:
                entity = shared(text, entity, several)
                del composed[len(composed) - len(several) :]
            while composed and (joined := join(text, composed, entity)):
                taken, entity = joined
                del composed[len(composed) - taken :]
                entity = with_modifiers(text, entity, composed)
            if composed and (joined_office := held_as_well(text, composed[-1], entity)):
                entity = joined_office
                composed.pop()
        elif entity.type is TITLE and AMONG.search(text, max(0, entity.start - 3), entity.start):
            entity = with_modifiers(text, entity, composed)
        elif entity.type is PERSON and composed and composed[-1].end == entity.start:
            composed[-1] = of_their_own(composed[-1], entity)
        composed.append(entity)
    return with_company(text, composed)


def addressed(text: str, before: Sequence[Entity], title: Entity) -> Entity:
    """主席 and 总理 behind a name as the person is known: President Xi Jinping, Premier Li Qiang."""
    person = before[-1] if before else None
    if person is None or person.type is not PERSON or person.end != title.start or title.source == "rule":
        return title
    if title.zh == "同志":
        return replace(title, en="Comrade", source="rule")
    return of_their_own(title, person)


def is_further_title(text: str, before: Sequence[Entity], title: Entity) -> bool:
    """Whether a name that has its office before it is followed by a rank or form of address as well."""
    if len(before) < 2 or before[-1].type is not PERSON or before[-1].end != title.start:
        return False
    # 总书记夫妇 goes with the company, 部长会见 with the name before.
    return (
        before[-2].type is TITLE and before[-2].end == before[-1].start and RANK.search(title.zh) is not None
    )


def stands_in_a_row(text: str, before: Sequence[Entity], title: Entity) -> bool:
    """Whether a name without an office and the rank behind it stand beside another: 黎达教授和范珠教授."""
    if (
        not before
        or before[-1].type is not PERSON
        or before[-1].end != title.start
        or not RANK.search(title.zh)
    ):
        return False
    start = before[-1].start
    alone = len(before) < 2 or before[-2].end != start
    return alone and (text[start - 1 : start] in ROW or text[title.end : title.end + 1] in ROW)


def with_title(text: str, person: Entity, title: Entity) -> Entity:
    """A name and the rank behind it as one: General Phan Văn Giang. Behind an office no Mr is said."""
    said = title.zh not in ADDRESS
    en, vi = (f"{title.en} {person.en}", f"{title.vi} {person.vi}") if said else (person.en, person.vi)
    whole = text[person.start : title.end]
    return replace(person, zh=whole, end=title.end, en=en, vi=vi, accepted={})


def ranked(text: str, person: Entity, title: Entity) -> Entity:
    """A name and what stands behind it as one: Professor Lê Văn Đạt, Mr Trần Văn Sơn."""
    en, vi = f"{title.en} {person.en}", f"{title.vi} {person.vi}"
    if title.zh == "同志":
        vi = f"đồng chí {person.vi}"
    return replace(person, zh=text[person.start : title.end], end=title.end, en=en, vi=vi, accepted={})


def of_their_own(title: Entity, person: Entity) -> Entity:
    """The title of a head of state or government as English says it for that person's country."""
    if title.type is not TITLE:
        return title
    for pattern, general, own in HEADS:
        if title.en == general and pattern.search(person.note):
            vi = own if own == "Samdech" else title.vi
            return replace(title, en=own, vi=vi, accepted={**title.accepted, Target.EN: (general,)})
    return title


def held_as_well(text: str, first: Entity, second: Entity) -> Entity | None:
    """Two offices that one person holds, as one title: 副总理兼外交部部长."""
    if first.type is not TITLE or text[first.end : second.start] != "兼" or is_common_noun(first):
        return None
    en, vi = f"{first.en} and {second.en}", f"{first.vi} kiêm {second.vi}"
    plain = {Target.VI: (f"{first.vi}, {second.vi}",)}
    return replace(grown(text, second, first.start, en, vi), accepted=plain)


def is_common_noun(title: Entity) -> bool:
    """Whether a title is an ordinary noun (记者, 领导人) that the grammar may count and qualify."""
    return title.en[:1].islower() and not title.en.startswith("member of") and not ADJECTIVE.match(title.en)


def with_country(text: str, body: Entity, before: list[Entity]) -> Entity:
    """The body with the country, province or city right before it taken in (and out of ``before``)."""
    if not before or before[-1].type is not PLACE or before[-1].end != body.start:
        return body
    place = before[-1]
    if text[place.start - 1 : place.start] == "驻":
        return body
    if (body.source == "rule" and NAMED_BY_RULE.match(body.en)) or OF_ANY_PLACE.match(body.en):
        before.pop()
        whose = provincial(place.en) if OF_AN_AUTHORITY.search(body.en) else place.en
        return grown(text, body, place.start, f"{whose} {body.en}", f"{body.vi} {place.vi}")
    if not KIND_OF_BODY.match(body.en):
        return body
    before.pop()
    whose = DEMONYMS.get(place.en, provincial(place.en))
    if LEARNED.match(body.en):
        # Yunnan Academy of Social Sciences, not Yunnan provincial.
        whose = whose.removesuffix(" provincial").removesuffix(" municipal")
    own = body.en.removeprefix("municipal ") if place.en.endswith("City") else body.en
    english = f"{whose} {own}"
    return grown(text, body, place.start, english, f"{body.vi} {place.vi}")


def belongs(text: str, owner: Entity, body: Entity) -> bool:
    """Whether 所属 or the like stands between two bodies: 河内国家大学所属自然科学大学."""
    return owner.type is BODY and text[owner.end : body.start] in BELONGING


def belonging(text: str, owner: Entity, body: Entity) -> Entity:
    """A body and the one it belongs to: University of Education, Thai Nguyen University."""
    return grown(text, body, owner.start, f"{body.en}, {owner.en}", f"{body.vi}, {owner.vi}")


def grown_right(text: str, party: Entity, end: int) -> Entity:
    """A party's central committee, as a body of its own: 老挝人民革命党 + 中央(委员会)."""
    zh = text[party.start : end]
    committee = "Ủy ban" if party.vi.startswith("Mặt trận") else "Ban Chấp hành"
    vietnamese = f"{committee} Trung ương {party.vi}"
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
    country = last.en in DEMONYMS or last.zh in NATIONS
    en = of_place(last.en, title.en, is_country=country)
    part = title.source == "rule" and WITHIN.search(title.en) is not None and last.en != "Vietnam"
    vi = in_place(title.vi, last.vi, within=(" ({})" if country else ", {}") if part else "")
    return 1, grown(text, title, last.start, en, vi)
