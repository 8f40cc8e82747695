"""Where the words go: standard streams that are closed or full, links, devices and pipes named as files."""

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cli_help import CHINESE, sanyu

from reader.cli.cache_exchange import LONGEST_HEADER
from reader.export.files import write_atomically, write_pieces

SANYU = f"{sys.executable} -m reader.cli.main"


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of the shell, with sanyu's command for the word SANYU."""
    return subprocess.run(
        ["sh", "-c", line.replace("SANYU", SANYU)], cwd=folder, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(tmp_path: Path, home: Path, closed: str) -> None:
    result = shell(f"SANYU glossary lookup 河内 {closed}", tmp_path)
    assert result.returncode == 0 and "internal" not in result.stderr
    assert ("Hanoi" in result.stdout) == (">&-" not in closed.replace("2>&-", ""))
    assert not (home / "state").exists()


def test_no_database_gets_the_number_of_a_closed_stream(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.txt").write_text(CHINESE)
    assert shell("SANYU translate a.txt -o out --jobs 2 <&- >&- 2>&-", tmp_path).returncode == 0
    assert "1945" in (tmp_path / "out" / "a.md").read_text()
    assert all(base["sound"] for base in json.loads(sanyu("cache", "check", "--json").out)["databases"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
@pytest.mark.parametrize(
    "words", ["--help", "--version", "translate --help", "glossary lookup 河内", "cache stats --json"]
)
def test_a_stdout_that_is_full_is_one_line(tmp_path: Path, home: Path, words: str) -> None:
    result = shell(f"SANYU {words} > /dev/full", tmp_path)
    assert result.returncode == 1 and result.stderr.count("\n") == 1
    assert "cannot be written" in result.stderr and "internal" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
def test_a_stderr_that_is_full_keeps_the_exit_code_from_being_success(tmp_path: Path, home: Path) -> None:
    result = shell("SANYU translate gone.txt 2> /dev/full", tmp_path)
    assert result.returncode != 0 and result.stdout == ""


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("old")
    (tmp_path / "a.md").symlink_to(tmp_path / "real" / "a.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "real" / "b.md")
    assert write_atomically(tmp_path / "a.md", "new") and write_pieces(tmp_path / "b.md", ["new"])
    assert not write_atomically(tmp_path / "a.md", "new") and not write_pieces(tmp_path / "b.md", ["new"])
    assert (tmp_path / "a.md").is_symlink() and (tmp_path / "b.md").is_symlink()
    assert {path.name: path.read_text() for path in (tmp_path / "real").iterdir()} == {
        "a.md": "new",
        "b.md": "new",
    }


def test_a_pipe_is_written_into(tmp_path: Path, home: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    assert sanyu("glossary", "export", pipe, "--format", "tsv").code == 0
    reader.join(60)
    assert read and read[0].startswith("zh\ten\tvi\ttype") and stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_cache_goes_through_pipes(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(CHINESE)
    assert sanyu("translate", "a.txt", "-q").code == 0
    exported = sanyu("cache", "export", "-")
    assert exported.code == 0 and len(exported.out.splitlines()) == 5 and "4 translations" in exported.err
    assert not (tmp_path / "-").exists()
    assert sanyu("cache", "export", "-", "--json").code == 2
    monkeypatch.setenv("SANYU_HOME", str(tmp_path / "other"))
    report = json.loads(sanyu("cache", "import", "-", "--json", stdin=exported.out).out)
    assert (report["translations"], report["known"]) == (4, 0)
    (tmp_path / "file.jsonl").write_text(exported.out)
    piped = shell("cat file.jsonl | SANYU cache import /dev/stdin --json", tmp_path)
    assert piped.returncode == 0 and json.loads(piped.stdout)["known"] == 4


def test_what_is_no_cache_is_not_read_to_its_end(tmp_path: Path, home: Path) -> None:
    (tmp_path / "long.jsonl").write_bytes(b"\0" * LONGEST_HEADER * 3)
    result = sanyu("cache", "import", tmp_path / "long.jsonl")
    assert result.code == 1 and result.err.count("\n") == 1 and "not a file that sanyu" in result.err


@pytest.mark.parametrize(
    "words", [("gc", "--limit", "nan"), ("gc", "--limit", "inf"), ("clear", "--older-than", "9" * 30)]
)
def test_numbers_that_are_none_are_refused(tmp_path: Path, home: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(CHINESE)
    assert sanyu("translate", tmp_path / "a.txt", "-o", tmp_path / "out", "-q").code == 0
    result = sanyu("cache", *words)
    assert result.code == 2 and words[1] in result.err and "internal" not in result.err


def test_links_that_go_in_a_circle_fail_alone(tmp_path: Path, home: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(CHINESE)
    (news / "round.txt").symlink_to("about.txt")
    (news / "about.txt").symlink_to("round.txt")
    (news / "again").symlink_to(".")
    result = sanyu("translate", news, "-o", tmp_path / "out", "--json")
    report = json.loads(result.out)
    assert result.code == 1 and report["articles"] == 1 and len(report["failures"]) == 2
    assert all("symbolic links" in failure for failure in report["failures"])
    assert sanyu("translate", news, "--dry-run").code == 1
    checked = sanyu("glossary", "check", news, "--json")
    assert (
        checked.code == 1 and len(json.loads(checked.out)) == 1 and checked.err.count("symbolic links") == 2
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Linux has it")
@pytest.mark.parametrize(
    "words",
    [
        ("translate",),
        ("library", "add"),
        ("glossary", "check"),
        ("glossary", "import", "--format", "tsv"),
    ],
)
def test_what_never_ends_is_not_read_to_its_end(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr("seeds.load.LONGEST", 3_000_000)
    monkeypatch.chdir(tmp_path)
    result = sanyu(*words, "/dev/zero")
    assert result.code == 1 and result.err.count("\n") == 1 and "more than 3 MB" in result.err


def test_what_came_through_stdin_is_not_to_be_read_again(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = sanyu("translate", "-", stdin=CHINESE)
    assert result.code == 0 and "stdin.md" in result.err and "sanyu read" not in result.err
