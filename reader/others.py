"""What others, at work at the same time, write into the memory, beside the rows and into the glossary."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from cache.annotations import Annotations
from cache.versions import VersionError
from reader.desk import Cells, Desk
from translate.memory.folding import lookup
from translate.row import Row, Target
from translate.shapes import simplified
from translate.terms.own_glossary import OwnGlossary

_FEW = 8
_HEAD = b"zh\t"  # how the header of a glossary begins: it is about nothing
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class OtherEdits:
    """The edits that others make in the memory while an article is open.

    ``cells`` are those one works at here, ``texts`` all segments of the article. Both methods wait for
    the disk.
    """

    def __init__(self, desk: Desk, cells: Cells, texts: Sequence[str]) -> None:
        self._memory = desk.memory
        self._cells = cells
        self._texts = texts
        self._known: int | None = None

    def candidates(self) -> list[int]:
        """The indexes of the rows whose sentences others have worked at since the last time."""
        try:
            latest, versions = self._memory.worked_at(self._known)
        except sqlite3.DatabaseError:  # held just now: there is a next time
            return []
        first, self._known = self._known is None, latest
        sources = {source for number, source in versions if number not in self._cells.made}
        if first or not sources:
            return []
        lengths, wanted = {len(source) for source in sources}, {lookup(source) for source in sources}
        return [
            index for index, text in enumerate(self._texts) if len(text) in lengths and lookup(text) in wanted
        ]

    def changed(self, rows: Iterable[Row]) -> set[int]:
        """The indexes of those rows that show something else than what people made of them."""
        return {row.segment.index for row in rows if any(self._differs(row, target) for target in Target)}

    def _differs(self, row: Row, target: Target) -> bool:
        cell = row.cells.get(target)
        if cell is None:  # on its way: it comes with what stands there by then
            return False
        standing = self._cells.standing(row, target)
        if standing is None or standing.text is None:
            return cell.state != "draft"
        return (cell.text, cell.state) != (standing.text, standing.state)


class OtherMarks:
    """Whether other readers have changed bookmarks and notes."""

    def __init__(self, annotations: Annotations) -> None:
        self._vault = annotations.vault
        self._known: object = None

    def changed(self) -> bool:
        """Whether anything was changed since the last time this was asked. Waits for the disk."""
        try:
            found = self._vault.look_up("PRAGMA data_version")
        except sqlite3.DatabaseError:  # held just now: there is a next time
            return False
        before, self._known = self._known, found[0][0] if found else 0
        return before is not None and before != self._known


class OtherTerms:
    """The changes that others make in a person's own glossary while an article is open.

    ``texts`` are all segments of the article. ``changed`` waits for the disk.
    """

    def __init__(self, glossary: OwnGlossary, texts: Sequence[str]) -> None:
        self._glossary = glossary
        self._texts = texts
        self._stamp: object = None
        self._lines: frozenset[bytes] | None = None
        self._made: list[tuple[str, bytes]] = []

    def leave_out(self, zh: str, line: str = "") -> None:
        """An entry is about to become another line here, or none: whoever does so renews the rows as well."""
        self._made.append((simplified(zh), line.encode()))

    def changed(self) -> list[int] | None:
        """The indexes of the rows with forms whose entries others changed since the last time.

        None where nothing was changed at all; another's change need not be about this article.
        """
        stamp = self._glossary.stamp()
        if self._lines is not None and stamp == self._stamp:
            return None
        try:
            lines = frozenset(line for line in self._glossary.lines() if not line.startswith(_HEAD))
        except VersionError:  # held just now: there is a next time
            return None
        before, self._lines, self._stamp = self._lines, lines, stamp
        if before is None:
            return None
        added, removed = set(lines - before), set(before - lines)
        for form, line in [*self._made]:
            replaced = {other for other in removed if form in forms_in(other)}
            if line in added or (not line and replaced):
                added.discard(line)
                removed -= replaced
                self._made.remove((form, line))
        if not added and not removed:
            return None
        return rows_with({form for line in added | removed for form in forms_in(line)}, self._texts)


def forms_in(line: bytes) -> set[str]:
    """The Chinese forms that a line of a glossary may be about: its first cell, and all that hold Chinese."""
    first, *others = line.decode("utf-8", "replace").split("\t")
    return {simplified(cell.strip()) for cell in (first, *filter(_HAN.search, others)) if cell.strip()}


def rows_with(forms: Collection[str], texts: Sequence[str]) -> list[int]:
    """The indexes of the texts that have one of some forms, in either script."""
    lengths = {len(form) for form in forms}

    def has_one(text: str) -> bool:
        if len(forms) <= _FEW:
            return any(form in text for form in forms)
        return any(text[at : at + length] in forms for length in lengths for at in range(len(text)))

    return [index for index, text in enumerate(texts) if has_one(simplified(text))]
