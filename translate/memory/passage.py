"""A segment as it stands in its article: the text, its neighbours, its entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cache.unit import Address, Unit
from translate.memory.folding import lookup, neighbour
from translate.row import Entity, Row, Target


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment with what the memory wants to know of its surroundings.

    ``previous`` and ``following`` are the texts of the neighbouring segments, empty at the ends of the
    article, None where unknown. The offsets of ``entities`` are in ``source``.
    """

    source: str
    previous: str | None = None
    following: str | None = None
    entities: tuple[Entity, ...] = ()

    @classmethod
    def of(cls, row: Row, texts: Sequence[str]) -> Passage:
        """The passage of a row; ``texts`` are the texts of all segments of its article."""
        index = row.segment.index
        previous = texts[index - 1] if index else ""
        following = texts[index + 1] if index + 1 < len(texts) else ""
        return cls(row.segment.text, previous, following, row.entities)

    @classmethod
    def of_unit(cls, unit: Unit) -> Passage:
        """The passage for which a unit was made; its entities are not known any more."""
        return cls(unit.source, unit.previous, unit.following)

    def address(self, target: Target) -> Address:
        """Where the memory keeps what people write here."""
        return Address(lookup(self.source), target.value, neighbour(self.previous), neighbour(self.following))
