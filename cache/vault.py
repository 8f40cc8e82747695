"""A database of a person's work: copied day by day, and never pretending to keep what it cannot."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cache.copies import Copies
from cache.database import (
    HURRIED_SECONDS,
    Database,
    ForeignFileError,
    NewerDatabaseError,
    Parameters,
    ignore,
    is_damage,
    reason_of,
)
from cache.snapshot import snapshot
from cache.trouble import is_held, mend_of


class NotKeptError(Exception):
    """A person's work cannot be saved in the file ``path``; the message says why and what to do."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


class Vault:
    """One SQLite file that holds what people made by hand.

    Nothing is created before something is written: a vault that is not there reads as empty. A file
    that cannot be written is read all the same, and every write raises NotKeptError. A damaged file
    is moved aside and the newest sound copy put in its place; ``copies`` is the folder of the
    copies, None for none. Usable from several threads; safe with several processes.
    """

    def __init__(
        self,
        path: Path,
        schema: Sequence[str],
        notice: Callable[[str], None] = ignore,
        copies: Path | None = None,
    ) -> None:
        self.path = path
        self.copies = Copies(path, copies) if copies is not None else None
        self._schema = tuple(schema)
        self._notice = notice
        self._database: Guarded | None = None
        self._opening = threading.Lock()
        self._written = False

    def close(self) -> None:
        """Closes the file; where something was written, today's copy is renewed."""
        if self._written and self.copies is not None:
            self._copy(renew=True)
        if self._database is not None:
            self._database.close()

    @property
    def exists(self) -> bool:
        """Whether there is anything to read."""
        return self._database is not None or self.path.exists()

    @property
    def unread(self) -> str:
        """Why nothing of what the file holds is seen, as a sentence; empty where it is."""
        database = self._opened() if self.exists else None
        return database.refusal if database is not None and database.blind else ""

    def read(self, query: str, parameters: Parameters = ()) -> list[tuple[object, ...]]:
        """All rows of a query; none where there is no file."""
        return self._opened().read(query, parameters) if self.exists else []

    def look_up(self, query: str, parameters: Parameters = ()) -> list[tuple[object, ...]]:
        """All rows of a query that asks an index; trouble with it says nothing about the work itself.

        Raises sqlite3.DatabaseError.
        """
        return self._opened().plain_read(query, parameters) if self.exists else []

    @contextlib.contextmanager
    def atomic(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing. Raises NotKeptError."""
        database = self._opened()
        if database.refusal and not (database.held and database.open_again()):
            raise NotKeptError(database.refusal, str(self.path))
        if not self._written and self.copies is not None:
            # Before the first change of the day: what the day before left.
            self._copy(renew=False)
        try:
            with database.atomic() as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                database.replace_damaged(error)
            raise NotKeptError(self._refusal(error), str(self.path)) from error
        self._written = True

    def check(self) -> list[str]:
        """What is wrong with the file, in SQLite's words; nothing where it is sound.

        Of a file that another program holds, what it last committed is looked at.
        """
        try:
            rows = self.look_up("PRAGMA integrity_check(20)")
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def mend(self) -> bool:
        """Where the file is damaged, moves it aside and puts the newest copy in its place; whether it did.

        A file that cannot be written now, for whatever reason, stays where it is.
        """
        database = self._opened()
        if database.refusal or not self.check():
            return False
        database.replace_damaged(sqlite3.DatabaseError("malformed"))
        return True

    def aside(self) -> list[Path]:
        """The files moved aside earlier, the oldest first."""
        found = self.path.parent.glob(f"{self.path.name}.aside-*")
        return sorted(path for path in found if not path.name.endswith(("-wal", "-shm")))

    def _opened(self) -> Guarded:
        with self._opening:
            if self._database is None:
                self._database = Guarded(self.path, self._schema, self._notice, self.copies)
            return self._database

    def _copy(self, *, renew: bool) -> None:
        assert self.copies is not None
        try:
            self.copies.make(renew=renew)
        except (OSError, sqlite3.Error) as error:
            # The work itself is safe: a copy less is no reason to refuse it.
            self._notice(f"{self.path} could not be copied into {self.copies.folder} ({reason_of(error)}).")

    def _refusal(self, error: sqlite3.DatabaseError) -> str:
        """Why a write failed and what to do."""
        if is_held(error):
            return held_elsewhere(self.path)
        return f"This was not saved: {self.path} cannot be written ({error}). {mend_of(error, self.path)}"


def held_elsewhere(path: Path) -> str:
    """Why nothing can be saved just now."""
    return f"This was not saved: {path} is held by another program; try again when that has finished."


class Guarded(Database):
    """The database inside a vault. ``refusal`` says why nothing can be kept, empty where it can.

    ``held``: because another program holds the file; then what it last committed is read. ``blind``:
    the file cannot even be read, and this is an empty one in its stead.
    """

    def __init__(
        self, path: Path, schema: Sequence[str], notice: Callable[[str], None], copies: Copies | None
    ) -> None:
        self.held = self.blind = False
        self._copies = copies
        super().__init__(path, schema, notice)

    def plain_read(self, query: str, parameters: Parameters = ()) -> list[tuple[object, ...]]:
        """All rows of a query; damage that shows is raised, nothing is moved."""
        with self._lock:
            return self._connection.execute(query, parameters).fetchall()

    def open_again(self) -> bool:
        """Tries whether the other program has let the file go; whether it has."""
        with self._lock:
            try:
                connection = self._connect(str(self.path), HURRIED_SECONDS)
            except (sqlite3.Error, OSError, NewerDatabaseError, ForeignFileError):
                return False
            self._connection.close()
            self._connection, self.refusal, self.held, self.blind = connection, "", False, False
            self._hurried = True
            return True

    def _prepare(self, connection: sqlite3.Connection) -> None:
        super()._prepare(connection)
        # What a person saved is on the disk when they are told so, even if the power fails then.
        connection.execute("PRAGMA synchronous=FULL")

    def replace_damaged(self, error: sqlite3.DatabaseError) -> None:
        """Moves the file aside and goes on with the newest copy of it."""
        with self._lock:
            self._start_again(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        if is_held(error):
            return self._beside()
        if isinstance(error, NewerDatabaseError):
            self.refusal = (
                f"{self.path} was written by a newer sanyu and is left as it is. Update sanyu to use it."
            )
            self._notice(self.refusal)
            return self._nothing()
        mend = mend_of(error, self.path)
        self.refusal = f"This cannot be saved: {self.path} cannot be written ({reason_of(error)}). {mend}"
        reading = self._read_only() or self._copied()
        if reading is None:
            self._notice(f"Cannot use {self.path} ({reason_of(error)}); what you edit cannot be saved.")
            return self._nothing()
        self._notice(f"{self.path} can only be read ({reason_of(error)}); what you edit cannot be saved.")
        return reading

    def _beside(self) -> sqlite3.Connection:
        """What a file holds that another program does not share."""
        self.held = True
        self.refusal = held_elsewhere(self.path)
        copy = self._copied()
        if copy is None:
            self._notice(f"{self.path} is held by another program; this run works without what you wrote.")
            return self._nothing()
        self._notice(
            f"{self.path} is held by another program; it is read as it last was, and what you edit"
            " meanwhile cannot be saved."
        )
        return copy

    def _copied(self) -> sqlite3.Connection | None:
        """The file's content in memory, or None where it cannot be had."""
        copy = snapshot(self.path) if self.path.exists() else None
        with contextlib.suppress(sqlite3.Error, NewerDatabaseError, ForeignFileError):
            if copy is not None and self._version(copy) == len(self._schema):
                return copy
        return None

    def _nothing(self) -> sqlite3.Connection:
        self.blind = True
        return self._connect(":memory:")

    def _read_only(self) -> sqlite3.Connection | None:
        """The file opened for reading alone, or None where not even that is possible."""
        log = self.path.with_name(self.path.name + "-wal")
        # In a folder that cannot be written SQLite reads a WAL file only if told that nobody changes it.
        modes = ["mode=ro"] if log.exists() and log.stat().st_size else ["mode=ro", "immutable=1"]
        for mode in modes:
            with contextlib.suppress(sqlite3.Error, OSError):
                uri = f"{self.path.absolute().as_uri()}?{mode}"
                connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
                try:
                    if self._version(connection) == len(self._schema):
                        return connection
                except (sqlite3.Error, NewerDatabaseError, ForeignFileError):
                    pass
                connection.close()
        return None

    def _begin_anew(self) -> str:
        copy = self._copies.put_back() if self._copies is not None else None
        if copy is None:
            return "a new one begun"
        return f"the copy {copy.name} put in its place; what is newer than that is in the file moved aside"
