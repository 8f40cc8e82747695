"""Routes: names of places joined by a dash, known or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from translate.entities.localities import plain
from translate.entities.nations import Nation, first_nation
from translate.readings import hanviet_name, pinyin_name
from translate.row import Entity, EntityType

# One dash between Chinese characters; two of them, or one between spaces, part a sentence.
DASH = re.compile(r"(?<=[\u3400-\u9fff])—(?=[\u3400-\u9fff])")
INNER = re.compile(r"[\u3400-\u9fff]{2,4}")
# What two known places have between them; before anything else a dash may mean that is.
BETWEEN = re.compile(
    "(?:南北|东西)?(?:高速|铁路|公路|国道|航线|航班|线路|轻轨|地铁|运河|管道|列车|经济走廊|走廊|口岸|边界|边境|陆地|关系|合作|战略"
    "|全面|特殊|伙伴|友好|贸易|自由贸易|自贸|峰会|论坛|对话|博览会|商务|企业|建交|联合|首脑|领导人|特别|传统)"
)
# What is joined to a name by a dash without being one: 2025年—, 人民—.
FUNCTION = frozenset("的了和与及在是为有从到由至被将对向等月日年号第")
# Names of unknown places have two characters as a rule.
USUAL = 2

Word = tuple[int, int]
# Where a part stands, and the known place that it is.
Part = tuple[int, int, Entity | None]


def routes(
    text: str,
    places: Sequence[Entity],
    words_of: Callable[[str], Mapping[int, Word]],
    is_word: Callable[[str], bool],
) -> Iterator[Entity]:
    """Each row of names with a dash between them, as one; flagged where one is read by its characters.

    ``text`` is Simplified, ``places`` are the known ones in it, ``words_of`` cuts it into words. A row has a
    part that is neither known nor made of words, or stands before what lies between places; where all are
    words (经济—社会) nothing is named.
    """
    if not DASH.search(text):
        return
    words = words_of(text)
    for parts in rows(text, places):
        unknown = [(start, end) for start, end, known in parts if known is None]
        names = [text[slice(*span)] for span in unknown]
        plausible = all(len(name) == USUAL and FUNCTION.isdisjoint(name) for name in names)
        strange = any(is_apart(words, *span) and not is_word(text[slice(*span)]) for span in unknown)
        between = not unknown and BETWEEN.match(text, parts[-1][1])
        if between or (strange and plausible):
            yield route(text, parts)


def rows(text: str, places: Sequence[Entity]) -> Iterator[list[Part]]:
    """What stands before, between and behind the dashes, row by row."""
    longest = sorted(places, key=lambda entity: entity.end - entity.start)
    at_start = {entity.start: entity for entity in longest}
    at_end = {entity.end: entity for entity in longest}
    dashes = [match.start() for match in DASH.finditer(text)]
    while dashes:
        dash = dashes.pop(0)
        parts = [part_before(text, dash, at_end)]
        while dashes and INNER.fullmatch(text, dash + 1, dashes[0]):
            parts.append((dash + 1, dashes[0], at_start.get(dash + 1)))
            dash = dashes.pop(0)
        yield [*parts, part_behind(text, dash, at_start)]


def part_before(text: str, dash: int, known: Mapping[int, Entity]) -> Part:
    """The name that ends at a dash: a known place or two characters."""
    entity = known.get(dash)
    if entity is not None:
        return entity.start, dash, entity
    start = dash
    while start > 0 and dash - start < USUAL and "\u3400" <= text[start - 1] <= "\u9fff":
        start -= 1
    return start, dash, None


def part_behind(text: str, dash: int, known: Mapping[int, Entity]) -> Part:
    """The name that begins behind a dash: a known place or two characters."""
    entity = known.get(dash + 1)
    if entity is not None:
        return dash + 1, entity.end, entity
    end = dash + 1
    while end < len(text) and end - dash <= USUAL and "\u3400" <= text[end] <= "\u9fff":
        end += 1
    return dash + 1, end, None


def is_apart(words: Mapping[int, Word], start: int, end: int) -> bool:
    """Whether the characters are no part of longer words: each is a word of its own."""
    return all(words[i] == (i, i + 1) for i in range(start, end))


def route(text: str, parts: Sequence[Part]) -> Entity:
    """The row of names in both languages."""
    start, end = parts[0][0], parts[-1][1]
    nations = {first_nation(text[s:e], 0, e - s) for s, e, _ in parts}
    chinese = Nation.CHINA in nations and Nation.VIETNAM not in nations
    english, vietnamese = [], []
    for first, last, known in parts:
        name = text[first:last]
        read = hanviet_name(name)
        english.append(known.en if known else pinyin_name(name, 2) if chinese else plain(read))
        vietnamese.append(known.vi if known else read)
    source = "rule" if all(known for _, _, known in parts) else "pinyin"
    joined = "–".join(english), " - ".join(vietnamese)
    return Entity(text[start:end], start, end, EntityType.TERM, *joined, source=source)
