"""Small questions: one of several things, or yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from reader.tui.prose import Prose
from reader.tui.sheetlet import Sheetlet
from reader.tui.speech import phrase


class Menu(Sheetlet[int], inherit_bindings=False):
    """Asks which of several things; answers with its number from 0, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close"),
        Binding("j", "cursor(1)", "Next", show=False),
        Binding("k", "cursor(-1)", "Previous", show=False),
    ]

    def __init__(self, heading: str, options: Sequence[Content], foot: str = "") -> None:
        super().__init__(heading, foot or phrase("menu-foot"))
        self._options = options

    def contents(self) -> Iterable[Widget]:
        """The things, with the digit that chooses each."""
        lines = [
            Content.assemble((f"{number}  " if number < 10 else "   ", "dim"), option)
            for number, option in enumerate(self._options, 1)
        ]
        yield OptionList(*lines, markup=False)

    def on_mount(self) -> None:
        """The first is as good as chosen."""
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._options):
            event.stop()
            self.dismiss(int(event.character) - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_cursor(self, step: int) -> None:
        """Go on or back."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()


class Question(Sheetlet[bool], inherit_bindings=False):
    """Asks for yes or no; Escape is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n,escape,q", "answer(False)", "No"),
    ]

    def __init__(self, question: str, *details: Content, yes: str = "", no: str = "") -> None:
        answers = yes or phrase("answer-yes"), no or phrase("answer-no")
        super().__init__(question, f"y {answers[0]} · n {answers[1]}")
        self._details = details

    def contents(self) -> Iterable[Widget]:
        """What it is about."""
        if self._details:
            yield Prose(*self._details)

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.dismiss(yes)
