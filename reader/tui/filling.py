"""Translating an article in a thread while it is being read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from threading import Lock
from time import sleep
from typing import Protocol, TypeVar

from reader.tui.speech import spoken
from reader.words.errors import told
from seeds.article import Article
from translate.row import Row

Made = TypeVar("Made")

_BACKLOG = 600  # rows that may wait to be shown
_BREATH = 0.02


class Pipeline(Protocol):
    """What the reader wants of ``translate.pipeline.Pipeline``."""

    def open(self, article: Article) -> tuple[Row, ...]:
        """The article's rows, not yet translated."""
        ...

    def fill(
        self,
        rows: Sequence[Row],
        *,
        first: int = 0,
        stop: Callable[[], bool] = lambda: False,
        only: Collection[int] | None = None,
    ) -> Iterator[list[Row]]:
        """Translated rows in batches, those from index ``first`` on before the others, or ``only`` some."""
        ...


class Filling:
    """One article's translation: run in a thread, emptied by the screen as often as it repaints.

    Pipelines and engines work for one thread at a time, so whatever else is asked of them is done
    in that thread too, between batches: see ``ask``.
    """

    def __init__(self, pipeline: Pipeline, rows: Sequence[Row], first: int) -> None:
        self._pipeline = pipeline
        self._rows = rows
        self._first = first
        self._turned = False
        self._halted = False
        self._filled = False
        self._lock = Lock()
        self._tasks: deque[Callable[[], None]] = deque()
        self._done: dict[int, Row] = {}
        self.finished = False
        self.failure: Exception | None = None

    @property
    def is_halted(self) -> bool:
        """Whether somebody has stopped it before it was done."""
        return self._halted and not self._filled

    def run(self, stop: Callable[[], bool]) -> None:
        """Work until all is done or ``stop`` says so. Never raises: see ``failure``."""
        while not stop():
            with self._lock:
                task = self._tasks.popleft() if self._tasks else None
                if task is None and (self._filled or self._halted):
                    self.finished = True  # within the lock: who asks later has to start again
                    return
            if task is not None:
                task()
                continue
            try:
                self._fill(stop)
            except Exception as error:
                self.failure, self._halted = error, True
        self.finished = True

    def _fill(self, stop: Callable[[], bool]) -> None:
        """Translate from the first row wanted until all is done or something else is wanted."""
        self._turned = False

        def disturbed() -> bool:
            return stop() or self._turned or self._halted or bool(self._tasks)

        for batch in self._pipeline.fill(self._rows, first=self._first, stop=disturbed):
            self.put(batch)
            while len(self._done) > _BACKLOG and not disturbed():
                sleep(_BREATH)  # translated quicker than shown, a whole book would wait in memory
            if disturbed():
                if not self._turned and batch:
                    self._first = (batch[-1].segment.index + 1) % len(self._rows)
                return
        self._filled = not disturbed()

    def put(self, rows: Sequence[Row]) -> None:
        """Hand rows to the screen."""
        with self._lock:
            self._done.update((row.segment.index, row) for row in rows)

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

    def ask(self, work: Callable[[], Made]) -> tuple[Future[Made], bool]:
        """Have something done in the thread; what it gives, and whether ``run`` is wanted for that."""
        future: Future[Made] = Future()

        def task() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work())
            except BaseException as error:  # whoever asked is told
                future.set_exception(error)

        with self._lock:
            self._tasks.append(task)
            return future, self._start()

    def halt(self) -> None:
        """Stop translating after the batch at hand."""
        self._halted = True

    def resume(self) -> bool:
        """Go on translating; whether ``run`` is wanted for that."""
        with self._lock:
            self._halted = False
            return self._start()

    def _start(self) -> bool:
        wanted, self.finished = self.finished, False
        return wanted


def readable(error: BaseException) -> str:
    """An error as one line for people, in their language."""
    return told(error, spoken())
