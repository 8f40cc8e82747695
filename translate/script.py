"""Simplified and Traditional script: which one a text is in, and the Simplified form to work on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache

HAN_IN_TEXT = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
Converter = Callable[[str], str]

# Shapes of one character that fonts and typists mix: variant and usual shape by turns. OpenCC knows
# some of them, but only in a text that is Traditional as a whole.
PAIRS = (
    "靑青峯峰爲为甯宁敎教淸清眞真尙尚溫温兪俞鎭镇愼慎顚颠強强羣群牀床鷄鸡鶏鸡卽即旣既綠绿錄录脫脱悅悦稅税說说閱阅銳锐"
    "吳吴娛娱虛虚黃黄橫横虜虏彥彦顏颜産产槪概朶朵曁暨査查冊册郞郎晩晚恆恒栄荣徳德渓溪衆众歴历徧遍絶绝麽么裏里牆墙"
    "寳宝竜龙沢泽浜滨広广黒黑髙高﨑崎鉄铁銭钱団团囲围図图"
)
VARIANTS: Mapping[int, str] = {ord(odd): usual for odd, usual in zip(PAIRS[::2], PAIRS[1::2], strict=True)}
# Characters that Unicode keeps twice: radicals (⼈), which PDF files are full of, and compatibility forms.
DOUBLES = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
# One dash of any length that joins two names: 三谷-碧洞, 三谷–碧洞; but not within one: 让-皮埃尔·莫罗.
DASHES = re.compile(r"(?<=[\u3400-\u9fff])[-‐‑–―－](?=[\u3400-\u9fff])")
DOT_BEFORE = re.compile(r"[·•・‧．][\u3400-\u9fff]{1,8}$")
DOT_BEHIND = re.compile(r"[-‐‑–―－][\u3400-\u9fff]{1,8}[·•・‧．]")


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

    Text that is already Simplified is left alone but for variant shapes, since OpenCC would
    "simplify" a few of its characters (幺 for 么). Where a phrase conversion would change the
    length, each character is converted for itself.
    """
    if text.isascii():
        return text
    script, text = script_of(text), usual_shapes(text)
    if script is not Script.TRADITIONAL:
        return text
    convert = converter("t2s")
    whole = convert(text)
    if len(whole) == len(text):
        return whole
    single = (convert(character) for character in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(single, text, strict=True))


def simplify_all(texts: Sequence[str]) -> list[str]:
    """Each text in Simplified script, as ``simplify`` does it; quick for many short ones.

    Only texts with a character that conversion changes are converted one by one.
    """
    characters = "\n".join(sorted(set("".join(texts)) - {"\n"}))
    if not HAN_IN_TEXT.search(characters):
        return list(texts)
    converted = converter("t2s")(characters)
    telling = {c for c, new in zip(characters.split("\n"), converted.split("\n"), strict=True) if c != new}
    return [
        simplify(text) if not telling.isdisjoint(text) else text if text.isascii() else usual_shapes(text)
        for text in texts
    ]


def usual_shapes(text: str) -> str:
    """``text`` with variant shapes in their usual form, of the same length: 裴靑山 as 裴青山, - as —."""
    return DASHES.sub(usual_dash, DOUBLES.sub(usual_shape, text)).translate(VARIANTS)


def usual_dash(match: re.Match[str]) -> str:
    """The dash that joins names; a hyphen within a foreign name stays."""
    text, place = match.string, match.start()
    within = DOT_BEHIND.match(text, place) or DOT_BEFORE.search(text[max(0, place - 9) : place])
    return match[0] if within else "—"


def usual_shape(match: re.Match[str]) -> str:
    """The character that Unicode holds equal to one it keeps twice."""
    usual = unicodedata.normalize("NFKC", match[0])
    return usual if len(usual) == 1 else match[0]
