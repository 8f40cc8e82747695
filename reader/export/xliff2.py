"""Rows as XLIFF 2.1, one target a file."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.exchange import PROLOGUE, attributes, content, reasons, source_language
from reader.export.mark import Mark, marks_of
from reader.export.translated import Translated
from translate.row import Cell, Row, Target

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
STATES = {"draft": "initial", "edited": "translated", "reviewed": "reviewed"}
"""The state of a segment by the state of its cell; ``subState`` tells a draft from nothing at all."""


def pieces(translated: Translated) -> Iterator[str]:
    """An article with its first target; a unit's identifier is its mark.

    Flags are notes for people and metadata for programs, with the engine.
    """
    rows, target = translated.rows, next(iter(translated.targets), Target.EN)
    about = attributes(
        {"version": "2.1", "srcLang": source_language(rows), "trgLang": target.value, "xml:space": "preserve"}
    )
    file = attributes({"id": "f1", "original": translated.article.name})
    yield f'{PROLOGUE}<xliff xmlns="{NAMESPACE}" xmlns:mda="{METADATA}"{about}>\n<file{file}>\n'
    for row, mark in marks_of(rows, [target]):
        yield unit(row, mark, target)
    yield "</file>\n</xliff>\n"


def unit(row: Row, mark: Mark, target: Target) -> str:
    """A row as a unit."""
    cell = row.cells.get(target)
    about = {"id": str(mark), "name": row.segment.kind.value}
    return f"<unit{attributes(about)}>\n{'' if cell is None else remarks(cell)}{segment(row, cell)}</unit>\n"


def remarks(cell: Cell) -> str:
    """What a cell says of itself."""
    values = [("engine", cell.engine), ("state", cell.state), *(("flag", flag) for flag in cell.flags)]
    metas = "".join(
        f"<mda:meta{attributes({'type': name})}>{content(value, lost)}</mda:meta>" for name, value in values
    )
    notes = "".join(f'<note appliesTo="target">{content(reason, coded)}</note>' for reason in reasons(cell))
    return (
        f'<mda:metadata><mda:metaGroup category="sanyu">{metas}</mda:metaGroup></mda:metadata>\n'
        + (f"<notes>{notes}</notes>\n" if notes else "")
    )  # fmt: skip


def segment(row: Row, cell: Cell | None) -> str:
    """The texts of a row."""
    states: dict[str, str | None] = {"state": "initial"}
    target = ""
    if cell is not None and cell.text:
        states = {"state": STATES.get(cell.state, "initial"), "subState": f"sanyu:{cell.state}"}
        target = f"<target>{content(cell.text, coded)}</target>\n"
    source = f"<source>{content(row.segment.text, coded)}</source>\n"
    return f"<segment{attributes(states)}>\n{source}{target}</segment>\n"


def coded(character: str) -> str:
    """A character that XML cannot hold, as XLIFF has it."""
    return f'<cp hex="{ord(character):04X}"/>'


def lost(character: str) -> str:
    """A character that XML cannot hold, where none of XLIFF's elements may stand."""
    return "\ufffd"
