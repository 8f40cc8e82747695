"""Ranges: from one number to another, with what both count."""

from __future__ import annotations

import re
from decimal import Decimal

from translate.entities.amounts import AFTER_IT, BEFORE_IT, UNITS
from translate.entities.currencies import MONEY
from translate.entities.figures import EN, NOT_INSIDE, NUMERAL, VI, Finder, around, either, entity_of
from translate.entities.numerals import MYRIADS, format_number, value_of
from translate.row import Entity, EntityType, Target

UNIT = f"{either([*MONEY, *UNITS])}"
TO = "[-–—~～至到]"
SCALE = "[万亿]{1,2}"
RANGE = re.compile(
    rf"{BEFORE_IT}(?<!第)(?<![-–])(?<!第[0-9]){NOT_INSIDE}(?P<low>{NUMERAL})(?P<unit1>[%％]|{UNIT})?{TO}"
    rf"(?P<high>{NUMERAL})(?P<unit>[%％]|{UNIT})?{AFTER_IT}(?![0-9A-Za-z月日时点分年号])"
)
PERCENT = frozenset("%％")


def spanned(match: re.Match[str]) -> Entity | None:
    """30%至40%, 5到10万吨, 500万美元至800万美元."""
    low_text, high_text = match["low"], match["high"]
    unit = match["unit"] or ""
    if match["unit1"] and match["unit1"] != unit:
        return None
    if is_bare(match) and not re.search("[至到]", match[0]):
        # 3-1 is a result, 024-3825 a telephone number.
        return None
    low, high = value_of(low_text), value_of(high_text)
    if low is None or high is None or (unit == "年" and high >= 1000):
        return None
    scale = scale_of(high_text)
    if scale > 1 and not match["unit1"] and scale_of(low_text) == 1 and low < high / scale:
        low *= scale
    if low >= high:
        return None
    scaled = scale > 1
    texts = []
    for target in (EN, VI):
        number = from_to(low, high, target, scaled=scaled)
        if unit in PERCENT and unit:
            number = f"{number}%"
        elif unit:
            number = f"{number} {(MONEY.get(unit) or UNITS[unit])[target is VI]}"
        texts.append(around(match, number, target))
    return entity_of(match, EntityType.NUMBER, texts[0], texts[1], "amount" if unit else "count")


def is_bare(match: re.Match[str]) -> bool:
    """Whether nothing but two numbers stands there: no unit, no 万 or 亿."""
    return not match["unit"] and not (set(match["low"] + match["high"]) & MYRIADS.keys())


def scale_of(numeral: str) -> Decimal:
    """What the 万 and 亿 at the end of a plain numeral multiply it by, else 1."""
    match = re.fullmatch(rf"[^万亿]+(?P<scale>{SCALE})", numeral)
    return Decimal(1) if match is None else (value_of(match["scale"]) or Decimal(1))


def from_to(low: Decimal, high: Decimal, target: Target, *, scaled: bool) -> str:
    """Two numbers joined, the word for millions said once: 5-8 million."""
    first, last = (format_number(value, target, scaled=scaled) for value in (low, high))
    number, _, scale = first.partition(" ")
    return f"{number if scale and last.endswith(f' {scale}') else first}-{last}"


FINDERS: tuple[Finder, ...] = ((RANGE, spanned),)
