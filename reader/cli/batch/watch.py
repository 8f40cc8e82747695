"""``--watch``: articles are translated as they appear in a folder, and again when they change."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.cli.sources import Source

# Seconds between two looks at the folder. A file has settled when two looks find it the same.
PAUSE = 1.0
Stamp = tuple[int, int]


@dataclass(slots=True)
class Watch:
    """What was seen of documents, and what has been done of them."""

    seen: dict[Path, Stamp] = field(default_factory=dict)
    done: dict[Path, Stamp] = field(default_factory=dict)

    def settled(self, documents: Sequence[Source]) -> list[Source]:
        """The documents that are new or changed and were the same at the last look; they count as done."""
        found, now = [], {}
        for document in documents:
            if document.path is None:
                continue
            stamp = stamp_of(document.path)
            now[document.path] = stamp
            if stamp == self.seen.get(document.path) and stamp != self.done.get(document.path):
                self.done[document.path] = stamp
                found.append(document)
        self.done = {path: stamp for path, stamp in self.done.items() if path in now}
        self.seen = now
        return found


def watch(look: Callable[[], Sequence[Source]], do: Callable[[Sequence[Source]], None]) -> None:
    """Looks again and again, and does what has settled, until KeyboardInterrupt.

    One that comes while nothing is done is the end as it was meant; else it is raised.
    """
    state = Watch()
    while True:
        try:
            documents = state.settled(look())
            if not documents:
                time.sleep(PAUSE)
        except KeyboardInterrupt:
            return
        if documents:
            do(documents)


def stamp_of(path: Path) -> Stamp:
    """When a file was changed, and its size; zeros where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
