"""Glossaries as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from translate.terms.glossary_rows import (
    Fault,
    GlossaryRow,
    RowError,
    cells_of,
    columns_of,
    lines_in,
    row_of,
)
from translate.terms.termentry import COLUMNS, TermEntry

# A spreadsheet would run such a cell as a formula. An apostrophe before it says that it is text;
# one that stands there already gets another, so that reading takes off just what writing put on.
FORMULA = re.compile(r"'*[=+\-@]")
GUARDED = re.compile(r"'+[=+\-@]")
# A quoted cell may hold line ends, but one that is never closed must not swallow the file.
MOST_LINES = 30


def write_csv(entries: Iterable[TermEntry]) -> Iterator[str]:
    """Entries as the lines of a CSV file, its header first."""
    yield line_of_cells(COLUMNS)
    for entry in entries:
        yield line_of_cells([guarded(cell) for cell in cells_of(entry)])


def read_csv(text: str, kind: str = "") -> Iterator[GlossaryRow]:
    """The rows of a CSV file; a file without a header has its columns in the usual order."""
    columns: Sequence[str] = ()
    delimiter = ","
    for number, record in records(text.removeprefix("\ufeff")):
        if record is None:
            yield Fault(number, "a quotation mark is opened and not closed")
            continue
        if not record.strip(' ,;\t"\n'):
            continue
        if not columns:
            delimiter = delimiter_of(record)
        try:
            cells = [plain(cell) for cell in next(csv.reader([record], delimiter=delimiter), [])]
        except csv.Error as error:
            yield Fault(number, f"no CSV ({error})")
            continue
        if not columns:
            try:
                columns, is_header = columns_of(cells, kind)
            except RowError as error:
                yield Fault(number, str(error))
                return
            if is_header:
                continue
        while len(cells) > len(columns) and not cells[-1].strip():
            cells.pop()
        yield row_of(number, cells, columns, kind)


def records(text: str) -> Iterator[tuple[int, str | None]]:
    """Each record with the number of the line it begins in; None where its quotes never close."""
    held: list[str] = []
    begun, quotes = 1, 0
    for number, line in enumerate(lines_in(text), 1):
        held.append(line)
        quotes += line.count('"')
        if quotes % 2 == 0:
            yield begun, "".join(held)
        elif len(held) < MOST_LINES:
            continue
        else:
            yield from broken(held, begun)
        held, begun, quotes = [], number + 1, 0
    if held:
        yield from broken(held, begun)


def broken(held: list[str], begun: int) -> Iterator[tuple[int, str | None]]:
    """The lines of a record that does not end: the first is lost, the others stand for themselves."""
    yield begun, None
    for number, line in enumerate(held[1:], begun + 1):
        yield number, line if line.count('"') % 2 == 0 else None


def delimiter_of(header: str) -> str:
    """What separates the cells: where commas are decimal marks, spreadsheets write semicolons."""
    return max(",;\t", key=header.count) if any(mark in header for mark in ",;\t") else ","


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """A cell without the apostrophe that guarded it."""
    return cell[1:] if GUARDED.match(cell) else cell


def line_of_cells(cells: Sequence[str]) -> str:
    """Cells as a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
