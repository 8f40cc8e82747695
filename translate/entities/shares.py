"""Shares: percentages, fractions, tenths and halves, and figures that stand as they are."""

from __future__ import annotations

import re
from decimal import Decimal

from translate.entities.amounts import AFTER_IT, BEFORE_IT, FIRST_TEN, spoken_decimal
from translate.entities.figures import (
    ARABIC,
    EN,
    HAN_DIGIT,
    NOT_INSIDE,
    VI,
    Finder,
    around,
    entity_of,
    integer,
    is_arabic,
)
from translate.entities.numerals import FULLWIDTH, format_number, in_words, ordinal, value_of, with_separators
from translate.row import Entity, EntityType

# Below zero; a dash between two things is no minus.
MINUS = r"(?P<minus>负|零下|(?<![\w)）%-])[-−]|(?<=[为至到达是])[-−])?"
PERCENT = re.compile(
    rf"{BEFORE_IT}{MINUS}(?:{NOT_INSIDE}(?P<number>{ARABIC})[%％]"
    rf"|百分之(?P<words>{ARABIC}|[{HAN_DIGIT}十百点]{{1,12}})|(?P<whole>百分百)){AFTER_IT}"
)
FRACTION = re.compile(
    rf"{BEFORE_IT}(?<![{HAN_DIGIT}十])(?P<bottom>[{HAN_DIGIT}十]{{1,3}})分之(?P<top>[{HAN_DIGIT}十]{{1,3}}){AFTER_IT}"
)
# 三成 is three tenths; 成 also begins and ends words: 成为, 一成不变.
TENTHS = re.compile(
    rf"{BEFORE_IT}{NOT_INSIDE}(?P<tenths>[一二两三四五六七八九])成(?P<hundredths>[一二三四五六七八九])?(?P<half>半)?"
    rf"{AFTER_IT}(?![为功就立员长本果都熟分型绩交年效品语套不人家])"
)
PER_MILLE = re.compile(rf"{BEFORE_IT}{NOT_INSIDE}(?P<number>{ARABIC})‰{AFTER_IT}")
# Per mille and the like, as shares of a hundred.
SMALL_SHARE = re.compile(
    rf"{BEFORE_IT}(?P<of>[十百]?万|千|亿)分之(?P<top>{ARABIC}|[{HAN_DIGIT}十百点]{{1,12}}){AFTER_IT}"
)
SLASHED = re.compile(
    rf"{BEFORE_IT}{NOT_INSIDE}(?<![/／于在])(?P<top>[1-9])[/／](?P<bottom>[2-9]|10)(?![0-9/／月日年])"
    rf"{AFTER_IT}(?P<behind>(?=的|人口|面积|国土|成员|席位|时间|$|[，。、；]))?"
)
HALF = re.compile(
    rf"{BEFORE_IT}(?<![另这那前后上下])(?:一半|半数)(?P<after>以上|左右|以下)?|(?P<over>一大半|过半数?)(?=的)"
)
# 24/7 and other figures with a stroke stand as they are.
STROKE = re.compile(rf"{NOT_INSIDE}(?<![/／])[0-9]{{1,4}}(?:[/／][0-9]{{1,4}}){{1,2}}(?![0-9/／.．])")
# 3比1 in sport and in votes.
SCORE = re.compile(rf"{NOT_INSIDE}(?P<first>[0-9]{{1,3}})比(?P<second>[0-9]{{1,3}})(?![0-9.．％%])")
PARTS = {2: "half", 4: "quarter"}


def percent(match: re.Match[str]) -> Entity | None:
    """32.8%, 84%以上, 百分之三十."""
    words = "一百" if match["whole"] else match["words"]
    value = spoken_decimal(words) if words else value_of(match["number"])
    if value is None:
        return None
    value = -value if match["minus"] else value
    en = around(match, f"{format_number(value, EN, scaled=False)}%", EN)
    vi = around(match, f"{format_number(value, VI, scaled=False)}%", VI)
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def fraction(match: re.Match[str]) -> Entity | None:
    """三分之二."""
    top, bottom = integer(match["top"]), integer(match["bottom"])
    if not top or not bottom or bottom == 100:
        return None
    part = part_of(bottom) + ("s" if top > 1 else "")
    en, vi = f"{in_words(top, EN)} {part}", f"{in_words(top, VI)} phần {vietnamese_part(bottom)}"
    return entity_of(match, EntityType.NUMBER, around(match, en, EN), around(match, vi, VI), "amount")


def per_mille(match: re.Match[str]) -> Entity | None:
    """5‰, which is half a per cent."""
    value = value_of(match["number"])
    if value is None:
        return None
    en, vi = (
        around(match, f"{format_number(value.scaleb(-1), target, scaled=False)}%", target)
        for target in (EN, VI)
    )
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def small_share(match: re.Match[str]) -> Entity | None:
    """千分之三 as 0.3%, 十万分之一 as 1 in 100,000."""
    value = value_of(match["top"]) if is_arabic(match["top"]) else spoken_decimal(match["top"])
    if value is None:
        return None
    if match["of"] not in ("千", "万"):
        whole = value_of(f"一{match['of']}") or Decimal(1)
        en, vi = (
            around(match, f"{with_separators(value, t)}{joint}{with_separators(whole, t)}", t)
            for t, joint in ((EN, " in "), (VI, "/"))
        )
        return entity_of(match, EntityType.NUMBER, en, vi, "amount")
    value = value.scaleb(-1 if match["of"] == "千" else -2)
    en, vi = (around(match, f"{format_number(value, target, scaled=False)}%", target) for target in (EN, VI))
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def part_of(bottom: int) -> str:
    """One of so many equal parts in English: half, third, 12th."""
    return PARTS.get(bottom) or (FIRST_TEN[bottom - 1] if bottom <= len(FIRST_TEN) else ordinal(bottom, EN))


def vietnamese_part(bottom: int) -> str:
    """The lower number of a fraction in Vietnamese, where a quarter is called otherwise than four."""
    return "tư" if bottom == 4 else in_words(bottom, VI)


def half(match: re.Match[str]) -> Entity:
    """一半, 超过一半, 半数以上, 过半."""
    more = match["over"] is not None
    en, vi = around(match, "half", EN), around(match, "một nửa", VI)
    if more:
        en, vi = "more than half", "hơn một nửa"
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def stroke(match: re.Match[str]) -> Entity:
    """24/7."""
    text = match[0].translate(FULLWIDTH).replace("／", "/")
    return entity_of(match, EntityType.NUMBER, text, text, "amount")


def score(match: re.Match[str]) -> Entity:
    """3比1."""
    text = f"{int(match['first'])}-{int(match['second'])}"
    return entity_of(match, EntityType.NUMBER, text, text, "amount")


def slashed(match: re.Match[str]) -> Entity | None:
    """1/3 where it is said of something: 约1/3的人口."""
    top, bottom = int(match["top"]), int(match["bottom"])
    if top >= bottom or (match["behind"] is None and not match["before"] and not match["after"]):
        return None
    part = part_of(bottom) + ("s" if top > 1 else "")
    en, vi = f"{in_words(top, EN)} {part}", f"{in_words(top, VI)} phần {vietnamese_part(bottom)}"
    return entity_of(match, EntityType.NUMBER, around(match, en, EN), around(match, vi, VI), "amount")


def tenths(match: re.Match[str]) -> Entity | None:
    """三成, 七成以上, 六成五."""
    value = Decimal(
        10 * (integer(match["tenths"]) or 0) + (integer(match["hundredths"]) or 5 * bool(match["half"]))
    )
    en, vi = (around(match, f"{value}%", target) for target in (EN, VI))
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


FINDERS: tuple[Finder, ...] = (
    (PERCENT, percent),
    (PER_MILLE, per_mille),
    (FRACTION, fraction),
    (SMALL_SHARE, small_share),
    (SLASHED, slashed),
    (SCORE, score),
    (STROKE, stroke),
    (HALF, half),
    (TENTHS, tenths),
)
