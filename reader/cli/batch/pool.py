"""Worker processes that translate articles; one that dies costs only the article it was at."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from reader.cli.batch.task import Failed, Outcome, Task
from reader.cli.batch.worker import Answer, Setup, work
from reader.cli.console import Failure

# Attempts at an article whose worker dies.
ATTEMPTS = 2


@dataclass(slots=True)
class Worker:
    """A process and the article it is at."""

    process: SpawnProcess
    pipe: Connection
    task: Task


class Pool:
    """``jobs`` processes. ``store`` is given each Answer, to write what it brings into the cache."""

    def __init__(self, jobs: int, setup: Setup, store: Callable[[Answer], None]) -> None:
        self._setup = setup
        self._store = store
        self._jobs = jobs
        self._workers: dict[Connection, Worker] = {}
        self._again: deque[Task] = deque()
        self._deaths: dict[int, int] = {}
        self._leaving: list[Worker] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What came of each task, in the order in which they end. Raises Failure where none can be done."""
        waiting = iter(tasks)
        try:
            while True:
                while len(self._workers) < self._jobs and (task := self._next(waiting)) is not None:
                    worker = self._started(task)
                    self._workers[worker.pipe] = worker
                if not self._workers:
                    return
                for pipe in connection.wait(list(self._workers)):
                    assert isinstance(pipe, Connection)
                    yield from self._heard(self._workers[pipe], waiting)
        finally:
            self._end()

    def _heard(self, worker: Worker, waiting: Iterator[Task]) -> Iterator[Outcome]:
        """What a worker has to say; it goes on with another article meanwhile."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        assert isinstance(answer, Answer)
        if answer.fatal:
            raise Failure(answer.fatal)
        task = self._next(waiting)
        if task is None:
            # It ends by itself when the pipe is closed.
            self._dismiss(worker)
        else:
            worker.task = task
            self._send(worker)
        self._store(answer)
        yield answer.outcome

    def _next(self, waiting: Iterator[Task]) -> Task | None:
        return self._again.popleft() if self._again else next(waiting, None)

    def _send(self, worker: Worker) -> None:
        # One that has died is noticed when its answer does not come.
        with contextlib.suppress(OSError):
            worker.pipe.send(worker.task)

    def _bury(self, worker: Worker) -> Iterator[Outcome]:
        """A worker has died: the article it was at is tried once more."""
        self._dismiss(worker)
        worker.process.join(5)
        task = worker.task
        deaths = self._deaths[task.number] = self._deaths.get(task.number, 0) + 1
        if deaths < ATTEMPTS:
            self._again.append(task)
        else:
            yield Failed(task, f"{task.source.label}: {why(worker.process.exitcode)}")

    def _started(self, task: Task) -> Worker:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._setup), daemon=True)
        with interrupts_ignored():
            process.start()
        theirs.close()
        worker = Worker(process, ours, task)
        self._send(worker)
        return worker

    def _dismiss(self, worker: Worker) -> None:
        del self._workers[worker.pipe]
        worker.pipe.close()
        self._leaving.append(worker)

    def _end(self) -> None:
        """Ends what still runs: the run was cut short, or its workers are on their way out."""
        for worker in list(self._workers.values()):
            worker.process.terminate()
            self._dismiss(worker)
        for worker in self._leaving:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


@contextlib.contextmanager
def interrupts_ignored() -> Iterator[None]:
    """A process started meanwhile is deaf to Ctrl-C from its first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def why(code: int | None) -> str:
    """Why a worker process ended, and what to do about it."""
    if code is not None and -code == getattr(signal, "SIGKILL", 9):
        return (
            "the process that translated it was killed twice, perhaps for want of memory;"
            " use fewer --jobs, or split the document."
        )
    return f"the process that translated it broke off twice (exit code {code}); try it with --jobs 1."
