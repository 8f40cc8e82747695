"""From Enter to a readable first screen: ``sanyu read FILE`` of an article in the cache, in tmux."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from importlib.resources import as_file, files
from pathlib import Path

from timing import SANYU, process, temporary

SAMPLE = "01-foreign-policy.txt"
LONGEST = 60.0
POLL = 0.01
ENOUGH = 8  # characters of a title by which it is recognised


class NotReadableError(Exception):
    """The article did not come up on the screen."""


def start_times(count: int) -> list[float]:
    """Seconds of some starts, one after the other; none where there is no tmux."""
    if shutil.which("tmux") is None:
        return []
    with temporary() as folder, as_file(files("seeds") / "articles" / SAMPLE) as sample:
        home = Path(folder)
        # The title in three languages is what one waits for.
        translated = process([*SANYU, "translate", str(sample), "--format", "jsonl", "-o", "-"], home)
        title = json.loads(translated.split("\n")[0])
        wanted = [title[language][:ENOUGH] for language in ("zh", "en", "vi")]
        # As one types it, where it is installed beside this Python.
        script = Path(sys.executable).with_name("sanyu")
        words = [*([str(script)] if script.exists() else SANYU), "read", str(sample)]
        return [start_time(home, f"{number}.socket", words, wanted) for number in range(count)]


def start_time(home: Path, socket: str, words: list[str], wanted: list[str]) -> float:
    """Seconds from Enter in a shell of 160×45 cells to a screen on which all the texts stand."""
    tmux = ["tmux", "-u", "-S", str(home / socket), "-f", os.devnull]
    environ = {**os.environ, "SANYU_HOME": str(home), "LC_ALL": "C.UTF-8"}
    if environ.pop("PYTHONDONTWRITEBYTECODE", None) is not None:
        # Where sanyu is installed its bytecode lies beside it, as Textual's does; the first start makes it.
        environ["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")

    def run(*more: str) -> str:
        result = subprocess.run([*tmux, *more], capture_output=True, text=True, check=True, env=environ)
        return result.stdout

    run("new-session", "-d", "-x", "160", "-y", "45", "sh")
    try:
        run("send-keys", "-l", shlex.join(words))
        time.sleep(0.3)
        start = time.perf_counter()
        run("send-keys", "Enter")
        while time.perf_counter() < start + LONGEST:
            screen = run("capture-pane", "-p")
            if all(text in screen for text in wanted):
                return time.perf_counter() - start
            time.sleep(POLL)
        raise NotReadableError(f"{shlex.join(words)}: {wanted} did not come up:\n{screen}")
    finally:
        run("kill-server")
