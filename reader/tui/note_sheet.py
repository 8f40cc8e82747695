"""The sheet on which a note on a row is written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from reader.tui.choices import Question
from reader.tui.filling import readable
from reader.tui.prose import Prose, plain
from reader.tui.sheetlet import Sheetlet
from reader.tui.speech import phrase
from reader.tui.writing import Writing


class NoteSheet(Sheetlet[str], inherit_bindings=False):
    """A note to be written; an empty one takes it away. Answers with the note once it is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Close"),
    ]

    def __init__(self, heading: str, source: str, note: str, save: Callable[[str], object]) -> None:
        super().__init__(heading, phrase("note-foot"))
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
            self.complain(phrase("still-here", error=readable(error)))
        else:
            self.dismiss(note)

    def action_leave(self) -> None:
        """Close, after asking where something would be lost."""
        if self.writing.written != self._note.strip():
            question = Question(phrase("typed-unsaved"), yes=phrase("throw-away"), no=phrase("go-on-typing"))
            self.app.push_screen(question, self._answered)
        else:
            self.dismiss(None)

    def _answered(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)
