"""Workers as actors of Ray, on this machine or on a cluster."""

from __future__ import annotations

import logging
import os
import re
import secrets
import shutil
import signal
import tempfile
import threading
import warnings
from collections import deque
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from cache.processes import is_running
from reader.cli.batch.cluster.crew import Lost, Said
from reader.cli.batch.cluster.knock import knock, place_of
from reader.cli.batch.cluster.parcel import Commission, Parcel
from reader.cli.batch.cluster.worker import ClusterWorker
from reader.cli.console import Failure, Misuse

LOCAL = "local"
# The longest of Ray's names of sockets below its folder, and what every system allows for the whole.
SOCKET_NAME, SOCKET_LIMIT = 65, 103
FOLDER = re.compile(r"(?:sanyu-)?ray-(\d+)(?:-\w+)?")
# Only articles and what came of them pass through; what does not fit goes to the disk.
STORE = 128 * 1024 * 1024


class RayCluster:
    """Connected from construction to ``close``. Raises Misuse and Failure, with a sentence.

    ``address`` is ``local`` for a Ray of its own on this machine, else that of a cluster. ``workers``
    is None for one a processor core. ``folder`` is for Ray's own files, which go with it.
    """

    def __init__(self, address: str, workers: int | None, folder: Path) -> None:
        self._local = address == LOCAL
        self._folder: Path | None = None
        self._commission: object = None
        self._actors: dict[int, Any] = {}
        self._pending: dict[int, deque[Any]] = {}
        self._hired = 0
        place = place_of(address)
        if not self._local and place is None:
            raise Misuse(
                f"--on {address}: say local, or the address of a cluster such as ray://10.0.0.5:10001."
            )
        restrain(os.environ)
        if place is None:
            close_to_others(os.environ)
        else:
            knock(address, place, os.environ)
        try:
            import ray
        except ImportError as error:
            raise Failure("--on needs Ray, which is not installed; say pip install 'sanyu[ray]'.") from error
        self._ray = ray
        try:
            self._connect(address, workers, folder)
            cores = ray.cluster_resources().get("CPU", 1)
        except BaseException as error:
            self.close()
            if not isinstance(error, Exception):
                raise
            raise Failure(trouble(address, error)) from error
        self.size: int = workers or max(1, int(cores))

    def commission(self, commission: Commission) -> None:
        """What the workers that are hired from now on must know."""
        # It travels once to each machine, not once to each worker.
        folder = "" if self._folder is None else str(self._folder)
        with self._connected():
            self._commission = self._ray.put(replace(commission, folder=folder))

    def hire(self) -> int:
        """Begins to start an actor."""
        self._hired += 1
        # What was in hand of one that is lost is given to another by the crew, who counts.
        kind = self._ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(ClusterWorker)
        with self._connected():
            actor = self._actors[self._hired] = kind.remote(self._commission)
            self._pending[self._hired] = deque([actor.hello.remote()])
        return self._hired

    def send(self, worker: int, parcel: Parcel) -> None:
        """Gives an actor an article."""
        with self._connected():
            self._pending[worker].append(self._actors[worker].work.remote(parcel))

    def wait(self, seconds: float) -> Sequence[Said | Lost]:
        """What the actors have answered."""
        firsts = {pending[0]: worker for worker, pending in self._pending.items() if pending}
        with self._connected():
            ready, _ = self._ray.wait(list(firsts), num_returns=1, timeout=seconds)
            return [self._heard(firsts[one]) for one in ready]

    def dismiss(self, worker: int) -> None:
        """Ends an actor."""
        self._pending.pop(worker, None)
        actor = self._actors.pop(worker, None)
        if actor is not None:
            # It may be gone already, and the connection too.
            with suppress(Exception):
                self._ray.kill(actor)

    def close(self) -> None:
        """Leaves the cluster; a Ray of its own ends."""
        with suppress(Exception):
            self._ray.shutdown()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _heard(self, worker: int) -> Said | Lost:
        first = self._pending[worker].popleft()
        try:
            return Said(worker, self._ray.get(first))
        except self._ray.exceptions.RayError as error:
            return Lost(worker, loss(error))

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """Raises Failure where the connection is lost, after half a minute in which Ray tries to mend it."""
        try:
            yield
        except (ConnectionError, self._ray.exceptions.RaySystemError, *network_errors()) as error:
            raise Failure(
                "The connection to the cluster broke off; what is finished is kept, and the same command goes"
                " on from there once the cluster is back (ray status)."
            ) from error
        except ImportError as error:
            # The machine with the server that Ray starts for us unpacks what we send, too.
            raise Failure(f"The cluster cannot be used: {loss(error)}.") from error

    def _connect(self, address: str, workers: int | None, folder: Path) -> None:
        silence()
        with own_signals():
            if not self._local:
                self._join(address)
                return
            self._folder = session_folder(folder)
            self._ray.init(
                num_cpus=workers, include_dashboard=False, log_to_driver=False,
                logging_level=logging.CRITICAL, object_store_memory=STORE, _temp_dir=str(self._folder),
            )  # fmt: skip

    def _join(self, address: str) -> None:
        with warnings.catch_warnings(action="ignore"):
            # The cluster starts a server for us. Now and then that fails: it has just begun itself, or
            # another cluster of the same machine has taken the port meanwhile.
            with suppress(ConnectionError):
                self._ray.init(address, log_to_driver=False, logging_level=logging.CRITICAL)
                return
            self._ray.init(address, log_to_driver=False, logging_level=logging.CRITICAL)


def network_errors() -> tuple[type[Exception], ...]:
    """What Ray's client raises besides ConnectionError; a Ray of our own does without gRPC."""
    try:
        import grpc
    except ImportError:
        return ()
    return (grpc.RpcError,)


def restrain(environ: MutableMapping[str, str]) -> None:
    """Ray does nothing unasked."""
    environ["RAY_USAGE_STATS_ENABLED"] = "0"
    # Under ``uv run`` it would send the folder one is in to the workers.
    environ["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
    # When a cluster is lost, the next call would start a Ray on this machine.
    environ["RAY_ENABLE_AUTO_CONNECT"] = "0"


def close_to_others(environ: MutableMapping[str, str]) -> None:
    """A Ray of our own listens to this machine only, and there to whoever knows a secret."""
    # Ray's own switch for "one machine": it then binds to the loopback address.
    environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
    environ["RAY_AUTH_MODE"] = "token"
    environ["RAY_AUTH_TOKEN"] = secrets.token_hex(32)
    environ.pop("RAY_ADDRESS", None)


def session_folder(parent: Path) -> Path:
    """A fresh folder for Ray's files; those of runs that were killed are removed."""
    for old in (*parent.glob("ray-*"), *Path(tempfile.gettempdir()).glob("sanyu-ray-*")):
        name = FOLDER.fullmatch(old.name)
        if name and not is_running(int(name[1])):
            shutil.rmtree(old, ignore_errors=True)
    folder = parent / f"ray-{os.getpid()}"
    if len(os.fsencode(folder)) + SOCKET_NAME > SOCKET_LIMIT:
        return Path(tempfile.mkdtemp(prefix=f"sanyu-ray-{os.getpid()}-"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def own_signals() -> Iterator[None]:
    """Keeps our handler of SIGTERM: Ray sets its own, which would end the process without a word."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, before)


def silence() -> None:
    """Ray prints news of its processes to stdout, which is for data; what matters we say ourselves."""
    logging.getLogger("ray").setLevel(logging.CRITICAL)
    for place in ("ray._private.worker", "ray.util.client.logsclient"):
        with suppress(ImportError):
            module = __import__(place, fromlist=["print_to_stdstream"])
            # Its level is set again later on.
            logging.getLogger(place).disabled = True
            if hasattr(module, "print_to_stdstream"):
                setattr(module, "print_to_stdstream", drop)  # noqa: B010  (unknown to the type checker)


def drop(*arguments: object, **options: object) -> None:
    """Prints nothing."""


def trouble(address: str, error: Exception) -> str:
    """Why there is no cluster, and what to do about it."""
    if address == LOCAL:
        return f"Ray cannot be started on this machine ({first_line(error)}); use --jobs instead of --on."
    text = str(error)
    if "ersion mismatch" in text:
        return f"{address}: {versions(text)}"
    if "Initialization failure" in text:
        return (
            f"{address}: the cluster could not begin with this command ({last_line(text)}); try again,"
            " and else look on its head into ray_client_server*.err below /tmp/ray/session_latest/logs."
        )
    return (
        f"{address}: the cluster was lost while it was being joined ({first_line(error)}); check that Ray"
        " runs there (ray status)."
    )


def versions(text: str) -> str:
    """What Ray says of versions that differ, and what to do about it."""
    found = re.findall(r"(?:Ray|Python): (\S+)", text)
    if len(found) != 4:
        return f"the cluster has another Ray or Python than this machine; use the same. {last_line(text)}"
    return (
        f"the cluster has Ray {found[0]} and Python {found[1]}, this machine Ray {found[2]} and Python"
        f" {found[3]}; install here or there the same Ray, for the same Python {found[1].rpartition('.')[0]}."
    )


def loss(error: Exception) -> str:
    """Why an actor is lost, as a clause."""
    text = str(error)
    missing = re.search(r"No module named '(\w+)", text)
    if missing:
        return f"sanyu is not installed there, or lacks {missing[1]}; say there pip install sanyu"
    if "died" in text or "dead" in text:
        return "its process or its machine is gone"
    return first_line(error)


def first_line(error: Exception) -> str:
    """The first line of an error's message, or what gRPC says of it, shortened."""
    told = re.search(r'details = "([^"]+)"', str(error))
    lines = [told[1]] if told else [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:200].rstrip(".:")


def last_line(text: str) -> str:
    """The last line of a message, where a traceback in it has its error, shortened."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return (lines[-1] if lines else "")[:200].rstrip(".:")
