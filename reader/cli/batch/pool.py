"""Worker processes that translate articles; one that dies costs only the article it was at."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from reader.cli.batch.task import Failed, Outcome, Task
from reader.cli.batch.worker import Answer, Setup, work
from reader.cli.console import Failure

# Attempts at an article whose worker dies.
ATTEMPTS = 2
# Bytes of an article that may wait in a worker's hand: behind a book it would wait while others are idle.
SHORT = 50_000


@dataclass(slots=True)
class Worker:
    """A process and the articles it has in hand, the first at work."""

    process: SpawnProcess
    pipe: Connection
    hand: deque[Task]


class Pool:
    """``jobs`` processes. ``store`` is given each Answer, to write what it brings into the cache.

    A worker has the next article in hand before it asks: it goes on while the parent waits for the disk.
    """

    def __init__(self, jobs: int, setup: Setup, store: Callable[[Answer], None]) -> None:
        self._setup = setup
        self._store = store
        self._jobs = jobs
        self._workers: dict[Connection, Worker] = {}
        self._waiting: deque[Task] = deque()
        self._deaths: dict[int, int] = {}
        self._leaving: list[Worker] = []

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """What came of each task, in the order in which they end. Raises Failure where none can be done."""
        self._waiting.extend(tasks)
        try:
            while True:
                while self._waiting and len(self._workers) < self._jobs:
                    worker = self._started()
                    self._workers[worker.pipe] = worker
                    self._give(worker)
                if not self._workers:
                    return
                for pipe in connection.wait(list(self._workers)):
                    assert isinstance(pipe, Connection)
                    yield from self._heard(self._workers[pipe])
        finally:
            self._end()

    def _heard(self, worker: Worker) -> Iterator[Outcome]:
        """What a worker has to say; it goes on with another article meanwhile."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        assert isinstance(answer, Answer)
        if answer.fatal:
            raise Failure(answer.fatal)
        worker.hand.popleft()
        if self._waiting and not worker.hand:
            self._give(worker)
        if self._may_have_another(worker):
            self._give(worker)
        if not worker.hand:
            # It ends by itself when the pipe is closed.
            self._dismiss(worker)
        self._store(answer)
        yield answer.outcome

    def _may_have_another(self, worker: Worker) -> bool:
        """Whether a worker may have an article in hand for later: one that nobody else will be idle for."""
        # The last articles wait for who is free first.
        return (
            len(worker.hand) == 1
            and len(self._waiting) > self._jobs
            and max(worker.hand[0].size, self._waiting[0].size) <= SHORT
        )

    def _give(self, worker: Worker) -> None:
        task = self._waiting.popleft()
        worker.hand.append(task)
        # One that has died is noticed when its answer does not come.
        with contextlib.suppress(OSError):
            worker.pipe.send(task)

    def _bury(self, worker: Worker) -> Iterator[Outcome]:
        """A worker has died: the article it was at is tried once more, what was in its hand is done next."""
        self._dismiss(worker)
        worker.process.join(5)
        task, *later = worker.hand
        deaths = self._deaths[task.number] = self._deaths.get(task.number, 0) + 1
        again = deaths < ATTEMPTS
        self._waiting.extendleft(reversed([task, *later] if again else later))
        if not again:
            yield Failed(task, f"{task.source.label}: {why(worker.process.exitcode)}")

    def _started(self) -> Worker:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._setup), daemon=True)
        with interrupts_ignored():
            process.start()
        theirs.close()
        return Worker(process, ours, deque())

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
