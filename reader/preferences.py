"""The settings in force, and the file that keeps them."""

from __future__ import annotations

from pathlib import Path

from reader.settings import Settings
from reader.settings_file import write_settings


class Preferences:
    """What a person prefers. Without a ``path`` changes last as long as the program runs."""

    def __init__(self, settings: Settings | None = None, path: Path | None = None) -> None:
        self._settings = settings or Settings()
        self.path = path

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, key: str, value: object) -> None:
        """Change a setting, in the file too.

        Raises WrongValueError, and nothing is changed; SettingsError if the file cannot be written:
        then the change holds for now only.
        """
        self._settings = self._settings.having(key, value)
        if self.path is not None:
            write_settings(self.path, {key: value})
