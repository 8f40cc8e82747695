"""The full-text index kept in step with the library: what is added, translated and edited."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from cache.database import is_damage
from cache.library import Shelf
from cache.places import Places
from translate.row import Row

if TYPE_CHECKING:
    # Reading starts without them.
    from cache.search import Line, SearchIndex
    from cache.search_words import Query, Words

# As many rows are written at a time. What is left of a book when one leaves is found by the next
# catching up, among the translations and edits that are kept anyway.
AT_ONCE = 500
# What is noted waits so long, in seconds, before it is written; where writing takes long, so many
# times longer: reading goes first.
PAUSE, PATIENCE = 1.0, 20


def search_words() -> Words:
    """Texts cut into words, both Chinese scripts alike."""
    from cache.search_words import Words
    from translate.script import VARIANTS
    from translate.shapes import simplified_table

    return Words({**simplified_table(), **{chr(odd): usual for odd, usual in VARIANTS.items()}})


class Indexing:
    """Opens the index when it is first wanted. Methods may be called from any thread."""

    def __init__(self, places: Places, shelf: Shelf, notice: Callable[[str], None], *, plain: bool) -> None:
        self._places = places
        self._shelf = shelf
        self._notice = notice
        self._plain = plain
        self._opened: SearchIndex | None = None
        self._opening = threading.Lock()
        self._catching_up = threading.Lock()
        self._progress: tuple[int, int] | None = None
        self._noted: dict[tuple[str, int], Row] = {}
        self._noting = threading.Lock()
        self._writer: threading.Thread | None = None
        self._ending = threading.Event()

    def close(self) -> None:
        """Writes what was noted and closes the file."""
        self._ending.set()
        if self._writer is not None:
            self._writer.join()
        self.flush()
        if self._opened is not None:
            self._opened.close()

    @property
    def index(self) -> SearchIndex:
        """The index itself."""
        with self._opening:
            if self._opened is None:
                from cache.search import SearchIndex

                self._opened = SearchIndex(self._places.search, search_words(), self._notice)
            return self._opened

    def find(self, query: Query, limit: int) -> list[Line]:
        """The best lines for a query."""
        return self.index.find(query, limit)

    # What is read just now

    def note(self, key: str, rows: Iterable[Row]) -> None:
        """Rows of an article as they are now; they are written in a while, in a thread of their own."""
        with self._noting:
            self._noted.update(((key, row.segment.index), row) for row in rows)
            if self._writer is None and self._noted:
                self._writer = threading.Thread(target=self._write, name="sanyu-index", daemon=True)
                self._writer.start()

    def flush(self) -> None:
        """Writes what was noted, the first so many. Trouble is a notice: it can all be made anew."""
        with self._noting:
            noted = dict(islice(self._noted.items(), AT_ONCE))
            for place in noted:
                del self._noted[place]
        if not noted:
            return
        from reader.cli.catching_up import describe, line_of

        try:
            self.index.update(line_of(key, row) for (key, _), row in noted.items())
            for key in {key for key, _ in noted}:
                describe(self.index, self._shelf, key)
        except sqlite3.Error as error:
            self._notice(f"{self._places.search} cannot be written ({error}); searching may not find all.")

    def _write(self) -> None:
        pause = PAUSE
        while not self._ending.wait(pause):
            start = time.monotonic()
            self.flush()
            pause = max(PAUSE, PATIENCE * (time.monotonic() - start))

    # What has been done elsewhere

    def catch_up(self, stop: Callable[[], bool], fail: Callable[[str], None]) -> Iterator[tuple[int, int]]:
        """Takes in what is missing; yields how many articles are done, and of how many.

        ``stop`` is asked between articles; articles that cannot be read are told ``fail``.
        """
        while not self._catching_up.acquire(timeout=0.1):
            # Another thread is at it.
            if stop():
                return
            if self._progress is not None:
                yield self._progress
        try:
            for progress in self._persistently(stop, fail):
                self._progress = progress
                yield progress
        finally:
            self._progress = None
            self._catching_up.release()

    def _persistently(
        self, stop: Callable[[], bool], fail: Callable[[str], None]
    ) -> Iterator[tuple[int, int]]:
        from reader.cli.catching_up import CatchingUp

        catching_up = CatchingUp(self.index, self._shelf, self._places, self._notice, plain=self._plain)
        try:
            yield from catching_up.run(stop, fail)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            # Found damaged while it was written: reading all of it moves it aside, with a notice.
            self.index.check()
            yield from catching_up.run(stop, fail)
