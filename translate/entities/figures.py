"""Figures: what the patterns for numbers and dates are made of, and what they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from translate.entities.numerals import (
    FULLWIDTH,
    format_number,
    in_words,
    neighbours,
    value_of,
)
from translate.row import Entity, EntityType, Target

EN, VI = Target.EN, Target.VI
Finder = tuple[re.Pattern[str], Callable[[re.Match[str]], Entity | None]]

HAN_DIGIT = "〇零一二两三四五六七八九"
# Fixed limits throughout: no text, however odd, makes a pattern go back and forth for long. No figure in a
# text that people wrote is longer than these.
# Thousands are set apart by commas, in Europe by spaces.
ARABIC = (
    r"(?:[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9])){1,5}|[0-9０-９]{1,24}(?![0-9０-９]))"
    r"(?:[,，](?=[0-9０-９]{3}(?![0-9０-９]))[0-9０-９]{3}){0,6}(?:[.．][0-9０-９]{1,12}|,[0-9]{1,2}(?=[万亿%％])(?<![0-9],000))?"
)
# 千克 and 千瓦 are units, not thousands of something, and behind digits so is 千米; 一一 is one by one, and
# 千万不要 is never.
NO_NUMBER = rf"(?!一一(?![{HAN_DIGIT}十百千万亿年月日.点]))(?!千万(?:[不别莫勿]|富翁))"
THOUSAND = "千(?![克瓦])(?!(?<=[0-9０-９]千)[米伏赫帕卡])"
HAN_NUMBER = rf"{NO_NUMBER}(?:[{HAN_DIGIT}十百]|{THOUSAND}){{1,16}}"
NUMERAL = rf"(?:(?:{ARABIC}|{HAN_NUMBER})(?:[十百]|{THOUSAND})?[万亿]{{0,2}}){{1,4}}"
# Neither within a longer figure nor within a Latin name: GMS-6, F-35, COP26.
# 几百亿 and 数十亿 are not ten billion of something.
NOT_INSIDE = (
    rf"(?<![A-Za-z0-9０-９.．])(?<![A-Za-z][-‐–])(?<![{HAN_DIGIT}十百千万亿])(?!(?<=[几数])[十百千万亿])"
)
NUMBER_OF_DAY = rf"(?:[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
FOUR_DIGITS = rf"(?:[0-9０-９]{{4}}|[{HAN_DIGIT}]{{4}})"
DASH = "[-–—~～至到]"

BEFORE = {
    "近": ("nearly", "gần"),
    "将近": ("nearly", "gần"),
    "约": ("about", "khoảng"),
    "大约": ("about", "khoảng"),
    "约为": ("about", "khoảng"),
    "超过": ("over", "hơn"),
    "超": ("over", "hơn"),
    "逾": ("over", "hơn"),
    "至少": ("at least", "ít nhất"),
    "不到": ("less than", "chưa đến"),
    "不足": ("less than", "chưa đến"),
    "接近": ("nearly", "gần"),
    "大概": ("about", "khoảng"),
    "最多": ("at most", "nhiều nhất"),
    "至多": ("at most", "nhiều nhất"),
    "不低于": ("at least", "không dưới"),
    "不少于": ("at least", "không dưới"),
    "不超过": ("no more than", "không quá"),
}
AFTER = {
    "以上": ("more than", "trên"),
    "左右": ("about", "khoảng"),
    "以下": ("less than", "dưới"),
}


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def entity_of(
    match: re.Match[str],
    kind: EntityType,
    en: str,
    vi: str,
    role: str,
    accepted: Mapping[Target, tuple[str, ...]] | None = None,
) -> Entity:
    """An entity that spans the match."""
    return Entity(match[0], match.start(), match.end(), kind, en, vi, "", "rule", accepted or {}, role)


def integer(text: str | None) -> int | None:
    """A small whole number in either script, or None."""
    value = value_of(text) if text else None
    return int(value) if value is not None and value == int(value) else None


def number_text(numeral: str, value: Decimal, target: Target) -> str:
    """A number as the language writes it; small Chinese numerals in words, 七八 as one or the other."""
    either_of = neighbours(numeral)
    if either_of is not None:
        low, high = either_of
        if high > 10:
            low_text, high_text = (
                format_number(Decimal(n), target, scaled=high >= 10**4) for n in (low, high)
            )
            number, _, scale = low_text.partition(" ")
            return f"{number if high_text.endswith(scale) else low_text}-{high_text}"
        return f"{in_words(low, target)}{(' or ', ', ')[target is VI]}{in_words(high, target)}"
    if not is_arabic(numeral) and value <= 10 and value == int(value):
        return in_words(int(value), target)
    return format_number(value, target, scaled=any(c in "万亿" for c in numeral))


def is_arabic(numeral: str) -> bool:
    """Whether a numeral begins with a digit, half or full width."""
    return numeral[0].translate(FULLWIDTH).isascii()


def around(match: re.Match[str], text: str, target: Target) -> str:
    """The number with what Chinese says before or after it: 近, 约, 以上, 左右."""
    index = 0 if target is EN else 1
    groups = match.groupdict()
    for table, name in ((AFTER, "after"), (BEFORE, "before")):
        word = table.get(groups.get(name) or "")
        text = f"{word[index]} {text}" if word else text
    return text
