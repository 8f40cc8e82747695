"""The rows of a book, packed where nobody looks: as objects, 200,000 of them would take a gigabyte."""

from __future__ import annotations

import marshal
import zlib
from collections import OrderedDict
from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, overload

from seeds.article import Kind
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

LARGE = 30_000
"""From so many rows on they are packed."""
_CHUNK = 64
_OPEN = 48  # chunks kept unpacked: some screens, and what is being translated

_SEGMENT = [field.name for field in fields(Segment)]
_ENTITY = [field.name for field in fields(Entity)]
_CELL = [field.name for field in fields(Cell)]
_LINK = [field.name for field in fields(Link)]
_segment, _entity, _cell, _link = (attrgetter(*names) for names in (_SEGMENT, _ENTITY, _CELL, _LINK))
_KIND, _TYPE = _SEGMENT.index("kind"), _ENTITY.index("type")
_ACCEPTED, _ALIGNMENT = _ENTITY.index("accepted"), _CELL.index("alignment")


def kept(rows: Sequence[Row]) -> MutableSequence[Row]:
    """The rows in a list, or packed if there are very many."""
    return list(rows) if len(rows) < LARGE else PackedRows(rows)


class PackedRows(MutableSequence[Row]):
    """Rows that can be replaced, but neither added nor taken away; in chunks, most of them packed."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._length = len(rows)
        # What has not been translated yet is held by whoever translates it: packing would spare nothing.
        self._chunks: list[bytes | list[Row]] = [
            list(rows[at : at + _CHUNK]) for at in range(0, self._length, _CHUNK)
        ]
        self._open: OrderedDict[int, bool] = OrderedDict()  # unpacked chunks, the last used at the end

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        for number in range(len(self._chunks)):
            chunk = self._chunks[number]  # going through all of them is no reason to keep them unpacked
            yield from chunk if isinstance(chunk, list) else unpacked(chunk)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> MutableSequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | MutableSequence[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        place = self._place(at)
        return self._chunk(place // _CHUNK)[place % _CHUNK]

    def __setitem__(self, at: int | slice, row: Any) -> None:
        if isinstance(at, slice):
            raise TypeError("packed rows are replaced one by one")
        place = self._place(at)
        number = place // _CHUNK
        self._chunk(number)[place % _CHUNK] = row
        self._use(number)

    def __delitem__(self, at: int | slice) -> None:
        raise TypeError("rows are never taken away")

    def insert(self, index: int, value: Row) -> None:
        """Raises TypeError: rows are never added."""
        raise TypeError("rows are never added")

    def _place(self, at: int) -> int:
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(f"no row {at} among {self._length}")
        return place

    def _chunk(self, number: int) -> list[Row]:
        chunk = self._chunks[number]
        if isinstance(chunk, list):
            if number in self._open:
                self._open.move_to_end(number)
            return chunk
        found = self._chunks[number] = unpacked(chunk)
        self._use(number)
        return found

    def _use(self, number: int) -> None:
        """Note that a chunk is wanted, and pack the one that has not been for the longest time."""
        self._open[number] = True
        self._open.move_to_end(number)
        while len(self._open) > _OPEN:
            oldest, _ = self._open.popitem(last=False)
            chunk = self._chunks[oldest]
            if isinstance(chunk, list):
                self._chunks[oldest] = packed(chunk) or chunk


def packed(rows: Sequence[Row]) -> bytes | None:
    """Rows as bytes; None if there is something in them that cannot be packed."""
    try:
        return zlib.compress(marshal.dumps([_plain(row) for row in rows]), 1)
    except ValueError:
        return None


def unpacked(data: bytes) -> list[Row]:
    """The rows again."""
    return [_row(plain) for plain in marshal.loads(zlib.decompress(data))]


def _plain(row: Row) -> tuple[Any, ...]:
    """A row in tuples of plain values, which marshal takes."""
    segment = list(_segment(row.segment))
    segment[_KIND] = segment[_KIND].value
    entities = []
    for entity in row.entities:
        values = list(_entity(entity))
        values[_TYPE] = values[_TYPE].value
        values[_ACCEPTED] = [(target.value, tuple(names)) for target, names in values[_ACCEPTED].items()]
        entities.append(values)
    cells = []
    for target, cell in row.cells.items():
        values = list(_cell(cell))
        values[_ALIGNMENT] = [number for link in cell.alignment for number in _link(link)]
        cells.append((target.value, values))
    return segment, entities, cells


def _row(plain: tuple[Any, ...]) -> Row:
    segment, entities, cells = plain
    segment[_KIND] = Kind(segment[_KIND])
    for values in entities:
        values[_TYPE] = EntityType(values[_TYPE])
        values[_ACCEPTED] = {Target(target): names for target, names in values[_ACCEPTED]}
    step = len(_LINK)
    for _, values in cells:
        numbers = values[_ALIGNMENT]
        values[_ALIGNMENT] = tuple(Link(*numbers[at : at + step]) for at in range(0, len(numbers), step))
    return Row(
        Segment(*segment),
        tuple(Entity(*values) for values in entities),
        {Target(target): Cell(*values) for target, values in cells},
    )
