"""Ministries: bodies and ministers that no termbase has, named by the words of their field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translate.lexicon import CORE, Lexicon, vietnamese
from translate.row import Entity, EntityType
from translate.words import Segmenter

# What ends the name: kind of body, office, each in English and Vietnamese.
BODIES = {"部": ("Ministry of", "Bộ"), "厅": ("Department of", "Sở")}
OFFICES = {
    "部长": ("Minister of", "Bộ trưởng Bộ"),
    "部部长": ("Minister of", "Bộ trưởng Bộ"),
    "部大臣": ("Minister of", "Bộ trưởng Bộ"),
    "部长官": ("Minister of", "Bộ trưởng Bộ"),
    "大臣": ("Minister of", "Bộ trưởng Bộ"),
    "部副部长": ("Deputy Minister of", "Thứ trưởng Bộ"),
    "副部长": ("Deputy Minister of", "Thứ trưởng Bộ"),
    "副大臣": ("Deputy Minister of", "Thứ trưởng Bộ"),
    "部常务副部长": ("Permanent Deputy Minister of", "Thứ trưởng Thường trực Bộ"),
    "厅厅长": ("Director of the Department of", "Giám đốc Sở"),
    "厅长": ("Director of the Department of", "Giám đốc Sở"),
    "厅副厅长": ("Deputy Director of the Department of", "Phó Giám đốc Sở"),
    "副厅长": ("Deputy Director of the Department of", "Phó Giám đốc Sở"),
}
ENDINGS = "|".join(sorted(OFFICES, key=len, reverse=True))
NAME = re.compile(
    rf"(?P<field>[\u3400-\u9fff、]{{2,14}}?)(?:(?P<office>{ENDINGS})|(?P<body>[部厅])(?=[，。、；：（）()“”\s]|$|和|与|同|的|在|将|已|代表|发言|官员|负责|表示|指出))"
)
JOINERS = frozenset("和与及、")
# What such a name follows: a country or province, another office, another name in a row.
AGAIN = frozenset("兼、")
# 广宁 goes on in 广宁省.
PLACE_GOES_ON = frozenset("省市县区州郡国")
NO_FIELD = frozenset("的是在了不将对向第一各有该这那其")


@dataclass(frozen=True, slots=True)
class Field:
    """What a ministry is for, in both languages."""

    en: str
    vi: str


class Ministries:
    """Finds ministries, departments and their heads whose field is made of the lexicon's nouns."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._segmenter = segmenter

    def find(self, text: str, places_end: Iterable[int]) -> Iterator[Entity]:
        """Such names in a Simplified text, behind a place or another office (character offsets)."""
        if not any(end in text for end in ("部", "厅", "大臣")):
            return
        starts = {*places_end, *(i + 1 for i, c in enumerate(text) if c in AGAIN)}
        for start in sorted(starts):
            match = NAME.match(text, start) if text[start : start + 1] not in PLACE_GOES_ON else None
            field = self._field(match["field"]) if match else None
            if match is None or field is None:
                continue
            if match["office"]:
                (en, vi), kind = OFFICES[match["office"]], EntityType.TITLE
            else:
                (en, vi), kind = BODIES[match["body"]], EntityType.ORGANISATION
            yield Entity(
                match[0], start, match.end(), kind, f"{en} {field.en}", f"{vi} {field.vi}", source="rule"
            )

    def _field(self, words: str) -> Field | None:
        """The field that words name: nouns, joined or in a row; None where a word is no noun."""
        if not NO_FIELD.isdisjoint(words):
            return None
        english: list[str] = []
        vietnamese_: list[str] = []
        quality: Field | None = None
        for start, end in self._segmenter.spans(words):
            word = words[start:end]
            if word in JOINERS:
                continue
            found = self._noun(word)
            if found is None:
                quality = self._quality(word)
                if quality is None:
                    return None
                continue
            if quality is not None:
                found = Field(f"{quality.en} {found.en}", f"{found.vi} {quality.vi}")
                quality = None
            english.append(" ".join(part[:1].upper() + part[1:] for part in found.en.split(" ")))
            vietnamese_.append(found.vi[:1].upper() + found.vi[1:])
        if not english or quality is not None:
            return None
        return Field(row(english, "and"), row(vietnamese_, "và"))

    def _noun(self, word: str) -> Field | None:
        for sense in self._lexicon.get(word):
            if sense.pos == "n" and sense.layer == CORE and sense.en and sense.vi:
                return Field(sense.en, vietnamese(sense))
        return None

    def _quality(self, word: str) -> Field | None:
        for sense in self._lexicon.get(word):
            if sense.pos in ("a", "b") and sense.layer == CORE and sense.en and sense.vi:
                return Field(sense.en, vietnamese(sense))
        return None


def row(names: list[str], last: str) -> str:
    """Names in a row: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
