"""Spellings: Chinese forms found by their pinyin or Hán-Việt, typed without marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate.readings import hanviet_table, name_table, pinyin_table

WHOLE, BEGINNING, INSIDE = range(3)
# Shorter queries are spelled by the beginning of half the termbase.
LEAST = 3

Syllables = Mapping[str, Sequence[str]]


def fold(text: str) -> str:
    """Text without case and diacritics: ``Bùi Thanh Sơn`` and ``bui thanh son`` are the same."""
    if text.isascii():
        return text.lower().strip()
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c)).strip()


class Spelling:
    """A query read as syllables of pinyin or Hán-Việt, to be held against Chinese forms."""

    def __init__(self, query: str) -> None:
        """``query`` is folded."""
        self._letters = re.sub("[\\s'’]+", "", query)
        self.usable = len(self._letters) >= LEAST and self._letters.isascii() and self._letters.isalpha()

    def places(self, forms: Sequence[str], syllables: Syllables) -> Iterator[tuple[int, int]]:
        """Which of ``forms`` the query spells, by number, and where: whole, its beginning or inside."""
        heads = frozenset(c for c, all_ in syllables.items() if any(self._may_begin(s) for s in all_))
        for number, form in enumerate(forms):
            if not heads.isdisjoint(form):
                place = self._place(form, heads, syllables)
                if place is not None:
                    yield number, place

    def _place(self, form: str, heads: frozenset[str], syllables: Syllables) -> int | None:
        for start, character in enumerate(form):
            if character in heads:
                rest = self._unspelled(form, start, syllables)
                if rest is not None:
                    return INSIDE if start else BEGINNING if rest else WHOLE
        return None

    def _may_begin(self, syllable: str) -> bool:
        return self._letters.startswith(syllable) or syllable.startswith(self._letters)

    def _unspelled(self, form: str, start: int, syllables: Syllables) -> bool | None:
        """Whether something of ``form`` is left where the query ends; None where the two part."""
        letters = self._letters
        reached, left = {0}, False
        for number in range(start, len(form)):
            following: set[int] = set()
            for position in reached:
                for syllable in syllables.get(form[number], ()):
                    if letters.startswith(syllable, position):
                        following.add(position + len(syllable))
                    elif syllable.startswith(letters[position:]):
                        left = True
            if len(letters) in following:
                return number + 1 < len(form)
            if left:
                return True
            reached = following
            if not reached:
                break
        return None


def pinyin_syllables(characters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each character's pinyin as people type it: ü as u or v."""
    table = pinyin_table()
    return {
        c: tuple(typed for s in table[c] for typed in ((s.replace("ü", "u"), s.replace("ü", "v"))))
        if any("ü" in s for s in table[c])
        else table[c]
        for c in characters
        if c in table
    }


def hanviet_syllables(characters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each character's Hán-Việt without diacritics, the reading in names included."""
    usual, special = hanviet_table(), name_table()
    return {
        # In order, so that what is compiled from it does not change from run to run.
        c: tuple(dict.fromkeys(fold(reading) for reading in (usual.get(c), special.get(c)) if reading))
        for c in characters
        if c in usual or c in special
    }
