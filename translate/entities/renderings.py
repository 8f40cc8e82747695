"""Renderings of personal names: by the nation of the person, with what else may be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from seeds.tables import folder, read_cells
from translate.entities.japanese import guessed_name, japanese_name
from translate.entities.korean import korean_name
from translate.entities.nations import Nation
from translate.readings import hanviet_name, pinyin_name
from translate.row import Entity, EntityType, Target

VIETNAMESE_SURNAMES = frozenset(
    "阮陈黎范黄潘武邓裴杜胡吴杨李丁段梁张郑何陶莫汪苏秦冯谭朱高罗赖楼林徐曹孙刘蔡周丘卢吕马倪童郭覃农韦韩尹"
)
MOST_OTHERS = 4
NOT_IN_MIDDLE = "氏文"


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name and how it is rendered; ``source`` is ``reading`` or ``pinyin`` (a guess).

    ``others`` are other forms that may be right. ``type`` tells a place that is spelled like a person.
    """

    zh: str
    en: str
    vi: str
    source: str
    others: Mapping[Target, tuple[str, ...]] = field(default_factory=dict, compare=False)
    type: EntityType = EntityType.PERSON

    def entity(self, start: int) -> Entity:
        """The name as an entity that stands at character ``start``."""
        end = start + len(self.zh)
        return Entity(
            self.zh, start, end, self.type, self.en, self.vi, source=self.source, accepted=self.others
        )


@cache
def other_readings() -> Mapping[str, tuple[str, ...]]:
    """Characters that families read in more than one way: 武 is Vũ in the north, Võ in the south."""
    rows = read_cells(folder("readings").joinpath("names-also.tsv"))
    return {row[0]: tuple(row[1].split(" ")) for row in rows}


def others_of(name: str) -> tuple[str, ...]:
    """The other forms a Vietnamese name may have, one syllable changed in each: Võ Văn Thưởng."""
    return tuple(dict.fromkeys(changed(name)))[:MOST_OTHERS]


def changed(name: str) -> Iterator[str]:
    """A name with each syllable that has another reading changed."""
    syllables = hanviet_name(name).split(" ")
    for position, character in enumerate(name):
        for reading in other_readings().get(character, ()):
            if position == 0 or character not in NOT_IN_MIDDLE:
                yield " ".join([*syllables[:position], reading.capitalize(), *syllables[position + 1 :]])


def render(zh: str, nation: Nation) -> NameFound:
    """A name's renderings by the nation of the person.

    Of people who are neither Vietnamese nor from China, Korea or Japan, pinyin is a guess; so it is
    where a part of a Korean or Japanese name has no reading that we know.
    """
    own = zh[0] in VIETNAMESE_SURNAMES or (len(zh) > 2 and zh[1] == "氏")
    if nation is Nation.VIETNAM or (nation is Nation.UNKNOWN and own):
        name, others = hanviet_name(zh), others_of(zh)
        return NameFound(zh, name, name, "reading", {Target.EN: others, Target.VI: others})
    if nation in (Nation.KOREA, Nation.NORTH_KOREA):
        read = korean_name(zh, north=nation is Nation.NORTH_KOREA)
        if read is not None:
            en, vi = read
            others = tuple({en, vi})
            return NameFound(zh, en, vi, "reading", {Target.EN: others, Target.VI: others})
    if nation is Nation.JAPAN and (romaji := japanese_name(zh)):
        surname, _, given = romaji.partition(" ")
        others = (f"{given} {surname}",)
        return NameFound(zh, romaji, romaji, "reading", {Target.EN: others, Target.VI: others})
    if nation is Nation.JAPAN and (guessed := guessed_name(zh)):
        return NameFound(zh, guessed, guessed, "pinyin")
    source = "reading" if nation is Nation.CHINA else "pinyin"
    return NameFound(zh, pinyin_name(zh), hanviet_name(zh), source)
