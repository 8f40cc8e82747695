"""Which rows have something to step to, so that no key has to look through a whole book."""

from __future__ import annotations

from collections.abc import Sequence

from translate.row import Row


class Waymarks:
    """A byte a row for each thing one steps to: terms, words that are linked, flags."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.terms, self.words, self.flags = bytearray(len(rows)), bytearray(len(rows)), bytearray(len(rows))
        for at, row in enumerate(rows):
            if row.cells or row.entities:
                self.note(at, row)

    def note(self, at: int, row: Row) -> None:
        """Take up a row as it is now."""
        cells = row.cells.values()
        self.terms[at] = bool(row.entities)
        self.words[at] = bool(row.entities) or any(cell.alignment for cell in cells)
        self.flags[at] = any(cell.flags for cell in cells)


def following(marks: bytearray | None, row: int, step: int, count: int) -> int | None:
    """The first marked row from ``row`` on, it included, forwards (``step`` 1) or backwards (-1).

    Without marks every one of the ``count`` rows counts as marked.
    """
    if not 0 <= row < count:
        return None
    if marks is None:
        return row
    found = marks.find(1, row) if step > 0 else marks.rfind(1, 0, row + 1)
    return found if found >= 0 else None
