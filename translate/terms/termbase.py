"""The termbase: entries with their renderings, longest match in text, look-up in three languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from seeds.tables import TableError, folder, read_rows
from translate.fingerprint import digest_of_files, fingerprint
from translate.shapes import simplified
from translate.terms.compiled import Compiled, read_compiled, write_compiled
from translate.terms.forms import Forms, decoded, encoded
from translate.terms.termentry import COLUMNS, SEED, USER, TermEntry, entry_of, entry_of_line, forms_of

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

__all__ = [
    "COLUMNS",
    "SEED",
    "USER",
    "TermEntry",
    "Termbase",
    "TermbaseError",
    "entry_of",
    "forms_of",
    "load_termbase",
    "seed_entries",
    "user_entries",
]

# The modules that shape what is compiled: a new version of one makes it stale.
COMPILING = ("compiled", "forms", "readings", "script", "shapes", "spellings", "termbase", "termentry")


class TermbaseError(Exception):
    """A glossary file cannot be used."""


class Termbase:
    """Termbase entries by their Chinese form (Simplified); a later entry replaces an earlier one.

    The entries that ship with sanyu are Simplified already; all others may be in either script, and
    stay as their author wrote them.
    """

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        known = {entry.zh if entry.status == SEED else simplified(entry.zh): entry for entry in entries}
        self._keys = list(known)
        self._rows: list[TermEntry | bytes] = list(known.values())

    @classmethod
    def of_compiled(cls, compiled: Compiled) -> Termbase:
        """The termbase that was compiled. A row becomes an entry when it is first asked for."""
        termbase = cls(())
        termbase._keys = list(compiled.forms.keys)
        termbase._rows = list(compiled.rows)
        termbase._forms = compiled.forms
        return termbase

    def compiled(self) -> Compiled:
        """What loads faster than the files that the entries come from."""
        return Compiled(self._forms, [encoded(entry.line()) for entry in self])

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[TermEntry]:
        return map(self._entry, range(len(self._keys)))

    def get(self, zh: str) -> TermEntry | None:
        """The entry of a Chinese form, in either script."""
        number = self._numbers.get(zh)
        if number is None:
            number = self._numbers.get(simplified(zh))
        return None if number is None else self._entry(number)

    def matches(self, text: str) -> Iterator[tuple[int, TermEntry]]:
        """All entries at all places of a Simplified text, with the character each starts at.

        In the order of the text; of those that start together, the longest first.
        """
        if self._matcher is None:
            return
        found = self._matcher.find_matches_as_indexes(unpaired_hidden(text), overlapping=True)
        # They come in the order of their ends, and sorting keeps that among equals.
        found.reverse()
        found.sort(key=itemgetter(1))
        for number, start, _ in found:
            yield start, self._entry(number)

    def matches_at(self, text: str, start: int) -> Iterator[TermEntry]:
        """The entries that stand at character ``start`` of a Simplified text, the longest first."""
        for length in self._lengths.get(text[start], ()):
            number = self._numbers.get(text[start : start + length])
            if number is not None and start + length <= len(text):
                yield self._entry(number)

    def longest_at(self, text: str, start: int) -> TermEntry | None:
        """The entry with the longest Chinese form that stands at ``start`` of a Simplified text."""
        return next(self.matches_at(text, start), None)

    def lookup(self, query: str, limit: int = 20) -> list[TermEntry]:
        """Entries that match ``query`` in any of the three languages, the best first.

        Case and diacritics do not count; Chinese may be in either script, or spelled in pinyin or
        Hán-Việt. A whole rendering goes before a beginning, a beginning before a word's beginning,
        that before any other place; a form as it is typed before one that was converted or spelled;
        among equals the user's own go first, then shorter Chinese forms.
        """
        found = [
            (match, self._status(number) != USER, len(self._keys[number]), number)
            for number, match in self._forms.search(query).items()
        ]
        return [self._entry(number) for *_, number in sorted(found)[:limit]]

    def _entry(self, number: int) -> TermEntry:
        row = self._rows[number]
        if isinstance(row, bytes):
            row = self._rows[number] = entry_of_line(decoded(row))
        return row

    def _status(self, number: int) -> str:
        row = self._rows[number]
        return decoded(row.split(b"\t", 5)[4]) if isinstance(row, bytes) else row.status

    @cached_property
    def _forms(self) -> Forms:
        return Forms.of(self._keys, [(*entry.en, *entry.vi) for entry in self])

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {zh: number for number, zh in enumerate(self._keys)}

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = {}
        for zh in self._keys:
            lengths.setdefault(zh[0], set()).add(len(zh))
        return {first: tuple(sorted(all_, reverse=True)) for first, all_ in lengths.items()}

    @cached_property
    def _matcher(self) -> AhoCorasick | None:
        from ahocorasick_rs import AhoCorasick

        # The library refuses to look for nothing.
        return AhoCorasick(map(unpaired_hidden, self._keys), store_patterns=False) if self._keys else None


def unpaired_hidden(text: str) -> str:
    """``text`` with anything that UTF-8 cannot hold replaced, of the same length."""
    return text.encode("utf-8", "replace").decode("utf-8")


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


def load_termbase(user_glossary: Path | None = None, compiled: Path | None = None) -> Termbase:
    """The seed glossary with the user's own entries over it.

    ``compiled`` is where its compiled form is kept: read if it is of the same files, else written.
    Raises TermbaseError for a glossary of the user's that cannot be used.
    """
    sources = digest_of_sources(user_glossary) if compiled is not None else None
    if compiled is not None and sources is not None:
        known = read_compiled(compiled, sources)
        if known is not None:
            return Termbase.of_compiled(known)
    entries = list(seed_entries())
    if user_glossary is not None:
        entries += user_entries(user_glossary)
    termbase = Termbase(entries)
    if compiled is not None and sources is not None:
        write_compiled(compiled, sources, termbase.compiled())
    return termbase


def digest_of_sources(user_glossary: Path | None) -> str | None:
    """A digest of all that a termbase is made of; None where the user's glossary cannot be read."""
    try:
        own = digest_of_files([user_glossary] if user_glossary else [])
    except OSError:
        return None
    code = digest_of_files(Path(__file__).with_name(f"{module}.py") for module in COMPILING)
    return f"{fingerprint('seeds/glossary', 'seeds/readings')}/{code}/{own}"
