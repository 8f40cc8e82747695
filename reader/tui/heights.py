"""The heights of many rows, some only estimated, with quick sums."""

from __future__ import annotations

_CHUNK = 256


class Heights:
    """Heights in lines, by row index; sums are kept by chunks so that any offset is quick to find."""

    def __init__(self, count: int, estimate: int) -> None:
        self._lines = [estimate] * count
        self._exact = bytearray(count)
        self._sums = [estimate * min(_CHUNK, count - at) for at in range(0, count, _CHUNK)]
        self.total = estimate * count

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, row: int) -> int:
        return self._lines[row]

    def set(self, row: int, height: int) -> None:
        """Note the exact height of a row, in lines."""
        change = height - self._lines[row]
        self._lines[row] = height
        self._exact[row] = 1
        self._sums[row // _CHUNK] += change
        self.total += change

    def is_exact(self, row: int) -> bool:
        """Whether the row's height has been measured."""
        return bool(self._exact[row])

    def forget(self, row: int) -> None:
        """Take the row's height for an estimate from now on."""
        self._exact[row] = 0

    def next_estimate(self, start: int = 0) -> int | None:
        """The first row from ``start`` on, then from the top, whose height is only estimated."""
        found = self._exact.find(0, start)
        if found < 0:
            found = self._exact.find(0)
        return None if found < 0 else found

    def offset(self, row: int) -> int:
        """The line, counted from the top of all rows, at which a row begins."""
        chunk = row // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._lines[chunk * _CHUNK : row])

    def find(self, line: int) -> tuple[int, int]:
        """The row at a line counted from the top of all rows, and the line within the row."""
        last = len(self._lines) - 1
        row = 0
        for size in self._sums:
            if line < size:
                break
            line -= size
            row += _CHUNK
        row = min(row, last)
        while row < last and line >= self._lines[row]:
            line -= self._lines[row]
            row += 1
        return row, max(0, min(line, self._lines[row] - 1))
