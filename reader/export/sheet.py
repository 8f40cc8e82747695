"""Rows as CSV for spreadsheet programs: one line a segment, no cell a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from reader.export.formulas import guarded
from reader.export.harmless import harmless
from reader.export.mark import marks_of
from reader.export.translated import Translated
from translate.row import Row, Target

COLUMNS = (
    "article", "segment", "paragraph", "kind", "zh", "en", "vi", "engine_en", "engine_vi", "flags",
    "state_en", "state_vi", "id",
)  # fmt: skip
# Without it Excel reads UTF-8 as the encoding of the system.
BYTE_ORDER_MARK = "\ufeff"


def pieces(translated: Translated) -> Iterator[str]:
    """An article as RFC 4180 has it, line by line, with lines that end in CR LF and a head line.

    Every cell went through ``guarded``; flags are parted by spaces. A target not asked for is empty.
    ``id`` is the row's mark: by it ``sanyu import-edits`` knows what was changed.
    """
    yield BYTE_ORDER_MARK + line(COLUMNS)
    for row, mark in marks_of(translated.rows, translated.targets):
        yield line([*cells(translated.article.name, row, translated.targets), str(mark)])


def line(values: Iterable[str | int]) -> str:
    """A line of a sheet, with its end."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(values)
    return text.getvalue()


def cells(name: str, row: Row, targets: tuple[Target, ...]) -> list[str | int]:
    """One row, in the order of ``COLUMNS`` but for its mark."""
    segment = row.segment
    asked = {target: row.cells[target] for target in targets if target in row.cells}
    texts = (asked[target].text if target in asked else "" for target in (Target.EN, Target.VI))
    engines = (asked[target].engine if target in asked else "" for target in (Target.EN, Target.VI))
    states = (asked[target].state if target in asked else "" for target in (Target.EN, Target.VI))
    flags = (f"{flag}:{target.value}" for target, cell in asked.items() for flag in cell.flags)
    return [
        shown(name),
        segment.index,
        segment.paragraph,
        segment.kind.value,
        shown(segment.text),
        *map(shown, texts),
        *map(shown, engines),
        " ".join(flags),
        *states,
    ]


def shown(text: str) -> str:
    """A text as it stands in a cell, where a tab would be lost: LibreOffice drops it."""
    return guarded(harmless(text).replace("\t", " "))
