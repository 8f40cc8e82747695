"""Localities: wards, communes, streets and industrial parks named by a place, a person or a reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from translate.entities.figures import HAN_DIGIT, either, integer
from translate.entities.nations import Nation, first_nation
from translate.readings import hanviet_name
from translate.row import Entity, EntityType

PLACE, PERSON = EntityType.PLACE, EntityType.PERSON
UNITS = {
    "坊": ("{} ward", "phường {}"),
    "乡": ("{} commune", "xã {}"),
    "市镇": ("{} township", "thị trấn {}"),
    "镇": ("{} township", "thị trấn {}"),
    "县": ("{} district", "huyện {}"),
    "郡": ("{} district", "quận {}"),
    "市": ("{} city", "thành phố {}"),
    "市社": ("{} town", "thị xã {}"),
    "特区": ("{} special zone", "đặc khu {}"),
}
THINGS = {
    "路": ("{} Street", "đường {}"),
    "街": ("{} Street", "phố {}"),
    "大街": ("{} Street", "phố {}"),
    "大道": ("{} Boulevard", "đại lộ {}"),
    "步行街": ("{} Pedestrian Street", "phố đi bộ {}"),
    "桥": ("{} Bridge", "cầu {}"),
    "大桥": ("{} Bridge", "cầu {}"),
    "工业园区": ("{} Industrial Park", "Khu công nghiệp {}"),
    "工业园": ("{} Industrial Park", "Khu công nghiệp {}"),
    "工业区": ("{} Industrial Park", "Khu công nghiệp {}"),
    "经济区": ("{} Economic Zone", "Khu kinh tế {}"),
    "口岸经济区": ("{} Border Gate Economic Zone", "Khu kinh tế cửa khẩu {}"),
    "国际口岸": ("{} International Border Gate", "Cửa khẩu quốc tế {}"),
    "口岸": ("{} Border Gate", "Cửa khẩu {}"),
    "水电站": ("{} Hydropower Plant", "Nhà máy thủy điện {}"),
    "水电厂": ("{} Hydropower Plant", "Nhà máy thủy điện {}"),
    "火力发电厂": ("{} Thermal Power Plant", "Nhà máy nhiệt điện {}"),
    "港口": ("{} Port", "cảng {}"),
    "国际机场": ("{} International Airport", "Cảng hàng không quốc tế {}"),
    "机场": ("{} Airport", "sân bay {}"),
    "监狱": ("{} Prison", "Trại giam {}"),
    "湖": ("{} Lake", "hồ {}"),
}
KINDS = UNITS | THINGS
OF_AUTHORITIES = "人民委员会|人民议会|人民法院|委(?!员)|党委|公安"
GOES_ON = (
    f"(?:(?={OF_AUTHORITIES})|(?![线透过易段途面程头道梁民人]|(?<=县)[委长城]|(?<=乡)[村镇亲]|(?<=坊)间|(?<=镇)[压静定]"
    "|(?<=港)口?城市|(?<=市)[场民区级内长中政容郊直委]))"
)
NUMBERED = "(?:(?P<number>[0-9]{1,2}|[一二三四五])[号期]?)?"
KIND = re.compile(rf"{NUMBERED}(?P<kind>{either(KINDS)}){GOES_ON}")
READ = re.compile(rf"(?P<name>[\u3400-\u9fff]{{2,3}}?){NUMBERED}(?P<kind>{either(KINDS)}){GOES_ON}")
# What no name of a place begins with or holds.
NO_NAME = re.compile(
    "^[各某该这那此多两几数第省市县区的首全内外周和]|[的了个与及在等座条处约为是有将]|[0-9一二三四五六七八九十]$"
)
OF_A_PLACE = re.compile("^(?:thành phố|thị xã|đảo|huyện|quận|tỉnh|quần đảo) ")
NUMERALS = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"}
AUTHORITY = re.compile(OF_AUTHORITIES)
COUNTED = re.compile(rf"第(?P<number>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})(?P<kind>[郡坊])")
# A ward or commune named without its province, at the head of a clause.
OPENING = re.compile(r"(?:^|(?<=[，。；、（]))(?=[\u3400-\u9fff]{2,3}[坊乡](?:人民委员会|人民议会|党委))")
# These may stand behind any known place; a whole country has other things besides.
SMALL = frozenset(["坊", "乡", "特区", "市镇", "县", "郡"])


def localities(text: str, named: Sequence[Entity], is_word: Callable[[str], bool]) -> Iterator[Entity]:
    """Such places in a Simplified text; ``named`` are the termbase's places and people in it."""
    longest: dict[int, Entity] = {}
    for entity in named:
        if entity.start not in longest or entity.end > longest[entity.start].end:
            longest[entity.start] = entity
    ends = {entity.end for entity in named if entity.type is PLACE}
    within = {e.end for e in named if e.type is PLACE and is_vietnamese(e, text)}
    for entity in longest.values():
        match = KIND.match(text, entity.end)
        if match is None or entity.zh[-1] in "省市县郡区" or not is_own(entity, match["kind"]):
            continue
        name = OF_A_PLACE.sub("", entity.vi)
        yield locality(text, entity.start, match, name, "rule")
    within |= {match.start() for match in OPENING.finditer(text)}
    for start in sorted(within):
        match = READ.match(text, start)
        if match is None or (start in longest and longest[start].end > match.end("name")):
            continue
        name = match["name"]
        if NO_NAME.search(name) or is_word(name) or not ends.isdisjoint(range(start + 1, match.end("name"))):
            continue
        # 河内市春节花市 is a flower market.
        parts = (name[:2], name[-2:], f"{name[-1]}{match['kind']}")
        if match["kind"] in (*THINGS, "市") and any(map(is_word, parts)):
            continue
        if match["kind"] in UNITS and not match["number"] and AUTHORITY.match(text, match.end()):
            # The authority needs the kind for itself: 海洲 in 海洲坊人民委员会.
            read, end = hanviet_name(name), match.end("name")
            yield Entity(name, start, end, PLACE, plain(read), read, source="pinyin")
        yield locality(text, start, match, hanviet_name(name), "pinyin")
    yield from counted(text)


def counted(text: str) -> Iterator[Entity]:
    """Districts and wards by their number: 第一郡."""
    for match in COUNTED.finditer(text):
        number = integer(match["number"])
        en, vi = ("District", "Quận") if match["kind"] == "郡" else ("Ward", "Phường")
        yield Entity(
            match[0], match.start(), match.end(), PLACE, f"{en} {number}", f"{vi} {number}", source="rule"
        )
        if AUTHORITY.match(text, match.end()):
            end = match.end() - 1
            yield Entity(
                match[0][:-1], match.start(), end, PLACE, f"{en} {number}", f"{number}", source="rule"
            )


def is_own(entity: Entity, kind: str) -> bool:
    """Whether a place or person may lend its name to such a thing."""
    if entity.type is PERSON:
        return kind in ("坊", "路", "街", "大街", "大道", "步行街", "桥") and "·" not in entity.zh
    return kind in SMALL and first_nation(entity.zh, 0, len(entity.zh)) in (Nation.VIETNAM, Nation.UNKNOWN)


def is_vietnamese(place: Entity, text: str) -> bool:
    """Whether a place is a province or city of Vietnam, or lies in one that stands before it."""
    if first_nation(place.zh, 0, len(place.zh)) is Nation.VIETNAM:
        return place.zh != "越南"
    before = text[max(0, place.start - 4) : place.start]
    return before[-1:] in ("省", "市") and first_nation(before, 0, len(before)) is Nation.VIETNAM


def locality(text: str, start: int, match: re.Match[str], name: str, source: str) -> Entity:
    """The place in both languages, its name in Vietnamese letters given."""
    number = match["number"] or ""
    number = f" {NUMERALS.get(number, number)}" if number else ""
    en, vi = KINDS[match["kind"]]
    english, vietnamese = en.format(f"{plain(name)}{number}"), vi.format(f"{name}{number}")
    return Entity(text[start : match.end()], start, match.end(), PLACE, english, vietnamese, source=source)


def plain(name: str) -> str:
    """A Vietnamese name in English letters: Thủ Đức as Thu Duc."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace(" - ", "-")
