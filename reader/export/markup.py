"""Text made safe for HTML and XHTML: markup in it shows as it is written."""

from __future__ import annotations

import re
from html import escape

from reader.export.harmless import harmless

# What neither HTML nor XML may hold: halves of surrogate pairs and code points that are no characters.
_NO_CHARACTERS = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def visible(text: str) -> str:
    """The text with whatever a page may not hold replaced, one for one; offsets stay right."""
    return _NO_CHARACTERS.sub("\ufffd", harmless(text).replace("\n", " "))


def marked_up(text: str) -> str:
    """The text as it goes between tags or into a quoted attribute."""
    return escape(visible(text))


def one_line(text: str) -> str:
    """The text without line ends and runs of white space, as it goes into a title."""
    return marked_up(" ".join(text.split()))
