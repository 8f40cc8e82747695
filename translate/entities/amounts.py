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
    with_separators,
)
from translate.row import Entity, EntityType

UNITS = {
    "平方公里": ("square kilometres", "km2"),
    "平方千米": ("square kilometres", "km2"),
    "平方米": ("square metres", "m2"),
    "平方公尺": ("square metres", "m2"),
    "平方英里": ("square miles", "dặm vuông"),
    "平方英尺": ("square feet", "foot vuông"),
    "英亩": ("acres", "mẫu Anh"),
    "立方公尺": ("cubic metres", "m3"),
    "公尺": ("metres", "m"),
    "公吨": ("tonnes", "tấn"),
    "公升": ("litres", "lít"),
    "公克": ("grams", "gam"),
    "克拉": ("carats", "carat"),
    "立方米": ("cubic metres", "m3"),
    "公里": ("km", "km"),
    "千米": ("km", "km"),
    "海里": ("nautical miles", "hải lý"),
    "英里": ("miles", "dặm"),
    "英尺": ("feet", "foot"),
    "英寸": ("inches", "inch"),
    "里": ("li", "dặm"),
    "厘米": ("cm", "cm"),
    "毫米": ("mm", "mm"),
    "米": ("metres", "m"),
    "公顷": ("hectares", "ha"),
    "吨": ("tonnes", "tấn"),
    "公斤": ("kg", "kg"),
    "千克": ("kg", "kg"),
    "毫克": ("mg", "mg"),
    "微克": ("µg", "µg"),
    "分贝": ("decibels", "decibel"),
    "马力": ("horsepower", "mã lực"),
    "千卡": ("kcal", "kcal"),
    "伏": ("V", "V"),
    "票": ("votes", "phiếu"),
    "微米": ("micrometres", "micromet"),
    "纳米": ("nm", "nm"),
    "升": ("litres", "lít"),
    "毫升": ("ml", "ml"),
    "盎司": ("ounces", "ounce"),
    "桶": ("barrels", "thùng"),
    "标准箱": ("TEU", "TEU"),
    "剂": ("doses", "liều"),
    "吉瓦": ("GW", "GW"),
    "兆瓦": ("MW", "MW"),
    "兆瓦时": ("MWh", "MWh"),
    "千伏": ("kV", "kV"),
    "千瓦": ("kW", "kW"),
    "千瓦时": ("kWh", "kWh"),
    "摄氏度": ("°C", "độ C"),
    "℃": ("°C", "độ C"),
    "°C": ("°C", "độ C"),
    "度电": ("kWh", "kWh"),
    "岁": ("years old", "tuổi"),
    "倍": ("times", "lần"),
    "个百分点": ("percentage points", "điểm phần trăm"),
    "周年": ("anniversary", "năm"),
    "个小时": ("hours", "giờ"),
    "小时": ("hours", "giờ"),
    "分钟": ("minutes", "phút"),
    "秒": ("seconds", "giây"),
    "天": ("days", "ngày"),
    "个月": ("months", "tháng"),
    "年": ("years", "năm"),
}
TIMES = ("年", "个月", "天", "小时", "个小时")
SINGULAR = {
    "hours": "hour", "days": "day", "months": "month", "years": "year", "minutes": "minute",
    "tonnes": "tonne", "metres": "metre", "hectares": "hectare", "barrels": "barrel",
    "percentage points": "percentage point", "seconds": "second", "doses": "dose", "miles": "mile",
    "litres": "litre", "ounces": "ounce", "votes": "vote", "carats": "carat", "acres": "acre",
}  # fmt: skip
# 50多 is more than fifty, 50来 about fifty.
MORE = {EN: ("more than", "about"), VI: ("hơn", "khoảng")}
FIRST_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

# What stands behind 50来: 50来个, but not 2050来华.
COUNTED = "个名人位岁年天家次件只头辆艘座所项种米公吨"
# 最近30天 are not nearly thirty.
BEFORE_IT = rf"(?:(?<!最)(?P<before>{either(BEFORE)}))?"
AFTER_IT = rf"(?P<after>{either(AFTER)})?"
NUMBER = (
    rf"{BEFORE_IT}{NOT_INSIDE}(?P<number>{NUMERAL})"
    rf"(?P<more>[多余]|(?<=十)几|(?<=[0十百千万])来(?=[{COUNTED}]))?(?P<scale>[万亿]{{1,2}})?"
)
ORDINAL = re.compile(
    rf"第(?P<number>[0-9０-９]{{1,4}}|[{HAN_DIGIT}十百]{{1,6}})(?![0-9０-９])"
    r"(?P<unit>届|次|号|位|轮|期|批|条|章|季度|个|名|任)?"
)
AMOUNT = re.compile(
    rf"(?P<below>负|零下)?{NUMBER}(?P<unit>{either(MONEY)}|{either(UNITS)})(?P<more2>[多余])?(?P<after>{either(AFTER)}|以?来|[内间])?(?![人们])(?<!元(?=[化素旦宵月首老]))"
)
# 5G and 3D are names; 100km is left as it stands.
COUNT = re.compile(rf"{NUMBER}{AFTER_IT}(?![A-Za-z0-9])")
YEAR = re.compile("[12][0-9]{3}")
GROWTH = re.compile("(?:增长|增加|扩大|提高|提升|上升|上涨|激增|猛增)了?约?$")
# What 第一条 counts where it names no article of a law: 第一条地铁线路.
COUNTED_BY_TIAO = re.compile(
    r"[^\W\d款项规和与至对明的确第之中所指要修内]{0,8}?(?:线路?|铁路|公路|道路|高速|[街河江船鱼蛇狗]|隧道|消息|新闻|信息)"
)
MONTHS_FROM_START = re.compile(
    rf"(?:(?P<year>(?<![0-9])[0-9]{{4}})年)?(?<![此之提以从先空])[前头](?P<number>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,2}})(?:个月|月(?![0-9日份底初中]))"
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
    if unit in ("号", "条", "章") and not (unit == "条" and COUNTED_BY_TIAO.match(match.string, match.end())):
        en = {"号": "No.", "条": "Article", "章": "Chapter"}[unit]
        vi = {"号": "số", "条": "Điều", "章": "Chương"}[unit]
        return entity_of(match, EntityType.NUMBER, f"{en} {number}", f"{vi} {number}", "label")
    if unit == "季度":
        en = FIRST_TEN[number - 1] if 1 <= number <= 4 else ordinal(number, EN)
        return entity_of(match, EntityType.DATE, f"{en} quarter", f"quý {roman(number)}", "period")
    chinese = not is_arabic(match["number"])
    en = FIRST_TEN[number - 1] if chinese and unit != "届" and 1 <= number <= 10 else ordinal(number, EN)
    vi = "đầu tiên" if number == 1 and unit in ("个", "位", "条", "") else ordinal(number, VI)
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
    if unit == "倍" and value != 1 and GROWTH.search(match.string, max(0, match.start() - 4), match.start()):
        # 增长两倍 adds two hundred per cent, 增长到两倍 makes it double.
        en, vi = (
            around(match, f"{number_text(str(n := value * 100), n, target)}%", target) for target in (EN, VI)
        )
        return entity_of(match, EntityType.NUMBER, en, vi, "amount")
    if unit == "岁" and after in ("以上", "以下"):
        return of_age(match, value)
    if unit == "周年":
        en = f"{ordinal(int(value), EN)} anniversary"
        return entity_of(match, EntityType.NUMBER, en, f"{number_text(numeral, value, VI)} năm", "nth")
    more = bool(match["more"] or match["more2"])
    texts = []
    for target, word in zip((EN, VI), MONEY.get(unit) or UNITS[unit], strict=True):
        if target is EN and value == 1 and neighbours(numeral) is None:
            word = SINGULAR.get(word, word)
        number = number_text(numeral, value, target)
        # Vietnamese says year and five alike.
        number = "5" if (target, unit, number) == (VI, "年", "năm") else number
        if match["below"]:
            number = f"{('minus', 'âm')[target is VI]} {number}"
        text = around(match, f"{number} {word}", target)
        texts.append(f"{MORE[target][match['more'] == '来']} {text}" if more else text)
    en, vi = texts
    if after in ("来", "以来"):
        vague = more or match["before"]
        en = f"for {en}" if vague else f"over the past {en}"
        return entity_of(match, EntityType.DATE, en, f"{vi} qua", "span")
    if after in ("内", "间"):
        return entity_of(match, EntityType.DATE, f"within {en}", f"trong {vi}", "span")
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def of_age(match: re.Match[str], value: Decimal) -> Entity:
    """18岁以上, which takes those of eighteen in; 16岁以下, which does not say."""
    number = with_separators(value, EN)
    if match["after"] == "以上":
        en, vi = f"{number} years old and over", f"từ {number} tuổi trở lên"
    else:
        en, vi = f"under {number} years old", f"dưới {number} tuổi"
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def count(match: re.Match[str]) -> Entity | None:
    """420, 近百万, 100多万, 1.2亿; Chinese numerals only where 十 and more or a word around them counts."""
    number, scale = match["number"], match["scale"] or ""
    numeral = number + scale
    if YEAR.fullmatch(numeral) and match.string[match.end() : match.end() + 1] == "年":
        # 超过1999年 is more than in that year.
        return None
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
        en, vi = (f"{MORE[target][match['more'] == '来']} {text}" for target, text in ((EN, en), (VI, vi)))
    return entity_of(match, EntityType.NUMBER, en, vi, "count")


def value_or_first(numeral: str) -> Decimal | None:
    """The value of a numeral, the lower one of a numeral such as 七八."""
    low_high = neighbours(numeral)
    return Decimal(low_high[0]) if low_high else value_of(numeral)


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
    (ORDINAL, ordinal_number),
    (MONTHS_FROM_START, months_from_start),
    (AMOUNT, amount),
    (COUNT, count),
)
