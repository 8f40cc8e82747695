"""What a damaged translation memory still shows."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cache.unit import COLUMNS, VERSION, Unit, unit_of, version_of

# Units read at a time: a damaged page costs no more than these.
STEP = 16


@dataclass(frozen=True, slots=True)
class Wrecked:
    """A unit of a damaged file; ``past`` are number, time and text of its versions that can be read."""

    unit: Unit
    past: frozenset[tuple[int, int, str | None]]

    def is_later_than(self, here: Unit | None) -> bool:
        """Whether the unit is later than what a copy of the file, or what was done since, has in its place.

        What the copy has is in the unit's own past: there the numbers tell, for of two changes in one
        second the times say nothing, and what was taken in from elsewhere brings a time of its own.
        """
        if here is None:
            return True
        if (here.version, here.saved, here.text) in self.past:
            return self.unit.version > here.version
        return (self.unit.saved, self.unit.version) > (here.saved, here.version)


def wrecked_units(path: Path) -> Iterator[Wrecked]:
    """The units of a file that may be damaged, as far as they can be read; the file is not changed."""
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            ((last,),) = connection.execute("SELECT max(id) FROM unit").fetchall()
        except sqlite3.DatabaseError:
            return
        query = f"SELECT {COLUMNS}, u.id FROM unit u WHERE u.id >= ? AND u.id < ?"
        for start in range(0, (last or 0) + 1, STEP):
            with contextlib.suppress(sqlite3.DatabaseError, AssertionError):
                for row in connection.execute(query, (start, start + STEP)):
                    yield Wrecked(unit_of(row), frozenset(past_of(connection, row[-1])))


def past_of(connection: sqlite3.Connection, unit: object) -> Iterator[tuple[int, int, str | None]]:
    """Number, time and text of the versions of a unit, as far as they can be read."""
    with contextlib.suppress(sqlite3.DatabaseError, AssertionError):
        for row in connection.execute(f"SELECT {VERSION} FROM version v WHERE v.unit = ?", (unit,)):
            version = version_of(row)
            yield version.number, version.saved, version.text
