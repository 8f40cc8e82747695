"""The tables of machine translations, and the writing of drafts into them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection
from hashlib import blake2b
from typing import TYPE_CHECKING

from cache.commands import COMMAND_TABLE

if TYPE_CHECKING:
    from cache.translations import Translation

SCHEMA = (
    """
    CREATE TABLE engine (id INTEGER PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL UNIQUE);
    CREATE TABLE segment (id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE);
    CREATE TABLE translation (
        key BLOB PRIMARY KEY,
        segment INTEGER NOT NULL REFERENCES segment (id),
        engine INTEGER NOT NULL REFERENCES engine (id),
        target TEXT NOT NULL,
        text TEXT NOT NULL,
        flags TEXT NOT NULL,
        alignment BLOB NOT NULL,
        created INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    # Keys hold a fingerprint of the code: no later version asks for these drafts, so none is carried over.
    f"""
    DROP TABLE translation;
    DROP TABLE segment;
    DELETE FROM engine;
    CREATE TABLE segment (
        id INTEGER PRIMARY KEY,
        digest INTEGER NOT NULL UNIQUE,
        source TEXT NOT NULL
    );
    CREATE TABLE translation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key BLOB NOT NULL UNIQUE,
        segment INTEGER NOT NULL REFERENCES segment (id),
        engine INTEGER NOT NULL REFERENCES engine (id),
        target TEXT NOT NULL,
        text TEXT NOT NULL,
        flags TEXT NOT NULL,
        alignment BLOB NOT NULL,
        created INTEGER NOT NULL
    );
    CREATE INDEX translation_by_segment ON translation (segment);
    CREATE TABLE figure (name TEXT PRIMARY KEY, value REAL NOT NULL) WITHOUT ROWID;
    {COMMAND_TABLE}
    """,
    # Digests lie all over an index, so that each index of them costs a page a row. The keys are the only
    # ones, and begin with what a source text is found by.
    """
    ALTER TABLE translation RENAME TO earlier;
    CREATE TABLE translation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key BLOB NOT NULL UNIQUE,
        engine INTEGER NOT NULL REFERENCES engine (id),
        target TEXT NOT NULL,
        source TEXT NOT NULL,
        text TEXT NOT NULL,
        flags TEXT NOT NULL,
        alignment BLOB NOT NULL,
        created INTEGER NOT NULL
    );
    INSERT OR IGNORE INTO translation
        SELECT t.id, rekeyed(t.key, s.source), t.engine, t.target, s.source, t.text, t.flags, t.alignment,
            t.created
        FROM earlier t JOIN segment s ON s.id = t.segment;
    DROP TABLE earlier;
    DROP TABLE segment
    """,
)
HEAD = 8


def head_of(source: str) -> bytes:
    """What the keys of a source text's drafts begin with, HEAD bytes."""
    return blake2b(source.encode("utf-8", "surrogatepass"), digest_size=HEAD).digest()


def rekeyed(key: bytes, source: str) -> bytes:
    """The key of a draft; those of earlier versions did not begin with their source text's digest."""
    return head_of(source) + key[HEAD:]


def range_of(source: str) -> tuple[bytes, bytes]:
    """Between which two keys those of a source text lie."""
    head = head_of(source)
    return head, head + b"\xff" * HEAD


def add_figure(connection: sqlite3.Connection, name: str, number: float) -> None:
    """Adds to a figure."""
    connection.execute(
        "INSERT INTO figure VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value",
        (name, number),
    )


def write(connection: sqlite3.Connection, drafts: Collection[Translation], created: int = 0) -> None:
    """Inserts drafts with their engines; one that is known keeps its place and its date."""
    now = created or int(time.time())
    engines = {(d.engine, d.fingerprint) for d in drafts}
    connection.executemany("INSERT OR IGNORE INTO engine (name, fingerprint) VALUES (?, ?)", sorted(engines))
    marks = ",".join("?" * len(engines))
    numbers: dict[str, int] = dict(
        connection.execute(
            f"SELECT fingerprint, id FROM engine WHERE fingerprint IN ({marks})",
            [fingerprint for _, fingerprint in engines],
        )
    )
    connection.executemany(
        "INSERT INTO translation (key, engine, target, source, text, flags, alignment, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET engine = excluded.engine, text = excluded.text,"
        " flags = excluded.flags, alignment = excluded.alignment",
        [
            (d.key, numbers[d.fingerprint], d.target, d.source, d.text, " ".join(d.flags), d.alignment, now)
            for d in drafts
        ],
    )
