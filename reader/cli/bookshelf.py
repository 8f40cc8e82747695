"""The library on disk, in the form the terminal reader wants."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cache.library import Entry, Positions, Shelf
from cache.places import Places
from seeds.article import Article
from seeds.errors import MissingSource, SourceError, UnreadableSource
from seeds.load import find_sources, load_bytes
from translate.segment import segments_of

if TYPE_CHECKING:
    from reader.tui.library import LibraryItem


class NotOnShelfError(Exception):
    """No article, or more than one, answers to an id."""


class Bookshelf:
    """Articles with the places where reading stopped; ``reader.tui.library.Library`` over two files.

    With ``plain`` all documents are read line by line, those added and those on the shelf.
    """

    def __init__(self, places: Places, notice: Callable[[str], None], *, plain: bool = False) -> None:
        self._shelf = Shelf(places.library, notice)
        self._positions = Positions(places.positions, notice)
        self._plain = plain

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shelf.close()
        self._positions.close()

    def add(self, path: Path) -> tuple[str, Article]:
        """Puts a document on the shelf, or to its front; its id and the article. Raises SourceError."""
        try:
            data = path.read_bytes()
            article = load_bytes(data, path.name, plain=self._plain)
        except FileNotFoundError as error:
            raise MissingSource(str(path)) from error
        except OSError as error:
            raise UnreadableSource(str(path), (error.strerror or str(error)).lower()) from error
        except SourceError as error:
            error.name = str(path)
            raise
        title = article.title or path.name
        return self._shelf.put(path.name, title, len(segments_of(article)), data), article

    def add_samples(self) -> int:
        """Puts the sample articles that come with sanyu on the shelf; how many there are."""
        with as_file(files("seeds") / "articles") as folder:
            # The article added last is listed first.
            samples = sorted(find_sources(folder), reverse=True)
            for sample in samples:
                self.add(sample)
        return len(samples)

    def entries(self) -> list[Entry]:
        """All articles, the one opened last first."""
        return self._shelf.entries()

    def find(self, key: str) -> Entry:
        """The article of an id or of an unambiguous beginning of one. Raises NotOnShelfError."""
        found = [entry for entry in self.entries() if key and entry.id.startswith(key.lower())]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(entry.id for entry in found[:5])
            raise NotOnShelfError(f"{key}: several articles have ids that begin so ({ids}); give more of it.")
        raise NotOnShelfError(f"{key}: no article of the library has this id; sanyu library list shows them.")

    def remove(self, key: str) -> Entry:
        """Takes an article off the shelf and says which it was. Raises NotOnShelfError."""
        entry = self.find(key)
        self._shelf.remove(entry.id)
        return entry

    def items(self) -> Sequence[LibraryItem]:
        """All articles as the terminal reader lists them."""
        from reader.tui.library import LibraryItem

        return [
            LibraryItem(
                entry.id,
                entry.title,
                "",
                time.strftime("%Y-%m-%d", time.localtime(entry.added)),
                entry.segments,
                self.position(entry.id),
            )
            for entry in self.entries()
        ]

    def load(self, item_id: str) -> Article:
        """An article from the shelf, which goes to its front. Raises NotOnShelfError or SourceError."""
        entry = next((entry for entry in self.entries() if entry.id == item_id), None)
        source = None if entry is None else self._shelf.source(entry.id)
        if entry is None or source is None:
            raise NotOnShelfError(f"{item_id}: no article of the library has this id any more.")
        article = load_bytes(source, entry.name, plain=self._plain)
        # Opened again: it goes to the front.
        self._shelf.put(entry.name, entry.title, entry.segments, source)
        return article

    def position(self, item_id: str) -> int:
        """The index of the segment where reading stopped."""
        return self._positions.get(item_id)

    def save_position(self, item_id: str, segment: int, total: int) -> None:
        """Remembers where reading stopped."""
        self._positions.put(item_id, segment, total)


def add_all(shelf: Bookshelf, path: Path, fail: Callable[[str], None]) -> list[tuple[str, Article]]:
    """Puts the documents of a file or folder on the shelf; those that cannot be read are told ``fail``."""
    added = []
    try:
        found = find_sources(path)
    except SourceError as error:
        fail(str(error))
        return []
    for document in reversed(found):
        try:
            added.append(shelf.add(document))
        except SourceError as error:
            fail(str(error))
    return added[::-1]
