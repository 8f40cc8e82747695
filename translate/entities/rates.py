"""Rates: money and measures for each of something."""

from __future__ import annotations

import re

from translate.entities.amounts import AMOUNT, amount
from translate.entities.currencies import MONEY
from translate.entities.figures import NOT_INSIDE, Finder, either, entity_of
from translate.row import Entity, EntityType

PER = {
    "公斤": ("kg", "kg"),
    "千克": ("kg", "kg"),
    "吨": ("tonne", "tấn"),
    "公顷": ("hectare", "ha"),
    "亩": ("mu", "mẫu"),
    "平方米": ("square metre", "m2"),
    "平方公里": ("square kilometre", "km2"),
    "立方米": ("cubic metre", "m3"),
    "公里": ("km", "km"),
    "升": ("litre", "lít"),
    "桶": ("barrel", "thùng"),
    "盎司": ("ounce", "ounce"),
    "两": ("tael", "lượng"),
    "千瓦时": ("kWh", "kWh"),
    "度": ("kWh", "kWh"),
    "小时": ("hour", "giờ"),
    "人": ("person", "người"),
    "户": ("household", "hộ"),
    "股": ("share", "cổ phiếu"),
    "辆": ("vehicle", "xe"),
    "台": ("unit", "chiếc"),
    "件": ("piece", "chiếc"),
    "张": ("ticket", "vé"),
    "晚": ("night", "đêm"),
    "秒": ("second", "giây"),
    "分钟": ("minute", "phút"),
    "日": ("day", "ngày"),
    "天": ("day", "ngày"),
    "周": ("week", "tuần"),
    "月": ("month", "tháng"),
    "年": ("year", "năm"),
}
UNIT = either(PER)
# Behind 每两 a number begins afresh.
EACH = re.compile(rf"每(?P<each>{UNIT})(?P<amount>{AMOUNT.pattern.replace(NOT_INSIDE, '')})")
SLASHED = re.compile(rf"(?P<amount>{AMOUNT.pattern})[/／](?P<each>{UNIT})(?![车次])")

SINGULARS = {
    "pounds": "pound",
    "roubles": "rouble",
    "rupees": "rupee",
    "pesos": "peso",
    "Swiss francs": "Swiss franc",
}
EXCHANGE = re.compile(
    rf"{NOT_INSIDE}[1一](?P<one>{either(MONEY)})(?:可?兑换?|合|等于|约?折合)"
    rf"(?P<amount>{AMOUNT.pattern.replace(NOT_INSIDE, '')})"
)

APIECE = re.compile(
    "每(?P<each>两|公斤|吨|桶|盎司)(?=(?:价格)?(?:突破|达|跌|升|涨|降|报|为|维持|高达|接近|上涨|下跌|上升|下降|增加|减少))"
)


def rate(match: re.Match[str]) -> Entity | None:
    """每公斤2.5万越盾, 2.5万越盾/公斤."""
    inner = AMOUNT.fullmatch(match["amount"])
    found = amount(inner) if inner else None
    if found is None or found.type is not EntityType.NUMBER:
        return None
    en, vi = PER[match["each"]]
    return entity_of(match, EntityType.NUMBER, f"{found.en} per {en}", f"{found.vi}/{vi}", "amount")


def exchange(match: re.Match[str]) -> Entity | None:
    """1美元兑26000越盾."""
    inner = AMOUNT.fullmatch(match["amount"])
    found = amount(inner) if inner and inner["unit"] in MONEY else None
    if found is None:
        return None
    en, vi = MONEY[match["one"]]
    english = f"{found.en} per {SINGULARS.get(en, en)}"
    return entity_of(match, EntityType.NUMBER, english, f"{found.vi} đổi 1 {vi}", "amount")


def apiece(match: re.Match[str]) -> Entity:
    """每两 before 突破1.5亿越盾: what the price is for, told before the verb."""
    en, vi = PER[match["each"]]
    return entity_of(match, EntityType.NUMBER, f"per {en}", f"mỗi {vi}", "result")


FINDERS: tuple[Finder, ...] = ((APIECE, apiece), (EACH, rate), (SLASHED, rate), (EXCHANGE, exchange))
