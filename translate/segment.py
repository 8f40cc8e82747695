"""Sentences: from an article's blocks to segments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.article import Article
from translate.row import Segment

END = frozenset("。！？!?；;…")
CLOSING = frozenset("”’」』）)》】\"'")
INSIDE_SENTENCE = frozenset("，、,等")
OPEN_BRACKETS = {"（": "）", "(": ")", "《": "》", "【": "】", "[": "]", "〈": "〉"}
OPEN_QUOTES = {"“": "”", "「": "」", "『": "』"}
CLOSERS = OPEN_BRACKETS | OPEN_QUOTES
CLOSING_BRACKETS = frozenset(OPEN_BRACKETS.values())
# All that can tell where a sentence ends.
TELLING = re.compile(f"[{re.escape(''.join(sorted({'.', *END, *CLOSERS, *CLOSERS.values()})))}]")
# A bracket or quote that is not closed within this many characters is taken for a stray one.
REACH = 300
# Longer than any sentence a person writes; keeps rows, engines and memory within bounds.
LONGEST = 2000
# What may follow a quotation that ends in 。 and still belongs to its sentence: 他说、部长表示…
SPEAKER = re.compile(r"[，,]?[^。！？；!?;“”\n]{0,12}?(?:说|表示|问|道|指出|强调|称|認為|认为|說|強調|稱|問)")


def segments_of(article: Article) -> tuple[Segment, ...]:
    """All segments of an article, in reading order; together they hold all visible text of its blocks."""
    segments: list[Segment] = []
    for number, block in enumerate(article.blocks):
        for start, end in sentences(block.text):
            segments.append(
                Segment(len(segments), block.paragraph, block.kind, block.text[start:end], number, start, end)
            )
    return tuple(segments)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a block as (start, end) character offsets, without white space at the ends.

    A sentence ends at 。！？； and … with the closing quotes and brackets behind them; never inside
    brackets, never at ； inside a quotation, nor where a speaker follows the quotation (“…。”他说).
    A dot ends one only behind a Chinese character. Colons and decimals never do.
    """
    start = 0
    for end in (*boundaries(text), len(text)):
        for piece_start, piece_end in pieces(text, start, end):
            piece = text[piece_start:piece_end]
            left = piece_start + len(piece) - len(piece.lstrip())
            right = left + len(piece.strip())
            if left < right:
                yield left, right
        start = end


def boundaries(text: str) -> Iterator[int]:
    """The offsets behind the ends of sentences."""
    closers: list[str] = []
    length = len(text)
    found = TELLING.search(text)
    while found:
        position = found.start()
        character = found[0]
        closer = CLOSERS.get(character)
        if closer and text.find(closer, position + 1, position + REACH) >= 0:
            closers.append(closer)
        elif closers and character == closers[-1]:
            closers.pop()
        elif is_end(text, position) and CLOSING_BRACKETS.isdisjoint(closers):
            if closers and character in "；;…":
                found = TELLING.search(text, position + 1)
                continue
            while position + 1 < length and text[position + 1] in END:
                position += 1
            quoted = False
            while position + 1 < length and text[position + 1] in CLOSING:
                position += 1
                quoted = True
                if closers and text[position] == closers[-1]:
                    closers.pop()
            if not (quoted and SPEAKER.match(text, position + 1)):
                yield position + 1
        found = TELLING.search(text, position + 1)


def is_end(text: str, position: int) -> bool:
    """Whether the character at ``position`` can end a sentence."""
    character = text[position]
    if character in END:
        if character != "…":
            return True
        # An ellipsis in mid-sentence is followed by a comma or 等.
        behind = next((c for c in text[position : position + LONGEST] if c != "…"), "")
        return behind not in INSIDE_SENTENCE
    if character != "." or position == 0:
        return False
    behind = text[position + 1 : position + 2]
    return "\u3400" <= text[position - 1] <= "\u9fff" and (
        not behind or not (behind.isascii() and behind.isalnum())
    )


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or an endless one cut at commas or, failing these, anywhere."""
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "，,、 ") + 1
        cut = cut or start + LONGEST
        yield start, cut
        start = cut
    yield start, end
