"""``--on``: a batch on another machine, or on several; this process alone writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cache.places import Places
from reader.cli.batch.cluster.crew import Crew
from reader.cli.batch.cluster.packing import Packer, commission_of, expected
from reader.cli.batch.task import Outcome, Task
from reader.cli.batch.worker import Answer
from reader.cli.console import Misuse
from reader.cli.memory import Memory
from translate.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cli.batch.cluster.rays import RayCluster
    from reader.cli.batch.run import Options

# It asks a server, which computes as fast for one machine as for many.
ASKS = "openai"


class Elsewhere:
    """A cluster by its address, connected when there is something to do, until ``close``."""

    def __init__(self, address: str, workers: int | None, places: Places, *, rescue: bool) -> None:
        self._address = address
        self._workers = workers
        self._places = places
        self._rescue = rescue
        self._cluster: RayCluster | None = None

    def outcomes(
        self,
        tasks: Sequence[Task],
        options: Options,
        memory: Memory,
        workshop: Workshop,
        store: Callable[[Answer], None],
        notice: Callable[[str], None],
        *,
        aligned: bool,
    ) -> Iterator[Outcome]:
        """What came of each task, in the order in which they end. Raises Misuse, Failure, TermbaseError."""
        if options.engine == ASKS:
            raise Misuse(f"--on is for engines that compute; {ASKS} asks a server: leave --on out.")
        commission = commission_of(
            self._places, workshop, options.targets, choice=options.engine, ascii_names=options.ascii_names,
            layout=options.layout, aligned=aligned, rescue=self._rescue,
        )  # fmt: skip
        wanted = expected(workshop, options.targets)
        packer = Packer(memory, workshop, options.targets, plain=options.plain)
        cluster = self._connected()
        cluster.commission(commission)
        return Crew(cluster, cluster.size, wanted, packer.pack, store, notice).run(tasks)

    def close(self) -> None:
        """Leaves the cluster."""
        if self._cluster is not None:
            self._cluster.close()

    def _connected(self) -> RayCluster:
        if self._cluster is None:
            from reader.cli.batch.cluster.rays import RayCluster

            self._cluster = RayCluster(self._address, self._workers, self._places.cache)
        return self._cluster
