"""Text made harmless for a terminal, character for character."""

from __future__ import annotations

import re
import unicodedata

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200d\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufe0f"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES = "\t\n\x0b\x0c\r\x85\u2028\u2029"
# A joiner or an emoji selector changes the width of its neighbours, a soft hyphen its own, in some
# terminals only.
_NEUTRAL = {"\u200d": "\u200c", "\ufe0f": "\ufe0e", "\u00ad": "\u200b"}


class _Unassigned(dict[int, str]):
    """What to show for a code point: itself, or U+FFFD where terminals disagree on its width."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # New Han characters come in every year, and all of them are known to take two cells.
        unknown = unicodedata.category(char) == "Cn" and not 0x20000 <= code <= 0x3FFFD
        self[code] = "\ufffd" if unknown else char
        return self[code]


_UNASSIGNED = _Unassigned()


def shown(text: str) -> str:
    """The text as it may be painted: of the same length, so character offsets stay right."""
    if text.isprintable() and "\ufe0f" not in text:
        return text
    return _HARMFUL.sub(_substitute, text).translate(_UNASSIGNED)


def _substitute(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _SPACES:
        return " "
    if char in _NEUTRAL:
        return _NEUTRAL[char]
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else "·"
