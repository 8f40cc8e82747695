"""What is known of a term, as the pages show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.script import in_script
from reader.sources import SOURCES
from translate.row import Entity
from translate.script import HAN_IN_TEXT, Script
from translate.syllables import hanviet_syllables, named, pinyin_syllables

_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Term:
    """A term in both scripts, its readings (empty where it is mostly figures), and its renderings."""

    simplified: str
    traditional: str
    pinyin: str
    hanviet: str
    en: str
    vi: str
    type: str
    note: str
    source: str

    @classmethod
    def of(cls, entity: Entity) -> Term:
        """What is known of an entity."""
        simplified = in_script(entity.zh, Script.SIMPLIFIED)
        readable = HAN_IN_TEXT.search(simplified) is not None and not _DIGITS.search(simplified)
        vietnamese = named(simplified, entity.vi) or hanviet_syllables(simplified)
        return cls(
            simplified,
            in_script(entity.zh, Script.TRADITIONAL),
            spaced(simplified, pinyin_syllables(simplified)) if readable else "",
            spaced(simplified, vietnamese) if readable else "",
            entity.en,
            entity.vi,
            entity.type.value,
            entity.note,
            SOURCES.get(entity.source, entity.source),
        )


def spaced(text: str, syllables: Sequence[str]) -> str:
    """The readings of a text's characters, parted by spaces; what has none stands for itself."""
    pieces = (f" {syllable} " if syllable else char for char, syllable in zip(text, syllables, strict=True))
    return " ".join("".join(pieces).split())
