"""Rows gathered into paragraphs, as the text exports show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from seeds.article import Kind
from translate.row import Row, Target


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The rows of one paragraph. Its kind is that of its first running text, if it has any."""

    kind: Kind
    rows: tuple[Row, ...]

    def text(self, target: Target | None) -> str:
        """The paragraph in a target, or in Chinese where that is None."""
        if target is None:
            return chinese([row.segment.text for row in self.rows])
        cells = [row.cells.get(target) for row in self.rows]
        return " ".join(cell.text for cell in cells if cell and cell.text)

    def flags(self) -> tuple[str, ...]:
        """The flags of all its cells, each once."""
        return tuple(dict.fromkeys(flag for row in self.rows for flag in row.flags))


def chinese(sentences: Sequence[str]) -> str:
    """Sentences set one behind the other, with a space only between Latin words."""
    if len(sentences) == 1:
        return sentences[0]
    text = ""
    for sentence in sentences:
        latin = (
            text[-1:].isascii() and text[-1:].strip() and sentence[:1].isascii() and sentence[:1].isalnum()
        )
        text += f" {sentence}" if latin else sentence
    return text


def paragraphs_of(rows: Iterable[Row]) -> Iterator[Paragraph]:
    """The paragraphs of an article, in order."""
    for _, group in groupby(rows, key=lambda row: row.segment.paragraph):
        members = tuple(group)
        kinds = [row.segment.kind for row in members]
        running = next((kind for kind in kinds if kind not in (Kind.DATELINE, Kind.SIGN_OFF)), kinds[0])
        yield Paragraph(running, members)
