"""The screen on which colours are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.tui.setting_field import value_words
from reader.tui.speech import phrase
from reader.tui.themes import AUTO, theme_of

if TYPE_CHECKING:
    from reader.tui.comfort import Comfort


class ThemeScreen(ModalScreen[str | None], inherit_bindings=False):
    """The themes; the one the mark stands at is shown at once. Answers with the one to keep."""

    CSS_PATH = "theme_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back to the colours before"),
        Binding("j", "go(1)", "Next", show=False),
        Binding("k", "go(-1)", "Previous", show=False),
    ]

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self._chosen = chosen
        self._before = ""

    @property
    def _comfort(self) -> Comfort:
        from reader.tui.comfort import Comfort

        assert isinstance(self.app, Comfort)
        return self.app

    def compose(self) -> ComposeResult:
        """A title, the names."""
        names = self._comfort.themes()
        with Vertical():
            yield Static(Content(phrase("theme-title")), classes="title")
            yield OptionList(*(Option(Content(value_words(name)), id=name) for name in names), compact=True)
            yield Static(Content(phrase("theme-foot")), classes="foot")

    def on_mount(self) -> None:
        """Begin at the theme there is."""
        self._before = self.app.theme
        names, found = self._comfort.themes(), self.query_one(OptionList)
        found.highlighted = names.index(self._chosen) if self._chosen in names else 0
        found.focus()

    @on(OptionList.OptionHighlighted)
    def _at(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = theme_of(event.option.id or AUTO, self.app.available_themes)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_go(self, step: int) -> None:
        """Go a theme on."""
        found = self.query_one(OptionList)
        if step > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def action_leave(self) -> None:
        """Show what there was before."""
        self.app.theme = self._before
        self.dismiss(None)
