"""What a batch stands on: watching a folder, unfinished files, rows of a book, progress."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cli_help import CHINESE, OTHER, written
from patience import wait_for

from reader.cli.batch.spool import Spool
from reader.cli.batch.watch import Watch
from reader.cli.progress import Progress
from reader.cli.sources import Source
from reader.export.files import write_atomically
from reader.export.leftovers import prefix_of, sweep
from seeds.article import Kind
from translate.row import Row, Segment

SENTENCES = ("农业部批准了预算", "国会讨论出口问题", "贸易代表团访问河内", "中央银行公布新的计划")


def test_what_was_killed_leaves_no_half_written_files_for_long(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    mine = tmp_path / f"{prefix_of('x.md')}abc.part"
    dead = tmp_path / mine.name.replace(f"-{os.getpid()}.", f"-{gone.pid}.")
    other = tmp_path / ".x.md.zzzz-1.abc.part"
    for path in (mine, dead, other):
        path.touch()
    sweep(tmp_path)
    assert mine.exists() and other.exists() and not dead.exists()


def test_a_write_that_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.export.files.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "x.md", "越南")
    assert written(tmp_path) == set()


def test_watching_translates_what_appears_and_what_changes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    words = ["translate", "--watch", "in", "-o", "out", "--report", "r.json"]
    child = subprocess.Popen(
        [sys.executable, "-m", "reader.cli.main", *words], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    lines: list[str] = []
    assert child.stderr is not None
    reader = threading.Thread(target=lambda: lines.extend(child.stderr or ()))
    reader.start()

    def written_times(number: int) -> None:
        wait_for(lambda: sum("Written: out" in line for line in lines) >= number)

    try:
        (tmp_path / "in" / "one.txt").write_text(CHINESE)
        written_times(1)
        assert (
            "Ho Chi Minh" in (tmp_path / "out" / "one.md").read_text()
            or (tmp_path / "out" / "one.md").exists()
        )
        (tmp_path / "in" / "one.txt").write_text(OTHER)
        written_times(2)
        assert "630" in (tmp_path / "out" / "one.md").read_text()
    finally:
        child.send_signal(signal.SIGINT)
        assert child.wait(60) == 0
        reader.join()
        child.stderr.close()
    assert "Traceback" not in "".join(lines)
    assert json.loads((tmp_path / "r.json").read_text())["ended"] == "whole"


def test_a_file_counts_when_two_looks_find_it_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("越")
    documents, state = [Source(path, "a.txt")], Watch()
    assert state.settled(documents) == []
    path.write_text("越南")
    assert state.settled(documents) == []
    assert state.settled(documents) == documents
    assert state.settled(documents) == []
    path.unlink()
    assert state.settled([]) == []
    path.write_text("越南")
    assert state.settled(documents) == [] and state.settled(documents) == documents


def test_rows_of_a_book_come_back_as_they_were() -> None:
    rows = [Row(Segment(n, n, Kind.BODY, f"第{n}句。", n, 0, 4)) for n in range(95)]
    spool = Spool()
    for start in range(0, 95, 10):
        spool.append(rows[start : start + 10])
    assert len(spool) == 95 and list(spool) == rows
    assert spool[94] == rows[94] == spool[-1] and spool[17:33] == rows[17:33] and spool[5] == rows[5]
    with pytest.raises(IndexError):
        spool[95]


def test_progress_without_a_terminal_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    progress = Progress(clock=lambda: now[0])
    progress.begin(100, 100_000)
    for _ in range(50):
        now[0] += 1
        progress.advance(1000, 20)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2 and lines[0].startswith("sanyu: 15 of 100 articles, 300 segments")
    assert "20 a second" in lines[1] and "left" in lines[1]
    quiet = Progress(quiet=True, clock=lambda: now[0])
    quiet.begin(100, 100_000)
    now[0] += 100
    quiet.advance(1, 1)
    assert capsys.readouterr().err == ""
