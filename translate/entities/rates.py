"""Rates: money and measures for each of something."""

from __future__ import annotations

import re

from translate.entities.amounts import AMOUNT, amount
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
}
UNIT = either(PER)
# Behind 每两 a number begins afresh.
EACH = re.compile(rf"每(?P<each>{UNIT})(?P<amount>{AMOUNT.pattern.replace(NOT_INSIDE, '')})")
SLASHED = re.compile(rf"(?P<amount>{AMOUNT.pattern})[/／](?P<each>{UNIT})(?![车次])")


def rate(match: re.Match[str]) -> Entity | None:
    """每公斤2.5万越盾, 2.5万越盾/公斤."""
    inner = AMOUNT.fullmatch(match["amount"])
    found = amount(inner) if inner else None
    if found is None or found.type is not EntityType.NUMBER:
        return None
    en, vi = PER[match["each"]]
    return entity_of(match, EntityType.NUMBER, f"{found.en} per {en}", f"{found.vi}/{vi}", "amount")


FINDERS: tuple[Finder, ...] = ((EACH, rate), (SLASHED, rate))
