"""Entities recognised earlier, stretch by stretch of an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from cache.database import Database, ignore

SCHEMA = ("CREATE TABLE recognition (key BLOB PRIMARY KEY, entities TEXT NOT NULL) WITHOUT ROWID",)


class Recognitions:
    """What the recogniser found in a stretch, by a digest of its text and of what could change the answer.

    It spares a run over known articles the loading of every table. It may be deleted at any time.
    """

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self._database = Database(path, SCHEMA, notice)
        self._broken = False

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def get(self, key: bytes) -> str | None:
        """The entities of a stretch as they were put, or None."""
        rows = self._database.read("SELECT entities FROM recognition WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def put(self, key: bytes, entities: str) -> None:
        """Remembers the entities of a stretch; silently does not where the disk will not have it."""
        if self._broken:
            return
        try:
            with self._database.atomic() as connection:
                connection.execute("INSERT OR REPLACE INTO recognition VALUES (?, ?)", (key, entities))
        except sqlite3.OperationalError:
            self._broken = True
