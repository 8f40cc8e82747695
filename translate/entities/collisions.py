"""Collisions: termbase entries whose characters belong to other words where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from translate.words import Segmenter

# What an entry of so many characters costs against plain words, on their scale of log likelihood
# (a common word costs 7, a rare one 13). Measured: two characters must save two words to be believed.
ENTRY_COSTS = {1: 14.0, 2: 11.0, 3: 9.5, 4: 4.0}
LONGER = 1.0
# A character that stands alone is seldom a word.
LONE = 3.0


class Collisions:
    """Tells where an entry would cut ordinary words in two: 会安 in 机会安排, 人权 in 工人权益."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._log_total = log(segmenter.total)

    def words_of(self, text: str) -> Mapping[int, tuple[int, int]]:
        """Each offset's word, as (start, end), when the text is cut into ordinary words alone."""
        return {i: span for span in self._segmenter.spans(text) for i in range(*span)}

    def breaks(self, text: str, words: Mapping[int, tuple[int, int]], start: int, end: int) -> bool:
        """Whether an entry from ``start`` to ``end`` cuts words that are likelier than it is.

        ``words`` is what ``words_of`` gave. An entry inside one word, or made of whole words, cuts none.
        """
        first, last = words[start], words[end - 1]
        if first == last or (first[0] == start and last[1] == end):
            return False
        plain, position = 0.0, first[0]
        while position < last[1]:
            plain += self._cost(text[slice(*words[position])])
            position = words[position][1]
        cut = self._cost_of(text[first[0] : start]) + self._cost_of(text[end : last[1]])
        return cut + ENTRY_COSTS.get(end - start, LONGER) > plain

    def _cost_of(self, text: str) -> float:
        return sum(self._cost(text[start:end]) for start, end in self._segmenter.spans(text))

    def _cost(self, word: str) -> float:
        cost = self._log_total - log(self._segmenter.FREQ.get(word) or 1)
        return cost + LONE if len(word) == 1 else cost
