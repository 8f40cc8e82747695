"""A person's own glossary on this machine: read, changed under a lock, and changed back."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cache.places import Places
from cache.versions import Change, VersionedFile

if TYPE_CHECKING:
    # The reader has a glossary at hand before anybody asks for what is in it.
    from translate.terms.glossary_file import GlossaryFile, Put
    from translate.terms.glossary_rows import Fault, GlossaryRow
    from translate.terms.termentry import TermEntry

# More would fill the memory, and nobody reads them.
MOST_LISTED = 1000


@dataclass(slots=True)
class Imported:
    """What came of an import: counts, and the first of the rows left out or to be looked at."""

    added: int = 0
    changed: int = 0
    same: int = 0
    faulty: int = 0
    remarked: int = 0
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)

    def fault(self, line: int, reason: str) -> None:
        """Counts a row that was left out."""
        from translate.terms.glossary_rows import Fault

        self.faulty += 1
        if len(self.faults) < MOST_LISTED:
            self.faults.append(Fault(line, reason))

    def remark(self, line: int, reason: str) -> None:
        """Counts a row that was taken and should be looked at."""
        from translate.terms.glossary_rows import Fault

        self.remarked += 1
        if len(self.remarks) < MOST_LISTED:
            self.remarks.append(Fault(line, reason))


class OwnGlossary:
    """The user's glossary file with its history.

    Raises cache.versions.VersionError and translate.terms.glossary_file.GlossaryFileError.
    """

    def __init__(self, places: Places) -> None:
        self._name = str(places.glossary)
        self._file = VersionedFile(places.glossary, places.glossary_history)

    def read(self) -> GlossaryFile:
        """The glossary as it is now."""
        from translate.terms.glossary_file import GlossaryFile

        return GlossaryFile(self._file.read(), self._name)

    def stamp(self) -> object:
        """What changes with every change of the file; cheap to ask."""
        return self._file.stamp()

    def lines(self) -> frozenset[bytes]:
        """The lines of the file as it is now, in whatever form somebody wrote them."""
        return frozenset((self._file.read() or b"").splitlines())

    @contextlib.contextmanager
    def changing(self, about: str) -> Iterator[GlossaryFile]:
        """The glossary to be changed; written when the block ends without an error."""
        with self._file.locked():
            glossary = self.read()
            yield glossary
            if glossary.exists or len(glossary):
                self._file.replace(glossary.chunks(), about, int(time.time()))

    def undo(self, *, force: bool = False) -> Change:
        """Takes the last change back and says which it was."""
        with self._file.locked():
            return self._file.undo(force=force)


def put(glossary: GlossaryFile, entry: TermEntry) -> Put:
    """Adds an entry to a glossary, or changes the one it has."""
    from translate.shapes import simplified

    return glossary.put(simplified(entry.zh), entry)


def take_in(glossary: GlossaryFile, rows: Iterable[GlossaryRow], seeds: dict[str, TermEntry]) -> Imported:
    """Puts rows of another glossary into this one.

    They become the user's own, unless they were mined. Rows of a full export that only repeat the
    seed glossary are passed over, so that corrections of the seed still arrive.
    """
    from translate.shapes import simplified
    from translate.terms.glossary_file import Put
    from translate.terms.glossary_rows import Fault
    from translate.terms.termentry import SEED, USER

    result = Imported()
    for row in rows:
        if isinstance(row, Fault):
            result.fault(row.line, row.reason)
            continue
        entry, key = row.entry, simplified(row.entry.zh)
        if entry.status == SEED:
            if same_content(entry, seeds.get(entry.zh) or seeds.get(key)):
                result.same += 1
                continue
            entry = replace(entry, status=USER)
        outcome = glossary.put(key, entry, row.line)
        if outcome is Put.DUPLICATE:
            first = glossary.line_put(key)
            result.fault(row.line, f"a duplicate: {entry.zh} stands in line {first} already, which counts")
            continue
        result.added += outcome is Put.ADDED
        result.changed += outcome is Put.CHANGED
        result.same += outcome is Put.SAME
        if row.remark:
            result.remark(row.line, f"{row.remark}: {entry.zh} {entry.en[0]}")
    return result


def same_content(entry: TermEntry, other: TermEntry | None) -> bool:
    """Whether two entries say the same."""
    return other is not None and (entry.en, entry.vi, entry.type) == (other.en, other.vi, other.type)
