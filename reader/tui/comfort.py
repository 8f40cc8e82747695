"""The app's comforts: its language, its colours, its settings, its list of commands."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen

from reader.preferences import Preferences
from reader.settings_file import SettingsError
from reader.tui.commands import commands_of
from reader.tui.look import ALL, Language, Look
from reader.tui.ruby import Reading
from reader.tui.speech import phrase
from reader.tui.stylesheet import ThriftyStylesheet
from reader.tui.themes import AUTO, OWN, theme_of
from reader.tui.typeahead import Typeahead
from reader.words.errors import told
from reader.words.messages import Messages, language_of, messages
from translate.script import Script

_SCRIPTS = {"simplified": Script.SIMPLIFIED, "traditional": Script.TRADITIONAL}


def look_of(columns: Iterable[str], script: str, reading: str) -> Look:
    """How articles are shown at first, from the settings of these names."""
    shown = tuple(Language(name) for name in columns)
    order = (*shown, *(language for language in Language if language not in shown))
    return Look(shown, _SCRIPTS.get(script), Reading(reading), order=order)


class Comfort(Typeahead):
    """An app with a language, themes of its own, and settings that are kept.

    Without ``preferences`` it speaks English in its dark theme, and keeps nothing.
    """

    # Without colours: what they tell has to be told in another way.
    CSS = """
    Grid:nocolor {
        & > .grid--found { text-style: reverse bold underline; }
        & > .grid--match { text-style: reverse bold; }
        & > .grid--selected { text-style: reverse; }
    }
    Roll:nocolor > .roll--current { text-style: bold; }
    Found:nocolor > .found--match { text-style: reverse; }
    OptionList:nocolor > .option-list--option-highlighted { text-style: reverse; }
    Keys:nocolor > .keys--key { text-style: bold; }
    Choices:nocolor:focus, Entry:nocolor:focus, Turn:nocolor:focus { text-style: reverse; }
    Button:nocolor:focus { text-style: reverse; }
    ArticleScreen #card:ansi { border: round $foreground; padding: 0 1; }
    ArticleScreen #note:ansi { border: round $foreground; padding: 0 1; }
    HelpScreen VerticalScroll:ansi { border: round $foreground; padding: 0 2; }
    ThemeScreen > Vertical:ansi { border: round $foreground; padding: 0 1; }
    Sheetlet > VerticalScroll:ansi { border-top: solid $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("comma,f2", "settings", "Settings", show=False),
        Binding("ctrl+t", "change_theme", "Colours", show=False),
    ]

    def __init__(self, preferences: Preferences | None = None) -> None:
        # Textual takes away all colours, not only their hues, if they are the terminal's own.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in OWN:
            self.register_theme(theme)
        self.is_kept = preferences is not None
        self.preferences = preferences or Preferences()
        self.messages: Messages = messages(self._language())
        self.theme = self._theme()
        self.stylesheet = ThriftyStylesheet(variables=self.get_css_variables())

    @property
    def first_look(self) -> Look:
        """How articles are shown at first."""
        if not self.is_kept:
            return ALL
        settings = self.preferences.settings
        return look_of(settings.columns, settings.script, settings.reading)

    def _language(self) -> str:
        return language_of(self.preferences.settings.language) if self.is_kept else "en"

    def _theme(self) -> str:
        environ = os.environ if self.is_kept else {name: "" for name in ("NO_COLOR",) if name in os.environ}
        few = self.is_kept and self.console.color_system not in ("256", "truecolor")
        return theme_of(self.preferences.settings.theme, self.available_themes, environ, few=few)

    # Settings

    def action_settings(self) -> None:
        """Show the settings."""
        from reader.tui.settings_screen import SettingsScreen

        if not isinstance(self.screen, ModalScreen | SettingsScreen):
            self.push_screen(SettingsScreen(self.preferences))

    def heed(self, key: str) -> None:
        """Take up a setting that has changed, in all screens that are open."""
        if key == "theme":
            self.theme = self._theme()
        elif key == "language":
            self.messages = messages(self._language())
            for screen in self.screen_stack:
                respeak = getattr(screen, "respeak", None)
                if respeak is not None:
                    respeak()
            self.refresh_bindings()
        elif key in ("columns", "script", "reading"):
            self.redress(self.first_look)

    def redress(self, look: Look) -> None:
        """Called when articles are to be shown in another way."""

    # Themes

    def action_change_theme(self) -> None:
        """Choose other colours, and keep them."""
        from reader.tui.theme_screen import ThemeScreen

        if not isinstance(self.screen, ModalScreen):
            self.push_screen(ThemeScreen(self.theme), self._themed)

    def _themed(self, name: str | None) -> None:
        if name is None:
            return
        try:
            self.preferences.change("theme", name)
        except SettingsError as error:
            self.notify(told(error, self.messages), severity="error", markup=False)

    def themes(self) -> list[str]:
        """The names to choose among: auto, our own, then all others."""
        own = [theme.name for theme in OWN]
        return [AUTO, *own, *sorted(name for name in self.available_themes if name not in own)]

    # Commands

    def action_command_palette(self) -> None:
        """List all actions, to be found by typing."""
        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=phrase("palette-find")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the list of commands offers."""
        yield from commands_of(self, screen)
