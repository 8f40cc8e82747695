"""A draft in the making: its text, and which characters of the source each of its words stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.row import Link

# A number with its marks, a word with its apostrophes and hyphens, or one other character.
WORD = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*|\w|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a draft and the stretch of the source it stands for; -1 where none is known."""

    start: int
    end: int
    source_start: int = -1
    source_end: int = -1

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares characters of the draft with a span."""
        return self.start < end and start < self.end

    def stands_for(self, start: int, end: int) -> bool:
        """Whether at least half of what it stands for lies in a stretch of the source."""
        shared = min(self.source_end, end) - max(self.source_start, start)
        return self.source_start >= 0 and 2 * shared >= max(1, self.source_end - self.source_start)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text and its words in order. Offsets count characters, ends excluded."""

    text: str
    words: tuple[Word, ...]

    def part(self, first: int, last: int) -> str:
        """The text of the words from ``first`` to ``last``, both included."""
        return self.text[self.words[first].start : self.words[last].end]

    def replaced(self, start: int, end: int, new: str, source: tuple[int, int]) -> Sketch:
        """A copy with other characters from ``start`` to ``end``, which stand for ``source``."""
        shift = len(new) - (end - start)
        before = [word for word in self.words if word.end <= start]
        inside = [Word(start + m.start(), start + m.end(), *source) for m in WORD.finditer(new)]
        behind = [
            Word(word.start + shift, word.end + shift, word.source_start, word.source_end)
            for word in self.words
            if word.start >= end
        ]
        return Sketch(self.text[:start] + new + self.text[end:], (*before, *inside, *behind))

    def links(self) -> tuple[Link, ...]:
        """The alignment: neighbours that stand for the same are one link."""
        return merged(
            Link(w.source_start, w.source_end, w.start, w.end) for w in self.words if w.source_start >= 0
        )


def merged(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links, those that follow each other and stand for the same or overlapping source made one."""
    result: list[Link] = []
    for link in links:
        last = result[-1] if result else None
        if (
            last is not None
            and link.target_start - last.target_end <= 1
            and link.source_start < last.source_end
            and last.source_start < link.source_end
        ):
            source = min(last.source_start, link.source_start), max(last.source_end, link.source_end)
            result[-1] = Link(*source, last.target_start, link.target_end)
        else:
            result.append(link)
    return tuple(result)


def composed(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """The alignment from the source of ``first`` to the target of ``second``, over what lies between.

    A link of the second that touches several of the first takes the widest overlap: a union would
    stretch over half the segment where word order differs.
    """
    result = []
    for link in second:
        best = max(first, key=lambda other: shared(other, link), default=None)
        if best is not None and shared(best, link) > 0:
            result.append(Link(best.source_start, best.source_end, link.target_start, link.target_end))
    return merged(result)


def shared(first: Link, second: Link) -> int:
    """How many characters of the middle text two links have in common."""
    return min(first.target_end, second.source_end) - max(first.target_start, second.source_start)
