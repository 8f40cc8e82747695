"""The rows of an article within the frames that hold the keys for working at them."""

from __future__ import annotations

from reader.tui.bench import Bench, Work
from reader.tui.cell_bench import CellBench
from reader.tui.mark_bench import MarkBench
from reader.tui.term_bench import TermBench


def workplace(work: Work) -> Bench:
    """Cells, terms and marks, one frame around the other; the rows inside."""
    return MarkBench(work, CellBench(work, TermBench(work, work.grid)))
