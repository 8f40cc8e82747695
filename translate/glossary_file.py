"""A glossary file: its lines changed one entry at a time, all others left as they are to the byte."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from enum import StrEnum

from translate.glossary_rows import (
    HEADER,
    Fault,
    Numbered,
    header_of,
    line_of,
    read_tsv,
    row_of,
    with_keys,
)
from translate.script import simplify
from translate.termbase import COLUMNS, TermEntry

HEADER_LINE = HEADER.encode() + b"\n"
# Lines that are no entry stand under keys that no Chinese form has.
NO_ENTRY = "\t"
OLD = 0


class GlossaryFileError(Exception):
    """A file is no glossary; the message says what to do."""


class Put(StrEnum):
    """What became of an entry put into a glossary."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"


class GlossaryFile:
    """The content of a glossary file. Entries are found by their Chinese form in either script.

    Held as bytes: a million entries take some 300 MB that way, and three times as much as entries.
    ``faults`` are the lines that are no entries; they are kept.
    """

    def __init__(self, data: bytes | None = None, name: str = "glossary.tsv") -> None:
        self._lines: list[bytes] = []
        self._numbers = array("L")
        self._index: dict[str, int] = {}
        self.faults: list[Fault] = []
        if data is None:
            return
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise GlossaryFileError(
                f"{name}: not UTF-8 (byte {error.start + 1:,}). Move the file away and read it in with:"
                " sanyu glossary import"
            ) from error
        lines = text.split("\n")
        if lines[-1] == "":
            lines.pop()
        if lines and lines[0] + "\n" == HEADER_LINE.decode():
            self._read(lines)
        else:
            self._rewrite(lines, name)

    def __len__(self) -> int:
        return len(self._index) - sum(key.startswith(NO_ENTRY) for key in self._index)

    def __iter__(self) -> Iterator[TermEntry]:
        for key in list(self._index):
            entry = self._entry(key)
            if entry is not None:
                yield entry

    def get(self, zh: str) -> TermEntry | None:
        """The entry of a Chinese form, if there is one without faults."""
        return self._entry(simplify(zh))

    def put(self, key: str, entry: TermEntry, line: int = OLD) -> Put:
        """Adds an entry, or changes the one under its key, the Simplified form.

        Of several with the same key that come from numbered lines the first one counts.
        """
        written = line_of(entry).encode()
        place = self._index.get(key)
        if place is None:
            self._index[key] = len(self._lines)
            self._lines.append(written)
            self._numbers.append(line)
            return Put.ADDED
        if line != OLD and self._numbers[place] != OLD:
            return Put.DUPLICATE
        self._numbers[place] = line
        if self._lines[place].rstrip(b"\r\t") == written.rstrip(b"\t"):
            return Put.SAME
        self._lines[place] = written
        return Put.CHANGED

    def line_put(self, key: str) -> int:
        """The line from which the entry under a key came."""
        return self._numbers[self._index[key]]

    def remove(self, zh: str) -> bool:
        """Takes an entry out; whether there was one."""
        place = self._index.pop(simplify(zh), None)
        if place is not None:
            self._lines[place] = b""
        return place is not None

    def chunks(self) -> Iterator[bytes]:
        """The file's bytes, line by line."""
        yield HEADER_LINE
        for place in self._index.values():
            yield self._lines[place] + b"\n"

    def _entry(self, key: str) -> TermEntry | None:
        place = self._index.get(key)
        if place is None or key.startswith(NO_ENTRY):
            return None
        row = row_of(1, self._lines[place].decode().rstrip("\r").split("\t"), COLUMNS, "")
        return row.entry if isinstance(row, Numbered) else None

    def _read(self, lines: list[str]) -> None:
        """Lines under the usual header, as they are."""
        for number, (line, (key, row)) in enumerate(
            zip(lines, with_keys(self._rows(lines)), strict=True), 1
        ):
            if number == 1:
                # The header.
                continue
            own = isinstance(row, Numbered)
            if isinstance(row, Fault) and row.reason:
                self.faults.append(row)
            if own and key in self._index:
                # As in the termbase, the later of two counts.
                self._lines[self._index.pop(key)] = b""
            self._index[key if own else f"{NO_ENTRY}{number}"] = len(self._lines)
            self._lines.append(line.encode())
            self._numbers.append(OLD)

    @staticmethod
    def _rows(lines: list[str]) -> Iterator[Numbered | Fault]:
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                yield Fault(number, "")
            else:
                yield row_of(number, line.rstrip("\r").split("\t"), COLUMNS, "")

    def _rewrite(self, lines: list[str], name: str) -> None:
        """Lines under another header, or none: as entries in the usual columns."""
        first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
        if first and not header_of(first.split("\t")):
            raise GlossaryFileError(f"{name}: the first line is no header. It should be: {HEADER}")
        for key, row in with_keys(read_tsv(line.rstrip("\r") for line in lines)):
            if isinstance(row, Fault):
                raise GlossaryFileError(f"{name}, line {row.line}: {row.reason}. Mend the line or remove it.")
            self._index.pop(key, None)
            self._index[key] = len(self._lines)
            self._lines.append(line_of(row.entry).encode())
            self._numbers.append(OLD)
