"""Amounts: numbers, shares, ordinals, money and measures."""

from __future__ import annotations

import re
from decimal import Decimal

from translate.entities.currencies import MONEY
from translate.entities.figures import (
    AFTER,
    BEFORE,
    EN,
    HAN_DIGIT,
    NOT_INSIDE,
    NUMERAL,
    VI,
    Finder,
    around,
    either,
    entity_of,
    integer,
    is_arabic,
    number_text,
)
from translate.entities.numerals import (
    FULLWIDTH,
    in_words,
    neighbours,
    ordinal,
    roman,
    value_of,
)
from translate.row import Entity, EntityType

UNITS = {
    "平方公里": ("square kilometres", "km2"),
    "平方千米": ("square kilometres", "km2"),
    "平方米": ("square metres", "m2"),
    "立方米": ("cubic metres", "m3"),
    "公里": ("km", "km"),
    "千米": ("km", "km"),
    "海里": ("nautical miles", "hải lý"),
    "厘米": ("cm", "cm"),
    "毫米": ("mm", "mm"),
    "米": ("metres", "m"),
    "公顷": ("hectares", "ha"),
    "吨": ("tonnes", "tấn"),
    "公斤": ("kg", "kg"),
    "千克": ("kg", "kg"),
    "桶": ("barrels", "thùng"),
    "兆瓦": ("MW", "MW"),
    "千瓦": ("kW", "kW"),
    "千瓦时": ("kWh", "kWh"),
    "摄氏度": ("°C", "độ C"),
    "度电": ("kWh", "kWh"),
    "岁": ("years old", "tuổi"),
    "倍": ("times", "lần"),
    "个百分点": ("percentage points", "điểm phần trăm"),
    "周年": ("anniversary", "năm"),
    "个小时": ("hours", "giờ"),
    "小时": ("hours", "giờ"),
    "分钟": ("minutes", "phút"),
    "天": ("days", "ngày"),
    "个月": ("months", "tháng"),
    "年": ("years", "năm"),
}
TIMES = ("年", "个月", "天", "小时", "个小时")
SINGULAR = {
    "hours": "hour", "days": "day", "months": "month", "years": "year", "minutes": "minute",
    "tonnes": "tonne", "metres": "metre", "hectares": "hectare", "barrels": "barrel",
    "percentage points": "percentage point",
}  # fmt: skip
VAGUE = {
    "百": ("hundreds of", "hàng trăm"),
    "千": ("thousands of", "hàng nghìn"),
    "万": ("tens of thousands of", "hàng vạn"),
    "十万": ("hundreds of thousands of", "hàng trăm nghìn"),
    "百万": ("millions of", "hàng triệu"),
    "千万": ("tens of millions of", "hàng chục triệu"),
    "亿": ("hundreds of millions of", "hàng trăm triệu"),
    "十亿": ("billions of", "hàng tỷ"),
    "百亿": ("tens of billions of", "hàng chục tỷ"),
    "千亿": ("hundreds of billions of", "hàng trăm tỷ"),
    "万亿": ("trillions of", "hàng nghìn tỷ"),
    "十": ("dozens of", "hàng chục"),
}
# Set phrases for a great many.
GREAT_MANY = {
    "成千上万": ("tens of thousands of", "hàng vạn"),
    "成百上千": ("hundreds of", "hàng trăm"),
    "数以百计": ("hundreds of", "hàng trăm"),
    "数以千计": ("thousands of", "hàng nghìn"),
    "数以万计": ("tens of thousands of", "hàng vạn"),
    "数以十万计": ("hundreds of thousands of", "hàng trăm nghìn"),
    "数以百万计": ("millions of", "hàng triệu"),
    "数以亿计": ("hundreds of millions of", "hàng trăm triệu"),
    "千千万万": ("millions of", "hàng triệu"),
}
FIRST_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

BEFORE_IT = rf"(?:(?P<before>{either(BEFORE)}))?"
AFTER_IT = rf"(?P<after>{either(AFTER)})?"
NUMBER = rf"{BEFORE_IT}{NOT_INSIDE}(?P<number>{NUMERAL})(?P<more>[多余]|(?<=十)几)?(?P<scale>[万亿]{{1,2}})?"
ORDINAL = re.compile(
    rf"第(?P<number>[0-9０-９]{{1,4}}|[{HAN_DIGIT}十百]{{1,6}})(?![0-9０-９])"
    r"(?P<unit>届|次|号|位|轮|期|批|条|章|季度|个|名|任)?"
)
AMOUNT = re.compile(
    rf"(?P<below>负|零下)?{NUMBER}(?P<unit>{either(MONEY)}|{either(UNITS)})(?P<more2>[多余])?(?P<after>{either(AFTER)}|以?来|[内间])?(?![人们])(?<!元(?=[化素旦宵月首老]))"
)
# 5G and 3D are names; 100km is left as it stands.
COUNT = re.compile(rf"{NUMBER}{AFTER_IT}(?![A-Za-z0-9])")
HALVES = {
    "年半": ("years", "năm rưỡi"),
    "个月半": ("months", "tháng rưỡi"),
    "个半月": ("months", "tháng rưỡi"),
    "个半小时": ("hours", "giờ rưỡi"),
    "小时半": ("hours", "giờ rưỡi"),
    "天半": ("days", "ngày rưỡi"),
    "岁半": ("years old", "tuổi rưỡi"),
    "公里半": ("kilometres", "km rưỡi"),
}
AND_A_HALF = re.compile(
    rf"{BEFORE_IT}{NOT_INSIDE}(?P<number>[一两二三四五六七八九十]|[0-9]{{1,2}})(?P<unit>{either(HALVES)})"
)
SEVERAL = re.compile(
    r"(?P<word>好几|数|几|上|成)(?P<scale>万亿|[十百千]?[万亿]|[十百千])(?![克瓦])(?:的(?=[\u4e00-\u9fff]))?"
)
MANY = re.compile(rf"(?P<many>{either(GREAT_MANY)})(?:的(?=[\u4e00-\u9fff]))?")
MONTHS_FROM_START = re.compile(
    rf"(?:(?P<year>(?<![0-9])[0-9]{{4}})年)?(?<![此之提以从先空])前(?P<number>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,2}})个月"
)


def spoken_decimal(words: str) -> Decimal | None:
    """三十二点八 as 32.8."""
    whole, _, decimals = words.partition("点")
    value, after = value_of(whole), value_of(decimals) if decimals else Decimal(0)
    if value is None or after is None:
        return None
    return value + after.scaleb(-len(decimals))


def ordinal_number(match: re.Match[str]) -> Entity | None:
    """第30届, 第十四次, 第57号, 第三."""
    number, unit = integer(match["number"]), match["unit"] or ""
    if number is None:
        return None
    if unit in ("号", "条", "章"):
        en = {"号": "No.", "条": "Article", "章": "Chapter"}[unit]
        vi = {"号": "số", "条": "Điều", "章": "Chương"}[unit]
        return entity_of(match, EntityType.NUMBER, f"{en} {number}", f"{vi} {number}", "label")
    if unit == "季度":
        en = FIRST_TEN[number - 1] if 1 <= number <= 4 else ordinal(number, EN)
        return entity_of(match, EntityType.DATE, f"{en} quarter", f"quý {roman(number)}", "period")
    chinese = not is_arabic(match["number"])
    en = FIRST_TEN[number - 1] if chinese and unit != "届" and 1 <= number <= 10 else ordinal(number, EN)
    vi = "đầu tiên" if number == 1 and unit in ("个", "位", "") else ordinal(number, VI)
    if unit in ("届", "次"):
        vi = f"lần {ordinal(number, VI)}"
    return entity_of(match, EntityType.NUMBER, en, vi, "ordinal")


def amount(match: re.Match[str]) -> Entity | None:
    """6800亿美元, 19.7公里, 近30亿美元, 35周年, 两年多来."""
    unit, after = match["unit"], match["after"] or ""
    numeral = match["number"] + (match["scale"] or "")
    value = value_or_first(numeral)
    if (
        value is None
        or (unit == "年" and value >= 1000)
        or (after and after not in AFTER and unit not in TIMES)
    ):
        return None
    if unit == "周年":
        en = f"{ordinal(int(value), EN)} anniversary"
        return entity_of(match, EntityType.NUMBER, en, f"{number_text(numeral, value, VI)} năm", "nth")
    more = bool(match["more"] or match["more2"])
    texts = []
    for target, word in zip((EN, VI), MONEY.get(unit) or UNITS[unit], strict=True):
        if target is EN and value == 1 and not more and neighbours(numeral) is None:
            word = SINGULAR.get(word, word)
        number = number_text(numeral, value, target)
        # Vietnamese says year and five alike.
        number = "5" if (target, unit, number) == (VI, "年", "năm") else number
        if match["below"]:
            number = f"{('minus', 'âm')[target is VI]} {number}"
        text = around(match, f"{number} {word}", target)
        texts.append(f"{('more than', 'hơn')[target is VI]} {text}" if more else text)
    en, vi = texts
    if after in ("来", "以来"):
        vague = more or match["before"]
        en = f"for {en}" if vague else f"over the past {en}"
        return entity_of(match, EntityType.DATE, en, f"{vi} qua", "span")
    if after in ("内", "间"):
        return entity_of(match, EntityType.DATE, f"within {en}", f"trong {vi}", "span")
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def count(match: re.Match[str]) -> Entity | None:
    """420, 近百万, 100多万, 1.2亿; Chinese numerals only where 十 and more or a word around them counts."""
    number, scale = match["number"], match["scale"] or ""
    numeral = number + scale
    around_it = match["before"] or match["more"] or match["after"]
    if not is_arabic(number) and len(numeral) < 2 and not around_it:
        return None
    value = value_or_first(numeral)
    if value is None:
        return None
    if number.isascii() and number.isdigit() and number.startswith("0"):
        en = vi = number.translate(FULLWIDTH)
    elif re.fullmatch("[1-9][0-9]{3}", numeral):
        # Four digits alone are as often a year or a number plate as a count: leave them as they stand.
        en = vi = numeral
    else:
        en, vi = (number_text(numeral, value, target) for target in (EN, VI))
    en, vi = around(match, en, EN), around(match, vi, VI)
    if match["more"]:
        en, vi = f"more than {en}", f"hơn {vi}"
    return entity_of(match, EntityType.NUMBER, en, vi, "count")


def value_or_first(numeral: str) -> Decimal | None:
    """The value of a numeral, the lower one of a numeral such as 七八."""
    low_high = neighbours(numeral)
    return Decimal(low_high[0]) if low_high else value_of(numeral)


def several(match: re.Match[str]) -> Entity | None:
    """几十万, 数百, 上千."""
    word = VAGUE.get(match["scale"])
    return entity_of(match, EntityType.NUMBER, word[0], word[1], "vague") if word else None


def great_many(match: re.Match[str]) -> Entity:
    """成千上万, 数以千计."""
    return entity_of(match, EntityType.NUMBER, *GREAT_MANY[match["many"]], "vague")


def and_a_half(match: re.Match[str]) -> Entity | None:
    """一年半, 两个半月, 3个半小时."""
    number = integer(match["number"])
    if not number:
        return None
    en, vi = HALVES[match["unit"]]
    english = around(match, f"{in_words(number, EN)} and a half {en}", EN)
    vietnamese = "5" if (number, match["unit"]) == (5, "年半") else in_words(number, VI)
    return entity_of(match, EntityType.NUMBER, english, around(match, f"{vietnamese} {vi}", VI), "amount")


def months_from_start(match: re.Match[str]) -> Entity | None:
    """前7个月, 2025年前九个月: the year so far."""
    number = integer(match["number"])
    if not number or number > 12:
        return None
    year_en, year_vi = (f" of {match['year']}", f" {match['year']}") if match["year"] else ("", "")
    months = "month" if number == 1 else "months"
    en = f"first {in_words(number, EN)} {months}{year_en}"
    return entity_of(match, EntityType.DATE, en, f"{number} tháng đầu năm{year_vi}", "period")


FINDERS: tuple[Finder, ...] = (
    (MANY, great_many),
    (AND_A_HALF, and_a_half),
    (ORDINAL, ordinal_number),
    (MONTHS_FROM_START, months_from_start),
    (AMOUNT, amount),
    (SEVERAL, several),
    (COUNT, count),
)
