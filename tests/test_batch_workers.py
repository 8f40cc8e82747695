"""Articles translated in several processes: the same as in one, whatever becomes of a process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from batch_help import SENTENCES, contents, report_of, write_news
from cli_help import process, written

from cache.places import Places
from cache.translations import Translations


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_news(tmp_path)


def test_several_jobs_write_the_same_bytes_and_the_same_report_as_one(
    news: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "news" / "4.txt").write_text("no Chinese at all")
    reports = []
    for jobs in ("1", "3"):
        monkeypatch.setenv("SANYU_HOME", str(home / jobs))
        words = ["--format", "md,jsonl,html", "--jobs", jobs, "--report", f"{jobs}.json", "-q"]
        result = process("translate", "news", "-o", f"out{jobs}", *words)
        assert result.returncode == 1 and result.stderr.count("\n") == 1 and "4.txt" in result.stderr
        reports.append(report_of(f"{jobs}.json"))
    assert contents(news / "out1") == contents(news / "out3") and len(written(news / "out1")) == 21
    for report in reports:
        assert isinstance(report["documents"], list) and isinstance(report["written"], list)
        del report["seconds"], report["finished"]
        for document in report["documents"]:
            del document["seconds"]
            document["outputs"] = [Path(path).name for path in document["outputs"]]
        report["written"] = [Path(path).name for path in report["written"]]
    assert reports[0] == reports[1]
    # Only the parent writes, and it wrote everything: a run of one job finds all of it.
    again = json.loads(process("translate", "news", "-o", "again", "--json").stdout)
    assert again["cached"] == again["cells"] > 0


def test_a_sentence_that_comes_back_in_another_article_is_drafted_once(news: Path) -> None:
    process("translate", "news", "-q")
    drafts = Translations(Places.find().translations)
    assert drafts.count() == 2 * (4 * len(SENTENCES) + 2)
    drafts.close()


KILLER = """
import os, sys
from reader.cli.batch import stream
take = stream.Stream._take
def dying(self, number, rows):
    if any("{word}" in row.segment.text for row in rows) and not os.path.exists("{flag}"):
        {once}
        os.kill(os.getpid(), 9)
    take(self, number, rows)
stream.Stream._take = dying
if __name__ == "__main__":
    from reader.cli.main import main
    main()
"""


def dying(folder: Path, *, once: bool) -> subprocess.CompletedProcess[str]:
    """A batch whose workers die at one article: the first time, or each time."""
    script = folder / "dying.py"
    flag = folder / "died"
    script.write_text(
        KILLER.format(word="第32次", flag=flag, once=f"open({str(flag)!r}, 'w').close()" if once else "pass")
    )
    words = ["translate", "news", "-o", "out", "--jobs", "2", "--report", "r.json", "-q"]
    return subprocess.run(
        [sys.executable, str(script), *words], cwd=folder, capture_output=True, text=True, timeout=60
    )


def test_an_article_whose_worker_dies_is_tried_once_more(news: Path) -> None:
    result = dying(news, once=True)
    assert result.returncode == 0 and result.stderr == ""
    assert len(written(news / "out")) == 8 and (news / "died").exists()


def test_an_article_that_kills_its_worker_twice_is_named_and_the_others_are_done(news: Path) -> None:
    for number in (7,):
        (news / "news" / f"{number}.txt").unlink()
    result = dying(news, once=False)
    assert result.returncode == 1 and result.stderr.count("\n") == 1
    assert "6.txt" in result.stderr and "killed twice" in result.stderr and "--jobs" in result.stderr
    assert written(news / "out") == {f"{number}.md" for number in range(6)}
