"""Subtitles (SRT): each cue is a paragraph; its number, its times and its marks are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from seeds.article import Article, Block, Kind, Span
from seeds.errors import DamagedSource
from seeds.spans import leftovers, make_blocks

FORMAT = "SRT"
_TIME = r"(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[,.:](\d{1,3}))?"
# What is behind the times is a place on the screen.
_TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*-+>[ \t]*{_TIME}([^\n]*)$", re.MULTILINE)
_NUMBER = re.compile(r"(?:^|\n)[ \t]*-?\d+[ \t]*\n?\Z")
_MARK = re.compile(r"</?(?:b|i|u|s|font|ruby|rt|c|v)\b[^<>\n]{0,200}>|\{\\[^{}\n]{1,80}\}", re.IGNORECASE)
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its times in milliseconds, where its text stands, and what places it on the screen.

    ``start`` and ``end`` are character offsets in the text of the file.
    """

    begins: int
    ends: int
    start: int
    end: int
    place: str = ""

    def pieces(self, text: str) -> list[Span]:
        """The stretches of the file that are the cue's words, line by line, without marks."""
        found: list[Span] = []
        position = self.start
        for mark in _MARK.finditer(text, self.start, self.end):
            found += lines_between(text, position, mark.start())
            position = mark.end()
        return [*found, *lines_between(text, position, self.end)]


def cues_of(text: str) -> Iterator[Cue]:
    """The cues of a file in normal form, in the order they stand; there are none where it is no SRT file.

    A cue's text ends where the next one's number stands, so that an empty line within it loses nothing.
    """
    heads = list(_TIMES.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        end = len(text)
        if following is not None:
            number = _NUMBER.search(text, head.end(), following.start())
            end = number.start() if number is not None else following.start()
        first, last = milliseconds(head, 1), milliseconds(head, 5)
        yield Cue(first, max(first, last), min(head.end() + 1, end), end, head[9].strip())


def read_srt(text: str, name: str) -> Article:
    """The subtitles as an article; numbers, times and marks are left over. Raises DamagedSource."""
    blocks: list[Block] = []
    number = -1
    for number, cue in enumerate(cues_of(text)):
        for turn in turns_of(text, cue.pieces(text)):
            blocks += make_blocks(Kind.BODY, text, number, turn)
    if number < 0:
        raise DamagedSource(name, FORMAT, "there are no times in it")
    return Article(name, PurePath(name).stem, text, tuple(blocks), leftovers(text, blocks))


def is_srt(text: str) -> bool:
    """Whether a text begins like subtitles do, whatever the name of its file."""
    lines = text.lstrip("\ufeff \t\n")[:200].split("\n")
    return len(lines) > 1 and lines[0].strip().isdigit() and _TIMES.match(lines[1]) is not None


def turns_of(text: str, pieces: list[Span]) -> Iterator[list[Span]]:
    """The words of each speaker: where two speak in one cue, their lines begin with dashes."""
    turn: list[Span] = []
    for piece in pieces:
        if turn and text[piece.start] in _DASHES and "\n" in text[turn[-1].end : piece.start]:
            yield turn
            turn = []
        turn.append(piece)
    yield turn


def lines_between(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a stretch."""
    while start < end:
        feed = text.find("\n", start, end)
        stop = end if feed < 0 else feed
        if start < stop:
            yield Span(start, stop)
        start = stop + 1


def milliseconds(head: re.Match[str], first: int) -> int:
    """A time from four groups: hours, minutes, seconds, thousandths."""
    hours, minutes, seconds = (int(head[first + n]) for n in range(3))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((head[first + 3] or "0").ljust(3, "0"))
