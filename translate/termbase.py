"""The termbase: entries with their renderings, longest match in text, look-up in three languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from seeds.tables import TableError, folder, read_rows
from translate.row import Entity, EntityType, Target
from translate.script import simplify

COLUMNS = ("zh", "en", "vi", "type", "status", "note", "source")


class TermbaseError(Exception):
    """A glossary file cannot be used."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One termbase entry. ``en`` and ``vi`` list the accepted renderings, the one to use first."""

    zh: str
    en: tuple[str, ...]
    vi: tuple[str, ...]
    type: EntityType
    status: str = "seed"
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


class Termbase:
    """Termbase entries by their Chinese form (Simplified); a later entry replaces an earlier one."""

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        self._entries: dict[str, TermEntry] = {}
        lengths: dict[str, set[int]] = {}
        for entry in entries:
            zh = simplify(entry.zh)
            self._entries[zh] = entry if zh == entry.zh else replace(entry, zh=zh)
            lengths.setdefault(zh[0], set()).add(len(zh))
        self._lengths = {first: tuple(sorted(all_, reverse=True)) for first, all_ in lengths.items()}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[TermEntry]:
        return iter(self._entries.values())

    def get(self, zh: str) -> TermEntry | None:
        """The entry of a Chinese form, in either script."""
        return self._entries.get(simplify(zh))

    def matches_at(self, text: str, start: int) -> Iterator[TermEntry]:
        """The entries that stand at ``start`` of a Simplified text, the longest first."""
        for length in self._lengths.get(text[start], ()):
            entry = self._entries.get(text[start : start + length])
            if entry is not None and start + length <= len(text):
                yield entry

    def longest_at(self, text: str, start: int) -> TermEntry | None:
        """The entry with the longest Chinese form that stands at ``start`` of a Simplified text."""
        return next(self.matches_at(text, start), None)

    def lookup(self, query: str, limit: int = 20) -> list[TermEntry]:
        """Entries that match ``query`` in any of the three languages, the best first.

        Case and diacritics do not count. A whole rendering goes before a beginning, a beginning
        before a word's beginning, that before any other place; shorter Chinese forms go first.
        """
        wanted = fold(simplify(query))
        if not wanted:
            return []
        ranked = (
            (rank(wanted, forms), len(entry.zh), number, entry)
            for number, (entry, forms) in enumerate(self._folded)
        )
        best = sorted(r for r in ranked if r[0] < NO_MATCH)
        return [entry for _, _, _, entry in best[:limit]]

    @cached_property
    def _folded(self) -> list[tuple[TermEntry, tuple[str, ...]]]:
        return [
            (entry, tuple(fold(form) for form in (zh, *entry.en, *entry.vi)))
            for zh, entry in self._entries.items()
        ]


NO_MATCH = 9


def rank(wanted: str, forms: Iterable[str]) -> int:
    """How well an entry's folded forms match: 0 whole, 1 beginning, 2 a word's beginning, 3 inside."""
    best = NO_MATCH
    for form in forms:
        if wanted in form:
            if form == wanted:
                return 0
            place = 1 if form.startswith(wanted) else 2 if f" {wanted}" in form else 3
            best = min(best, place)
    return best


def fold(text: str) -> str:
    """Text without case and diacritics: ``Bùi Thanh Sơn`` and ``bui thanh son`` are the same."""
    if text.isascii():
        return text.lower().strip()
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c)).strip()


def entry_of(row: dict[str, str]) -> TermEntry:
    """A TSV row as an entry; raises ValueError where a rendering is missing or the type unknown."""
    en, vi = (tuple(filter(None, (form.strip() for form in row[c].split("|")))) for c in ("en", "vi"))
    if not row["zh"] or not en or not vi:
        raise ValueError("zh, en and vi must not be empty")
    return TermEntry(
        row["zh"], en, vi, EntityType(row["type"]), row["status"] or "user", row["note"], row["source"]
    )


def seed_entries() -> Iterator[TermEntry]:
    """The entries that ship with sanyu; those written by hand come after those derived."""
    tables = [table for table in folder("glossary").iterdir() if table.name.endswith(".tsv")]
    for table in sorted(tables, key=lambda t: (t.name != "cldr.tsv", t.name)):
        for _, row in read_rows(table):
            yield entry_of(row)


def user_entries(path: Path) -> Iterator[TermEntry]:
    """The entries of a person's own glossary file, if there is one.

    Raises TermbaseError that names the line for a file that cannot be read as a glossary.
    """
    if not path.exists():
        return
    number = 1
    try:
        for line, row in read_rows(path):
            number = line
            missing = [column for column in COLUMNS[:4] if column not in row]
            if missing:
                raise ValueError(f"the header lacks {', '.join(missing)}")
            yield entry_of({column: unicodedata.normalize("NFC", row.get(column, "")) for column in COLUMNS})
    except (ValueError, TableError, OSError) as error:
        raise TermbaseError(f"{path}, line {number}: {error}. Mend the line or remove it.") from error


def load_termbase(user_glossary: Path | None = None) -> Termbase:
    """The seed glossary with the user's own entries over it."""
    entries = list(seed_entries())
    if user_glossary is not None:
        entries += user_entries(user_glossary)
    return Termbase(entries)
