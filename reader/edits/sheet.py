"""Edits in a spreadsheet: CSV as sanyu writes it, or the same saved as XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from reader.edits.edit import Edit, EditsError, Fault, Returned
from reader.edits.respelled import respelled
from reader.export.formulas import unguarded
from reader.export.mark import Mark
from seeds.archive import Archive
from seeds.decode import decode
from translate.row import Target

NEEDED = ("zh", "id")
REVIEWED = frozenset(("reviewed", "✓", "✔", "ok", "yes", "x", "1"))
# Excel's own bounds are wider; no article is.
MOST_ROWS, MOST_COLUMNS, LONGEST = 1_000_000, 100, 1 << 20


def read_csv(data: bytes, name: str) -> Returned:
    """The rows of a CSV file in any encoding, its cells parted by commas, semicolons or tabs.

    Raises SourceError, EditsError.
    """
    text = decode(data, name=name).text
    head = text[: text.find("\n") + 1 or None]
    delimiter = max(",;\t", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return Returned("row", *read_rows(((unguarded(c) for c in line) for line in lines), name))
    except csv.Error as error:
        raise EditsError(
            f"{name}: this is no CSV file ({error}); save it from the spreadsheet program as CSV again."
        ) from error


def read_xlsx(data: bytes, name: str) -> Returned:
    """The rows of the first sheet of a workbook. Raises SourceError, EditsError."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    checked = checked_archive(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(checked), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(values_only=True, max_row=MOST_ROWS, max_col=MOST_COLUMNS)
        return Returned("row", *read_rows(((unguarded(shown(c)) for c in row) for row in rows), name))
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        AttributeError,
        SyntaxError,
    ) as error:
        raise EditsError(
            f"{name}: this Excel file cannot be read ({error}); save it again, or as CSV."
        ) from error


def checked_archive(data: bytes, name: str) -> bytes:
    """The data, after every member was unpacked once within bounds. Raises SourceError, EditsError."""
    archive = Archive(data, name, "Excel")
    for path in archive.names():
        content = archive.read(path)
        if path.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in content or b"<!ENTITY" in content):
            raise EditsError(
                f"{name}: {path} in it declares XML entities, which no Excel file needs; save it as CSV."
            )
    return data


def shown(value: object) -> str:
    """A value of a cell as text."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def read_rows(rows: Iterable[Iterable[str]], name: str) -> tuple[list[Edit], list[Fault]]:
    """Edits and faults from the rows of a table, its head first."""
    columns: list[str] = []
    edits: list[Edit] = []
    faults: list[Fault] = []
    for place, cells in enumerate(rows, 1):
        values = [cell[:LONGEST] for cell in cells]
        if not any(value.strip() for value in values):
            continue
        if not columns:
            columns = [value.strip().lower().lstrip("\ufeff") for value in values]
            check(columns, name)
            continue
        for one in row_of(place, values, columns):
            if isinstance(one, Edit):
                edits.append(one)
            else:
                faults.append(one)
    if not columns:
        raise EditsError(f"{name}: there is nothing in it; export anew with sanyu translate --format csv.")
    return edits, faults


def check(columns: Sequence[str], name: str) -> None:
    """Raises EditsError where columns are missing without which no edit could be placed."""
    missing = [column for column in NEEDED if column not in columns]
    if not {target.value for target in Target} & {*columns}:
        missing.append("en or vi")
    if missing:
        raise EditsError(
            f"{name}: the column {' and '.join(missing)} is missing; export with sanyu translate"
            " --format csv, edit the columns en and vi there, and leave the others as they are."
        )


def row_of(place: int, cells: Sequence[str], columns: Sequence[str]) -> Iterator[Edit | Fault]:
    """The cells of a row."""
    by = dict(zip(columns, cells, strict=False))
    mark = Mark.read(by.get("id", ""))
    source = by.get("zh", "")
    if mark is not None:
        source = respelled(source, mark.is_of)
    for target in Target:
        if target.value not in by or (mark is not None and target not in mark.cells and not by[target.value]):
            continue
        text = by[target.value].strip()
        if mark is not None:
            text = respelled(text, partial(mark.is_text, target))
        said = by.get(f"state_{target}")
        state = "reviewed" if (said or "").strip().lower() in REVIEWED else ""
        if not state and said is not None and mark is not None and mark.is_approved(target):
            # Its approval was rubbed out.
            state = "edited"
        edit = Edit(
            place,
            source,
            target,
            text,
            state,
            mark=mark,
            article=by.get("article", ""),
        )
        if mark is None:
            yield Fault(
                place,
                f"its id is gone or changed ({target})",
                "copy the cell of column id from the export again",
                edit,
            )
        else:
            yield edit
