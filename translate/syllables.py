"""Readings of a text character by character: pinyin with tones, Hán-Việt."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from translate.readings import columns, hanviet_table

Span = tuple[int, int]
"""Character offsets of a stretch of text, the end excluded."""

_ONSET = re.compile("ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx]|")
_VOWELS = frozenset("aeo")
_FARTHEST = 40  # characters; no known word that is longer tells anything about the words in it


@cache
def tone_table() -> Mapping[str, str]:
    """Character to its usual pinyin, with the tone."""
    return {cells[0]: cells[1] for cells in columns("tones.tsv")}


@cache
def polyphone_table() -> Mapping[str, tuple[str, str]]:
    """Words whose characters are read otherwise than alone: pinyin and Hán-Việt, empty where as usual."""
    return {cells[0]: (cells[1], cells[2]) for cells in columns("polyphones.tsv")}


@cache
def _reach() -> Mapping[str, int]:
    """First character of the words that have a reading of their own to the length of the longest."""
    reach: dict[str, int] = {}
    for word in polyphone_table():
        reach[word[0]] = max(reach.get(word[0], 0), len(word))
    return reach


def pinyin_syllables(text: str, words: Iterable[Span] = ()) -> list[str]:
    """Pinyin with tones of a Simplified text, one syllable (or nothing) a character.

    ``words`` are known stretches: no word with a reading of its own is seen that lies partly in one.
    """
    table = tone_table()
    return _syllables(text, [table.get(character, "") for character in text], 0, words)


def hanviet_syllables(text: str, words: Iterable[Span] = ()) -> list[str]:
    """Hán-Việt readings of a Simplified text, one syllable (or nothing) a character; else as above."""
    table = hanviet_table()
    return _syllables(text, [table.get(character, "") for character in text], 1, words)


def named(text: str, rendering: str) -> list[str] | None:
    """A name's syllables as Vietnamese writes them, if its rendering is a reading of its characters.

    裴青山 with ``Bùi Thanh Sơn`` has three, 泰国 with ``Thái Lan`` none: Lan is no reading of 国.
    """
    syllables = rendering.split()
    table = hanviet_table()
    if len(syllables) != len(text):
        return None
    read = [table.get(character, "") for character in text]
    fits = all(is_near(one, other) for one, other in zip(syllables, read, strict=True))
    return syllables if fits else None


def joined_pinyin(syllables: Sequence[str]) -> str:
    """The pinyin of a word in one piece: Xī'ān takes an apostrophe."""
    joined = ""
    for syllable in syllables:
        apart = joined and unicodedata.normalize("NFD", syllable)[:1] in _VOWELS
        joined += f"'{syllable}" if apart else syllable
    return joined


def is_near(one: str, other: str) -> bool:
    """Whether two Vietnamese syllables may be readings of one character: one onset or one rime, toneless."""
    (onset, rime), (other_onset, other_rime) = _parts(one), _parts(other)
    return bool(one and other) and (rime == other_rime or (onset == other_onset and onset != ""))


@cache
def _parts(syllable: str) -> tuple[str, str]:
    lower = syllable.lower()
    bare = "".join(
        c for c in unicodedata.normalize("NFD", lower) if c not in "\u0300\u0301\u0303\u0309\u0323"
    )
    bare = unicodedata.normalize("NFC", bare)
    match = _ONSET.match(bare)
    onset = match[0] if match else ""
    return onset, bare[len(onset) :]


def _is_crossed(start: int, end: int, words: Sequence[Span]) -> bool:
    """Whether a stretch shares some characters with a word of which it is no part, nor the word of it."""
    at = bisect_left(words, (start - _FARTHEST, 0))
    for left, right in words[at:]:
        if left >= end:
            break
        if left < start < right < end or start < left < end < right:
            return True
    return False


def _syllables(text: str, usual: list[str], which: int, words: Iterable[Span]) -> list[str]:
    reach, table = _reach(), polyphone_table()
    known = sorted(words)
    at = 0
    while at < len(text):
        for end in range(min(len(text), at + reach.get(text[at], 0)), at + 1, -1):
            found = table.get(text[at:end])
            if found is not None and not _is_crossed(at, end, known):
                if found[which]:
                    usual[at:end] = found[which].split()
                at = end - 1
                break
        at += 1
    return usual
