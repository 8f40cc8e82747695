"""The lexicon: words with their part of speech, English, Vietnamese and grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from seeds.tables import folder, read_rows
from translate.readings import hanviet

CORE, CEDICT = "core", "cedict"


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word.

    ``number`` is c, u or p (countable, uncountable, always plural) for nouns; ``classifier`` the
    Vietnamese classifier; ``frame`` the codes of what a verb takes or where an adverb stands;
    ``when`` the condition under which this sense goes before the plain one. ``layer`` says how far
    to trust it: ``core`` (written by hand) or ``cedict``.
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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All senses by word, the hand-written ones before the others, and word frequencies."""

    senses: Mapping[str, tuple[Sense, ...]]
    frequencies: Mapping[str, int]

    def __contains__(self, word: str) -> bool:
        return word in self.senses

    def get(self, word: str) -> tuple[Sense, ...]:
        """The senses of a word, none if it is unknown."""
        return self.senses.get(word, ())


def core_senses() -> Iterator[Sense]:
    """The senses written by hand."""
    tables = [t for t in folder("lexicon").iterdir() if t.name.startswith("core") and t.name.endswith(".tsv")]
    for table in sorted(tables, key=lambda t: t.name):
        for _, row in read_rows(table):
            frame = frozenset(filter(None, row["frame"].split(",")))
            yield Sense(
                row["zh"], row["pos"], row["en"], row["vi"], row["num"], row["cl"], frame, row["when"]
            )


def cedict_senses(known: Mapping[str, object]) -> Iterator[Sense]:
    """CC-CEDICT's first senses of the words that are not ``known``, in Vietnamese by their readings."""
    for _, row in read_rows(folder("lexicon").joinpath("cedict.tsv")):
        zh = row["zh"]
        if zh not in known:
            number = "c" if row["pos"] == "n" else ""
            frame = frozenset(("o", "i")) if row["pos"] == "v" else frozenset()
            yield Sense(zh, row["pos"], row["en"], "", number, "", frame, layer=CEDICT)


def vietnamese(sense: Sense) -> str:
    """The sense's Vietnamese: as written, or the word's Hán-Việt reading."""
    return sense.vi or (hanviet(sense.zh) if sense.layer == CEDICT else "")


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with sanyu, loaded once."""
    senses: dict[str, list[Sense]] = {}
    for sense in core_senses():
        senses.setdefault(sense.zh, []).append(sense)
    for sense in cedict_senses(dict.fromkeys(senses)):
        senses.setdefault(sense.zh, []).append(sense)
    frequencies = {
        row["zh"]: int(row["frequency"])
        for _, row in read_rows(folder("lexicon").joinpath("frequencies.tsv"))
    }
    return Lexicon({zh: tuple(all_) for zh, all_ in senses.items()}, frequencies)
