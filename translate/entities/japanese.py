"""Japanese names: surnames and given names as they are usually read, in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from seeds.tables import folder, read_cells

LONGEST_SURNAME, LONGEST_GIVEN = 3, 3


@cache
def readings(kind: str) -> Mapping[str, str]:
    """The Latin form of surnames or given names (``surname``, ``given``) by their Simplified characters."""
    rows = read_cells(folder("readings").joinpath("japanese.tsv"))
    return {row[0]: row[2] for row in rows if row[1] == kind}


@cache
def characters(place: str) -> Mapping[str, str]:
    """How characters of given names are mostly read, by their place.

    ``first`` and ``last`` are the places; ``sino`` is the reading of Chinese words before an ``ending``.
    """
    rows = read_cells(folder("readings").joinpath("japanese-characters.tsv"))
    return {row[0]: row[2] for row in rows if row[1] == place}


def splits(name: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a name into a known surname and the rest, the longest surname first."""
    for length in range(min(LONGEST_SURNAME, len(name) - 1), 0, -1):
        if name[:length] in readings("surname"):
            yield name[:length], name[length:]


def japanese_name(name: str) -> str | None:
    """A Japanese name in Latin letters, surname first, or None where a part is not known."""
    for surname, given in splits(name):
        if given in readings("given"):
            return f"{readings('surname')[surname]} {readings('given')[given]}"
    return None


def guessed_name(name: str) -> str | None:
    """A Japanese name with a known surname and a given name read character by character: a guess."""
    for surname, given in splits(name):
        read = read_singly(given)
        if len(surname) > 1 and read:
            return f"{readings('surname')[surname]} {read}"
    return None


def read_singly(given: str) -> str:
    """A given name from the usual readings of its characters, or nothing where one is not known.

    Before 一, 郎, 二 and the like the first is read as in Chinese words: 浩二 is Koji, 浩之 Hiroyuki.
    """
    first, rest = given[:1], given[1:]
    if not rest or len(given) > LONGEST_GIVEN:
        return ""
    firsts, ending = characters("first"), characters("ending").get(rest, "")
    if ending and first in characters("sino"):
        return f"{characters('sino')[first]}{ending}".capitalize()
    parts = [firsts.get(first, ""), ending or characters("last").get(rest[-1]) or firsts.get(rest[-1], "")]
    if len(rest) > 1 and not ending:
        parts.insert(1, firsts.get(rest[0], ""))
    return "".join(parts).capitalize() if all(parts) else ""


def japanese_length(text: str, start: int) -> int:
    """The length of the longest name that begins at ``start`` and is known in both parts, else 0."""
    longest = LONGEST_SURNAME + LONGEST_GIVEN
    ends = range(min(len(text), start + longest), start + 1, -1)
    return next((end - start for end in ends if japanese_name(text[start:end])), 0)


def looks_japanese(name: str) -> bool:
    """Whether a name can hardly be anything but Japanese: a long surname and a given name, both known."""
    return len(name) > LONGEST_GIVEN and any(
        len(surname) > 1 and given in readings("given") for surname, given in splits(name)
    )
