"""Numbers, dates, amounts and ordinals in Chinese text, with their English and Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from translate.numerals import FULLWIDTH, format_number, in_words, ordinal, value_of
from translate.row import Entity, EntityType, Target

EN, VI = Target.EN, Target.VI
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAY_PARTS = {
    "上午": ("morning", "sáng"),
    "早上": ("morning", "sáng"),
    "早晨": ("morning", "sáng"),
    "清晨": ("early morning", "sáng sớm"),
    "凌晨": ("early morning", "rạng sáng"),
    "中午": ("noon", "trưa"),
    "下午": ("afternoon", "chiều"),
    "傍晚": ("evening", "chiều tối"),
    "晚上": ("evening", "tối"),
    "晚间": ("evening", "tối"),
    "晚": ("evening", "tối"),
    "早": ("morning", "sáng"),
    "夜间": ("night", "đêm"),
}
MONEY = {
    "美元": ("USD", "USD"),
    "越盾": ("VND", "đồng"),
    "越南盾": ("VND", "đồng"),
    "欧元": ("EUR", "euro"),
    "人民币": ("yuan", "nhân dân tệ"),
    "元人民币": ("yuan", "nhân dân tệ"),
    "日元": ("yen", "yên"),
    "韩元": ("won", "won"),
    "英镑": ("pounds", "bảng Anh"),
    "泰铢": ("baht", "baht"),
    "瑞尔": ("riel", "riel"),
    "基普": ("kip", "kíp"),
    "卢布": ("roubles", "rúp"),
    "卢比": ("rupees", "rupee"),
}
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
    "万吨": ("tonnes", "tấn"),
    "吨": ("tonnes", "tấn"),
    "公斤": ("kg", "kg"),
    "千克": ("kg", "kg"),
    "桶": ("barrels", "thùng"),
    "兆瓦": ("MW", "MW"),
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
}
AFTER = {
    "以上": ("more than", "trên"),
    "左右": ("about", "khoảng"),
    "以下": ("less than", "dưới"),
}
VAGUE = {
    "百": ("hundreds of", "hàng trăm"),
    "千": ("thousands of", "hàng nghìn"),
    "万": ("tens of thousands of", "hàng vạn"),
    "十万": ("hundreds of thousands of", "hàng trăm nghìn"),
    "百万": ("millions of", "hàng triệu"),
    "千万": ("tens of millions of", "hàng chục triệu"),
    "亿": ("hundreds of millions of", "hàng trăm triệu"),
    "十亿": ("billions of", "hàng tỷ"),
    "十": ("dozens of", "hàng chục"),
}
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

HAN_DIGIT = "〇零一二两三四五六七八九"
ARABIC = r"[0-9０-９]+(?:[,，](?=[0-9０-９]{3}(?![0-9０-９]))[0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
NUMERAL = rf"(?:(?:{ARABIC}|[{HAN_DIGIT}十百千]+)[十百千]?[万亿]{{0,2}})+|[百千][万亿]{{1,2}}"
NOT_INSIDE = r"(?<![A-Za-z0-9０-９.．])"
NUMBER_OF_DAY = rf"(?:[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
FOUR_DIGITS = rf"(?:[0-9０-９]{{4}}|[{HAN_DIGIT}]{{4}})"
DASH = "[-–—~～至到]"


def either(table: dict[str, tuple[str, str]]) -> str:
    """A regular expression for any key of a table, the longer ones first."""
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


DATE = re.compile(
    rf"{NOT_INSIDE}(?:(?P<year>{FOUR_DIGITS})年)?(?P<month>{NUMBER_OF_DAY})月"
    rf"(?:(?P<day>{NUMBER_OF_DAY})[日号](?:{DASH}(?:(?P<month2>{NUMBER_OF_DAY})月)?(?P<day2>{NUMBER_OF_DAY})[日号])?"
    rf"(?P<part>{either(DAY_PARTS)})?)?(?!份?[0-9])"
)
DAY = re.compile(
    rf"(?<![月A-Za-z0-9０-９.．第{HAN_DIGIT}十])(?P<day>[0-9０-９]{{1,2}})日(?:{DASH}(?P<day2>[0-9０-９]{{1,2}})日)?(?P<part>{either(DAY_PARTS)})?"
)
YEARS = re.compile(
    rf"{NOT_INSIDE}(?P<first>{FOUR_DIGITS})年?[-–—~～](?P<last>{FOUR_DIGITS})(?:年(?P<noun1>阶段|时期|期间|任期|年度|学年)?|(?P<noun2>阶段|时期|期间|任期|年度|学年))?"
)
YEAR = re.compile(rf"{NOT_INSIDE}(?P<year>{FOUR_DIGITS})年(?!代)")
DECADE = re.compile(
    rf"{NOT_INSIDE}(?:(?P<century>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})世纪)?(?P<decade>[0-9０-９]{{1,4}}|[{HAN_DIGIT}]?十)年代"
)
CENTURY = re.compile(rf"{NOT_INSIDE}(?P<century>[0-9０-９]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})世纪")
PERCENT = re.compile(
    rf"(?P<before>{either(BEFORE)})?(?:{NOT_INSIDE}(?P<number>{ARABIC})[%％]|百分之(?P<words>{ARABIC}|[{HAN_DIGIT}十百点]+))(?P<after>{either(AFTER)})?"
)
FRACTION = re.compile(rf"(?P<bottom>[{HAN_DIGIT}十]+)分之(?P<top>[{HAN_DIGIT}十]+)")
ORDINAL = re.compile(
    rf"第(?P<number>[0-9０-９]+|[{HAN_DIGIT}十百]+)(?P<unit>届|次|号|位|轮|期|批|条|章|季度|个|名|任)?"
)
CONGRESS = re.compile(
    rf"(?:越共|党的?)?(?P<number>[{HAN_DIGIT}十]{{1,3}})大(?![家会学部量型力的小事众批多战使])"
)
AMOUNT = re.compile(
    rf"(?P<before>{either(BEFORE)})?{NOT_INSIDE}(?P<number>{NUMERAL})(?P<more>[多余])?(?P<scale>[万亿]{{1,2}})?"
    rf"(?P<unit>{either(MONEY)}|{either(UNITS)})(?P<more2>[多余])?(?P<after>{either(AFTER)}|[来内间])?(?![人们])"
)
COUNT = re.compile(
    rf"(?P<before>{either(BEFORE)})?{NOT_INSIDE}(?P<number>{NUMERAL})(?P<more>[多余])?(?P<scale>[万亿]{{1,2}})?(?P<after>{either(AFTER)})?"
)
SEVERAL = re.compile(r"(?P<word>数|几|好几|上|成)(?P<scale>[十百千]?[万亿]|[十百千])")


def find_quantities(text: str) -> Iterator[Entity]:
    """Every number, date, amount and ordinal of ``text`` (Simplified), overlapping ones included.

    The longest at a place is the right one; the caller decides. Offsets are characters.
    """
    for pattern, make in FINDERS:
        for match in pattern.finditer(text):
            entity = make(match)
            if entity is not None:
                yield entity


def entity_of(match: re.Match[str], kind: EntityType, en: str, vi: str, role: str) -> Entity:
    """An entity that spans the match."""
    return Entity(match[0], match.start(), match.end(), kind, en, vi, source="rule", role=role)


def integer(text: str | None) -> int | None:
    """A small whole number in either script, or None."""
    value = value_of(text) if text else None
    return int(value) if value is not None and value == int(value) else None


def date(match: re.Match[str]) -> Entity | None:
    """2026年1月27日晚, 8月12日至17日, 2016年8月, 8月."""
    year, month, day = integer(match["year"]), integer(match["month"]), integer(match["day"])
    last, last_month = integer(match["day2"]), integer(match["month2"])
    if not month or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if day is None:
        en = MONTHS[month - 1] + (f" {year}" if year else "")
        vi = f"tháng {month}" + (f"/{year}" if year else "")
        return entity_of(match, EntityType.DATE, en, vi, "month")
    tail = f"/{month}" + (f"/{year}" if year else "")
    comma_year = f", {year}" if year else ""
    if last is not None:
        end_month = last_month or month
        second = f"{MONTHS[end_month - 1]} {last}" if end_month != month else str(last)
        dash = " to " if end_month != month else "-"
        end_tail = f"/{end_month}" + (f"/{year}" if year else "")
        first_vi = f"{day}/{month}" if end_month != month else str(day)
        en = f"{MONTHS[month - 1]} {day}{dash}{second}{comma_year}"
        return entity_of(match, EntityType.DATE, en, f"từ ngày {first_vi} đến {last}{end_tail}", "days")
    return with_day_part(match, f"{MONTHS[month - 1]} {day}{comma_year}", f"{day}{tail}")


def day_of_month(match: re.Match[str]) -> Entity | None:
    """26日, 12日至17日 without a month."""
    day, last = integer(match["day"]), integer(match["day2"])
    if not day or not 1 <= day <= 31:
        return None
    if last:
        return entity_of(
            match,
            EntityType.DATE,
            f"{ordinal(day, EN)} to {ordinal(last, EN)}",
            f"từ ngày {day} đến {last}",
            "days",
        )
    return with_day_part(match, f"the {ordinal(day, EN)}", str(day))


def with_day_part(match: re.Match[str], en: str, vi: str) -> Entity:
    """A day with its morning, afternoon or evening."""
    part = DAY_PARTS.get(match["part"] or "")
    if part:
        return entity_of(match, EntityType.DATE, f"{part[0]} of {en}", f"{part[1]} {vi}", "part")
    return entity_of(match, EntityType.DATE, en, f"ngày {vi}", "day")


def years(match: re.Match[str]) -> Entity:
    """1950-2026, 2014-2016年阶段, 2023-2027年任期."""
    span = f"{integer(match['first'])}-{integer(match['last'])}"
    nouns = {
        "阶段": ("period", "giai đoạn"),
        "时期": ("period", "thời kỳ"),
        "期间": ("period", "giai đoạn"),
        "任期": ("term", "nhiệm kỳ"),
        "年度": ("fiscal year", "năm tài chính"),
        "学年": ("school year", "năm học"),
    }
    noun = nouns.get(match["noun1"] or match["noun2"] or "")
    if noun:
        return entity_of(match, EntityType.DATE, f"{span} {noun[0]}", f"{noun[1]} {span}", "period")
    return entity_of(match, EntityType.DATE, span, span, "years")


def year_alone(match: re.Match[str]) -> Entity:
    """2024年, 二〇二五年."""
    year = integer(match["year"])
    return entity_of(match, EntityType.DATE, str(year), f"năm {year}", "year")


def decade(match: re.Match[str]) -> Entity | None:
    """20世纪80年代, 90年代, 1980年代."""
    number, century = integer(match["decade"]), integer(match["century"])
    if number is None or number % 10:
        return None
    base = number if number >= 1000 else ((century or 20) - 1) * 100 + number
    vi = f"những năm {number} của thế kỷ {century}" if century else f"thập niên {base}"
    return entity_of(match, EntityType.DATE, f"{base}s", vi, "decade")


def century_alone(match: re.Match[str]) -> Entity | None:
    """21世纪."""
    number = integer(match["century"])
    if not number:
        return None
    return entity_of(match, EntityType.DATE, f"{ordinal(number, EN)} century", f"thế kỷ {number}", "century")


def percent(match: re.Match[str]) -> Entity | None:
    """32.8%, 84%以上, 百分之三十."""
    words = match["words"]
    value = value_of(words.replace("点", ".")) if words else value_of(match["number"])
    if value is None:
        return None
    en = around(match, f"{format_number(value, EN, scaled=False)}%", EN)
    vi = around(match, f"{format_number(value, VI, scaled=False)}%", VI)
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def fraction(match: re.Match[str]) -> Entity | None:
    """三分之二."""
    top, bottom = integer(match["top"]), integer(match["bottom"])
    if not top or not bottom or bottom == 100:
        return None
    part = {2: "half", 3: "third", 4: "quarter"}.get(bottom, ordinal(bottom, EN)) + ("s" if top > 1 else "")
    vi = f"{in_words(top, VI)} phần {in_words(bottom, VI)}"
    return entity_of(match, EntityType.NUMBER, f"{in_words(top, EN)} {part}", vi, "amount")


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
        quarter = ("first", "second", "third", "fourth")
        en = f"{quarter[number - 1]} quarter" if 1 <= number <= 4 else f"{ordinal(number, EN)} quarter"
        return entity_of(match, EntityType.DATE, en, f"quý {roman(number)}", "period")
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    chinese = not match["number"].translate(FULLWIDTH).isascii()
    en = words[number - 1] if chinese and unit not in ("届",) and 1 <= number <= 10 else ordinal(number, EN)
    vi = "đầu tiên" if number == 1 and unit in ("个", "位", "") else ordinal(number, VI)
    if unit in ("届", "次"):
        vi = f"lần {ordinal(number, VI)}"
    return entity_of(match, EntityType.NUMBER, en, vi, "ordinal")


def congress(match: re.Match[str]) -> Entity | None:
    """十四大, 越共十三大: a National Congress of the Communist Party of Vietnam."""
    number = integer(match["number"])
    if not number or (number < 5 and not match[0].startswith(("越共", "党"))):
        return None
    return entity_of(
        match,
        EntityType.EVENT,
        f"{ordinal(number, EN)} National Party Congress",
        f"Đại hội {roman(number)} của Đảng",
        "",
    )


def amount(match: re.Match[str]) -> Entity | None:
    """6800亿美元, 19.7公里, 近30亿美元, 35周年, 两年多来."""
    unit, scale = match["unit"], match["scale"] or ""
    if unit == "万吨":
        unit, scale = "吨", scale + "万"
    numeral = match["number"] + scale
    value = value_of(numeral)
    if value is None or (unit == "年" and value >= 1000):
        return None
    after, more = match["after"] or "", bool(match["more"] or match["more2"])
    if after in ("来", "内", "间") and unit not in ("年", "个月", "天", "小时", "个小时"):
        return None
    if unit == "周年":
        return entity_of(
            match,
            EntityType.NUMBER,
            f"{ordinal(int(value), EN)} anniversary",
            f"{number_text(numeral, value, VI)} năm",
            "nth",
        )
    money = MONEY.get(unit)
    texts = []
    for target, word in zip((EN, VI), money or UNITS[unit], strict=True):
        number = number_text(numeral, value, target)
        if target is EN and value == 1 and not money:
            word = {
                "hours": "hour",
                "days": "day",
                "months": "month",
                "years": "year",
                "minutes": "minute",
            }.get(word, word)
        text = around(match, f"{number} {word}", target)
        texts.append(f"{('more than', 'hơn')[target is VI]} {text}" if more else text)
    if after == "来":
        return entity_of(match, EntityType.DATE, f"over the past {texts[0]}", f"{texts[1]} qua", "span")
    if after in ("内", "间"):
        return entity_of(match, EntityType.DATE, f"within {texts[0]}", f"trong {texts[1]}", "span")
    return entity_of(match, EntityType.NUMBER, texts[0], texts[1], "amount")


def count(match: re.Match[str]) -> Entity | None:
    """420, 近百万, 100多万, 1.2亿; Chinese numerals only where 十 and more or a word around them counts."""
    numeral, scale = match["number"], match["scale"] or ""
    arabic = numeral[0].translate(FULLWIDTH).isascii()
    around_it = match["before"] or match["more"] or match["after"]
    if not arabic and len(numeral + scale) < 2 and not around_it:
        return None
    value = value_of(numeral + scale)
    if value is None:
        return None
    if arabic and match["number"].isdigit() and match["number"].startswith("0"):
        en = vi = match["number"].translate(FULLWIDTH)
    elif re.fullmatch("[1-9][0-9]{3}", numeral) and not scale:
        # Four digits alone are as often a year or a number plate as a count: leave them as they stand.
        en = vi = numeral
    else:
        en, vi = (number_text(numeral + scale, value, target) for target in (EN, VI))
    en, vi = around(match, en, EN), around(match, vi, VI)
    if match["more"]:
        en, vi = f"more than {en}", f"hơn {vi}"
    return entity_of(match, EntityType.NUMBER, en, vi, "count")


def several(match: re.Match[str]) -> Entity | None:
    """几十万, 数百, 上千."""
    word = VAGUE.get(match["scale"])
    return entity_of(match, EntityType.NUMBER, word[0], word[1], "vague") if word else None


def number_text(numeral: str, value: Decimal, target: Target) -> str:
    """A number as the language writes it; small Chinese numerals in words."""
    if not numeral[0].translate(FULLWIDTH).isascii() and value <= 10 and value == int(value):
        return in_words(int(value), target)
    return format_number(value, target, scaled=any(c in "万亿" for c in numeral))


def around(match: re.Match[str], text: str, target: Target) -> str:
    """The number with what Chinese says before or after it: 近, 约, 以上, 左右."""
    index = 0 if target is EN else 1
    groups = match.groupdict()
    for table, name in ((AFTER, "after"), (BEFORE, "before")):
        word = table.get(groups.get(name) or "")
        text = f"{word[index]} {text}" if word else text
    return text


def roman(number: int) -> str:
    """A number below 40 in Roman numerals, as Vietnamese counts congresses and quarters."""
    digits = ""
    for value, sign in ROMAN:
        digits += sign * (number // value)
        number %= value
    return digits


FINDERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Entity | None]], ...] = (
    (DATE, date),
    (DAY, day_of_month),
    (YEARS, years),
    (YEAR, year_alone),
    (DECADE, decade),
    (CENTURY, century_alone),
    (PERCENT, percent),
    (FRACTION, fraction),
    (ORDINAL, ordinal_number),
    (CONGRESS, congress),
    (AMOUNT, amount),
    (SEVERAL, several),
    (COUNT, count),
)
