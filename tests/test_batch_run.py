"""Many articles in one command: jobs, reports, what is passed over, what stops it."""

import json
import os
import time
from pathlib import Path

import pytest
from batch_help import report_of, write_news
from cli_help import OTHER, process, sanyu, written

from cache.places import Places
from cache.translations import Translations


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_news(tmp_path)


def test_the_report_tells_of_every_article(news: Path, one_workshop: None) -> None:
    (news / "news" / "empty.txt").touch()
    result = sanyu("translate", "news", "-o", "out", "--report", "deep/report.json")
    report = report_of("deep/report.json")
    documents = report["documents"]
    assert isinstance(documents, list)
    assert result.code == 1 and report["ended"] == "whole"
    assert [document["article"] for document in documents] == [f"{n}.txt" for n in range(8)] + ["empty.txt"]
    good, bad = documents[0], documents[-1]
    assert good["status"] == "translated" and good["outputs"] == ["out/0.md"] and good["changed"] == 1
    assert good["languages"]["en"]["engines"] == {"transfer": good["segments"]} and good["failure"] is None
    assert bad["status"] == "failed" and "empty.txt" in bad["failure"]
    assert bad["failure"] in result.err and "transfer" in result.err
    for name in ("articles", "segments", "cells", "cached", "flagged", "resumed", "skipped"):
        assert isinstance(report[name], int)


def test_only_missing_passes_over_what_is_there_and_not_older(news: Path, one_workshop: None) -> None:
    sanyu("translate", "news", "-o", "out", "-q")
    (news / "out" / "1.md").unlink()
    later = time.time() + 10
    os.utime(news / "news" / "2.txt", (later, later))
    result = json.loads(sanyu("translate", "news", "-o", "out", "--only-missing", "--json").out)
    assert (result["articles"], result["skipped"]) == (2, 6)
    assert result["written"] == ["out/1.md", "out/2.md"]
    # Another format is missing everywhere.
    words = ["--only-missing", "--json", "--format", "md,txt"]
    assert json.loads(sanyu("translate", "news", "-o", "out", *words).out)["skipped"] == 0


def test_fail_fast_stops_and_says_so(news: Path, one_workshop: None) -> None:
    (news / "news" / "3.txt").write_bytes(b"")
    result = sanyu("translate", "news", "-o", "out", "--fail-fast", "--report", "r.json")
    assert result.code == 1 and "3.txt" in result.err and "not begun" in result.err
    assert len(written(news / "out")) < 8 and report_of("r.json")["ended"] == "stopped"
    assert len(json.loads(sanyu("translate", "news", "-o", "out", "--json").out)["written"]) == 7


def test_a_dry_run_foresees_what_is_remembered(news: Path, one_workshop: None) -> None:
    sanyu("translate", "news/0.txt", "-q")
    (news / "news" / "bad.txt").write_bytes(b"")
    result = sanyu("translate", "news", "--dry-run", "--json")
    report = json.loads(result.out)
    assert result.code == 1 and report["articles"] == 8 and report["failures"]
    # Number 1 says the same as number 0; the others share their second part.
    assert 0 < report["cached"] < report["cells"] == 2 * report["segments"]
    store = Translations(Places.find().translations)
    store.keep_figure("rate/transfer", 2.0)
    store.close()
    report = json.loads(sanyu("translate", "news", "--dry-run", "--json").out)
    assert report["estimated_seconds"] == pytest.approx((report["cells"] - report["cached"]) / 2.0)
    said = sanyu("translate", "news", "--dry-run").err
    assert "nothing was written" in said and "Remembered" in said and "Time: about" in said


def test_the_number_of_jobs_is_a_setting(news: Path, home: Path, one_workshop: None) -> None:
    assert "as in the settings" in sanyu("translate", "--help").out
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("jobs = 2\n")
    seen: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        from reader.cli.batch.run import Batch

        patch.setattr(Batch, "run", lambda self, tasks: seen.append(self._options.jobs))
        sanyu("translate", "news", "-q")
        sanyu("translate", "news", "-q", "--jobs", "4")
    assert seen == [2, 4]


def test_one_broken_file_among_three_hundred(tmp_path: Path, one_workshop: None) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"河内第{number % 40}次会议。")
    (folder / "123.txt").write_bytes(bytes(range(256)) * 8)
    out, report = tmp_path / "out", tmp_path / "r.json"
    result = sanyu("translate", folder, "-o", out, "--report", report)
    assert result.code == 1 and len(written(out)) == 299 and "123.md" not in written(out)
    found = report_of(str(report))
    documents = found["documents"]
    assert found["articles"] == 299 and isinstance(documents, list)
    (failed,) = [document for document in documents if document["status"] == "failed"]
    assert failed["source"].endswith("123.txt") and failed["failure"] in result.err


def test_file_names_of_every_odd_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [
        "a b",
        "-rf",
        "新闻 报道",
        "tin\ttức",
        "x\ny",
        "'\"`$(id)",
        "a\\b",
        "%s{0}",
        "e\u0301",
        "n" * 200,
        "🙂",
        "*?",
    ]
    (tmp_path / "news").mkdir()
    for name in names:
        (tmp_path / "news" / f"{name}.txt").write_text(OTHER)
    odd = os.fsdecode(b"not-utf8-\xff")
    (tmp_path / "news" / f"{odd}.txt").write_text(OTHER)
    result = process(
        "translate", "news", "-o", "out", "--jobs", "2", "--report", "r.json", "--format", "md,jsonl"
    )
    assert result.returncode == 0 and "Traceback" not in result.stderr
    wanted = {f"{name}.{kind}" for name in [*names, odd] for kind in ("md", "jsonl")}
    assert {path.name for path in (tmp_path / "out").iterdir()} == wanted
    assert report_of("r.json")["articles"] == 13
