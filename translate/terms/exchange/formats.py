"""The formats in which glossaries come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath

from translate.terms.exchange.quicktranslator import Known, read_quicktranslator
from translate.terms.exchange.spreadsheet import read_csv, write_csv
from translate.terms.exchange.tbx import read_tbx, write_tbx
from translate.terms.glossary_rows import HEADER, GlossaryRow, lines_in, read_tsv
from translate.terms.termentry import TermEntry

TSV, CSV, TBX, QUICKTRANSLATOR = "tsv", "csv", "tbx", "quicktranslator"
READABLE = (TSV, CSV, TBX, QUICKTRANSLATOR)
SUFFIXES: Mapping[str, str] = {
    ".tsv": TSV, ".csv": CSV, ".tbx": TBX, ".xml": TBX, ".txt": QUICKTRANSLATOR,
}  # fmt: skip


def write_tsv(entries: Iterable[TermEntry]) -> Iterator[str]:
    """Entries as the lines of a glossary file, its header first."""
    yield HEADER + "\n"
    for entry in entries:
        yield entry.line() + "\n"


WRITERS: Mapping[str, Callable[[Iterable[TermEntry]], Iterator[str]]] = {
    TSV: write_tsv, CSV: write_csv, TBX: write_tbx,
}  # fmt: skip


def format_of(name: str) -> str | None:
    """The format that a file's name speaks for."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def read(text: str, form: str, kind: str, known: Known) -> Iterator[GlossaryRow]:
    """The rows of a glossary in one of the formats.

    ``kind`` is the type of rows that have none; ``known`` gives the entry of a Chinese form.
    """
    if form == CSV:
        return read_csv(text, kind)
    if form == TBX:
        return read_tbx(text, kind)
    if form == QUICKTRANSLATOR:
        return read_quicktranslator(text, kind, known)
    return read_tsv(lines_in(text), kind)
