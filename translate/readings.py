"""Readings: Chinese characters in Hán-Việt and in pinyin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from seeds.tables import folder, read_rows


@cache
def hanviet_table() -> Mapping[str, str]:
    """Character to Hán-Việt reading, in lower case."""
    return {row["zh"]: row["reading"] for _, row in read_rows(folder("readings").joinpath("hanviet.tsv"))}


@cache
def name_table() -> Mapping[str, str]:
    """Characters whose reading in personal names differs from the table's first reading."""
    return {row["zh"]: row["reading"] for _, row in read_rows(folder("readings").joinpath("names.tsv"))}


def hanviet(text: str) -> str:
    """The Hán-Việt readings of a Chinese word, in lower case, one syllable a character.

    A character without a known reading stands for itself.
    """
    table = hanviet_table()
    return " ".join(table.get(character, character) for character in text)


def hanviet_name(name: str) -> str:
    """The Hán-Việt form of a personal name: 裴青山 as ``Bùi Thanh Sơn``."""
    usual, special = hanviet_table(), name_table()
    return " ".join((special.get(c) or usual.get(c) or c).capitalize() for c in name)


def pinyin(text: str) -> str:
    """Pinyin without tones, in lower case, the syllables of a word together."""
    import pypinyin

    return "".join(pypinyin.lazy_pinyin(text))


def pinyin_name(name: str, surname_length: int = 1) -> str:
    """A Chinese person's name in pinyin, surname first: 朱振明 as ``Zhu Zhenming``."""
    import pypinyin

    surname = pypinyin.lazy_pinyin(name[:surname_length], style=pypinyin.Style.NORMAL)
    given = pypinyin.lazy_pinyin(name[surname_length:])
    # A syllable that begins with a vowel is set off: 西安 is Xi'an.
    joined = "".join(("'" if i and s[:1] in "aoe" else "") + s for i, s in enumerate(given))
    return " ".join(filter(None, ("".join(surname).capitalize(), joined.capitalize())))
