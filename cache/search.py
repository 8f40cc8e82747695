"""Full-text search over the articles of the library. Everything in the index can be made anew."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cache.database import Database, ignore
from cache.search_words import Phrase, Query, Words

SCHEMA = (
    """
    CREATE TABLE line (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL,
        segment INTEGER NOT NULL,
        zh TEXT NOT NULL,
        en TEXT NOT NULL,
        vi TEXT NOT NULL
    );
    CREATE UNIQUE INDEX line_place ON line (article, segment);
    CREATE TABLE whole (article TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE stamp (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
    """,
)
GRAM = "CREATE VIRTUAL TABLE gram USING fts5 (zh, en, vi, content='', tokenize='ascii')"
COLUMNS = "line.id, line.article, line.segment, line.zh, line.en, line.vi"
TARGETS = ("en", "vi")
CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One segment of an article with its translations, empty where there is none."""

    article: str
    segment: int
    zh: str
    en: str = ""
    vi: str = ""


class SearchIndex:
    """Lines by what is written in them. ``words`` says what the words of a text are.

    Where SQLite comes without FTS5 (``is_quick`` False) every line is looked at; the results are
    the same. Usable from several threads; safe with several processes.
    """

    def __init__(self, path: Path, words: Words, notice: Callable[[str], None] = ignore) -> None:
        self.words = words
        self._database = IndexFile(path, words.fingerprint, notice)

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    @property
    def is_quick(self) -> bool:
        """Whether SQLite has an index of words, or all lines are read for each query."""
        return self._database.has_gram

    def check(self) -> None:
        """Where the file is damaged anywhere, it is moved aside with a notice, and an empty one begun."""
        self._database.check()

    def articles(self) -> set[str]:
        """The ids of the articles that are whole in the index."""
        return {str(key) for (key,) in self._database.read("SELECT article FROM whole")}

    def held(self) -> set[str]:
        """The ids of all articles of which anything is in the index."""
        return {str(key) for (key,) in self._database.read("SELECT DISTINCT article FROM line")}

    def lines(self, article: str, limit: int = -1) -> list[Line]:
        """The lines of an article in order, or the first ``limit`` of them."""
        rows = self._database.read(
            f"SELECT {COLUMNS} FROM line WHERE article = ? ORDER BY segment LIMIT ?", (article, limit)
        )
        return [line_of(row) for row in rows]

    def translated(self, article: str) -> int:
        """How many lines of an article have a translation."""
        query = "SELECT count(*) FROM line WHERE article = ? AND (en <> '' OR vi <> '')"
        return int(str(self._database.read(query, (article,))[0][0]))

    def put(self, article: str, lines: Sequence[Line]) -> None:
        """Makes these the lines of an article; translations that stood beside the same texts stay."""
        old = {line.segment: line for line in self.lines(article)}
        with self._database.atomic() as connection:
            connection.execute("DELETE FROM whole WHERE article = ?", (article,))
            self._erase(connection, rows_of(connection, "WHERE article = ?", (article,)))
        # Not all of a book at once: a neighbour may want to write in between.
        for start in range(0, len(lines), CHUNK):
            try:
                with self._database.atomic() as connection:
                    self._insert(connection, [merged(line, old) for line in lines[start : start + CHUNK]])
            except sqlite3.IntegrityError:
                # A neighbour is putting the same article just now.
                return
        if lines:
            with self._database.atomic() as connection:
                connection.execute("INSERT OR IGNORE INTO whole VALUES (?)", (article,))

    def drop(self, article: str) -> None:
        """Takes an article out of the index."""
        self.put(article, ())

    def update(self, lines: Iterable[Line]) -> None:
        """Sets the translations of lines; an empty text leaves what there is."""
        with self._database.atomic() as connection:
            for line in lines:
                line = clean(line)
                here = rows_of(connection, "WHERE article = ? AND segment = ?", (line.article, line.segment))
                old = line_of(here[0]) if here else None
                same = old is not None and old.zh == line.zh
                new = merged_over(line, old) if same and old else line
                if new != old:
                    self._erase(connection, here)
                    self._insert(connection, [new])

    def learn(self, texts: Mapping[tuple[str, str], str]) -> set[str]:
        """Sets translations by (zh, target) wherever such a line is; the ids of the articles changed."""
        sources = {zh for zh, _ in texts}
        changed = [
            Line(line.article, line.segment, line.zh, *(texts.get((line.zh, t), "") for t in TARGETS))
            for line in map(line_of, self._database.read(f"SELECT {COLUMNS} FROM line"))
            if line.zh in sources
        ]
        if changed:
            self.update(changed)
        return {line.article for line in changed}

    def find(self, query: Query, limit: int) -> list[Line]:
        """The best lines for a query: those with all of it in a row first, headlines before the rest."""
        if not query:
            return []
        found: dict[tuple[str, int], Line] = {}
        for phrases in ((query.whole,) if query.whole else (), query.phrases):
            if phrases and len(found) < limit:
                for line in self._matching(phrases, limit):
                    found.setdefault((line.article, line.segment), line)
        return list(found.values())[:limit]

    def stamp(self, name: str) -> str:
        """A word kept with the index, empty where there is none."""
        rows = self._database.read("SELECT value FROM stamp WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else ""

    def set_stamp(self, name: str, value: str) -> None:
        """Keeps a word with the index."""
        with self._database.atomic() as connection:
            connection.execute("INSERT OR REPLACE INTO stamp VALUES (?, ?)", (name, value))

    def _matching(self, phrases: Sequence[Phrase], limit: int) -> Iterator[Line]:
        if self.is_quick:
            rows = self._database.read(
                f"SELECT {COLUMNS} FROM gram JOIN line ON line.id = gram.rowid WHERE gram MATCH ?"
                " ORDER BY bm25(gram) * (1 + (line.segment = 0)), line.article, line.segment LIMIT ?",
                (match_of(phrases), limit),
            )
            yield from map(line_of, rows)
            return
        needles = [phrase.needle for phrase in phrases]
        left = limit
        for line in map(line_of, self._database.read(f"SELECT {COLUMNS} FROM line ORDER BY segment > 0, id")):
            texts = [self.words.joined(text) for text in (line.zh, line.en, line.vi)]
            if left and all(any(needle in text for text in texts) for needle in needles):
                left -= 1
                yield line

    def _erase(self, connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> None:
        """Deletes lines. An index without a copy of its texts has to be told what stood there."""
        if self.is_quick:
            connection.executemany(
                "INSERT INTO gram (gram, rowid, zh, en, vi) VALUES ('delete', ?, ?, ?, ?)",
                [(row[0], *self._joined(line_of(row))) for row in rows],
            )
        connection.executemany("DELETE FROM line WHERE id = ?", [(row[0],) for row in rows])

    def _insert(self, connection: sqlite3.Connection, lines: Iterable[Line]) -> None:
        for line in map(clean, lines):
            made = connection.execute(
                "INSERT INTO line (article, segment, zh, en, vi) VALUES (?, ?, ?, ?, ?)",
                (line.article, line.segment, line.zh, line.en, line.vi),
            ).lastrowid
            if self.is_quick:
                connection.execute(
                    "INSERT INTO gram (rowid, zh, en, vi) VALUES (?, ?, ?, ?)", (made, *self._joined(line))
                )

    def _joined(self, line: Line) -> tuple[str, ...]:
        return tuple(self.words.joined(text) for text in (line.zh, line.en, line.vi))


class IndexFile(Database):
    """The file of the index. Where it was made with other words, or without any, it is emptied."""

    def __init__(self, path: Path, fingerprint: str, notice: Callable[[str], None]) -> None:
        self.has_gram = True
        self._fingerprint = fingerprint
        super().__init__(path, SCHEMA, notice)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        super()._prepare(connection)
        self.has_gram = has_fts5(connection)
        wanted = f"{self._fingerprint} {'gram' if self.has_gram else 'lines'}"
        if self._standing(connection) == wanted:
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again under the lock: a second process may have done it meanwhile.
            if self._standing(connection) != wanted:
                connection.execute("DELETE FROM line")
                connection.execute("DELETE FROM whole")
                connection.execute("DELETE FROM stamp")
                if self.has_gram:
                    connection.execute("DROP TABLE IF EXISTS gram")
                    connection.execute(GRAM)
                connection.execute("INSERT INTO stamp VALUES ('words', ?)", (wanted,))
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    def check(self) -> None:
        """Moves the file aside if any part of it is damaged."""
        with self._lock:
            found = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            try:
                if self.has_gram:
                    self._connection.execute("INSERT INTO gram (gram) VALUES ('integrity-check')")
            except sqlite3.DatabaseError as error:
                found = str(error)
            if found != "ok":
                self._start_again(sqlite3.DatabaseError(f"malformed: {found}"))

    def _standing(self, connection: sqlite3.Connection) -> str:
        row = connection.execute("SELECT value FROM stamp WHERE name = 'words'").fetchone()
        return str(row[0]) if row else ""

    def _begin_anew(self) -> str:
        return "a new one is made from the library"


def has_fts5(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite can index words."""
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.try USING fts5 (text)")
        connection.execute("DROP TABLE temp.try")
    except sqlite3.OperationalError as error:
        if "no such module" in str(error):
            return False
        raise
    return True


def match_of(phrases: Sequence[Phrase]) -> str:
    """Phrases in FTS5's language."""
    return " AND ".join(f'"{" ".join(p.words)}"{" *" if p.is_open else ""}' for p in phrases)


def rows_of(
    connection: sqlite3.Connection, where: str, parameters: Sequence[object]
) -> list[tuple[object, ...]]:
    """Lines within a transaction."""
    return connection.execute(f"SELECT {COLUMNS} FROM line {where}", parameters).fetchall()


def line_of(row: Sequence[object]) -> Line:
    """A line from the columns COLUMNS names."""
    _, article, segment, zh, en, vi = row
    return Line(str(article), int(str(segment)), str(zh), str(en), str(vi))


def merged(line: Line, old: Mapping[int, Line]) -> Line:
    """A line with the translations that stood beside the same text at the same place."""
    before = old.get(line.segment)
    return merged_over(before, line) if before is not None and before.zh == clean(line).zh else line


def merged_over(line: Line, below: Line) -> Line:
    """A line whose empty translations are those of another with the same text."""
    return Line(line.article, line.segment, line.zh, line.en or below.en, line.vi or below.vi)


def clean(line: Line) -> Line:
    """The line as SQLite takes it."""
    return Line(line.article, line.segment, storable(line.zh), storable(line.en), storable(line.vi))


def storable(text: str) -> str:
    """The text with half characters replaced, of the same length."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
