"""English words: what a leaf of a tree becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.foreign import is_foreign_name
from translate.lexicon import Sense
from translate.readings import pinyin
from translate.row import EntityType
from translate.transfer import inflection
from translate.transfer.chart import Leaf
from translate.transfer.tokens import Token, is_latin

# Names of places and bodies that take the article.
WITH_ARTICLE = re.compile(
    r"\b(?:Sea|Ocean|River|Delta|Gulf|Strait|Islands|Archipelago|archipelago|Republic|Federation|Kingdom|Union|States"
    r"|Region|region|Highlands|Netherlands|Philippines|Congress|Front|Conference|Agreement|Convention|Summit|Forum"
    r"|Palace|Mausoleum|Citadel|Museum|Declaration|War|Plan|Programme|Charter|Treaty|Resolution)\b"
)
# Ends of terms that may be counted.
COUNTABLE = ("country", " state", "partner", "member", " city", "province", " centre", " village")
FINITE = ("", "fin", "np")
# What is said is reported in the past, whatever the rest of the text tells.
SAYING = re.compile(
    "指出|强调|表示|认为|说|宣布|重申|介绍|透露|建议|呼吁|要求|肯定|祝贺|感谢|评价|写道|报道|称|相信|希望|承诺"
)
# What happens once, so that news tells of it in the past.
EVENTS = frozenset(
    """
    同意 一致同意 决定 商定 批准 通过 签署 会见 会晤 接见 出席 逮捕 抓获 缴获 指责 谴责 警告 任命
    发射 击败 战胜 夺得 夺冠 荣获 抵达 启程 缔结 签订 交换意见 深入交换意见 一致认为 判处 裁定 否决
    当选 逝世 遇难 身亡 发生 爆炸 参观 拜会 见证 主持 揭幕
    """.split()
)
PREPOSITIONS_OF_TIME = {
    "hour": "at ",
    "day": "on ",
    "days": "on ",
    "part": "on the ",
    "month": "in ",
    "year": "in ",
    "period": "in the ",
    "decade": "in the ",
    "century": "in the ",
    "years": "in ",
}
NUMERALS = {
    "一": "one", "二": "two", "两": "two", "三": "three", "四": "four", "五": "five", "六": "six",
    "七": "seven", "八": "eight", "九": "nine", "十": "ten", "百": "hundred", "千": "thousand",
    "零": "zero", "〇": "zero",
}  # fmt: skip
ADVERBS = {
    "good": "well",
    "fast": "fast",
    "hard": "hard",
    "early": "early",
    "in-depth": "in depth",
    "long-term": "over the long term",
    "timely": "in a timely manner",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """What a verb must agree with. ``pronoun`` stands for the subject where it must be named again;
    ``supposed`` says that the clause is a condition, in which nothing is told as done.
    """

    many: bool = False
    tense: str = "present"
    title: bool = False
    pronoun: str = "they"
    supposed: bool = False


def happened(sense: Sense | None) -> bool:
    """Whether a verb tells of what is over once it is told: somebody said, attended, signed."""
    return (
        sense is not None
        and not sense.zh.startswith("被")
        and (SAYING.search(sense.zh) is not None or sense.zh in EVENTS)
    )


def verb_form(sense: Sense, form: str, clause: Clause) -> str:
    """A verb in the form that its place asks for."""
    if form == "rel":
        if sense.en.startswith("be ") and re.match(r"be \w+(?:ed|en)\b", sense.en):
            return sense.en.removeprefix("be ")
        form = "ing"
    if form in FINITE or form == "slot":
        tense = "past" if happened(sense) and not clause.title and not clause.supposed else clause.tense
        return inflection.verb(sense.en, "fin", many=clause.many, tense=tense)
    if form in ("being", "to be", "be"):
        return f"{form} {inflection.verb(sense.en, 'pp')}"
    known = form if form in ("base", "to", "ing", "pp", "past", "pass") else "fin"
    return inflection.verb(sense.en, known, many=clause.many, tense=clause.tense)


def phrase_form(sense: Sense, form: str, clause: Clause) -> str:
    """A set phrase as a predicate: its first verb is inflected."""
    if "init" in sense.frame:
        return sense.en
    if form in ("ing", "past", "to", "pp", "base"):
        return inflection.verb(sense.en, form, many=clause.many, tense=clause.tense)
    if form in FINITE and not clause.title and len(sense.en.split(" ")) > 1:
        return inflection.verb(sense.en, "fin", many=clause.many, tense=clause.tense)
    return sense.en


def entity_text(leaf: Leaf, form: str) -> str:
    """An entity's English with the article or preposition that its place asks for."""
    entity = leaf.token.entity
    assert entity is not None
    if leaf.category == "t" and form == "adv":
        return f"{PREPOSITIONS_OF_TIME.get(entity.role, '')}{entity.en}"
    if entity.role in ("century", "decade") and leaf.category == "t" and form != "mod":
        return f"the {entity.en}"
    if entity.role == "part" or (entity.role == "nth" and form != "mod"):
        return f"the {entity.en}"
    if entity.type is EntityType.PLACE and form != "mod" and WITH_ARTICLE.search(entity.en):
        return f"the {entity.en}"
    common = leaf.category == "n" and leaf.sense is not None and leaf.sense.number == "c"
    common = common or (leaf.category == "n" and entity.en.endswith(COUNTABLE))
    title = entity.type is EntityType.TITLE and entity.en.rpartition(" ")[2][:1].islower()
    if common and leaf.sense is not None and entity.en == inflection.plural(leaf.sense.en):
        return entity.en
    return inflection.plural(entity.en) if form == "pl" and (common or title) else entity.en


def lower_words(text: str) -> str:
    """A title as a common noun: Foreign Minister is one of the foreign ministers."""
    return text if text.isupper() else text.lower()


def unknown(token: Token) -> str:
    """A word of no dictionary: as it stands in Latin, a numeral, else in pinyin."""
    if is_latin(token.text):
        return token.text
    read = pinyin(token.text)
    return NUMERALS.get(token.text) or (read.capitalize() if is_foreign_name(token.text) else read)


def adverb(adjective: str) -> str:
    """The adverb of an English adjective."""
    if adjective in ADVERBS:
        return ADVERBS[adjective]
    if " " in adjective or "-" in adjective:
        return adjective
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    return adjective + "ly"


def compared(adjective: str, degree: str) -> str:
    """An adjective in a degree: ``comp`` (larger, more important) or ``sup`` (largest, most important)."""
    if adjective == "many":
        return "more" if degree == "comp" else "most"
    first, _, rest = adjective.partition(" ")
    syllables = len(re.findall("[aeiouy]+", first.removesuffix("e")))
    short = syllables == 1 or (syllables == 2 and first.endswith(("y", "ow")))
    if (short and first.isalpha() and not first.endswith(("ed", "ing"))) or first in ("good", "bad", "far"):
        return f"{inflection.inflect(first, degree)} {rest}".strip()
    return f"{'more' if degree == 'comp' else 'most'} {adjective}"
