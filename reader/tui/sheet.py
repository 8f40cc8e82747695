"""The rows of an article as laid out for one width: heights, offsets, what is in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import perf_counter

from reader.tui.heights import Heights
from reader.tui.layout import WIDE, Above, Geometry, LaidRow, lay
from reader.tui.packed import kept
from reader.tui.related import Related
from reader.tui.ruby import Reading
from reader.tui.waymarks import Waymarks
from translate.row import Row

_KEPT = 600  # laid rows kept; a screen shows fewer than a hundred
_SAMPLE = 40
# So many rows are measured at once: that takes less than showing the scroll bar a second time.
_SHORT = 120


class Sheet:
    """Rows and their layout. Heights are estimated until a row is measured.

    Lines are counted from the top of the first row; ``Row.segment.index`` must be the row's place.
    """

    def __init__(self, rows: Sequence[Row], geometry: Geometry | None = None) -> None:
        self.rows = kept(rows)
        self.related = Related(self.rows)
        self.marks = Waymarks(rows)
        self.geometry = geometry or Geometry.fit(WIDE)
        self.heights = Heights(len(self.rows), 1)
        self._laid: dict[int, LaidRow] = {}
        self._readings: dict[int, Reading] = {}
        self._refined = 0
        if geometry is not None:  # else the width is not known yet: nothing worth measuring
            self.reshape(geometry)

    def reshape(self, geometry: Geometry) -> None:
        """Lay everything out anew for another width."""
        self.geometry = geometry
        self._laid.clear()
        self._refined = 0
        count = len(self.rows)
        sample = range(0, count, 1 if count <= _SHORT else count // _SAMPLE + 1)
        heights = {row: self.laid(row).height for row in sample}
        self.heights = Heights(count, max(1, round(sum(heights.values()) / max(1, len(sample)))))
        for row, height in heights.items():
            self.heights.set(row, height)
        for head, end in self.related.folded:
            self._settle_run(head, end)

    def _lay(self, row: int) -> LaidRow:
        run = self.related.run_of(row)
        if run is not None and run in self.related.folded:
            if row != run[0]:
                return LaidRow((), (), self.geometry.stacked)
            lines = (Above.BLANK, Above.FOLDED) if row else (Above.FOLDED,)
            return LaidRow(lines, (), self.geometry.stacked, run[1] - row)
        before = self.rows[row - 1] if row else None
        return lay(self.rows[row], before, self.geometry, self._readings.get(row))

    def turn_fold(self, row: int) -> bool:
        """Fold or unfold the related items a row is among; whether it is."""
        run = self.related.turn(row)
        if run is None:
            return False
        self._settle_run(*run)
        return True

    def _settle_run(self, head: int, end: int) -> None:
        """Measure rows anew, those that are hidden as nothing."""
        for row in range(head, end):
            self._laid.pop(row, None)
            self.heights.set(row, self._lay(row).height)

    def reading_of(self, row: int) -> Reading:
        """What stands above a row's Chinese."""
        return self._readings.get(row, self.geometry.look.reading)

    def read(self, row: int, reading: Reading | None) -> None:
        """Put a reading above a row's Chinese whatever stands above that of others; None: like those."""
        if reading is None:
            self._readings.pop(row, None)
        else:
            self._readings[row] = reading
        self._laid.pop(row, None)
        self.heights.forget(row)

    def read_alike(self) -> None:
        """Let all rows have the reading that the look says."""
        for row in list(self._readings):
            self.read(row, None)

    def laid(self, row: int) -> LaidRow:
        """A row broken into lines."""
        found = self._laid.get(row)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            found = self._laid[row] = self._lay(row)
        return found

    def measure(self, row: int) -> int:
        """The exact height of a row."""
        if not self.heights.is_exact(row):
            self.heights.set(row, self.laid(row).height)
        return self.heights[row]

    def settle(self, row: int, at: int, height: int) -> int:
        """The line at the top of a view of ``height`` lines that shows ``row`` at its line ``at``.

        All that will be in view gets measured, and a view's worth above it, so that scrolling up
        a little does not move what is visible. The view never goes past the first or last line.
        """
        if not self.rows:
            return 0
        below, covered = row, at
        while below < len(self.rows) and covered < height:
            covered += self.measure(below)
            below += 1
        above, wanted = row, max(0, at) + max(0, height - covered) + height
        while above > 0 and wanted > 0:
            above -= 1
            wanted -= self.measure(above)
        top = self.heights.offset(row) - at
        return max(0, min(top, self.heights.total - height))

    def view(self, top: int, height: int) -> list[tuple[int, int]]:
        """(row, line within the row) for each of ``height`` lines from ``top``; fewer at the end."""
        lines: list[tuple[int, int]] = []
        if not self.rows:
            return lines
        row, line = self.heights.find(top)
        while row < len(self.rows) and len(lines) < height:
            tall = self.measure(row)
            stop = min(tall, line + height - len(lines))
            lines.extend((row, at) for at in range(line, stop))
            row, line = row + 1, 0
        return lines

    def refine(self, seconds: float) -> bool:
        """Measure more rows for about so long; whether estimates are left."""
        deadline = perf_counter() + seconds
        while (row := self.heights.next_estimate(self._refined)) is not None:
            laid = self._laid.get(row) or self._lay(row)
            self.heights.set(row, laid.height)
            self._refined = row + 1
            if perf_counter() > deadline:
                return True
        return False

    def update(self, rows: Iterable[Row]) -> set[int]:
        """Put rows in the place of those with the same segment index; the indexes that changed."""
        changed = set()
        for row in rows:
            index = row.segment.index
            if 0 <= index < len(self.rows) and self.rows[index] != row:
                self.rows[index] = row
                self.marks.note(index, row)
                self._laid.pop(index, None)
                self.heights.forget(index)
                changed.add(index)
        return changed
