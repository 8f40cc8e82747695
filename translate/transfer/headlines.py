"""English headlines: no articles, to for what will be, title case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.transfer.draft import SUPERLATIVE, Piece, upper_first

# Words that title case leaves small, but for the first.
SMALL = frozenset(
    """
    a an the and but or nor as at by for from in into of off on onto out over per so than that to up upon via
    vs with yet if
    """.split()
)
LONG = frozenset(["towards", "against", "around", "between", "under", "through", "about"])
ARTICLES = frozenset(["the", "a", "an"])
# Behind these a headline keeps its article: one of the largest.
KEEPING = re.compile(r"(?:one|some|many|most|all|both|\d+) of$")
# What there is one of keeps its article behind a preposition: towards the future.
UNIQUE = re.compile(r"(?:future|world|past|country|region|environment|sea|sky|people|public|economy)\b")
ENDS = frozenset(".!?:–")


def in_headline_style(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a headline as a newspaper sets them."""
    return in_title_case(without_articles(pieces))


def without_articles(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without articles, and with ``to`` for ``will``."""
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        behind = pieces[number + 1].text if number + 1 < len(pieces) else ""
        before = kept[-1].text if kept else ""
        superlative = before and (SUPERLATIVE.fullmatch(behind) or KEEPING.search(before))
        unique = before.rpartition(" ")[2] in SMALL | LONG and UNIQUE.match(behind)
        if piece.text in ARTICLES and not superlative and not unique and behind:
            continue
        if piece.text == "will" and behind != "not":
            piece = replace(piece, text="to")
        elif not superlative and re.match("(?:the|an?) ", piece.text) and not KEEPING.search(before):
            piece = replace(piece, text=piece.text.partition(" ")[2])
        kept.append(piece)
    return kept


def in_title_case(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with each word in upper case but the small ones."""
    result: list[Piece] = []
    first = True
    for piece in pieces:
        if piece.glued or not any(c.isalpha() for c in piece.text):
            result.append(piece)
        else:
            words = piece.text.split(" ")
            cased = [titled(word, first=first and not place) for place, word in enumerate(words)]
            result.append(replace(piece, text=" ".join(cased)))
            first = False
        first = first or piece.text[-1:] in ENDS
    return result


def titled(word: str, *, first: bool) -> str:
    """A word in title case, and what its hyphens join as well; words with capitals of their own stay."""
    if any(c.isupper() for c in word):
        return word
    parts = word.split("-")
    return "-".join(
        part if part in SMALL and not (first and not place) else upper_first(part)
        for place, part in enumerate(parts)
    )
