"""What the XML formats of translation tools share: languages, texts, the writing of elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from xml.sax.saxutils import escape

from reader.export.harmless import UNSAFE
from reader.export.webcells import script_in
from reader.reasons import REASONS
from translate.row import Cell, Row
from translate.script import Script

# What XML 1.0 has no place for, not even as a reference. Halves of surrogate pairs are no characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
# Programs read these at the beginning of a text as a part of the mark-up before it.
COMBINING = re.compile("\u0338")
PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'

Coder = Callable[[str], str]


def source_language(rows: Sequence[Row]) -> str:
    """The code of the source language, as translation tools know it."""
    return "zh-TW" if script_in(rows) is Script.TRADITIONAL else "zh-CN"


def content(text: str, code: Coder) -> str:
    """A text as it goes into an element; ``code`` makes an element of a character XML cannot hold.

    What could act on a terminal is written as a reference: reading gives it back.
    """
    return safe("".join(piece if tagged else escape(piece) for tagged, piece in pieces(text, code)))


def pieces(text: str, code: Coder) -> Iterator[tuple[bool, str]]:
    """Stretches of a text, and the elements between them."""
    text = SURROGATE.sub("\ufffd", text)
    start = 0
    for found in FORBIDDEN.finditer(text):
        yield False, text[start : found.start()]
        yield True, code(found[0])
        start = found.end()
    yield False, text[start:]


def safe(xml: str) -> str:
    """Mark-up in which nothing acts on a terminal, nor joins the mark-up before it."""
    xml = UNSAFE.sub(reference, xml)
    return COMBINING.sub(reference, xml)


def reference(found: re.Match[str]) -> str:
    """A character as a reference."""
    return f"&#x{ord(found[0]):X};"


def attributes(values: Mapping[str, str | None]) -> str:
    """Attributes as they stand in a tag; those without a value are left out."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in values.items() if value is not None)


def attribute(value: str) -> str:
    """A text as it stands in an attribute; characters XML cannot hold are replaced by U+FFFD."""
    plain = FORBIDDEN.sub("\ufffd", SURROGATE.sub("\ufffd", value))
    return safe(escape(plain, {'"': "&quot;", "\n": "&#xA;", "\t": "&#x9;"}))


def reasons(cell: Cell) -> Iterator[str]:
    """The flags of a cell in words, each as it goes into a note."""
    yield from (f"⚑ {flag}: {REASONS[flag]}" if flag in REASONS else f"⚑ {flag}" for flag in cell.flags)


@cache
def version() -> str:
    """The version of sanyu that writes."""
    from importlib.metadata import version as installed

    return installed("sanyu")
