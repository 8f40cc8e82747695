"""Where the words of a text come from: core lexicon, derived tables, CC-CEDICT, readings alone.

Run: python tests/benchmarks/coverage.py [SRC]...
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from seeds.load import find_sources, load_file
from translate.engine import Job
from translate.lexicon import CEDICT, CORE, DERIVED, Lexicon, load_lexicon
from translate.row import Segment
from translate.segment import segments_of
from translate.transfer.engine import Transfer
from translate.transfer.tokens import Token
from translate.workshop import Workshop

ENTITY, LATIN, READING = "entity", "Latin script, digits", "reading only"
LAYERS = {
    CORE: "core lexicon",
    DERIVED: "derived",
    CEDICT: "CC-CEDICT",
    READING: READING,
    ENTITY: ENTITY,
    LATIN: LATIN,
}


def words_of(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens that are words, those in quotations and brackets too."""
    for token in tokens:
        if token.is_group:
            yield from words_of(token.inner)
        elif not token.is_mark and token.text != "、":
            yield token


def layer_of(token: Token, lexicon: Lexicon) -> str:
    """Where a word comes from. A foreign name spelled in characters counts as an entity."""
    if token.entity is not None:
        return ENTITY
    if not any("\u3400" <= character <= "\u9fff" for character in token.text):
        return LATIN
    senses = lexicon.get(token.text)
    if senses:
        return senses[0].layer
    return ENTITY if any(reading.category == "nr" for reading in token.readings) else READING


def layers(segments: Iterable[list[Segment]]) -> Counter[str]:
    """How many words come from where, over some articles."""
    workshop, lexicon = Workshop(), load_lexicon()
    engine = Transfer(lexicon)
    counts: Counter[str] = Counter()
    for article in segments:
        for segment, entities in zip(article, workshop.recogniser.recognise(article), strict=True):
            analysis = engine.analyse(Job(segment.text, entities, segment.kind))
            counts.update(layer_of(token, lexicon) for token in words_of(analysis.tokens))
    return counts


def main() -> None:
    """Prints a column of shares for each source."""
    for name in sys.argv[1:] or [str(files("seeds") / "articles")]:
        articles = [load_file(path) for path in find_sources(Path(name))]
        counts = layers([list(segments_of(article)) for article in articles])
        total = counts.total()
        plain = total - counts[ENTITY] - counts[LATIN]
        print(f"{name}: {total:,} words, {plain:,} of them plain Chinese")
        for layer, label in LAYERS.items():
            of_plain = f"{counts[layer] / plain:10.2%}" if layer not in (ENTITY, LATIN) else " " * 10
            print(f"  {label:<22} {counts[layer]:8,} {counts[layer] / total:8.2%} {of_plain}")


if __name__ == "__main__":
    main()
