"""Currencies: what money is called, and amounts with the currency before the figure."""

from __future__ import annotations

import re

from translate.entities.figures import (
    ARABIC,
    BEFORE,
    EN,
    VI,
    Finder,
    around,
    either,
    entity_of,
    number_text,
)
from translate.entities.numerals import value_of
from translate.row import Entity, EntityType

MONEY = {
    "美元": ("USD", "USD"),
    "越盾": ("VND", "đồng"),
    "越南盾": ("VND", "đồng"),
    "盾": ("VND", "đồng"),
    "欧元": ("EUR", "euro"),
    "人民币": ("yuan", "nhân dân tệ"),
    "元人民币": ("yuan", "nhân dân tệ"),
    "元": ("yuan", "nhân dân tệ"),
    "日元": ("yen", "yên"),
    "韩元": ("won", "won"),
    "英镑": ("pounds", "bảng Anh"),
    "泰铢": ("baht", "baht"),
    "瑞尔": ("riel", "riel"),
    "基普": ("kip", "kíp"),
    "卢布": ("roubles", "rúp"),
    "卢比": ("rupees", "rupee"),
    "港元": ("HKD", "đô la Hồng Kông"),
    "澳元": ("AUD", "đô la Australia"),
    "加元": ("CAD", "đô la Canada"),
    "新元": ("SGD", "đô la Singapore"),
    "新加坡元": ("SGD", "đô la Singapore"),
    "瑞士法郎": ("Swiss francs", "franc Thụy Sĩ"),
    "林吉特": ("ringgit", "ringgit"),
    "印尼盾": ("rupiah", "rupiah"),
    "比索": ("pesos", "peso"),
    "新西兰元": ("NZD", "đô la New Zealand"),
    "纽元": ("NZD", "đô la New Zealand"),
    "港币": ("HKD", "đô la Hồng Kông"),
    "新台币": ("New Taiwan dollars", "đô la Đài Loan"),
    "新币": ("SGD", "đô la Singapore"),
    "美金": ("USD", "USD"),
    "美分": ("US cents", "cent"),
    "日圆": ("yen", "yên"),
    "印度卢比": ("Indian rupees", "rupee Ấn Độ"),
    "巴基斯坦卢比": ("Pakistani rupees", "rupee Pakistan"),
    "缅币": ("kyat", "kyat"),
    "缅元": ("kyat", "kyat"),
    "迪拉姆": ("dirhams", "dirham"),
    "里亚尔": ("riyals", "riyal"),
    "雷亚尔": ("reais", "real"),
    "兰特": ("rand", "rand"),
    "里拉": ("lira", "lira"),
    "瑞典克朗": ("Swedish kronor", "krona Thụy Điển"),
    "丹麦克朗": ("Danish kroner", "krone Đan Mạch"),
    "挪威克朗": ("Norwegian kroner", "krone Na Uy"),
    "图格里克": ("tugriks", "tugrik"),
    "坚戈": ("tenge", "tenge"),
    "格里夫纳": ("hryvnias", "hryvnia"),
    "兹罗提": ("zlotys", "zloty"),
    "特别提款权": ("SDR", "SDR"),
    "比特币": ("bitcoins", "bitcoin"),
}
SIGNS = {
    "US$": MONEY["美元"], "$": MONEY["美元"], "＄": MONEY["美元"], "USD": MONEY["美元"],
    "€": MONEY["欧元"], "EUR": MONEY["欧元"], "£": MONEY["英镑"], "￡": MONEY["英镑"], "VND": MONEY["越盾"],
    "RMB": MONEY["人民币"], "A$": MONEY["澳元"], "AU$": MONEY["澳元"], "HK$": MONEY["港元"],
    "S$": MONEY["新元"],
    "C$": MONEY["加元"], "¥": MONEY["人民币"], "￥": MONEY["人民币"],
}  # fmt: skip
SIGNED = re.compile(
    rf"(?:(?P<before>{either(BEFORE)}))?(?<![A-Za-z$])(?P<sign>{either(SIGNS)})\s?"
    rf"(?P<number>{ARABIC})(?P<scale>[万亿]{{1,2}})?(?![A-Za-z])"
)
SPELLED = re.compile(
    rf"(?<![A-Za-z0-9.])(?P<number>{ARABIC})(?P<scale>[万亿]{{1,2}})?\s?(?P<sign>USD|VND|EUR)(?![A-Za-z])"
)


def signed(match: re.Match[str]) -> Entity | None:
    """US$500, $5亿, 500 USD."""
    numeral = match["number"] + (match["scale"] or "")
    value = value_of(numeral)
    if value is None:
        return None
    texts = [
        around(match, f"{number_text(numeral, value, target)} {word}", target)
        for target, word in zip((EN, VI), SIGNS[match["sign"]], strict=True)
    ]
    return entity_of(match, EntityType.NUMBER, texts[0], texts[1], "amount")


FINDERS: tuple[Finder, ...] = ((SIGNED, signed), (SPELLED, signed))
