"""Whatever people feed it: one clear sentence, the right exit code, and the rest is done."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_help import CHINESE, Outcome, process, sanyu, written
from recognition import grows_linearly

import reader.cli.translate
from reader.export.harmless import picture
from seeds.load import load_bytes
from translate.engine import EngineError
from translate.pipeline import Pipeline
from translate.segment import segments_of

pytestmark = pytest.mark.usefixtures("one_workshop")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(CHINESE)
    return tmp_path


def one_sentence(result: Outcome, *words: str, code: int = 1) -> None:
    assert result.code == code
    assert result.err.count("\n") == 1 and result.err.startswith("sanyu: ") and not result.out
    assert all(word in result.err for word in words), result.err


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.txt", None, ["missing.txt", "no such file", "check the path"]),
        ("empty.txt", b"", ["empty.txt", "no text", "save"]),
        ("white.txt", b" \n\t\n\xc2\xa0\n", ["white.txt", "no text"]),
        ("program", b"\x7fELF\x02\x01\x01" + bytes(500), ["program", "not text"]),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, ["picture.txt", "not text"]),
        ("bytes.txt", "越南".encode() + b"\xff\xfe" + "外长".encode() + b"\xff", ["bytes.txt", "encoding", "UTF-8"]),
        ("cut.txt", "越南外长访问河内。".encode()[:-1] * 3, ["cut.txt", "byte", "UTF-8"]),
        ("english.txt", b"Hanoi is the capital of Vietnam.\n", ["english.txt", "no Chinese"]),
        ("folder", [], ["folder", "no articles", ".txt"]),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_and_the_others_are_done(
    name: str, data: bytes | list[str] | None, words: list[str], desk: Path
) -> None:
    if isinstance(data, list):
        (desk / name).mkdir()
    elif data is not None:
        (desk / name).write_bytes(data)
    one_sentence(sanyu("translate", name, "good.txt", "-o", "out", "-q"), *words)
    assert written(desk / "out") == {"good.md"}
    one_sentence(sanyu("translate", name, "-q"), *words)
    report = json.loads(sanyu("translate", name, "good.txt", "-o", "out", "--json").out)
    assert report["articles"] == 1 and len(report["failures"]) == 1


def test_control_characters_and_escapes_reach_no_terminal(desk: Path) -> None:
    evil = (
        "越南\x00外长\x1b[31m甲乙丙\x1b]0;title\x07说：\x9b2J你好\u202e。\u2028河内\x7f是首都。\n"
        + CHINESE * 20
    )
    (desk / "evil\x1b[2J.txt").write_text(evil)
    result = sanyu("translate", "evil\x1b[2J.txt", "nix\x1b[2J", "-o", "out", "--format", "md,txt,jsonl")
    assert result.code == 1 and len(written(desk / "out")) == 3
    shown = result.err + "".join(path.read_text() for path in (desk / "out").iterdir())
    assert not [c for c in shown if c != "\n" and not c.isprintable() and c != " "]
    rows = [json.loads(line) for line in (desk / "out" / "evil\x1b[2J.jsonl").read_text().splitlines()]
    zh = "".join(str(row["zh"]) for row in rows)
    # Not one is lost: a control character stands there itself or as its picture.
    assert not [c for c in evil if not c.isspace() and c not in zh and picture(c) not in zh]


def test_an_endless_line_is_cut_with_linear_work(desk: Path) -> None:
    def work(size: int) -> None:
        data = ("越南外长访问河内，" * (size // 9)).encode()
        segments = segments_of(load_bytes(data, "long.txt"))
        assert sum(len(segment.text) for segment in segments) == size // 9 * 9
        assert max(len(segment.text) for segment in segments) <= 2000

    assert grows_linearly(work, 100_000)
    # What the counted calls do in one go must be linear, too, or this does not end.
    work(1_600_000)


def test_a_file_in_the_way_of_the_output(desk: Path) -> None:
    (desk / "out").write_text("mine")
    one_sentence(sanyu("translate", "good.txt", "-o", "out"), "out", "file", "-o")
    one_sentence(sanyu("translate", "good.txt", "-o", "out/deep"), "out/deep", "file", "-o")
    (desk / "good.md").mkdir()
    one_sentence(sanyu("translate", "good.txt", "-o", ".", "-q"), "good.md", "folder", "-o")
    assert (desk / "out").read_text() == "mine"


@pytest.mark.parametrize(
    ("number", "word"), [(errno.EROFS, "another place"), (errno.ENOSPC, "Free some space")]
)
def test_an_output_that_cannot_be_written(
    number: int, word: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(source: str, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(target))

    with monkeypatch.context() as patch:
        patch.setattr("reader.export.files.os.replace", replace)
        one_sentence(sanyu("translate", "good.txt", "-o", "out", "-q"), "good.md", os.strerror(number), word)
    assert written(desk / "out") == set()
    # What was translated is kept all the same.
    report = json.loads(sanyu("translate", "good.txt", "-o", "out", "--json").out)
    assert report["cached"] == report["cells"] and written(desk / "out") == {"good.md"}


def test_a_read_only_folder_is_told_before_the_work(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.cli.destination.os.access", lambda path, mode: False)
    one_sentence(sanyu("translate", "good.txt", "-o", "out"), "out", "read-only", "-o")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> object:
    """A file system of 64 kB, where one may mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True
    )
    if mount.returncode:
        pytest.skip("mounting is not permitted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=False)


def test_a_disk_that_is_really_full(tiny_disk: Path, desk: Path) -> None:
    (tiny_disk / "filling").write_bytes(bytes(56 * 1024))
    (desk / "good.txt").write_text(CHINESE * 200)
    one_sentence(sanyu("translate", "good.txt", "-o", tiny_disk, "-q"), "good.md", "No space left", "Free")
    assert written(tiny_disk) == {"filling"}


def test_a_cache_on_a_full_disk_does_not_stop_the_run(
    tiny_disk: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANYU_HOME", str(tiny_disk / "home"))
    (tiny_disk / "filling").write_bytes(bytes(40 * 1024))
    result = sanyu("translate", "good.txt", "-o", "out", "-q")
    assert result.code == 0 and written(desk / "out") == {"good.md"}
    assert 1 <= result.err.count("nothing is remembered") == result.err.count("\n") <= 2


def test_a_broken_glossary_of_ones_own_is_named_by_line(desk: Path, home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "glossary.tsv").write_text(
        "zh\ten\tvi\ttype\n河内\tHanoi\tHà Nội\tplace\n越南\tVietnam\n"
    )
    result = process("translate", "good.txt")
    one_sentence(Outcome(result.returncode, result.stdout, result.stderr), "glossary.tsv", "line 3", "Mend")
    result = process("glossary", "lookup", "hanoi")
    one_sentence(Outcome(result.returncode, result.stdout, result.stderr), "glossary.tsv", "line 3", "Mend")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (EngineError("the model is gone."), ["good.txt", "the model is gone"]),
        (MemoryError(), ["good.txt", "memory", "split"]),
        (RuntimeError("no\nidea\x1b[31m"), ["good.txt", "internal error (RuntimeError: no idea␛[31m)", "sanyu.log"]),
    ],
)  # fmt: skip
def test_one_document_that_fails_does_not_stop_the_others(
    error: Exception, words: list[str], desk: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "next.txt").write_text("河内是越南的首都。\n")
    translated = Pipeline._by_engines

    def failing(self, rows):  # type: ignore[no-untyped-def]
        if any("胡志明" in row.segment.text for row in rows):
            raise error
        return translated(self, rows)

    monkeypatch.setattr(Pipeline, "_by_engines", failing)
    one_sentence(sanyu("translate", "good.txt", "next.txt", "-o", "out", "-q"), *words)
    assert written(desk / "out") == {"next.md"}
    if isinstance(error, RuntimeError):
        log = (home / "state" / "sanyu.log").read_text()
        assert "Traceback" in log and "in failing" in log


def test_an_unforeseen_error_of_a_command_is_one_line(
    desk: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gather(*arguments: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(reader.cli.translate, "gather", gather)
    one_sentence(sanyu("translate", "good.txt"), "internal error (ZeroDivisionError: by zero)", "sanyu.log")
    assert "ZeroDivisionError" in (home / "state" / "sanyu.log").read_text()
    # Nor where even the log cannot be written.
    monkeypatch.setenv("SANYU_HOME", str(desk / "good.txt"))
    one_sentence(sanyu("translate", "good.txt"), "internal error", "could not be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_stdout_that_is_full_is_one_line(desk: Path) -> None:
    code = [sys.executable, "-m", "reader.cli.main", "glossary", "list", "--type", "event"]
    with open("/dev/full", "w") as full:
        result = subprocess.run(code, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "sanyu: the output cannot be written (No space left on device)."
    assert "Traceback" not in result.stderr and "Exception" not in result.stderr
