"""A SQLite file that survives crashes, neighbours and damage."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cache.trouble import is_held, mend_of

Parameters = Sequence[object]

# Written into the file's header, so that another program's SQLite file is never taken for ours.
APPLICATION_ID = 0x73616E79  # "sany"
# How long a neighbour is waited for, and how long once that was in vain.
BUSY_SECONDS = 15.0
HURRIED_SECONDS = 1.0
PAGES_KB = 4_000
LOG_PAGES = 8000
DAMAGE = ("malformed", "not a database", "corrupt", "disk image")


class NewerDatabaseError(Exception):
    """The file was written by a newer sanyu."""


def ignore(message: str) -> None:
    """Drops a notice."""


class Database:
    """One SQLite file in WAL mode with a versioned schema.

    ``schema`` lists the scripts that lead from version 0 to 1, 1 to 2, and so on. A file that is
    damaged or belongs to another program is moved aside (``NAME.aside-TIME``) and a new one begun;
    ``notice`` then gets one sentence that says so. Where the folder cannot be written, another program
    holds the file, or it comes from a newer sanyu, the database lives in memory for this run, with a
    notice; ``refusal`` then says why, and is empty otherwise. ``functions`` are those the scripts call.
    Usable from several threads; safe with several processes.
    """

    def __init__(
        self,
        path: Path,
        schema: Sequence[str],
        notice: Callable[[str], None] = ignore,
        pages_kb: int = PAGES_KB,
        functions: Sequence[Callable[..., str | bytes | int | None]] = (),
    ) -> None:
        self._pages_kb = pages_kb
        self._functions = functions
        self.path = path
        self._schema = tuple(schema)
        self._notice = notice
        self._lock = threading.RLock()
        self._hurried = False
        self.refusal = ""
        self._connection = self._open()

    def close(self) -> None:
        """Closes the file; what was committed stays."""
        with self._lock:
            self._connection.close()

    def read(self, query: str, parameters: Parameters = ()) -> list[tuple[object, ...]]:
        """All rows of a query. A file found damaged is moved aside and reads as empty."""
        with self._lock:
            try:
                return self._connection.execute(query, parameters).fetchall()
            except sqlite3.DatabaseError as error:
                self._start_again(error)
                return self._connection.execute(query, parameters).fetchall()

    @contextlib.contextmanager
    def atomic(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing."""
        with self._lock:
            try:
                self._begin()
            except sqlite3.DatabaseError as error:
                self._start_again(error)
                self._begin()
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def _begin(self) -> None:
        """Begins to write; who waited in vain for a neighbour is not made to wait as long again."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            self._hurry(is_held(error))
            raise
        self._hurry(False)

    def _hurry(self, hurried: bool) -> None:
        if hurried != self._hurried:
            self._hurried = hurried
            seconds = HURRIED_SECONDS if hurried else BUSY_SECONDS
            self._connection.execute(f"PRAGMA busy_timeout={int(1000 * seconds)}")

    def _start_again(self, error: sqlite3.DatabaseError) -> None:
        """Moves a damaged file aside and opens a new one; any other error is raised again."""
        if not is_damage(error):
            raise error
        identity = file_identity(self.path)
        self._connection.close()
        self._move_aside(identity, "is damaged")
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        failure: Exception = OSError("another program replaces it")
        self.refusal = ""
        for _ in range(3):
            identity: tuple[int, int] | None = None
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                identity = file_identity(self.path)
                return self._connect(str(self.path))
            except (NewerDatabaseError, OSError) as error:
                return self._instead(error)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    return self._instead(error)
                failure, reason = error, "is damaged"
            except ForeignFileError as error:
                failure, reason = error, "belongs to another program"
            try:
                self._move_aside(identity or file_identity(self.path), reason)
            except OSError as error:
                return self._instead(error)
        return self._instead(failure)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        """What this run works with where the file cannot be used: a database in memory."""
        if isinstance(error, NewerDatabaseError):
            self.refusal = f"{self.path} was written by a newer sanyu. Update sanyu to use it."
            told = (
                f"{self.path} was written by a newer sanyu; this run works without it."
                " Update sanyu to use it."
            )
        elif is_held(error):
            self.refusal = f"{self.path} is held by another program; try again when that has finished."
            told = f"{self.path} is held by another program; this run works without it."
        else:
            self.refusal = f"{self.path} cannot be used ({reason_of(error)}). {mend_of(error, self.path)}"
            told = f"Cannot use {self.path} ({reason_of(error)}); nothing is remembered after this run."
        self._notice(told)
        return self._connect(":memory:")

    def _connect(self, where: str, patience: float | None = None) -> sqlite3.Connection:
        connection = sqlite3.connect(
            where,
            timeout=BUSY_SECONDS if patience is None else patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        # Asked first, so that nothing is written into a file that is not ours.
        version = self._version(connection)
        switch_to_wal(connection)
        connection.execute("PRAGMA synchronous=NORMAL")
        # Keys lie all over the file: more of it at hand, and written back less often.
        connection.execute(f"PRAGMA cache_size=-{self._pages_kb}")
        connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
        if version == len(self._schema):
            return
        for function in self._functions:
            connection.create_function(function.__name__, -1, function, deterministic=True)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again under the lock: a second process may have built the schema meanwhile.
            for script in self._schema[self._version(connection) :]:
                for statement in script.split(";"):
                    if statement.strip():
                        connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={len(self._schema)}")
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    def _version(self, connection: sqlite3.Connection) -> int:
        """The schema version of the file; raises for a foreign or a newer file."""
        # One view of the file for all three: a neighbour may be building the schema just now.
        connection.execute("SAVEPOINT version")
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("RELEASE version")
        if application != APPLICATION_ID and (application or version or tables):
            raise ForeignFileError(str(self.path))
        if version > len(self._schema):
            raise NewerDatabaseError(str(self.path))
        return int(version)

    def _move_aside(self, identity: tuple[int, int] | None, reason: str) -> None:
        """Renames the file out of the way, unless another process has replaced it meanwhile."""
        if identity is None or file_identity(self.path) != identity:
            return
        stamp = time.strftime("%Y%m%d-%H%M%S")
        aside = self.path.with_name(f"{self.path.name}.aside-{stamp}-{os.getpid()}")
        with contextlib.suppress(FileNotFoundError):
            self.path.rename(aside)
            for suffix in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + suffix).rename(aside.with_name(aside.name + suffix))
            self._notice(f"{self.path} {reason}; it was moved to {aside.name} and {self._begin_anew()}.")

    def _begin_anew(self) -> str:
        """What happens where a file was moved aside, as a clause; here an empty one follows when opened."""
        return "a new one begun"


class ForeignFileError(Exception):
    """The file is a SQLite database of another program."""


def switch_to_wal(connection: sqlite3.Connection) -> None:
    """Sets the journal mode, waiting for neighbours: SQLite's own time limit does not cover this."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_held(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the error says that the file is not a sound database."""
    return any(word in str(error) for word in DAMAGE)


def reason_of(error: Exception) -> str:
    """What an error says, without the file's name."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def file_identity(path: Path) -> tuple[int, int] | None:
    """Device and inode of a file, or None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
