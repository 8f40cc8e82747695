"""The full-text index kept in step with the library: what is added, translated and edited."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from cache.database import is_damage
from cache.library import Entry, Shelf
from cache.places import Places
from cache.search import Line, SearchIndex
from cache.search_words import Query, Words
from cache.translations import Translations
from seeds.errors import SourceError
from seeds.load import load_bytes
from translate.row import Row, Target
from translate.script import VARIANTS
from translate.segment import segments_of
from translate.shapes import simplified_table

if TYPE_CHECKING:
    from translate.memory.memory import TranslationMemory

TOGETHER = 250
# As many rows are written at a time. What is left of a book when one leaves is found by the next
# catching up, among the translations and edits that are kept anyway.
AT_ONCE = 500
# What is noted waits so long, in seconds, before it is written; where writing takes long, so many
# times longer: reading goes first.
PAUSE, PATIENCE = 1.0, 20


def search_words() -> Words:
    """Texts cut into words, both Chinese scripts alike."""
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
        try:
            self.index.update(line_of(key, row) for (key, _), row in noted.items())
            for key in {key for key, _ in noted}:
                self._describe(key)
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
        try:
            yield from self._catch_up(stop, fail)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            # Found damaged while it was written: reading all of it moves it aside, with a notice.
            self.index.check()
            yield from self._catch_up(stop, fail)

    def _catch_up(self, stop: Callable[[], bool], fail: Callable[[str], None]) -> Iterator[tuple[int, int]]:
        now = int(time.time())
        entries = self._shelf.entries()
        whole = self.index.articles()
        ids = {entry.id for entry in entries}
        for key in self.index.held() - ids:
            self.index.drop(key)
        missing = [entry for entry in entries if entry.id not in whole]
        memory = self._memory()
        try:
            changed = self._learn_drafts()
            self._learn_edits(memory, whole & ids, changed & ids)
            for start in range(0, len(missing), TOGETHER):
                some = missing[start : start + TOGETHER]
                loaded = {}
                for entry in some:
                    if stop():
                        return
                    if lines := self._load(entry, fail):
                        loaded[entry.id] = lines
                drafts = self._drafts(0, {line.zh for lines in loaded.values() for line in lines})
                for number, entry in enumerate(some, start + 1):
                    if stop():
                        return
                    if entry.id in loaded:
                        lines = [with_drafts(line, drafts) for line in loaded.pop(entry.id)]
                        self.index.put(entry.id, edited(lines, memory))
                        self._describe(entry.id)
                    yield number, len(missing)
        finally:
            if memory is not None:
                memory.close()
        if self.index.stamp("drafts") != str(now):
            self.index.set_stamp("drafts", str(now))

    def _load(self, entry: Entry, fail: Callable[[str], None]) -> list[Line]:
        source = self._shelf.source(entry.id)
        if source is None:
            return []
        try:
            article = load_bytes(source, entry.name, plain=self._plain)
        except SourceError as error:
            fail(str(error))
            return []
        if article.date and not entry.date:
            self._shelf.describe(entry.id, date=article.date)
        return [Line(entry.id, segment.index, segment.text) for segment in segments_of(article)]

    def _drafts(self, since: int, wanted: Collection[str] | None = None) -> dict[tuple[str, str], str]:
        """The latest machine translations of texts by (zh, target); of all texts where none are named."""
        if not self._places.translations.exists():
            return {}
        latest: dict[tuple[str, str], tuple[int, str]] = {}
        translations = Translations(self._places.translations, self._notice)
        try:
            for zh, target, text, created in translations.made_since(since):
                if (wanted is None or zh in wanted) and created >= latest.get((zh, target), (0, ""))[0]:
                    latest[zh, target] = created, text
        finally:
            translations.close()
        return {place: text for place, (_, text) in latest.items()}

    def _learn_drafts(self) -> set[str]:
        """Takes in what was translated since the last time, by whatever command; the articles changed."""
        since = self.index.stamp("drafts")
        drafts = self._drafts(int(since)) if since else {}
        changed = self.index.learn(drafts) if drafts else set()
        for key in changed:
            self._describe(key)
        return changed

    def _memory(self) -> TranslationMemory | None:
        """What people wrote, where anybody did."""
        if not self._places.memory.exists():
            return None
        from translate.memory.memory import TranslationMemory

        return TranslationMemory(self._places.memory, self._notice, self._places.backups)

    def _learn_edits(
        self, memory: TranslationMemory | None, keys: Iterable[str], drafted: Iterable[str]
    ) -> None:
        """Takes in what people wrote since the last time, and lets it win over what was ``drafted``."""
        stamp = str(memory.counts().versions) if memory is not None else ""
        is_news = stamp != self.index.stamp("edits")
        for key in keys if is_news else drafted:
            lines = self.index.lines(key)
            if (changed := edited(lines, memory)) != lines:
                self.index.update(changed)
                self._describe(key)
        if is_news:
            self.index.set_stamp("edits", stamp)

    def _describe(self, key: str) -> None:
        """Tells the library how much of an article is translated, and how its title reads."""
        entry = self._shelf.entry(key)
        if entry is None:
            return
        en, vi = titles(entry.title, self.index.lines(key, 12))
        known = (entry.title_en, entry.title_vi, entry.translated)
        told = (en or entry.title_en, vi or entry.title_vi, self.index.translated(key))
        if told != known:
            self._shelf.describe(key, title_en=told[0], title_vi=told[1], translated=told[2])


def line_of(key: str, row: Row) -> Line:
    """A row as a line of the index."""
    en, vi = (row.cells[target].text if target in row.cells else "" for target in (Target.EN, Target.VI))
    return Line(key, row.segment.index, row.segment.text, en, vi)


def titles(title: str, lines: Sequence[Line]) -> tuple[str, str]:
    """A title's translations: those of the lines that it consists of, empty where one is missing."""
    wanted = "".join(title.split())
    for start in range(len(lines)):
        rest, some = wanted, []
        for line in lines[start:]:
            text = "".join(line.zh.split())
            if not text or not rest.startswith(text):
                break
            rest = rest[len(text) :]
            some.append(line)
        if some and not rest:
            en = " ".join(line.en for line in some) if all(line.en for line in some) else ""
            vi = " ".join(line.vi for line in some) if all(line.vi for line in some) else ""
            return en, vi
    return "", ""


def with_drafts(line: Line, drafts: Mapping[tuple[str, str], str]) -> Line:
    """A line with the machine translations known of its text."""
    en, vi = (drafts.get((line.zh, target.value), "") for target in (Target.EN, Target.VI))
    return Line(line.article, line.segment, line.zh, en, vi)


def edited(lines: list[Line], memory: TranslationMemory | None) -> list[Line]:
    """An article's lines with what people wrote in place of the drafts."""
    if memory is None or memory.is_empty:
        return lines
    from translate.memory.passage import Passage

    texts = ["", *(line.zh for line in lines), ""]
    passages = [
        Passage(zh, *around)
        for zh, around in zip(texts[1:-1], zip(texts, texts[2:], strict=False), strict=False)
    ]
    standing = zip(*(memory.standing_all(passages, target) for target in (Target.EN, Target.VI)), strict=True)
    return [
        Line(
            line.article,
            line.segment,
            line.zh,
            *(
                unit.text or draft if unit else draft
                for unit, draft in zip(units, (line.en, line.vi), strict=True)
            ),
        )
        for line, units in zip(lines, standing, strict=True)
    ]
