"""Articles through one pipeline as one stream, each given back when it is whole."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.cli.batch.spool import LONG, Spool
from reader.cli.batch.task import Content, Counts, Done, Failed, Outcome, Task, contents_of
from reader.cli.trouble import internal_error
from reader.export.files import OutputError, mend
from reader.export.translated import Layout
from seeds.article import Article
from seeds.errors import SourceError
from translate.engine import EngineError
from translate.pipeline import Pipeline
from translate.row import Row
from translate.script import HAN_IN_TEXT
from translate.terms.termbase import TermbaseError


class ForeignText(Exception):
    """A document without any Chinese."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: there is no Chinese in it, so nothing to translate; check that it is the right file."
        )


@dataclass(slots=True)
class Open:
    """An article on its way: the rows that have come back, out of all it has."""

    task: Task
    article: Article
    expected: int
    started: float
    rows: list[Row] | Spool
    counts: Counts = field(default_factory=Counts)


class Stream:
    """Translates tasks. Only the articles whose rows are under way are held in memory.

    ``show`` is told of every list of rows that comes back: the task, and the segments done and in all.
    ``keep_rows`` leaves the rows in what is given back.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        *,
        plain: bool = False,
        layout: Layout | None = None,
        show: Callable[[Task, int, int], None] = lambda task, done, of: None,
        keep_rows: bool = False,
    ) -> None:
        self._pipeline = pipeline
        self._plain = plain
        self._layout = layout
        self._show = show
        self._keep_rows = keep_rows
        self._ready: deque[Outcome] = deque()
        self._open: dict[int, Open] = {}

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What came of each task, in the order in which they end; an article that fails costs no other."""
        waiting = iter(tasks)
        while True:
            try:
                yield from self._together(waiting)
                return
            except TermbaseError:
                # No document can be translated.
                raise
            except Exception:
                # Which of the articles it was shows when each is tried alone.
                held = [self._open.pop(number).task for number in list(self._open)]
                for task in held:
                    yield from self._alone(task)

    def _together(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        for number, rows in self._pipeline.stream(self._articles(tasks)):
            yield from self._drained()
            self._take(number, rows)
            yield from self._drained()
        yield from self._drained()

    def _alone(self, task: Task) -> Iterator[Outcome]:
        try:
            yield from self._together(iter((task,)))
        except TermbaseError:
            raise
        except Exception as error:
            self._open.pop(task.number, None)
            yield Failed(task, message_of(error, task))

    def _drained(self) -> Iterator[Outcome]:
        while self._ready:
            yield self._ready.popleft()

    def _articles(self, tasks: Iterator[Task]) -> Iterator[tuple[int, Sequence[Row]]]:
        """The rows of the articles that can be read; the others are ready, as failures."""
        for task in tasks:
            started = time.monotonic()
            try:
                article = task.source.load(plain=self._plain)
                rows = self._pipeline.open(article)
                if not any(HAN_IN_TEXT.search(row.segment.text) for row in rows):
                    raise ForeignText(task.source.label)
            except Exception as error:
                self._ready.append(Failed(task, message_of(error, task)))
                continue
            kept: list[Row] | Spool = Spool() if len(rows) > LONG else []
            self._open[task.number] = Open(task, article, len(rows), started, kept)
            yield task.number, rows

    def _take(self, number: int, rows: list[Row]) -> None:
        """Takes rows in; an article that is whole now is rendered."""
        one = self._open[number]
        one.counts.add_rows(rows)
        kept = rows if one.task.aligned else [lean(row) for row in rows]
        if isinstance(one.rows, Spool):
            one.rows.append(kept)
        else:
            one.rows.extend(kept)
        self._show(one.task, len(one.rows), one.expected)
        if len(one.rows) < one.expected:
            return
        del self._open[number]
        try:
            contents: Iterable[Content] = contents_of(one.task, one.article, one.rows, self._layout)
            if not isinstance(one.rows, Spool):
                contents = tuple(contents)
        except Exception as error:
            self._ready.append(Failed(one.task, message_of(error, one.task)))
            return
        seconds = time.monotonic() - one.started
        left = one.rows if self._keep_rows else ()
        self._ready.append(Done(one.task, contents, one.counts, seconds, left))


def lean(row: Row) -> Row:
    """A row without alignments: few formats show them, and in a book they are most of the memory."""
    if not any(cell.alignment for cell in row.cells.values()):
        return row
    return replace(row, cells={target: replace(cell, alignment=()) for target, cell in row.cells.items()})


def message_of(error: Exception, task: Task) -> str:
    """Why an article failed and what to do, in a sentence that names it."""
    label = task.source.label
    if isinstance(error, SourceError | ForeignText | OutputError):
        return str(error)
    if isinstance(error, EngineError):
        return f"{label}: {error}"
    if isinstance(error, OSError):
        return f"{label}: {error.strerror or error}. {mend(error)}"
    if isinstance(error, MemoryError):
        return f"{label}: there is not enough memory for a document of this size; split it."
    return internal_error(error, label)
