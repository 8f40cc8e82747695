"""Where sanyu keeps things on this machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The four folders. Only ``cache`` may be cleared at any time without losing a person's work."""

    config: Path
    data: Path
    state: Path
    cache: Path

    @classmethod
    def find(cls, environ: Mapping[str, str] = os.environ) -> Places:
        """The system's usual folders, or four folders under ``SANYU_HOME`` where that is set."""
        home = environ.get("SANYU_HOME")
        if home:
            root = Path(home).expanduser().absolute()
            return cls(root / "config", root / "data", root / "state", root / "cache")
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("sanyu", appauthor=False)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_state_path, dirs.user_cache_path)

    @property
    def settings(self) -> Path:
        """The file of a person's settings."""
        return self.config / "settings.toml"

    @property
    def log(self) -> Path:
        """The file with the details of what went wrong."""
        return self.state / "sanyu.log"

    @property
    def translations(self) -> Path:
        """The database of machine translations."""
        return self.cache / "translations.sqlite"

    @property
    def recognitions(self) -> Path:
        """The database of entities recognised in known articles."""
        return self.cache / "recognitions.sqlite"

    @property
    def search(self) -> Path:
        """The index of the library's texts for full-text search."""
        return self.cache / "search.sqlite"

    @property
    def termbase(self) -> Path:
        """The glossaries in their compiled form."""
        return self.cache / "termbase.tsv"

    @property
    def library(self) -> Path:
        """The database of articles that were opened or added."""
        return self.data / "library.sqlite"

    @property
    def positions(self) -> Path:
        """The database of reading positions."""
        return self.state / "positions.sqlite"

    @property
    def glossary(self) -> Path:
        """The user's own termbase entries."""
        return self.data / "glossary.tsv"

    @property
    def glossary_history(self) -> Path:
        """The folder of the glossary's previous versions."""
        return self.data / "glossary-history"

    @property
    def models(self) -> Path:
        """The folder of neural model packages."""
        return self.data / "models"

    @property
    def memory(self) -> Path:
        """The translation memory: what a person wrote and approved."""
        return self.data / "memory.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of daily copies of what a person made by hand."""
        return self.data / "backups"

    @property
    def annotations(self) -> Path:
        """A person's bookmarks and notes."""
        return self.data / "annotations.sqlite"
