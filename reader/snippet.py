"""The part of a text around what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

Spans = Sequence[tuple[int, int]]
# So much of the room may lie before what was found.
BEFORE = 1 / 3
# No more characters than these: marks without width could be any number.
REACH = 2_000


def cells(text: str) -> int:
    """How many cells a text takes on a terminal."""
    return sum(map(cell, text))


def cell(char: str) -> int:
    """How many cells a character takes."""
    return 0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1


def snippet(text: str, spans: Spans, room: int) -> tuple[str, list[tuple[int, int]]]:
    """At most ``room`` cells of a text with the first span in it, and the spans as they lie in there.

    What is left out shows as an ellipsis; words of languages with spaces are left out whole.
    """
    if len(text) <= room and cells(text) <= room:
        return text, list(spans)
    first, end = spans[0] if spans else (0, 0)
    left = max(0, room - 2 - cells(text[first:end][:room]))
    before = max(int(left * BEFORE), left - cells(text[end : end + room]))
    start = first
    while start and before >= cell(text[start - 1]) and first - start < REACH:
        start -= 1
        before -= cell(text[start])
    start = word_start(text, start, first)
    head = "…" if start else ""
    stop = start
    left = room - len(head) - 1
    while stop < len(text) and left >= cell(text[stop]) and stop - start < REACH:
        left -= cell(text[stop])
        stop += 1
    if stop == len(text) - 1 and cell(text[stop]) <= left + 1:
        stop += 1
    tail = "…" if stop < len(text) else ""
    if tail:
        stop = max(word_end(text, stop, start), min(end, stop))
        while stop > end and text[stop - 1].isspace():
            stop -= 1
    shift = len(head) - start
    inside = [(max(a, start) + shift, min(b, stop) + shift) for a, b in spans if a < stop and b > start]
    return head + text[start:stop] + tail, inside


def word_start(text: str, start: int, first: int) -> int:
    """The next beginning of a word from ``start`` on, if one comes soon and before ``first``."""
    if not start:
        return 0
    for place in range(start, min(first, start + 16)):
        if text[place - 1].isspace() or cell(text[place]) == 2:
            return place
    return start


def word_end(text: str, stop: int, start: int) -> int:
    """The nearest end of a word up to ``stop``, if there is one near."""
    for place in range(stop, max(start, stop - 16), -1):
        if text[place].isspace() or cell(text[place]) == 2:
            return place
    return stop
