"""Rows as plain text: each paragraph in all languages, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.export.harmless import harmless
from reader.export.paragraphs import paragraphs_of
from reader.export.translated import Translated
from translate.row import Row, Target


def pieces(translated: Translated) -> Iterator[str]:
    """An article, paragraph by paragraph."""
    return written(translated.rows, translated.targets)


def to_text(rows: Iterable[Row], targets: Iterable[Target]) -> str:
    """An article: Chinese paragraph, its translations below it, an empty line between paragraphs."""
    return "".join(written(rows, targets))


def written(rows: Iterable[Row], targets: Iterable[Target]) -> Iterator[str]:
    """The same bit by bit."""
    asked = tuple(targets)
    for number, paragraph in enumerate(paragraphs_of(rows)):
        lines = [paragraph.text(None), *(paragraph.text(target) for target in asked)]
        block = "\n".join(harmless(line.replace("\n", " ")) for line in lines)
        yield f"\n\n{block}" if number else block
    yield "\n"
