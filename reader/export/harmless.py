"""Text made harmless for a terminal: no control character or escape sequence reaches it."""

from __future__ import annotations

import json
import re

# Besides the control characters: marks that turn the direction of text, and separators at which
# many programs break lines.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with each control or direction character replaced, one for one, by a visible one."""
    return UNSAFE.sub(lambda match: picture(match[0]), text)


def picture(character: str) -> str:
    """The visible picture of a control character: ESC is ␛."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def escaped_json(value: object, indent: int | None = None) -> str:
    """JSON that keeps every character; those unsafe for a terminal are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
