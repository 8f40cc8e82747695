"""Runs the command line in this process, with one set of engines for all tests."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from reader.cli import main as command
from translate.workshop import Workshop

CHINESE = "1945年9月2日，胡志明主席在河内宣读《独立宣言》。双方同意加强合作。\n"
OTHER = "农业部表示，今年前八个月大米出口量达630万吨。\n"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


@cache
def workshop() -> Workshop:
    """Engines and recogniser, loaded once: that takes a second or two."""
    return Workshop()


def sanyu(*arguments: object, stdin: str | bytes = "") -> Outcome:
    """Runs a command as ``main`` would, within this process."""
    words = [str(argument) for argument in arguments]
    runner = CliRunner()
    with runner.isolation(input=stdin) as (out, err, _):
        code = command.run(words)
        sys.stdout.flush()
        sys.stderr.flush()
        return Outcome(code, out.getvalue().decode(), err.getvalue().decode())


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process of its own."""
    words = [sys.executable, "-m", "reader.cli.main", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, timeout=100, **options)  # type: ignore[call-overload]


def written(folder: Path) -> set[str]:
    """All files below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
