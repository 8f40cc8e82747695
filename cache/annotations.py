"""Bookmarks and notes on the rows of articles."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cache.database import ignore
from cache.vault import Vault

SCHEMA = (
    """
    CREATE TABLE annotation (
        article TEXT NOT NULL,
        segment INTEGER NOT NULL,
        digest BLOB NOT NULL,
        bookmarked INTEGER NOT NULL,
        label TEXT NOT NULL,
        note TEXT NOT NULL,
        saved INTEGER NOT NULL,
        PRIMARY KEY (article, segment, digest)
    ) WITHOUT ROWID
    """,
)
COLUMNS = "article, segment, digest, bookmarked, label, note, saved"
WHERE = "WHERE article = ? AND segment = ? AND digest = ?"


def digest_of(source: str) -> bytes:
    """What a segment's text is known by, 8 bytes."""
    return blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).digest()


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a person put beside a row. ``segment`` is its index in the article, ``digest`` its text's.

    ``label`` names a bookmark, ``saved`` is a Unix time in seconds.
    """

    article: str
    segment: int
    digest: bytes
    bookmarked: bool = False
    label: str = ""
    note: str = ""
    saved: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and the row it is beside now; what is stored may name another index."""

    row: int
    annotation: Annotation


class Annotations:
    """Bookmarks and notes in a file that is made with the first of them.

    ``put`` and ``remove`` raise cache.vault.NotKeptError where nothing can be saved.
    """

    def __init__(
        self, path: Path, notice: Callable[[str], None] = ignore, copies: Path | None = None
    ) -> None:
        self.vault = Vault(path, SCHEMA, notice, copies)

    def close(self) -> None:
        """Closes the file."""
        self.vault.close()

    def put(
        self,
        article: str,
        segment: int,
        source: str,
        *,
        bookmarked: bool,
        label: str = "",
        note: str = "",
        instead_of: Annotation | None = None,
    ) -> Annotation:
        """Sets what is beside a row, all of it; with neither bookmark nor note, nothing is.

        ``instead_of`` is what stood there before, where it was put beside another row or another
        version of the article.
        """
        made = Annotation(
            article, segment, digest_of(source), bookmarked, nfc(label), nfc(note), int(time.time())
        )
        blank = not bookmarked and not made.note.strip()
        if blank and not self.vault.exists:
            return made
        with self.vault.atomic() as connection:
            for old in (made, instead_of):
                if old is not None:
                    connection.execute(f"DELETE FROM annotation {WHERE}", key_of(old))
            if not blank:
                connection.execute(
                    "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (*key_of(made), bookmarked, made.label, made.note, made.saved),
                )
        return made

    def get(self, article: str, segment: int, source: str) -> Annotation | None:
        """What is beside a row whose text is ``source``."""
        rows = self.vault.read(
            f"SELECT {COLUMNS} FROM annotation {WHERE}",
            (article, segment, digest_of(source)),
        )
        return annotation_of(rows[0]) if rows else None

    def placed(self, article: str, texts: Sequence[str], earlier: Sequence[str] = ()) -> list[Placed]:
        """An article's annotations, each beside the row where its text stands now, in order of rows.

        ``texts`` are all segments of the article, ``earlier`` the ids of earlier versions of it. Where
        an annotation's text is gone, it stays at its index, so that nothing is lost from sight; those
        of earlier versions are only shown beside their text.
        """
        places: dict[bytes, list[int]] = {}
        for number, text in enumerate(texts):
            places.setdefault(digest_of(text), []).append(number)
        own = [
            Placed(nearest(places.get(mark.digest, ()), mark.segment, len(texts)), mark)
            for mark in self.stored(article)
        ]
        taken = {(one.row, one.annotation.digest) for one in own}
        for old in earlier:
            for mark in self.stored(old) if old != article else ():
                rows = places.get(mark.digest, ())
                row = nearest(rows, mark.segment, len(texts))
                if rows and (row, mark.digest) not in taken:
                    taken.add((row, mark.digest))
                    own.append(Placed(row, mark))
        return sorted(own, key=lambda one: one.row)

    def stored(self, article: str) -> list[Annotation]:
        """An article's annotations as they were put, in order of their rows."""
        rows = self.vault.read(
            f"SELECT {COLUMNS} FROM annotation WHERE article = ? ORDER BY segment, saved", (article,)
        )
        return [annotation_of(row) for row in rows]

    def all(self) -> list[Annotation]:
        """All annotations of all articles, the latest first."""
        rows = self.vault.read(f"SELECT {COLUMNS} FROM annotation ORDER BY saved DESC, article, segment")
        return [annotation_of(row) for row in rows]

    def remove(self, annotation: Annotation) -> bool:
        """Takes one away; whether it was there."""
        if not self.vault.exists:
            return False
        with self.vault.atomic() as connection:
            gone = connection.execute(f"DELETE FROM annotation {WHERE}", key_of(annotation))
            return gone.rowcount > 0


def key_of(annotation: Annotation) -> tuple[str, int, bytes]:
    """What an annotation is stored under."""
    return annotation.article, annotation.segment, annotation.digest


def nearest(rows: Sequence[int], wanted: int, length: int) -> int:
    """The row nearest to an index; where there is none, the index itself, within the article."""
    return min(rows, key=lambda row: abs(row - wanted), default=min(wanted, max(0, length - 1)))


def nfc(text: str) -> str:
    """A person's words in the form in which they are searched."""
    return unicodedata.normalize("NFC", text)


def annotation_of(row: Sequence[object]) -> Annotation:
    """An annotation from the columns COLUMNS names."""
    article, segment, digest, bookmarked, label, note, saved = row
    assert isinstance(segment, int) and isinstance(digest, bytes) and isinstance(saved, int)
    return Annotation(str(article), segment, digest, bool(bookmarked), str(label), str(note), saved)
