"""News pages saved as text: title, lead, photos, dateline, paragraphs, sign-off, related items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath

from seeds.article import Article, Block, Kind, Span
from seeds.furniture import (
    dateline_end,
    find_markers,
    is_caption,
    is_more,
    is_numbered,
    is_sign_off,
    read_date,
    sign_off_start,
)
from seeds.related import classify
from seeds.spans import EDGES, ends_sentence, find_lines, leftovers, make_blocks, trim

_LONGEST_TITLE = 120
_LONGEST_HEADING = 30
_PAUSES = "，,。；;、！!？?…"


class _Role(Enum):
    """What a line does on the page."""

    TITLE = auto()
    LEAD = auto()
    CAPTION = auto()
    HEADING = auto()
    SIGN_OFF = auto()
    TEXT = auto()


@dataclass(slots=True)
class _Line:
    """A visible line, or the part of one before or behind a photo marker."""

    span: Span
    marked: bool = False
    role: _Role = _Role.TEXT


def looks_like_newspage(text: str) -> bool:
    """Whether the text bears the marks of a saved news page."""
    lines = find_lines(text)
    if next(find_markers(text, 0, len(text), 1), None) is not None:
        return True
    for number, line in enumerate(lines):
        if is_more(text[line.start : min(line.end, line.start + 20)]) and 0 < number < len(lines) - 1:
            return True
        if dateline_end(text, line) > line.start or sign_off_start(text, line) < line.end:
            return True
        if number and is_sign_off(text[line.start : min(line.end, line.start + 100)]):
            return True
    return False


def read_newspage(text: str, name: str) -> Article:
    """The article on a saved news page; whatever is no known page furniture becomes a block."""
    lines = find_lines(text)
    title = _find_title(text, lines)
    date, lines = _take_date(text, lines)
    lines, more = _cut_more(text, lines)
    parts = _split_at_markers(text, lines, title)
    cut = len(parts) if more is None else sum(part.span.start < more for part in parts)
    article, related = parts[:cut], parts[cut:]
    _assign_roles(text, article, title)
    blocks = _article_blocks(text, article)
    blocks += _related_blocks(text, related, blocks[-1].paragraph + 1 if blocks else 0)
    heading = next((block.text for block in blocks if block.kind is Kind.TITLE), PurePath(name).stem)
    return Article(name, heading, text, tuple(blocks), leftovers(text, blocks), date=date)


def _find_title(text: str, lines: Sequence[Span]) -> Span | None:
    """The first line if it can be a headline; without one, what is glued to the first photo marker."""
    if not lines:
        return None
    first = lines[0]
    for line in lines:
        marker = next(find_markers(text, line.start, line.end, 1), None)
        if marker is None:
            continue
        glued = trim(text, line.start, marker.start)
        if glued.end - glued.start > _LONGEST_TITLE or glued.start == glued.end:
            break
        wanted = _fold(text, glued)
        short = (other for other in lines if other.end - other.start <= 2 * _LONGEST_TITLE)
        same = next((other for other in short if _fold(text, other) == wanted), None)
        if same or line == first:
            return same or glued
        break
    content = text[first.start : min(first.end, first.start + _LONGEST_TITLE + 1)]
    if len(content) > _LONGEST_TITLE or content.endswith(("。", "；", "，", "：")) or read_date(content):
        return None
    furniture = is_caption(content) or is_sign_off(content) or is_more(content)
    return None if furniture or dateline_end(text, first) > first.start else first


def _take_date(text: str, lines: list[Span]) -> tuple[str | None, list[Span]]:
    """The page's date and the lines without the one that says it."""
    for number, line in enumerate(lines):
        if line.end - line.start < 60:
            content = text[line.start : line.end]
            if is_more(content):
                break
            if date := read_date(content):
                return date, lines[:number] + lines[number + 1 :]
    return None, lines


def _cut_more(text: str, lines: list[Span]) -> tuple[list[Span], int | None]:
    """The lines without the markers of the related items, and where the first marker stands."""
    marks = {line for line in lines if is_more(text[line.start : min(line.end, line.start + 20)])}
    first = min((mark.start for mark in marks), default=None)
    return [line for line in lines if line not in marks], first


def _split_at_markers(text: str, lines: Sequence[Span], title: Span | None) -> list[_Line]:
    """The lines, those with photo markers cut up: the marker and the title glued to it fall away."""
    parts: list[_Line] = []
    wanted = _fold(text, title) if title else ""
    count = 0
    for line in lines:
        start, marked = line.start, False
        for marker in find_markers(text, line.start, line.end, count + 1):
            count += 1
            before = trim(text, start, marker.start)
            if title is not None and not (before.start <= title.start < before.end):
                before = trim(text, before.start, _before_title(text, before, wanted))
            if before.start < before.end:
                parts.append(_Line(before, marked))
            start, marked = marker.end, True
        rest = trim(text, start, line.end)
        if rest.start < rest.end:
            parts.append(_Line(rest, marked))
    return parts


def _before_title(text: str, span: Span, title: str) -> int:
    """Where the title at the span's end begins, white space aside; the span's end if it is not there."""
    position, left = span.end, len(title)
    while left and position > span.start:
        char = text[position - 1]
        if not (char.isspace() or char in EDGES):
            if char != title[left - 1]:
                return span.end
            left -= 1
        position -= 1
    return span.end if left else position


def _fold(text: str, span: Span) -> str:
    """The span without white space, for comparing."""
    return "".join(char for char in text[span.start : span.end] if not char.isspace() and char not in EDGES)


def _assign_roles(text: str, lines: Sequence[_Line], title: Span | None) -> None:
    """Give every line of the article proper its role."""
    for line in lines:
        content = text[line.span.start : min(line.span.end, line.span.start + 200)]
        if title is not None and line.span == title:
            line.role = _Role.TITLE
        elif is_sign_off(content):
            line.role = _Role.SIGN_OFF
        elif line.marked or is_caption(content):
            line.role = _Role.CAPTION
    for line in _lead(text, lines):
        line.role = _Role.LEAD
    for number, line in enumerate(lines):
        if line.role is _Role.TEXT and _is_heading(text, lines, number):
            line.role = _Role.HEADING


def _lead(text: str, lines: Sequence[_Line]) -> list[_Line]:
    """The lead: one or two paragraphs between the title and the first photo or dateline."""
    start = next((number + 1 for number, line in enumerate(lines) if line.role is _Role.TITLE), 0)
    opening: list[_Line] = []
    stop = start
    for stop in range(start, len(lines)):
        line = lines[stop]
        if line.role is not _Role.TEXT or dateline_end(text, line.span) > line.span.start:
            break
        opening.append(line)
    else:
        return []
    if not opening or len(opening) > 2 or lines[stop].role is _Role.SIGN_OFF:
        return []
    after = next((line for line in lines[stop:] if line.role is not _Role.CAPTION), None)
    # A photo inside an unfinished sentence splits a paragraph, unless a dateline begins anew.
    unfinished = not ends_sentence(text, opening[-1].span) and lines[stop].role is _Role.CAPTION
    return [] if unfinished and after is not None and _continues(text, after) else opening


def _is_heading(text: str, lines: Sequence[_Line], number: int) -> bool:
    """Whether the line is a short one in headline style with a finished paragraph before and text after."""
    span = lines[number].span
    content = text[span.start : min(span.end, span.start + _LONGEST_HEADING + 1)]
    if len(content) > _LONGEST_HEADING or ends_sentence(text, span) or dateline_end(text, span) > span.start:
        return False
    if number == 0 or number + 1 == len(lines):
        return False
    before, after = lines[number - 1], lines[number + 1]
    if is_numbered(content):
        return after.role in (_Role.TEXT, _Role.CAPTION)
    if after.role is not _Role.TEXT or content.endswith(("：", ":")):
        return False
    if any(char in _PAUSES for char in content):
        return False
    return before.role in (_Role.CAPTION, _Role.LEAD) or ends_sentence(text, before.span)


def _article_blocks(text: str, lines: Sequence[_Line]) -> list[Block]:
    """The blocks of the article proper; photos that split a paragraph come behind it."""
    kinds = {
        _Role.TITLE: Kind.TITLE,
        _Role.LEAD: Kind.LEAD,
        _Role.CAPTION: Kind.CAPTION,
        _Role.HEADING: Kind.HEADING,
        _Role.SIGN_OFF: Kind.SIGN_OFF,
    }
    blocks: list[Block] = []
    paragraph = 0
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.role is not _Role.TEXT:
            blocks += make_blocks(kinds[line.role], text, paragraph, [line.span])
            paragraph += 1
            number += 1
            continue
        dateline, body, captions, number = _take_paragraph(text, lines, number)
        blocks += make_blocks(Kind.DATELINE, text, paragraph, [dateline])
        last = body.pop()
        end = sign_off_start(text, last)
        body.append(trim(text, last.start, end))
        blocks += make_blocks(Kind.BODY, text, paragraph, body)
        blocks += make_blocks(Kind.SIGN_OFF, text, paragraph, [Span(end, last.end)])
        paragraph += 1
        for caption in captions:
            blocks += make_blocks(Kind.CAPTION, text, paragraph, [caption])
            paragraph += 1
    return blocks


def _take_paragraph(
    text: str, lines: Sequence[_Line], number: int
) -> tuple[Span, list[Span], list[Span], int]:
    """Its dateline (may be empty), the pieces of its body, the photos among them, the next line's number."""
    span = lines[number].span
    end = dateline_end(text, span)
    dateline = trim(text, span.start, end)
    body = [trim(text, end, span.end)]
    number += 1
    if body[0].start == body[0].end and number < len(lines) and _continues(text, lines[number]):
        body = [lines[number].span]
        number += 1
    captions: list[Span] = []
    while not ends_sentence(text, body[-1]) and body[-1].start < body[-1].end:
        after = number
        while after < len(lines) and lines[after].role is _Role.CAPTION:
            after += 1
        if after in (number, len(lines)) or not _continues(text, lines[after]):
            break
        if sign_off_start(text, body[-1]) < body[-1].end:
            break
        captions += [line.span for line in lines[number:after]]
        body.append(lines[after].span)
        number = after + 1
    return dateline, body, captions, number


def _continues(text: str, line: _Line) -> bool:
    """Whether the line can be the rest of a paragraph."""
    return line.role is _Role.TEXT and dateline_end(text, line.span) == line.span.start


def _related_blocks(text: str, lines: Sequence[_Line], paragraph: int) -> list[Block]:
    """The blocks of the related items."""
    starts = (text[line.span.start : min(line.span.end, line.span.start + 200)] for line in lines)
    signed = [is_sign_off(start) for start in starts]
    items = [line for line, sign in zip(lines, signed, strict=True) if not sign]
    kinds = iter(classify(text, [line.span for line in items], [line.marked for line in items]))
    blocks: list[Block] = []
    for line, sign in zip(lines, signed, strict=True):
        kind = Kind.SIGN_OFF if sign else next(kinds)
        blocks += make_blocks(kind, text, paragraph, [line.span])
        paragraph += 1
    return blocks
