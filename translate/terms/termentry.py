"""One termbase entry, and the line of a glossary file that it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translate.row import Entity, EntityType, Target

SEED, USER = "seed", "user"
COLUMNS = ("zh", "en", "vi", "type", "status", "note", "source")


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One termbase entry. ``en`` and ``vi`` list the accepted renderings, the one to use first."""

    zh: str
    en: tuple[str, ...]
    vi: tuple[str, ...]
    type: EntityType
    status: str = SEED
    note: str = ""
    source: str = ""

    def entity(self, start: int, text: str) -> Entity:
        """The entry as an entity that stands at character ``start`` of a text."""
        return Entity(
            text,
            start,
            start + len(text),
            self.type,
            self.en[0],
            self.vi[0],
            self.note,
            self.status,
            {Target.EN: self.en[1:], Target.VI: self.vi[1:]},
        )

    def line(self) -> str:
        """The entry as a line of a glossary file, without its end."""
        cells = (self.zh, " | ".join(self.en), " | ".join(self.vi), self.type.value)
        return "\t".join((*cells, self.status, self.note, self.source))


def entry_of(row: Mapping[str, str]) -> TermEntry:
    """A TSV row as an entry; raises ValueError where a rendering is missing or the type unknown."""
    en, vi = forms_of(row["en"]), forms_of(row["vi"])
    if not row["zh"] or not en or not vi:
        raise ValueError("zh, en and vi must not be empty")
    return TermEntry(
        row["zh"], en, vi, EntityType(row["type"]), row["status"] or USER, row["note"], row["source"]
    )


def entry_of_line(line: str) -> TermEntry:
    """The entry of what ``TermEntry.line`` wrote."""
    return entry_of(dict(zip(COLUMNS, line.split("\t"), strict=True)))


def forms_of(cell: str) -> tuple[str, ...]:
    """The renderings of a cell, which `` | `` separates."""
    return tuple(filter(None, (form.strip() for form in cell.split("|"))))
