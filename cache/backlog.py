"""What waits to be written while another program holds a file."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

# Seconds between two attempts: each may wait for a moment itself.
PAUSE = 5.0
# The oldest give way: a file that is held for hours must not fill the memory.
MOST = 50_000

Item = TypeVar("Item")


class Backlog(Generic[Item]):
    """Items by key, the later of a key alone, and when to try again."""

    def __init__(self) -> None:
        self._items: dict[bytes, Item] = {}
        self._due = 0.0
        self._said = False

    def __len__(self) -> int:
        return len(self._items)

    @property
    def items(self) -> Collection[Item]:
        """What waits, in the order in which it came."""
        return self._items.values()

    @property
    def is_due(self) -> bool:
        """Whether it is time for another attempt."""
        return time.monotonic() >= self._due

    def add(self, items: Iterable[tuple[bytes, Item]]) -> None:
        """Adds items with their keys."""
        self._items.update(items)
        while len(self._items) > MOST:
            del self._items[next(iter(self._items))]

    def among(self, keys: Iterable[bytes]) -> dict[bytes, Item]:
        """The items that wait under some keys."""
        return {key: self._items[key] for key in keys if key in self._items}

    def put_off(self) -> bool:
        """Notes an attempt in vain; whether it is the first since all was written."""
        first, self._said = not self._said, True
        self._due = time.monotonic() + PAUSE
        return first

    def clear(self) -> None:
        """All was written."""
        self._items.clear()
        self._due, self._said = 0.0, False
