"""A glossary file: its lines changed one entry at a time, all others left as they are to the byte."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from enum import StrEnum

from translate.shapes import simplified
from translate.terms.glossary_rows import (
    HEADER,
    Fault,
    Numbered,
    header_of,
    lines_in,
    read_tsv,
    row_of,
)
from translate.terms.termentry import COLUMNS, TermEntry

HEADER_LINE = HEADER.encode() + b"\n"
# Lines that are no entry stand under keys that no Chinese form has.
NO_ENTRY = "\t"
OLD = 0


class GlossaryFileError(Exception):
    """The file ``path`` is no glossary; the message says what to do."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


class Put(StrEnum):
    """What became of an entry put into a glossary."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"


class GlossaryFile:
    """The content of a glossary file. Entries are found by their Chinese form in either script.

    Held as bytes: a million entries take some 300 MB that way, and three times as much as entries.
    ``faults`` are the lines that are no entries; they are kept. ``exists`` is whether there was a file.
    """

    def __init__(self, data: bytes | None = None, name: str = "glossary.tsv") -> None:
        self._lines: list[bytes] = []
        self._numbers = array("L")
        self._index: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.exists = data is not None
        if data is None:
            return
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise GlossaryFileError(
                f"{name}: not UTF-8 (byte {error.start + 1:,}). Move the file away and read it in with:"
                " sanyu glossary import",
                name,
            ) from error
        if text.startswith(HEADER_LINE.decode()):
            self._read(text)
        else:
            self._rewrite(text, name)

    def __len__(self) -> int:
        return len(self._index) - sum(key.startswith(NO_ENTRY) for key in self._index)

    def __iter__(self) -> Iterator[TermEntry]:
        for key in list(self._index):
            entry = self._entry(key)
            if entry is not None:
                yield entry

    def get(self, zh: str) -> TermEntry | None:
        """The entry of a Chinese form, if there is one without faults."""
        return self._entry(simplified(zh))

    def put(self, key: str, entry: TermEntry, line: int = OLD) -> Put:
        """Adds an entry, or changes the one under its key, the Simplified form.

        Of several with the same key that come from numbered lines the first one counts.
        """
        written = entry.line().encode()
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
        place = self._index.pop(simplified(zh), None)
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

    def _read(self, text: str) -> None:
        """Lines under the usual header, as they are."""
        lines = lines_in(text)
        next(lines)
        for number, line in enumerate(lines, 2):
            line = line.removesuffix("\n")
            row = self._row(number, line)
            key = simplified(row.entry.zh) if isinstance(row, Numbered) else f"{NO_ENTRY}{number}"
            if isinstance(row, Fault):
                self.faults.append(row)
            self._append(key, line.encode())

    @staticmethod
    def _row(number: int, line: str) -> Numbered | Fault | None:
        """A line as an entry or a fault; None for an empty line and a remark."""
        if not line.strip() or line.startswith("#"):
            return None
        return row_of(number, line.rstrip("\r").split("\t"), COLUMNS, "")

    def _append(self, key: str, line: bytes) -> None:
        # As in the termbase, the later of two counts.
        self._index.pop(key, None)
        self._index[key] = len(self._lines)
        self._lines.append(line)
        self._numbers.append(OLD)

    def _rewrite(self, text: str, name: str) -> None:
        """Lines under another header, or none: as entries in the usual columns."""
        first = next((line for line in lines_in(text) if line.strip() and not line.startswith("#")), "")
        if first and not header_of(first.split("\t")):
            raise GlossaryFileError(f"{name}: the first line is no header. It should be: {HEADER}", name)
        for row in read_tsv(line.rstrip("\r\n") for line in lines_in(text)):
            if isinstance(row, Fault):
                raise GlossaryFileError(
                    f"{name}, line {row.line}: {row.reason}. Mend the line or remove it.", name
                )
            self._append(simplified(row.entry.zh), row.entry.line().encode())
