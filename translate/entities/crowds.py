"""Crowds: hundreds, thousands and millions that nobody counted."""

from __future__ import annotations

import re

from translate.entities.figures import Finder, either, entity_of
from translate.row import Entity, EntityType

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
SEVERAL = re.compile(
    r"(?P<word>好几|数|几|上|成)(?P<scale>万亿|[十百千]?[万亿]|[十百千])(?![克瓦])(?:的(?=[\u4e00-\u9fff]))?"
)
MANY = re.compile(rf"(?P<many>{either(GREAT_MANY)})(?:的(?=[\u4e00-\u9fff]))?")


def several(match: re.Match[str]) -> Entity | None:
    """几十万, 数百, 上千."""
    word = VAGUE.get(match["scale"])
    return entity_of(match, EntityType.NUMBER, word[0], word[1], "vague") if word else None


def great_many(match: re.Match[str]) -> Entity:
    """成千上万, 数以千计."""
    return entity_of(match, EntityType.NUMBER, *GREAT_MANY[match["many"]], "vague")


FINDERS: tuple[Finder, ...] = ((MANY, great_many), (SEVERAL, several))
