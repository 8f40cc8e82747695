"""Passages that are like each other: suggestions for one, and those that differ in names and figures only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cache.memory import MemoryStore
from cache.unit import Unit
from translate.memory.abstraction import abstracted
from translate.memory.adaptation import Adaptation, adapt
from translate.memory.difference import compare
from translate.memory.fuzzy import CUTOFF, Suggestion, abstract_of, closest, says_something, suggestion
from translate.memory.passage import Passage
from translate.row import Target


@dataclass(frozen=True, slots=True)
class Twin:
    """A unit whose source is the same but for names and figures, and what a new text would make of it."""

    unit: Unit
    proposal: Adaptation


def suggestions(
    store: MemoryStore, passage: Passage, target: Target, *, cutoff: float = CUTOFF, limit: int = 5
) -> list[Suggestion]:
    """Units that could serve for a passage, the likest first, without the one that is its own."""
    current, address = abstracted(passage.source, passage.entities, target), passage.address(target)
    found = store.matches([address.lookup], target.value).get(address.lookup, [])
    units = [unit for unit in found if unit.text is not None]
    if says_something(current):
        similar = store.similar(current.text, target.value, cutoff)
        units += closest(similar, current, cutoff, 4 * limit)
    distinct: dict[tuple[bytes, str], Unit] = {}
    for unit in units:
        if unit.address != address:
            distinct.setdefault((unit.address.lookup, unit.text or ""), unit)
    offered = [suggestion(unit, address.lookup, current) for unit in distinct.values()]
    return sorted(offered, key=lambda s: (-s.score, len(s.differences), -s.unit.version))[:limit]


def twins(store: MemoryStore, passage: Passage, target: Target, text: str = "") -> list[Twin]:
    """The other units with the passage's source but for names and figures.

    ``text`` is the passage's new text; each twin comes with what it would become by it.
    """
    current, address = abstracted(passage.source, passage.entities, target), passage.address(target)
    if not says_something(current):
        return []
    return [
        Twin(unit, adapt(text, compare(current, abstract_of(unit)).slots))
        for unit in store.same_abstract(current.text, target.value)
        if unit.address != address
    ]


def alike(passage: Passage, others: Sequence[Passage], target: Target) -> list[int]:
    """Which of ``others``, say the rows of an article, have the same source but for names and figures."""
    wanted = abstracted(passage.source, passage.entities, target)
    if not says_something(wanted):
        return []
    forms = (abstracted(other.source, other.entities, target).text for other in others)
    return [number for number, form in enumerate(forms) if form == wanted.text]
