"""The library on disk, in the form the terminal reader wants."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cache.annotations import Annotations
from cache.library import Entry, Kept, Position, Positions, Shelf
from cache.places import Places
from reader.cli.indexing import Indexing
from seeds.article import Article
from seeds.errors import SourceError
from seeds.load import bytes_of, find_sources, load_bytes
from translate.row import Row
from translate.segment import segments_of

if TYPE_CHECKING:
    from reader.tui.library import Added, Hit, LibraryItem

LONGEST_NAME = 60
QUARTER = 15 * 60
# What a file name cannot hold, or would be taken for a folder or a suffix.
UNNAMABLE = re.compile(r"[\\/:*?\"<>|.\x00-\x1f\x7f]+")


class NotOnShelfError(Exception):
    """No article, or more than one, answers to an id; ``name`` is what was asked for."""

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(message)
        self.name = name


class Bookshelf:
    """Articles with the places where reading stopped; ``reader.tui.library.Library`` over two files.

    With ``plain`` all documents are read line by line, those added and those on the shelf.
    """

    def __init__(self, places: Places, notice: Callable[[str], None], *, plain: bool = False) -> None:
        self._shelf = Shelf(places.library, notice)
        self._positions = Positions(places.positions, notice)
        self._places = places
        self._notice = notice
        self._plain = plain
        self._removed: list[Kept] = []
        self.indexing = Indexing(places, self._shelf, notice, plain=plain)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.indexing.close()
        self._shelf.close()
        self._positions.close()

    @property
    def refusal(self) -> str:
        """Why nothing put here outlives this run, as a sentence; empty where it does."""
        return self._shelf.refusal

    def add(self, path: Path) -> tuple[str, Article]:
        """Puts a document on the shelf, or to its front; its id and the article. Raises SourceError."""
        try:
            data = bytes_of(path)
            article = load_bytes(data, path.name, plain=self._plain)
        except SourceError as error:
            error.name = str(path)
            raise
        title = article.title or path.name
        key = self._shelf.put(path.name, title, len(segments_of(article)), data, article.date or "")
        return key, article

    def add_text(self, text: str) -> str:
        """Puts a text on the shelf, named by its first line; its id. Raises SourceError."""
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        data = text.encode("utf-8", "replace")
        name = (UNNAMABLE.sub(" ", first).strip()[:LONGEST_NAME].strip() or "text") + ".txt"
        article = load_bytes(data, name, plain=self._plain)
        title = first if article.title == Path(name).stem else article.title
        return self._shelf.put(name, title or name, len(segments_of(article)), data, article.date or "")

    def add_files(self, path: Path, stop: Callable[[], bool]) -> Iterator[Added]:
        """Puts the documents of a file or folder on the shelf, one by one until ``stop`` says so."""
        from reader.tui.library import Added

        try:
            found = find_sources(path.expanduser())
        except SourceError as error:
            yield Added(failures=(error,))
            return
        for document in reversed(found):
            if stop():
                return
            try:
                yield Added((self.add(document)[0],))
            except SourceError as error:
                yield Added(failures=(error,))

    def add_samples(self) -> int:
        """Puts the sample articles that come with sanyu on the shelf; how many there are."""
        from importlib.resources import as_file, files

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
        raise NotOnShelfError(
            f"{key}: no article of the library has this id; sanyu library list shows them.", key
        )

    def remove(self, key: str) -> Entry:
        """Takes an article off the shelf and says which it was. Raises NotOnShelfError."""
        entry = self.find(key)
        self._shelf.remove(entry.id)
        return entry

    def take_out(self, item_id: str) -> None:
        """Takes an article off the shelf, so that it can be put back. Raises NotOnShelfError."""
        source = self._shelf.source(item_id)
        entry = self.remove(item_id)
        if source is not None:
            self._removed.append(Kept(entry, source))

    def put_back(self) -> str | None:
        """Puts the article that was taken out last back as it was; its id."""
        if not self._removed:
            return None
        kept = self._removed[-1]
        self._shelf.put_back(kept)
        self._removed.pop()
        return kept.entry.id

    def items(self) -> Sequence[LibraryItem]:
        """All articles as the terminal reader lists them."""
        positions, bookmarks = self._positions.all(), self.bookmarks()
        return [item_of(entry, positions.get(entry.id), bookmarks[entry.id]) for entry in self.entries()]

    def bookmarks(self) -> Counter[str]:
        """How many bookmarks each article has."""
        annotations = Annotations(self._places.annotations, self._notice, self._places.backups)
        try:
            return Counter(mark.article for mark in annotations.all() if mark.bookmarked)
        finally:
            annotations.close()

    def load(self, item_id: str) -> Article:
        """An article from the shelf, which goes to its front. Raises NotOnShelfError or SourceError."""
        entry = self._shelf.entry(item_id)
        source = None if entry is None else self._shelf.source(entry.id)
        if entry is None or source is None:
            raise NotOnShelfError(f"{item_id}: no article of the library has this id any more.", item_id)
        article = load_bytes(source, entry.name, plain=self._plain)
        self._shelf.touch(entry.id)
        return article

    def last(self) -> str | None:
        """The article in which a place was saved last."""
        there = {entry.id for entry in self.entries()}
        read = [(place.saved, key) for key, place in self._positions.all().items() if key in there]
        return max(read)[1] if read else None

    def note(self, item_id: str, rows: Iterable[Row]) -> None:
        """Takes in rows that were translated or edited; returns at once."""
        self.indexing.note(item_id, rows)

    def catch_up(
        self, stop: Callable[[], bool] = lambda: False, fail: Callable[[str], None] = lambda message: None
    ) -> Iterator[tuple[int, int]]:
        """Makes what is missing in the search index; yields how many articles are done, and of how many."""
        self.indexing.flush()
        yield from self.indexing.catch_up(stop, fail)

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """The best segments for what was typed, in whatever language."""
        from reader.tui.library import Hit, Passage

        words = self.indexing.index.words
        query = words.query(text)
        lines = self.indexing.find(query, limit)
        entries = {key: self._shelf.entry(key) for key in {line.article for line in lines}}
        items = {key: item_of(entry, None, 0) for key, entry in entries.items() if entry is not None}
        hits = []
        for line in lines:
            if line.article not in items:
                continue
            texts = (("zh", line.zh), ("en", line.en), ("vi", line.vi))
            passages = [Passage(name, text, tuple(words.spans(text, query))) for name, text in texts if text]
            passages.sort(key=lambda passage: not passage.spans)
            hits.append(Hit(items[line.article], line.segment, tuple(passages)))
        return hits

    def position(self, item_id: str) -> int:
        """The index of the segment where reading stopped."""
        return self._positions.get(item_id)

    def save_position(self, item_id: str, segment: int, total: int) -> None:
        """Remembers where reading stopped."""
        self._positions.put(item_id, segment, total)


def item_of(entry: Entry, place: Position | None, bookmarks: int) -> LibraryItem:
    """An entry as the terminal reader lists it."""
    from reader.tui.library import LibraryItem

    return LibraryItem(
        entry.id,
        entry.title,
        entry.title_en,
        day(entry.added),
        entry.segments,
        place.segment if place is not None else 0,
        title_vi=entry.title_vi,
        name=entry.name,
        date=entry.date,
        opened=day(entry.opened),
        moment=entry.opened,
        moment_added=entry.added,
        translated=entry.translated,
        bookmarks=bookmarks,
    )


def day(seconds: int) -> str:
    """A Unix time as a date of here."""
    return day_of_quarter(seconds // QUARTER)


@lru_cache(maxsize=4096)
def day_of_quarter(quarter: int) -> str:
    """The date of a quarter of an hour: clocks everywhere differ by whole ones."""
    return time.strftime("%Y-%m-%d", time.localtime(quarter * QUARTER))


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
