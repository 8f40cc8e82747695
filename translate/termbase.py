"""The termbase: entries with their renderings, longest match in text, look-up in three languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from seeds.tables import TableError, folder, read_rows
from translate.row import Entity, EntityType, Target
from translate.script import HAN_IN_TEXT, simplify, simplify_all
from translate.spellings import BEGINNING, INSIDE, WHOLE, Spelling
from translate.spellings import fold as fold

SEED, USER = "seed", "user"
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


class Termbase:
    """Termbase entries by their Chinese form (Simplified); a later entry replaces an earlier one.

    The entries that ship with sanyu are Simplified already; all others may be in either script.
    """

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        self._entries: dict[str, TermEntry] = {}
        lengths: dict[str, set[int]] = {}
        for entry in in_simplified(list(entries)):
            self._entries[entry.zh] = entry
            lengths.setdefault(entry.zh[0], set()).add(len(entry.zh))
        self._lengths = {first: tuple(sorted(all_, reverse=True)) for first, all_ in lengths.items()}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[TermEntry]:
        return iter(self._entries.values())

    def get(self, zh: str) -> TermEntry | None:
        """The entry of a Chinese form, in either script."""
        return self._entries.get(zh) or self._entries.get(simplify(zh))

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

        Case and diacritics do not count; Chinese may be spelled in pinyin or Hán-Việt. A whole
        rendering goes before a beginning, a beginning before a word's beginning, that before any
        other place; among equals the user's own go first, then shorter Chinese forms.
        """
        wanted = fold(query)
        if not wanted:
            return []
        # Conversion goes by the look of single characters, and may miss a name that needs none.
        simplified = fold(simplify(query)) if HAN_IN_TEXT.search(query) else wanted
        spelling = Spelling(wanted, "".join(self._entries) if wanted.isascii() else "")
        found = []
        for number, (entry, forms) in enumerate(self._folded):
            place = rank(wanted, forms)
            if simplified != wanted:
                place = min(place, rank(simplified, forms))
            if place and (spelled := spelling.place(entry.zh)) is not None:
                place = min(place, SPELLED[spelled])
            if place < NO_MATCH:
                found.append((place, entry.status != USER, len(entry.zh), number, entry))
        return [entry for *_, entry in sorted(found, key=lambda match: match[:4])[:limit]]

    @cached_property
    def _folded(self) -> list[tuple[TermEntry, tuple[str, ...]]]:
        return [
            (entry, tuple(fold(form) for form in (zh, *entry.en, *entry.vi)))
            for zh, entry in self._entries.items()
        ]


NO_MATCH = 9
# A spelled form ranks with the renderings, but inside one it is the weakest match of all.
SPELLED = {WHOLE: 0, BEGINNING: 1, INSIDE: 4}


def in_simplified(entries: list[TermEntry]) -> Iterator[TermEntry]:
    """The entries with their Chinese in Simplified script."""
    others = iter(simplify_all([entry.zh for entry in entries if entry.status != SEED]))
    for entry in entries:
        zh = entry.zh if entry.status == SEED else next(others)
        yield entry if zh == entry.zh else replace(entry, zh=zh)


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


def entry_of(row: dict[str, str]) -> TermEntry:
    """A TSV row as an entry; raises ValueError where a rendering is missing or the type unknown."""
    en, vi = forms_of(row["en"]), forms_of(row["vi"])
    if not row["zh"] or not en or not vi:
        raise ValueError("zh, en and vi must not be empty")
    return TermEntry(
        row["zh"], en, vi, EntityType(row["type"]), row["status"] or USER, row["note"], row["source"]
    )


def forms_of(cell: str) -> tuple[str, ...]:
    """The renderings of a cell, which `` | `` separates."""
    return tuple(filter(None, (form.strip() for form in cell.split("|"))))


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
