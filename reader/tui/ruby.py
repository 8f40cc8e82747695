"""Readings above the Chinese: which one, and what each character takes."""

from __future__ import annotations

from enum import Enum

from rich.cells import cell_len, get_character_cell_size

from reader.script import in_script
from translate.row import Row, Target
from translate.script import Script
from translate.syllables import Span, hanviet_syllables, named, pinyin_syllables

LEAST = 9
"""A column narrower than this many cells shows no readings."""
_LONGEST = LEAST - 2
MOST = 60_000
"""Characters of a row that has readings: those of a whole book in one row would take seconds."""


class Reading(Enum):
    """What stands above (or below) the Chinese."""

    NONE = "none"
    PINYIN = "pinyin"
    HANVIET = "hanviet"

    @property
    def title(self) -> str:
        """The reading's name."""
        return {"none": "none", "pinyin": "pinyin", "hanviet": "Hán-Việt"}[self.value]

    @property
    def next(self) -> Reading:
        """The one that comes after it."""
        every = list(Reading)
        return every[(every.index(self) + 1) % len(every)]


def readings(row: Row, reading: Reading) -> tuple[str, ...]:
    """The reading of each character of a row's Chinese, empty where it has none."""
    text = row.segment.text
    if reading is Reading.NONE or text.isascii() or len(text) > MOST:
        return ("",) * len(text)
    plain = in_script(text, Script.SIMPLIFIED)
    words = _words(row)
    if reading is Reading.PINYIN:
        found = pinyin_syllables(plain, words)
    else:
        found = hanviet_syllables(plain, words)
        for entity in row.entities:
            names = named(plain[entity.start : entity.end], entity.vi)
            if names is not None and entity.start >= 0:
                found[entity.start : entity.end] = names
    return tuple(syllable if cell_len(syllable) <= _LONGEST else "" for syllable in found)


def widening(text: str, readings: tuple[str, ...]) -> list[int]:
    """How many cells each character is set wider than it is, so that readings stand apart."""
    extra = []
    for at, (char, reading) in enumerate(zip(text, readings, strict=True)):
        if not reading:
            extra.append(0)
            continue
        apart = 1 if at + 1 < len(readings) and readings[at + 1] else 0
        extra.append(max(0, cell_len(reading) + apart - get_character_cell_size(char)))
    return extra


def _words(row: Row) -> list[Span]:
    """The stretches of the Chinese that the engines and the terms take for one thing."""
    end = len(row.segment.text)
    found = {(entity.start, entity.end) for entity in row.entities}
    for target in Target:
        cell = row.cells.get(target)
        if cell is not None:
            found.update((link.source_start, link.source_end) for link in cell.alignment)
    return [span for span in found if 0 <= span[0] < span[1] <= end]
