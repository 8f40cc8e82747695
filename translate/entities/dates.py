"""Dates: days, months, years, spans of them, and hours of the day."""

from __future__ import annotations

import re

from translate.entities.figures import (
    DASH,
    EN,
    FOUR_DIGITS,
    HAN_DIGIT,
    NOT_INSIDE,
    NUMBER_OF_DAY,
    Finder,
    either,
    entity_of,
    integer,
)
from translate.entities.numerals import ordinal
from translate.row import Entity, EntityType

DATE = EntityType.DATE
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
DAY_PARTS = {
    "上午": ("morning", "sáng"),
    "早上": ("morning", "sáng"),
    "早晨": ("morning", "sáng"),
    "清晨": ("early morning", "sáng sớm"),
    "凌晨": ("early morning", "rạng sáng"),
    "中午": ("noon", "trưa"),
    "下午": ("afternoon", "chiều"),
    "午后": ("afternoon", "chiều"),
    "傍晚": ("evening", "chiều tối"),
    "晚上": ("evening", "tối"),
    "晚间": ("evening", "tối"),
    "晚": ("evening", "tối"),
    "早": ("morning", "sáng"),
    "夜间": ("night", "đêm"),
    "深夜": ("night", "đêm"),
}
# Where in a month or year: English before the name, Vietnamese too.
STRETCHES = {
    "初": ("early ", "đầu "),
    "上旬": ("early ", "đầu "),
    "中旬": ("mid-", "giữa "),
    "下旬": ("late ", "cuối "),
    "底": ("late ", "cuối "),
    "末": ("late ", "cuối "),
}
HALVES = {"上半年": ("first half", "sáu tháng đầu"), "下半年": ("second half", "sáu tháng cuối")}
NOUNS = {
    "阶段": ("period", "giai đoạn"),
    "时期": ("period", "thời kỳ"),
    "期间": ("period", "giai đoạn"),
    "任期": ("term", "nhiệm kỳ"),
    "年度": ("fiscal year", "năm tài chính"),
    "财年": ("fiscal year", "năm tài chính"),
    "财政年度": ("fiscal year", "năm tài chính"),
    "学年": ("school year", "năm học"),
    "赛季": ("season", "mùa giải"),
}
NOUN = "|".join(NOUNS)

PART = f"(?:{either(DAY_PARTS)})"
YEAR_FIRST = rf"{NOT_INSIDE}(?:(?P<year>{FOUR_DIGITS})年)?"
# 8月初 but not 8月初步, 底 but not 底层.
STRETCH = rf"(?P<stretch>{either(STRETCHES)})(?![步级次期衷心层线])"
DAY_OF_MONTH = re.compile(
    rf"{YEAR_FIRST}(?P<month>{NUMBER_OF_DAY})月(?P<day>{NUMBER_OF_DAY})[日号](?P<part>{PART})?"
    rf"(?:{DASH}(?:(?:(?P<year2>{FOUR_DIGITS})年)?(?P<month2>{NUMBER_OF_DAY})月)?(?P<day2>{NUMBER_OF_DAY})[日号](?P<part2>{PART})?)?"
)
MONTH = re.compile(rf"{YEAR_FIRST}(?P<month>{NUMBER_OF_DAY})月(?:份(?!额))?(?:{STRETCH})?(?!份?[0-9])")
DAY = re.compile(
    rf"(?<![月A-Za-z0-9０-９.．第{HAN_DIGIT}十])(?P<day>[0-9０-９]{{1,2}})日(?P<part>{PART})?"
    rf"(?:{DASH}(?P<day2>[0-9０-９]{{1,2}})日(?P<part2>{PART})?)?(?![之以]?内)"
)
WHICH_MONTH = {
    "本月": ("this month", "tháng này"),
    "上月": ("last month", "tháng trước"),
    "上个月": ("last month", "tháng trước"),
    "下月": ("next month", "tháng tới"),
    "下个月": ("next month", "tháng tới"),
    "每月": ("every month", "hằng tháng"),
    "每个月": ("every month", "hằng tháng"),
    "当月": ("that month", "cùng tháng"),
    "同月": ("the same month", "cùng tháng"),
}
DAY_OF_THIS = re.compile(
    rf"(?P<which>{either(WHICH_MONTH)})(?P<day>[0-9０-９]{{1,2}})日(?P<part>{PART})?"
    rf"(?:{DASH}(?P<day2>[0-9０-９]{{1,2}})日)?"
)
YEARS = re.compile(
    rf"{NOT_INSIDE}(?P<first>{FOUR_DIGITS})年?[-–—~～至](?P<last>{FOUR_DIGITS})"
    rf"(?:年(?P<noun1>{NOUN})?|(?P<noun2>{NOUN}))?(?![0-9０-９])"
)
# 2025/2026学年, 2025-26赛季
TWO_YEARS = re.compile(
    rf"{NOT_INSIDE}(?P<first>[12][0-9]{{3}})(?P<joint>[/／-])(?P<last>[12][0-9]{{3}}|[0-9]{{2}})年?"
    "(?P<noun>学年|赛季|年度)"
)
FISCAL_YEAR = re.compile(rf"{NOT_INSIDE}(?P<year>[12][0-9]{{3}})(?:财年|财政年度)")
# 每年5月19日, which comes round.
YEARLY = re.compile(
    rf"每年(?:农历|阴历)?(?P<month>{NUMBER_OF_DAY})月(?P<day>{NUMBER_OF_DAY})[日号](?!{DASH}|{PART})"
)
WEEKDAYS = {
    "一": ("Monday", "thứ Hai"), "二": ("Tuesday", "thứ Ba"), "三": ("Wednesday", "thứ Tư"),
    "四": ("Thursday", "thứ Năm"), "五": ("Friday", "thứ Sáu"), "六": ("Saturday", "thứ Bảy"),
    "日": ("Sunday", "Chủ nhật"), "天": ("Sunday", "Chủ nhật"),
}  # fmt: skip
DAY_OF_WEEK = f"[{''.join(WEEKDAYS)}]"
WEEKLY = re.compile(
    rf"每(?:周|星期|逢周)(?P<days>{DAY_OF_WEEK}(?:(?:[、，]?(?:[和与]|以及)?(?:周|星期)?){DAY_OF_WEEK}){{1,5}})(?![名人家个])"
)
YEAR = re.compile(
    rf"{NOT_INSIDE}(?P<year>{FOUR_DIGITS})年(?!代)"
    rf"(?:(?P<half>{'|'.join(HALVES)})|年?(?P<stretch>[初底末])(?![步级次期衷心层线]))?"
)
HOUR = re.compile(
    rf"(?P<part>{PART})?{NOT_INSIDE}(?P<hour>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
    rf"(?:[时点](?P<minute>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})分|[时点](?P<half>半)|[:：](?P<colon>[0-5][0-9])(?![0-9])"
    r"|时(?![间期代候刻尚])|点(?:钟|整|许)|(?P<bare>点)(?![0-9一二三四五六七八九十滴点名燃赞击心评缀]))(?:许|左右)?"
)
# Before these a number and 点 is a time of day even without the part of the day.
BEFORE_HOUR = re.compile("[在于至到从自]$|截至$|今天$|昨天$|明天$|当天$|日$")


def day_of_month(match: re.Match[str]) -> Entity | None:
    """2026年1月27日晚, 8月12日至17日, 1月27日至28日晚."""
    year, month, day = integer(match["year"]), integer(match["month"]), integer(match["day"])
    last, last_month = integer(match["day2"]), integer(match["month2"])
    if not is_month(month) or not is_day(day) or (last and not is_day(last)):
        return None
    assert month and day
    tail = f"/{year}" if year else ""
    comma_year = f", {year}" if year else ""
    if last is None:
        return with_part(match, f"{MONTHS[month - 1]} {day}{comma_year}", f"{day}/{month}{tail}")
    other = last_month if last_month and last_month != month else None
    if other is not None and not is_month(other):
        return None
    first_vi = f"{day}/{month}" if other else str(day)
    last_vi = f"{last}/{other or month}{tail}"
    if match["year2"]:
        last_year, month2 = integer(match["year2"]), last_month or month
        first, second = f"{MONTHS[month - 1]} {day}{comma_year}", f"{MONTHS[month2 - 1]} {last}, {last_year}"
        return from_to(match, first, second, f"{day}/{month}{tail}", f"{last}/{month2}/{last_year}")
    if match["part"] or match["part2"]:
        second = f"{MONTHS[(other or month) - 1]} {last}{comma_year}"
        return from_to(match, f"{MONTHS[month - 1]} {day}", second, first_vi, last_vi)
    vi = f"từ ngày {first_vi} đến {last_vi}"
    if other:
        en = f"from {MONTHS[month - 1]} {day} to {MONTHS[other - 1]} {last}{comma_year}"
        return entity_of(match, DATE, en, vi, "span")
    return entity_of(match, DATE, f"{MONTHS[month - 1]} {day}-{last}{comma_year}", vi, "days")


def day_alone(match: re.Match[str]) -> Entity | None:
    """26日, 12日至17日 without a month."""
    day, last = integer(match["day"]), integer(match["day2"])
    if not is_day(day) or (last is not None and not is_day(last)):
        return None
    assert day
    if not last:
        vi = f"ngày {day}" if match["part"] else str(day)
        return with_part(match, f"the {ordinal(day, EN)}", vi)
    first_en, last_en = f"the {ordinal(day, EN)}", f"the {ordinal(last, EN)}"
    if match["part"] or match["part2"]:
        return from_to(match, first_en, last_en, str(day), str(last))
    return entity_of(match, DATE, f"from {first_en} to {last_en}", f"từ ngày {day} đến {last}", "span")


def day_of_this(match: re.Match[str]) -> Entity | None:
    """本月15日, 上个月3日至5日."""
    day, last = integer(match["day"]), integer(match["day2"])
    if not is_day(day) or (last is not None and not is_day(last)):
        return None
    month_en, month_vi = WHICH_MONTH[match["which"]]
    first = f"the {ordinal(day or 0, EN)}"
    if last:
        en = f"from {first} to the {ordinal(last, EN)} of {month_en}"
        return entity_of(match, DATE, en, f"từ ngày {day} đến {last} {month_vi}", "span")
    vi = f"ngày {day} {month_vi}" if match["part"] else f"{day} {month_vi}"
    return with_part(match, f"{first} of {month_en}", vi)


def month(match: re.Match[str]) -> Entity | None:
    """2016年8月, 8月, 8月底."""
    year, number = integer(match["year"]), integer(match["month"])
    if not is_month(number):
        return None
    assert number
    stretch = STRETCHES.get(match["stretch"] or "", ("", ""))
    en = f"{stretch[0]}{MONTHS[number - 1]}" + (f" {year}" if year else "")
    vi = f"{stretch[1]}tháng {number}" + (f"/{year}" if year else "")
    return entity_of(match, DATE, en, vi, "month")


def is_month(number: int | None) -> bool:
    """Whether there is such a month."""
    return number is not None and 1 <= number <= 12


def is_day(number: int | None) -> bool:
    """Whether there is such a day."""
    return number is not None and 1 <= number <= 31


def with_part(match: re.Match[str], en: str, vi: str) -> Entity:
    """A day with its morning, afternoon or evening."""
    part = DAY_PARTS.get(match["part"] or "")
    if part:
        return entity_of(match, DATE, f"{part[0]} of {en}", f"{part[1]} {vi}", "part")
    return entity_of(match, DATE, en, f"ngày {vi}", "day")


def from_to(match: re.Match[str], first_en: str, last_en: str, first_vi: str, last_vi: str) -> Entity:
    """A span of days that begins or ends at a part of the day."""
    ends = []
    for name, en, vi in (("part", first_en, first_vi), ("part2", last_en, last_vi)):
        part = DAY_PARTS.get(match[name] or "")
        ends.append((f"the {part[0]} of {en}", f"{part[1]} {vi}") if part else (en, f"ngày {vi}"))
    (begin_en, begin_vi), (end_en, end_vi) = ends
    return entity_of(match, DATE, f"from {begin_en} to {end_en}", f"từ {begin_vi} đến {end_vi}", "span")


def years(match: re.Match[str]) -> Entity:
    """1950-2026, 2014-2016年阶段, 2023-2027年任期."""
    span = f"{integer(match['first'])}-{integer(match['last'])}"
    noun = NOUNS.get(match["noun1"] or match["noun2"] or "")
    if noun:
        return entity_of(match, DATE, f"{span} {noun[0]}", f"{noun[1]} {span}", "period")
    return entity_of(match, DATE, span, span, "years")


def two_years(match: re.Match[str]) -> Entity:
    """2025/2026学年, 2025-26赛季."""
    first, last, joint = match["first"], match["last"], match["joint"].replace("／", "/")
    en, vi = NOUNS[match["noun"]]
    return entity_of(match, DATE, f"{first}{joint}{last} {en}", f"{vi} {first}-{last}", "period")


def fiscal_year(match: re.Match[str]) -> Entity:
    """2025财年."""
    year = match["year"]
    return entity_of(match, DATE, f"{year} fiscal year", f"năm tài chính {year}", "period")


def yearly(match: re.Match[str]) -> Entity | None:
    """每年5月19日."""
    month, day = integer(match["month"]), integer(match["day"])
    if not is_month(month) or not is_day(day) or "历" in match[0]:
        return None
    en = f"{MONTHS[(month or 1) - 1]} {day} every year"
    return entity_of(match, DATE, en, f"ngày {day}/{month} hằng năm", "day")


def weekly(match: re.Match[str]) -> Entity:
    """每周二、四、六."""
    days = [WEEKDAYS[day] for day in match["days"] if day in WEEKDAYS]
    (*first, last), (*dau, cuoi) = (list(names) for names in zip(*days, strict=True))
    en, vi = f"{', '.join(first)} and {last}", f"{', '.join(dau)} và {cuoi}"
    return entity_of(match, DATE, f"every {en}", f"{vi} hằng tuần", "span")


def year_alone(match: re.Match[str]) -> Entity:
    """2024年, 二〇二五年, 2025年底, 2025年上半年."""
    year = integer(match["year"])
    if match["half"]:
        en, vi = HALVES[match["half"]]
        return entity_of(match, DATE, f"{en} of {year}", f"{vi} năm {year}", "period")
    stretch = STRETCHES.get(match["stretch"] or "", ("", ""))
    return entity_of(match, DATE, f"{stretch[0]}{year}", f"{stretch[1]}năm {year}", "year")


def hour(match: re.Match[str]) -> Entity | None:
    """上午9时30分, 14时, 下午3点半."""
    number = integer(match["hour"])
    minute = 30 if match["half"] else integer(match["minute"] or match["colon"] or "0")
    if number is None or minute is None or number > 24 or minute > 59:
        return None
    part = DAY_PARTS.get(match["part"] or "")
    told = part or BEFORE_HOUR.search(match.string, max(0, match.start() - 2), match.start())
    if match["bare"] and not told:
        # 三点意见 are three remarks.
        return None
    en = f"{number}:{minute:02}"
    if part:
        en += " noon" if part[0] == "noon" else f" in the {part[0]}"
    vi = f"{number} giờ" + (f" {minute} phút" if minute else "") + (f" {part[1]}" if part else "")
    return entity_of(match, DATE, en, vi, "hour")


FINDERS: tuple[Finder, ...] = (
    (DAY_OF_MONTH, day_of_month),
    (MONTH, month),
    (DAY, day_alone),
    (DAY_OF_THIS, day_of_this),
    (YEARS, years),
    (TWO_YEARS, two_years),
    (FISCAL_YEAR, fiscal_year),
    (YEARLY, yearly),
    (WEEKLY, weekly),
    (YEAR, year_alone),
    (HOUR, hour),
)
