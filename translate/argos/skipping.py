"""Skipping: a clause of the source for which no word of the draft stands, in a draft that is short."""

from __future__ import annotations

import re

from translate.argos.sketch import Sketch

CLAUSE = re.compile(r"[^，。！？；：,!?;:.]+")
HAN = re.compile(r"[\u3400-\u9fff]")
# Shorter clauses are adverbials that a word elsewhere may stand for.
FEWEST_HAN, FEWEST_LETTERS = 8, 32
# Characters of the draft for one of Chinese or English, from which on nothing seems to be missing.
ENOUGH, ENOUGH_FROM_ENGLISH = 3.0, 0.8


def skipped(sketch: Sketch, source: str) -> tuple[str, ...]:
    """The clauses of the source that the draft leaves out, as attention and length both say.

    Attention alone is too coarse: the words of one clause may all seem to stand for its neighbour.
    """
    han = len(HAN.findall(source))
    size, enough = (han, ENOUGH) if han else (len(source), ENOUGH_FROM_ENGLISH)
    linked = [word for word in sketch.words if word.source_start >= 0]
    if not linked or len(sketch.text) >= enough * size:
        return ()
    return tuple(
        clause[0].strip()
        for clause in CLAUSE.finditer(source)
        if is_long(clause[0])
        and not any(word.source_start < clause.end() and clause.start() < word.source_end for word in linked)
    )


def is_long(clause: str) -> bool:
    """Whether a clause is too long to be said in passing."""
    han = len(HAN.findall(clause))
    return han >= FEWEST_HAN if han else len(clause.strip()) >= FEWEST_LETTERS
