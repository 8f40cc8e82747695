"""What ``sanyu translate --explain`` prints: how each segment was read, what was put right in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.export.harmless import harmless
from translate.row import Row
from translate.workshop import Workshop

if TYPE_CHECKING:
    from translate.argos.report import Repair
    from translate.transfer.explain import Explained

NEURAL = "argos"
HEADINGS = ("zh", "read as", "from", "en", "vi", "moved by")


def explanation(rows: Sequence[Row], workshop: Workshop) -> Iterator[str]:
    """The lines of the explanation of an article, an empty one behind each segment."""
    for row in rows:
        yield f"{row.segment.index}  {harmless(row.segment.text)}"
        for target, cell in row.cells.items():
            flags = f"  ⚑ {', '.join(cell.flags)}" if cell.flags else ""
            yield f"    {target.value}  {harmless(cell.text)}  ({cell.engine}){flags}"
            if cell.engine == NEURAL:
                for repair in workshop.explain_repairs(row, target):
                    yield f"        {harmless(' '.join(words_of(repair)))}"
        if all(cell.engine == NEURAL for cell in row.cells.values()):
            yield ""
            continue
        words = workshop.explain(row)
        if words:
            yield "    " + " | ".join(HEADINGS)
        for word in words:
            yield "    " + harmless(" | ".join(cells_of(word)))
        yield ""


def words_of(repair: Repair) -> Iterator[str]:
    """What was put right by which step of the ladder, as words."""
    yield repair.step
    if repair.zh:
        yield f"{repair.zh}:"
    if repair.before or repair.after:
        yield f"{repair.before or '–'} → {repair.after or '–'}"


def cells_of(word: Explained) -> tuple[str, ...]:
    """The cells of one word."""
    return word.zh, word.category, word.layer, word.en or "–", word.vi or "–", " < ".join(word.rules) or "–"
