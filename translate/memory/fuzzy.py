"""Suggestions from the memory: units whose source is nearly that of a segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cache.unit import Unit
from translate.memory.abstraction import Abstract, unpack_slots, with_slots
from translate.memory.adaptation import Adaptation, adapt
from translate.memory.difference import Difference, compare

CUTOFF = 0.70
# What remains of a sentence without its names and figures must say something.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit whose source is like that of a segment.

    ``score`` is in per cent: 100 only where the source is the same (of another place). ``adapted``
    is the unit's text with the names and figures of the segment put in. ``differences`` tell where
    the sources differ. A suggestion is never applied by itself.
    """

    unit: Unit
    score: int
    differences: tuple[Difference, ...]
    adapted: Adaptation

    @property
    def exact(self) -> bool:
        """Whether the source is the same."""
        return self.score == 100


def suggestion(unit: Unit, lookup: bytes, current: Abstract) -> Suggestion:
    """How a unit could serve for a segment."""
    from rapidfuzz.distance import Levenshtein

    text = unit.text or ""
    if unit.address.lookup == lookup:
        return Suggestion(unit, 100, (), Adaptation(text))
    known = abstract_of(unit)
    score = int(100 * Levenshtein.normalized_similarity(known.text, current.text) + 1e-6)
    comparison = compare(known, current)
    return Suggestion(unit, min(score, 99), comparison.differences, adapt(text, comparison.slots))


def closest(units: Sequence[Unit], current: Abstract, cutoff: float, limit: int) -> list[Unit]:
    """The units whose abstract source is most like ``current``, the likest first; at least ``cutoff``."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extract(
        current.text,
        [unit.abstract for unit in units],
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=cutoff,
        limit=limit,
    )
    return [units[index] for _, _, index in found]


def abstract_of(unit: Unit) -> Abstract:
    """The abstract form of a unit's source."""
    return with_slots(unit.source, unpack_slots(unit.slots))


def says_something(abstract: Abstract) -> bool:
    """Whether enough is left of a sentence to compare it."""
    places = abstract.slots_by_place()
    return sum(c.isalpha() for n, c in enumerate(abstract.text) if n not in places) >= SHORTEST
