"""Suspects: words that look like names to jieba's tagger, though no table of ours knows them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translate.row import EntityType, Row
from translate.shapes import simplified

# The tags of jieba's posseg (ICTCLAS) that mark names, by what they name.
TAGS = {
    "nr": EntityType.PERSON,
    "nrt": EntityType.PERSON,
    "nrfg": EntityType.PERSON,
    "ns": EntityType.PLACE,
    "nt": EntityType.ORGANISATION,
    "nz": EntityType.TERM,
}


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word that may be a name, in Simplified script, with what kind of name and how often it stands."""

    zh: str
    type: EntityType
    count: int


def suspects(rows: Iterable[Row], is_known: Callable[[str], bool], cache: Path) -> list[Suspect]:
    """The words outside all entities that may be names and that ``is_known`` does not know.

    The most frequent come first. ``cache`` is the folder for jieba's own file, which it would
    leave in the system's temporary folder.
    """
    counts: Counter[tuple[str, EntityType]] = Counter()
    for word, tag in tagged(rows, cache):
        if tag in TAGS and len(word) > 1 and not is_known(word):
            counts[word, TAGS[tag]] += 1
    return [Suspect(word, kind, count) for (word, kind), count in counts.most_common()]


def tagged(rows: Iterable[Row], cache: Path) -> Iterator[tuple[str, str]]:
    """The words of the text between entities, with their tags."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    cache.mkdir(parents=True, exist_ok=True)
    jieba.dt.tmp_dir = str(cache)
    from jieba import posseg

    for row in rows:
        for stretch in between(row):
            yield from posseg.cut(stretch)


def between(row: Row) -> Iterator[str]:
    """The stretches of a row's text, Simplified, that no entity covers."""
    text, start = row.segment.text, 0
    for entity in row.entities:
        yield simplified(text[start : entity.start])
        start = entity.end
    yield simplified(text[start:])
