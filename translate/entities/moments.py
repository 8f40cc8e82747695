"""Moments: an hour of a certain day, in the time of a certain place."""

from __future__ import annotations

import re

from translate.entities.dates import DAY_PARTS, MONTHS, PART, is_day, is_month
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

ZONES = {
    "当地时间": ("local time", "giờ địa phương"),
    "北京时间": ("Beijing time", "giờ Bắc Kinh"),
    "越南时间": ("Vietnam time", "giờ Việt Nam"),
    "河内时间": ("Hanoi time", "giờ Hà Nội"),
    "曼谷时间": ("Bangkok time", "giờ Bangkok"),
    "东京时间": ("Tokyo time", "giờ Tokyo"),
    "莫斯科时间": ("Moscow time", "giờ Moskva"),
    "伦敦时间": ("London time", "giờ London"),
    "纽约时间": ("New York time", "giờ New York"),
    "美国东部时间": ("US Eastern time", "giờ miền Đông nước Mỹ"),
    "格林尼治时间": ("GMT", "giờ GMT"),
    "世界标准时间": ("UTC", "giờ UTC"),
}
# A day told from the day of writing: alone, and with a part of the day before it in Vietnamese.
RELATIVE = {
    "今天": ("today", "this", "hôm nay", "nay"),
    "今日": ("today", "this", "hôm nay", "nay"),
    "昨天": ("yesterday", "yesterday", "hôm qua", "qua"),
    "昨日": ("yesterday", "yesterday", "hôm qua", "qua"),
    "明天": ("tomorrow", "tomorrow", "ngày mai", "mai"),
    "明日": ("tomorrow", "tomorrow", "ngày mai", "mai"),
    "当天": ("that day", "that", "cùng ngày", "cùng ngày"),
    "当日": ("that day", "that", "cùng ngày", "cùng ngày"),
    "同日": ("the same day", "that", "cùng ngày", "cùng ngày"),
}
CLOCK = rf"(?:[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"


def clock(number: str) -> str:
    """The pattern of an hour with its minutes, its groups marked with ``number``."""
    return (
        rf"(?P<hour{number}>{CLOCK})(?:[时点](?:(?P<minute{number}>{CLOCK})分|(?P<half{number}>半)|[钟整])?"
        rf"|[:：](?P<colon{number}>[0-5][0-9])(?![0-9]))"
    )


MOMENT = re.compile(
    rf"(?P<zone>{either(ZONES)})?{NOT_INSIDE}"
    rf"(?P<date>(?:(?P<year>{FOUR_DIGITS})年)?(?P<month>{NUMBER_OF_DAY})月(?P<day>{NUMBER_OF_DAY})[日号]"
    rf"|(?P<alone>[0-9０-９]{{1,2}})日|(?P<relative>{either(RELATIVE)}))?"
    rf"(?P<part>{PART})?{clock('')}(?:{DASH}{clock('2')})?(?:许|左右)?(?![间期代候刻尚])"
)


DAY_IN_ZONE = re.compile(
    rf"(?P<zone>{either(ZONES)})(?:(?:(?P<year>{FOUR_DIGITS})年)?(?P<month>{NUMBER_OF_DAY})月(?P<day>{NUMBER_OF_DAY})[日号]"
    rf"|(?P<alone>[0-9]{{1,2}})日)(?P<relative>(?!))?(?P<part>{PART})?(?![0-9一二三四五六七八九十]{{1,3}}[时点:：])"
)


def moment(match: re.Match[str]) -> Entity | None:
    """8月17日上午9时, 当地时间17日20时, 今天下午3点半; an hour alone is none, nor in local time."""
    if not match["date"] and (match["zone"] or "当地时间") == "当地时间":
        return None
    begin, end = hour_of(match, ""), hour_of(match, "2")
    if begin is None or (end is None and match["hour2"]):
        return None
    day = day_of(match)
    if day is None:
        return None
    day_en, day_vi = day
    zone_en, zone_vi = ZONES.get(match["zone"] or "", ("", ""))
    time_en, time_vi = begin
    if end is not None:
        time_en, time_vi = f"from {begin[0]} to {end[0]}", f"từ {begin[1]} đến {end[1]}"
    english = (time_en, zone_en, day_en) if match["date"] else (time_en, day_en, zone_en)
    en = " ".join(filter(None, english))
    vi = " ".join(filter(None, (time_vi, day_vi, zone_vi and f"({zone_vi})")))
    return entity_of(match, EntityType.DATE, en, vi, "span" if end is not None else "hour")


def hour_of(match: re.Match[str], number: str) -> tuple[str, str] | None:
    """One hour with its minutes, or None."""
    hour = integer(match[f"hour{number}"])
    minutes = match[f"minute{number}"] or match[f"colon{number}"] or "0"
    minute = 30 if match[f"half{number}"] else integer(minutes)
    if hour is None or minute is None or hour > 24 or minute > 59:
        return None
    return f"{hour}:{minute:02}", f"{hour} giờ" + (f" {minute} phút" if minute else "")


def day_of(match: re.Match[str]) -> tuple[str, str] | None:
    """The day, with its part, as it stands behind the hour; None if there is no such day."""
    part_en, part_vi = DAY_PARTS.get(match["part"] or "", ("", ""))
    relative = RELATIVE.get(match["relative"] or "")
    if relative:
        day, this, day_vi, short = relative
        en = f"{this} {part_en}" if part_en and part_en != "noon" else f"{part_en} {day}".strip()
        return en, f"{part_vi} {short}" if part_vi else day_vi
    if match["alone"]:
        number = integer(match["alone"])
        if not is_day(number):
            return None
        en, vi = f"the {ordinal(number or 0, EN)}", f"ngày {number}"
    elif match["month"]:
        month, number, year = integer(match["month"]), integer(match["day"]), integer(match["year"])
        if not is_month(month) or not is_day(number):
            return None
        en = f"{MONTHS[(month or 0) - 1]} {number}" + (f", {year}" if year else "")
        vi = f"{number}/{month}" + (f"/{year}" if year else "")
        vi = vi if part_vi else f"ngày {vi}"
    else:
        en = "noon" if part_en == "noon" else f"in the {part_en}" if part_en else ""
        return en, part_vi
    if part_en == "noon":
        return f"noon on {en}", f"{part_vi} {vi}"
    return (f"on the {part_en} of {en}", f"{part_vi} {vi}") if part_en else (f"on {en}", vi)


def day_in_zone(match: re.Match[str]) -> Entity | None:
    """越南时间15日晚: a day in the time of a place that is named."""
    day = day_of(match)
    if day is None or match["zone"] == "当地时间":
        return None
    (en, vi), (zone_en, zone_vi) = day, ZONES[match["zone"]]
    en, role = en.removeprefix("on the ").removeprefix("on "), "part" if match["part"] else "day"
    return entity_of(match, EntityType.DATE, f"{en} {zone_en}", f"{vi} theo {zone_vi}", role)


FINDERS: tuple[Finder, ...] = ((MOMENT, moment), (DAY_IN_ZONE, day_in_zone))
