"""Ctrl-C and a reader that has had enough, on real processes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_help import process, written
from patience import wait_for

# Stops in the midst of the second article: some of its batches are remembered, others are not.
SLOW = """
import os, pathlib, time
from translate.transfer.engine import Transfer
translate = Transfer.translate
drafts = 0
def slow(self, jobs, target):
    global drafts
    for draft in translate(self, jobs, target):
        drafts += 1
        if drafts == 130:
            pathlib.Path(os.environ["HALFWAY"]).touch()
            time.sleep(100)
        yield draft
Transfer.translate = slow
from reader.cli.main import main
main()
"""


def test_ctrl_c_keeps_what_is_finished_and_the_same_command_resumes(tmp_path: Path) -> None:
    for number in range(3):
        text = "".join(f"越南第{number * 100 + line}次会议在河内举行。" for line in range(40))
        (tmp_path / f"{number}.txt").write_text(text)
    arguments = ["translate", str(tmp_path), "-o", str(tmp_path / "out"), "--format", "md,jsonl"]
    slow = [sys.executable, "-c", SLOW, *arguments]
    halfway = tmp_path / "halfway"
    environ = {**os.environ, "HALFWAY": str(halfway)}
    child = subprocess.Popen(slow, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ)
    wait_for(lambda: child.poll() is not None or halfway.exists())
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130 and out == ""
    assert "Interrupted" in err and "resumes" in err and "Traceback" not in err
    finished = written(tmp_path / "out")
    assert {"0.md", "0.jsonl"} <= finished and len(finished) < 6
    assert not [name for name in finished if name.endswith(".part")]
    for name in finished:
        assert (tmp_path / "out" / name).stat().st_size
    again = process(*arguments, "--json")
    report = json.loads(again.stdout)
    assert again.returncode == 0 and report["articles"] == 3
    assert 80 < report["cached"] < report["cells"]
    assert len(written(tmp_path / "out")) == 6


@pytest.mark.parametrize("command", [["glossary", "list"], ["glossary", "list", "--json"]])
def test_a_pipe_that_closes_is_no_failure(command: list[str]) -> None:
    words = [sys.executable, "-m", "reader.cli.main", *command]
    environ = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ
    ) as child:
        assert child.stdout is not None and child.stderr is not None
        assert child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == ""
        assert child.wait(60) == 0
