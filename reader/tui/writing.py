"""Some lines to type in that work with Vietnamese input methods."""

from __future__ import annotations

import unicodedata

from textual import events
from textual.widgets import TextArea

from reader.plain import shown


class Writing(TextArea):
    """A text area that takes a burst of keys in order, as ``reader.tui.entry.Entry`` does.

    With ``one_line`` Enter is left to those around it, and line ends that are pasted become spaces.
    """

    def __init__(self, text: str = "", *, one_line: bool = False, id: str | None = None) -> None:
        super().__init__(text, id=id, soft_wrap=True, show_line_numbers=False, compact=True)
        self._one_line = one_line
        self.cursor_location = self.document.end

    def on_key(self, event: events.Key) -> None:
        """Delete at once."""
        if event.key == "backspace":
            event.stop()
            event.prevent_default()
            self.action_delete_left()
        elif event.key == "enter" and self._one_line:
            event.prevent_default()

    def on_resize(self) -> None:
        """Keep the cursor in view, where the lines have been broken anew."""
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        if self.has_focus:
            self.scroll_cursor_visible()
            self.scroll_visible(animate=False)

    def on_paste(self, event: events.Paste) -> None:
        """Let nothing that comes from elsewhere act on the terminal."""
        event.text = "\n".join(map(shown, event.text.splitlines()))

    @property
    def written(self) -> str:
        """What stands there, in NFC, without white space around it; on one line if it is to be so."""
        text = unicodedata.normalize("NFC", self.text)
        return " ".join(text.split()) if self._one_line else text.strip()

    def write(self, text: str) -> None:
        """Put another text in the place of all; undo brings the old one back."""
        self.replace(text, (0, 0), self.document.end)
        self.cursor_location = self.document.end
