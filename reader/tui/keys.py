"""The line of keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from reader.tui.speech import key_words

_ROOMY = 110  # cells
_LAST = 2  # keys at the end, help and the way out, that give way last
_PALETTE = "-command-palette"


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


class Keys(Footer):
    """The keys that work just now, in the reader's language, as many as fit; each can be clicked on."""

    DEFAULT_CSS = """
    Keys.-compact { padding-left: 1; }
    Keys.-compact FooterKey.-command-palette { margin-right: 0; padding: 0 1; }
    """

    def on_resize(self) -> None:
        """Where there is little room, stand close."""
        self.compact = self.size.width < _ROOMY
        self._fit(list(self.query(FooterKey)))

    def compose(self) -> ComposeResult:
        """The keys, and at the right that of the list of commands."""
        if not self._bindings_ready:
            return
        actions: dict[str, tuple[Binding, bool]] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                actions.setdefault(active.binding.action, (active.binding, active.enabled))
        keys = [self._key(binding, enabled) for binding, enabled in actions.values()]
        palette = self.screen.active_bindings.get(self.app.COMMAND_PALETTE_BINDING)
        if palette is not None and self.show_command_palette and self.app.ENABLE_COMMAND_PALETTE:
            keys.append(self._key(palette.binding, palette.enabled, _PALETTE))
        self._fit(keys)
        yield from keys

    def _fit(self, keys: Sequence[FooterKey]) -> None:
        """Show those that have room."""
        more = 2 if self.compact else 3  # cells of a key besides its words
        palette = [key for key in keys if key.has_class(_PALETTE)]
        others = [key for key in keys if not key.has_class(_PALETTE)]
        widths = [cell_len(key.key_display) + cell_len(key.description) + more for key in others]
        room = self.size.width
        for key in palette:
            width = cell_len(key.key_display) + cell_len(key.description) + more + 2
            key.display = room - width >= sum(widths[-_LAST:])
            room -= width if key.display else 0
        for key, fits in zip(others, fitting(widths, room), strict=True):
            key.display = fits

    def _key(self, binding: Binding, enabled: bool, classes: str = "") -> FooterKey:
        return FooterKey(
            binding.key,
            self.app.get_key_display(binding),
            key_words(binding.description),
            binding.action,
            disabled=not enabled,
            tooltip=key_words(binding.tooltip) if binding.tooltip else "",
            classes=classes,
        ).data_bind(compact=Footer.compact)
