"""Translating an article in a thread while it is being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import Protocol

from seeds.article import Article
from translate.row import Row


class Pipeline(Protocol):
    """What the reader wants of ``translate.pipeline.Pipeline``."""

    def open(self, article: Article) -> tuple[Row, ...]:
        """The article's rows, not yet translated."""
        ...

    def fill(
        self, rows: Sequence[Row], *, first: int = 0, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[list[Row]]:
        """Translated rows in batches, those from index ``first`` on before the others."""
        ...


class Filling:
    """One article's translation: run in a thread, emptied by the screen as often as it repaints."""

    def __init__(self, pipeline: Pipeline, rows: Sequence[Row], first: int) -> None:
        self._pipeline = pipeline
        self._rows = rows
        self._first = first
        self._turned = False
        self._lock = Lock()
        self._done: dict[int, Row] = {}
        self.finished = False
        self.error: str | None = None

    def run(self, stop: Callable[[], bool]) -> None:
        """Translate until all is done or ``stop`` says so. Never raises: see ``error``."""
        try:
            while self._run_once(stop):
                pass
        except Exception as error:
            self.error = readable(error)
        self.finished = True

    def _run_once(self, stop: Callable[[], bool]) -> bool:
        """Translate from the first row wanted; whether another has been wanted meanwhile."""
        self._turned = False
        for batch in self._pipeline.fill(self._rows, first=self._first, stop=lambda: stop() or self._turned):
            with self._lock:
                self._done.update((row.segment.index, row) for row in batch)
            if stop() or self._turned:
                break
        return self._turned and not stop()

    def turn_to(self, first: int) -> None:
        """Go on with the rows from ``first``: the reader has moved to untranslated ones."""
        if first != self._first and not self.finished:
            self._first = first
            self._turned = True

    def take(self) -> list[Row]:
        """The rows translated since the last time."""
        with self._lock:
            done, self._done = self._done, {}
        return list(done.values())


def readable(error: BaseException) -> str:
    """An error as one line for people."""
    text = " ".join(str(error).split())
    return text or type(error).__name__
