"""A line to type in that works with Vietnamese input methods."""

from __future__ import annotations

import unicodedata

from textual import events
from textual.widgets import Input


class Entry(Input):
    """An input that takes a burst of keys in order.

    Input methods such as OpenKey rewrite a syllable by sending backspaces and letters in one
    burst. Textual's inputs run backspace as a binding, after the letters that follow it: here it
    is at once.
    """

    def on_key(self, event: events.Key) -> None:
        """Delete at once."""
        if event.key == "backspace":
            event.stop()
            event.prevent_default()
            self.action_delete_left()

    @property
    def text(self) -> str:
        """What has been typed, in NFC."""
        return unicodedata.normalize("NFC", self.value)
