"""What other readers, at work at the same time, write into the memory and beside the rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from cache.annotations import Annotations
from reader.desk import Cells, Desk
from translate.memory.folding import lookup
from translate.row import Row, Target


class OtherEdits:
    """The edits that others make in the memory while an article is open.

    ``cells`` are those one works at here, ``texts`` all segments of the article. Both methods wait for
    the disk.
    """

    def __init__(self, desk: Desk, cells: Cells, texts: Sequence[str]) -> None:
        self._memory = desk.memory
        self._cells = cells
        self._texts = texts
        self._known: int | None = None

    def candidates(self) -> list[int]:
        """The indexes of the rows whose sentences others have worked at since the last time."""
        try:
            latest, versions = self._memory.worked_at(self._known)
        except sqlite3.DatabaseError:  # held just now: there is a next time
            return []
        first, self._known = self._known is None, latest
        sources = {source for number, source in versions if number not in self._cells.made}
        if first or not sources:
            return []
        lengths, wanted = {len(source) for source in sources}, {lookup(source) for source in sources}
        return [
            index for index, text in enumerate(self._texts) if len(text) in lengths and lookup(text) in wanted
        ]

    def changed(self, rows: Iterable[Row]) -> set[int]:
        """The indexes of those rows that show something else than what people made of them."""
        return {row.segment.index for row in rows if any(self._differs(row, target) for target in Target)}

    def _differs(self, row: Row, target: Target) -> bool:
        cell = row.cells.get(target)
        if cell is None:  # on its way: it comes with what stands there by then
            return False
        standing = self._cells.standing(row, target)
        if standing is None or standing.text is None:
            return cell.state != "draft"
        return (cell.text, cell.state) != (standing.text, standing.state)


class OtherMarks:
    """Whether other readers have changed bookmarks and notes."""

    def __init__(self, annotations: Annotations) -> None:
        self._vault = annotations.vault
        self._known: object = None

    def changed(self) -> bool:
        """Whether anything was changed since the last time this was asked. Waits for the disk."""
        try:
            found = self._vault.look_up("PRAGMA data_version")
        except sqlite3.DatabaseError:  # held just now: there is a next time
            return False
        before, self._known = self._known, found[0][0] if found else 0
        return before is not None and before != self._known
