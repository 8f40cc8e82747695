"""A recogniser that is loaded once, and what it finds in a text."""

from functools import cache

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
