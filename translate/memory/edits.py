"""The memory as the pipeline asks it: cells that people wrote or approved."""

from __future__ import annotations

from collections.abc import Sequence

from cache.unit import Unit
from translate.links import unpack_links
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Cell, Row, Target


class Edits:
    """Cells from a translation memory. They are asked for anew each time: an edit shows at once."""

    def __init__(self, memory: TranslationMemory) -> None:
        self._memory = memory

    def cells(self, rows: Sequence[Row], target: Target, texts: Sequence[str]) -> list[Cell | None]:
        """For each row what a person wrote or approved; ``texts`` are all segments of its article."""
        if self._memory.is_empty:
            return [None] * len(rows)
        units = self._memory.standing_all([Passage.of(row, texts) for row in rows], target)
        return [cell_of(unit, row, target) if unit else None for unit, row in zip(units, rows, strict=True)]


def cell_of(unit: Unit, row: Row, target: Target) -> Cell:
    """A unit as the cell of a row, checked like a draft."""
    from translate.checks import flags_of

    text = unit.text or ""
    flags = flags_of(row.segment.text, text, row.entities, target)
    # Offsets hold in the other script too, but not where white space differs.
    fits = len(unit.source) == len(row.segment.text)
    links = unpack_links(unit.alignment) if fits else ()
    return Cell(text, unit.who, True, flags, links, unit.state)
