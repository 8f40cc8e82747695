"""Korean names: read in Latin letters as either half of Korea writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from seeds.tables import folder, read_cells

# How the North spells what the Revised Romanisation writes: vowels anywhere, consonants at the front.
VOWELS = (("eo", "o"), ("eu", "u"))
INITIALS = (("k", "kh"), ("t", "th"), ("p", "ph"), ("g", "k"), ("d", "t"), ("b", "p"))
COMPOUND_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Syllable:
    """The readings of a character or compound surname; empty where it is not used in that place."""

    given: str
    surname: str = ""
    surname_north: str = ""
    given_north: str = ""


@cache
def syllables() -> Mapping[str, Syllable]:
    """Characters and compound surnames of Korean names with their readings."""
    rows = read_cells(folder("readings").joinpath("korean.tsv"))
    return {row[0]: Syllable(*row[1:5]) for row in rows}


def surname_length(name: str) -> int:
    """How many characters of a Korean name are the surname; 0 where it begins with none."""
    table = syllables()
    if len(name) > COMPOUND_LENGTH and name[:COMPOUND_LENGTH] in table:
        return COMPOUND_LENGTH
    syllable = table.get(name[:1])
    return 1 if syllable and syllable.surname else 0


def korean_name(name: str, *, north: bool) -> tuple[str, str] | None:
    """A Korean name in English and Vietnamese, or None where a character has no known reading.

    The South's are in Revised Romanisation with the surnames people use: 金成浩 is Kim Seong-ho. The
    North's as its news agency writes them: 金成国 is Kim Song Guk. Vietnamese takes no hyphens.
    """
    length, table = surname_length(name), syllables()
    given = [table.get(character) for character in name[length:]]
    if not length or not given or any(syllable is None for syllable in given):
        return None
    surname = table[name[:length]]
    known = [syllable for syllable in given if syllable is not None]
    if north:
        parts = [s.given_north or northern(s.given, first=not i) for i, s in enumerate(known)]
        whole = " ".join([surname.surname_north, *(part.capitalize() for part in parts)])
        return whole, whole
    syllables_read = [syllable.given for syllable in known]
    english = f"{surname.surname} {'-'.join(syllables_read).capitalize()}"
    return english, " ".join([surname.surname, *(part.capitalize() for part in syllables_read)])


def northern(reading: str, *, first: bool) -> str:
    """A syllable in the North's spelling; inside a name its first consonant is voiced: Song Guk."""
    for south, north in VOWELS:
        reading = reading.replace(south, north)
    for south, north in INITIALS:
        if re.match(f"{south}(?!h)", reading) and (first or len(north) > 1):
            return north + reading[1:]
    return reading
