"""Spans: the words of a draft that stand for an entity, as far as alignment and shape agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.argos.required import Need, folded, found
from translate.argos.sketch import Sketch, Word
from translate.numbers import Quantity, dates, quantities
from translate.readings import pinyin
from translate.row import EntityType, Target

Span = tuple[int, int]
# A longer stretch than this is hardly one name.
WORDS = 8
# Words that may stand within a name without standing for any part of it.
WITHIN = frozenset({"of", "the", "for", "and", "-", "–", "'s", "’s", "&", "về", "và", "của", "."})
ARTICLES = frozenset({"the", "a", "an"})
PRONOUNS = frozenset({"he", "she", "ông", "bà"})
ENGLISH_TITLES = (
    "mr mrs ms dr president chairman chairwoman chairperson minister secretary general director premier"
    " deputy vice ambassador governor comrade professor prime chief foreign head leader expert officer"
    " representative spokesperson spokesman member commander judge mayor king queen"
)
VIETNAMESE_TITLES = (
    "ông bà chủ tịch bộ trưởng thủ tướng tổng bí thư phó đồng chí đại sứ giáo sư ngoại tướng viên"
)
TITLES = frozenset(ENGLISH_TITLES.split()) | frozenset(VIETNAMESE_TITLES.split())
ENGLISH_EMPTY = (
    "is was are were be been has have had will would to in on at by from with and or but as that which who"
    " this it its he she they their his her"
)
VIETNAMESE_EMPTY = "là đã được bị sẽ có ở tại vào từ với và hoặc nhưng mà này đó nó"
# Words that begin no name and no term: a stretch of nothing else stands for no entity.
EMPTY = frozenset(ENGLISH_EMPTY.split()) | frozenset(VIETNAMESE_EMPTY.split())


@dataclass(frozen=True, slots=True)
class Place:
    """The words from ``first`` to ``last``, both included, that stand for an entity."""

    first: int
    last: int


def taken_by_others(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> list[Span]:
    """The spans in which other needs are carried."""
    return [
        span for other in needs if other.forms != need.forms for span in found(other, sketch.text, target)
    ]


def places(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> list[Place]:
    """The stretches that stand for an occurrence of a need, the longest first; whole ones, not yet judged."""
    if need.start < 0:
        return []
    taken = taken_by_others(sketch, need, needs, target)
    words = sketch.words
    hits = [
        number
        for number, word in enumerate(words)
        if word.stands_for(*need.source) and is_word(sketch, word) and not is_taken(word, taken)
    ]
    found_places: list[Place] = []
    for number in hits:
        last = found_places[-1] if found_places else None
        if last is not None and all(
            sketch.part(i, i).lower() in WITHIN and not is_taken(words[i], taken)
            for i in range(last.last + 1, number)
        ):
            found_places[-1] = Place(last.first, number)
        else:
            found_places.append(Place(number, number))
    return sorted(found_places, key=lambda place: place.first - place.last)


def name_place(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> Place | None:
    """The one stretch that may be replaced by the need's rendering: contiguous, short, of the right shape."""
    candidates = [trimmed(sketch, need, place) for place in places(sketch, need, needs, target)]
    usable = [place for place in candidates if place is not None]
    if len(usable) != 1:
        # In two places at once: unless one of them has the shape of the name, nobody knows which.
        named = need.type in (EntityType.PERSON, EntityType.PLACE) and is_proper(need)
        usable = [place for place in usable if named and looks_named(sketch, place)]
        if len(usable) != 1:
            return None
    place = usable[0]
    if need.type is EntityType.PERSON:
        place = whole_name(sketch, need, place, taken_by_others(sketch, need, needs, target))
    return place if place.last - place.first < WORDS and has_shape(sketch, need, place) else None


def whole_name(sketch: Sketch, need: Need, place: Place, taken: Sequence[Span]) -> Place:
    """The place with the rest of a wrong name of which attention saw only a part."""
    first, last = place.first, place.last
    if not looks_named(sketch, place):
        return place
    syllables = pinyin(need.zh).replace(" ", "").lower()

    def is_rest(number: int) -> bool:
        if not 0 <= number < len(sketch.words) or is_taken(sketch.words[number], taken):
            return False
        word = sketch.part(number, number)
        return word.isalpha() and word[0].isupper() and word.lower() not in TITLES

    if is_rest(first - 1) and sketch.part(first - 1, first - 1).lower() in syllables:
        first -= 1
    while (
        last - first < 2
        and is_rest(last + 1)
        and (last == first or sketch.part(last + 1, last + 1).lower() in syllables)
    ):
        last += 1
    return Place(first, last)


def has_shape(sketch: Sketch, need: Need, place: Place) -> bool:
    """Whether the words could be what they stand for: no name for a title, nothing common for a place."""
    words = [sketch.part(n, n).lower() for n in range(place.first, place.last + 1)]
    own = set(need.rendering.lower().split())
    if need.type is EntityType.TITLE:
        return not looks_named(sketch, place) or any(word in TITLES or word in own for word in words)
    if need.type is EntityType.PLACE and is_proper(need):
        return any(sketch.part(n, n)[0].isupper() for n in range(place.first, place.last + 1))
    return True


def trimmed(sketch: Sketch, need: Need, place: Place) -> Place | None:
    """A place without what cannot be part of the entity at its edges; None where nothing is left."""
    first, last = place.first, place.last
    own = set(folded(need.rendering).lower().split())
    titled = need.rendering.split()[0].lower() in TITLES

    def foreign(number: int) -> bool:
        word = sketch.part(number, number)
        lower = folded(word.removesuffix("'s").removesuffix("’s")).lower()
        if lower in own:
            return False
        if need.type is EntityType.PERSON:
            if word.lower() in PRONOUNS:
                return False
            return not word[:1].isupper() or (word.lower() in TITLES and not titled)
        return word.lower() in EMPTY and not (is_proper(need) and number and word[0].isupper())

    while first <= last and foreign(first):
        first += 1
    while first <= last and foreign(last):
        last -= 1
    if first > last:
        return None
    if need.type is EntityType.PERSON and first != last:
        # A pronoun stands for a person only where it stands alone.
        inner = [n for n in range(first, last + 1) if sketch.part(n, n).lower() not in PRONOUNS]
        if not inner:
            return None
    return Place(first, last)


def looks_named(sketch: Sketch, place: Place) -> bool:
    """Whether the words begin in upper case, small ones apart."""
    words = [sketch.part(n, n) for n in range(place.first, place.last + 1)]
    real = [word for word in words if word.lower() not in WITHIN]
    return bool(real) and all(word[:1].isupper() for word in real)


def is_proper(need: Need) -> bool:
    """Whether the rendering is a name, whose words begin in upper case."""
    return need.rendering[:1].isupper()


def number_place(
    sketch: Sketch, need: Need, value: Quantity, needs: Sequence[Need], target: Target
) -> Span | None:
    """The number in the draft that stands where ``value`` of a need's rendering should.

    One that is linked to the need; failing that, the only one that no need and no figure of the
    source asks for.
    """
    wanted = {q.value for other in needs for q in quantities(other.rendering, target)}
    busy = [(day.start, day.end) for day in dates(sketch.text, target)]
    free = [
        q
        for q in quantities(sketch.text, target)
        if q.value not in wanted and not any(q.start < end and start < q.end for start, end in busy)
    ]
    linked = [q for q in free if any(w.stands_for(*need.source) for w in within(sketch, q.start, q.end))]
    chosen = linked if len(linked) == 1 else free if not linked else []
    if len(chosen) != 1:
        same = [q for q in chosen or linked if digits_of(sketch.text, q) == digits_of(need.rendering, value)]
        chosen = same[:1]
    if not linked and chosen and not is_alike(sketch.text, chosen[0], need.rendering, value):
        return None
    return (chosen[0].start, chosen[0].end) if chosen else None


def is_alike(text: str, here: Quantity, rendering: str, wanted: Quantity) -> bool:
    """Whether two numbers share their first figure: 3.28 and 32.8 do."""
    mine, other = digits_of(text, here), digits_of(rendering, wanted)
    return bool(mine) and mine[:1] == other[:1]


def digits_of(text: str, quantity: Quantity) -> str:
    """The figures of a number, without noughts at the end."""
    return "".join(c for c in text[quantity.start : quantity.end] if c.isdecimal()).rstrip("0")


def within(sketch: Sketch, start: int, end: int) -> list[Word]:
    """The words of a span."""
    return [word for word in sketch.words if word.overlaps(start, end)]


def is_taken(word: Word, taken: Sequence[Span]) -> bool:
    """Whether a word lies in one of the spans."""
    return any(word.overlaps(start, end) for start, end in taken)


def is_word(sketch: Sketch, word: Word) -> bool:
    """Whether it is no mark of punctuation."""
    return sketch.text[word.start].isalnum()
