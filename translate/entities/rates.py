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


# What each costs or brings in, where what it is stands between: 每公斤售价, 每人每月收入.
THINGS = {
    "价格": ("price", "giá"),
    "售价": ("selling price", "giá bán"),
    "零售价": ("retail price", "giá bán lẻ"),
    "收购价": ("purchase price", "giá thu mua"),
    "均价": ("average price", "giá bình quân"),
    "平均价格": ("average price", "giá bình quân"),
    "出口价": ("export price", "giá xuất khẩu"),
    "买入价": ("buying price", "giá mua vào"),
    "卖出价": ("selling price", "giá bán ra"),
    "成本": ("cost", "chi phí"),
    "收入": ("income", "thu nhập"),
    "平均收入": ("average income", "thu nhập bình quân"),
    "产量": ("output", "sản lượng"),
    "票价": ("ticket price", "giá vé"),
}
PRICED = re.compile(
    rf"(?:平均)?每(?P<each>{UNIT})(?:每(?P<each2>{UNIT}))?(?:的)?(?P<thing>{either(THINGS)})(?![格值差])"
)


def priced(match: re.Match[str]) -> Entity:
    """每升价格 before 为20570越盾."""
    en, vi = THINGS[match["thing"]]
    each = [PER[match[name]] for name in ("each", "each2") if match[name]]
    english = f"{en} {' '.join(f'per {unit}' for unit, _ in each)}"
    return entity_of(
        match, EntityType.TERM, english, f"{vi} {' '.join(f'mỗi {unit}' for _, unit in each)}", ""
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


FINDERS: tuple[Finder, ...] = (
    (APIECE, apiece),
    (PRICED, priced),
    (EACH, rate),
    (SLASHED, rate),
    (EXCHANGE, exchange),
)
