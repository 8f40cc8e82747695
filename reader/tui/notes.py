"""Bookmarks and notes as they are shown: the list of all, the card of the current row's note."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from cache.annotations import Annotation, Placed
from reader.plain import shown
from reader.tui.choices import Menu
from reader.tui.prose import plain
from reader.tui.speech import phrase
from reader.tui.wrap import wrap
from translate.row import Row

BOOKMARK, NOTE, BOTH = "◆", "≡", "◈"
_WIDEST = 56


def mark_of(annotation: Annotation) -> str:
    """The mark that stands in the margin for what is beside a row."""
    if annotation.bookmarked:
        return BOTH if annotation.note else BOOKMARK
    return NOTE


class MarksMenu(Menu):
    """All bookmarks and notes of an article; answers with the number of the one to go to."""

    def __init__(self, placed: Sequence[Placed], rows: Sequence[Row]) -> None:
        super().__init__(phrase("marks-title"), [_line(one, rows) for one in placed], phrase("marks-foot"))


def _line(placed: Placed, rows: Sequence[Row]) -> Content:
    annotation = placed.annotation
    mark = mark_of(annotation)
    text = rows[placed.row].segment.text if placed.row < len(rows) else ""
    line = Content.assemble(
        f"{mark} ", (f"{phrase('row-of', place=placed.row + 1)}  ", "dim"), plain(text[:60])
    )
    if annotation.note:
        note = " ".join(annotation.note.split())
        line = Content("\n     ").join([line, Content.styled(shown(note[:200]), "italic")])
    return line


class NoteCard(Static):
    """The note on the current row, below it; hidden where there is none."""

    def show_note(self, note: str, x: int, y: int) -> None:
        """Show a note at a place of the screen, or, if it is empty, nothing."""
        width = max(8, min(_WIDEST, self.screen.size.width - 8))
        lines = [
            line[start:end] for line in map(shown, note.split("\n")) for start, end in wrap(line, width)
        ][: max(1, self.screen.size.height // 3)]
        self.update(Content("\n").join(Content(line) for line in lines))
        self.absolute_offset = Offset(x, y)
        self.display = bool(note)
