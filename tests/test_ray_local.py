"""``sanyu translate --on local``: the same files whoever computes them, and whoever is lost on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_help import sanyu, written
from ray_help import (
    COMMON,
    Here,
    Losing,
    alone,
    contents,
    descendants,
    kill_one_at_work,
    long_news,
    news,
    real,
    started,
    wait_for,
)

from cache.places import Places
from cache.translations import Translations
from reader.cli.batch.cluster import rays
from reader.cli.batch.cluster.parcel import Parcel
from reader.cli.batch.cluster.rays import close_to_others, session_folder
from reader.cli.batch.cluster.worker import ClusterWorker, own_folder
from reader.cli.batch.worker import Answer
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Target
from translate.terms.termbase import TermbaseError

# Joining Ray has been seen to take forty seconds longer than it should.
pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rays, "RayCluster", Here)


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


# What follows runs Ray itself: two workers on this machine.


@real
def test_two_workers_one_killed_give_the_files_of_one_job(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, one_workshop: None
) -> None:
    folder = long_news(tmp_path / "news")
    child = started(folder, tmp_path / "cluster", "local")
    wait_for(lambda: child.poll() is not None or (tmp_path / "cluster" / "00.jsonl").exists())
    below = descendants(child.pid)
    kill_one_at_work(child.pid)
    out, err = child.communicate(timeout=180)
    assert child.returncode == 0, err
    assert out == "" and "was lost; " in err and "Traceback" not in err
    wait_for(lambda: not [pid for pid in below if Path(f"/proc/{pid}").exists()])
    assert not list(Places.find().cache.glob("ray-*"))
    assert contents(tmp_path / "cluster") == alone(folder, tmp_path, monkeypatch)


@real
def test_ctrl_c_leaves_no_process_behind(tmp_path: Path, home: Path) -> None:
    child = started(long_news(tmp_path / "news"), tmp_path / "out", "local")
    wait_for(lambda: child.poll() is not None or (tmp_path / "out" / "00.jsonl").exists())
    below = descendants(child.pid)
    assert any("ray::ClusterWorker" in title for title in below.values()), (below, child.communicate())
    # As a terminal does: every process of the group hears of it.
    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=180)
    assert child.returncode == 130 and "Interrupted" in err and "Traceback" not in err, err
    wait_for(lambda: not [pid for pid in below if Path(f"/proc/{pid}").exists()])
    assert not list(Places.find().cache.glob("ray-*"))
