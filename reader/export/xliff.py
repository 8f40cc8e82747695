"""Rows as XLIFF 1.2, one target a file: what OmegaT, Weblate and their kind open."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.exchange import PROLOGUE, attributes, content, reasons, source_language, version
from reader.export.mark import Mark, marks_of
from reader.export.translated import Translated
from translate.row import Cell, Row, Target

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
CHARACTER = "x-character"


def pieces(translated: Translated) -> Iterator[str]:
    """An article with its first target; a unit's identifier is its mark, flags are notes.

    A machine's draft asks for review and is marked as a suggestion; what a person wrote is
    translated, what was reviewed is final and approved.
    """
    rows, target = translated.rows, next(iter(translated.targets), Target.EN)
    language = source_language(rows)
    about = {
        "original": translated.article.name, "source-language": language, "target-language": target.value,
        "datatype": "plaintext", "tool-id": "sanyu",
        "date": None if translated.article.date is None else f"{translated.article.date}T00:00:00Z",
    }  # fmt: skip
    tool = attributes({"tool-id": "sanyu", "tool-name": "sanyu", "tool-version": version()})
    yield f'{PROLOGUE}<xliff xmlns="{NAMESPACE}" version="1.2">\n<file{attributes(about)}>\n'
    yield f"<header><tool{tool}/></header>\n<body>\n"
    for row, mark in marks_of(rows, [target]):
        yield unit(row, mark, target, language)
    yield "</body>\n</file>\n</xliff>\n"


def unit(row: Row, mark: Mark, target: Target, language: str) -> str:
    """A row as a unit."""
    cell = row.cells.get(target)
    reviewed = cell is not None and cell.state == "reviewed"
    about = {
        "id": str(mark), "resname": row.segment.kind.value, "xml:space": "preserve",
        "approved": "yes" if reviewed else "no",
    }  # fmt: skip
    source = f'<source xml:lang="{language}">{coded(row.segment.text)}</source>\n'
    notes = [] if cell is None else [note(reason) for reason in reasons(cell)]
    return (
        f"<trans-unit{attributes(about)}>\n{source}{target_of(cell, target)}{''.join(notes)}</trans-unit>\n"
    )


def target_of(cell: Cell | None, target: Target) -> str:
    """A cell as a target."""
    states: dict[str, str | None] = {"xml:lang": target.value, "state": "new"}
    if cell is None or not cell.text:
        return f"<target{attributes(states)}/>\n"
    if cell.state == "reviewed":
        states["state"] = "final"
    elif cell.state == "edited":
        states["state"] = "translated"
    else:
        states |= {"state": "needs-review-translation", "state-qualifier": "mt-suggestion"}
    return f"<target{attributes(states)}>{coded(cell.text)}</target>\n"


def note(reason: str) -> str:
    """A flag as a note."""
    return f'<note from="sanyu" annotates="target">{coded(reason)}</note>\n'


def coded(text: str) -> str:
    """A text in which a character that XML cannot hold is a code of the native text."""
    number = 0

    def code(character: str) -> str:
        nonlocal number
        number += 1
        return f'<ph id="{number}" ctype="{CHARACTER}">U+{ord(character):04X}</ph>'

    return content(text, code)
