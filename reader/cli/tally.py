"""What came of a translation run, for people and for scripts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import click

from reader.cli.batch.task import Counts
from reader.cli.console import plural
from reader.cli.sources import STDIN
from reader.export.harmless import harmless

VERSION = 1


@dataclass(frozen=True, slots=True)
class Record:
    """What came of one article. ``status`` is translated, skipped or failed; ``written`` files changed."""

    source: str
    name: str
    status: str
    outputs: tuple[Path, ...] = ()
    written: int = 0
    counts: Counts = field(default_factory=Counts)
    seconds: float = 0.0
    failure: str = ""


@dataclass(slots=True)
class Tally:
    """Counts of a run, what was written, and what failed. ``say`` tells people at once.

    ``detailed`` keeps what came of each article; ``resumed`` counts the cells that an interrupted run
    of the same command left.
    """

    say: Callable[[str], None]
    detailed: bool = False
    counts: Counts = field(default_factory=Counts)
    articles: int = 0
    skipped: int = 0
    resumed: int = 0
    written: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """All cells of all articles."""
        return self.counts.cells.total()

    @property
    def cached(self) -> int:
        """The cells that were remembered when this run began."""
        return min(self.cells, self.counts.cached.total() + self.resumed)

    def add(self, record: Record) -> None:
        """Notes what came of an article; a failure is said."""
        if self.detailed:
            self.records.append(record)
        if record.failure:
            self.fail(record.failure)
        elif record.status == "skipped":
            self.skipped += 1
        else:
            self.articles += 1
            self.counts.add(record.counts)
            self.written.extend(record.outputs)

    def fail(self, message: str) -> None:
        """Notes a failure and says it."""
        self.failures.append(message)
        self.say(message)

    def report(self, elapsed: float, *, dry_run: bool) -> dict[str, object]:
        """The report for scripts."""
        return {
            "articles": self.articles,
            "skipped": self.skipped,
            "segments": self.counts.segments,
            "cells": self.cells,
            "cached": self.cached,
            "flagged": self.counts.flagged,
            "written": [str(path) for path in self.written],
            "failures": self.failures,
            "seconds": round(elapsed, 2),
            "dry_run": dry_run,
        }

    def full_report(self, elapsed: float, *, ended: str) -> dict[str, object]:
        """The report with every article; ``ended`` is whole, stopped or interrupted."""
        return {
            "sanyu": "batch report",
            "version": VERSION,
            "finished": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
            "ended": ended,
            **self.report(elapsed, dry_run=False),
            "resumed": self.resumed,
            **figures(self.counts),
            "documents": [document(record) for record in self.records],
        }

    def summarise(self, elapsed: float, source: str) -> None:
        """The report for people: what was done, where the files are and how to read them."""
        if self.articles:
            self.say(
                f"{plural(self.articles, 'article')}, {plural(self.counts.segments, 'segment')} in"
                f" {elapsed:.1f} s; {self.cached:,} of {self.cells:,} cells remembered,"
                f" {plural(self.counts.flagged, 'segment')} flagged."
            )
        if self.skipped:
            self.say(f"{plural(self.skipped, 'article')} passed over, whose translations are there.")
        if self.articles > 1:
            for line in self.table():
                click.echo(harmless(line), err=True)
        if len(self.written) == 1:
            self.say(f"Written: {self.written[0]}")
        elif self.written:
            self.say(
                f"Written: {plural(len(self.written), 'file')}, from {self.written[0]} to {self.written[-1]}"
            )
        if self.written and source != STDIN:
            self.say(f"Read them in any editor, or side by side in the terminal: sanyu read {source}")
        if self.failures and (self.articles or len(self.failures) > 1):
            self.say(f"{plural(len(self.failures), 'input')} failed, named above.")

    def table(self) -> list[str]:
        """The cells by language and engine, and the flags, as lines of a table."""
        rows = [("language", "engine", "cells", "flags")]
        for target, engine in sorted(self.counts.engines):
            flags = [
                f"{flag.rpartition(':')[0]} {number:,}"
                for flag, number in self.counts.flags.most_common()
                if flag.endswith(f":{target}")
            ]
            first = (target, engine) == min(pair for pair in self.counts.engines if pair[0] == target)
            rows.append(
                (
                    target,
                    engine,
                    f"{self.counts.engines[target, engine]:,}",
                    (", ".join(flags[:4]) or "none") if first else "",
                )
            )
        widths = [max(len(row[i]) for row in rows) for i in range(3)]
        return [
            f"  {a:<{widths[0]}}  {b:<{widths[1]}}  {c:>{widths[2]}}  {d}".rstrip() for a, b, c, d in rows
        ]


def figures(counts: Counts) -> dict[str, object]:
    """Cells, those remembered, engines and flags, by language."""
    return {
        "languages": {
            target: {
                "cells": number,
                "cached": counts.cached[target],
                "engines": {
                    engine: n for (lang, engine), n in sorted(counts.engines.items()) if lang == target
                },
                "flags": {
                    flag.rpartition(":")[0]: n
                    for flag, n in sorted(counts.flags.items())
                    if flag.endswith(f":{target}")
                },
            }
            for target, number in sorted(counts.cells.items())
        }
    }


def document(record: Record) -> dict[str, object]:
    """One article of the full report."""
    return {
        "source": record.source,
        "article": record.name,
        "status": record.status,
        "segments": record.counts.segments,
        "cells": record.counts.cells.total(),
        "cached": record.counts.cached.total(),
        "flagged": record.counts.flagged,
        **figures(record.counts),
        "outputs": [str(path) for path in record.outputs],
        "changed": record.written,
        "seconds": round(record.seconds, 3),
        "failure": record.failure or None,
    }
