"""Western names: the usual Latin form of a given name or surname that Chinese spells by its sounds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from seeds.tables import folder, read_cells

LONGEST = 8


@cache
def latin_parts() -> Mapping[str, str]:
    """Parts of names to their Latin form."""
    rows = read_cells(folder("readings").joinpath("western.tsv"))
    return {row[0]: row[1] for row in rows}


def part_before(text: str, end: int, floor: int) -> int:
    """The length of the longest known part that ends at ``end`` and begins at ``floor`` or later, else 0."""
    table = latin_parts()
    return next(
        (n for n in range(min(LONGEST, end - floor), 1, -1) if text[end - n : end] in table),
        0,
    )


def part_at(text: str, start: int, limit: int) -> int:
    """The length of the longest known part that begins at ``start`` and ends by ``limit``, else 0."""
    table = latin_parts()
    return next(
        (n for n in range(min(LONGEST, limit - start), 1, -1) if text[start : start + n] in table),
        0,
    )
