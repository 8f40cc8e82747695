"""The articles a person has opened, and how far they have read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cache.database import Database, ignore

LIBRARY = (
    """
    CREATE TABLE article (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        segments INTEGER NOT NULL,
        added INTEGER NOT NULL,
        opened INTEGER NOT NULL,
        source BLOB NOT NULL
    )
    """,
)
POSITIONS = (
    "CREATE TABLE position (article TEXT PRIMARY KEY, segment INTEGER NOT NULL, total INTEGER NOT NULL,"
    " saved INTEGER NOT NULL)",
)


def article_id(source: bytes) -> str:
    """The id of a document: ten hexadecimal digits that depend on its bytes alone."""
    return blake2b(source, digest_size=5).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the library. ``added`` and ``opened`` are Unix times in seconds."""

    id: str
    name: str
    title: str
    segments: int
    added: int
    opened: int


class Shelf:
    """The library. It keeps the documents themselves, so that it outlives the files."""

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self._database = Database(path, LIBRARY, notice)

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def put(self, name: str, title: str, segments: int, source: bytes) -> str:
        """Adds a document, or notes that it was opened again; returns its id."""
        key, now = article_id(source), int(time.time())
        with self._database.atomic() as connection:
            connection.execute(
                "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " name = excluded.name, title = excluded.title, segments = excluded.segments,"
                " opened = excluded.opened",
                (key, name, title, segments, now, now, source),
            )
        return key

    def entries(self) -> list[Entry]:
        """All articles, the one opened last first."""
        rows = self._database.read(
            "SELECT id, name, title, segments, added, opened FROM article ORDER BY opened DESC, rowid DESC"
        )
        return [
            Entry(str(i), str(name), str(title), int(str(segments)), int(str(added)), int(str(opened)))
            for i, name, title, segments, added, opened in rows
        ]

    def source(self, key: str) -> bytes | None:
        """The bytes of a document, by its id or the unambiguous beginning of it."""
        rows = self._database.read(
            "SELECT source FROM article WHERE substr(id, 1, ?) = ? LIMIT 2", (len(key), key)
        )
        if len(rows) != 1 or not key:
            return None
        (source,) = rows[0]
        assert isinstance(source, bytes)
        return source

    def remove(self, key: str) -> bool:
        """Takes an article off the shelf; whether it was there."""
        with self._database.atomic() as connection:
            return connection.execute("DELETE FROM article WHERE id = ?", (key,)).rowcount > 0


class Positions:
    """Where reading stopped, by article id."""

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self._database = Database(path, POSITIONS, notice)

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def get(self, article: str) -> int:
        """The index of the segment last read, 0 for an article never opened."""
        rows = self._database.read("SELECT segment FROM position WHERE article = ?", (article,))
        return int(str(rows[0][0])) if rows else 0

    def put(self, article: str, segment: int, total: int) -> None:
        """Remembers the current segment and how many there are."""
        with self._database.atomic() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO position VALUES (?, ?, ?, ?)",
                (article, segment, total, int(time.time())),
            )
