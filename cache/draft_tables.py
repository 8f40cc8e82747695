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

# Segments are found by a digest of 63 bits: an index of the texts would be as large as they are.
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
)


def digest_of(source: str) -> int:
    """63 bits that stand for a source text."""
    digest = blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def add_figure(connection: sqlite3.Connection, name: str, number: float) -> None:
    """Adds to a figure."""
    connection.execute(
        "INSERT INTO figure VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value",
        (name, number),
    )


def write(connection: sqlite3.Connection, drafts: Collection[Translation], created: int = 0) -> None:
    """Inserts drafts with their segments and engines; one that is known keeps its place and its date."""
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
    digests = [digest_of(draft.source) for draft in drafts]
    connection.executemany(
        "INSERT OR IGNORE INTO segment (digest, source) VALUES (?, ?)",
        dict(zip(digests, (draft.source for draft in drafts), strict=True)).items(),
    )
    connection.executemany(
        "INSERT INTO translation (key, segment, engine, target, text, flags, alignment, created)"
        " VALUES (?, (SELECT id FROM segment WHERE digest = ?), ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET engine = excluded.engine, text = excluded.text,"
        " flags = excluded.flags, alignment = excluded.alignment",
        [
            (d.key, digest, numbers[d.fingerprint], d.target, d.text, " ".join(d.flags), d.alignment, now)
            for d, digest in zip(drafts, digests, strict=True)
        ],
    )
