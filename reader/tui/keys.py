"""The line of keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.palette import overlay
from reader.tui.speech import key_words

_ROOMY = 110  # cells
_LAST = 2  # keys at the end, help and the way out, that give way last
_RULE = "▏"


@dataclass(frozen=True, slots=True)
class Key:
    """A key as one reads it, and what it does in words; ``key`` is how Textual calls it."""

    key: str
    name: str
    words: str
    action: str
    tooltip: str
    enabled: bool

    @property
    def width(self) -> int:
        """Cells of the name and the words."""
        return cell_len(self.name) + cell_len(self.words)


def fitting(widths: Sequence[int], room: int) -> list[bool]:
    """Which of some keys have room, whole: the last ones first of all, then from left to right."""
    kept = [False] * len(widths)
    first = max(0, len(widths) - _LAST)
    for place in [*range(first, len(widths)), *range(first)]:
        if widths[place] > room:
            if place < first:
                break
            continue
        kept[place] = True
        room -= widths[place]
    return kept


class Keys(Widget):
    """The keys that work just now, in the reader's language, as many as fit; each can be clicked on.

    One widget for them all: Textual's own footer takes one a key, and makes all anew whenever the focus
    moves, which is a tenth of the time to the first screen.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--rule", "keys--hover"}
    DEFAULT_CSS = """
    Keys {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;

        & > .keys--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        & > .keys--rule { color: $foreground 20%; }
        & > .keys--hover { background: $block-hover-background; }
        &:hover { pointer: pointer; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[Key] | None = None  # None: to be asked for
        self._palette: Key | None = None
        self._places: list[tuple[int, int, Key]] = []  # first cell, the one after the last
        self._pointed: Key | None = None

    def on_mount(self) -> None:
        """Hear of other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Hear no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, screen: Screen[object]) -> None:
        # A terminal that is not looked at has no focus, and without it there are no keys of the rows.
        if screen is self.screen and self.app.app_focus:
            self._keys = None
            self.refresh()

    @property
    def shown(self) -> list[Key]:
        """The keys that have room, from left to right."""
        return [key for _, _, key in self._places]

    def _read(self) -> list[Key]:
        found: dict[str, Key] = {}
        active_bindings = self.screen.active_bindings
        for active in active_bindings.values():
            binding = active.binding
            # Of several keys the first; but Enter is what one tries.
            if binding.show and (binding.action not in found or binding.key == "enter"):
                found[binding.action] = self._key(binding, active.enabled)
        palette = active_bindings.get(self.app.COMMAND_PALETTE_BINDING)
        self._palette = (
            self._key(palette.binding, palette.enabled)
            if palette is not None and self.app.ENABLE_COMMAND_PALETTE
            else None
        )
        return list(found.values())

    def _key(self, binding: Binding, enabled: bool) -> Key:
        return Key(
            binding.key,
            self.app.get_key_display(binding),
            key_words(binding.description),
            binding.action,
            key_words(binding.tooltip) if binding.tooltip else "",
            enabled,
        )

    def render_line(self, y: int) -> Strip:
        """Paint the keys, at the right that of the list of commands."""
        if self._keys is None:
            self._keys = self._read()
        width, base = self.size.width, self.rich_style
        compact = width < _ROOMY
        more = 2 if compact else 3  # cells of a key besides its words
        last = [key.width + more for key in self._keys[-_LAST:]]
        palette, room = self._palette, width
        if palette is not None:
            taken = palette.width + more + 2
            if room - taken < sum(last):
                palette = None
            else:
                room -= taken
        kept = fitting([key.width + more for key in self._keys], room)
        self._places = []
        x, text = 0, []
        for key in (key for key, is_kept in zip(self._keys, kept, strict=True) if is_kept):
            self._places.append((x, x + key.width + more, key))
            text.append(Strip(self._painted(key, compact)))
            x += key.width + more
        if palette is not None:
            x = width - palette.width - more - 2
            self._places.append((x + 1, width, palette))
            text = [Strip.join(text).adjust_cell_length(x, base)]
            text.append(Strip([Segment(_RULE, base + overlay(self, "keys--rule"))]))
            text.append(Strip(self._painted(palette, compact)))
        return Strip.join(text).adjust_cell_length(width, base)

    def _painted(self, key: Key, compact: bool) -> Iterator[Segment]:
        base = self.rich_style
        if key == self._pointed:
            base += overlay(self, "keys--hover")
        if not key.enabled:
            base += Style(dim=True)
        yield Segment(" ", base)
        yield Segment(key.name, base + overlay(self, "keys--key"))
        yield Segment(f" {key.words}{'' if compact else ' '}", base)

    # Mouse

    def _at(self, x: int) -> Key | None:
        return next((key for start, end, key in self._places if start <= x < end), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the key pointed at."""
        self._point(self._at(event.x))

    def on_leave(self) -> None:
        """No key is pointed at."""
        self._point(None)

    def _point(self, key: Key | None) -> None:
        if key != self._pointed:
            self._pointed = key
            self.tooltip = key.tooltip or None if key is not None else None
            self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key."""
        key = self._at(event.x)
        if key is None:
            return
        if key.enabled:
            self.app.simulate_key(key.key)
        else:
            self.app.bell()
