"""``--dry-run``: what a batch would have to do, and how long that may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cache.translations import Translations
from reader.cli.batch.rate import rate_of
from reader.cli.batch.run import is_there
from reader.cli.batch.stream import ForeignText
from reader.cli.batch.task import Task
from reader.cli.console import plural
from reader.cli.progress import span
from seeds.errors import SourceError
from translate.row import Target
from translate.script import HAN_IN_TEXT
from translate.segment import segments_of
from translate.workshop import Workshop


@dataclass(slots=True)
class Estimate:
    """What a batch would do. ``cached`` cells have a draft of their text and engine already.

    Whether it is of the same entities, only the recogniser could tell: after a change to the
    glossary some of them are made anew. ``seconds`` is None where no rate is known.
    """

    articles: int = 0
    skipped: int = 0
    segments: int = 0
    cells: int = 0
    cached: int = 0
    seconds: float | None = None
    failures: list[str] = field(default_factory=list)

    def report(self, elapsed: float) -> dict[str, object]:
        """The report for scripts, with the keys of that of a real run."""
        return {
            "articles": self.articles,
            "skipped": self.skipped,
            "segments": self.segments,
            "cells": self.cells,
            "cached": self.cached,
            "flagged": 0,
            "written": [],
            "failures": self.failures,
            "seconds": round(elapsed, 2),
            "dry_run": True,
            "estimated_seconds": None if self.seconds is None else round(self.seconds, 1),
        }

    def sentences(self) -> list[str]:
        """The report for people."""
        amount = f"{plural(self.articles, 'article')}, {plural(self.segments, 'segment')}"
        said = [f"{amount} to translate; nothing was written."]
        if self.skipped:
            said.append(f"{plural(self.skipped, 'article')} would be passed over.")
        if self.cells:
            share = 100 * self.cached // self.cells
            said.append(f"Remembered: about {self.cached:,} of {self.cells:,} cells ({share} %).")
        if self.seconds is not None:
            said.append(f"Time: {span(self.seconds)}.")
        elif self.cells > self.cached:
            said.append("How long it takes is not known before this machine has translated something.")
        return said


def estimate(
    tasks: Sequence[Task],
    workshop: Workshop,
    targets: Sequence[Target],
    translations: Translations | None,
    *,
    plain: bool,
    jobs: int,
    only_missing: bool,
) -> Estimate:
    """Reads the documents and counts; ``translations`` is None where there is no cache."""
    found = Estimate()
    engines = {target: workshop.chosen(target) for target in targets}
    for task in tasks:
        if only_missing and is_there(task):
            found.skipped += 1
            continue
        try:
            texts = [segment.text for segment in segments_of(task.source.load(plain=plain))]
            if not any(map(HAN_IN_TEXT.search, texts)):
                raise ForeignText(task.source.label)
        except (SourceError, ForeignText) as error:
            found.failures.append(str(error))
            continue
        found.articles += 1
        found.segments += len(texts)
        found.cells += len(texts) * len(engines)
        if translations is not None:
            for target, engine in engines.items():
                known = translations.known(texts, target.value, engine.fingerprint)
                found.cached += sum(text in known for text in texts)
    if found.cached >= found.cells:
        found.seconds = 0.0
    elif translations is not None:
        rate = rate_of(translations, (engine.name for engine in engines.values()))
        if rate:
            found.seconds = (found.cells - found.cached) / rate / max(1, min(jobs, found.articles))
    return found
