"""Words: the best way to cut a Chinese text into words and entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import repeat
from math import log
from operator import itemgetter

from translate.foreign import foreign_names
from translate.lexicon import Lexicon, no_collection

HAN = re.compile(r"[\u3400-\u9fff〇\U00020000-\U0003ffff]+")
LATIN_WORD = r"[^\W\d_\u3400-\u9fff][^\W_\u3400-\u9fff]*(?:[-'’&./+][^\W_\u3400-\u9fff]+)*"
RUN = re.compile(
    rf"[\u3400-\u9fff〇\U00020000-\U0003ffff]+|{LATIN_WORD}(?: {LATIN_WORD})*"
    r"|[—–－-]{2,}|\d+(?::\d+)+|[^\W_\u3400-\u9fff]+(?:[-'&.][^\W_\u3400-\u9fff]+)*|\s+|.",
    re.DOTALL,
)
# Words of the lexicon that jieba does not count get a count that rises with length: a word that
# somebody wrote down is rarely there by chance.
STANDING_ALONE = frozenset("pcurfdmy")
CLASSIFIERS = frozenset("个位名项次年月日人国届场家")
UNCOUNTED = {1: 50, 2: 1000, 3: 300, 4: 1500}
HAND_WRITTEN_LEAST = 40
# A phrase of the dictionary that is counted less often is left to the words it is made of.
RARE = 100
FIRST = itemgetter(0)
# A character that could be part of a word is seldom a word by itself, however frequent it is in
# jieba's corpus; grammar words, which do stand alone, are spared.
LONE = 3.0


class Segmenter:
    """A word lattice over our own words, so that every word found is one we can translate.

    It is jieba's, with its prefix dictionary and its counts, but without its guesses at words that no
    table has; jieba itself takes longer to import than all our tables to load. The path through the
    lattice is the likeliest by word frequencies; entities (spans given by the caller) are arcs of their
    own and win against any words they compete with, the longer the surer.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.FREQ = counts(lexicon)
        self.total = sum(self.FREQ.values())
        self._log_total = log(self.total)
        self._costs: dict[str, float] = {}
        self._may_stand_alone = {
            word
            for word in lexicon.words()
            if len(word) == 1 and (word in CLASSIFIERS or lexicon.parts_of_speech(word) & STANDING_ALONE)
        }

    def spans(
        self, text: str, entities: Iterable[tuple[int, int]] = (), *, names: bool = False
    ) -> list[tuple[int, int]]:
        """The text cut into words as (start, end) character offsets, nothing left out.

        ``entities`` are spans that may be taken as one word; they may overlap each other.
        Runs of other script are one span each unless an entity cuts them. With ``names``, characters
        that spell a foreign name are one word.
        """
        arcs: dict[int, set[int]] = {}
        for start, end in entities:
            arcs.setdefault(start, set()).add(end)
        sounds: dict[int, list[tuple[int, float]]] = {}
        for start, end, cost in foreign_names(text) if names else ():
            sounds.setdefault(start, []).append((end, cost))
        length = len(text)
        ends = self._word_ends(text)
        best: list[tuple[float, int]] = [(0.0, length)] * (length + 1)
        for start in range(length - 1, -1, -1):
            choice = (float("inf"), start + 1)
            for end in ends.get(start, (start + 1,)):
                cost = self._cost(text[start:end]) + best[end][0]
                if cost < choice[0]:
                    choice = cost, end
            for end, spelt in sounds.get(start, ()):
                if spelt + best[end][0] < choice[0]:
                    choice = spelt + best[end][0], end
            for end in arcs.get(start, ()):
                # Cheaper than any word, and one long entity cheaper than two short ones.
                cost = 3.0 - 0.5 * min(end - start, 4) + best[end][0]
                if cost <= choice[0]:
                    choice = cost, end
            best[start] = choice
        spans, start = [], 0
        while start < length:
            end = best[start][1]
            spans.append((start, end))
            start = end
        return spans

    def _word_ends(self, text: str) -> Mapping[int, Iterable[int]]:
        ends: dict[int, Iterable[int]] = {}
        for start, run in script_runs(text):
            if HAN.match(run):
                for position in range(start, start + len(run)):
                    ends[position] = list(self._words_at(text, position, start + len(run)))
            else:
                ends[start] = [start + len(run)]
        return ends

    def _words_at(self, text: str, start: int, stop: int) -> Iterator[int]:
        """The ends of the words that begin at a place, of one character at least if there is none."""
        counts = self.FREQ
        found = False
        for end in range(start + 1, stop + 1):
            count = counts.get(text[start:end])
            if count is None:
                break
            if count:
                found = True
                yield end
        if not found:
            yield start + 1

    def _cost(self, word: str) -> float:
        cost = self._costs.get(word)
        if cost is None:
            cost = self._log_total - log(self.FREQ.get(word) or 1)
            if len(word) == 1 and word not in self._may_stand_alone and HAN.match(word):
                cost += LONE
            self._costs[word] = cost
        return cost


@cache
def segmenter_of(lexicon: Lexicon) -> Segmenter:
    """The segmenter of a lexicon, made once."""
    with no_collection():
        return Segmenter(lexicon)


def counts(lexicon: Lexicon) -> dict[str, int]:
    """Jieba's prefix dictionary for the lexicon's words: word to count, 0 for what only begins words."""
    words = list(lexicon.words())
    table = dict.fromkeys(map(FIRST, words), 0)
    longer = [word for word in words if len(word) > 2]
    table.update(dict.fromkeys([word[:end] for word in longer for end in range(2, len(word))], 0))
    table.update(zip(words, map(lexicon.frequencies.get, words, repeat(0)), strict=False))
    core = lexicon.core_words()
    written = set(core)
    for word in core:
        if table[word] < 10_000:
            least = HAND_WRITTEN_LEAST * len(word) ** 2
            if len(word) > 1 and "t" in lexicon.parts_of_speech(word):
                # 下月 is next month; both its characters are words as well.
                least *= 30
            table[word] = max(table[word] or UNCOUNTED.get(len(word), 2000), least)
    for word in words[len(core) :]:
        if len(word) == 4 and table[word] < RARE and word[:2] in written and word[2:] in written:
            # 两国关系 is two words of ours, whose grammar is known.
            table[word] = 0
        elif not table[word]:
            table[word] = UNCOUNTED.get(len(word), 2000)
    return table


def script_runs(text: str) -> Iterator[tuple[int, str]]:
    """The text as runs: Han; Latin words with the spaces between them; clock times; spaces; one mark."""
    for match in RUN.finditer(text):
        yield match.start(), match[0]
