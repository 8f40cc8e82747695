"""Doubled words at the seam of two pieces: công tác + công tác kiều bào, work + work style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from translate.transfer.draft import SLOT, Piece, are_beside, spanning

# Shorter words may well stand twice: năm năm is five years.
SHORTEST = 4
TWICE = frozenset(["in", "on", "at"])
# What stands before a noun that begins like it: xây dựng thành thành phố.
STAYING = frozenset(["thành"])
WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


def without_doubles(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, each noun said once where two neighbours both have it."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if last is not None and last.text in ("'s", "'") and re.match("the(?: |$)", piece.text):
            # Vietnam's south, not Vietnam's the south.
            piece = replace(piece, text=piece.text[4:])
            if not piece.text:
                continue
        if last is not None and last.text in TWICE and piece.text.startswith(f"{last.text} "):
            kept[-1] = spanning(last, piece) if are_beside(last, piece) else piece
        elif last is None or SLOT in (piece, last) or not both_told(last, piece):
            kept.append(piece)
        elif f"{piece.text} ".startswith(f"{last.text} "):
            kept[-1] = spanning(last, piece)
        elif f" {last.text}".endswith(f" {piece.text}"):
            kept[-1] = replace(spanning(piece, last), text=last.text)
        else:
            kept.append(piece)
    return kept


def both_told(last: Piece, piece: Piece) -> bool:
    """Whether two pieces are words that stand for words beside each other."""
    shorter = min(last.text, piece.text, key=len)
    apart = " " in shorter or last.text.endswith(f" {piece.text}")
    told = last.start >= 0 and piece.start >= 0 and (are_beside(last, piece) or apart)
    plain = not piece.glued and last.text not in STAYING
    return told and plain and len(shorter) >= SHORTEST and bool(WORDS.fullmatch(shorter))
