"""Splitting: sources too long for the model in parts, at marks of punctuation, failing these by length."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Span = tuple[int, int]
# The marks to split behind, the best first. Source may be Chinese or English.
MARKS = ("。！？；;", "，,：:", "、", " ")


def parts_of(text: str, limit: int, length: Callable[[str], int], whole: Sequence[Span] = ()) -> list[Span]:
    """The parts of a text none of which has more than ``limit`` pieces, as (start, end); all of the text.

    It is halved at the best mark near the middle, again and again. ``whole`` are stretches not to
    be cut through, such as entities; only one that is itself too long is.
    """
    result: list[Span] = []
    todo = [(0, len(text))]
    while todo:
        start, end = todo.pop()
        if end - start <= 1 or length(text[start:end]) <= limit:
            result.append((start, end))
            continue
        cut = middle(text, start, end, whole)
        todo += [(cut, end), (start, cut)]
    return result


def middle(text: str, start: int, end: int, whole: Sequence[Span] = ()) -> int:
    """Where best to cut a stretch in two, away from its ends."""
    centre = (start + end) // 2
    room = range(start + max(1, (end - start) // 5), end - (end - start) // 5)
    for marks in MARKS:
        cuts = [
            i for i in room if text[i - 1] in marks and not is_within(i, whole) and not in_number(text, i)
        ]
        if cuts:
            return min(cuts, key=lambda i: abs(i - centre))
    free = [i for i in range(start + 1, end) if not is_within(i, whole)]
    return min(free, key=lambda i: abs(i - centre)) if free else max(start + 1, centre)


def is_within(offset: int, whole: Sequence[Span]) -> bool:
    """Whether a cut there would go through one of the stretches."""
    return any(start < offset < end for start, end in whole)


def in_number(text: str, offset: int) -> bool:
    """Whether the mark before the cut stands between digits: 1,250."""
    return text[offset - 2 : offset - 1].isdigit() and text[offset : offset + 1].isdigit()
