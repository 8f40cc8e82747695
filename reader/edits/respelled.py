"""Cells that a spreadsheet program took for numbers, dates or truths and wrote in its own way."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

# Longer ones no program keeps to the digit.
LONGEST = 15
DECIMALS, WIDTHS = range(5), range(2, 8)
DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y年%m月%d日")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)(?: 00:00:00)?")
_TIME = re.compile(r"(\d\d:\d\d)(?::00)?")
_ZERO_BEFORE = re.compile(r"(?<!\d)0(?=\d)")
# Decimal comma and points between thousands, as in Vietnamese.
_EXCHANGED = str.maketrans(",.", ".,")


def respelled(text: str, is_exported: Callable[[str], bool]) -> str:
    """The spelling that was exported, where a text says the same as that in another one; else the text.

    007 comes back as 7, 1.50 as 1.5, 50% as 0.5, a date with a time of day: nobody edited these.
    """
    if is_exported(text):
        return text
    return next((spelling for spelling in spellings(text.strip()) if is_exported(spelling)), text)


def spellings(text: str) -> Iterator[str]:
    """The ways in which a number, a date, a time or a truth may have been written."""
    if text.lower() in ("true", "false"):
        yield from (text.upper(), text.lower(), text.capitalize())
    elif found := _MIDNIGHT.fullmatch(text):
        try:
            day = datetime.date.fromisoformat(found[1])
        except ValueError:
            return
        for form in DATES:
            yield day.strftime(form)
            yield _ZERO_BEFORE.sub("", day.strftime(form))
    elif found := _TIME.fullmatch(text):
        yield found[1]
        yield found[1].lstrip("0")
    elif len(text) <= LONGEST:
        yield from numbers(text)


def numbers(text: str) -> Iterator[str]:
    """The ways in which a number may have been written."""
    share = text.endswith("%")
    try:
        number = Decimal(text.removesuffix("%")) / (100 if share else 1)
    except InvalidOperation:
        return
    if not number.is_finite() or abs(number) >= 10**LONGEST:
        return
    for decimals in DECIMALS:
        for spelling in (f"{number:.{decimals}f}", f"{number:,.{decimals}f}", f"{number:.{decimals}%}"):
            if Decimal(spelling.replace(",", "").rstrip("%")) != number * (100 if "%" in spelling else 1):
                continue
            yield spelling
            yield spelling.translate(_EXCHANGED)
    if number == number.to_integral_value() and number >= 0:
        for width in WIDTHS:
            yield str(int(number)).zfill(width)
