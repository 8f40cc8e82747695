"""Transliterations: names of people from elsewhere, spelled in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from translate.entities.names import (
    BEHIND,
    DOTS,
    MEETING,
    NO_NAME,
    SPEECH,
    STOP,
    VIETNAMESE_SURNAMES,
    NameFound,
    Surroundings,
    nation_of,
    without_bracket,
)
from translate.entities.nations import Nation
from translate.foreign import COSTS, TELLING
from translate.readings import pinyin_name
from translate.row import Entity, EntityType
from translate.terms.spellings import fold

# The characters foreign names are spelled with: a dictionary word of these alone may be part of one.
SPELLING = frozenset(
    "阿埃艾安昂奥巴班贝本比彼毕波博布查戴达德邓迪蒂丁杜多厄恩尔法菲费芬佛弗福戈格根古哈海汉赫亨胡霍基吉加贾简金卡凯坎科克肯库拉"
    "莱兰朗劳勒雷里利莉连列林留龙卢鲁路伦罗洛马麦曼梅蒙米莫姆穆纳娜南内尼妮努诺欧帕潘佩彭皮普奇恰乔切琼丘荣瑞若萨塞桑森沙莎"
    "珊舍史施斯丝苏索塔泰坦汤特提廷图托瓦万威韦维魏温沃乌西希夏谢辛休许雅亚扬耶伊因英尤约泽詹扎珍兹佐琳丽"
)
# What only spells a name beside a dot goes further.
SPELLED = (
    SPELLING
    | frozenset(COSTS)
    | frozenset(
        "爱白邦贡坚杰柯朗楠庞钦琴穗桐通娃翁西逊宰占哲芝宗左敦乃颂猜旺披奔洪凡农蓬宋坤芒朱肖蕾茜雯薇松华约斐历卫得耳可汗歇"
    )
)
DOTTED = re.compile(
    rf"[\u3400-\u9fff]{{1,24}}(?:[{DOTS}][\u3400-\u9fff]{{1,8}}(?:-[\u3400-\u9fff]{{1,8}})?)+"
)
LATIN_BEHIND = re.compile(r"\s?[（(]\s*([A-Z][^\W\d_]*(?:[ .'’-]+[^\W\d_]+)*\.?)\s*[）)]")
# A name in Latin, not an acronym.
LATIN_NAME = re.compile(r"[A-Z][a-zà-ỹ][^\W\d_]*")
LONGEST_PART = 8
SHORTEST_ALONE = 3
Length = Callable[[str, int], int]
Latin = Callable[[str], str]
IsWord = Callable[[str], bool]


def dotted_names(text: str, known_length: Length, latin_of: Latin) -> Iterator[Entity]:
    """Names with a middle dot: a guess, unless Latin stands in brackets right behind.

    ``known_length`` gives the length of the known word at an offset, 0 for none: the words before
    and behind the name are told from it that way. ``latin_of`` gives the Latin form that a dictionary
    has for a part of a name, or nothing.
    """
    for first, last, floor, limit in rows_of_dots(text):
        start = part_start(text, floor, first, known_length)
        end = part_end(text, last + 1, limit, known_length)
        zh = text[start:end]
        latin = LATIN_BEHIND.match(text, end)
        if latin:
            zh = text[start : latin.end()]
            yield Entity(zh, start, latin.end(), EntityType.PERSON, latin[1], latin[1], source="mined")
        else:
            guess = guessed(zh, latin_of)
            yield Entity(zh, start, end, EntityType.PERSON, guess, guess, source="pinyin")


def rows_of_dots(text: str) -> Iterator[tuple[int, int, int, int]]:
    """The first and the last dot of each name, and how far it can reach to the left and right."""
    for match in DOTTED.finditer(text):
        dots = [i for i in range(*match.span()) if text[i] in DOTS]
        first, floor = dots[0], match.start()
        for dot, following in zip(dots, [*dots[1:], match.end()], strict=True):
            # 雅格和马里奥 between two dots ends one name and begins another.
            within = following in dots and NO_NAME.isdisjoint(text[dot + 1 : following])
            if not within:
                yield first, dot, floor, following
                first, floor = following, dot + 1


def part_start(text: str, floor: int, dot: int, known_length: Length) -> int:
    """Where the part of a name that ends at ``dot`` begins: behind the last word that is none of it."""
    if text[dot - 1 : dot] in SPELLED:
        reach = max(floor, dot - LONGEST_PART)
        floor = next((i for i in range(dot - 1, reach - 1, -1) if text[i] not in SPELLED), reach - 1) + 1
        # The last character of a word before the name may be one that spells names too: 院士.
        for before in range(max(0, floor - 3), floor):
            floor = max(floor, min(before + known_length(text, before), dot - 1))
    start = position = floor
    while position < dot:
        length = known_length(text, position)
        # 马里奥 is no 奥 from Mali: a single character is left over by chance.
        if length and position + length < dot - (text[position] in SPELLED):
            start = position + length
        position += length or 1
    return start


def part_end(text: str, start: int, limit: int, known_length: Length) -> int:
    """Where the part of a name that begins at ``start`` ends: at a known word or a telling character."""
    spelled = text[start] in SPELLED
    for position in range(start + 1, limit):
        if spelled and text[position] not in SPELLED:
            return position
        # 特等 is a word, but 格兰特等人 are Grant and others.
        if known_length(text, position) and not (spelled and BEHIND.match(text, position + 1)):
            return position
    return limit


def guessed(name: str, latin_of: Latin) -> str:
    """A name as the dictionary has its parts, the others in pinyin: John Gelante."""
    return " ".join(latin_of(part) or pinyin_name(part, 0) for part in parts_of(name))


def parts_of(name: str) -> list[str]:
    """The parts of a name between its dots."""
    return re.split(f"[{DOTS}]", name)


def find_transliterations(
    segments: Iterable[Surroundings], is_word: IsWord, latin_of: Latin
) -> Iterator[NameFound]:
    """Names without a dot: behind a title or a verb of meeting, before a verb of saying, before Latin.

    They are rendered by the Latin in brackets, else by the dictionary or in pinyin, as a guess.
    """
    for segment in segments:
        text = segment.text
        for start, end in runs(segment):
            latin = LATIN_BEHIND.match(text, end)
            if latin and LATIN_NAME.match(latin[1]):
                start = behind_word(text, start, end, is_word)
                name = text[start:end]
                if len(name) >= 2 and not is_word(name):
                    yield NameFound(name, latin[1], latin[1], "mined")
                continue
            if not BEHIND.match(text, end) and is_word(text[end - 1 : end + 1]):
                end -= 1
            name = text[start:end]
            known = bool(latin_of(name))
            if not (known or (spells_name(name) and not is_word(name))):
                continue
            if is_spoken_for(segment, start, end):
                guess = guessed(name, latin_of)
                yield NameFound(name, guess, guess, "pinyin")


def runs(segment: Surroundings) -> Iterator[tuple[int, int]]:
    """The stretches of characters that spell names, within no entity and begun afresh behind a title."""
    text, taken = segment.text, segment.taken
    start: int | None = None
    for position in range(len(text) + 1):
        inside = position < len(text) and text[position] in SPELLED and position not in taken
        if start is not None and (not inside or position in segment.titles_end):
            if 2 <= position - start <= LONGEST_PART:
                yield start, position
            start = None
        if inside and start is None:
            start = position


def behind_word(text: str, start: int, end: int, is_word: IsWord) -> int:
    """The start of a name without the last character of a word before it."""
    return start + 1 if start and end - start > 2 and is_word(text[start - 1 : start + 1]) else start


def is_spoken_for(segment: Surroundings, start: int, end: int) -> bool:
    """Whether title, verb or Latin say that somebody's name stands here, who is not Vietnamese or Chinese."""
    text = segment.text
    after_title = without_bracket(text, start) in segment.titles_end
    before = start - 1 if text[start - 1 : start] == "了" else start
    meets = before >= 2 and bool(MEETING.match(text, before - 2, before))
    begins = start == 0 or bool(STOP.match(text[start - 1])) or text[start - 1] in "，,、"
    if not (after_title or meets or (begins and SPEECH.match(text, end))):
        return False
    nation = nation_of(segment, start)
    if nation is Nation.UNKNOWN:
        return text[start] not in VIETNAMESE_SURNAMES or end - start > SHORTEST_ALONE
    return nation is Nation.ELSEWHERE


def spells_name(run: str) -> bool:
    """Whether a run of characters is long and odd enough to be nothing but a name."""
    return len(run) >= SHORTEST_ALONE and sum(c in TELLING for c in run) * 2 >= len(run)


def learned(people: Iterable[Entity], is_known: IsWord) -> Iterator[NameFound]:
    """What an article's full foreign names teach: their Latin, and who is meant by one part alone."""
    for person in people:
        zh = LATIN_BEHIND.sub("", person.zh)
        parts = parts_of(zh)
        if len(parts) < 2:
            continue
        if person.source == "mined":
            yield NameFound(zh, person.en, person.vi, "mined")
        english, vietnamese = person.en.split(" "), person.vi.split(" ")
        if len(english) != len(parts) or len(vietnamese) != len(parts):
            continue
        for part, en, vi in zip(parts, english, vietnamese, strict=True):
            if len(part) >= 2 and not is_known(part):
                yield NameFound(part, en, vi, person.source)


def with_latin(text: str, entity: Entity) -> Entity:
    """A person with the Latin form in brackets right behind taken in, so that it is not said twice."""
    if entity.type is not EntityType.PERSON:
        return entity
    latin = LATIN_BEHIND.match(text, entity.end)
    if not latin:
        return entity
    whole = replace(entity, zh=text[entity.start : latin.end()], end=latin.end())
    if entity.source not in ("reading", "pinyin"):
        return whole
    en, vi = taught(entity.en, entity.vi, latin[1])
    return replace(whole, en=en, vi=vi, source="mined")


def taught(en: str, vi: str, latin: str) -> tuple[str, str]:
    """A guessed name's renderings once its Latin form is known.

    Latin without tones confirms a Vietnamese reading; a Chinese name stays in Sino-Vietnamese.
    """
    if fold(latin) == fold(en):
        return en, vi
    return latin, (latin if en == vi else vi)
