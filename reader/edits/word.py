"""Edits in a Word table, tracked changes taken as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.edits.edit import Edit, EditsError, Fault, Returned
from reader.export.mark import Mark
from reader.export.word import APPROVED, NAMES, NOTES, NUMBER, SOURCE
from seeds.docx import WordFile
from translate.row import Target

# The mark stands behind the row's number in the same cell.
MARK = re.compile(r"s\d+\s*-\s*\d+\s*\..*", re.IGNORECASE | re.DOTALL)
APPROVALS = re.compile(rf"(?:[{APPROVED}✔☑]|\bok\b)[ \t:]*(en\b|vi\b)?", re.IGNORECASE)


def read_word(data: bytes, name: str) -> Returned:
    """The rows of a document that sanyu wrote. Raises SourceError, EditsError."""
    document = WordFile(data, name)
    edits: list[Edit] = []
    faults: list[Fault] = []
    found = False
    place = 0
    for table in document.tables():
        columns: Sequence[Target | str] = ()
        for cells in table:
            if not columns:
                if cells[:2] != [NUMBER, SOURCE]:
                    break
                columns = columns_of(cells)
                found = True
                continue
            place += 1
            for one in row_of(place, cells, columns):
                if isinstance(one, Edit):
                    edits.append(one)
                else:
                    faults.append(one)
    if not found:
        raise EditsError(
            f"{name}: there is no table of sanyu in it ({NUMBER}, {SOURCE}, …); export one with"
            " sanyu translate --format docx and edit that."
        )
    remarks = []
    if document.tracked:
        remarks.append(
            f"{document.tracked:,} tracked insertions and deletions were read as if they were accepted"
            if document.tracked > 1
            else "a tracked change was read as if it was accepted"
        )
    return Returned("row", edits, faults, remarks)


def columns_of(head: Sequence[str]) -> list[Target | str]:
    """What each column holds."""
    named: dict[str, Target | str] = {title: target for target, title in NAMES.items()}
    return [named.get(title, title) for title in head]


def row_of(place: int, cells: Sequence[str], columns: Sequence[Target | str]) -> Iterator[Edit | Fault]:
    """The cells of a row."""
    if not any(cells):
        return
    by = dict(zip(columns, cells, strict=False))
    found = MARK.search(by.get(NUMBER, ""))
    mark = Mark.read(found[0]) if found else None
    source = by.get(SOURCE, "")
    approved = approvals(by.get(NOTES, ""))
    for target in Target:
        if target not in by:
            continue
        state = "reviewed" if target in approved else ""
        if not state and NOTES in by and mark is not None and mark.is_approved(target):
            # Its approval was rubbed out.
            state = "edited"
        edit = Edit(place, source, target, by[target], state, mark=mark)
        if mark is None:
            yield Fault(
                place,
                f"the mark below its number is gone ({target})",
                "put the row back as it was in the export and edit only its translations",
                edit,
            )
        else:
            yield edit


def approvals(notes: str) -> set[Target]:
    """The targets that a note approves: those it names behind a ✓ or an ok, all where it names none."""
    approved: set[Target] = set()
    for found in APPROVALS.finditer(notes):
        approved |= {Target(found[1].lower())} if found[1] else set(Target)
    return approved
