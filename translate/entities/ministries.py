"""Ministries: bodies and ministers that no termbase has, named by the words of their field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translate.entities.fields import Field, Fields
from translate.row import Entity, EntityType

# What ends the name: kind of body or office, with the field's place in English and Vietnamese.
BODIES = {
    "部": ("Ministry of {}", "Bộ {}"),
    "厅": ("Department of {}", "Sở {}"),
    "委员会": ("Committee for {}", "Ủy ban {}"),
    "研究院": ("Institute of {}", "Viện Nghiên cứu {}"),
    "研究所": ("Institute of {}", "Viện Nghiên cứu {}"),
    "科学院": ("Academy of {} Sciences", "Viện Khoa học {}"),
}
OFFICES = {
    "部长": ("Minister of {}", "Bộ trưởng Bộ {}"),
    "部部长": ("Minister of {}", "Bộ trưởng Bộ {}"),
    "部大臣": ("Minister of {}", "Bộ trưởng Bộ {}"),
    "部长官": ("Minister of {}", "Bộ trưởng Bộ {}"),
    "大臣": ("Minister of {}", "Bộ trưởng Bộ {}"),
    "部副部长": ("Deputy Minister of {}", "Thứ trưởng Bộ {}"),
    "副部长": ("Deputy Minister of {}", "Thứ trưởng Bộ {}"),
    "副大臣": ("Deputy Minister of {}", "Thứ trưởng Bộ {}"),
    "部常务副部长": ("Permanent Deputy Minister of {}", "Thứ trưởng Thường trực Bộ {}"),
    "厅厅长": ("Director of the Department of {}", "Giám đốc Sở {}"),
    "厅长": ("Director of the Department of {}", "Giám đốc Sở {}"),
    "厅副厅长": ("Deputy Director of the Department of {}", "Phó Giám đốc Sở {}"),
    "副厅长": ("Deputy Director of the Department of {}", "Phó Giám đốc Sở {}"),
}
ENDINGS = "|".join(sorted(OFFICES, key=len, reverse=True))
LONG_BODIES = "|".join(body for body in BODIES if len(body) > 1)
NAME = re.compile(
    rf"(?P<field>[\u3400-\u9fff、]{{2,14}}?)(?:(?P<office>{ENDINGS})|(?P<body>{LONG_BODIES}|[部厅](?=[，。、；：（）()“”\s]|$"
    r"|和|与|同|的|在|将|已|代表|发言|官员|负责|表示|指出)))"
)
# What such a name follows: a country or province, another office, another name in a row.
AGAIN = frozenset("兼、")
# 印度西北部 is the north-west of India.
PART_OF_A_COUNTRY = re.compile("[东南西北中内]$")
# A committee of something that is a body itself: 人民革命党中央委员会.
OF_A_BODY = re.compile("[党部省市县]|中央|阵线|人民|国会|国家|常务|全国")
# 广宁 goes on in 广宁省.
PLACE_GOES_ON = re.compile("[省市县区州郡国](?!场|家|际|防|民|营)")


def ministries(text: str, places_end: Iterable[int], fields: Fields) -> Iterator[Entity]:
    """Such names in a Simplified text, behind a place or another office (character offsets)."""
    starts = {*places_end, *(i + 1 for i, c in enumerate(text) if c in AGAIN)}
    for start in sorted(starts):
        match = None if PLACE_GOES_ON.match(text, start) else NAME.match(text, start)
        if match is None or PART_OF_A_COUNTRY.search(match["field"]):
            continue
        committee = match["body"] == "委员会"
        field = fields.listed(match["field"], in_a_row=not committee)
        if field is None or (committee and OF_A_BODY.search(match["field"])):
            continue
        if match["office"]:
            yield named(match, EntityType.TITLE, OFFICES[match["office"]], field)
        else:
            yield named(match, EntityType.ORGANISATION, BODIES[match["body"]], field)


def named(match: re.Match[str], kind: EntityType, forms: tuple[str, str], field: Field) -> Entity:
    """The entity of a name in both languages."""
    en, vi = forms[0].format(field.en), forms[1].format(field.vi)
    return Entity(match[0], match.start(), match.end(), kind, en, vi, source="rule")
