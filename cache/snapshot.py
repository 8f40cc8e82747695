"""What a database last committed, read past a program that holds it and shares it with nobody."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

# A copy taken while the program wrote is torn; the next one may not be.
ATTEMPTS = 3
# The file itself, the log of what is not in it yet, and what undoes an unfinished change.
PARTS = ("", "-wal", "-journal")


def snapshot(path: Path) -> sqlite3.Connection | None:
    """A sound copy of a SQLite file, in memory; None where none can be had. The file is only read."""
    for _ in range(ATTEMPTS):
        with contextlib.suppress(OSError, sqlite3.Error), tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            for part in PARTS:
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(path.with_name(path.name + part), copy.with_name(copy.name + part))
            with contextlib.closing(sqlite3.connect(copy)) as connection:
                if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                    continue
                # A database in memory has no log.
                connection.execute("PRAGMA journal_mode=DELETE")
                loaded = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
                connection.backup(loaded)
                return loaded
    return None
