"""Looking after the cache: how much is in it, whether it is sound, what may go."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from cache.database import Database
from cache.draft_tables import HEAD
from cache.memory import MemoryStore
from cache.recognitions import Recognitions
from cache.translations import HITS, LOOKUPS, Translations
from cache.trouble import is_held

MEGABYTE = 1_000_000
DAY = 86_400
# Seconds that a neighbour is waited for when a file is looked at.
PATIENCE = 5.0
# A full cache is emptied a little further, so that it is not full again at once.
ROOM = 0.9
# Above so many times its limit a cache is emptied without being asked to.
CLEARLY = 1.1
# Rows deleted at a time, at least, while it is measured.
STEP = 500


class HeldError(Exception):
    """Another program holds a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is held by another program; try again when that has finished.")


@dataclass(frozen=True, slots=True)
class Amount:
    """The translations of one engine into one language; ``bytes`` are those of their texts."""

    engine: str
    target: str
    translations: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Orphans:
    """Rows that belong to nothing: translations without an engine, engines without a translation."""

    translations: int
    engines: int

    def __bool__(self) -> bool:
        return bool(self.translations or self.engines)


@dataclass(frozen=True, slots=True)
class Shrunk:
    """What a shrinking took out, and the bytes in use before and after."""

    translations: int
    recognitions: int
    before: int
    after: int


def amounts(translations: Translations) -> list[Amount]:
    """How much there is, by engine and language, the largest first."""
    rows = translations.database.read(
        "SELECT e.name, t.target, count(*), sum(length(CAST(t.text AS BLOB))) FROM translation t"
        " JOIN engine e ON e.id = t.engine GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
    )
    return [Amount(str(name), str(target), whole(n), whole(size)) for name, target, n, size in rows]


def segments(translations: Translations) -> int:
    """How many source texts have translations."""
    heads = f"SELECT count(DISTINCT substr(key, 1, {HEAD})) FROM translation"
    return whole(translations.database.read(heads)[0][0])


def hit_rate(translations: Translations) -> float | None:
    """The share of look-ups that found something, from 0 to 1; None where nobody has looked."""
    lookups = translations.figure(LOOKUPS)
    return (translations.figure(HITS) or 0.0) / lookups if lookups else None


def unsound(path: Path) -> list[str]:
    """What is wrong with a SQLite file, in SQLite's words; nothing is changed.

    Raises HeldError where another program shares it with nobody.
    """
    if not path.exists():
        return []
    try:
        # Not read-only: a log that a crash left is taken in, as any reader does.
        with contextlib.closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
            rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    except sqlite3.Error as error:
        if is_held(error):
            raise HeldError(path) from error
        return [str(error)]
    return [str(row[0]) for row in rows if row[0] != "ok"]


def orphans(translations: Translations) -> Orphans:
    """The rows that belong to nothing."""
    ((lost,),) = translations.database.read(
        "SELECT count(*) FROM translation WHERE engine NOT IN (SELECT id FROM engine)"
    )
    ((bare,),) = translations.database.read(
        "SELECT count(*) FROM engine WHERE id NOT IN (SELECT engine FROM translation)"
    )
    return Orphans(whole(lost), whole(bare))


def remove_orphans(translations: Translations) -> None:
    """Removes the rows that belong to nothing."""
    with translations.database.atomic() as connection:
        connection.execute("DELETE FROM translation WHERE engine NOT IN (SELECT id FROM engine)")
        tidy(connection)


def forget(
    translations: Translations,
    *,
    engine: str | None = None,
    target: str | None = None,
    days: int | None = None,
) -> int:
    """Forgets the translations of an engine, into a language, older than so many days; how many."""
    where, parameters = ["1"], []
    if engine is not None:
        where.append("engine IN (SELECT id FROM engine WHERE name = ?)")
        parameters.append(engine)
    if target is not None:
        where.append("target = ?")
        parameters.append(target)
    if days is not None:
        where.append("created < ?")
        parameters.append(str(int(time.time()) - days * DAY))
    clauses = " AND ".join(where)
    with translations.database.atomic() as connection:
        gone = connection.execute(f"DELETE FROM translation WHERE {clauses}", parameters).rowcount
        tidy(connection)
    compact(translations.database)
    return gone


def forget_units(memory: MemoryStore, *, target: str | None = None, days: int | None = None) -> int:
    """Deletes a person's units with their history, those into a language, saved so many days ago; how many.

    Raises NotKeptError.
    """
    before = int(time.time()) - (days or 0) * DAY if days is not None else 1 << 60
    chosen = "SELECT id FROM unit WHERE (?1 IS NULL OR target = ?1) AND saved < ?2"
    with memory.vault.atomic() as connection:
        connection.execute(f"DELETE FROM version WHERE unit IN ({chosen})", (target, before))
        rows = connection.execute(
            f"SELECT id, abstract FROM unit WHERE id IN ({chosen})", (target, before)
        ).fetchall()
        for key, abstract in rows:
            # The index holds no texts: what was put in has to be said again to be taken out.
            connection.execute(
                "INSERT INTO gram (gram, rowid, grams) VALUES ('delete', ?, ?)", (key, indexed(abstract))
            )
            connection.execute("DELETE FROM unit WHERE id = ?", (key,))
    return len(rows)


def indexed(abstract: str) -> str:
    """What the index of the memory was given for an abstract source."""
    from cache.grams import grams_of

    return " ".join(dict.fromkeys(grams_of(abstract)))


def keep_within(translations: Translations, recognitions: Recognitions, limit: int) -> Shrunk | None:
    """Shrinks a cache that is clearly above its limit in bytes (0 for none); None where nothing is done.

    Asking is cheap. The files stay as large as they were: what comes next fills the room in them.
    """
    with contextlib.suppress(sqlite3.OperationalError):
        if limit and used(translations.database) + used(recognitions.database) > CLEARLY * limit:
            return shrink(translations, recognitions, limit, compacted=False)
    return None


def shrink(
    translations: Translations, recognitions: Recognitions, limit: int, *, compacted: bool = True
) -> Shrunk:
    """Brings the bytes in use below a limit: what engines of the past made goes first, then the oldest.

    With ``compacted`` the room is given back to the disk. Raises sqlite3.OperationalError.
    """
    before = used(translations.database) + used(recognitions.database)
    gone = [0, 0]
    if before > limit:
        for number, (database, oldest) in enumerate(
            (
                (translations.database, OLDEST),
                (recognitions.database, "SELECT id FROM recognition ORDER BY id LIMIT ?"),
            )
        ):
            share = ROOM * limit * used(database) / before
            table = "recognition" if number else "translation"
            ((rows,),) = database.read(f"SELECT count(*) FROM {table}")
            step = max(STEP, whole(rows) // 20)
            while used(database) > share:
                with database.atomic() as connection:
                    removed = connection.execute(
                        f"DELETE FROM {table} WHERE id IN ({oldest})", (step,)
                    ).rowcount
                    if not number:
                        tidy(connection)
                gone[number] += removed
                if not removed:
                    break
            if compacted:
                compact(database)
    return Shrunk(gone[0], gone[1], before, used(translations.database) + used(recognitions.database))


# An engine of the past is one of whose name there is a fingerprint with newer translations.
OLDEST = (
    "SELECT t.id FROM translation t JOIN (SELECT e.id, e.name, max(x.id) AS latest FROM engine e"
    " JOIN translation x ON x.engine = e.id GROUP BY e.id) f ON f.id = t.engine"
    " ORDER BY f.latest = (SELECT max(y.id) FROM translation y JOIN engine g ON g.id = y.engine"
    " WHERE g.name = f.name), t.id LIMIT ?"
)


def empty(translations: Translations, recognitions: Recognitions) -> None:
    """Forgets everything; the files stay for those who work with them. Raises sqlite3.OperationalError."""
    with translations.database.atomic() as connection:
        for table in ("translation", "engine", "figure", "command"):
            connection.execute(f"DELETE FROM {table}")
    with recognitions.database.atomic() as connection:
        connection.execute("DELETE FROM recognition")
    compact(translations.database)
    compact(recognitions.database)


def in_use(path: Path) -> bool:
    """Whether another process has a database open: then its file must not be taken away.

    SQLite's log is found by its name: who removed it under a process would leave that one and the next
    with different logs of one file.
    """
    if not path.exists():
        return False
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        return is_held(error)
    return False


def tidy(connection: sqlite3.Connection) -> None:
    """Removes engines that nothing refers to."""
    connection.execute("DELETE FROM engine WHERE id NOT IN (SELECT engine FROM translation)")


def used(database: Database) -> int:
    """The bytes in use in a file, its free pages not counted."""
    ((pages,),) = database.read("PRAGMA page_count")
    ((free,),) = database.read("PRAGMA freelist_count")
    ((size,),) = database.read("PRAGMA page_size")
    return (whole(pages) - whole(free)) * whole(size)


def compact(database: Database) -> None:
    """Gives free pages back to the disk; does not where another process is at work, or there is no room."""
    with contextlib.suppress(sqlite3.OperationalError):
        database.read("VACUUM")
        database.read("PRAGMA wal_checkpoint(TRUNCATE)")


def whole(value: object) -> int:
    """A count as SQLite gives it; NULL is 0."""
    return int(str(value)) if value is not None else 0
