"""The search line below an article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reader.tui.entry import Entry
from reader.tui.fold import fold
from reader.tui.speech import phrase


class SearchLine(Entry):
    """Where one types what to search for; matches light up as one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "seek(1)", "Next match"),
        Binding("up,shift+enter", "seek(-1)", "Previous match"),
        Binding("escape", "close", "Close"),
    ]

    class Sought(Message):
        """The next (``step`` 1) or previous (-1) match is wanted."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Closed(Message):
        """One is done with the search line."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(placeholder=phrase("search-hint"), id=id, compact=True)

    @property
    def folded(self) -> str:
        """The query, without case and diacritics."""
        return fold(self.text)

    def action_seek(self, step: int) -> None:
        """Ask for a match."""
        self.post_message(self.Sought(step))

    def action_close(self) -> None:
        """Close the line."""
        self.post_message(self.Closed())
