"""Eras: decades, centuries and their parts, years before and after Christ."""

from __future__ import annotations

import re

from translate.entities.amounts import FIRST_TEN
from translate.entities.dates import STRETCHES
from translate.entities.figures import EN, HAN_DIGIT, NOT_INSIDE, Finder, either, entity_of, integer
from translate.entities.numerals import neighbours, ordinal
from translate.row import Entity, EntityType

DATE = EntityType.DATE
ERA = "(?P<era>公元前|公元后|公元|西元前)"
YEAR_OF_ERA = re.compile(
    rf"{ERA}(?:约)?(?P<year>[0-9０-９]{{1,4}}|[{HAN_DIGIT}十百]{{1,5}})年(?!代|[以之]?[来间])"
)
CENTURY_OF_ERA = re.compile(rf"{ERA}(?:约)?(?P<century>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})世纪")
DECADE = re.compile(
    rf"{NOT_INSIDE}(?:(?P<century>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}}|上个?)世纪)?"
    rf"(?P<decade>[0-9０-９]{{1,4}}|[{HAN_DIGIT}]?十)年代"
)
DECADES = re.compile(
    rf"{NOT_INSIDE}(?P<century>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}}|上个?)世纪"
    rf"(?:(?P<first>[0-9]{{2}}|[{HAN_DIGIT}]十)(?:年代)?[至到、和—–-](?P<second>[0-9]{{2}}|[{HAN_DIGIT}]十)|(?P<pair>[{HAN_DIGIT}]{{2}}十))年代"
)
NTH_DECADE = re.compile(
    rf"{NOT_INSIDE}(?P<century>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})世纪(?:第(?P<nth>[{HAN_DIGIT}十]|[0-9])个|(?P<first>[头前首]个?))十年"
)
# Where in a century; the first and second half are halves of it.
OF_CENTURY = {
    "初": STRETCHES["初"], "初期": STRETCHES["初"], "初叶": STRETCHES["初"], "早期": STRETCHES["初"],
    "中": STRETCHES["中旬"], "中叶": STRETCHES["中旬"], "中期": STRETCHES["中旬"],
    "末": STRETCHES["末"], "末期": STRETCHES["末"], "末叶": STRETCHES["末"], "后期": STRETCHES["末"],
    "上半叶": ("first half of the ", "nửa đầu "), "前半叶": ("first half of the ", "nửa đầu "),
    "下半叶": ("second half of the ", "nửa cuối "), "后半叶": ("second half of the ", "nửa cuối "),
}  # fmt: skip
CENTURY = re.compile(
    rf"{NOT_INSIDE}(?P<century>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})世纪"
    rf"(?P<stretch>{either(OF_CENTURY)})?(?![步级次衷心层线国])"
)

CENTURIES = re.compile(
    rf"(?<![从自]){NOT_INSIDE}(?P<first>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})(?:世纪)?[至到—-]"
    rf"(?P<second>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})世纪(?![0-9{HAN_DIGIT}初中末前后上下])"
)


def of_era(match: re.Match[str]) -> tuple[str, str, str]:
    """What English says before and behind a year or century of an era, and Vietnamese behind it."""
    if match["era"].endswith("前"):
        return "", " BC", " trước Công nguyên"
    return "AD ", "", " sau Công nguyên"


def year_of_era(match: re.Match[str]) -> Entity | None:
    """公元前221年, 公元40年."""
    year = integer(match["year"])
    if year is None:
        return None
    before, behind, vi = of_era(match)
    return entity_of(match, DATE, f"{before}{year}{behind}", f"năm {year}{vi}", "year")


def century_of_era(match: re.Match[str]) -> Entity | None:
    """公元前3世纪."""
    number = integer(match["century"])
    if not number:
        return None
    _, behind, vi = of_era(match)
    behind = behind or " AD"
    return entity_of(match, DATE, f"{ordinal(number, EN)} century{behind}", f"thế kỷ {number}{vi}", "century")


def decade(match: re.Match[str]) -> Entity | None:
    """20世纪80年代, 90年代, 1980年代."""
    last = (match["century"] or "").startswith("上")
    number, century = integer(match["decade"]), 20 if last else integer(match["century"])
    if number is None or number % 10:
        return None
    base = number if number >= 1000 else ((century or 20) - 1) * 100 + number
    vi = f"những năm {number} của thế kỷ {century}" if century else f"thập niên {base}"
    return entity_of(match, DATE, f"{base}s", vi, "decade")


def century_alone(match: re.Match[str]) -> Entity | None:
    """21世纪, 19世纪中叶."""
    number = integer(match["century"])
    if not number:
        return None
    en, vi = OF_CENTURY.get(match["stretch"] or "", ("", ""))
    return entity_of(match, DATE, f"{en}{ordinal(number, EN)} century", f"{vi}thế kỷ {number}", "century")


def centuries(match: re.Match[str]) -> Entity | None:
    """十五世纪至十九世纪, 15至19世纪."""
    first, second = integer(match["first"]), integer(match["second"])
    if not first or not second or first >= second:
        return None
    en = f"{ordinal(first, EN)} to {ordinal(second, EN)} centuries"
    return entity_of(match, DATE, en, f"thế kỷ {first}-{second}", "century")


def decades(match: re.Match[str]) -> Entity | None:
    """20世纪60至70年代, 上世纪六七十年代."""
    last = match["century"].startswith("上")
    century = 20 if last else integer(match["century"])
    first, second = (integer(match[name]) for name in ("first", "second"))
    if match["pair"]:
        low, high = neighbours(match["pair"]) or (0, 0)
        first, second = low, high
    if not century or not first or not second or first % 10 or second % 10 or first >= second:
        return None
    base = (century - 1) * 100
    vi = f"những năm {first}-{second} của thế kỷ {century}"
    return entity_of(match, DATE, f"{base + first}s and {base + second}s", vi, "decade")


def nth_decade(match: re.Match[str]) -> Entity | None:
    """21世纪第三个十年, 21世纪头十年."""
    century, nth = integer(match["century"]), 1 if match["first"] else integer(match["nth"])
    if not century or not nth or nth > 10:
        return None
    vi_nth = "đầu tiên" if nth == 1 else f"thứ {nth}"
    en = f"{FIRST_TEN[nth - 1]} decade of the {ordinal(century, EN)} century"
    return entity_of(match, DATE, en, f"thập niên {vi_nth} của thế kỷ {century}", "decade")


FINDERS: tuple[Finder, ...] = (
    (YEAR_OF_ERA, year_of_era),
    (CENTURY_OF_ERA, century_of_era),
    (CENTURIES, centuries),
    (DECADES, decades),
    (NTH_DECADE, nth_decade),
    (DECADE, decade),
    (CENTURY, century_alone),
)
