"""Searching without regard to case and diacritics, in any normal form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans("đ", "d")  # the one Vietnamese letter that Unicode does not take apart


def fold(text: str) -> str:
    """The text in lower case and without diacritics, for comparing; đ counts as d."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text.casefold())).translate(_LETTERS)


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    return fold(char)


def find_all(text: str, folded: str) -> list[tuple[int, int]]:
    """Where a folded query occurs in a text: character offsets in the text as it stands."""
    if not folded:
        return []
    whole = fold(text)
    at = whole.find(folded)
    if at < 0:
        return []
    origins: list[int] = []
    for index, char in enumerate(text):
        origins.extend([index] * len(_fold_char(char)))
    spans = []
    while at >= 0:
        stop = at + len(folded)
        # Marks of the last letter have no origin of their own: the match takes them along.
        end = origins[stop - 1] + 1
        while end < len(text) and not _fold_char(text[end]):
            end += 1
        spans.append((origins[at], end))
        at = whole.find(folded, stop)
    return spans
