"""Replacement: the words that stand for an entity but say something else give way to its rendering."""

from __future__ import annotations

from collections.abc import Sequence

from translate.argos.fitting import fitted
from translate.argos.report import Repair
from translate.argos.required import Need, found, has_date, missing
from translate.argos.sketch import Sketch
from translate.argos.spans import Place, is_taken, looks_named, name_place, number_place, places, within
from translate.numbers import dates, quantities
from translate.row import EntityType, Target

STEP = "replaced"


def replaced(sketch: Sketch, needs: Sequence[Need], target: Target) -> tuple[Sketch, list[Repair]]:
    """The sketch with what it does not carry put where attention says it belongs, as far as that is sure."""
    repairs: list[Repair] = []
    for need in missing(needs, sketch.text, target):
        better = one_replaced(sketch, need, needs, target)
        if better is not None and is_better(sketch, better, needs, target):
            repairs.append(Repair(STEP, need.zh, *difference(sketch.text, better.text)))
            sketch = better
    for need in repeated(needs):
        again = again_replaced(sketch, need, needs, target)
        if again is not None:
            repairs.append(Repair(STEP, need.zh, *difference(sketch.text, again.text)))
            sketch = again
    return sketch, repairs


def is_better(old: Sketch, new: Sketch, needs: Sequence[Need], target: Target) -> bool:
    """Whether fewer needs are missing."""
    return len(missing(needs, new.text, target)) < len(missing(needs, old.text, target))


def one_replaced(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> Sketch | None:
    """The sketch with one need put in, or None where its place is not sure."""
    if need.type is EntityType.NUMBER or (need.type is EntityType.DATE and not has_date(need, target)):
        return number_replaced(sketch, need, needs, target)
    if need.type is EntityType.DATE:
        return date_replaced(sketch, need, needs, target)
    place = name_place(sketch, need, needs, target)
    return put_in(sketch, place, need, target) if place else None


def put_in(sketch: Sketch, place: Place, need: Need, target: Target) -> Sketch:
    """The sketch with a need's rendering in a place."""
    return fitted(sketch, sketch.words[place.first].start, sketch.words[place.last].end, need, target)


def number_replaced(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> Sketch | None:
    """The sketch with the figures of a number corrected; its unit stays as it is."""
    changed = False
    for value in quantities(need.rendering, target):
        have = [q for q in quantities(sketch.text, target) if q.value == value.value]
        if any(q.digits for q in have) or (have and not value.digits):
            continue
        core = need.rendering[value.start : value.end]
        here = (have[0].start, have[0].end) if have else None
        span = here or number_place(sketch, need, value, needs, target)
        if span is None:
            return None
        sketch, changed = sketch.replaced(*span, core, need.source), True
    return sketch if changed else None


def date_replaced(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> Sketch | None:
    """The sketch with a date corrected: the one linked to the need, or the only one nobody asked for."""
    taken = [
        span for other in needs if other.forms != need.forms and other.type is EntityType.DATE
        for span in found(other, sketch.text, target)
    ]  # fmt: skip
    free = [
        day for day in dates(sketch.text, target)
        if not any(day.start < end and start < day.end for start, end in taken)
    ]  # fmt: skip
    linked = [
        day for day in free if any(w.stands_for(*need.source) for w in within(sketch, day.start, day.end))
    ]
    chosen = linked if linked else free
    if len(chosen) == 1:
        return fitted(sketch, chosen[0].start, chosen[0].end, need, target)
    if chosen:
        return None
    # No date at all: figures that stand for it, such as a year alone.
    numbers = [
        q for q in quantities(sketch.text, target)
        if any(w.stands_for(*need.source) and not is_taken(w, taken) for w in within(sketch, q.start, q.end))
    ]  # fmt: skip
    return fitted(sketch, numbers[0].start, numbers[0].end, need, target) if len(numbers) == 1 else None


def repeated(needs: Sequence[Need]) -> list[Need]:
    """Names that the segment has more than once, each occurrence."""
    names = [need for need in needs if need.type is EntityType.PERSON]
    return [need for need in names if sum(other.forms == need.forms for other in names) > 1]


def again_replaced(sketch: Sketch, need: Need, needs: Sequence[Need], target: Target) -> Sketch | None:
    """The sketch with one occurrence of a repeated name corrected where a wrong name stands for it.

    A pronoun is right there, and so is whatever carries the name already.
    """
    own = found(need, sketch.text, target)
    wrong = [
        place
        for place in places(sketch, need, needs, target)
        if looks_named(sketch, place)
        and not any(is_taken(sketch.words[n], own) for n in range(place.first, place.last + 1))
    ]
    if not own or len(wrong) != 1:
        return None
    place = name_place(sketch, need, needs, target)
    if place is None or not looks_named(sketch, place):
        return None
    if any(is_taken(sketch.words[n], own) for n in range(place.first, place.last + 1)):
        return None
    if sketch.part(place.first, place.last).lower() in ("he", "she", "ông", "bà"):
        return None
    return put_in(sketch, place, need, target)


def difference(old: str, new: str) -> tuple[str, str]:
    """What was there and what is there now, whole words."""
    before, after = old.split(" "), new.split(" ")
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return " ".join(before), " ".join(after)
