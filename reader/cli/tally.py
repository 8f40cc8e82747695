"""What came of a translation run, for people and for scripts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.cli.console import plural
from translate.row import Row


@dataclass(slots=True)
class Tally:
    """Counts of a run, what was written, and what failed. ``say`` tells people at once."""

    say: Callable[[str], None]
    articles: int = 0
    segments: int = 0
    cached: int = 0
    cells: int = 0
    flagged: int = 0
    written: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def count(self, rows: Sequence[Row]) -> None:
        """Adds an article's rows."""
        cells = [cell for row in rows for cell in row.cells.values()]
        self.articles += 1
        self.segments += len(rows)
        self.cells += len(cells)
        self.cached += sum(cell.cached for cell in cells)
        self.flagged += sum(bool(row.flags) for row in rows)

    def fail(self, message: str) -> None:
        """Notes a failure and says it."""
        self.failures.append(message)
        self.say(message)

    def report(self, elapsed: float, *, dry_run: bool) -> dict[str, object]:
        """The report for scripts."""
        return {
            "articles": self.articles,
            "segments": self.segments,
            "cells": self.cells,
            "cached": self.cached,
            "flagged": self.flagged,
            "written": [str(path) for path in self.written],
            "failures": self.failures,
            "seconds": round(elapsed, 2),
            "dry_run": dry_run,
        }

    def summarise(self, elapsed: float, source: str, *, dry_run: bool) -> None:
        """The report for people: what was done, where the files are and how to read them."""
        amount = f"{plural(self.articles, 'article')}, {plural(self.segments, 'segment')}"
        if dry_run:
            self.say(f"{amount} to translate; nothing was written.")
            return
        if self.articles:
            self.say(
                f"{amount} in {elapsed:.1f} s; {self.cached:,} of {self.cells:,} cells remembered,"
                f" {plural(self.flagged, 'segment')} flagged."
            )
        if len(self.written) == 1:
            self.say(f"Written: {self.written[0]}")
        elif self.written:
            self.say(
                f"Written: {plural(len(self.written), 'file')}, from {self.written[0]} to {self.written[-1]}"
            )
        if self.written:
            self.say(f"Read them in any editor, or side by side in the terminal: sanyu read {source}")
        if self.failures and (self.articles or len(self.failures) > 1):
            self.say(f"{plural(len(self.failures), 'input')} failed, named above.")
