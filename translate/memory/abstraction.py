"""Sentences with placeholders: what changes from one news item to the next is taken out."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.row import Entity, EntityType, Target
from translate.shapes import simplified

NUMBER = re.compile(r"\d+(?:[.,．，:：]\d+)*")
SWAPPED = str.maketrans(".,", ",.")
# One character for each type, of a private plane that no font and no article uses.
PLACEHOLDERS = {kind.value: chr(0xF0000 + number) for number, kind in enumerate(EntityType)}
DOUBLES = {ord(placeholder): "\ufffd" for placeholder in PLACEHOLDERS.values()}
# Terms are what a sentence is about; they stay.
KEPT = frozenset({EntityType.TERM})


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a source text (character offsets) that a placeholder stands for, and its rendering."""

    start: int
    end: int
    type: str
    rendering: str


@dataclass(frozen=True, slots=True)
class Abstract:
    """A source text with placeholders. ``slots`` are in order and do not overlap.

    ``text`` is in Simplified script: character by character that of the source but for the slots,
    each of which is one character.
    """

    source: str
    text: str
    slots: tuple[Slot, ...]

    def spans(self) -> list[tuple[int, int]]:
        """For each character of ``text`` the stretch of the source that it stands for."""
        found: list[tuple[int, int]] = []
        position = 0
        for slot in self.slots:
            found.extend((n, n + 1) for n in range(position, slot.start))
            found.append((slot.start, slot.end))
            position = slot.end
        found.extend((n, n + 1) for n in range(position, len(self.source)))
        return found

    def slots_by_place(self) -> dict[int, Slot]:
        """The slots by the offset of their placeholder in ``text``."""
        found: dict[int, Slot] = {}
        shorter = 0
        for slot in self.slots:
            found[slot.start - shorter] = slot
            shorter += slot.end - slot.start - 1
        return found

    def chinese(self, slot: Slot) -> str:
        """What a slot holds."""
        return self.source[slot.start : slot.end]


def abstracted(source: str, entities: Sequence[Entity], target: Target) -> Abstract:
    """A source text with its entities, and the numbers outside them, as placeholders."""
    slots: list[Slot] = []
    position = 0
    for slot in sorted(candidates(source, entities, target), key=lambda s: (s.start, -s.end)):
        if position <= slot.start < slot.end <= len(source):
            slots.append(slot)
            position = slot.end
    return with_slots(source, slots)


def candidates(source: str, entities: Sequence[Entity], target: Target) -> Iterator[Slot]:
    """All stretches that could be slots; those within another are to be left out."""
    chosen = [entity for entity in entities if entity.type not in KEPT]
    for entity in chosen:
        yield Slot(entity.start, entity.end, entity.type.value, entity.rendering(target))
    taken = {n for entity in chosen for n in range(entity.start, entity.end)}
    for number in NUMBER.finditer(source):
        if taken.isdisjoint(range(*number.span())):
            yield Slot(*number.span(), EntityType.NUMBER.value, as_written(number[0], target))


def as_written(number: str, target: Target) -> str:
    """A number of a Chinese text as the target writes it: 1,250.5 is 1.250,5 in Vietnamese."""
    plain = unicodedata.normalize("NFKC", number)
    return plain.translate(SWAPPED) if target is Target.VI else plain


def with_slots(source: str, slots: Sequence[Slot]) -> Abstract:
    """The abstract form of a source text whose slots are known."""
    # A source that holds such characters itself must not seem to have slots there.
    plain = simplified(source).translate(DOUBLES)
    pieces: list[str] = []
    position = 0
    for slot in slots:
        pieces += (plain[position : slot.start], PLACEHOLDERS[slot.type])
        position = slot.end
    return Abstract(source, "".join([*pieces, plain[position:]]), tuple(slots))


def pack_slots(slots: Sequence[Slot]) -> str:
    """Slots as JSON."""
    return json.dumps([[s.start, s.end, s.type, s.rendering] for s in slots], ensure_ascii=False)


def unpack_slots(packed: str) -> tuple[Slot, ...]:
    """Slots from JSON."""
    return tuple(
        Slot(int(start), int(end), str(kind), str(text)) for start, end, kind, text in json.loads(packed)
    )
