"""What all small sheets that come up from below have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.plain import shown
from reader.tui.prose import Prose

Answer = TypeVar("Answer")


class Sheetlet(ModalScreen[Answer], inherit_bindings=False):
    """A sheet over the lower part of the article: a heading, contents, trouble if any, its keys."""

    CSS_PATH = "sheetlet.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (50, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012

    def __init__(self, heading: str, foot: str) -> None:
        super().__init__()
        self._heading = heading
        self._foot = foot
        self._trouble = Prose(classes="trouble")

    def contents(self) -> Iterable[Widget]:
        """What is between heading and keys."""
        return ()

    def compose(self) -> ComposeResult:
        """All of it, one below the other."""
        with VerticalScroll(can_focus=False):
            yield Prose(Content.styled(shown(self._heading), "bold"), classes="head")
            yield from self.contents()
            yield self._trouble
            yield Prose(Content(self._foot), classes="foot")

    def on_resize(self) -> None:
        """Keep in view what one is typing."""
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    @property
    def trouble(self) -> str:
        """What is said to be wrong."""
        return self._trouble.text if self._trouble.display else ""

    def complain(self, text: str) -> None:
        """Say what is wrong; empty: that nothing is."""
        self._trouble.show(*([Content(shown(text))] if text else []))
        self._trouble.display = bool(text)
        if text and self._trouble.is_mounted:
            self._trouble.scroll_visible(animate=False)
