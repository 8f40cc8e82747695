"""A batch: articles through one stream or through workers, each written as soon as it is whole."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cache.commands import Began
from cache.places import Places
from cache.translations import Translations
from reader.cli.batch.rate import keep_rate
from reader.cli.batch.stream import Stream, message_of
from reader.cli.batch.task import Done, Failed, Outcome, Task
from reader.cli.console import Failure
from reader.cli.explain import explanation
from reader.cli.memory import Memory
from reader.cli.progress import Progress
from reader.cli.tally import Record, Tally
from reader.export.files import OutputError, write_atomically, write_pieces
from reader.export.leftovers import sweep
from reader.export.translated import Layout
from translate.row import Target
from translate.workshop import Workshop

if TYPE_CHECKING:
    from reader.cli.batch.cluster.elsewhere import Elsewhere
    from reader.cli.batch.pool import Pool
    from reader.cli.batch.worker import Answer

# The engine that computes in Python: it alone is faster in several processes.
BY_PROCESS = "transfer"


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is to be done."""

    engine: str
    targets: tuple[Target, ...]
    ascii_names: bool = False
    plain: bool = False
    layout: Layout | None = None
    jobs: int = 1
    fail_fast: bool = False
    only_missing: bool = False
    explain: bool = False
    stdout: bool = False

    def name(self, tasks: Sequence[Task]) -> bytes:
        """A digest of the command: the same for its repetition, whatever the number of jobs."""
        digest = blake2b(digest_size=16)
        parts = [self.engine, *self.targets, str(self.ascii_names), str(self.plain), str(self.layout)]
        for task in tasks:
            parts += [str(task.source.path and task.source.path.absolute())]
            parts += [str(path.absolute()) for path in task.paths]
        for part in parts:
            digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
        return digest.digest()


class Stopped(Exception):
    """The rest of the batch was not begun."""


class Batch:
    """Does tasks and tells ``tally``; may be run several times, each time with other tasks.

    With ``elsewhere`` they are done on a cluster.
    """

    def __init__(
        self,
        options: Options,
        places: Places,
        workshop: Workshop,
        tally: Tally,
        progress: Progress,
        notice: Callable[[str], None],
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self._elsewhere = elsewhere
        self._options = options
        self._places = places
        self._workshop = workshop
        self._tally = tally
        self._progress = progress
        self._notice = notice
        self._swept: set[Path] = set()
        self._ended: dict[int, tuple[Record, Done | None]] = {}
        self._order: list[int] = []
        self._whole: list[bytes] = []

    def run(self, tasks: Sequence[Task]) -> None:
        """Does the tasks. Raises Stopped where it gives up before the last."""
        sizes = {task.number: task.size for task in tasks}
        self._order = [task.number for task in tasks]
        self._progress.begin(len(tasks), sum(sizes.values()))
        todo = []
        for task in tasks:
            if self._options.only_missing and is_there(task):
                record = Record(task.source.label, task.source.name, "skipped", task.paths)
                self._note(task, record, None, sizes[task.number])
            else:
                todo.append(task)
        self._flush()
        if not todo:
            return
        with Memory(self._places, self._notice) as memory:
            if memory.edits.unread:
                raise Failure(f"Nothing was translated: your edits would be missing. {memory.edits.unread}")
            began = time.monotonic()
            before = self._tally.cells - self._tally.cached
            name = self._options.name(tasks)
            started = memory.translations.begin(name)
            try:
                for outcome in self._outcomes(memory, todo, started):
                    self._settle(outcome, sizes[outcome.task.number])
                self._whole.append(name)
            finally:
                self._tally.resumed += memory.translations.resumed
                self._flush(whole=False)
            if self._elsewhere is not None:
                # Their rate is not that of this machine.
                return
            drafted = self._tally.cells - self._tally.cached - before
            jobs = min(self._options.jobs, len(todo))
            names = {self._workshop.chosen(target).name for target in self._options.targets}
            keep_rate(memory.translations, names, drafted, time.monotonic() - began, jobs)

    def finish(self) -> None:
        """Notes that what was run has come to its end: a repetition is another run, not a resumption.

        The last thing to be done: a kill before it costs nothing, and what follows it should be short.
        """
        if self._whole:
            translations = Translations(self._places.translations)
            for name in self._whole:
                translations.finish(name)
            translations.close()
            self._whole.clear()

    def _outcomes(self, memory: Memory, todo: Sequence[Task], began: Began) -> Iterator[Outcome]:
        options = self._options
        pipeline = memory.pipeline(self._workshop, options.targets, ascii_names=options.ascii_names)
        first = {target: self._workshop.chosen(target) for target in options.targets}
        if not any(task.aligned for task in todo):
            # An engine that goes on from another language's draft asks for its alignment.
            pipeline.aligned = any(engine.pivot(target) for target, engine in first.items())
        if self._elsewhere is not None:
            return self._elsewhere.outcomes(
                todo, options, memory, self._workshop, storing(memory), self._notice, aligned=pipeline.aligned
            )
        if self._by_workers(todo):
            return self._pool(memory, began, aligned=pipeline.aligned).run(todo)
        stream = Stream(
            pipeline,
            plain=options.plain,
            layout=options.layout,
            show=lambda task, done, of: self._progress.show(task.source.name, done, of),
            keep_rows=options.explain,
        )
        return stream.run(todo)

    def _by_workers(self, todo: Sequence[Task]) -> bool:
        """Whether several processes are wanted, and any use."""
        options = self._options
        return (
            min(options.jobs, len(todo)) > 1
            and not options.explain
            and all(task.source.path is not None for task in todo)
            and all(self._workshop.chosen(target).name == BY_PROCESS for target in options.targets)
        )

    def _pool(self, memory: Memory, began: Began, *, aligned: bool) -> Pool:
        from reader.cli.batch.pool import Pool
        from reader.cli.batch.worker import Setup

        options = self._options
        setup = Setup(
            self._places, options.targets, options.ascii_names, options.plain, options.layout,
            aligned, began,
        )  # fmt: skip
        return Pool(options.jobs, setup, storing(memory))

    def _settle(self, outcome: Outcome, size: int) -> None:
        """Writes what came of an article. Raises Stopped."""
        task, source = outcome.task, outcome.task.source
        stop = self._options.fail_fast and "Stopped at the first failure; the rest was not begun."
        if isinstance(outcome, Failed):
            failure = outcome.message
        else:
            try:
                written = 0 if self._options.stdout else self._write(outcome)
                failure = ""
            except OutputError as error:
                failure = str(error)
                stop = "The disk is full; the rest was not begun." if is_full(error) else stop
            except Exception as error:
                failure = message_of(error, task)
        if failure or isinstance(outcome, Failed):
            self._note(task, Record(source.label, source.name, "failed", failure=failure), None, size)
        else:
            paths = () if self._options.stdout else task.paths
            record = Record(
                source.label, source.name, "translated", paths, written, outcome.counts, outcome.seconds
            )
            kept = outcome if self._options.stdout or self._options.explain else None
            self._note(task, record, kept, size)
        self._flush()
        if failure and stop and self._order:
            raise Stopped(stop)

    def _write(self, done: Done) -> int:
        """Writes the outputs of an article; how many changed. Raises OutputError."""
        changed = 0
        for path, content in zip(done.task.paths, done.contents, strict=True):
            if path.parent not in self._swept:
                self._swept.add(path.parent)
                sweep(path.parent)
            if isinstance(content, str | bytes):
                changed += write_atomically(path, content)
            else:
                changed += write_pieces(path, content)
        return changed

    def _note(self, task: Task, record: Record, done: Done | None, size: int) -> None:
        self._ended[task.number] = (record, done)
        self._progress.advance(size, record.counts.segments)

    def _flush(self, *, whole: bool = True) -> None:
        """Tells what has ended, in the order of the batch; with ``whole`` not past what has not."""
        while self._order and (self._order[0] in self._ended or not whole):
            ended = self._ended.pop(self._order.pop(0), None)
            if ended is None:
                continue
            record, done = ended
            if done is not None and whole:
                self._print(done)
            self._tally.add(record)

    def _print(self, done: Done) -> None:
        """What goes to stdout: the translation, or how it was made."""
        self._progress.clear()
        if self._options.stdout:
            for content in done.contents:
                assert not isinstance(content, bytes)
                sys.stdout.writelines((content,) if isinstance(content, str) else content)
        if self._options.explain:
            for line in explanation(done.rows, self._workshop):
                click.echo(line)


def storing(memory: Memory) -> Callable[[Answer], None]:
    """Writes into the cache what a worker answers."""
    translations, recognitions = memory.translations, memory.recognitions

    def store(answer: Answer) -> None:
        translations.put_many(answer.drafts)
        recognitions.put_many(answer.recognitions)
        translations.count_lookups(answer.lookups, answer.hits)
        translations.resumed += answer.resumed

    return store


def is_full(error: OutputError) -> bool:
    """Whether there is no more space, for this file or any other."""
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT)


def is_there(task: Task) -> bool:
    """Whether all outputs are there, whole as every output is, and no older than the article."""
    if task.source.path is None or not task.paths:
        return False
    try:
        changed = task.source.path.stat().st_mtime_ns
        return all(path.stat().st_mtime_ns >= changed for path in task.paths)
    except OSError:
        return False
