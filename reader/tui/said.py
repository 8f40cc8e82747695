"""The line above the keys: what there is to say."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from reader.plain import shown


class Said(Static):
    """Something that lasts until it is taken away, and over it passing remarks."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lasting = ("", False)  # what is said, and whether it is an error
        self._about: int | None = None  # the row that a passing remark is about

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text until it is taken away; empty: take it away."""
        self._lasting = (text, error)
        self._show(text, error)

    def tell(self, text: str, row: int | None = None) -> None:
        """Show a passing remark in place of what is said, as long as one stays at ``row``."""
        self._show(*((text, False) if text else self._lasting))
        self._about = row

    def moved(self, row: int) -> None:
        """Take a remark away that was about another row."""
        if self._about not in (None, row):
            self.tell("")

    def _show(self, text: str, error: bool) -> None:
        self.update(Content(shown(text)))
        self.set_class(error, "error")
        self.display = bool(text)
        self._about = None
