"""Stretches of a text: lines, trimmed pieces, blocks made of pieces, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seeds.article import Block, Kind, Span

WHITE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Signs without width or ink: at the edge of a block they only spoil comparisons.
EDGES = WHITE + "\u200b\u2060\ufeff"

_FINAL = "。！？!?…."
_CLOSERS = "”’」』》〉）)】]\"'" + EDGES


def trim(text: str, start: int, end: int, edges: str = EDGES) -> Span:
    """The span without white space at either end (empty if there is nothing else)."""
    if start < end and text[start] not in edges and text[end - 1] not in edges:
        return Span(start, end)
    piece = text[start:end]
    left = piece.lstrip(edges)
    start += len(piece) - len(left)
    return Span(start, start + len(left.rstrip(edges)))


def split_lines(text: str) -> Iterator[Span]:
    """Every line, blank ones too, without its line feed; a line feed at the very end opens no line."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def find_lines(text: str) -> list[Span]:
    """The lines that have something on them, trimmed."""
    lines = (trim(text, line.start, line.end) for line in split_lines(text))
    return [line for line in lines if line.start < line.end]


def ends_sentence(text: str, span: Span) -> bool:
    """Whether the span ends in sentence-final punctuation, closing quotes and brackets aside."""
    tail = text[max(span.start, span.end - 40) : span.end].rstrip(_CLOSERS)
    return tail.endswith(tuple(_FINAL))


def make_blocks(kind: Kind, text: str, paragraph: int, pieces: Iterable[Span]) -> list[Block]:
    """One block of all ``pieces``, joined without anything between them.

    Where that would glue two Latin words together, a new block begins in the same paragraph.
    """
    groups: list[list[Span]] = []
    for piece in pieces:
        if piece.start == piece.end:
            continue
        if groups and not _glues_words(text, groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    blocks = []
    for group in groups:
        filled = trim_group(text, group)
        if filled:
            content = "".join(text[piece.start : piece.end] for piece in filled)
            blocks.append(Block(kind, content, paragraph, filled))
    return blocks


def leftovers(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """The stretches outside all blocks that hold more than white space."""
    pieces = sorted((piece.start, piece.end) for block in blocks for piece in block.pieces)
    spans = []
    cursor = 0
    for start, end in [*pieces, (len(text), len(text))]:
        gap = trim(text, cursor, max(cursor, start), WHITE)
        if gap.start < gap.end:
            spans.append(gap)
        cursor = max(cursor, end)
    return tuple(spans)


def trim_group(text: str, group: list[Span]) -> tuple[Span, ...]:
    """The pieces without white space at either end of their whole."""
    if group and text[group[0].start] not in EDGES and text[group[-1].end - 1] not in EDGES:
        return tuple(group)
    while group and trim(text, group[0].start, group[0].end).start == group[0].end:
        del group[0]
    while group and trim(text, group[-1].start, group[-1].end).start == group[-1].end:
        del group[-1]
    if group:
        group[0] = Span(trim(text, group[0].start, group[0].end).start, group[0].end)
        group[-1] = Span(group[-1].start, trim(text, group[-1].start, group[-1].end).end)
    return tuple(group)


def _glues_words(text: str, left: Span, right: Span) -> bool:
    """Whether two words in Latin letters would meet without a space, as no line of Chinese does."""
    before, after = text[left.end - 1], text[right.start]
    apart = left.end < right.start and any(char.isspace() for char in text[left.end : right.start])
    return apart and all(char.isalnum() and char < "\u2e80" for char in (before, after))
