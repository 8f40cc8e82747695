"""Line breaking for Chinese, English and Vietnamese text in terminal cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add

from rich.cells import get_character_cell_size

_CLOSING_WIDE = "，。、；：？！）》」』】〕〉〗〙〞〟］｝％～・ー々﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞"
_CLOSING_NARROW = ",.:;!?)]}%-–/”’»…‥⋯·•‰°℃′″｡､｣"
_OPENING_WIDE = "（《「『【〔〈〖〘〝［｛＄￥￡"
_OPENING_NARROW = "([{“‘«$£€¥｢"
_DASHES = "—―─⸺⸻"
_COUNTED = "年月日号时分秒万亿萬億號時"  # what stays with the digits before it
_FIXED_SPACES = "\u00a0\u2007\u202f"


def _is_ideographic(code: int) -> bool:
    """Whether lines may break on either side of the character (Han, kana, Hangul, symbols, emoji)."""
    return code >= 0x2E80 and not (0xFF10 <= code <= 0xFF5A)


class _Classes(dict[int, str]):
    """Line-breaking classes by code point, worked out when first met.

    A class is one letter, upper case where the character is not one cell wide: h ideographic,
    l word, q digit, u ideographic but kept with digits before it, n must not start a line, o must
    not end one, d dash, s space; Z zero width, J joiner, V variation selector (counted as the
    cell it may add).
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isspace() and char not in _FIXED_SPACES:
            letter = "S" if char == "\u3000" else "s"
        elif char == "\u200d":
            letter = "J"
        elif char == "\ufe0f":
            letter = "V"
        else:
            letter = self._visible(char, get_character_cell_size(char))
        self[code] = letter
        return letter

    @staticmethod
    def _visible(char: str, cells: int) -> str:
        if cells == 0:
            return "Z"
        if char in _CLOSING_WIDE or char in _CLOSING_NARROW:
            letter = "n"
        elif char in _OPENING_WIDE or char in _OPENING_NARROW:
            letter = "o"
        elif char in _DASHES:
            letter = "d"
        elif char in _COUNTED:
            letter = "u"
        elif char.isdecimal():
            letter = "q"
        elif (cells == 2 and not 0xFF10 <= ord(char) <= 0xFF5A) or _is_ideographic(ord(char)):
            letter = "h"
        else:
            letter = "l"
        return letter.upper() if cells == 2 else letter


_CLASSES = _Classes()
_CELLS = {**dict.fromkeys("hlqnodsV", 1), **dict.fromkeys("HULQNODS", 2), "Z": 0, "J": 0}
_SPACES = "sS"
_ATTACHED = "ZJV"
_CHINESE = "HhUN"
_BREAKS = frozenset(
    [a + b for a in "HhUN" for b in "HhUOolLqQdD"]
    + [a + b for a in "lLdDn" for b in "HhUO"]
    + [a + b for a in "qQ" for b in "HhO"]
)


def wrap(text: str, width: int, extra: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Lines of at most ``width`` cells, as (start, end) character offsets.

    ``extra`` is how many cells each character takes besides its own, if any does.
    What lies between two lines is white space only; where text has to be broken, white space at
    its very start is dropped too. A single character wider than ``width`` still gets its line.
    """
    length = len(text)
    classes = text.translate(_CLASSES)
    cells: list[int] | None = None
    if length == 0 or (classes.islower() and not extra):
        if length <= width:
            return [(0, length)]
    else:
        sizes = map(_CELLS.__getitem__, classes)
        cells = list(accumulate(map(add, sizes, extra) if extra else sizes, initial=0))
        if cells[-1] <= width:
            return [(0, length)]
    lines: list[tuple[int, int]] = []
    start = _skip_spaces(classes, 0)
    while start < length:
        end = start + width if cells is None else bisect_right(cells, cells[start] + width, start) - 1
        end = max(end, start + 1)
        if end >= length:
            lines.append((start, length))
            break
        at = _break_at(classes, start, end)
        stop = at
        while classes[stop - 1] in _SPACES:
            stop -= 1
        lines.append((start, stop))
        start = _skip_spaces(classes, at)
    return lines or [(0, 0)]


def _skip_spaces(classes: str, at: int) -> int:
    while at < len(classes) and classes[at] in _SPACES:
        at += 1
    return at


def _break_at(classes: str, start: int, end: int) -> int:
    """Where the line from ``start`` that has room up to ``end`` (inside the text) is to end."""
    if classes[end] in _SPACES:
        after = _skip_spaces(classes, end)
        if after == len(classes) or _may_break(classes, start, after):
            return after
    at = end
    while at > start:
        if _may_break(classes, start, at):
            return at
        at -= 1
    at = end
    while at > start:  # one word or cluster fills the line: cut it, but keep punctuation in place
        if _may_cut(classes, start, at):
            return at
        at -= 1
    return end


def _base(classes: str, start: int, at: int) -> str:
    """The class of the last character before ``at`` that is neither attached nor a space."""
    at -= 1
    while at > start and (classes[at] in _ATTACHED or classes[at] in _SPACES):
        at -= 1
    return classes[at]


def _may_break(classes: str, start: int, at: int) -> bool:
    after = classes[at]
    if after in "NZJVsS":
        return False
    before = classes[at - 1]
    if before in _SPACES:
        base = _base(classes, start, at)
        return base not in "Oo" and not (after == "n" and base in _CHINESE)
    if before in _ATTACHED:
        if before == "J":
            return False
        before = _base(classes, start, at)
    return before + after in _BREAKS


def _may_cut(classes: str, start: int, at: int) -> bool:
    after = classes[at]
    if at == start or after in "NnZJVsS" or classes[at - 1] == "J":
        return False
    before = _base(classes, start, at)
    return before not in "Oo" and not (before in "dD" and after in "dD")
