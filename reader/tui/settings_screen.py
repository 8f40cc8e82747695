"""The screen on which settings are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from reader.preferences import Preferences
from reader.settings import SETTINGS, Settings
from reader.settings_file import SettingsError
from reader.tui.bars import TitleBar
from reader.tui.filling import readable
from reader.tui.help import HelpScreen, keys_of
from reader.tui.keys import Keys
from reader.tui.said import Said
from reader.tui.setting_field import Field
from reader.tui.speech import phrase

if TYPE_CHECKING:
    from reader.tui.comfort import Comfort

# Those that take effect while one looks; the others when sanyu starts the next time.
_LIVE = frozenset({"theme", "language", "columns", "script", "reading"})


class Form(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Fields one below the other; up and down are not for scrolling here."""


class SettingsScreen(Screen[None], inherit_bindings=False):
    """All settings, each kept as soon as it is changed."""

    CSS_PATH = "settings_screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "app.focus_next", "Next setting", show=False),
        Binding("up,shift+tab", "app.focus_previous", "Previous setting", show=False),
        Binding("ctrl+r", "reset", "Default value"),
        Binding("f1", "help", "Keys"),
        Binding("escape,f2", "leave", "Back"),
    ]

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._said = Said(id="said")

    @property
    def _comfort(self) -> Comfort:
        from reader.tui.comfort import Comfort

        assert isinstance(self.app, Comfort)
        return self.app

    def compose(self) -> ComposeResult:
        """Title, one field a setting, what there is to say, keys."""
        settings, path = self._preferences.settings, self._preferences.path
        yield TitleBar(phrase("settings-title"), str(path or ""), id="bar")
        with Form():
            for key in SETTINGS:
                yield Field(key, settings.value(key), self._comfort.themes())
        yield self._said
        yield Keys()

    def on_mount(self) -> None:
        """Begin at the first setting."""
        self._said.say("")
        self.query(Field).first().take_focus()

    @on(Field.Set)
    def _set(self, event: Field.Set) -> None:
        self._keep(event.key, event.value)

    def _keep(self, key: str, value: object) -> None:
        try:
            self._preferences.change(key, value)
        except SettingsError as error:
            self._said.say(phrase("settings-unkept", error=readable(error)), error=True)
        else:
            self._said.say(phrase("settings-kept" if key in _LIVE else "settings-kept-later"))
        self._comfort.heed(key)

    def respeak(self) -> None:
        """Say all this in the language there is now."""
        at = next((field.key for field in self.query(Field) if field.has_focus_within_it), "")

        async def again() -> None:
            await self.recompose()
            for field in self.query(Field):
                if field.key == at:
                    field.take_focus()
            self._said.say(phrase("settings-kept"))

        self.call_later(again)

    def action_reset(self) -> None:
        """Give the setting one is at the value it has where nobody has chosen."""
        for field in self.query(Field):
            if field.has_focus_within_it:
                value = Settings().value(field.key)
                field.put(value)
                self.post_message(Field.Set(field.key, value))

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(keys_of(self)))

    def action_leave(self) -> None:
        """Keep what was typed last, and go back."""
        for field in self.query(Field):
            value = field.pending()
            if value is not None:
                self._keep(field.key, value)
        self.dismiss(None)
