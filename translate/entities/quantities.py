"""Quantities: every number, date, amount and numbered congress in Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from translate.entities import (
    amounts,
    assemblies,
    codes,
    crowds,
    currencies,
    dates,
    durations,
    eras,
    grades,
    lunar,
    majors,
    moments,
    periods,
    ranges,
    rates,
    shares,
    strengths,
)
from translate.entities.figures import Finder
from translate.row import Entity

FINDERS: tuple[Finder, ...] = (
    *lunar.FINDERS,
    *moments.FINDERS,
    *codes.FINDERS,
    *strengths.FINDERS,
    *grades.FINDERS,
    *periods.FINDERS,
    *dates.FINDERS,
    *eras.FINDERS,
    *assemblies.FINDERS,
    *ranges.FINDERS,
    *rates.FINDERS,
    *majors.FINDERS,
    *shares.FINDERS,
    *currencies.FINDERS,
    *crowds.FINDERS,
    *durations.FINDERS,
    *amounts.FINDERS,
)


def find_quantities(text: str) -> Iterator[Entity]:
    """Every number, date, amount and ordinal of ``text`` (Simplified), overlapping ones included.

    The longest at a place is the right one; the caller decides. Offsets are characters.
    """
    for pattern, make in FINDERS:
        for match in pattern.finditer(text):
            entity = make(match)
            if entity is not None:
                yield entity
