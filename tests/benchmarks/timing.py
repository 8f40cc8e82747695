"""Best-of-N wall times, and how they are printed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

SANYU = [sys.executable, "-m", "reader.cli.main"]


def best_of(times: int, task: Callable[[], object]) -> float:
    """The shortest wall time of a task in seconds: what it costs when nothing disturbs it."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


def process(words: Sequence[str], home: Path | None = None) -> str:
    """Runs a process; its stdout."""
    environ = dict(os.environ)
    if home is not None:
        environ["SANYU_HOME"] = str(home)
    result = subprocess.run(words, capture_output=True, text=True, check=True, env=environ)
    return result.stdout


def temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when the benchmark ends."""
    return tempfile.TemporaryDirectory(prefix="sanyu-benchmark-")


def line(name: str, seconds: float, baseline: float | None = None, wanted: float | None = None) -> None:
    """One measurement, as a ratio to the baseline where there is one, and whether that is good enough."""
    text = f"{name:<44} {seconds * 1000:9.1f} ms"
    if baseline is not None:
        ratio = seconds / baseline
        text += f"  {ratio:6.2f}×"
        if wanted is not None:
            text += f"  ({'within' if ratio <= wanted else 'ABOVE'} {wanted:g}×)"
    print(text)
