"""Rows as plain text: each paragraph in all languages, one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.harmless import harmless
from reader.export.paragraphs import paragraphs_of
from reader.export.translated import Translated


def pieces(translated: Translated) -> Iterator[str]:
    """Each Chinese paragraph with its translations below it, an empty line between paragraphs."""
    for number, paragraph in enumerate(paragraphs_of(translated.rows)):
        lines = [paragraph.text(None), *(paragraph.text(target) for target in translated.targets)]
        block = "\n".join(harmless(line.replace("\n", " ")) for line in lines)
        yield f"\n\n{block}" if number else block
    yield "\n"
