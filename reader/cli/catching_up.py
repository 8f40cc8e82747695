"""The full-text index catches up with the library: what was added, translated and edited elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cache.library import Entry, Shelf
from cache.places import Places
from cache.search import Line, SearchIndex
from cache.translations import Translations
from seeds.errors import SourceError
from seeds.load import load_bytes
from translate.row import Row, Target
from translate.segment import segments_of

if TYPE_CHECKING:
    from translate.memory.memory import TranslationMemory

TOGETHER = 250


class CatchingUp:
    """One comparison of the index with library, translations and memory. Raises sqlite3.Error."""

    def __init__(
        self, index: SearchIndex, shelf: Shelf, places: Places, notice: Callable[[str], None], *, plain: bool
    ) -> None:
        self._index = index
        self._shelf = shelf
        self._places = places
        self._notice = notice
        self._plain = plain

    def run(self, stop: Callable[[], bool], fail: Callable[[str], None]) -> Iterator[tuple[int, int]]:
        """Takes in what is missing; yields how many articles are done, and of how many.

        ``stop`` is asked between articles; articles that cannot be read are told ``fail``.
        """
        now = int(time.time())
        entries = self._shelf.entries()
        whole = self._index.articles()
        ids = {entry.id for entry in entries}
        for key in self._index.held() - ids:
            self._index.drop(key)
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
                        self._index.put(entry.id, edited(lines, memory))
                        describe(self._index, self._shelf, entry.id)
                    yield number, len(missing)
        finally:
            if memory is not None:
                memory.close()
        if self._index.stamp("drafts") != str(now):
            self._index.set_stamp("drafts", str(now))

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
        since = self._index.stamp("drafts")
        drafts = self._drafts(int(since)) if since else {}
        changed = self._index.learn(drafts) if drafts else set()
        for key in changed:
            describe(self._index, self._shelf, key)
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
        is_news = stamp != self._index.stamp("edits")
        for key in keys if is_news else drafted:
            lines = self._index.lines(key)
            if (changed := edited(lines, memory)) != lines:
                self._index.update(changed)
                describe(self._index, self._shelf, key)
        if is_news:
            self._index.set_stamp("edits", stamp)


def describe(index: SearchIndex, shelf: Shelf, key: str) -> None:
    """Tells the library how much of an article is translated, and how its title reads."""
    entry = shelf.entry(key)
    if entry is None:
        return
    en, vi = titles(entry.title, index.lines(key, 12))
    known = (entry.title_en, entry.title_vi, entry.translated)
    told = (en or entry.title_en, vi or entry.title_vi, index.translated(key))
    if told != known:
        shelf.describe(key, title_en=told[0], title_vi=told[1], translated=told[2])


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
