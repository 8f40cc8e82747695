"""Readings: Chinese characters in Hán-Việt and in pinyin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from seeds.tables import folder

COMPOUND_SURNAMES = frozenset(
    ["欧阳", "司马", "诸葛", "上官", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐"]
)


def columns(name: str) -> list[list[str]]:
    """The columns of a table of readings, the first two or three; quicker than row by row."""
    text = folder("readings").joinpath(name).read_text("utf-8")
    return [line.split("\t") for line in text.split("\n")[1:] if line]


@cache
def hanviet_table() -> Mapping[str, str]:
    """Character to Hán-Việt reading, in lower case."""
    return {cells[0]: cells[1] for cells in columns("hanviet.tsv")}


@cache
def name_table() -> Mapping[str, str]:
    """Characters whose reading in personal names differs from the table's first reading."""
    return {cells[0]: cells[1] for cells in columns("names.tsv")}


@cache
def pinyin_table() -> Mapping[str, tuple[str, ...]]:
    """Character to its pinyin readings without tones, the usual one first."""
    return {cells[0]: tuple(cells[1].split(" ")) for cells in columns("pinyin.tsv")}


@cache
def surname_table() -> Mapping[str, str]:
    """Characters that are read otherwise as surnames, with that pinyin: 单 is Shan."""
    return {cells[0]: cells[2] for cells in columns("pinyin.tsv") if cells[2]}


def hanviet(text: str) -> str:
    """The Hán-Việt readings of a Chinese word, in lower case, one syllable a character.

    A character without a known reading stands for itself.
    """
    table = hanviet_table()
    return " ".join(table.get(character, character) for character in text)


def hanviet_name(name: str) -> str:
    """The Hán-Việt form of a personal name: 裴青山 as ``Bùi Thanh Sơn``."""
    usual, special = hanviet_table(), name_table()
    compound = special.get(name[:2], "") if len(name) > 2 else ""
    rest = name[2:] if compound else name
    read = [special.get(c) or usual.get(c) or c for c in rest]
    return " ".join(syllable.capitalize() for syllable in [*compound.split(), *read])


def pinyin(text: str) -> str:
    """Pinyin without tones, in lower case, the syllables of a word together."""
    table = pinyin_table()
    return "".join(table.get(character, (character,))[0] for character in text)


def pinyin_name(name: str, surname_length: int = 1) -> str:
    """A Chinese person's name in pinyin, surname first: 朱振明 as ``Zhu Zhenming``.

    A compound surname is told from the name; ``surname_length`` 0 says that there is none.
    """
    if surname_length == 1 and name[:2] in COMPOUND_SURNAMES:
        surname_length = 2
    special = surname_table()
    surname = "".join(special.get(c) or pinyin(c) for c in name[:surname_length])
    given = [pinyin(c) for c in name[surname_length:]]
    # A syllable that begins with a vowel is set off: 西安 is Xi'an.
    joined = "".join(("'" if i and s[:1] in "aoe" else "") + s for i, s in enumerate(given))
    return " ".join(filter(None, (surname.capitalize(), joined.capitalize())))
