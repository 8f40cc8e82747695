"""A list on screen whose entries take some lines each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.palette import overlay

Entry = TypeVar("Entry")
_MARK = "▌"


class Roll(ScrollView, Generic[Entry], can_focus=True, inherit_bindings=False):
    """Entries of which one is the current one. Only the lines in view are ever painted."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--title", "roll--more", "roll--gutter", "roll--current"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("j,down", "step(1)", "Next", show=False),
        Binding("k,up", "step(-1)", "Previous", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("shift+space,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "go(0)", "First", show=False),
        Binding("G,end", "go(-1)", "Last", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._current = 0

    @property
    def current(self) -> Entry | None:
        """The entry the mark stands at."""
        return self._entries[self._current] if self._entries else None

    @property
    def tall(self) -> int:
        """How many lines an entry takes, the blank one between entries included."""
        return 3

    @property
    def room(self) -> int:
        """How many cells a line has for text."""
        return max(0, self.scrollable_content_region.width - 3)

    def key_of(self, entry: Entry) -> object:
        """What an entry is recognised by when the list changes."""
        return entry

    def line(self, entry: Entry, number: int, base: Style) -> list[Segment]:
        """One line of an entry, at most ``room`` cells."""
        raise NotImplementedError

    def opened(self, entry: Entry) -> None:
        """The entry was chosen."""

    def show(self, entries: Sequence[Entry]) -> None:
        """List these; the current one stays so, if it is among them."""
        kept = self.current
        key = None if kept is None else self.key_of(kept)
        self._entries = entries
        same = (
            place for place, entry in enumerate(entries) if kept is not None and self.key_of(entry) == key
        )
        self._fit()
        self._go(next(same, 0))

    def go_to(self, key: object) -> None:
        """Make the entry with this key the current one, if it is there."""
        for place, entry in enumerate(self._entries):
            if self.key_of(entry) == key:
                self._go(place)
                return

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, max(0, len(self._entries) * self.tall - 1))

    def _go(self, place: int) -> None:
        self._current = max(0, min(place, len(self._entries) - 1))
        top, height = self._current * self.tall, self.size.height
        # The blank line may stay below the edge, the text may not.
        y = max(min(self.scroll_offset.y, top), top + max(1, self.tall - 1) - height)
        self.scroll_to(y=max(0, y), animate=False)
        self.refresh()

    def action_step(self, step: int) -> None:
        """Go an entry on."""
        self._go(self._current + step)

    def action_page(self, step: int) -> None:
        """Go a screenful on."""
        self._go(self._current + step * max(1, self.size.height // self.tall))

    def action_go(self, place: int) -> None:
        """Go to an entry by its place; -1 is the last."""
        self._go(place if place >= 0 else len(self._entries) - 1)

    def action_open(self) -> None:
        """Choose the current entry."""
        if self.current is not None:
            self.opened(self.current)

    def on_click(self, event: events.Click) -> None:
        """Make an entry the current one; a second click chooses it."""
        place = (event.y + self.scroll_offset.y) // self.tall
        if place >= len(self._entries):
            return
        if place == self._current and event.chain == 2:
            self.action_open()
        self._go(place)

    def on_resize(self) -> None:
        """Keep the current entry in view."""
        self._fit()
        self._go(self._current)

    def style(self, name: str, base: Style) -> Style:
        """A component's style over the line's own."""
        return base + overlay(self, name)

    def render_line(self, y: int) -> Strip:
        """Paint line ``y`` of the view."""
        place, number = divmod(y + self.scroll_offset.y, self.tall)
        width = self.scrollable_content_region.width
        base = self.rich_style
        if place >= len(self._entries) or (number and number == self.tall - 1 and self._has_gaps):
            return Strip.blank(width, base)
        mark = " "
        if place == self._current:
            base, mark = self.style("roll--current", base), _MARK
        segments = [Segment(mark, self.style("roll--gutter", base)), Segment(" ", base)]
        return Strip(segments + self.line(self._entries[place], number, base)).adjust_cell_length(width, base)

    @property
    def _has_gaps(self) -> bool:
        """Whether the last line of an entry is a blank one."""
        return self.tall > 2


def cut(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, shortened with an ellipsis."""
    if cell_len(text) <= width or width <= 0:
        return set_cell_size(text, max(0, width))
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
