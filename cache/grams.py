"""Pairs of neighbouring characters, by which similar texts are found among many.

Two texts whose edit distance is at most a share of the longer one have pairs in common: an edit
spoils at most two pairs of a text. Of the pairs of a text, enough of any choice are therefore
sure to hold one that every similar text has (the prefix filter of set similarity joins, Chaudhuri,
Ganti and Kaushik 2006). Choosing the rarest keeps the texts that are looked at few.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise


def grams_of(text: str) -> list[str]:
    """The pairs of a text in order, each as a word of ASCII letters and digits."""
    return [f"{ord(first):x}g{ord(second):x}" for first, second in pairwise(text)]


def lengths_alike(length: int, similarity: float) -> tuple[int, int]:
    """The shortest and the longest text that can be ``similarity`` (0 to 1) alike to one of ``length``."""
    return int(length * similarity), int(length / similarity) + 1


def telling(text: str, similarity: float, frequency: Callable[[str], int]) -> list[str]:
    """Pairs of which every text at least ``similarity`` alike has one; the rarest that will do.

    Alike are texts whose Levenshtein distance is at most ``1 - similarity`` of the longer one's
    length. ``frequency`` tells in how many texts a pair occurs. Sure down to a similarity of 0.7; below
    that edits may spoil every pair of a short text.
    """
    return sorted(grams_of(text), key=frequency)[: most_spoilt(len(text), similarity) + 1]


def most_spoilt(length: int, similarity: float) -> int:
    """How many pairs of a text the edits that lead to a text ``similarity`` alike can spoil."""
    worst = 0
    for longer in range(length, lengths_alike(length, similarity)[1] + 1):
        edits = int((1 - similarity) * longer + 1e-9)
        # An insertion spoils one pair, a replacement or a deletion two.
        inserted = longer - length
        if edits >= inserted:
            worst = max(worst, inserted + 2 * (edits - inserted))
    return worst
