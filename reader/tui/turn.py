"""A field with a few values to turn through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class Turn(Widget, can_focus=True, inherit_bindings=False):
    """One of some words, shown as they are ``called``; left and right turn to the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,down", "turn(1)", "Next value", show=False),
        Binding("left,up", "turn(-1)", "Previous value", show=False),
    ]

    class Turned(Message):
        """Another word has been chosen."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    def __init__(
        self,
        words: Sequence[str],
        word: str,
        id: str | None = None,
        *,
        called: Callable[[str], str] = str,
    ) -> None:
        super().__init__(id=id)
        self._words = list(words)
        self._called = called
        self._at = self._words.index(word) if word in self._words else 0

    @property
    def word(self) -> str:
        """The word chosen."""
        return self._words[self._at]

    @word.setter
    def word(self, word: str) -> None:
        if word in self._words:
            self._at = self._words.index(word)
            self.refresh()

    def render(self) -> Content:
        """The word between arrows."""
        return Content.assemble(("‹ ", "dim"), self._called(self.word), (" ›", "dim"))

    def action_turn(self, step: int) -> None:
        """Turn on or back."""
        self._at = (self._at + step) % len(self._words)
        self.refresh()
        self.post_message(self.Turned(self))

    def on_click(self, event: events.Click) -> None:
        """Turn on; on the left arrow, back."""
        self.action_turn(-1 if event.x < 2 else 1)
