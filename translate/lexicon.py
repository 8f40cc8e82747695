"""The lexicon: words with their part of speech, English, Vietnamese and grammar."""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, filterfalse

from seeds.tables import folder, read_cells, read_columns
from translate.foreign import COSTS, is_foreign_name
from translate.readings import hanviet, pinyin

CORE, DERIVED, CEDICT = "core", "derived", "cedict"


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word.

    ``number`` is c, u or p (countable, uncountable, always plural) for nouns; ``classifier`` the
    Vietnamese classifier; ``frame`` the codes of what a verb takes or where an adverb stands;
    ``when`` the condition under which this sense goes before the plain one. ``layer`` says how far
    to trust it: ``core`` (written by hand), ``derived`` (a word of the dictionary whose Vietnamese a
    script found) or ``cedict``.
    """

    zh: str
    pos: str
    en: str
    vi: str
    number: str = ""
    classifier: str = ""
    frame: frozenset[str] = frozenset()
    when: str = ""
    layer: str = CORE


class Lexicon:
    """Senses by word, the hand-written ones before the dictionary's, and word frequencies.

    Rows become senses when a word is first asked for: of some hundred thousand, an article needs few.
    """

    def __init__(
        self,
        core: Mapping[str, Sequence[Sequence[str]]],
        dictionary: Mapping[str, tuple[str, str]],
        derived: Mapping[str, str],
        frequencies: Mapping[str, int],
    ) -> None:
        self._core = core
        self._dictionary = dictionary
        self._derived = derived
        self.frequencies = frequencies
        self._senses: dict[str, tuple[Sense, ...]] = {}

    def __len__(self) -> int:
        return len(self._core.keys() | self._dictionary.keys())

    def __contains__(self, word: str) -> bool:
        return word in self._core or word in self._dictionary

    def words(self) -> Iterator[str]:
        """All words, the hand-written ones first."""
        return chain(self._core, filterfalse(self._core.__contains__, self._dictionary))

    def core_words(self) -> Collection[str]:
        """The words that somebody wrote an entry for."""
        return self._core.keys()

    def parts_of_speech(self, word: str) -> set[str]:
        """The parts of speech of a word."""
        rows = self._core.get(word)
        if rows is not None:
            return {row[1] for row in rows}
        row = self._dictionary.get(word)
        return {row[0]} if row else set()

    def gloss(self, word: str) -> str:
        """What the dictionary says of a word, even where somebody wrote an entry for it; empty if nothing."""
        row = self._dictionary.get(word)
        return row[1] if row else ""

    def get(self, word: str) -> tuple[Sense, ...]:
        """The senses of a word, none if it is unknown. The dictionary speaks only where nobody wrote."""
        senses = self._senses.get(word)
        if senses is None:
            rows = self._core.get(word)
            if rows is not None:
                senses = tuple(core_sense(row) for row in rows)
            else:
                row = self._dictionary.get(word)
                # Alone, a character that spells sounds is part of some name.
                vi = self._derived.get(word, "")
                senses = (dictionary_sense(word, *row, vi),) if row and word not in COSTS else ()
            self._senses[word] = senses
        return senses


def core_sense(row: Sequence[str]) -> Sense:
    """A row of the core lexicon as a sense."""
    zh, pos, en, vi, number, classifier, frame, when = (*row, "", "", "", "", "", "")[:8]
    return Sense(zh, pos, en, vi, number, classifier, frozenset(filter(None, frame.split(","))), when)


# What CC-CEDICT adds to a name: Athens, capital of Greece.
GAZETTEER = re.compile(r", (?:capital|city|town|province|state|US state|a |an |the |[A-Z]).*| \(.*")

# Languages, peoples, schools, sciences, days: English writes them like names, Vietnamese does not.
NO_NAMES = frozenset("语文人徒派科义佬族日份学")


def dictionary_sense(zh: str, pos: str, en: str, vi: str) -> Sense:
    """A row of CC-CEDICT as a sense; its Vietnamese ``vi`` or its reading, of a name its English."""
    en = en.removeprefix("state of ")
    if en[:1].isupper():
        en = GAZETTEER.sub("", en)
        if is_foreign(zh, en):
            return Sense(zh, "n", en, en, "u", layer=CEDICT)
    number = "c" if pos == "n" else ""
    frame = frozenset(("o", "i")) if pos == "v" else frozenset()
    return Sense(zh, pos, en, vi, number, "", frame, layer=DERIVED if vi else CEDICT)


def is_foreign(zh: str, name: str) -> bool:
    """Whether a proper name comes from no Chinese word: Jerusalem, but not 福州, Fuzhou."""
    if pinyin(zh) == name.lower().replace(" ", ""):
        return False
    if is_foreign_name(zh.rstrip("州省市县队族语湾岛山河湖")):
        return True
    if zh[-1] in NO_NAMES or zh.startswith("礼拜") or not name.isalpha():
        return False
    return len(zh) > 2 and not name.lower().startswith(pinyin(zh[:1]))


def vietnamese(sense: Sense) -> str:
    """The sense's Vietnamese: as written, or the word's Hán-Việt reading."""
    return sense.vi or (hanviet(sense.zh) if sense.layer == CEDICT else "")


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with sanyu, loaded once."""
    with no_collection():
        return read_lexicon()


@contextmanager
def no_collection() -> Iterator[None]:
    """Holds the garbage collector: it would look through a hundred thousand new rows again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_lexicon() -> Lexicon:
    """The tables of ``seeds/lexicon``."""
    lexicon = folder("lexicon")
    core: dict[str, list[list[str]]] = {}
    tables = [table for table in lexicon.iterdir() if table.name.startswith("core")]
    for table in sorted(tables, key=lambda t: t.name):
        for row in read_cells(table):
            core.setdefault(row[0], []).append(row)
    words, tags, english = read_columns(lexicon.joinpath("cedict.tsv"), 3)
    rows = zip(words, zip(tags, english, strict=True), strict=True)
    # 三次 is no word of its own but a number and what it counts.
    dictionary = {word: row for word, row in rows if row[0] != "m" or len(word) == 1}
    derived: dict[str, str] = {}
    for name in ("compounds.tsv", "hanviet.tsv"):
        derived.update(zip(*read_columns(lexicon.joinpath(name), 2), strict=True))
    words, counts = read_columns(lexicon.joinpath("frequencies.tsv"), 2)
    return Lexicon(core, dictionary, derived, dict(zip(words, map(int, counts), strict=True)))
