"""Rows as plain text: each paragraph in all languages, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from reader.export.harmless import harmless
from reader.export.paragraphs import paragraphs_of
from reader.export.translated import Translated
from translate.row import Row, Target


def render(translated: Translated) -> str:
    """An article, paragraph by paragraph."""
    return to_text(translated.rows, translated.targets)


def to_text(rows: Iterable[Row], targets: Iterable[Target]) -> str:
    """An article: Chinese paragraph, its translations below it, an empty line between paragraphs."""
    asked = tuple(targets)
    blocks = []
    for paragraph in paragraphs_of(rows):
        lines = [paragraph.text(None), *(paragraph.text(target) for target in asked)]
        blocks.append("\n".join(harmless(line.replace("\n", " ")) for line in lines))
    return "\n\n".join(blocks) + "\n"
