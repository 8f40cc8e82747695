"""Text made harmless for a terminal: no control character or escape sequence reaches it."""

from __future__ import annotations

import re

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def harmless(text: str) -> str:
    """The text with each control or direction character replaced, one for one, by a visible one."""
    return UNSAFE.sub(lambda match: picture(match[0]), text)


def picture(character: str) -> str:
    """The visible picture of a control character: ESC is ␛."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
