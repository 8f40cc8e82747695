"""``sanyu translate --on``: the same files whoever computes them, and whoever is lost on the way."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from cli_help import process, sanyu, written
from hypothesis import given
from hypothesis import strategies as st

from cache.places import Places
from cache.translations import Translations
from reader.cli.batch.cluster import rays
from reader.cli.batch.cluster.crew import IN_HAND, Crew, Lost, Said
from reader.cli.batch.cluster.packing import objection
from reader.cli.batch.cluster.parcel import Commission, Hello, Parcel
from reader.cli.batch.cluster.rays import close_to_others, session_folder
from reader.cli.batch.cluster.worker import ClusterWorker, own_folder
from reader.cli.batch.task import Counts, Done, Failed, Task
from reader.cli.batch.worker import Answer
from reader.cli.console import Failure
from reader.cli.sources import Source
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Target
from translate.terms.termbase import TermbaseError

COMMON = "双方同意加强合作。"


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


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rays, "RayCluster", Here)


def news(folder: Path, articles: int = 5) -> Path:
    folder.mkdir()
    for number in range(articles):
        text = f"第{number}届河内论坛开幕\n\n阮氏珠在会上发言。{COMMON}今年前八个月大米出口量达{600 + number}万吨。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in written(folder)}


def person(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home in which somebody has a glossary, an edit, and an article translated before."""
    monkeypatch.setenv("SANYU_HOME", str(home))
    places = Places.find()
    assert (
        sanyu("glossary", "add", "阮氏珠", "--type", "person", "--en", "Ms Pearl", "--vi", "bà Châu").code
        == 0
    )
    memory = TranslationMemory(places.memory)
    memory.edit(Passage(COMMON, None, None), Target.EN, "They will work together, somebody wrote.")
    memory.close()


def test_the_files_are_those_of_one_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: None) -> None:
    folder = news(tmp_path / "news")
    outputs = []
    for name, options in (("alone", ()), ("cluster", ("--on", "local", "--jobs", "2"))):
        person(tmp_path / f"home-{name}", monkeypatch)
        # One article is known already; its sentences that come again elsewhere are known there, too.
        known = sanyu("translate", folder / "3.txt", "-o", tmp_path / "before", "--engine", "transfer")
        assert known.code == 0
        out = tmp_path / name
        command = ("translate", folder, "-o", out, "--format", "md,jsonl,html", "--engine", "transfer")
        done = sanyu(*command, *options, "--json")
        assert done.code == 0, done.err
        outputs.append((contents(out), {**json.loads(done.out), "seconds": 0, "written": []}))
        again = json.loads(sanyu(*command, *options, "--json").out)
        assert again["cached"] == again["cells"]
    assert outputs[0] == outputs[1]
    text = (tmp_path / "cluster" / "0.md").read_text()
    assert "Ms Pearl" in text and "somebody wrote" in text
    assert outputs[1][1]["cached"]


def test_only_the_driver_writes_into_the_cache(tmp_path: Path, home: Path, here: None) -> None:
    folder = news(tmp_path / "news", 2)
    seen = []
    work = ClusterWorker.work

    def looking(worker: ClusterWorker, parcel: Parcel) -> Answer:
        answer = work(worker, parcel)
        cache = Translations(Places.find().translations)
        seen.append(
            {draft.key for draft in answer.drafts} & set(cache.get_many([d.key for d in answer.drafts]))
        )
        cache.close()
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClusterWorker, "work", looking)
        assert sanyu("translate", folder, "-o", tmp_path / "out", "--on", "local").code == 0
    assert seen[0] == set()
    cache = Translations(Places.find().translations)
    assert cache.count() >= 12
    cache.close()


@pytest.mark.parametrize(("losses", "code"), [(1, 0), (2, 1)])
def test_a_lost_worker_costs_what_it_was_at_and_that_is_tried_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, losses: int, code: int
) -> None:
    monkeypatch.setattr(rays, "RayCluster", Losing)
    monkeypatch.setattr(Losing, "losses", losses)
    folder = news(tmp_path / "news")
    (folder / "1.txt").write_text("不祥之兆出现在河内。\n", encoding="utf-8")
    done = sanyu("translate", folder, "-o", tmp_path / "out", "--on", "local")
    assert done.code == code, done.err
    expected = {f"{number}.md" for number in range(5)} - ({"1.md"} if code else set())
    assert written(tmp_path / "out") == expected
    assert done.err.count("was lost; 1.txt goes to another") == 1
    assert ("two workers were lost at it" in done.err) == bool(code)


def test_an_article_that_cannot_be_read_costs_no_other(tmp_path: Path, here: None) -> None:
    folder = news(tmp_path / "news", 3)
    (folder / "1.txt").write_text("No Chinese here.\n", encoding="utf-8")
    done = sanyu("translate", folder, "-o", tmp_path / "out", "--on", "local")
    assert done.code == 1 and "1.txt: there is no Chinese in it" in done.err
    assert written(tmp_path / "out") == {"0.md", "2.md"}


def test_a_glossary_that_cannot_be_used_is_told_before_any_worker_starts(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise TermbaseError("the glossary cannot be used")

    monkeypatch.setattr("reader.cli.batch.cluster.packing.load_termbase", refuse)
    done = sanyu("translate", news(tmp_path / "news", 1), "-o", tmp_path / "out", "--on", "local")
    assert done.code == 1 and done.err == "sanyu: the glossary cannot be used\n"


def test_without_ray_a_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setattr(rays, "close_to_others", lambda environ: None)
    done = sanyu("translate", news(tmp_path / "news", 1), "-o", tmp_path / "out", "--on", "local")
    assert done.code == 1 and done.err.count("\n") == 1
    assert "pip install 'sanyu[ray]'" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--on", "elsewhere"], "ray://10.0.0.5:10001"),
        (["--on", "http://localhost:80"], "ray://10.0.0.5:10001"),
        (["--on", "local", "--explain"], "leave out --on"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(tmp_path: Path, options: list[str], told: str) -> None:
    done = sanyu("translate", news(tmp_path / "news", 1), "-o", tmp_path / "out", *options)
    assert done.code == 2 and told in done.err and "Traceback" not in done.err


def test_an_engine_that_asks_a_server_is_not_distributed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: None
) -> None:
    monkeypatch.setenv("SANYU_ENDPOINT_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("SANYU_ENDPOINT_MODEL", "some")
    folder = news(tmp_path / "news", 1)
    done = sanyu("translate", folder, "-o", tmp_path / "out", "--on", "local", "--engine", "openai")
    assert done.code == 2 and "leave --on out" in done.err


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


def test_rays_folder_is_short_and_those_of_killed_runs_go(tmp_path: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True)
    old = tmp_path / f"ray-{int(gone.stdout)}"
    old.mkdir()
    folder = session_folder(tmp_path)
    assert folder.is_dir() and not old.exists()
    deep = session_folder(tmp_path / ("long" * 30))
    assert len(str(deep)) < 40 and deep.is_dir()
    for one in (folder, deep):
        shutil.rmtree(one)


def test_the_folder_of_a_worker_that_is_gone_goes(tmp_path: Path) -> None:
    mine = own_folder(tmp_path)
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True)
    old = tmp_path / f"sanyu-worker-{int(gone.stdout)}-abc"
    old.mkdir()
    assert own_folder(tmp_path).is_dir() and mine.is_dir() and not old.exists()


def test_a_ray_of_our_own_listens_to_nobody_else() -> None:
    environ = {"RAY_ADDRESS": "ray://elsewhere:1"}
    close_to_others(environ)
    assert environ["RAY_AUTH_MODE"] == "token" and len(environ["RAY_AUTH_TOKEN"]) == 64
    assert environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] == "0" and "RAY_ADDRESS" not in environ


# What follows runs Ray itself, in processes of their own: two workers on this machine.


@pytest.fixture
def real() -> Iterator[None]:
    pytest.importorskip("ray")
    if not Path("/proc/self/stat").exists():
        pytest.skip("the processes of a run are found by /proc")
    yield


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


def wait_for(happened: Callable[[], object], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def long_news(folder: Path) -> Path:
    folder.mkdir()
    for number in range(12):
        text = "".join(
            f"越南第{number * 100 + line}次会议在河内举行，双方同意加强合作。" for line in range(90)
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def started(folder: Path, out: Path) -> subprocess.Popen[str]:
    words = ["translate", folder, "-o", out, "--format", "md,jsonl", "--on", "local", "--jobs", "2"]
    return subprocess.Popen(
        [sys.executable, "-m", "reader.cli.main", *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def test_two_workers_one_killed_give_the_files_of_one_job(tmp_path: Path, home: Path, real: None) -> None:
    folder = long_news(tmp_path / "news")
    child = started(folder, tmp_path / "cluster")
    wait_for(lambda: child.poll() is not None or (tmp_path / "cluster" / "00.jsonl").exists())
    below = descendants(child.pid)
    at_work = [pid for pid, title in below.items() if title.startswith("ray::ClusterWorker.work")]
    os.kill(at_work[0], signal.SIGKILL)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    assert out == "" and "was lost; " in err and "Traceback" not in err
    assert not [pid for pid in below if Path(f"/proc/{pid}").exists()]
    assert not list(Places.find().cache.glob("ray-*"))
    other = {**os.environ, "SANYU_HOME": str(tmp_path / "home")}
    alone = process("translate", folder, "-o", tmp_path / "alone", "--format", "md,jsonl", env=other)
    assert alone.returncode == 0
    assert contents(tmp_path / "cluster") == contents(tmp_path / "alone")


def test_ctrl_c_leaves_no_process_behind(tmp_path: Path, home: Path, real: None) -> None:
    child = started(long_news(tmp_path / "news"), tmp_path / "out")
    wait_for(lambda: child.poll() is not None or (tmp_path / "out" / "00.jsonl").exists())
    below = descendants(child.pid)
    assert any("ray::ClusterWorker" in title for title in below.values()), (below, child.communicate())
    # As a terminal does: every process of the group hears of it.
    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130 and "Interrupted" in err and "Traceback" not in err
    wait_for(lambda: not [pid for pid in below if Path(f"/proc/{pid}").exists()], 10)
    assert not list(Places.find().cache.glob("ray-*"))
