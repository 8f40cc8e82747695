"""The related items below an article, folded into one line until one wants them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from seeds.article import Kind
from translate.row import Row

Run = tuple[int, int]
"""The first of some rows that follow each other, and the one after the last."""

_RELATED = frozenset(kind for kind in Kind if kind.is_related)


class Related:
    """The runs of rows that belong to related items, and which of them are folded.

    A document that has nothing else is not folded.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._count = len(rows)
        self._runs = _runs(rows)
        if self._runs == [(0, len(rows))]:
            self._runs = []
        self._heads = [head for head, _ in self._runs]
        self.folded = set(self._runs)

    def run_of(self, row: int) -> Run | None:
        """The run a row is in."""
        at = bisect_right(self._heads, row) - 1
        return self._runs[at] if at >= 0 and row < self._runs[at][1] else None

    def is_folded(self, row: int) -> bool:
        """Whether a row is folded, as the first or another of its run."""
        return bool(self.folded) and self.run_of(row) in self.folded

    def turn(self, row: int) -> Run | None:
        """Fold the run a row is in, or unfold it; the run."""
        run = self.run_of(row)
        if run is not None:
            self.folded ^= {run}
        return run

    def reachable(self, row: int, step: int) -> int:
        """A row itself, or, if it is hidden, the nearest one shown in a direction or its run's first."""
        run = self.run_of(row) if self.folded else None
        if run is None or run not in self.folded or row == run[0]:
            return row
        return run[1] if step > 0 and run[1] < self._count else run[0]


def _runs(rows: Sequence[Row]) -> list[Run]:
    runs: list[Run] = []
    for index, row in enumerate(rows):
        if row.segment.kind in _RELATED:
            if runs and runs[-1][1] == index:
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
    return runs
