"""A database of a person's work: copied day by day, and never pretending to keep what it cannot."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cache.copies import Copies
from cache.database import (
    Database,
    ForeignFileError,
    NewerDatabaseError,
    Parameters,
    ignore,
    is_damage,
    reason_of,
)


class NotKeptError(Exception):
    """A person's work cannot be saved; the message says why and what to do."""


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
        if database.refusal:
            raise NotKeptError(database.refusal)
        if not self._written and self.copies is not None:
            # Before the first change of the day: what the day before left.
            self._copy(renew=False)
        try:
            with database.atomic() as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                database.replace_damaged(error)
            raise NotKeptError(self._refusal(error)) from error
        self._written = True

    def check(self) -> list[str]:
        """What is wrong with the file, in SQLite's words; nothing where it is sound."""
        try:
            rows = self.look_up("PRAGMA integrity_check(20)")
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def mend(self) -> bool:
        """Where the file is damaged, moves it aside and puts the newest copy in its place; whether it was."""
        if not self.check():
            return False
        self._opened().replace_damaged(sqlite3.DatabaseError("malformed"))
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
        said = str(error)
        mend = "Check the disk, then try again."
        if "full" in said:
            mend = "Free some space, then try again."
        elif "readonly" in said:
            mend = "Change the permissions of the file and its folder."
        elif "locked" in said or "busy" in said:
            mend = "Another program holds it; try again when that has finished."
        return f"This was not saved: {self.path} cannot be written ({said}). {mend}"


class Guarded(Database):
    """The database inside a vault. ``refusal`` says why nothing can be kept, empty where it can."""

    def __init__(
        self, path: Path, schema: Sequence[str], notice: Callable[[str], None], copies: Copies | None
    ) -> None:
        self.refusal = ""
        self._copies = copies
        super().__init__(path, schema, notice)

    def plain_read(self, query: str, parameters: Parameters = ()) -> list[tuple[object, ...]]:
        """All rows of a query; damage that shows is raised, nothing is moved."""
        with self._lock:
            return self._connection.execute(query, parameters).fetchall()

    def _prepare(self, connection: sqlite3.Connection) -> None:
        super()._prepare(connection)
        # What a person saved is on the disk when they are told so, even if the power fails then.
        connection.execute("PRAGMA synchronous=FULL")

    def replace_damaged(self, error: sqlite3.DatabaseError) -> None:
        """Moves the file aside and goes on with the newest copy of it."""
        with self._lock:
            self._start_again(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        if isinstance(error, NewerDatabaseError):
            self.refusal = (
                f"{self.path} was written by a newer sanyu and is left as it is. Update sanyu to use it."
            )
            self._notice(self.refusal)
            return self._connect(":memory:")
        self.refusal = (
            f"This cannot be saved: {self.path} cannot be written ({reason_of(error)})."
            " Change the permissions of the file and its folder, or set SANYU_HOME to a folder of yours."
        )
        reading = self._read_only()
        if reading is None:
            self._notice(f"Cannot use {self.path} ({reason_of(error)}); what you edit cannot be saved.")
            return self._connect(":memory:")
        self._notice(f"{self.path} can only be read ({reason_of(error)}); what you edit cannot be saved.")
        return reading

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
