"""The rows of a very long document, kept in a file until its outputs are written."""

from __future__ import annotations

import pickle
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import IO, overload

from translate.row import Row

# A document of more rows than this is a book: its rows take about two kilobytes each.
LONG = 20_000


class Spool(Sequence[Row]):
    """Rows that were appended in lists, read back one list at a time. The file goes with the object."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="sanyu-")  # noqa: SIM115  (lives with the object)
        self._places: list[int] = []
        self._starts: list[int] = []
        self._length = 0
        self._at = -1
        self._list: list[Row] = []

    def append(self, rows: list[Row]) -> None:
        """Appends rows, in order."""
        if rows:
            self._places.append(self._file.seek(0, 2))
            self._starts.append(self._length)
            pickle.dump(rows, self._file, pickle.HIGHEST_PROTOCOL)
            self._length += len(rows)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._length))]
        number = index + self._length if index < 0 else index
        if not 0 <= number < self._length:
            raise IndexError(index)
        place = bisect_right(self._starts, number) - 1
        return self._read(place)[number - self._starts[place]]

    def __iter__(self) -> Iterator[Row]:
        for place in range(len(self._places)):
            yield from self._read(place)

    def _read(self, place: int) -> list[Row]:
        if place != self._at:
            self._file.seek(self._places[place])
            # Written by this process into a file that nobody else can open.
            self._list, self._at = pickle.load(self._file), place
        return self._list
