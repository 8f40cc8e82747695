"""What is to become of edits: which are taken, which change nothing, which must be kept aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from cache.unit import Unit
from reader.edits.edit import Edit, Fault, Returned
from reader.export.mark import Mark, canonical, digest
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
    neighbours = sources_by_place(returned.edits)
    known = None if articles is None else Articles(articles)
    decided: dict[tuple[bytes, str, bytes, bytes], tuple[str, int]] = {}
    for edit in returned.edits:
        decision = decide(edit, neighbours, known, memory, overwrite)
        if isinstance(decision, Fault):
            plan.faults.append(decision)
        elif decision is Left.UNCHANGED:
            plan.unchanged += 1
        elif decision is Left.KNOWN:
            plan.known += 1
        else:
            address = decision.unit.address
            key = (address.lookup, address.target, address.before, address.after)
            text, place = decided.setdefault(key, (decision.unit.text or "", edit.place))
            if text != decision.unit.text:
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
    neighbours: Mapping[tuple[str, int], str],
    articles: Articles | None,
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
    if mark is not None and not (changed or approves or carried):
        return Left.UNCHANGED
    if mark is None and edit.state == DRAFT:
        return Left.UNCHANGED
    if not canonical(edit.text):
        if base is None:
            return Left.UNCHANGED
        return fault(edit, "its text is empty", "write a translation, or put back what was there")
    passage = passage_of(edit, mark, neighbours, articles)
    if passage is None:
        return fault(edit, "its sentence is not in the article any more",
                     "export the article again and make the change there")  # fmt: skip
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


def passage_of(
    edit: Edit, mark: Mark | None, neighbours: Mapping[tuple[str, int], str], articles: Articles | None
) -> Passage | None:
    """Where an edit belongs; None where no article has its sentence."""
    if articles is not None:
        return articles.passage(edit)
    if mark is None:
        return Passage(edit.source, edit.previous, edit.following)
    previous = neighbours.get((edit.article, mark.segment - 1)) if mark.segment else ""
    last = mark.segment + 1 == mark.of
    following = "" if last else neighbours.get((edit.article, mark.segment + 1))
    return Passage(edit.source, previous, following)


def sources_by_place(edits: Iterable[Edit]) -> dict[tuple[str, int], str]:
    """The source of each segment that a file holds unaltered, by article and number."""
    return {
        (edit.article, edit.mark.segment): edit.source
        for edit in edits
        if edit.mark is not None and edit.mark.is_of(edit.source)
    }


class Articles:
    """The segments of articles, in which edits find their place."""

    def __init__(self, articles: Sequence[Sequence[str]]) -> None:
        self._articles = articles
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, texts in enumerate(articles):
            for index, text in enumerate(texts):
                self._places.setdefault(canonical(text), []).append((number, index))

    def passage(self, edit: Edit) -> Passage | None:
        """The passage of an edit: of several places with its sentence, that nearest to where it was."""
        places = self._places.get(canonical(edit.source))
        if not places:
            return None
        wanted = edit.mark.segment if edit.mark is not None else 0
        number, index = min(places, key=lambda place: abs(place[1] - wanted))
        texts = self._articles[number]
        following = texts[index + 1] if index + 1 < len(texts) else ""
        return Passage(texts[index], texts[index - 1] if index else "", following)


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
