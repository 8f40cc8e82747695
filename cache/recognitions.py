"""Entities recognised earlier, stretch by stretch of an article."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from cache.database import Database, ignore

SCHEMA = (
    "CREATE TABLE recognition (key BLOB PRIMARY KEY, entities TEXT NOT NULL) WITHOUT ROWID",
    # What an earlier version recognised no later one asks for: nothing is carried over.
    """
    DROP TABLE recognition;
    CREATE TABLE recognition (
        id INTEGER PRIMARY KEY,
        key BLOB NOT NULL UNIQUE,
        entities BLOB NOT NULL,
        created INTEGER NOT NULL
    )
    """,
)

# One row an article is looked up, each once.
PAGES_KB = 1_000


class Recognitions:
    """What the recogniser found in a stretch, by a digest of its text and of what could change the answer.

    It spares a run over known articles the loading of every table. It may be deleted at any time.
    """

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self.database = Database(path, SCHEMA, notice, PAGES_KB)
        self._broken = False

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    def get(self, key: bytes) -> str | None:
        """The entities of a stretch as they were put, or None."""
        rows = self.database.read("SELECT entities FROM recognition WHERE key = ?", (key,))
        if not rows:
            return None
        (packed,) = rows[0]
        assert isinstance(packed, bytes)
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")

    def put(self, key: bytes, entities: str) -> None:
        """Remembers the entities of a stretch; silently does not where the disk will not have it."""
        self.put_many([(key, entities)])

    def put_many(self, found: Sequence[tuple[bytes, str]]) -> None:
        """Remembers the entities of several stretches, all in one transaction."""
        if self._broken or not found:
            return
        now = int(time.time())
        packed = [(key, zlib.compress(text.encode("utf-8", "surrogatepass"), 3), now) for key, text in found]
        try:
            with self.database.atomic() as connection:
                connection.executemany(
                    "INSERT INTO recognition (key, entities, created) VALUES (?, ?, ?)"
                    " ON CONFLICT (key) DO UPDATE SET entities = excluded.entities",
                    packed,
                )
        except sqlite3.OperationalError:
            self._broken = True

    def count(self) -> int:
        """How many stretches are remembered."""
        ((number,),) = self.database.read("SELECT count(*) FROM recognition")
        assert isinstance(number, int)
        return number
