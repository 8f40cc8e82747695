"""Where two source texts differ, placeholders looked into."""

from __future__ import annotations

from dataclasses import dataclass

from translate.memory.abstraction import Abstract, Slot
from translate.memory.folding import folded


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the remembered source and the one of the segment in its place (character offsets).

    One of them is empty where something was left out or put in.
    """

    known_start: int
    known_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences in order, and the pairs of slots that stand in the same place."""

    differences: tuple[Difference, ...]
    slots: tuple[tuple[Slot, Slot], ...]


def compare(known: Abstract, current: Abstract) -> Comparison:
    """How ``current`` differs from ``known``."""
    from rapidfuzz.distance import Levenshtein

    here, there = bounds(known), bounds(current)
    known_slots, slots = known.slots_by_place(), current.slots_by_place()
    differences: list[Difference] = []
    pairs: list[tuple[Slot, Slot]] = []
    for step in Levenshtein.opcodes(known.text, current.text):
        if step.tag != "equal":
            differences.append(
                Difference(here[step.src_start], ends(known, step.src_start, step.src_end),
                           there[step.dest_start], ends(current, step.dest_start, step.dest_end))
            )  # fmt: skip
            continue
        for offset in range(step.src_end - step.src_start):
            one, other = known_slots.get(step.src_start + offset), slots.get(step.dest_start + offset)
            if one is None or other is None:
                continue
            pairs.append((one, other))
            if folded(known.chinese(one)) != folded(current.chinese(other)):
                differences.append(Difference(one.start, one.end, other.start, other.end))
    return Comparison(tuple(joined(differences)), tuple(pairs))


def bounds(abstract: Abstract) -> list[int]:
    """Where each character of the abstract text begins in the source, and where the source ends."""
    return [start for start, _ in abstract.spans()] + [len(abstract.source)]


def ends(abstract: Abstract, start: int, end: int) -> int:
    """Where a stretch of the abstract text ends in the source."""
    spans = abstract.spans()
    return spans[end - 1][1] if end > start else bounds(abstract)[start]


def joined(differences: list[Difference]) -> list[Difference]:
    """Differences that touch, as one."""
    found: list[Difference] = []
    for new in differences:
        last = found[-1] if found else None
        if last is not None and (last.known_end, last.end) == (new.known_start, new.start):
            found[-1] = Difference(last.known_start, new.known_end, last.start, new.end)
        else:
            found.append(new)
    return found
