"""Copies of a database, one a day: what is left when a disk fails or a hand slips."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path

from cache.versions import fresh_neighbour, settle

KEPT = 5


class Copies:
    """The copies of one SQLite file in a folder, named after their day; the last KEPT are kept."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self.folder = folder

    def all(self) -> list[Path]:
        """The copies, the newest first."""
        return sorted(self.folder.glob(f"{self._path.stem}-????????{self._path.suffix}"), reverse=True)

    def make(self, *, renew: bool) -> None:
        """Copies the database; with ``renew`` also where today has its copy. A damaged one is not copied.

        Raises OSError, sqlite3.Error.
        """
        if not self._path.exists():
            return
        today = self.folder / f"{self._path.stem}-{time.strftime('%Y%m%d')}{self._path.suffix}"
        if today.exists() and not renew:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        with fresh_neighbour(today) as temporary:
            try:
                with (
                    contextlib.closing(sqlite3.connect(self._path)) as source,
                    contextlib.closing(sqlite3.connect(temporary)) as copy,
                ):
                    source.backup(copy)
                    # One file: a copy has no neighbours with a log.
                    copy.execute("PRAGMA journal_mode=DELETE")
                if is_sound(temporary):
                    settle(temporary, today)
            finally:
                # A full disk keeps SQLite from putting its own files away.
                for suffix in ("-wal", "-shm", "-journal"):
                    temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
        for old in self.all()[KEPT:]:
            old.unlink(missing_ok=True)

    def put_back(self) -> Path | None:
        """Puts the newest sound copy where the database was, unless there is one again; which it was."""
        for copy in self.all():
            if not is_sound(copy):
                continue
            with contextlib.suppress(OSError), fresh_neighbour(self._path) as temporary:
                with copy.open("rb") as source, temporary.open("wb") as target:
                    while piece := source.read(1 << 20):
                        target.write(piece)
                    target.flush()
                    os.fsync(target.fileno())
                # A link, not a rename: what another process has begun meanwhile is not replaced.
                os.link(temporary, self._path)
                return copy
            return None
        return None


def is_sound(path: Path) -> bool:
    """Whether SQLite can read a file and finds nothing wrong with it."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False
