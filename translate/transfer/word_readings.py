"""Readings: the grammar categories that a word may have, and what each costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.entities.numerals import DIGITS, TENS
from translate.foreign import is_foreign_name
from translate.lexicon import CEDICT, CORE, DERIVED, Lexicon, Sense
from translate.transfer.symbols import (
    OWN_NAME,
    SENSED_OF,
    SYMBOLS,
    SYMBOLS_OF,
)
from translate.transfer.word_classes import (
    ASPECTS,
    CAUSING,
    COMPOUND_HEADS,
    COORDINATORS,
    DOINGS,
    FURTHERING,
    HELD,
    LEADING,
    NEGATIONS,
    PURPOSES,
    RANKED,
    RECEIVING,
    TIMES,
    WITHOUT_VERB,
    WITHOUT_VERB_ENDINGS,
    names_person,
)
from translate.words import HAN

COPULAS = {
    word: Sense(word, "v", en, vi, frame=frozenset("o"))
    for word, en, vi in (
        ("为", "be", "là"),
        ("还是", "be also", "còn là"),
        ("更是", "be also", "càng là"),
        ("仍是", "be still", "vẫn là"),
    )
}
SAME_AS = {"于": "在", "遭": "被", "等等": "等", "之": "的", "就是": "是", "正是": "是", "不是": "是"}
MODALS = frozenset(["can", "must", "will", "should", "may", "cannot", "could", "would", "shall", "might"])
# Readings that a word has in one construction only, with what it means there.
IN_CONSTRUCTIONS: dict[str, tuple[str, Sense]] = {
    "之": ("rn", Sense("之", "r", "it", "điều đó")),
    "外部": ("bo", Sense("外部", "b", "external", "bên ngoài")),
    "内部": ("bo", Sense("内部", "b", "internal", "nội bộ")),
    "才能": ("vm", Sense("才能", "v", "can", "mới có thể")),
    "到": ("gt", Sense("到", "v", "go to", "đến")),
    "同时": ("d", Sense("同时", "d", "at the same time", "đồng thời", frame=frozenset(["pre"]))),
    "首位": ("mo", Sense("首位", "m", "first", "đầu tiên")),
    "首个": ("mo", Sense("首个", "m", "first", "đầu tiên")),
    "首家": ("mo", Sense("首家", "m", "first", "đầu tiên")),
    "首名": ("mo", Sense("首名", "m", "first", "đầu tiên")),
    "过去": ("sp", Sense("过去", "b", "the past", "qua")),
    "近": ("sp", Sense("近", "b", "the last", "gần đây")),
    "最近": ("sp", Sense("最近", "b", "the last", "gần đây")),
    "未来": ("sp", Sense("未来", "b", "the next", "tới")),
    "今后": ("sp", Sense("今后", "b", "the next", "tới")),
}
# What a word of the grammar is where no rule takes it: no handlebar, no quilt.
ALONE = {"把": Sense("把", "p", "taking", "lấy"), "被": Sense("被", "p", "by", "bị")}
# What a word of a construction costs there that mostly belongs to another.
SELDOM = {("为", "成"): 0.5}
# What is hardly meant by a word, by part of speech.
UNLIKELY = {
    ("会", "n"): 0.8,
    ("必须", "d"): 1.0,
    ("为了", "p"): 0.4,
    ("没有", "v"): 0.2,
    ("份", "n"): 0.3,
    ("才能", "n"): 0.6,
    ("除了", "p"): 2.0,
    ("只有", "c"): 0.3,
    ("与其", "c"): 1.0,
    ("就", "d"): 0.2,
    ("不如", "n"): 2.0,
    ("需要", "n"): 0.3,
    ("活动", "v"): 0.9,
    ("初期", "n"): 0.8,
    ("重申", "n"): 0.8,
    ("指导", "n"): 0.2,
    ("满足", "a"): 0.8,
    ("方便", "a"): 0.3,
    ("比赛", "v"): 1.0,
    ("省", "v"): 1.0,
    **{(word, "n"): 0.15 for word in ("希望", "要求", "建议", "承诺", "决定", "努力", "准备")},
}
# What ends a verb of becoming, which is a noun of what becomes as well: 多边化.
BECOMING = "化"
# What ends the name of a crime: 受贿罪.
CRIME = "罪"
# What is said of a noun as well as set before it: 人口众多.
NUMEROUS = frozenset(["众多", "繁多", "稀少"])
# What a word costs more than one of ours: of the dictionary, or of none.
BEHIND = {CORE: 0.0, DERIVED: 0.6, CEDICT: 0.6}
UNKNOWN = 1.2


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a token: a grammar category, its cost, and the sense if it has one."""

    category: str
    cost: float
    sense: Sense | None = None


def plain_sense(senses: Sequence[Sense], pos: str) -> Sense | None:
    """The first sense of a part of speech, without a condition if there is one."""
    of_kind = [sense for sense in senses if sense.pos == pos]
    return min(of_kind, key=lambda sense: bool(sense.when), default=None)


def readings_of(word: str, lexicon: Lexicon) -> Iterator[Reading]:
    """The ways to read a word, the costs telling how far each is from the expected."""
    senses = lexicon.get(word)
    own = SAME_AS.get(word, word)
    if own in OWN_NAME:
        yield Reading(own, 0.0, ALONE.get(word) or next(iter(senses), None))
    if word in RECEIVING:
        yield Reading("得到", 0.0, plain_sense(senses, "v"))
    if word in PURPOSES:
        yield Reading("pv", 0.0, plain_sense(senses, "p"))
    for symbol in SYMBOLS_OF.get(word, ()):
        yield Reading(symbol, SELDOM.get((word, symbol), 0.0), next(iter(senses), None))
    for symbol, pos in SENSED_OF.get(word, ()):
        # 扩大在该领域的合作: what may be done too is less likely a noun.
        done = symbol in ("nz", "gx") and any(sense.pos == "v" for sense in senses)
        meant = plain_sense(senses, pos)
        if meant is not None or not symbol.isascii():
            yield Reading(symbol, 0.3 if done else 0.0, meant)
    if word in HELD:
        yield Reading("vh", 0.0, plain_sense(senses, "v"))
    if word in CAUSING:
        yield Reading("vk", 0.0, plain_sense(senses, "v"))
    if word in LEADING:
        yield Reading("vs", 0.0, plain_sense(senses, "v"))
    if word in IN_CONSTRUCTIONS:
        category, meant = IN_CONSTRUCTIONS[word]
        yield Reading(category, 0.6 if category == "rn" else 0.0, meant)
    if word in COPULAS:
        yield Reading("是", {"为": 0.3, "还是": 0.5}.get(word, 0.0), COPULAS[word])
    if word == "一":
        yield Reading("一", 0.0)
    if word in DIGITS or word in TENS:
        yield Reading("m", 0.0)
    if word == "将":
        yield Reading("把", 0.8)
    if not senses and is_foreign_name(word):
        yield from (Reading("nr", 0.1), Reading("ns", 0.4), Reading("no", 0.6))
        return
    if not senses and own not in OWN_NAME:
        category = "n" if HAN.match(word) else "no"
        yield Reading(category, UNKNOWN)
        yield Reading("x", UNKNOWN)
    # One verb reading and one noun reading of a word compete: the rest of the clause decides.
    tags = {sense.pos for sense in senses}
    for sense in senses:
        if sense.when.startswith("obj:") and "o" in sense.frame and sense.pos == "v":
            # 表示 takes a clause, but its other sense an object.
            yield Reading("vt", 0.3, sense)
        if sense.layer != CORE and word in SYMBOLS_OF:
            continue
        if own == "是" and sense.pos == "v":
            continue
        if sense.when or (sense.pos == "y" and own in OWN_NAME):
            continue
        if sense.pos == "n" and own in OWN_NAME:
            # 被 is hardly ever a quilt, nor 把 a handlebar.
            continue
        extra = BEHIND[sense.layer] + UNLIKELY.get((word, sense.pos), 0.0)
        if sense.pos == "n" and word in COMPOUND_HEADS:
            yield Reading("nh", 0.0, sense)
        for category, cost in categories_of(sense, tags):
            yield Reading(category, cost + extra, sense)


def categories_of(sense: Sense, tags: set[str]) -> Iterator[tuple[str, float]]:
    """Grammar categories of a sense; ``tags`` are the parts of speech of all senses of the word."""
    word, frame = sense.zh, sense.frame
    match sense.pos:
        case "v":
            yield from verb_categories(sense, tags)
        case "n" | "s":
            doing = "v" in tags and word in DOINGS
            category = "ng" if doing else "np" if names_person(sense) else "n"
            counts = 0.5 if "q" in tags and len(word) == 1 else 0.0
            yield category, counts + (0.3 if "v" in tags or "a" in tags else 0.0)
            if sense.zh.endswith(CRIME):
                yield "nzui", 0.0
            if word.endswith(RANKED):
                yield "nrk", 0.0
            if "v" in tags:
                yield "nv", 0.3
            if "v" in tags and not doing:
                yield "nvh", 0.3
            if "v" in tags and word.endswith(BECOMING) and len(word) > len("变化"):
                yield "hz", 0.0
        case "a":
            yield "a", 0.2 if "n" in tags else 0.0
            if "n" not in tags:
                yield "aq", 0.0
            if len(word) > 1:
                yield "n", 2.0
        case "d":
            category = "asp" if word in ASPECTS else "neg" if word in NEGATIONS else "d"
            yield category, 0.2 if tags & {"a", "b", "v", "n"} and word not in ASPECTS | NEGATIONS else 0.0
        case "c":
            yield ("cj" if word in COORDINATORS else "ao" if word == "以" else "d"), 0.0
        case "p":
            if SAME_AS.get(word, word) not in OWN_NAME:
                yield "p", 0.2 if "v" in tags and word not in PURPOSES else 0.0
        case "r":
            # A bare 这 before a verb is the subject; determiners proper are followed by a noun.
            yield ("r" if "d" in frame else "rn"), 0.6 if word in ("这", "那", "此", "其") else 0.0
            if "d" in frame:
                yield "rn", 0.0 if word in ("这", "那", "此") else 0.9
        case "f":
            yield "f", 0.0
            if word not in WITHOUT_VERB and not word.endswith(WITHOUT_VERB_ENDINGS):
                yield "fv", 0.0
            if word in TIMES:
                yield "ft", 0.0
        case "b":
            yield "b", 0.0
            if word.startswith("最") or word in NUMEROUS:
                yield "aq", 0.2
        case "h":
            yield "b", 0.5
        case "k":
            yield "n", 0.5
        case "q" if not sense.en or not sense.vi:
            # Alone, a classifier without a counterpart is some word that must not be lost.
            yield "q", 0.0
            yield "x", 1.0
        case "e" | "u":
            if word not in OWN_NAME and word not in SAME_AS:
                yield "x", 1.0
        case other:
            yield other, 0.0


def verb_categories(sense: Sense, tags: set[str]) -> Iterator[tuple[str, float]]:
    """The verb categories that a sense's frame allows."""
    frame = sense.frame
    plain = 0.15 if tags & {"n", "a"} else 0.0
    if sense.zh in PURPOSES:
        plain += 0.3
    if "v" in frame:
        if "o" in frame:
            yield "vo", plain
        yield ("vm" if sense.en.split(" ")[0] in MODALS else "vv"), plain
    if "g" in frame or sense.zh in FURTHERING:
        yield "vg", plain
    if "c" in frame:
        yield "vc", plain
    if "o" in frame or not frame & {"i", "s", "c", "v", "g"}:
        yield "vt", plain
    if frame & {"i", "s"} or not frame:
        yield "vi", plain + (0.1 if "o" in frame else 0.0) + (0.8 if sense.zh in SYMBOLS["起来"] else 0.0)


def is_verbal(readings: Sequence[Reading]) -> bool:
    """Whether a word may be a verb, so that its rendering depends on the sentence."""
    return any(reading.category.startswith("v") and reading.category != "vn" for reading in readings)
