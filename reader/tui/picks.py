"""A field with several words to pick, in an order of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

_GAP = 2


class Picks(Widget, can_focus=True, inherit_bindings=False):
    """Some words, each picked or not; one stays picked. Those picked are in the order they stand in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "go(1)", "Next value", show=False),
        Binding("left", "go(-1)", "Previous value", show=False),
        Binding("space,enter", "pick", "Pick or leave out", show=False),
        Binding("greater_than_sign,shift+right", "move(1)", "Further to the right", show=False),
        Binding("less_than_sign,shift+left", "move(-1)", "Further to the left", show=False),
    ]

    class Picked(Message):
        """Others are picked, or in another order."""

        def __init__(self, picks: Picks) -> None:
            super().__init__()
            self.picks = picks

    def __init__(self, names: Mapping[str, str], picked: Sequence[str], id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self._at = 0
        self._order: list[str] = []
        self._picked: set[str] = set()
        self.show(picked)

    @property
    def picked(self) -> tuple[str, ...]:
        """The words picked, in their order."""
        return tuple(word for word in self._order if word in self._picked)

    def show(self, picked: Sequence[str]) -> None:
        """Pick these, in this order."""
        self._picked = set(picked)
        self._order = [*picked, *(word for word in self._names if word not in picked)]
        self.refresh()

    def render(self) -> Content:
        """The words, each with a mark; the one to act on reversed."""
        parts = []
        for at, word in enumerate(self._order):
            mark = "✓" if word in self._picked else "·"
            style = "reverse" if at == self._at and self.has_focus else ""
            style += "" if word in self._picked else " dim"
            parts.append(Content.styled(f"{mark} {self._names[word]}", style.strip()))
        return Content(" " * _GAP).join(parts)

    def action_go(self, step: int) -> None:
        """Go to the next word."""
        self._at = (self._at + step) % len(self._order)
        self.refresh()

    def action_pick(self) -> None:
        """Pick the word one is at, or leave it out."""
        picked = self._picked ^ {self._order[self._at]}
        if picked:
            self._picked = picked
            self.refresh()
            self.post_message(self.Picked(self))

    def action_move(self, step: int) -> None:
        """Put the word one is at before or after its neighbour."""
        to = self._at + step
        if 0 <= to < len(self._order):
            before = self.picked
            self._order[self._at], self._order[to] = self._order[to], self._order[self._at]
            self._at = to
            self.refresh()
            if self.picked != before:
                self.post_message(self.Picked(self))

    def on_click(self, event: events.Click) -> None:
        """Pick the word clicked on, or leave it out."""
        x = event.get_content_offset_capture(self).x
        for at, word in enumerate(self._order):
            width = cell_len(self._names[word]) + 2
            if 0 <= x < width:
                self._at = at
                self.action_pick()
                return
            x -= width + _GAP
