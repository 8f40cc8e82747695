"""Mining: what an article itself teaches about the names and bodies it mentions.

Latin in brackets right behind a name, ``以下简称“…”`` and ``题为《…》`` give candidates for the
glossary, each with the place it comes from. A person decides whether they become entries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from translate.readings import hanviet_name, pinyin_name
from translate.row import Entity, EntityType, Row
from translate.script import HAN_IN_TEXT, simplify
from translate.terms.glossary_rows import MINED
from translate.terms.marks import without_marks
from translate.terms.spellings import fold
from translate.terms.termentry import TermEntry

LATIN = re.compile(
    r"\s?[（(]\s?(?:(?:以下)?简称|英文名?|英语|越语|越南文)?[:：]?\s?"
    r"(?P<latin>[A-Z][A-Za-zÀ-ỹ0-9]{0,40}(?:[ .,'’&/-]{1,2}[A-Za-zÀ-ỹ0-9]{1,40}){0,12}\.?)"
    r"\s?(?:[,，;；](?:以下)?简称[^()（）]{1,30})?[）)]"
)
SHORT = re.compile(
    r"[（(，,]\s?(?:以下|下文|后文)?(?:简称|下称)[为是]?[：:]?\s?[“\"「‘]?"
    r"(?P<short>[^\s“”\"「」‘’（）(),，、。]{2,20})[”\"」’]?(?:[）)]|(?=[，,。；]))"
)
ENTITLED = re.compile(r"题为\s?[《“「](?P<title>[^《》“”「」\n]{2,60})[》”」]")
# 《绿水》（Green Water）
BOOK = re.compile(r"《(?P<title>[^《》\n]{2,60})》(?=\s?[（(]\s?[A-Z])")
BESIDE_LATIN = re.compile(r"(?P<zh>.+?)\s?[（(]\s?(?P<latin>[A-Z][^()（）]*?)\s?[）)]$")
CLOSING = '》”」’"'

# How names of bodies and gatherings end, and places: what stands before is part of them.
BODY = re.compile(
    "(?:组织|银行|公司|集团|协会|联合会|学会|基金会?|委员会|理事会|联盟|大学|学院|研究所|研究院|中心|机构|"
    "总局|管理局|署|商会|工会|党|阵线|联合国|通讯社|电视台|报社|医院|企业|法院|法庭|俱乐部)$"
)
GATHERING = re.compile(
    "(?:会议|论坛|峰会|大会|对话|倡议|机制|计划|项目|协定|协议|公约|条约|宣言|议程|框架|战略|运动会)$"
)
PLACE = re.compile("(?:[省市县郡州区岛湖湾港]|群岛|半岛|机场|口岸|国家公园|工业区)$")
# What no name of a body begins with: behind these words it begins.
BEFORE_BODY = re.compile(
    "加入|访问|根据|依据|通过|签署|参加|出席|举行|召开|主持|支持|批准|有关|关于|包括|以及|来自|成为|作为|担任|"
    "属于|其中|一个|这个|该|由|与|和|及|同|对|向|在|从|将|被|把|为|是|的|了|等|至|到|于|据|按|经"
)
LONGEST_BODY = 30
LONGEST_NAME = 12
NOT_PART = (EntityType.PERSON, EntityType.TITLE, EntityType.DATE, EntityType.NUMBER, EntityType.TERM)
GUESSES = ("pinyin", "reading", MINED)
HAN_RUN = re.compile(r"[\u3400-\u9fff·•]+$")
ACRONYM = re.compile(r"[A-Z][A-Z0-9a-z]?[A-Z0-9&+-]+")


class Reason(StrEnum):
    """How an article taught something."""

    LATIN = "Latin in brackets"
    SHORT = "short form"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may become a glossary entry; ``en`` or ``vi`` is empty where the article does not tell.

    ``segment``, ``start`` and ``end`` are the place that teaches it.
    """

    zh: str
    en: str
    vi: str
    type: EntityType
    reason: Reason
    segment: int
    start: int
    end: int
    long_form: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it has both renderings, and can be adopted as it is."""
        return bool(self.en and self.vi)

    def entry(self, article: str) -> TermEntry:
        """The candidate as an entry that names the article it was mined from."""
        note = f"Short for {self.long_form}" if self.long_form else ""
        return TermEntry(self.zh, (self.en,), (self.vi,), self.type, MINED, note, f"mined from {article}")


def mine(rows: Iterable[Row], is_known: Callable[[str], bool]) -> list[Candidate]:
    """What an article's rows teach, each Chinese form once, without those the glossary has.

    ``is_known`` tells whether it has a Chinese form, given in Simplified script.
    """
    found: dict[str, Candidate] = {}
    for row in rows:
        # The entities' offsets hold in the text's Simplified form as well.
        text = simplify(row.segment.text)
        for candidate in (*latin_names(text, row), *short_forms(text, row), *titles(text, row)):
            known = found.get(candidate.zh)
            if is_known(candidate.zh) or (known is not None and known.is_complete):
                continue
            found[candidate.zh] = candidate
    return list(with_long_forms(found.values(), found))


def with_long_forms(candidates: Iterable[Candidate], found: dict[str, Candidate]) -> Iterator[Candidate]:
    """The candidates, short forms rendered as their long form where that was itself mined."""
    for candidate in candidates:
        long = found.get(candidate.long_form)
        if long is not None and not candidate.is_complete:
            candidate = replace(candidate, en=long.en, vi=long.vi, type=long.type)
        yield candidate


def latin_names(text: str, row: Row) -> Iterator[Candidate]:
    """Names and bodies before Latin in brackets."""
    ends = {entity.end: entity for entity in row.entities}
    for entity in row.entities:
        # The recogniser takes a person's Latin form in.
        beside = BESIDE_LATIN.match(text[entity.start : entity.end][:80])
        if beside and entity.source in GUESSES:
            zh, (en, vi) = beside["zh"], person_renderings(beside["zh"], beside["latin"], entity)
            yield candidate_of(zh, en, vi, entity.type, Reason.LATIN, row, entity.start, entity.end)
    for match in LATIN.finditer(text):
        before = ends.get(end_before(text, match.start()))
        if any(entity.start < match.start() < entity.end for entity in row.entities):
            continue
        if before is not None and before.source not in GUESSES:
            continue
        start = before.start if before is not None else start_of(text, match.start(), row.entities)
        zh = text[start : end_before(text, match.start())].lstrip("《“「")
        latin = match["latin"]
        kind = before.type if before is not None else type_of(zh, latin, start, row.entities)
        if kind is not None and len(zh) >= 2:
            en, vi = renderings(latin, kind)
            yield candidate_of(zh, en, vi, kind, Reason.LATIN, row, start, match.end())


def short_forms(text: str, row: Row) -> Iterator[Candidate]:
    """Short forms that are given for what stands before them."""
    for match in SHORT.finditer(text):
        end = match.start()
        if text[end - 1 : end] in ("）", ")"):
            # 世界贸易组织（WTO），以下简称“世贸”
            end = max(text.rfind("（", 0, end), text.rfind("(", 0, end), 0)
        end = end_before(text, end)
        long = next((e for e in row.entities if e.end == end), None)
        start = long.start if long is not None else start_of(text, end, row.entities)
        zh = text[start:end].strip("《》“”「」")
        if len(zh) < 2 or len(zh) <= len(match["short"]):
            continue
        kind = long.type if long is not None else type_of(zh, "", start, row.entities)
        if HAN_IN_TEXT.search(match["short"]):
            en, vi = (long.en, long.vi) if long is not None else ("", "")
            yield candidate_of(
                match["short"], en, vi, kind or EntityType.TERM, Reason.SHORT, row, start, match.end(), zh
            )
        elif kind is not None and (long is None or long.source in GUESSES):
            en, vi = renderings(match["short"], kind)
            yield candidate_of(zh, en, vi, kind, Reason.SHORT, row, start, match.end())


def titles(text: str, row: Row) -> Iterator[Candidate]:
    """What speeches, articles and programmes are called; outright, or by Latin behind 《》."""
    said = list(ENTITLED.finditer(text))
    starts = {match.start("title") for match in said}
    named = [match for match in BOOK.finditer(text) if match.start("title") not in starts]
    for match in (*said, *(match for match in named if LATIN.match(text, match.end()))):
        latin = LATIN.match(text, match.end())
        whole = next((e for e in row.entities if (e.start, e.end) == match.span("title")), None)
        en = latin["latin"] if latin else whole.en if whole is not None else ""
        vi = whole.vi if whole is not None else ""
        if HAN_IN_TEXT.search(match["title"]) and (whole is None or whole.source in GUESSES):
            yield candidate_of(
                match["title"], en, vi, EntityType.TERM, Reason.TITLE, row, match.start(), match.end()
            )


def candidate_of(
    zh: str,
    en: str,
    vi: str,
    kind: EntityType,
    reason: Reason,
    row: Row,
    start: int,
    end: int,
    long_form: str = "",
) -> Candidate:
    """A candidate at a place of a row."""
    return Candidate(
        zh.strip(), en.strip(), vi.strip(), kind, reason, row.segment.index, start, end, long_form
    )


def end_before(text: str, end: int) -> int:
    """Where the text before ``end`` ends without closing quotation marks."""
    while end and text[end - 1] in CLOSING:
        end -= 1
    return end


def start_of(text: str, end: int, entities: Iterable[Entity]) -> int:
    """Where the body or name that ends at ``end`` begins: behind the last word that cannot be part of it."""
    floor = max(0, end - LONGEST_BODY)
    for entity in entities:
        if entity.type in NOT_PART and floor < entity.end <= end:
            floor = entity.end
    run = HAN_RUN.search(text[floor : end_before(text, end)])
    if run is None:
        return end
    start = floor + run.start()
    # 同 is a word before a body, but not in 同塔.
    within = {i for entity in entities for i in range(entity.start, entity.end) if entity.end <= end}
    for word in BEFORE_BODY.finditer(text, start, end):
        if word.end() < end - 1 and word.start() not in within:
            start = word.end()
    return start


def type_of(zh: str, latin: str, start: int, entities: Iterable[Entity]) -> EntityType | None:
    """What a name of no entity is called for, by how it ends and what stands before; None if unclear."""
    if BODY.search(zh):
        return EntityType.ORGANISATION
    if GATHERING.search(zh):
        return EntityType.EVENT
    if PLACE.search(zh) and not ACRONYM.fullmatch(latin):
        return EntityType.PLACE
    behind_title = any(e.end == start and e.type is EntityType.TITLE for e in entities)
    if behind_title and latin and not ACRONYM.fullmatch(latin) and len(zh) <= LONGEST_NAME:
        return EntityType.PERSON
    return None


def person_renderings(zh: str, latin: str, entity: Entity) -> tuple[str, str]:
    """A person's renderings once the Latin form is known, which is no one else's but theirs.

    Latin without tones confirms a Vietnamese reading, and pinyin a Chinese name, which Vietnamese
    reads in its own way.
    """
    if letters(latin) == letters(hanviet_name(zh)):
        return entity.en, entity.vi
    return latin, hanviet_name(zh) if letters(latin) == letters(pinyin_name(zh)) else latin


def letters(text: str) -> str:
    """The letters of a name alone."""
    return "".join(filter(str.isalpha, fold(text)))


def renderings(latin: str, kind: EntityType) -> tuple[str, str]:
    """A Latin form in English and Vietnamese: places drop their marks in English, names keep them."""
    if kind is not EntityType.PLACE:
        return latin, latin
    return without_marks(latin), latin
