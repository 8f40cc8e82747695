"""A list of articles on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.library import LibraryItem
from reader.tui.palette import overlay
from reader.tui.plain import shown

_TALL = 3  # title, its translation, a blank line


class Shelf(ScrollView, can_focus=True, inherit_bindings=False):
    """Articles, three lines each, of which one is the current one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"shelf--title", "shelf--more", "shelf--gutter", "shelf--current"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("j,down", "step(1)", "Next article", show=False),
        Binding("k,up", "step(-1)", "Previous article", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("shift+space,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "go(0)", "First article", show=False),
        Binding("G,end", "go(-1)", "Last article", show=False),
    ]

    @dataclass
    class Opened(Message):
        """An article is to be read."""

        item: LibraryItem

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[LibraryItem] = ()
        self._current = 0

    @property
    def current(self) -> LibraryItem | None:
        """The article the mark stands at."""
        return self._items[self._current] if self._items else None

    def show(self, items: Sequence[LibraryItem]) -> None:
        """List these articles; the current one stays so, if it is among them."""
        kept = self.current
        self._items = items
        places = [place for place, item in enumerate(items) if kept is not None and item.id == kept.id]
        self.virtual_size = Size(self.scrollable_content_region.width, len(items) * _TALL)
        self._go(places[0] if places else 0)
        self.refresh()

    def _go(self, place: int) -> None:
        self._current = max(0, min(place, len(self._items) - 1))
        top, height = self._current * _TALL, self.size.height
        # The blank line may stay below the edge, the text may not.
        y = max(min(self.scroll_offset.y, top), top + _TALL - 1 - height)
        self.scroll_to(y=max(0, y), animate=False)
        self.refresh()

    def action_step(self, step: int) -> None:
        """Go an article on."""
        self._go(self._current + step)

    def action_page(self, step: int) -> None:
        """Go a screenful on."""
        self._go(self._current + step * max(1, self.size.height // _TALL))

    def action_go(self, place: int) -> None:
        """Go to an article by its place; -1 is the last."""
        self._go(place if place >= 0 else len(self._items) - 1)

    def action_open(self) -> None:
        """Read the current article."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def on_click(self, event: events.Click) -> None:
        """Choose an article, or open the chosen one."""
        place = (event.y + self.scroll_offset.y) // _TALL
        if place >= len(self._items):
            return
        if place == self._current and event.chain == 2:
            self.action_open()
        self._go(place)

    def on_resize(self) -> None:
        """Keep the current article in view."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._items) * _TALL)
        self._go(self._current)

    def render_line(self, y: int) -> Strip:
        """Paint line ``y`` of the view."""
        place, line = divmod(y + self.scroll_offset.y, _TALL)
        width = self.scrollable_content_region.width
        if place >= len(self._items) or line == _TALL - 1:
            return Strip.blank(width, self.rich_style)
        item = self._items[place]
        base = self.rich_style
        mark = " "
        if place == self._current:
            base += overlay(self, "shelf--current")
            mark = "▌"
        gutter = base + overlay(self, "shelf--gutter")
        more = base + overlay(self, "shelf--more")
        right = _progress(item) if line == 0 else item.added
        room = max(0, width - 5 - cell_len(right))
        if room < 12:
            right, room = "", max(0, width - 3)
        text = item.title or item.title_en or item.id if line == 0 else item.title_en
        style = base + overlay(self, "shelf--title") if line == 0 else more
        segments = [
            Segment(mark, gutter),
            Segment(" ", base),
            Segment(_cut(shown(text), room), style),
            Segment("  ", base),
            Segment(right, more),
        ]
        return Strip(segments).adjust_cell_length(width, base)


def _progress(item: LibraryItem) -> str:
    """How long an article is and how far one has come."""
    if not item.segments:
        return ""
    read = f"{min(100, (item.position + 1) * 100 // item.segments)} % · " if item.position else ""
    return f"{read}{item.segments} rows"


def _cut(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, shortened with an ellipsis."""
    if cell_len(text) > width > 0:
        return (
            set_cell_size(text, width - 1).rstrip()
            + "…"
            + " " * (width - cell_len(set_cell_size(text, width - 1).rstrip()) - 1)
        )
    return set_cell_size(text, width)
