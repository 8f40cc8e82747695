"""Workers elsewhere at a batch: who is let in, and what becomes of an article whose worker is lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.batch.cluster.crew import IN_HAND, Crew, Lost, Said
from reader.cli.batch.cluster.packing import objection
from reader.cli.batch.cluster.parcel import Hello, Parcel
from reader.cli.batch.task import Counts, Done, Failed, Task
from reader.cli.batch.worker import Answer
from reader.cli.console import Failure
from reader.cli.sources import Source
from translate.row import Target

OURS = Hello("here", "v1", {Target.EN: ("argos", "a"), Target.VI: ("argos", "a")})


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (Hello("mars (process 7)", "v1", OURS.engines), ""),
        (Hello("mars (process 7)", "v2", OURS.engines), "another version of sanyu"),
        (Hello("mars (process 7)", "v1", {t: ("transfer", "x") for t in Target}), "sanyu models install"),
        (Hello("mars (process 7)", "v1", {t: ("argos", "b") for t in Target}), "other models of argos"),
        (Hello("mars (process 7)", "v1", None, "argos has no model for English."), "no model for English"),
    ],
)
def test_a_worker_whose_drafts_would_differ_is_refused_by_name(theirs: Hello, told: str) -> None:
    found = objection(theirs, OURS)
    assert told in found and bool(found) == bool(told)
    assert not told or "mars (process 7)" in found


class Scripted:
    """A cluster that answers at once, or loses a worker, as drawn; it counts what is under way."""

    def __init__(self, draw: Callable[[], bool], hellos: Sequence[Hello] = ()) -> None:
        self._draw = draw
        self._hellos = deque(hellos)
        self._queues: dict[int, deque[object]] = {}
        self.under_way = self.most = self.hired = 0
        self.lost_at: list[int] = []

    def hire(self) -> int:
        self.hired += 1
        hello = self._hellos.popleft() if self._hellos else OURS
        self._queues[self.hired] = deque([hello])
        return self.hired

    def send(self, worker: int, parcel: Parcel) -> None:
        self._queues[worker].append(parcel)
        self.under_way += 1
        self.most = max(self.most, self.under_way)

    def wait(self, seconds: float) -> Sequence[Said | Lost]:
        worker, queue = next((w, q) for w, q in self._queues.items() if q)
        first = queue.popleft()
        self._queues[worker] = self._queues.pop(worker)
        if isinstance(first, Hello):
            return [Said(worker, first) if first.name else Lost(worker, "no room")]
        assert isinstance(first, Parcel)
        if self._draw():
            self.lost_at.append(first.task.number)
            self.under_way -= 1
            return [Lost(worker, "gone")]
        self.under_way -= 1
        return [Said(worker, Answer(Done(first.task, (), Counts(), 0.0), [], [], 0, 0, 0))]

    def dismiss(self, worker: int) -> None:
        self.under_way -= sum(isinstance(one, Parcel) for one in self._queues.pop(worker, ()))


def tasks(number: int) -> list[Task]:
    return [Task(one, Source(None, f"{one}.txt"), (), ()) for one in range(number)]


def parcel(task: Task) -> Parcel:
    return Parcel(task, {}, [], {})


def quiet(message: str) -> None:
    pass


@given(st.integers(0, 12), st.integers(1, 4), st.lists(st.booleans(), max_size=40))
def test_every_article_ends_once_whoever_is_lost(number: int, size: int, losses: list[bool]) -> None:
    drawn = iter(losses)
    cluster = Scripted(lambda: next(drawn, False))
    crew = Crew(cluster, size, OURS, parcel, lambda answer: None, quiet)
    ended = list(crew.run(tasks(number)))
    assert sorted(one.task.number for one in ended) == list(range(number))
    assert cluster.most <= IN_HAND * size and cluster.under_way == 0
    # One that only waited in a lost worker's hand has lost nothing.
    for outcome in ended:
        assert isinstance(outcome, Failed) == (cluster.lost_at.count(outcome.task.number) == 2)


def test_a_refused_worker_is_named_and_the_others_do_it_all() -> None:
    said: list[str] = []
    cluster = Scripted(lambda: False, [Hello("old (process 3)", "v0", OURS.engines)])
    crew = Crew(cluster, 2, OURS, parcel, lambda answer: None, said.append)
    assert len(list(crew.run(tasks(5)))) == 5
    assert cluster.hired == 2
    assert len(said) == 1 and "old (process 3)" in said[0]


def test_where_no_worker_can_be_used_or_started_that_is_the_failure() -> None:
    old = [Hello("old (process 3)", "v0", OURS.engines)] * 2
    with pytest.raises(Failure, match="another version"):
        list(Crew(Scripted(lambda: False, old), 2, OURS, parcel, lambda a: None, quiet).run(tasks(5)))
    stillborn = [Hello("")] * 9
    with pytest.raises(Failure, match="No worker can be started: no room"):
        list(Crew(Scripted(lambda: False, stillborn), 2, OURS, parcel, lambda a: None, quiet).run(tasks(5)))
