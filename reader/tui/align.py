"""Which words of a row's texts stand for each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.occurrences import Same, cover, pairs
from reader.tui.hit import hits
from reader.tui.look import Language, Span, text_of
from reader.tui.waymarks import following
from translate.row import Row, Target


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a row's text in a language, and the index of the entity they are, if any."""

    row: int
    language: Language
    start: int
    end: int
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Light:
    """What is lit up in a row: a stretch one has stepped to or points at, and what stands for it."""

    row: int
    spans: Mapping[Language, Sequence[Span]]
    stepped: Stretch | None = None


def stretch_at(row: Row, language: Language, offset: int) -> Stretch | None:
    """The term or else the aligned word a character belongs to."""
    index = row.segment.index
    for hit in hits(row, language):
        if hit.start <= offset < hit.end:
            return Stretch(index, language, hit.start, hit.end, hit.entity)
    targets = tuple(Target) if language.target is None else (language.target,)
    found = [
        source if language.target is None else span
        for target in targets
        for source, span in pairs(row, target)
    ]
    around = [(end - start, start, end) for start, end in found if start <= offset < end]
    if not around:
        return None
    _, start, end = min(around)
    return Stretch(index, language, start, end)


def light(row: Row, stretch: Stretch, *, stepped: bool = False) -> Light:
    """Lights up a stretch and its counterparts in the other languages."""
    spans = counterparts(row, stretch.language, (stretch.start, stretch.end))
    return Light(stretch.row, spans, stretch if stepped else None)


def counterparts(row: Row, language: Language, span: Span) -> dict[Language, list[Span]]:
    """What stands for a stretch of one language in each of them, by way of the Chinese."""
    found = {target: pairs(row, target) for target in Target}
    sources = [span]
    if language.target is not None:
        sources = [source for source, there in found[language.target] if _meet(there, span)]
    lit = cover(len(row.segment.text), sources)
    spans = {Language.ZH: _joined(sources, row.segment.text)}
    for target, linked in found.items():
        there = [there for source, there in linked if lit.find(1, *source) >= 0]
        other = Language(target.value)
        spans[other] = _joined(there, text_of(row, other) or "")
    return spans


def tokens(row: Row) -> Sequence[Span]:
    """The words of a row's Chinese that can be stepped through, in order."""
    return _tokens(Same(row))


@lru_cache(maxsize=4)
def _tokens(same: Same) -> Sequence[Span]:
    row = same.row
    found = {source for target in Target for source, _ in pairs(row, target)}
    text = row.segment.text
    spans = [(start, end) for start, end in found if any(char.isalnum() for char in text[start:end])]
    return sorted(spans or ((hit.start, hit.end) for hit in hits(row, Language.ZH)))


def next_word(
    rows: Sequence[Row], row: int, span: Span | None, step: int, marks: bytearray | None = None
) -> tuple[int, Span] | None:
    """(row, word) after (``step`` 1) or before (-1) a stretch of a row, in reading order.

    With no ``span`` it is the row's first word, or, backwards, its last. ``marks`` has a byte a row, 0
    for those without words.
    """
    while (at := following(marks, row, step, len(rows))) is not None:
        span = span if at == row else None
        row = at
        words = tokens(rows[row])
        if span is None:
            place = 0 if step > 0 else len(words) - 1
        else:
            place = bisect_left(words, span)
            place += step if step < 0 or words[place : place + 1] == [span] else 0
        if 0 <= place < len(words):
            return row, words[place]
        row, span = row + step, None
    return None


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(spans: Iterable[Span], text: str) -> list[Span]:
    """In order, those that overlap or are parted by spaces only as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined
