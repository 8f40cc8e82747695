"""Notes on rows, and the list of all one has put beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Static

from cache.annotations import Placed
from reader.tui.choices import Menu, Question
from reader.tui.entry import Writing
from reader.tui.filling import readable
from reader.tui.plain import shown
from reader.tui.prose import Prose, plain
from reader.tui.sheetlet import Sheetlet
from reader.tui.wrap import wrap
from translate.row import Row

BOOKMARK, NOTE = "◆", "≡"
"""The marks in the margin."""
_WIDEST = 56


class NoteSheet(Sheetlet[str], inherit_bindings=False):
    """A note to be written; an empty one takes it away. Answers with the note once it is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Close"),
    ]

    def __init__(self, heading: str, source: str, note: str, save: Callable[[str], object]) -> None:
        super().__init__(heading, "ctrl+s saves, an empty note is taken away · Esc closes")
        self._source = source
        self._note = note
        self._save = save
        self.writing = Writing(note)

    def contents(self) -> Iterable[Widget]:
        """The Chinese and the note."""
        yield Prose(plain(self._source))
        yield self.writing

    def on_mount(self) -> None:
        """Type at once."""
        self.writing.focus()

    def action_save(self) -> None:
        """Save; where that fails the note stays here."""
        self._store(self.writing.written)

    @work(exclusive=True, exit_on_error=False)
    async def _store(self, note: str) -> None:
        try:
            await asyncio.to_thread(self._save, note)
        except Exception as error:  # what was typed is worth more than knowing which it may be
            self.complain(f"{readable(error)} What you typed is still here.")
        else:
            self.dismiss(note)

    def action_leave(self) -> None:
        """Close, after asking where something would be lost."""
        if self.writing.written != self._note.strip():
            question = Question(
                "What you typed is not saved.", yes="throws it away", no="goes on typing"
            )
            self.app.push_screen(question, self._answered)
        else:
            self.dismiss(None)

    def _answered(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)


class MarksMenu(Menu):
    """All bookmarks and notes of an article; answers with the number of the one to go to."""

    def __init__(self, placed: Sequence[Placed], rows: Sequence[Row]) -> None:
        super().__init__(
            "Bookmarks and notes", [_line(one, rows) for one in placed], "Enter goes there · Esc closes"
        )


def _line(placed: Placed, rows: Sequence[Row]) -> Content:
    annotation = placed.annotation
    mark = BOOKMARK if annotation.bookmarked else NOTE
    text = rows[placed.row].segment.text if placed.row < len(rows) else ""
    line = Content.assemble(f"{mark} ", (f"row {placed.row + 1}  ", "dim"), plain(text[:60]))
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
            line[start:end]
            for line in map(shown, note.split("\n"))
            for start, end in wrap(line, width)
        ][: max(1, self.screen.size.height // 3)]
        self.update(Content("\n").join(Content(line) for line in lines))
        self.absolute_offset = Offset(x, y)
        self.display = bool(note)
