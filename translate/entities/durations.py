"""Durations: times and measures with a half or something more, and days within which something is due."""

from __future__ import annotations

import re

from translate.entities.amounts import BEFORE_IT
from translate.entities.figures import (
    EN,
    NOT_INSIDE,
    NUMERAL,
    VI,
    Finder,
    around,
    either,
    entity_of,
    integer,
    number_text,
)
from translate.entities.numerals import in_words, value_of
from translate.row import Entity, EntityType

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
WITHIN_DAYS = re.compile(rf"{BEFORE_IT}{NOT_INSIDE}(?P<number>{NUMERAL})(?:日|个工作日)(?=[之以]?内)")
AND_MORE = {
    "小时": ("hours", "giờ"),
    "月": ("months", "tháng"),
    "星期": ("weeks", "tuần"),
    "世纪": ("centuries", "thế kỷ"),
    "百分点": ("percentage points", "điểm phần trăm"),
}
OVER = re.compile(
    rf"{NOT_INSIDE}(?P<number>[半一两二三四五六七八九十]|[0-9]{{1,2}})个多(?P<unit>{either(AND_MORE)})"
)


def and_a_half(match: re.Match[str]) -> Entity | None:
    """一年半, 两个半月, 3个半小时."""
    number = integer(match["number"])
    if not number:
        return None
    en, vi = HALVES[match["unit"]]
    english = around(match, f"{in_words(number, EN)} and a half {en}", EN)
    vietnamese = "5" if (number, match["unit"]) == (5, "年半") else in_words(number, VI)
    return entity_of(match, EntityType.NUMBER, english, around(match, f"{vietnamese} {vi}", VI), "amount")


def over(match: re.Match[str]) -> Entity | None:
    """一个多小时, 半个多世纪."""
    en, vi = AND_MORE[match["unit"]]
    single = {"centuries": "century"}.get(en) or en.removesuffix("s")
    if match["number"] == "半":
        return entity_of(match, EntityType.NUMBER, f"more than half a {single}", f"hơn nửa {vi}", "amount")
    number = integer(match["number"])
    if not number:
        return None
    english = f"more than {in_words(number, EN)} {single if number == 1 else en}"
    return entity_of(match, EntityType.NUMBER, english, f"hơn {in_words(number, VI)} {vi}", "amount")


def days(match: re.Match[str]) -> Entity | None:
    """30日 and 5个工作日 before 内."""
    value = value_of(match["number"])
    if value is None:
        return None
    en, vi = ("working days", "ngày làm việc") if "工作日" in match[0] else ("days", "ngày")
    en, vi = (
        around(match, f"{number_text(match['number'], value, target)} {word}", target)
        for target, word in ((EN, en), (VI, vi))
    )
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


FINDERS: tuple[Finder, ...] = ((WITHIN_DAYS, days), (OVER, over), (AND_A_HALF, and_a_half))
