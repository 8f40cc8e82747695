"""Majors: three great things of a kind, 三大支柱, which English and Vietnamese just count."""

from __future__ import annotations

import re

from translate.entities.figures import EN, VI, Finder, either, entity_of, integer
from translate.entities.numerals import in_words
from translate.row import Entity, EntityType

# What is counted so in the news, where 的 behind it makes it belong to something else.
THINGS = {
    "支柱": ("pillars", "trụ cột"),
    "目标": ("goals", "mục tiêu"),
    "任务": ("tasks", "nhiệm vụ"),
    "重点任务": ("key tasks", "nhiệm vụ trọng tâm"),
    "突破": ("breakthroughs", "đột phá"),
    "战略突破": ("strategic breakthroughs", "đột phá chiến lược"),
    "领域": ("areas", "lĩnh vực"),
    "原则": ("principles", "nguyên tắc"),
    "方向": ("directions", "phương hướng"),
    "挑战": ("challenges", "thách thức"),
    "优势": ("advantages", "lợi thế"),
    "城市": ("cities", "thành phố"),
    "市场": ("markets", "thị trường"),
    "产业": ("industries", "ngành"),
    "经济体": ("economies", "nền kinh tế"),
    "因素": ("factors", "yếu tố"),
    "要素": ("elements", "yếu tố"),
}
NUMBER = r"(?<![第0-9０-９一二两三四五六七八九十百千])(?P<number>[两三四五六七八九十]|[2-9]|10)大"
# 大使 and 大学 are words of their own.
OWN_WORDS = (
    "大|[学使会厅洲洋桥型米豆道楼门夫部臣院小家国陆地量批力半气多雨雪风火]"
    "|战(?!役|略)|队(?!伍)|赛(?!事)|选(?!区)|奖(?!项)"
)
COUNTED = re.compile(rf"{NUMBER}(?=[\u4e00-\u9fff])(?!{OWN_WORDS})")
# 三点建议 are three of them, not three o'clock.
SAID = re.compile(
    r"(?<![第0-9０-９一二两三四五六七八九十百千])(?P<number>[两三四五六七八九十]|[2-9]|10)点"
    "(?=(?:具体|重要|主要)?(?:建议|要求|意见|看法|倡议|主张|经验|原则|内容|问题|希望|共识|说明|理由|原因|启示|提议))"
)
OWNED = re.compile(rf"{NUMBER}(?P<thing>{either(THINGS)})(?=的)")


def counted(match: re.Match[str]) -> Entity | None:
    """三大 and 三点 before what there are three of: three, ba."""
    number = integer(match["number"])
    if number is None:
        return None
    return entity_of(match, EntityType.NUMBER, in_words(number, EN), in_words(number, VI), "vague")


def owned(match: re.Match[str]) -> Entity | None:
    """三大支柱 before 的, so that it is three pillars that something is of."""
    number = integer(match["number"])
    if number is None:
        return None
    en, vi = THINGS[match["thing"]]
    english, vietnamese = f"{in_words(number, EN)} {en}", f"{in_words(number, VI)} {vi}"
    return entity_of(match, EntityType.TERM, english, vietnamese, "")


FINDERS: tuple[Finder, ...] = ((COUNTED, counted), (SAID, counted), (OWNED, owned))
