"""What comes back from a reviewer or another program: texts of cells, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.export.mark import Mark
from translate.row import Target


class EditsError(Exception):
    """A file of edits that cannot be read at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell of a file that came back, changed or not.

    ``place`` is the number of its row or unit in the file, from 1. ``state`` is what the file says of
    it: edited, reviewed, draft, or empty where it says nothing. ``previous`` and ``following`` are the
    neighbours' texts, empty at the ends of an article, None where unknown. Where there is a ``mark``,
    the neighbours are those rows of the same ``article`` whose marks are next to it. ``slots`` is opaque.
    ``carries``: the file also brings the work it was exported with to a memory that has none.
    """

    place: int
    source: str
    target: Target
    text: str
    state: str = ""
    mark: Mark | None = None
    article: str = ""
    previous: str | None = None
    following: str | None = None
    who: str = "person"
    saved: int = 0
    slots: str = ""
    carries: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that could not be taken: where, why, and what to do.

    ``edit`` is what it held, as far as it was read; ``here`` what the memory holds in its place.
    """

    place: int
    reason: str
    mend: str
    edit: Edit | None = None
    here: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """All that was read from a file. ``unit`` is what ``place`` counts; ``remarks`` are for people."""

    unit: str
    edits: Sequence[Edit]
    faults: Sequence[Fault] = ()
    remarks: Sequence[str] = ()
