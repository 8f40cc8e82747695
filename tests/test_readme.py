"""The README says what is so: its two commands, its sample, its flags and commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.main import COMMANDS
from seeds.load import load_bytes
from translate.row import Target
from translate.workshop import Workshop

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_it_has_two_commands_to_copy_and_ci_runs_the_second() -> None:
    commands = re.findall(r"```sh\n(.+?)\n```", README, re.DOTALL)
    assert len(commands) == 2
    assert all("\n" not in command for command in commands)
    assert commands[1] in (ROOT / ".ci" / "run").read_text("utf-8")


def test_its_sample_is_real_output() -> None:
    sample = re.search(r"<!-- sample: .*?-->\n```\n(.+?)\n```", README, re.DOTALL)
    assert sample
    pipeline = Workshop().pipeline(None)
    for shown in sample[1].split("\n\n"):
        zh, en, vi = shown.split("\n")
        rows = list(pipeline.open(load_bytes(zh.encode(), "line", plain=True)))
        (done,) = pipeline.fill(rows)
        assert " ".join(row.cells[Target.EN].text for row in done) == en
        assert " ".join(row.cells[Target.VI].text for row in done) == vi


@pytest.mark.parametrize("command", COMMANDS)
def test_it_names_every_command(command: str) -> None:
    assert f"sanyu {command}" in README
