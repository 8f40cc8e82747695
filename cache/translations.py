"""Machine translations, remembered segment by segment."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from cache.database import Database, ignore

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
)
# SQLite's oldest limit on the variables of one statement is 999.
CHUNK = 900


def key_of(source: str, target: str, fingerprint: str, renderings: Iterable[tuple[str, str]]) -> bytes:
    """The cache key, 16 bytes.

    ``source`` is the normalised source text, ``fingerprint`` names engine, version and model, and
    ``renderings`` are the (zh, rendering) pairs of just the entities in this segment: changing a
    termbase entry changes the keys of the segments that contain it, and no others.
    """
    digest = blake2b(digest_size=16)
    for part in (source, target, fingerprint, *(cell for pair in renderings for cell in pair)):
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(4, "big") + raw)
    return digest.digest()


@dataclass(frozen=True, slots=True)
class Translation:
    """One remembered draft. ``alignment`` is opaque here; ``engine`` is the engine's name."""

    key: bytes
    source: str
    target: str
    engine: str
    fingerprint: str
    text: str
    flags: tuple[str, ...] = ()
    alignment: bytes = b""


class Translations:
    """The cache of machine translations. It may be deleted at any time."""

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self._notice = notice
        self._database = Database(path, SCHEMA, notice)
        self._broken = False

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Translation]:
        """The remembered drafts among ``keys``."""
        found: dict[bytes, Translation] = {}
        for chunk in chunks(keys, CHUNK):
            marks = ",".join("?" * len(chunk))
            rows = self._database.read(
                "SELECT t.key, s.source, t.target, e.name, e.fingerprint, t.text, t.flags, t.alignment"
                " FROM translation t JOIN segment s ON s.id = t.segment JOIN engine e ON e.id = t.engine"
                f" WHERE t.key IN ({marks})",
                chunk,
            )
            for key, source, target, engine, fingerprint, text, flags, alignment in rows:
                assert isinstance(key, bytes) and isinstance(alignment, bytes)
                found[key] = Translation(
                    key,
                    str(source),
                    str(target),
                    str(engine),
                    str(fingerprint),
                    str(text),
                    tuple(str(flags).split()),
                    alignment,
                )
        return found

    def put_many(self, drafts: Sequence[Translation]) -> None:
        """Remembers drafts, all in one transaction; later ones replace earlier ones of the same key.

        A disk that is full or a folder that became read-only ends the remembering with one notice,
        not the run: the drafts themselves are still good.
        """
        if self._broken or not drafts:
            return
        try:
            with self._database.atomic() as connection:
                write(connection, drafts)
        except sqlite3.OperationalError as error:
            self._broken = True
            self._notice(
                f"Cannot write {self._database.path} ({error}); this run goes on, but what it translates"
                " from here on is not remembered. Free some space or mend the permissions."
            )

    def made_since(self, moment: int) -> Iterator[tuple[str, str, str, int]]:
        """(source, target, text, created) of the drafts made at ``moment`` (Unix seconds) or later."""
        rows = self._database.read(
            "SELECT s.source, t.target, t.text, t.created FROM translation t"
            " JOIN segment s ON s.id = t.segment WHERE t.created >= ?",
            (moment,),
        )
        for source, target, text, created in rows:
            yield str(source), str(target), str(text), int(str(created))

    def count(self) -> int:
        """How many drafts are remembered."""
        ((number,),) = self._database.read("SELECT count(*) FROM translation")
        assert isinstance(number, int)
        return number


def write(connection: sqlite3.Connection, drafts: Sequence[Translation]) -> None:
    """Inserts drafts with their segments and engines."""
    now = int(time.time())
    connection.executemany(
        "INSERT OR IGNORE INTO engine (name, fingerprint) VALUES (?, ?)",
        sorted({(d.engine, d.fingerprint) for d in drafts}),
    )
    connection.executemany("INSERT OR IGNORE INTO segment (source) VALUES (?)", [(d.source,) for d in drafts])
    connection.executemany(
        "INSERT OR REPLACE INTO translation (key, segment, engine, target, text, flags, alignment, created)"
        " SELECT ?, s.id, e.id, ?, ?, ?, ?, ? FROM segment s, engine e"
        " WHERE s.source = ? AND e.fingerprint = ?",
        [
            (d.key, d.target, d.text, " ".join(d.flags), d.alignment, now, d.source, d.fingerprint)
            for d in drafts
        ],
    )


def chunks(items: Sequence[bytes], size: int) -> Iterator[list[bytes]]:
    """``items`` in lists of at most ``size``."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
