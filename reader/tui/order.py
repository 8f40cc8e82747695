"""The orders in which a library can be listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.tui.fold import fold
from reader.tui.library import LibraryItem
from reader.tui.shelf import read_share
from reader.tui.speech import phrase
from translate.shapes import simplified_shapes

# The greatest first is what one mostly wants of these.
_DESCENDING = ("opened", "added", "date", "progress")


def _title(item: LibraryItem) -> tuple[bytes, ...]:
    # GB 18030 has the common characters in the order of their pinyin.
    return (simplified_shapes(fold(item.title)).encode("gb18030", "replace"),)


_KEYS: dict[str, Callable[[LibraryItem], tuple[Any, ...]]] = {
    "opened": lambda item: (item.moment,),
    "added": lambda item: (item.moment_added,),
    "date": lambda item: (item.date or "", item.moment_added),
    "title": _title,
    "progress": lambda item: (read_share(item), item.translated / max(1, item.segments)),
}
NAMES = tuple(_KEYS)


@dataclass(frozen=True, slots=True)
class Order:
    """By what the articles are sorted, and whether the other way round than usual."""

    name: str = NAMES[0]
    is_reversed: bool = False

    @property
    def is_descending(self) -> bool:
        """Whether the greatest comes first."""
        return (self.name in _DESCENDING) is not self.is_reversed

    def sort(self, items: Iterable[LibraryItem]) -> list[LibraryItem]:
        """The items in this order; equal ones stay in theirs."""
        return sorted(items, key=_KEYS[self.name], reverse=self.is_descending)

    def next(self) -> Order:
        """The order after this one."""
        return Order(NAMES[(NAMES.index(self.name) + 1) % len(NAMES)])

    def turned(self) -> Order:
        """The same the other way round."""
        return replace(self, is_reversed=not self.is_reversed)

    def choose(self, name: str) -> Order:
        """The order of a name; the same name again turns it round."""
        return self.turned() if name == self.name else Order(name)


class OrderName(Static):
    """The name of an order, to click at."""

    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """An order is wanted."""

        name: str

    def __init__(self, name: str) -> None:
        super().__init__(classes="order")
        self._order = name

    def show(self, order: Order) -> None:
        """Mark the order that holds."""
        holds = order.name == self._order
        arrow = ("▾" if order.is_descending else "▴") if holds else " "
        self.update(Content(f"{phrase(f'order-{self._order}')}{arrow}"))
        self.set_class(holds, "holds")

    def on_click(self, event: events.Click) -> None:
        """Choose it."""
        event.stop()
        self.post_message(self.Chosen(self._order))


class OrderBar(Horizontal):
    """All orders in a line."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = [OrderName(name) for name in NAMES]

    def compose(self) -> ComposeResult:
        """The names."""
        yield from self._names

    def show(self, order: Order) -> None:
        """Mark the order that holds."""
        for name in self._names:
            name.show(order)
