"""Commands at work: since when each counts, so that a repetition after an interruption counts the same."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import dataclass

from cache.processes import host, is_running

COMMAND_TABLE = """
    CREATE TABLE command (
        name BLOB NOT NULL,
        host TEXT NOT NULL,
        pid INTEGER NOT NULL,
        first INTEGER NOT NULL,
        started INTEGER NOT NULL,
        PRIMARY KEY (name, host, pid)
    ) WITHOUT ROWID
"""
# A command that was cut short and not repeated within so many seconds begins anew.
FORGOTTEN = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Began:
    """The latest translation (its id) when a command first began, and when this run of it did."""

    first: int
    now: int


def begin(connection: sqlite3.Connection, name: bytes) -> Began:
    """Enters this process as one that works on a command."""
    now, here = int(time.time()), host()
    connection.execute("DELETE FROM command WHERE started < ?", (now - FORGOTTEN,))
    ((latest,),) = connection.execute("SELECT coalesce(max(id), 0) FROM translation").fetchall()
    earlier = connection.execute("SELECT host, pid, first FROM command WHERE name = ?", (name,)).fetchall()
    first = min((number for _, _, number in earlier), default=latest)
    # What the cache has lost since then does not count either.
    first = min(first, latest)
    for machine, pid, _ in earlier:
        if machine == here and not is_running(pid):
            connection.execute("DELETE FROM command WHERE (name, host, pid) = (?, ?, ?)", (name, here, pid))
    connection.execute(
        "INSERT OR REPLACE INTO command VALUES (?, ?, ?, ?, ?)", (name, here, os.getpid(), first, now)
    )
    return Began(first, latest)


def finish(connection: sqlite3.Connection, name: bytes) -> None:
    """Strikes this process out."""
    connection.execute("DELETE FROM command WHERE (name, host, pid) = (?, ?, ?)", (name, host(), os.getpid()))
