"""The translation memory: what people wrote and approved, with every earlier version."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from cache.database import ignore
from cache.grams import grams_of, lengths_alike, telling
from cache.history import Saved, Version, VersionMissingError
from cache.unit import COLUMNS, VERSION, Address, Counts, Unit, optional, shape_of, unit_of, version_of
from cache.vault import Vault
from cache.wreck import wrecked_units

# ``text`` is NULL in a unit whose edits were taken back: there the engine's draft stands again.
SCHEMA = (
    """
    CREATE TABLE unit (
        id INTEGER PRIMARY KEY,
        target TEXT NOT NULL,
        lookup BLOB NOT NULL,
        before BLOB NOT NULL,
        after BLOB NOT NULL,
        source TEXT NOT NULL,
        previous TEXT,
        following TEXT,
        abstract TEXT NOT NULL,
        shape BLOB NOT NULL,
        slots TEXT NOT NULL,
        text TEXT,
        state TEXT NOT NULL,
        who TEXT NOT NULL,
        alignment BLOB NOT NULL,
        saved INTEGER NOT NULL,
        version INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX unit_address ON unit (lookup, target, before, after);
    CREATE INDEX unit_shape ON unit (shape);
    CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit INTEGER NOT NULL REFERENCES unit (id),
        action TEXT NOT NULL,
        text TEXT,
        state TEXT NOT NULL,
        who TEXT NOT NULL,
        saved INTEGER NOT NULL,
        replaced TEXT NOT NULL,
        replaced_by TEXT NOT NULL
    );
    CREATE INDEX version_unit ON version (unit);
    CREATE VIRTUAL TABLE gram USING fts5 (grams, content='', detail=none, columnsize=0, tokenize='ascii');
    CREATE VIRTUAL TABLE gram_count USING fts5vocab (gram, 'row')
    """,
)
# SQLite's oldest limit on the variables of one statement is 999.
CHUNK = 900
# How often a pair occurs only decides how quick a search is: it need not be asked again and again.
FREQUENCIES_KEPT = 50_000


class MemoryStore:
    """The units in a file. Reading costs nothing while there is none; writes raise NotKeptError."""

    def __init__(
        self, path: Path, notice: Callable[[str], None] = ignore, copies: Path | None = None
    ) -> None:
        self.vault = Vault(path, SCHEMA, notice, copies)
        self._frequencies: dict[str, int] = {}

    def close(self) -> None:
        """Closes the file."""
        self.vault.close()

    def at(self, address: Address) -> Unit | None:
        """The unit of exactly this address, also one whose edits were taken back."""
        found = self._units(
            "WHERE u.lookup = ? AND u.target = ? AND u.before = ? AND u.after = ?",
            (address.lookup, address.target, address.before, address.after),
        )
        return found[0] if found else None

    def matches(self, lookups: Iterable[bytes], target: str) -> dict[bytes, list[Unit]]:
        """All units of these source texts, the latest first, also those taken back."""
        found: dict[bytes, list[Unit]] = {}
        if not self.vault.exists:
            return found
        wanted = list(dict.fromkeys(lookups))
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            marks = ",".join("?" * len(chunk))
            where = f"WHERE u.target = ? AND u.lookup IN ({marks}) ORDER BY u.version DESC"
            for unit in self._units(where, (target, *chunk)):
                found.setdefault(unit.address.lookup, []).append(unit)
        return found

    def same_abstract(self, abstract: str, target: str) -> list[Unit]:
        """The living units whose source is the same but for what placeholders stand for."""
        where = "WHERE u.shape = ? AND u.target = ? AND u.text IS NOT NULL ORDER BY u.version DESC"
        return self._units(where, (shape_of(abstract), target))

    def similar(self, abstract: str, target: str, similarity: float) -> list[Unit]:
        """Living units among which are all whose abstract source is at least ``similarity`` alike.

        Most of the others are left out: this is for ranking what is returned.
        """
        shortest, longest = lengths_alike(len(abstract), similarity)
        where = (
            "WHERE gram MATCH ? AND u.target = ? AND u.text IS NOT NULL"
            " AND length(u.abstract) BETWEEN ? AND ?"
        )
        try:
            grams = telling(abstract, similarity, self._frequency)
            query = " OR ".join(gram for gram in dict.fromkeys(grams) if self._frequency(gram))
            if not query:
                return []
            rows = self.vault.look_up(
                f"SELECT {COLUMNS} FROM gram CROSS JOIN unit u ON u.id = gram.rowid {where}",
                (query, target, shortest, longest),
            )
        except sqlite3.DatabaseError:
            # Suggestions are worth less than the file: what ails it shows when it is read or checked.
            return []
        return [unit_of(row) for row in rows]

    def history(self, address: Address) -> list[Version]:
        """The versions of the unit of this address, the oldest first."""
        rows = self.vault.read(
            f"SELECT {VERSION} FROM version v JOIN unit u ON u.id = v.unit WHERE u.lookup = ?"
            " AND u.target = ? AND u.before = ? AND u.after = ? ORDER BY v.id",
            (address.lookup, address.target, address.before, address.after),
        )
        return [version_of(row) for row in rows]

    def version(self, address: Address, number: int) -> Version:
        """A version of any unit with this source and target. Raises VersionMissingError."""
        rows = self.vault.read(
            f"SELECT {VERSION} FROM version v JOIN unit u ON u.id = v.unit"
            " WHERE v.id = ? AND u.lookup = ? AND u.target = ?",
            (number, address.lookup, address.target),
        )
        if not rows:
            raise VersionMissingError(number)
        return version_of(rows[0])

    def worked_at(self, since: int | None) -> tuple[int, list[tuple[int, str]]]:
        """The number of the latest version, and those after ``since``, each with its source text.

        Raises sqlite3.DatabaseError.
        """
        ((latest,),) = self.vault.look_up("SELECT coalesce(max(id), 0) FROM version") or [(0,)]
        number = int(str(latest))
        if since is None or number <= since:
            return number, []
        rows = self.vault.look_up(
            "SELECT v.id, u.source FROM version v JOIN unit u ON u.id = v.unit WHERE v.id > ?", (since,)
        )
        return number, [(int(str(version)), str(source)) for version, source in rows]

    def units(self) -> Iterator[Unit]:
        """All living units, in the order in which they came; read page by page."""
        last = 0
        while self.vault.exists:
            rows = self.vault.read(
                f"SELECT {COLUMNS}, u.id FROM unit u WHERE u.id > ? ORDER BY u.id LIMIT {CHUNK}", (last,)
            )
            if not rows:
                return
            last = int(str(rows[-1][-1]))
            yield from (unit for unit in map(unit_of, rows) if unit.text is not None)

    def rescue(self, path: Path) -> int:
        """Takes in what a damaged memory, moved aside, still shows and is later than what is here.

        How many units that were. Raises NotKeptError.
        """
        rescued = 0
        found = list(wrecked_units(path))
        with self.writing() as writer:
            for wrecked in found:
                here = self.at(wrecked.unit.address)
                if wrecked.is_later_than(here):
                    replaced, who = (here.text or "", here.who) if here else ("", "")
                    rescued += writer.save(wrecked.unit, "rescue", replaced, who).changed
        return rescued

    def counts(self) -> Counts:
        """How much is in the memory."""
        rows = self.vault.read(
            "SELECT count(*), coalesce(sum(state = 'edited'), 0), coalesce(sum(state = 'reviewed'), 0),"
            " (SELECT count(*) FROM version) FROM unit WHERE text IS NOT NULL"
        )
        return Counts(*(int(str(number)) for number in rows[0])) if rows else Counts()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """Several changes in one transaction. Raises NotKeptError."""
        with self.vault.atomic() as connection:
            yield Writer(connection)

    def save(
        self, unit: Unit, action: str, replaced: str, replaced_by: str, seen: int | None = None
    ) -> Saved:
        """Saves one unit; see Writer.save. Raises NotKeptError."""
        with self.writing() as writer:
            return writer.save(unit, action, replaced, replaced_by, seen)

    def _units(self, where: str, parameters: Sequence[object]) -> list[Unit]:
        return [unit_of(row) for row in self.vault.read(f"SELECT {COLUMNS} FROM unit u {where}", parameters)]

    def _frequency(self, gram: str) -> int:
        if not self._frequencies.get(gram):
            if len(self._frequencies) >= FREQUENCIES_KEPT:
                self._frequencies.clear()
            rows = self.vault.look_up("SELECT doc FROM gram_count WHERE term = ?", (gram,))
            self._frequencies[gram] = int(str(rows[0][0])) if rows else 0
        return self._frequencies[gram]


class Writer:
    """Changes within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._now = int(time.time())

    def save(
        self, unit: Unit, action: str, replaced: str, replaced_by: str, seen: int | None = None
    ) -> Saved:
        """Makes ``unit`` the latest version at its address; saving what is there already does nothing.

        ``seen`` is the latest version the editor knew of (0 for none, None to not ask): versions of
        the same unit that came since are named in the answer. They stay in the history.
        """
        here = self._connection.execute(
            "SELECT id, text, state, who, version FROM unit"
            " WHERE lookup = ? AND target = ? AND before = ? AND after = ?",
            (unit.address.lookup, unit.address.target, unit.address.before, unit.address.after),
        ).fetchone()
        overtaken: list[Version] = []
        if here is None:
            key, latest = self._insert(unit), 0
        else:
            key, text, state, who, latest = here
            if seen is not None and latest > seen:
                overtaken = [version_of(row) for row in self._since(key, seen)]
            if (text, state, who) == (unit.text, unit.state, unit.who):
                return Saved(int(latest), False, tuple(overtaken))
        version = self._connection.execute(
            "INSERT INTO version (unit, action, text, state, who, saved, replaced, replaced_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (key, action, unit.text, unit.state, unit.who, unit.saved or self._now, replaced, replaced_by),
        ).lastrowid
        assert version is not None
        self._connection.execute(
            "UPDATE unit SET text = ?, state = ?, who = ?, alignment = ?, saved = ?, version = ?"
            " WHERE id = ?",
            (unit.text, unit.state, unit.who, unit.alignment, unit.saved or self._now, version, key),
        )
        return Saved(version, True, tuple(overtaken))

    def at(self, address: Address) -> tuple[str | None, str, str] | None:
        """Text, state and maker of the unit at an address."""
        row = self._connection.execute(
            "SELECT text, state, who FROM unit WHERE lookup = ? AND target = ? AND before = ? AND after = ?",
            (address.lookup, address.target, address.before, address.after),
        ).fetchone()
        return None if row is None else (optional(row[0]), str(row[1]), str(row[2]))

    def _insert(self, unit: Unit) -> int:
        address = unit.address
        key = self._connection.execute(
            "INSERT INTO unit (target, lookup, before, after, source, previous, following, abstract, shape,"
            " slots, text, state, who, alignment, saved, version)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            (
                address.target, address.lookup, address.before, address.after, unit.source, unit.previous,
                unit.following, unit.abstract, shape_of(unit.abstract), unit.slots, unit.text,
                unit.state, unit.who, unit.alignment, unit.saved or self._now,
            ),
        ).lastrowid  # fmt: skip
        assert key is not None
        grams = " ".join(dict.fromkeys(grams_of(unit.abstract)))
        self._connection.execute("INSERT INTO gram (rowid, grams) VALUES (?, ?)", (key, grams))
        return key

    def _since(self, key: int, seen: int) -> list[tuple[object, ...]]:
        return self._connection.execute(
            f"SELECT {VERSION} FROM version v WHERE v.unit = ? AND v.id > ? ORDER BY v.id", (key, seen)
        ).fetchall()
