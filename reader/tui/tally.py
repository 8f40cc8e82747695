"""How far the rows of an article have come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.tui.speech import phrase
from translate.row import Row


@dataclass(slots=True)
class Tally:
    """How many rows are translated, and have cells that were edited or reviewed."""

    total: int
    translated: int = 0
    edited: int = 0
    reviewed: int = 0

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Tally:
        """The tally of an article's rows."""
        tally = cls(len(rows))
        for row in rows:
            tally._count(row, 1)
        return tally

    @property
    def is_complete(self) -> bool:
        """Whether all rows are translated."""
        return self.translated >= self.total

    def change(self, before: Row, after: Row) -> None:
        """Take up a row that has changed."""
        self._count(before, -1)
        self._count(after, 1)

    def _count(self, row: Row, step: int) -> None:
        if row.cells:
            self.translated += step
            states = [cell.state for cell in row.cells.values()]
            if "edited" in states:
                self.edited += step
            if "reviewed" in states:
                self.reviewed += step

    def told(self, current: int, *, narrow: bool, halted: bool) -> str:
        """The tally in words, with the index of the current row."""
        place = f"{min(self.total, current + 1)}/{self.total}"
        if narrow:
            return place
        share = self.translated * 100 // self.total if self.total else 100
        how_far = "share-translated-stopped" if halted else "share-translated"
        parts = [phrase("row-of", place=place), phrase(how_far, share=share)]
        parts += [f"{self.edited} ✎"] if self.edited else []
        parts += [f"{self.reviewed} ✓"] if self.reviewed else []
        return " · ".join(parts)
