"""Workers elsewhere at a batch: who has what in hand, and what becomes of it when one is lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from reader.cli.batch.cluster.packing import objection
from reader.cli.batch.cluster.parcel import Hello, Parcel
from reader.cli.batch.task import Failed, Outcome, Task
from reader.cli.batch.worker import Answer
from reader.cli.console import Failure

# Articles a worker has in hand: one it is at, and the next, so that it need not wait for the driver.
IN_HAND = 2
# Attempts at an article whose worker is lost.
ATTEMPTS = 2
# So many workers in a row that are lost before they can say who they are: there is no use in another.
FALSE_STARTS = 3
# Seconds after which somebody who waits for a first worker is told so.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Said:
    """What a worker sent: first a Hello, then an Answer for each parcel, in their order."""

    worker: int
    word: Hello | Answer


@dataclass(frozen=True, slots=True)
class Lost:
    """A worker is gone with all it had in hand; ``reason`` is a clause."""

    worker: int
    reason: str


class Cluster(Protocol):
    """Where workers live."""

    def hire(self) -> int:
        """Begins to start a worker, which will say hello; its number."""
        ...

    def send(self, worker: int, parcel: Parcel) -> None:
        """Gives a worker an article; one that is gone is heard of as Lost."""
        ...

    def wait(self, seconds: float) -> Sequence[Said | Lost]:
        """What has happened since; waits until something has, at most so long."""
        ...

    def dismiss(self, worker: int) -> None:
        """Ends a worker, whatever it is at; nothing is heard of it any more."""
        ...


@dataclass(slots=True)
class Member:
    """A worker: its name once it has said hello, and the articles it has in hand, the first at work."""

    name: str = ""
    hand: deque[Task] = field(default_factory=deque)


class Crew:
    """``size`` workers. ``pack`` makes parcels; ``store`` is given each Answer, to write into the cache.

    At most twice as many articles as workers are under way.
    """

    def __init__(
        self,
        cluster: Cluster,
        size: int,
        wanted: Hello,
        pack: Callable[[Task], Parcel | Failed],
        store: Callable[[Answer], None],
        notice: Callable[[str], None],
    ) -> None:
        self._cluster = cluster
        self._size = size
        self._wanted = wanted
        self._pack = pack
        self._store = store
        self._notice = notice
        self._members: dict[int, Member] = {}
        self._waiting: deque[Task] = deque()
        self._losses: dict[int, int] = {}
        self._false_starts = 0

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """What came of each task, in the order in which they end. Raises Failure where none can be done."""
        self._waiting = deque(tasks)
        try:
            for _ in range(min(self._size, len(tasks))):
                self._hire()
            while True:
                yield from self._hand_out()
                if not self._waiting and not any(member.hand for member in self._members.values()):
                    return
                events = self._cluster.wait(PATIENCE)
                if not events and not any(member.name for member in self._members.values()):
                    self._notice("No worker is free yet; still waiting (Ctrl-C ends it).")
                for event in events:
                    yield from self._heard(event)
        finally:
            for worker in list(self._members):
                self._cluster.dismiss(worker)
            self._members.clear()

    def _hire(self) -> None:
        self._members[self._cluster.hire()] = Member()

    def _hand_out(self) -> Iterator[Outcome]:
        """Gives articles to the workers; those that cannot be read have failed."""
        for depth in range(IN_HAND):
            for worker, member in self._members.items():
                # Towards the end nobody takes a second one that another could begin at once.
                while (
                    member.name
                    and len(member.hand) == depth
                    and self._waiting
                    and (depth == 0 or len(self._waiting) >= len(self._members))
                ):
                    task = self._waiting.popleft()
                    parcel = self._pack(task)
                    if isinstance(parcel, Failed):
                        yield parcel
                        continue
                    member.hand.append(task)
                    self._cluster.send(worker, parcel)

    def _heard(self, event: Said | Lost) -> Iterator[Outcome]:
        member = self._members.get(event.worker)
        if member is None:
            return
        if isinstance(event, Lost):
            yield from self._bury(event, member)
        elif isinstance(event.word, Hello):
            self._welcome(event.worker, event.word)
        else:
            if event.word.fatal:
                raise Failure(event.word.fatal)
            task = member.hand.popleft()
            self._store(event.word)
            yield replace(event.word.outcome, task=task)

    def _welcome(self, worker: int, hello: Hello) -> None:
        """A worker is ready, unless its drafts would not be ours: it is refused then, and none follows it."""
        self._false_starts = 0
        problem = objection(hello, self._wanted)
        if not problem:
            self._members[worker].name = hello.name
            return
        del self._members[worker]
        self._cluster.dismiss(worker)
        if not self._members:
            raise Failure(problem)
        self._notice(problem)

    def _bury(self, lost: Lost, member: Member) -> Iterator[Outcome]:
        """A worker is lost: the article it was at is tried once more, what only waited there goes on."""
        del self._members[lost.worker]
        self._cluster.dismiss(lost.worker)
        if not member.name:
            self._false_starts += 1
            if self._false_starts >= FALSE_STARTS:
                raise Failure(f"No worker can be started: {lost.reason}.")
        if member.hand:
            task = member.hand[0]
            losses = self._losses[task.number] = self._losses.get(task.number, 0) + 1
            if losses < ATTEMPTS:
                self._notice(f"Worker {member.name} was lost; {task.source.name} goes to another.")
            else:
                member.hand.popleft()
                yield Failed(task, lost_twice(task, member, lost))
        self._waiting.extendleft(reversed(member.hand))
        if self._waiting:
            self._hire()


def lost_twice(task: Task, member: Member, lost: Lost) -> str:
    """Why an article is given up, and what to do about it."""
    return (
        f"{task.source.label}: two workers were lost at it, the last {member.name} ({lost.reason}), perhaps"
        " for want of memory; try it without --on, or split the document."
    )
