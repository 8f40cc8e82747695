"""Machine translations, remembered segment by segment."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from cache.backlog import Backlog
from cache.commands import Began, begin, finish
from cache.database import Database, ignore
from cache.draft_tables import SCHEMA, add_figure, range_of, rekeyed, write
from cache.trouble import is_held

# SQLite's oldest limit on the variables of one statement is 999.
CHUNK = 900
LOOKUPS, HITS = "lookups", "hits"
COLUMNS = "t.id, t.key, t.source, t.target, t.engine, t.text, t.flags, t.alignment"


def key_of(source: str, target: str, fingerprint: str, renderings: Iterable[tuple[str, str]]) -> bytes:
    """The cache key, 16 bytes; those of one source text begin alike.

    ``source`` is the normalised source text, ``fingerprint`` names engine, version and model, and
    ``renderings`` are the (zh, rendering) pairs of just the entities in this segment: changing a
    termbase entry changes the keys of the segments that contain it, and no others.
    """
    parts = [source, target, fingerprint]
    for pair in renderings:
        parts += pair
    # With its length before each part no two lists of parts make the same text.
    whole = "".join([f"{len(part)}:{part}" for part in parts])
    return rekeyed(blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).digest(), source)


@dataclass(frozen=True, slots=True)
class Translation:
    """One remembered draft. ``alignment`` is opaque here; ``engine`` is the engine's name.

    ``earlier`` tells whether it was there when the command that asks for it began.
    """

    key: bytes
    source: str
    target: str
    engine: str
    fingerprint: str
    text: str
    flags: tuple[str, ...] = ()
    alignment: bytes = b""
    earlier: bool = field(default=True, compare=False)


class Translations:
    """The cache of machine translations. It may be deleted at any time.

    ``resumed`` counts the drafts found that an interrupted run of the same command made.
    """

    def __init__(self, path: Path, notice: Callable[[str], None] = ignore) -> None:
        self._notice = notice
        self.database = Database(path, SCHEMA, notice, functions=(rekeyed,))
        self._broken = False
        self._backlog: Backlog[Translation] = Backlog()
        self._writing = threading.Lock()
        self._began: Began | None = None
        self._engines: dict[object, tuple[str, str]] = {}
        self.resumed = 0
        self._figures = {LOOKUPS: 0, HITS: 0}

    def close(self) -> None:
        """Closes the file; the hits are counted, and what waited for a neighbour is written."""
        if self._backlog and not self._broken:
            self._write_backlog()
            if self._backlog:
                self._broken = True
                self._notice(
                    f"{len(self._backlog):,} translations are not remembered: another program holds"
                    f" {self.database.path}."
                )
        if self._figures[LOOKUPS] and not self._broken:
            with contextlib.suppress(sqlite3.Error), self.database.atomic() as connection:
                for name, number in self._figures.items():
                    add_figure(connection, name, number)
        self.database.close()

    def begin(self, command: bytes) -> Began:
        """Notes that a command begins. What it drafts from here on is not ``earlier`` for it.

        Where a run of the same command (16 bytes name it) was cut short, or still runs, this one counts from
        the moment that one began: an interrupted command and its repetition say the same of
        every draft as one that was left to finish.
        """
        try:
            with self.database.atomic() as connection:
                self._began = begin(connection, command)
        except sqlite3.OperationalError:
            ((latest,),) = self.database.read("SELECT coalesce(max(id), 0) FROM translation")
            assert isinstance(latest, int)
            self._began = Began(latest, latest)
        return self._began

    def join(self, began: Began) -> None:
        """Takes part in a command that another process has begun."""
        self._began = began

    def finish(self, command: bytes) -> None:
        """Notes that a command has come to its end."""
        with contextlib.suppress(sqlite3.OperationalError), self.database.atomic() as connection:
            finish(connection, command)

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Translation]:
        """The remembered drafts among ``keys``."""
        found: dict[bytes, Translation] = {}
        resumed: set[bytes] = set()
        for chunk in chunks(keys, CHUNK):
            marks = ",".join("?" * len(chunk))
            rows = self.database.read(f"SELECT {COLUMNS} FROM translation t WHERE t.key IN ({marks})", chunk)
            for draft, of_interrupted in map(self._draft, rows):
                found[draft.key] = draft
                if of_interrupted:
                    resumed.add(draft.key)
        if self._backlog:
            waiting = self._backlog.among(key for key in keys if key not in found)
            found |= {key: replace(draft, earlier=self._began is None) for key, draft in waiting.items()}
        self.count_lookups(len(keys), sum(key in found for key in keys))
        if resumed:
            self.resumed += sum(key in resumed for key in keys)
        return found

    def of_texts(
        self, sources: Sequence[str], target: str, fingerprints: Collection[str]
    ) -> Iterator[tuple[Translation, bool]]:
        """The drafts that some fingerprints have of source texts, whatever their entities.

        Each comes with whether an interrupted run of the same command made it. Nothing is counted.
        """
        engines = ",".join("?" * len(fingerprints))
        where = f"t.target = ? AND t.engine IN (SELECT id FROM engine WHERE fingerprint IN ({engines}))"
        for rows in self._among(sources, COLUMNS, where, (target, *fingerprints)):
            yield from map(self._draft, rows)

    def _among(
        self, sources: Iterable[str], columns: str, where: str, parameters: Sequence[str | None]
    ) -> Iterator[list[tuple[object, ...]]]:
        """Rows of the drafts of source texts, chunk by chunk."""
        distinct = iter(dict.fromkeys(sources))
        while some := list(islice(distinct, (CHUNK - len(parameters)) // 2)):
            ranges = ",".join(["(?, ?)"] * len(some))
            yield self.database.read(
                f"WITH wanted (first, last) AS (VALUES {ranges}) SELECT {columns}"
                f" FROM wanted CROSS JOIN translation t ON t.key BETWEEN first AND last WHERE {where}",
                (*chain.from_iterable(map(range_of, some)), *parameters),
            )

    def _draft(self, row: tuple[object, ...]) -> tuple[Translation, bool]:
        """A row of ``COLUMNS``, with whether an interrupted run of the same command made it."""
        number, key, source, target, engine, text, flags, alignment = row
        assert isinstance(number, int) and isinstance(key, bytes) and isinstance(alignment, bytes)
        name, fingerprint = self._engine(engine)
        earlier = self._began is None or number <= self._began.first
        resumed = self._began is not None and self._began.first < number <= self._began.now
        words = tuple(flags.split()) if isinstance(flags, str) and flags else ()
        draft = Translation(
            key, str(source), str(target), name, fingerprint, str(text), words, alignment, earlier
        )
        return draft, resumed

    def _engine(self, number: object) -> tuple[str, str]:
        """Name and fingerprint of an engine's id; another process may have added it just now."""
        if number not in self._engines:
            rows = self.database.read("SELECT id, name, fingerprint FROM engine")
            self._engines = {key: (str(name), str(fingerprint)) for key, name, fingerprint in rows}
        return self._engines.get(number, ("", ""))

    def count_lookups(self, lookups: int, hits: int) -> None:
        """Counts look-ups for the hit rate, also those that another process made."""
        self._figures[LOOKUPS] += lookups
        self._figures[HITS] += hits

    def put_many(self, drafts: Sequence[Translation]) -> None:
        """Remembers drafts, all in one transaction; later ones replace earlier ones of the same key.

        Where another program holds the file they wait in memory until it is free. A disk that is full
        or a folder that became read-only ends the remembering with one notice, not the run: the
        drafts themselves are still good.
        """
        if self._broken or not drafts:
            return
        with self._writing:
            self._backlog.add((draft.key, draft) for draft in drafts)
            if self._backlog.is_due:
                self._write_backlog()

    def _write_backlog(self) -> None:
        """Writes what waits, unless another program still holds the file."""
        path = self.database.path
        try:
            with self.database.atomic() as connection:
                write(connection, self._backlog.items)
        except sqlite3.OperationalError as error:
            if not is_held(error):
                self._broken = True
                self._notice(
                    f"Cannot write {path} ({error}); this run goes on, but what it translates from here on"
                    " is not remembered. Free some space or mend the permissions."
                )
            elif self._backlog.put_off():
                self._notice(f"Another program holds {path}; what is translated meanwhile waits for it.")
        else:
            self._backlog.clear()

    def made_since(self, moment: int) -> Iterator[tuple[str, str, str, int]]:
        """(source, target, text, created) of the drafts made at ``moment`` (Unix seconds) or later."""
        rows = self.database.read(
            "SELECT source, target, text, created FROM translation WHERE created >= ?", (moment,)
        )
        for source, target, text, created in rows:
            yield str(source), str(target), str(text), int(str(created))

    def known(self, sources: Sequence[str], target: str, fingerprint: str | None) -> set[str]:
        """The source texts that a fingerprint, or any (None), has drafts of, whatever their entities."""
        where = "t.target = ? AND (? IS NULL OR t.engine IN (SELECT id FROM engine WHERE fingerprint = ?))"
        parameters = (target, fingerprint, fingerprint)
        return {
            str(source) for rows in self._among(sources, "t.source", where, parameters) for (source,) in rows
        }

    def figure(self, name: str) -> float | None:
        """A figure kept with the cache, None where there is none."""
        rows = self.database.read("SELECT value FROM figure WHERE name = ?", (name,))
        return float(str(rows[0][0])) if rows else None

    def keep_figure(self, name: str, value: float) -> None:
        """Keeps a figure; silently does not where the disk will not have it."""
        with contextlib.suppress(sqlite3.OperationalError), self.database.atomic() as connection:
            connection.execute("INSERT OR REPLACE INTO figure VALUES (?, ?)", (name, value))

    def count(self) -> int:
        """How many drafts are remembered."""
        ((number,),) = self.database.read("SELECT count(*) FROM translation")
        assert isinstance(number, int)
        return number


def chunks(items: Sequence[bytes], size: int) -> Iterator[list[bytes]]:
    """``items`` in lists of at most ``size``."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
