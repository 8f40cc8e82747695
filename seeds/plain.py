"""Texts that are no news pages: paragraphs at blank lines or line ends, hard wrapping undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from unicodedata import east_asian_width

from seeds.article import Article, Block, Kind, Span
from seeds.spans import ends_sentence, leftovers, make_blocks, split_lines, trim

_LONGEST_TITLE = 60
_INDENT = ("\u3000", "  ", "\t")
# Cells. A shorter column is no page, a longer line no hand-made break.
_NARROWEST, _WIDEST = 24, 240
# A word or a punctuation mark that did not fit leaves a line this much short.
_FULL = 0.8


def read_plain(text: str, name: str, *, titled: bool = False) -> Article:
    """The text as a title (a short first line, any first line if ``titled``) and paragraphs."""
    paragraphs = [paragraph for chunk in _chunks(text) for paragraph in _paragraphs(text, chunk)]
    blocks: list[Block] = []
    for number, lines in enumerate(paragraphs):
        kind = Kind.BODY
        if number == 0 and (titled or (len(paragraphs) > 1 and _is_title(text, lines))):
            kind = Kind.TITLE
        blocks += make_blocks(kind, text, number, lines)
    title = blocks[0].text if blocks and blocks[0].kind is Kind.TITLE else PurePath(name).stem
    return Article(name, title, text, tuple(blocks), leftovers(text, blocks))


def read_lines(text: str, name: str) -> Article:
    """Each line as a paragraph of its own, as it stands; ``paragraph`` counts empty lines too."""
    blocks: list[Block] = []
    for number, line in enumerate(split_lines(text)):
        blocks += make_blocks(Kind.BODY, text, number, [trim(text, line.start, line.end)])
    return Article(name, PurePath(name).stem, text, tuple(blocks), leftovers(text, blocks))


def _is_title(text: str, lines: Sequence[Span]) -> bool:
    """Whether a paragraph is one short line without final punctuation."""
    line = lines[0]
    if len(lines) > 1 or line.end - line.start > _LONGEST_TITLE or ends_sentence(text, line):
        return False
    return not text[line.start : line.end].endswith(("，", ",", "；", ";", "：", ":", "、"))


def _chunks(text: str) -> Iterator[list[Span]]:
    """The untrimmed lines between blank lines; an indented line begins a chunk too."""
    chunk: list[Span] = []
    for line in split_lines(text):
        visible = trim(text, line.start, line.end)
        blank = visible.start == visible.end
        if chunk and (blank or text.startswith(_INDENT, line.start)):
            yield chunk
            chunk = []
        if not blank:
            chunk.append(visible)
    if chunk:
        yield chunk


def _paragraphs(text: str, chunk: Sequence[Span]) -> Iterator[list[Span]]:
    """The chunk's lines, those of a hard-wrapped paragraph together."""
    if len(chunk) == 1:
        yield [chunk[0]]
        return
    widths = [_width(text, line) for line in chunk]
    longest = max(widths)
    if not _NARROWEST <= longest <= _WIDEST:
        yield from ([line] for line in chunk)
        return
    # A short line that ends a sentence ends its paragraph.
    start = 0
    for number, line in enumerate(chunk):
        short = widths[number] < _FULL * longest
        if number + 1 == len(chunk) or (short and ends_sentence(text, line)):
            group = chunk[start : number + 1]
            if _is_wrapped(text, group, widths[start : number + 1], longest):
                yield list(group)
            else:
                yield from ([line] for line in group)
            start = number + 1


def _is_wrapped(text: str, lines: Sequence[Span], widths: Sequence[int], longest: int) -> bool:
    """Whether all lines but the last are full and most of them break off inside a sentence."""
    if len(lines) < 2 or any(width < _FULL * longest for width in widths[:-1]):
        return False
    ended = sum(ends_sentence(text, line) for line in lines[:-1])
    return 3 * ended < len(lines)


def _width(text: str, span: Span) -> int:
    """The width in terminal cells; lines that are too long to be wrapped by hand are not measured."""
    length = span.end - span.start
    if length > _WIDEST:
        return length
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text[span.start : span.end])
