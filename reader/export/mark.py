"""Marks: what a row of an exported file tells of itself, so that edits find their way back."""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, pairwise

from reader.export.markup import visible
from translate.row import Row, Target

STATES = {state[0]: state for state in ("draft", "edited", "reviewed")}
_DIGEST = "[a-z2-7]{8}"
_CELL = re.compile(rf"\.(en|vi)-([der])-([a-z0-9_]{{1,24}})-({_DIGEST})")
_MARK = re.compile(rf"s(\d{{1,9}})-(\d{{1,9}})\.({_DIGEST})(?:\.n-([a-z2-7]{{4}}))?((?:{_CELL.pattern})*)")


@dataclass(frozen=True, slots=True)
class CellMark:
    """What a cell was when it was exported: its state, its engine, a digest of its text."""

    state: str
    engine: str
    digest: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A row's identity: the number of its segment (from 0) among ``of``, a digest of its source, its cells.

    ``around`` is a digest of its neighbours, empty in marks of earlier versions. Written as
    ``s12-40.abcdefgh.n-qrst.en-d-transfer-ijklmnop``, the number from 1: letters, digits, dots and
    hyphens alone, so that it may stand in an XML identifier and survives every program.
    """

    segment: int
    of: int
    source: str
    cells: Mapping[Target, CellMark] = field(default_factory=dict)
    around: str = ""

    @classmethod
    def of_row(cls, row: Row, of: int, targets: Sequence[Target], around: str = "") -> Mark:
        """The mark of a row of an article with ``of`` segments."""
        cells = {
            target: CellMark(cell.state, engine_name(cell.engine), digest(cell.text))
            for target in targets
            if (cell := row.cells.get(target)) is not None
        }
        return cls(row.segment.index, of, digest(row.segment.text), cells, around)

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """The mark that was written as ``text``, None where it is none; white space does not count."""
        found = _MARK.fullmatch("".join(text.split()).lower())
        if found is None or not 0 < int(found[1]) <= int(found[2]):
            return None
        cells = {
            Target(target): CellMark(STATES[state], engine, text_digest)
            for target, state, engine, text_digest in _CELL.findall(found[5])
        }
        return cls(int(found[1]) - 1, int(found[2]), found[3], cells, found[4] or "")

    def __str__(self) -> str:
        cells = (
            f".{target}-{cell.state[0]}-{cell.engine}-{cell.digest}" for target, cell in self.cells.items()
        )
        around = f".n-{self.around}" if self.around else ""
        return f"s{self.segment + 1}-{self.of}.{self.source}{around}{''.join(cells)}"

    def is_of(self, source: str) -> bool:
        """Whether a source text is the one that was exported."""
        return digest(source) == self.source

    def is_text(self, target: Target, text: str) -> bool:
        """Whether a text is that with which the cell of a target was exported."""
        return target in self.cells and self.cells[target].digest == digest(text)

    def is_approved(self, target: Target) -> bool:
        """Whether the cell of a target was reviewed when it was exported."""
        return target in self.cells and self.cells[target].state == STATES["r"]

    def is_between(self, previous: str, following: str) -> bool:
        """Whether these are the neighbours it was exported with, empty at the ends; yes where not known."""
        return not self.around or neighbourhood(previous, following) == self.around


def canonical(text: str) -> str:
    """A text without what files may change on the way: white space, and characters they cannot hold."""
    return " ".join(visible(unicodedata.normalize("NFC", text)).split())


def digest(text: str) -> str:
    """A short digest of a text's canonical form: eight letters and digits (40 bits)."""
    hashed = blake2b(canonical(text).encode(), digest_size=5).digest()
    return b32encode(hashed).decode().lower()


def neighbourhood(previous: str, following: str) -> str:
    """A digest of the texts beside a segment: four letters and digits (20 bits)."""
    return digest(f"{canonical(previous)}|{canonical(following)}")[:4]


def engine_name(name: str) -> str:
    """The name of an engine as a mark may hold it."""
    return re.sub("[^a-z0-9_]", "_", name.lower())[:24] or "_"


def marks_of(rows: Sequence[Row], targets: Sequence[Target]) -> Iterator[tuple[Row, Mark]]:
    """Each row of an article with its mark."""
    previous = ""
    for row, after in pairwise(chain(rows, (None,))):
        if row is not None:
            around = neighbourhood(previous, after.segment.text if after else "")
            yield row, Mark.of_row(row, len(rows), targets, around)
            previous = row.segment.text
