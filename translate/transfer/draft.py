"""Drafts: pieces of target text with the source they stand for, put together as the language writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate.row import Link

NO_SPACE_BEFORE = frozenset(",.;:!?%)]”’…")
NO_SPACE_BEHIND = frozenset("([“‘")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of target text. ``start`` and ``end`` are the source's offsets; -1 where none has it."""

    text: str
    start: int = -1
    end: int = -1
    glued: bool = False


# Marks in a verb's pieces where its object goes.
SLOT = Piece("\0")


def fill_slot(verb: Sequence[Piece], objects: Sequence[Piece]) -> list[Piece]:
    """The verb with its object in the slot, or behind it."""
    if SLOT not in verb:
        return [*verb, *objects]
    place = verb.index(SLOT)
    return [*verb[:place], *objects, *verb[place + 1 :]]


def split_slot(text: str, start: int, end: int) -> list[Piece]:
    """Pieces of a rendering that may have ``_`` where another word goes."""
    if "_" not in text:
        return [Piece(text, start, end)] if text else []
    before, _, behind = text.partition("_")
    pieces = [Piece(before.strip(), start, end), SLOT, Piece(behind.strip(), start, end)]
    return [piece for piece in pieces if piece.text]


def put_together(pieces: Iterable[Piece]) -> tuple[str, tuple[Link, ...]]:
    """The text of a row of pieces with its spaces, and the links from source to target offsets."""
    text, links = "", []
    for piece in tidy(pieces):
        if text and needs_space(text, piece):
            text += " "
        begin = len(text)
        text += piece.text
        if piece.start >= 0:
            links.append(Link(piece.start, piece.end, begin, len(text)))
    return text, tuple(links)


def with_articles(pieces: Sequence[Piece]) -> list[Piece]:
    """English pieces with ``a`` made ``an`` before a vowel."""
    result = list(pieces)
    for number in range(len(result) - 1):
        if result[number].text.endswith((" to", " that")):
            # go to + to climb
            word = result[number].text.rpartition(" ")[2]
            behind = result[number + 1]
            if behind.text.startswith(f"{word} "):
                result[number + 1] = replace(behind, text=behind.text.removeprefix(f"{word} "))
        if result[number].text in ("a", "A") and re.match("[aeiouAEIO]", result[number + 1].text):
            result[number] = replace(result[number], text=result[number].text + "n")
    return result


def needs_space(text: str, piece: Piece) -> bool:
    """Whether a space goes between the text so far and the next piece."""
    if piece.glued or piece.text[0] in NO_SPACE_BEFORE or text[-1] in NO_SPACE_BEHIND:
        return False
    return not (text[-1] == "-" and text[-2:-1] != " ")


def tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without empty ones, doubled commas and doubled little words at a seam."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece == SLOT or not piece.text.strip():
            continue
        if kept:
            last = kept[-1]
            if piece.text == "," and last.text in (",", ":", ";", "–"):
                continue
            if piece.text in (".", ";", ":", "!", "?") and last.text == ",":
                kept.pop()
            elif len(piece.text) <= 4 and last.text.split(" ")[-1] == piece.text and piece.text.isalpha():
                continue
        kept.append(piece)
    return kept


def capitalised(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the first letter of each sentence in upper case."""
    result = list(pieces)
    due = True
    for number, piece in enumerate(result):
        if due and any(c.isalnum() for c in piece.text):
            result[number] = replace(piece, text=upper_first(piece.text))
            due = False
        due = due or piece.text in (".", "!", "?")
    return result


def upper_first(text: str) -> str:
    """The text with its first letter in upper case, if letters come first."""
    match = re.search(r"[^\W_]", text)
    if not match:
        return text
    return text[: match.start()] + match[0].upper() + text[match.start() + 1 :]
