"""What is to become of edits: which are taken, which change nothing, which must be kept aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from cache.unit import Unit
from reader.edits.edit import Edit, Fault, Returned
from reader.edits.place import Articles, Beside, Finder, MisplacedError, moved_texts
from reader.export.mark import canonical, digest
from seeds.article import Kind
from translate.memory.abstraction import Slot, abstracted, pack_slots, unpack_slots, with_slots
from translate.memory.memory import DRAFT, EDITED, PERSON, REVIEWED, TranslationMemory, unit_for
from translate.memory.passage import Passage
from translate.row import Entity, Segment, Target


@dataclass(frozen=True, slots=True)
class Taken:
    """An edit as the memory takes it."""

    edit: Edit
    unit: Unit
    withdrawn: bool = False
    """An approval was taken back."""


class Left(Enum):
    """Why an edit is left where it is."""

    UNCHANGED = "unchanged"
    """It is as it was exported."""
    KNOWN = "known"
    """The memory holds it already."""


@dataclass(slots=True)
class Plan:
    """What is to be done.

    ``unchanged`` counts cells as they were exported, ``known`` those that the memory holds already.
    """

    taken: list[Taken] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unchanged: int = 0
    known: int = 0


def plan_for(
    returned: Returned,
    memory: TranslationMemory,
    articles: Sequence[Sequence[str]] | None = None,
    *,
    overwrite: bool = False,
) -> Plan:
    """Decides on each edit. ``articles`` are the segments of the articles it must belong to, if any.

    Nothing is written. ``overwrite``: what was changed here since the export gives way.
    """
    plan = Plan(faults=list(returned.faults))
    finder: Finder = Beside(returned.edits) if articles is None else Articles(articles)
    moved = moved_texts(returned.edits)
    decided: dict[tuple[bytes, str, bytes, bytes], tuple[str, int]] = {}
    for edit in returned.edits:
        decision = decide(edit, finder, memory, overwrite)
        if isinstance(decision, Taken) and (edit.place, edit.target) in moved:
            origin = moved[edit.place, edit.target]
            decision = fault(
                edit, f"its text is that of {returned.unit} {origin}, and there is another one there",
                "cells were moved or sorted without their rows: put each back beside its Chinese",
            )  # fmt: skip
        if isinstance(decision, Fault):
            plan.faults.append(decision)
        elif decision is Left.UNCHANGED:
            plan.unchanged += 1
        elif decision is Left.KNOWN:
            plan.known += 1
        else:
            address = decision.unit.address
            key = (address.lookup, address.target, address.before, address.after)
            wanted = decision.unit.text or ""
            text, place = decided.setdefault(key, (wanted, edit.place))
            if text != wanted:
                plan.faults.append(
                    fault(edit, f"{returned.unit} {place} has another text for the same sentence",
                          "decide for one of them and make both the same", text)
                )  # fmt: skip
            elif place == edit.place:
                plan.taken.append(decision)
            else:
                plan.known += 1
    plan.faults.sort(key=lambda fault: fault.place)
    return plan


def decide(
    edit: Edit,
    finder: Finder,
    memory: TranslationMemory,
    overwrite: bool,
) -> Taken | Fault | Left:
    """What becomes of one edit."""
    mark = edit.mark
    base = mark.cells.get(edit.target) if mark is not None else None
    if mark is not None and not mark.is_of(edit.source):
        if base is not None and base.digest == digest(edit.text):
            return Left.UNCHANGED
        return fault(edit, "its Chinese is not what was exported",
                     "put the Chinese back as it was; a translation belongs to one sentence")  # fmt: skip
    changed = base is None or base.digest != digest(edit.text)
    approves = edit.state == REVIEWED and not (base is not None and base.state == REVIEWED)
    # A person's work that the file tells of, unchanged: it may come from another machine.
    carried = (
        edit.carries
        and base is not None
        and not (changed or approves)
        and DRAFT not in (base.state, edit.state)
    )
    withdraws = (
        base is not None
        and base.state == REVIEWED
        and edit.state in (EDITED, DRAFT)
        and not (changed or edit.carries)
    )
    if mark is not None and not (changed or approves or carried or withdraws):
        return Left.UNCHANGED
    if mark is None and edit.state == DRAFT:
        return Left.UNCHANGED
    if not canonical(edit.text):
        if base is None:
            return Left.UNCHANGED
        return fault(edit, "its text is empty", "write a translation, or put back what was there")
    try:
        passage = finder.passage(edit)
    except MisplacedError as error:
        return fault(edit, str(error), "export the article again and make the change there")
    if withdraws:
        return withdrawn(edit, passage, memory, overwrite)
    if carried and is_known(passage, edit.target, memory):
        return Left.UNCHANGED
    who = base.engine if base is not None and not changed else edit.who if mark is None else PERSON
    unit = unit_of(edit, passage, REVIEWED if edit.state == REVIEWED else EDITED, who)
    return settled(edit, unit, passage, memory, overwrite)


def is_known(passage: Passage, target: Target, memory: TranslationMemory) -> bool:
    """Whether the memory holds anything for a passage, or held it once."""
    if memory.is_empty:
        return False
    return (
        memory.standing(passage, target) is not None or memory.store.at(passage.address(target)) is not None
    )


def settled(
    edit: Edit, unit: Unit, passage: Passage, memory: TranslationMemory, overwrite: bool
) -> Taken | Fault | Left:
    """An edit held against what the memory has."""
    own = None if memory.is_empty else memory.store.at(unit.address)
    here = own or (memory.standing(passage, edit.target) if edit.mark is not None else None)
    if here is None:
        return Taken(edit, unit)
    if same(here, unit):
        return Left.KNOWN
    base = edit.mark.cells.get(edit.target) if edit.mark is not None else None
    if here.text is not None and canonical(here.text) == canonical(unit.text or ""):
        # The same words, of which a file may have lost characters: only their state is raised.
        return Taken(edit, replace(unit, text=here.text))
    if overwrite:
        return Taken(edit, unit)
    if here.text is None:
        if base is not None and base.state == DRAFT:
            return Taken(edit, unit)
        return fault(edit, "an edit of it was taken back here", "take it with --overwrite")
    if base is not None and base.digest == digest(here.text):
        return Taken(edit, unit)
    return fault(
        edit,
        "it was edited here since the export"
        if edit.mark is not None
        else "the memory has another text for it",
        "compare the two, then change one by hand or take all with --overwrite",
        here.text,
    )


def withdrawn(
    edit: Edit, passage: Passage, memory: TranslationMemory, overwrite: bool
) -> Taken | Fault | Left:
    """An approval that is taken back: a person's text stays as edited, an engine's is a draft again."""
    address = passage.address(edit.target)
    own = None if memory.is_empty else memory.store.at(address)
    here = own or memory.standing(passage, edit.target)
    if here is None or here.text is None or here.state != REVIEWED:
        return Left.KNOWN
    if canonical(here.text) != canonical(edit.text) and not overwrite:
        return fault(
            edit, "another text was approved here since the export",
            "look at it, then take its approval back there or take all with --overwrite", here.text,
        )  # fmt: skip
    if None in (passage.previous, passage.following):
        address = here.address
    unit = unit_of(edit, passage, EDITED, PERSON) if here.who == PERSON else None
    unit = replace(unit or unit_for(passage, edit.target, None, DRAFT, ""), address=address)
    return Taken(edit, unit, withdrawn=True)


def same(here: Unit, unit: Unit) -> bool:
    """Whether what stands in the memory says the same as a unit, and is approved where that one is."""
    if here.text is None or canonical(here.text) != canonical(unit.text or ""):
        return False
    return here.state == unit.state or here.state == REVIEWED


def unit_of(edit: Edit, passage: Passage, state: str, who: str) -> Unit:
    """An edit as a unit."""
    unit = replace(unit_for(passage, edit.target, edit.text, state, who), saved=edit.saved)
    slots = slots_of(edit)
    if slots:
        unit = replace(unit, abstract=with_slots(edit.source, slots).text, slots=pack_slots(slots))
    return unit


def slots_of(edit: Edit) -> tuple[Slot, ...]:
    """What a file says of the names and figures in a source, where that can be true."""
    try:
        slots = unpack_slots(edit.slots) if edit.slots else ()
        end = 0
        for slot in slots:
            if not end <= slot.start < slot.end <= len(edit.source):
                return ()
            end = slot.end
        with_slots(edit.source, slots)
    except (ValueError, TypeError, KeyError):
        return ()
    return slots


def fault(edit: Edit, reason: str, mend: str, here: str = "") -> Fault:
    """An edit that cannot be taken."""
    return Fault(edit.place, f"{reason} ({edit.target})", mend, edit, here)


def with_entities(plan: Plan, recognise: Callable[[Sequence[Segment]], list[tuple[Entity, ...]]]) -> None:
    """Gives the units that will be taken what makes them findable: their names and figures."""
    bare = [number for number, taken in enumerate(plan.taken) if not taken.edit.slots]
    sources = list(dict.fromkeys(plan.taken[number].unit.source for number in bare))
    segments = [Segment(i, i, Kind.BODY, text, i, 0, len(text)) for i, text in enumerate(sources)]
    found = dict(zip(sources, recognise(segments), strict=True))
    for number in bare:
        taken = plan.taken[number]
        abstract = abstracted(taken.unit.source, found[taken.unit.source], taken.edit.target)
        unit = replace(taken.unit, abstract=abstract.text, slots=pack_slots(abstract.slots))
        plan.taken[number] = replace(taken, unit=unit)


def apply(plan: Plan, memory: TranslationMemory) -> None:
    """Writes what was planned, all of it or nothing. Raises cache.vault.NotKeptError."""
    if plan.taken:
        memory.take([taken.unit for taken in plan.taken], overwrite=True, about="import-edits")
