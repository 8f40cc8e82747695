"""Periods: quarters, halves, spans of months and spans of hours."""

from __future__ import annotations

import re

from translate.entities.dates import DAY_PARTS, MONTHS, PART, STRETCHES, is_month
from translate.entities.figures import (
    EN,
    FOUR_DIGITS,
    HAN_DIGIT,
    NOT_INSIDE,
    NUMBER_OF_DAY,
    VI,
    Finder,
    either,
    entity_of,
    integer,
)
from translate.entities.numerals import in_words, roman
from translate.row import Entity, EntityType

DATE = EntityType.DATE
QUARTERS = ("first", "second", "third", "fourth")
# The year that a period belongs to: English behind "of", Vietnamese behind the period.
RELATIVE = {
    "今年": ("this year", "năm nay"),
    "本年": ("this year", "năm nay"),
    "去年": ("last year", "năm ngoái"),
    "明年": ("next year", "năm tới"),
}
HALVES = {"上半年": ("first half", "sáu tháng đầu năm"), "下半年": ("second half", "sáu tháng cuối năm")}
OF_YEAR = rf"(?:{NOT_INSIDE}(?P<year>{FOUR_DIGITS})年|(?P<relative>{either(RELATIVE)}))"
QUARTER = re.compile(rf"{OF_YEAR}?第?(?P<quarter>(?<![0-9])[1-4]|(?<![{HAN_DIGIT}十])[一二三四])季度")
QUARTERS_FROM_START = re.compile(rf"{OF_YEAR}?前(?P<count>[2-3]|[两二三])个?季度")
HALF = re.compile(rf"{OF_YEAR}(?P<half>{either(HALVES)})")
HALF_ALONE = re.compile(f"(?P<half>{either(HALVES)})")
MONTHS_FROM_START = re.compile(
    rf"(?P<relative>{either(RELATIVE)})[前头](?P<count>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,2}})(?:个月|月(?![0-9日份底初中]))"
)
STRETCH = either(STRETCHES)
MONTH_TO_MONTH = re.compile(
    rf"{NOT_INSIDE}(?:(?P<year>{FOUR_DIGITS})年)?(?P<month>{NUMBER_OF_DAY})月份?(?P<stretch>{STRETCH})?[-–—~～至到]"
    rf"(?:(?P<year2>{FOUR_DIGITS})年)?(?P<month2>{NUMBER_OF_DAY})月(?:份|(?P<stretch2>{STRETCH}))?(?![0-9]|[一二三四五六七八九十]{{1,3}}日)"
)
# 1至9月, 今年1-9月: the first month goes without its 月.
FIRST_TO_MONTH = re.compile(
    rf"(?:{OF_YEAR}|{NOT_INSIDE})(?P<month>1[0-2]|[1-9])[-–—~～至到](?P<month2>1[0-2]|[1-9])月份?(?![0-9额初底中])"
)
CLOCK = rf"(?:[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
HOUR_TO_HOUR = re.compile(
    rf"(?P<part>{PART})?{NOT_INSIDE}(?P<hour>{CLOCK})(?:[时点](?:(?P<minute>{CLOCK})分|(?P<half>半))?|[:：](?P<colon>[0-5][0-9]))[-–—~～至到]"
    rf"(?P<part2>{PART})?(?P<hour2>{CLOCK})(?:[时点](?:(?P<minute2>{CLOCK})分|(?P<half2>半))?|[:：](?P<colon2>[0-5][0-9])(?![0-9]))(?![间期代候刻])"
)


def quarter(match: re.Match[str]) -> Entity | None:
    """第一季度, 2025年第一季度, 今年一季度."""
    number = integer(match["quarter"])
    if not number:
        return None
    return of_year(match, f"{QUARTERS[number - 1]} quarter", f"quý {roman(number)}", joint="/")


def quarters(match: re.Match[str]) -> Entity | None:
    """2025年前三季度."""
    number = integer(match["count"])
    if not number:
        return None
    return of_year(match, f"first {in_words(number, EN)} quarters", f"{in_words(number, VI)} quý đầu năm")


def half(match: re.Match[str]) -> Entity | None:
    """2025年上半年, 今年上半年."""
    return of_year(match, *HALVES[match["half"]])


def half_alone(match: re.Match[str]) -> Entity | None:
    """上半年."""
    en, vi = HALVES[match["half"]]
    return entity_of(match, DATE, f"{en} of the year", vi, "period")


def months(match: re.Match[str]) -> Entity | None:
    """今年前9个月."""
    number = integer(match["count"])
    if not number or number > 12:
        return None
    return of_year(match, f"first {in_words(number, EN)} months", f"{number} tháng đầu năm")


def of_year(match: re.Match[str], en: str, vi: str, joint: str = " ") -> Entity:
    """A period of the year that the match names."""
    groups = match.groupdict()
    if groups.get("relative"):
        year_en, year_vi = RELATIVE[groups["relative"]]
        year_vi = year_vi.removeprefix("năm ") if vi.endswith(" năm") else year_vi
        return entity_of(match, DATE, f"{en} of {year_en}", f"{vi} {year_vi}", "period")
    year = integer(groups.get("year"))
    if year:
        return entity_of(match, DATE, f"{en} of {year}", f"{vi}{joint}{year}", "period")
    return entity_of(match, DATE, en, vi, "period")


def month_to_month(match: re.Match[str]) -> Entity | None:
    """6月至8月, 2024年10月至2025年3月, 7月初至9月底."""
    first, last = integer(match["month"]), integer(match["month2"])
    if not is_month(first) or not is_month(last):
        return None
    year, year2 = integer(match["year"]), integer(match["year2"])
    if year and not year2 and not (match["stretch"] or match["stretch2"]):
        year, year2 = None, year
    (begin_en, begin_vi), (end_en, end_vi) = (
        month_text(number or 0, stretch or "", of)
        for number, stretch, of in ((first, match["stretch"], year), (last, match["stretch2"], year2))
    )
    return entity_of(match, DATE, f"from {begin_en} to {end_en}", f"từ {begin_vi} đến {end_vi}", "span")


def first_to_month(match: re.Match[str]) -> Entity | None:
    """1至9月, 今年1-9月, 2025年1-9月."""
    first, last = integer(match["month"]), integer(match["month2"])
    if not first or not last or first >= last:
        return None
    en, vi = f"from {MONTHS[first - 1]} to {MONTHS[last - 1]}", f"từ tháng {first} đến tháng {last}"
    if match["relative"]:
        year_en, year_vi = RELATIVE[match["relative"]]
        en, vi = f"{en} {year_en}", f"{vi} {year_vi}"
    elif match["year"]:
        year = integer(match["year"])
        en, vi = f"{en} {year}", f"{vi}/{year}"
    return entity_of(match, DATE, en, vi, "span")


def month_text(number: int, stretch: str, year: int | None) -> tuple[str, str]:
    """A month with its part and its year."""
    en, vi = STRETCHES.get(stretch, ("", ""))
    of_en, of_vi = (f" {year}", f"/{year}") if year else ("", "")
    return f"{en}{MONTHS[number - 1]}{of_en}", f"{vi}tháng {number}{of_vi}"


def hour_to_hour(match: re.Match[str]) -> Entity | None:
    """下午3时至5时, 8:00-11:30."""
    ends: list[tuple[str, str]] = []
    for name in ("", "2"):
        number = integer(match[f"hour{name}"])
        minute = (
            30 if match[f"half{name}"] else integer(match[f"minute{name}"] or match[f"colon{name}"] or "0")
        )
        if number is None or minute is None or number > 24 or minute > 59:
            return None
        ends.append((f"{number}:{minute:02}", f"{number} giờ" + (f" {minute} phút" if minute else "")))
    parts = [DAY_PARTS.get(match[name] or "") for name in ("part", "part2")]
    if parts[0] and not parts[1]:
        parts.reverse()
    texts = [
        (f"{en} in the {part[0]}", f"{vi} {part[1]}") if part else (en, vi)
        for (en, vi), part in zip(ends, parts, strict=True)
    ]
    (begin_en, begin_vi), (end_en, end_vi) = texts
    return entity_of(match, DATE, f"from {begin_en} to {end_en}", f"từ {begin_vi} đến {end_vi}", "span")


FINDERS: tuple[Finder, ...] = (
    (QUARTER, quarter),
    (QUARTERS_FROM_START, quarters),
    (HALF, half),
    (HALF_ALONE, half_alone),
    (MONTHS_FROM_START, months),
    (MONTH_TO_MONTH, month_to_month),
    (FIRST_TO_MONTH, first_to_month),
    (HOUR_TO_HOUR, hour_to_hour),
)
