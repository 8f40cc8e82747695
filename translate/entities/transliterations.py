"""Transliterations: names of people from elsewhere, spelled in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from translate.entities.names import (
    BEHIND,
    DOTS,
    HAN_NAME,
    MEETING,
    NO_NAME,
    SPEECH,
    STOP,
    Surroundings,
    nation_of,
    without_bracket,
)
from translate.entities.nations import Nation
from translate.entities.renderings import VIETNAMESE_SURNAMES, NameFound
from translate.entities.western import latin_parts, part_at, part_before
from translate.foreign import COSTS, TELLING
from translate.readings import pinyin_name
from translate.row import Entity, EntityType

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
        "爱白邦贡坚杰柯朗楠庞钦琴穗桐通娃翁西逊宰占哲芝宗左敦乃颂猜旺披奔洪凡农蓬宋坤芒朱肖蕾茜雯薇松华约斐历卫得耳可汗歇缪席冈穹滕"
    )
)
RUN = re.compile(rf"[\u3400-\u9fff{DOTS}-]+")
LATIN_BEHIND = re.compile(r"\s?[（(]\s*([A-Z][^\W\d_]*(?:[ .'’-]+[^\W\d_]+)*\.?)\s*[）)]")
# A name in Latin, not an acronym.
LATIN_NAME = re.compile(r"[A-Z][a-zà-ỹ][^\W\d_]*")
SEVERAL = re.compile(r" [A-Z][a-zà-ỹ]")
LONGEST_PART, LONGEST_BEFORE = 12, 24
LONGEST_ALONE = 8
# Words that begin with a character which names are spelled with as well; behind a name they are words.
WEAK_END = frozenset("因提达对任于")
EIN = frozenset("泰坦莱赖凯海韦尤埃")
# Places, not people, are gone to; and what stands behind the name of one.
GOING = re.compile("前往|访问|飞往|驶往|抵达|来到|到达|位于|途经|飞抵")
PLACE_BEHIND = re.compile("[城镇堡省州市县村岛河湖山港寺]|地区|公园|国家公园|自然保护区|机场|火山|海峡|半岛")
SHORTEST_ALONE = 3
Length = Callable[[str, int], int]
FirstWord = Callable[[str], int]
Latin = Callable[[str], str]
IsWord = Callable[[str], bool]


def dotted_names(text: str, known_length: Length, first_word: FirstWord, latin_of: Latin) -> Iterator[Entity]:
    """Names with a middle dot: a guess, unless Latin stands in brackets right behind.

    ``known_length`` gives the length of the known word at an offset, 0 for none: the words before
    and behind the name are told from it that way. ``first_word`` gives the length of the first word
    of a text. ``latin_of`` gives the Latin form that a dictionary has for a part of a name, or nothing.
    """
    for first, last, floor, limit in rows_of_dots(text):
        start = part_start(text, floor, first, known_length)
        end = part_end(text, last + 1, limit, known_length, first_word)
        latin = LATIN_BEHIND.match(text, end) or latin_beyond(text, start, end, limit)
        zh = text[start:end]
        if latin:
            zh = text[start : latin.end()]
            yield Entity(zh, start, latin.end(), EntityType.PERSON, latin[1], latin[1], source="mined")
        else:
            guess = guessed(zh, latin_of)
            yield Entity(zh, start, end, EntityType.PERSON, guess, guess, source="pinyin")


def latin_beyond(text: str, start: int, end: int, limit: int) -> re.Match[str] | None:
    """Latin with as many parts as the name has, a character or two behind where it seems to end."""
    latin = LATIN_BEHIND.match(text, limit) if limit - end <= 2 else None
    same = latin is not None and len(latin[1].split()) == len(parts_of(text[start:limit]))
    return latin if same else None


def rows_of_dots(text: str) -> Iterator[tuple[int, int, int, int]]:
    """The first and the last dot of each name, and how far it can reach to the left and right."""
    for match in RUN.finditer(text):
        dots = [i for i in range(*match.span()) if text[i] in DOTS]
        if not dots:
            continue
        first, floor = dots[0], match.start()
        for dot, following in zip(dots, [*dots[1:], match.end()], strict=True):
            limit = min(following, dot + 1 + LONGEST_PART)
            # 雅格和马里奥 between two dots ends one name and begins another.
            within = limit == following != match.end() and NO_NAME.isdisjoint(text[dot + 1 : following])
            if not within:
                floor = max(floor, first - LONGEST_BEFORE)
                if floor < first and dot + 1 < limit:
                    yield first, dot, floor, limit
                first, floor = following, dot + 1


def part_start(text: str, floor: int, dot: int, known_length: Length) -> int:
    """Where the part of a name that ends at ``dot`` begins: behind the last word that is none of it."""
    known = part_before(text, dot, floor)
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
    # 督察大卫 holds 大卫, though 大 spells no sound; the part may be longer than what is known of it.
    return min(start, dot - known) if known else start


def part_end(text: str, start: int, limit: int, known_length: Length, first_word: FirstWord) -> int:
    """Where the part of a name that begins at ``start`` ends: at a known word or a telling character.

    What begins a word that goes on behind the name is none of it: 提 in 阿隆索提前, 因 in 卡卢西斯因其.
    """
    end = first_end(text, start, limit, known_length)
    known = part_at(text, start, limit)
    if known >= end - start:
        return start + known
    last = text[end - 1]
    if last not in WEAK_END or end - start < SHORTEST_ALONE:
        return end
    if known == end - 1 - start:
        return end - 1
    if last == "因":
        return end if text[end - 2] in EIN else end - 1
    # The word that the last character begins, were it no part of the name.
    return end - 1 if first_word(text[end - 1 : end + LONGEST_PART]) > 1 else end


def first_end(text: str, start: int, limit: int, known_length: Length) -> int:
    """Where a known word or a telling character first ends a part."""
    spelled = not SPELLED.isdisjoint(text[start : start + 2])
    for position in range(start + 1, limit):
        # 任 spells a sound within a name; at its end it is a verb.
        if (
            text[position] in "-任"
            and text[position + 1 : position + 3]
            and SPELLED.issuperset(text[position + 1 : position + 3])
        ):
            continue
        if spelled and text[position] not in SPELLED:
            return position
        # 特等 is a word, but 格兰特等人 are Grant and others.
        if known_length(text, position) and not (spelled and BEHIND.match(text, position + 1)):
            return position
    return limit


def guessed(name: str, latin_of: Latin) -> str:
    """A name as the dictionary has its parts, the others in pinyin: John Gelante."""
    return " ".join(latin_form(part, latin_of) for part in parts_of(name))


def latin_form(part: str, latin_of: Latin) -> str:
    """A part of a name in Latin letters: as names usually are, as the dictionary has it, else in pinyin."""
    if "-" in part:
        return "-".join(latin_form(piece, latin_of) for piece in part.split("-"))
    return latin_parts().get(part) or latin_of(part) or pinyin_name(part, 0)


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
        yield from called(segment, is_word)
        for start, end in runs(segment):
            latin = LATIN_BEHIND.match(text, end)
            if latin and (LATIN_NAME.match(latin[1]) or SEVERAL.search(latin[1])):
                start = behind_word(text, start, end, is_word)
                name = text[start:end]
                if len(name) >= 2 and not is_word(name):
                    kind = kind_of(text, start, latin.end())
                    yield NameFound(name, latin[1], latin[1], "mined", type=kind)
                continue
            if not BEHIND.match(text, end) and is_word(text[end - 1 : end + 1]):
                end -= 1
            name = text[start:end]
            known = bool(latin_parts().get(name) or latin_of(name))
            if not (known or (spells_name(name) and not is_word(name))):
                continue
            if is_spoken_for(segment, start, end, known=known):
                guess = guessed(name, latin_of)
                yield NameFound(name, guess, guess, "pinyin")


def called(segment: Surroundings, is_word: IsWord) -> Iterator[NameFound]:
    """Names of any characters between a calling and their Latin form in brackets: 专家颂汶（Somboon）."""
    text = segment.text
    for latin in LATIN_BEHIND.finditer(text):
        if not (LATIN_NAME.match(latin[1]) or SEVERAL.search(latin[1])):
            continue
        for start in range(latin.start() - 2, max(-1, latin.start() - LONGEST_ALONE), -1):
            if start in segment.taken or text[start] in NO_NAME or not HAN_NAME.match(text[start]):
                break
            if start in segment.titles_end or start in segment.callings_end:
                name = text[start : latin.start()]
                if not (is_word(name) or is_word(name[:2])):
                    yield NameFound(name, latin[1], latin[1], "mined")
                break


def runs(segment: Surroundings) -> Iterator[tuple[int, int]]:
    """The stretches of characters that spell names, within no entity and begun afresh behind a title."""
    text, taken = segment.text, segment.taken
    start: int | None = None
    for position in range(len(text) + 1):
        inside = position < len(text) and text[position] in SPELLED and position not in taken
        if start is not None and (not inside or position in segment.titles_end):
            if 2 <= position - start <= LONGEST_ALONE:
                yield start, position
            start = None
        if inside and start is None:
            start = position


def behind_word(text: str, start: int, end: int, is_word: IsWord) -> int:
    """The start of a name without the last character of a word before it; usual names are left whole."""
    if text[start:end] in latin_parts():
        return start
    return start + 1 if start and end - start > 2 and is_word(text[start - 1 : start + 1]) else start


def kind_of(text: str, start: int, end: int) -> EntityType:
    """Whether a name before Latin is a place's: one that people go to, or that is called a town."""
    before = text[max(0, start - 2) : start]
    if GOING.fullmatch(before) or PLACE_BEHIND.match(text, end):
        return EntityType.PLACE
    return EntityType.PERSON


def is_spoken_for(segment: Surroundings, start: int, end: int, *, known: bool) -> bool:
    """Whether title, verb or Latin say that somebody's name stands here, who is not Vietnamese or Chinese.

    ``known`` is whether it is a usual name: then a title behind it will do, and any place for a verb.
    """
    text = segment.text
    ahead = without_bracket(text, start)
    after_title = ahead in segment.titles_end or ahead in segment.callings_end
    before = start - 1 if text[start - 1 : start] == "了" else start
    verb = text[max(0, before - 2) : before]
    meets = bool(MEETING.fullmatch(verb)) and not GOING.fullmatch(verb)
    begins = start == 0 or bool(STOP.match(text[start - 1])) or text[start - 1] in "，,、"
    addressed = known and end in segment.titles_start
    if not (after_title or meets or addressed or (begins and SPEECH.match(text, end))):
        return False
    nation = nation_of(segment, start)
    if nation is Nation.UNKNOWN:
        return known or text[start] not in VIETNAMESE_SURNAMES or end - start > SHORTEST_ALONE
    return nation is Nation.ELSEWHERE


def spells_name(run: str) -> bool:
    """Whether a run of characters is long and odd enough to be nothing but a name."""
    return len(run) >= SHORTEST_ALONE and sum(c in TELLING for c in run) * 2 >= len(run)
