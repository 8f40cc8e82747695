"""The line of keys at the foot of a screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from reader.tui.speech import key_words

_ROOMY = 110  # cells


class Keys(Footer):
    """The keys that work just now, in the reader's language; each can be clicked on."""

    def on_resize(self) -> None:
        """Where there is little room, stand close."""
        self.compact = self.size.width < _ROOMY

    def compose(self) -> ComposeResult:
        """The keys, and at the right that of the list of commands."""
        if not self._bindings_ready:
            return
        actions: dict[str, tuple[Binding, bool]] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                actions.setdefault(active.binding.action, (active.binding, active.enabled))
        self.styles.grid_size_columns = len(actions)
        for binding, enabled in actions.values():
            yield self._key(binding, enabled)
        palette = self.screen.active_bindings.get(self.app.COMMAND_PALETTE_BINDING)
        if palette is not None and self.show_command_palette and self.app.ENABLE_COMMAND_PALETTE:
            yield self._key(palette.binding, palette.enabled, "-command-palette")

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
