"""Lunar dates: days and months of the lunar calendar, and the sixty years of its cycle."""

from __future__ import annotations

import re

from translate.entities.figures import EN, HAN_DIGIT, Finder, entity_of, integer
from translate.entities.numerals import ordinal
from translate.row import Entity, EntityType, Target
from translate.terms.spellings import fold

DATE = EntityType.DATE
STEMS = {
    "甲": "Giáp", "乙": "Ất", "丙": "Bính", "丁": "Đinh", "戊": "Mậu", "己": "Kỷ", "庚": "Canh", "辛": "Tân",
    "壬": "Nhâm", "癸": "Quý",
}  # fmt: skip
# Vietnam has a buffalo and a cat where China has an ox and a rabbit.
BRANCHES = {
    "子": ("Tý", "Rat"), "丑": ("Sửu", "Buffalo"), "寅": ("Dần", "Tiger"), "卯": ("Mão", "Cat"),
    "辰": ("Thìn", "Dragon"), "巳": ("Tỵ", "Snake"), "午": ("Ngọ", "Horse"), "未": ("Mùi", "Goat"),
    "申": ("Thân", "Monkey"), "酉": ("Dậu", "Rooster"), "戌": ("Tuất", "Dog"), "亥": ("Hợi", "Pig"),
}  # fmt: skip
SIXTY = frozenset(
    stem + branch for i, stem in enumerate(STEMS) for j, branch in enumerate(BRANCHES) if (i - j) % 2 == 0
)
MONTHS_EN = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
MONTHS_VI = ("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Một", "Chạp")
NAMED_MONTHS = {"正": 1, "冬": 11, "腊": 12}

CALENDAR = "(?:农历|阴历|夏历|旧历)"
NUMBER = rf"(?:[{HAN_DIGIT}十]{{1,3}}|[0-9]{{1,2}})"
DAY = rf"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]|{NUMBER}(?=日))"
CYCLE = rf"(?P<cycle>[{''.join(STEMS)}][{''.join(BRANCHES)}])"
# 丙午年正月初一, 农历正月初十至十五.
WITHIN_YEAR = re.compile(
    rf"{CALENDAR}?{CYCLE}年{CALENDAR}?(?P<month>{NUMBER}|[正冬腊])月(?P<day>{DAY}|{NUMBER})日?"
)
LUNAR_DAYS = re.compile(
    rf"{CALENDAR}?(?P<month>(?<=历){NUMBER}|[正冬腊])月(?P<day>{DAY}|{NUMBER})日?[至到—–-](?:(?P<month2>{NUMBER}|[正冬腊])月)?"
    rf"(?P<day2>初[一二三四五六七八九十]|廿[一二三四五六七八九]|{NUMBER})日?"
)
LUNAR_DAY = re.compile(
    rf"(?:{CALENDAR}(?P<month>{NUMBER}|[正冬腊])月(?P<day>{DAY}|{NUMBER})|(?P<month2>[正腊])月(?P<day2>{DAY}|{NUMBER}))日?"
)
NEW_YEAR = re.compile(rf"(?:{CALENDAR}(?:新年|春节)?|春节)?大?年初(?P<day>[一二三四五六七八九])(?!中)")
LUNAR_MONTH = re.compile(rf"{CALENDAR}(?P<month>{NUMBER}|[正冬腊])月")
CYCLE_YEAR = re.compile(rf"{CALENDAR}?{CYCLE}(?P<noun>年(?!代)|(?:传统)?(?:新春|新年|春节))")


def lunar_day(match: re.Match[str]) -> Entity | None:
    """农历正月十五, 农历八月十五日, 腊月廿三."""
    month = number_of_month(match["month"] or match["month2"])
    day = number_of_day(match["day"] or match["day2"])
    if not month or not day:
        return None
    first = f"{ordinal(day, EN)} day" if day > 1 else "first day"
    name = month_vi(month)
    if day == 15:
        vi = f"rằm tháng {MONTHS_VI[month - 1]}"
    else:
        vi = f"{'mùng' if day <= 10 else 'ngày'} {day} {name}"
    return entity_of(match, DATE, f"{first} of the {MONTHS_EN[month - 1]} lunar month", vi, "part")


def within_year(match: re.Match[str]) -> Entity | None:
    """丙午年正月初一."""
    month, day, cycle = number_of_month(match["month"]), number_of_day(match["day"]), match["cycle"]
    if not month or not day or cycle not in SIXTY:
        return None
    branch, animal = BRANCHES[cycle[1]]
    nth = f"{ordinal(day, EN)} day" if day > 1 else "first day"
    en = f"{nth} of the {MONTHS_EN[month - 1]} lunar month of the Year of the {animal}"
    vi = (
        f"{'mùng' if day <= 10 else 'ngày'} {day} tháng {MONTHS_VI[month - 1]} năm {STEMS[cycle[0]]} {branch}"
    )
    return entity_of(match, DATE, en, vi, "part")


def lunar_days(match: re.Match[str]) -> Entity | None:
    """农历正月初十至十五."""
    month, day = number_of_month(match["month"]), number_of_day(match["day"])
    month2 = number_of_month(match["month2"]) if match["month2"] else month
    day2 = number_of_day(match["day2"])
    if not month or not day or not month2 or not day2:
        return None
    first, last = (ordinal(number, EN) if number > 1 else "first" for number in (day, day2))
    first_vi, last_vi = (f"{'mùng' if number <= 10 else 'ngày'} {number}" for number in (day, day2))
    if month == month2:
        en = f"from the {first} to the {last} day of the {MONTHS_EN[month - 1]} lunar month"
        return entity_of(match, DATE, en, f"từ {first_vi} đến {last_vi} {month_vi(month)}", "span")
    en = (
        f"from the {first} day of the {MONTHS_EN[month - 1]} lunar month"
        f" to the {last} day of the {MONTHS_EN[month2 - 1]} lunar month"
    )
    return entity_of(
        match, DATE, en, f"từ {first_vi} {month_vi(month)} đến {last_vi} {month_vi(month2)}", "span"
    )


def new_year(match: re.Match[str]) -> Entity | None:
    """农历大年初一, 大年初三."""
    day = integer(match["day"])
    if not day:
        return None
    en = "first day" if day == 1 else f"{ordinal(day, EN)} day"
    return entity_of(match, DATE, f"{en} of the lunar new year", f"mùng {day} Tết", "part")


def lunar_month(match: re.Match[str]) -> Entity | None:
    """农历八月."""
    month = number_of_month(match["month"])
    if not month:
        return None
    return entity_of(match, DATE, f"{MONTHS_EN[month - 1]} lunar month", month_vi(month), "period")


def cycle_year(match: re.Match[str]) -> Entity | None:
    """丙午年, 丙午新春."""
    cycle = match["cycle"]
    if cycle not in SIXTY:
        return None
    branch, animal = BRANCHES[cycle[1]]
    name = f"{STEMS[cycle[0]]} {branch}"
    if match["noun"].endswith("年") and not match["noun"].endswith("新年"):
        latin = {Target.EN: (f"{fold(name).title()} Year", f"Lunar Year of the {animal}")}
        return entity_of(match, DATE, f"Year of the {animal}", f"năm {name}", "period", latin)
    feast = f"{fold(name).title()} Lunar New Year"
    forms = {Target.EN: (f"Lunar New Year of the {animal}",), Target.VI: (f"Xuân {name}",)}
    return entity_of(match, EntityType.EVENT, feast, f"Tết {name}", "", forms)


def month_vi(month: int) -> str:
    """A lunar month in Vietnamese; the first and the last are called so in no other calendar."""
    name = f"tháng {MONTHS_VI[month - 1]}"
    return name if month in (1, 12) else f"{name} âm lịch"


def number_of_month(text: str) -> int | None:
    """The number of a lunar month, or None."""
    month = NAMED_MONTHS.get(text) or integer(text)
    return month if month and month <= 12 else None


def number_of_day(text: str) -> int | None:
    """The number of a lunar day, or None: a month has thirty at most."""
    text = text.removeprefix("初")
    day = 20 + (integer(text[1:]) or 0) if text.startswith("廿") else integer(text)
    return day if day and day <= 30 else None


FINDERS: tuple[Finder, ...] = (
    (WITHIN_YEAR, within_year),
    (LUNAR_DAYS, lunar_days),
    (LUNAR_DAY, lunar_day),
    (NEW_YEAR, new_year),
    (LUNAR_MONTH, lunar_month),
    (CYCLE_YEAR, cycle_year),
)
