"""What the terminal reader wants of a library of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from seeds.article import Article
from translate.row import Row


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """An article in the library.

    The titles in other languages are empty and ``segments`` 0 while they are not known. ``added``,
    ``opened`` and ``date`` (that of the page, which may be unknown) are ISO dates; ``moment`` and
    ``moment_added`` are the Unix times by which the first two are sorted. ``position`` is the index
    of the segment where one stopped reading, ``translated`` counts the segments with a translation.
    """

    id: str
    title: str
    title_en: str
    added: str
    segments: int
    position: int
    title_vi: str = ""
    name: str = ""
    date: str = ""
    opened: str = ""
    moment: int = 0
    moment_added: int = 0
    translated: int = 0
    bookmarks: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in one language (zh, en, vi), and where in it what was searched for stands (offsets)."""

    language: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment that search found; ``passages`` are its texts, those with the words themselves first.

    Of the ``item``, place and bookmarks are left out.
    """

    item: LibraryItem
    segment: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of what was to be added: ids, and an error for each failure."""

    ids: tuple[str, ...] = ()
    failures: tuple[Exception, ...] = ()


class Library(Protocol):
    """Articles by id, with the place where reading stopped.

    ``add``, ``search`` and ``catch_up`` are called from threads, the others from the app's own.
    What these methods raise has a message that people can read and that names the article.
    """

    def items(self) -> Sequence[LibraryItem]:
        """All articles, the one opened last first."""
        ...

    def load(self, item_id: str) -> Article:
        """An article, which is thereby opened."""
        ...

    def last(self) -> str | None:
        """The article that was being read last, if any was."""
        ...

    def position(self, item_id: str) -> int:
        """The index of the segment where reading stopped; 0 if the article is new."""
        ...

    def save_position(self, item_id: str, segment: int, total: int) -> None:
        """Remember the index of the segment being read, and how many there are."""
        ...

    def note(self, item_id: str, rows: Iterable[Row]) -> None:
        """Take in rows that were translated or edited, for the list and for search. Returns at once."""
        ...

    def add_files(self, path: Path, stop: Callable[[], bool]) -> Iterator[Added]:
        """Add a file, or the documents of a folder one by one until ``stop`` says so."""
        ...

    def add_text(self, text: str) -> str:
        """Add a text as an article that is named by its first line; its id."""
        ...

    def take_out(self, item_id: str) -> None:
        """Remove an article."""
        ...

    def put_back(self) -> str | None:
        """Undo the latest removal that was not undone; the article's id, or None if there is none."""
        ...

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """The best segments for what was typed, in whatever language."""
        ...

    def catch_up(self, stop: Callable[[], bool]) -> Iterator[tuple[int, int]]:
        """Make what is missing in the search index; yields how many articles are done, and of how many."""
        ...
