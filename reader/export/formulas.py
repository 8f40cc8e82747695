"""Cells that no spreadsheet program takes for formulas, and the way back."""

from __future__ import annotations

import re

# What Excel, LibreOffice and Google Sheets begin a formula with, or drop and then find one behind;
# the full-width marks are formulas to a Chinese or Japanese Excel.
_STARTS = "=+\\-@\t\r\n＝＋－＠"
_FORMULA = re.compile(f"'*[{_STARTS}]")
_GUARDED = re.compile(f"'+[{_STARTS}]")


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Apostrophes that stand before such a mark already get one more, so that ``unguarded`` gives
    back every text as it was.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text
