"""Simplified and Traditional script: which one a text is in, and the Simplified form to work on."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache

HAN_IN_TEXT = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
Converter = Callable[[str], str]


class Script(StrEnum):
    """The script of a Chinese text; ``BOTH`` where no character tells."""

    SIMPLIFIED = "Hans"
    TRADITIONAL = "Hant"
    BOTH = "Hani"


@cache
def converter(configuration: str) -> Converter:
    """OpenCC's conversion under one of its configurations, as ``t2s``; loaded once (5 ms)."""
    import opencc

    convert: Converter = opencc.OpenCC(configuration).convert
    return convert


def script_of(text: str) -> Script:
    """The script that more characters of ``text`` speak for."""
    traditional = changed(text, converter("t2s")(text))
    simplified = changed(text, converter("s2t")(text))
    if traditional == simplified == 0:
        return Script.BOTH
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def changed(before: str, after: str) -> int:
    """How many characters differ, position by position."""
    return sum(a != b for a, b in zip(before, after, strict=False))


def simplify(text: str) -> str:
    """``text`` in Simplified script, of the same length: offsets in the one hold in the other.

    Text that is already Simplified is left alone, since OpenCC would "simplify" a few of its
    characters (幺 for 么). Where a phrase conversion would change the length, each character is
    converted for itself.
    """
    if text.isascii() or script_of(text) is not Script.TRADITIONAL:
        return text
    convert = converter("t2s")
    whole = convert(text)
    if len(whole) == len(text):
        return whole
    single = (convert(character) for character in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(single, text, strict=True))
