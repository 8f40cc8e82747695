"""Fields: what a ministry, institute or conference is for, put together from the lexicon's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.lexicon import CORE, Lexicon, vietnamese
from translate.words import Segmenter

JOINERS = frozenset("和与及、")
NO_FIELD = frozenset("的是在了不将对向第各有该这那其上下")


@dataclass(frozen=True, slots=True)
class Field:
    """A field in both languages."""

    en: str
    vi: str


class Fields:
    """Reads rows of words as the name of a field."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._segmenter = segmenter

    def listed(self, words: str, *, in_a_row: bool = True) -> Field | None:
        """Nouns as a list: Culture, Sports and Tourism. None where a word is no noun.

        ``in_a_row`` says that nouns may follow each other without an and.
        """
        due = True
        english: list[str] = []
        vietnamese_: list[str] = []
        quality: Field | None = None
        for word in self._words(words):
            if word in JOINERS:
                due = True
                continue
            if not (due or in_a_row):
                return None
            due = False
            found = self._sense(word, "n")
            if found is None:
                quality, due = self._sense(word, "ab"), True
                if quality is None:
                    return None
                continue
            if quality is not None:
                found = Field(f"{quality.en} {found.en}", f"{found.vi} {quality.vi}")
                quality = None
            english.append(titled(found.en))
            vietnamese_.append(upper_first(found.vi))
        if not english or quality is not None:
            return None
        return Field(row(english, "and"), row(vietnamese_, "và"))

    def attributive(self, words: str) -> Field | None:
        """Words before a noun, adjectives if possible: National Diplomatic, ngoại giao toàn quốc."""
        english: list[str] = []
        vietnamese_: list[str] = []
        for word in self._words(words):
            found = self._sense(word, "b") or self._sense(word, "na")
            if found is None:
                return None
            english.append(titled(found.en))
            vietnamese_.insert(0, found.vi)
        if not english:
            return None
        return Field(" ".join(english), " ".join(vietnamese_))

    def qualities(self, words: str) -> Field | None:
        """Words joined by 、 and 和 before a noun: Economic, Cultural and so on. None if one is unknown."""
        english: list[str] = []
        vietnamese_: list[str] = []
        for part in re.split("[和与及、]", words):
            field = self.attributive(part) if part else None
            if field is None:
                return None
            # 科技 is two in English: scientific and technological.
            english += field.en.split(" and ")
            vietnamese_.append(field.vi)
        return Field(row(english, "and"), row(vietnamese_, "và"))

    def _words(self, words: str) -> list[str]:
        if not NO_FIELD.isdisjoint(words):
            return ["的"]
        found = [words[start:end] for start, end in self._segmenter.spans(words)]
        # Single characters are pieces of a name that is none of ours: 云, 南, 省.
        return ["的"] if any(len(word) == 1 and word not in JOINERS for word in found) else found

    def _sense(self, word: str, pos: str) -> Field | None:
        for sense in self._lexicon.get(word):
            if sense.pos in pos and sense.layer == CORE and sense.en and sense.vi:
                return Field(sense.en, vietnamese(sense))
        return None


def titled(name: str) -> str:
    """English words of a name with their first letters in upper case."""
    return " ".join(
        upper_first(part) if part not in ("of", "and", "the", "in") else part for part in name.split(" ")
    )


def upper_first(name: str) -> str:
    """A name with its first letter in upper case, the others as they are."""
    return name[:1].upper() + name[1:]


def row(names: list[str], last: str) -> str:
    """Names in a row: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
