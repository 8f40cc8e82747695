"""A recogniser that is loaded once, what it finds in a text, and how much work that is."""

import sys
from collections.abc import Callable
from functools import cache
from types import FrameType

from seeds.article import Kind
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Entity, EntityType, Segment
from translate.terms.termbase import Termbase, TermEntry, load_termbase, seed_entries


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_termbase(), load_lexicon())


@cache
def recogniser_with(*entries: TermEntry) -> Recogniser:
    return Recogniser(Termbase([*seed_entries(), *entries]), load_lexicon())


def segments(*texts: str) -> list[Segment]:
    return [Segment(i, i, Kind.BODY, text, i, 0, len(text)) for i, text in enumerate(texts)]


def entities_of(*texts: str) -> list[tuple[Entity, ...]]:
    """The entities of each of the segments of one article."""
    return recogniser().recognise(segments(*texts))


def renderings(text: str, *kinds: EntityType) -> list[tuple[str, str, str]]:
    """(zh, en, vi) of the entities of a one-segment article, of these types or all."""
    (entities,) = entities_of(text)
    return [(e.zh, e.en, e.vi) for e in entities if not kinds or e.type in kinds]


def people(*texts: str) -> dict[str, tuple[str, str, str]]:
    """zh to (en, vi, source) of the people in an article."""
    found = {}
    for entities in entities_of(*texts):
        for e in entities:
            if e.type is EntityType.PERSON:
                found[e.zh] = (e.en, e.vi, e.source)
    return found


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, Python's own included: its cost, whatever the machine."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size costs hardly more than four times the work."""
    work(size)
    small, large = calls(lambda: work(size)), calls(lambda: work(4 * size))
    return large <= 6 * small
