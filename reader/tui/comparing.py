"""The sheet that shows a cell's text and another draft, to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from reader.tui.flags import words_of
from reader.tui.prose import Prose, marked, plain
from reader.tui.sheetlet import Sheetlet
from reader.tui.speech import phrase
from translate.row import Cell

_CUT = "bold $text-error underline"
_PUT = "bold $text-success underline"


@dataclass(frozen=True, slots=True)
class Apart:
    """Where two texts differ, in character offsets of either."""

    old: Sequence[tuple[int, int]]
    new: Sequence[tuple[int, int]]


def apart(old: str, new: str) -> Apart:
    """Where two texts differ, word by word."""
    one, other = _words(old), _words(new)
    matcher = SequenceMatcher(
        None, [old[start:end] for start, end in one], [new[start:end] for start, end in other], autojunk=False
    )
    gone, come = [], []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            if a < b:
                gone.append((one[a][0], one[b - 1][1]))
            if c < d:
                come.append((other[c][0], other[d - 1][1]))
    return Apart(gone, come)


def _words(text: str) -> list[tuple[int, int]]:
    words, start = [], 0
    for at, char in enumerate(text):
        if char.isspace():
            if at > start:
                words.append((start, at))
            start = at + 1
    if start < len(text):
        words.append((start, len(text)))
    return words


class Comparison(Sheetlet[bool], inherit_bindings=False):
    """Shows a cell and another draft of it; True if that is to stand there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,escape,q", "answer(False)", "Keep what stands there"),
        Binding("2,enter", "answer(True)", "Take the other one"),
    ]

    def __init__(self, heading: str, source: str, present: Cell, other: Cell) -> None:
        super().__init__(heading, phrase("comparison-foot"))
        self._source = source
        self._present = present
        self._other = other

    def contents(self) -> Iterable[Widget]:
        """The Chinese, what stands there, the other draft."""
        differing = apart(self._present.text, self._other.text)
        yield Prose(plain(self._source))
        yield Prose(
            Content.styled(f"1  {describe(self._present)}", "dim"),
            marked(self._present.text, differing.old, _CUT),
            classes="label",
        )
        yield Prose(
            Content.styled(f"2  {describe(self._other)}", "dim"),
            marked(self._other.text, differing.new, _PUT),
            classes="label",
        )

    def action_answer(self, take: bool) -> None:
        """Give the answer."""
        self.dismiss(take)


def describe(cell: Cell) -> str:
    """Who made a cell, its state if that is not draft, and its flags in words."""
    who = phrase("who-you") if cell.engine == "person" else cell.engine
    state = f", {phrase(f'state-{cell.state}')}" if cell.state != "draft" else ""
    flags = f" · ⚑ {words_of(cell.flags)}" if cell.flags else ""
    return f"{who}{state}{flags}"
