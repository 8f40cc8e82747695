"""The articles a person has opened, and how far they have read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cache.database import Database, file_identity, ignore, reason_of

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
    # Not in the table of articles: there SQLite would walk through each document to come to them.
    """
    CREATE TABLE detail (
        article TEXT PRIMARY KEY,
        title_en TEXT NOT NULL DEFAULT '',
        title_vi TEXT NOT NULL DEFAULT '',
        date TEXT NOT NULL DEFAULT '',
        translated INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID
    """,
)
ENTRY = (
    "SELECT a.id, a.name, a.title, a.segments, a.added, a.opened, coalesce(d.title_en, ''),"
    " coalesce(d.title_vi, ''), coalesce(d.date, ''), coalesce(d.translated, 0)"
    " FROM article a LEFT JOIN detail d ON d.article = a.id"
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
    """One article of the library.

    ``added`` and ``opened`` are Unix times in seconds, ``date`` is the page's own, as in 2024-08-17.
    ``translated`` counts the segments with a translation. What is not known is empty or 0.
    """

    id: str
    name: str
    title: str
    segments: int
    added: int
    opened: int
    title_en: str = ""
    title_vi: str = ""
    date: str = ""
    translated: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """An article taken off the shelf, whole, so that it can be put back."""

    entry: Entry
    source: bytes


class Shelf:
    """The library. It keeps the documents themselves, so that it outlives the files."""

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self._database = Lasting(path, LIBRARY, notice)

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    @property
    def refusal(self) -> str:
        """Why nothing put here outlives this run, as a sentence; empty where it does."""
        return self._database.refusal

    def put(self, name: str, title: str, segments: int, source: bytes, date: str = "") -> str:
        """Adds a document, or notes that it was opened again; returns its id."""
        key, now = article_id(source), int(time.time())
        self._database.renew()
        with self._database.atomic() as connection:
            connection.execute(
                "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " name = excluded.name, title = excluded.title, segments = excluded.segments,"
                " opened = excluded.opened",
                (key, name, title, segments, now, now, source),
            )
            if date:
                change(connection, key, date=date)
        return key

    def put_back(self, kept: Kept) -> None:
        """Puts an article back as it was, unless it is there."""
        entry = kept.entry
        self._database.renew()
        with self._database.atomic() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    entry.id, entry.name, entry.title, entry.segments, entry.added, entry.opened, kept.source,
                ),
            )  # fmt: skip
            change(
                connection, entry.id, title_en=entry.title_en, title_vi=entry.title_vi, date=entry.date,
                translated=entry.translated,
            )  # fmt: skip

    def touch(self, key: str) -> None:
        """Notes that an article is opened now."""
        self._database.renew()
        with self._database.atomic() as connection:
            connection.execute("UPDATE article SET opened = ? WHERE id = ?", (int(time.time()), key))

    def describe(self, key: str, **details: str | int) -> None:
        """Sets what is known of an article: title_en, title_vi, date, translated."""
        self._database.renew()
        with self._database.atomic() as connection:
            if connection.execute("SELECT 1 FROM article WHERE id = ?", (key,)).fetchone():
                change(connection, key, **details)

    def entries(self) -> list[Entry]:
        """All articles, the one opened last first."""
        self._database.renew()
        return list(map(entry_of, self._database.read(f"{ENTRY} ORDER BY a.opened DESC, a.rowid DESC")))

    def entry(self, key: str) -> Entry | None:
        """The article of an id."""
        self._database.renew()
        rows = self._database.read(f"{ENTRY} WHERE a.id = ?", (key,))
        return entry_of(rows[0]) if rows else None

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
        self._database.renew()
        with self._database.atomic() as connection:
            connection.execute("DELETE FROM detail WHERE article = ?", (key,))
            return connection.execute("DELETE FROM article WHERE id = ?", (key,)).rowcount > 0


class Lasting(Database):
    """A database that is written anew where somebody deletes its file while it is open."""

    def __init__(self, path: Path, schema: tuple[str, ...], notice: Callable[[str], None]) -> None:
        self._identity: tuple[int, int] | None = None
        super().__init__(path, schema, notice)

    def _open(self) -> sqlite3.Connection:
        connection = super()._open()
        _, _, where = connection.execute("PRAGMA database_list").fetchone()
        self._identity = file_identity(self.path) if where else None
        return connection

    def renew(self) -> None:
        """Puts the file back if it is gone; if it was replaced, goes on with what is there now."""
        with self._lock:
            if self._identity is None or file_identity(self.path) == self._identity:
                return
            if not self.path.exists():
                try:
                    self._write_anew()
                except (OSError, sqlite3.Error) as error:
                    self._identity = None
                    self._notice(
                        f"{self.path} was deleted and cannot be written anew ({reason_of(error)}); nothing"
                        " is remembered after this run."
                    )
                    return
                self._notice(
                    f"{self.path} was deleted while it was open; it was written anew, nothing is lost."
                )
            else:
                self._connection.close()
            self._connection = self._open()

    def _write_anew(self) -> None:
        """The open file lives on without a name: copies it and gives the copy the name."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        copy = self.path.with_name(f"{self.path.name}.anew-{os.getpid()}")
        with contextlib.closing(sqlite3.connect(copy)) as fresh:
            self._connection.backup(fresh)
        self._connection.close()
        for suffix in ("-wal", "-shm"):
            # A log without its database would be read into the new one.
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        if self.path.exists():
            # A second reader was quicker.
            copy.unlink()
        else:
            copy.replace(self.path)


def change(connection: sqlite3.Connection, key: str, **details: str | int) -> None:
    """Sets details of an article within a transaction."""
    connection.execute("INSERT OR IGNORE INTO detail (article) VALUES (?)", (key,))
    settings = ", ".join(f"{name} = ?" for name in details)
    connection.execute(f"UPDATE detail SET {settings} WHERE article = ?", (*details.values(), key))


def entry_of(row: tuple[object, ...]) -> Entry:
    """An entry from the columns ENTRY names."""
    key, name, title, segments, added, opened, title_en, title_vi, date, translated = row
    assert isinstance(segments, int) and isinstance(added, int)
    assert isinstance(opened, int) and isinstance(translated, int)
    return Entry(
        str(key), str(name), str(title), segments, added, opened, str(title_en), str(title_vi), str(date),
        translated,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """The segment where reading stopped, of how many, and when, a Unix time in seconds."""

    segment: int
    total: int
    saved: int


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

    def all(self) -> dict[str, Position]:
        """All positions by article id."""
        rows = self._database.read("SELECT article, segment, total, saved FROM position")
        return {str(key): Position(*(int(str(number)) for number in rest)) for key, *rest in rows}

    def put(self, article: str, segment: int, total: int) -> None:
        """Remembers the current segment and how many there are."""
        with self._database.atomic() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO position VALUES (?, ?, ?, ?)",
                (article, segment, total, int(time.time())),
            )
