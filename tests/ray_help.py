"""Clusters for tests: in this process, by a script, and of Ray itself in processes of their own."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from cli_help import sanyu, written
from patience import wait_for as wait_for_it

from reader.cli.batch.cluster.crew import Lost, Said
from reader.cli.batch.cluster.parcel import Commission, Parcel
from reader.cli.batch.cluster.worker import ClusterWorker

# Joining Ray has been seen to take forty seconds longer than it should.
wait_for = partial(wait_for_it, seconds=240.0)
COMMON = "双方同意加强合作。"
# The processes of a run are found by /proc.
real = pytest.mark.skipif(
    find_spec("ray") is None or not Path("/proc/self/stat").exists(), reason="Ray is not installed"
)


class Here:
    """A cluster in this process: what crosses to a worker or back is pickled, and nothing else does."""

    size = 2

    def __init__(self, *arguments: object) -> None:
        self._workers: list[ClusterWorker | None] = []
        self._events: deque[tuple[int, Callable[[], bytes]]] = deque()
        self._commission = b""
        self.closed = False

    def commission(self, commission: Commission) -> None:
        folder = tempfile.mkdtemp(dir=os.environ["SANYU_HOME"])
        self._commission = pickle.dumps(replace(commission, folder=folder))

    def hire(self) -> int:
        worker = ClusterWorker(pickle.loads(self._commission))
        self._workers.append(worker)
        number = len(self._workers) - 1
        self._events.append((number, lambda: pickle.dumps(worker.hello())))
        return number

    def send(self, number: int, parcel: Parcel) -> None:
        worker, packed = self._workers[number], pickle.dumps(parcel)
        assert worker is not None
        self._events.append((number, lambda: pickle.dumps(worker.work(pickle.loads(packed)))))

    def wait(self, seconds: float) -> Sequence[Said | Lost]:
        number, word = self._events.popleft()
        return [Said(number, pickle.loads(word()))] if self._workers[number] is not None else []

    def dismiss(self, number: int) -> None:
        self._workers[number] = None

    def close(self) -> None:
        self.closed = True


class Losing(Here):
    """A worker is lost at each article that has the mark in it, as often as ``losses`` says."""

    losses = 1

    def send(self, number: int, parcel: Parcel) -> None:
        super().send(number, parcel)
        if "不祥" in parcel.task.source.load(plain=False).source and type(self).losses:
            type(self).losses -= 1
            self._events[-1] = (number, self._lost)

    def _lost(self) -> bytes:
        raise AssertionError("nobody is there to answer")

    def wait(self, seconds: float) -> Sequence[Said | Lost]:
        number, word = self._events[0]
        if word == self._lost and self._workers[number] is not None:
            self._events.popleft()
            return [Lost(number, "its process or its machine is gone")]
        return super().wait(seconds)


def news(folder: Path, articles: int = 5) -> Path:
    folder.mkdir()
    for number in range(articles):
        text = f"第{number}届河内论坛开幕\n\n阮氏珠在会上发言。{COMMON}今年前八个月大米出口量达{600 + number}万吨。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def long_news(folder: Path, articles: int = 10) -> Path:
    """Articles that keep two workers busy until a test has found them."""
    folder.mkdir()
    for number in range(articles):
        lines = (f"越南第{number * 100 + line}次会议在河内举行，双方同意加强合作。" for line in range(60))
        (folder / f"{number:02}.txt").write_text("".join(lines), encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in written(folder)}


def alone(folder: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What one job on this machine writes, for somebody who has translated nothing yet."""
    monkeypatch.setenv("SANYU_HOME", str(into / "home"))
    words = ("-o", into / "alone", "--format", "md,jsonl", "--jobs", "1", "-q")
    assert sanyu("translate", folder, *words).code == 0
    return contents(into / "alone")


def started(folder: Path, out: Path, on: str, **environ: str) -> subprocess.Popen[str]:
    """A batch on a cluster, in a process group of its own."""
    words = ["translate", folder, "-o", out, "--format", "md,jsonl", "--on", on, "--jobs", "2"]
    return subprocess.Popen(
        [sys.executable, "-m", "reader.cli.main", *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, **environ},
    )  # fmt: skip


def descendants(root: int) -> dict[int, str]:
    """The processes below one, with their titles."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found, level = {}, {root}
    while level:
        level = {pid for pid, parent in parents.items() if parent in level}
        for pid in level:
            try:
                found[pid] = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:
                continue
    return found


def of_kind(root: int, title: str) -> list[int]:
    """The processes below one whose titles have something in them."""
    return [pid for pid, its in descendants(root).items() if title in its]


def kill_one_at_work(root: int) -> None:
    """Kills a worker of Ray below a process, while it is at an article."""
    found: list[int] = []
    wait_for(lambda: found.extend(of_kind(root, "ray::ClusterWorker.work")) or found)
    os.kill(found[0], signal.SIGKILL)
