"""A disk that fills in the middle: a sentence, outputs whole or absent, the same command finishes later."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from batch_help import MINE, ZH, contents, edit, own, write_news
from cli_help import Outcome, process, sanyu, written

from cache.places import Places

resource = pytest.importorskip("resource")

# As a kill leaves a memory: the last change stands in the log only.
KILLED = """
import os, sys
from cache.places import Places
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Target
memory = TranslationMemory(Places.find().memory)
memory.edit(Passage(sys.argv[1], None, None), Target.EN, sys.argv[2])
os._exit(0)
"""


@pytest.fixture
def worked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_workshop: None) -> Path:
    """Articles, a text of one's own, and what a batch writes where there is room."""
    monkeypatch.chdir(write_news(tmp_path))
    edit(MINE)
    assert sanyu("translate", "news", "-o", "sound", "--format", "md,docx", "-q").code == 0
    return tmp_path


def limited(size: int, *arguments: object) -> Outcome:
    """Runs a command whose files cannot grow beyond a size, in bytes."""

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    # Python would cut its bytecode short, and read that later.
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = process(*arguments, preexec_fn=bound, stdin=subprocess.DEVNULL, env=environ)
    return Outcome(done.returncode, done.stdout, done.stderr)


def check_sound(home: Path, out: Path, sound: Path) -> None:
    """No output is cut short, nothing is left over, every database is whole."""
    whole = contents(sound)
    assert all(whole[name] == text for name, text in contents(out).items())
    for path in home.rglob("*.sqlite"):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert not [name for name in written(home) | written(out) if re.search(r"\.(part|aside|anew)", name)]


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of a size at a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        mounted = sys.platform == "linux" and subprocess.run(words, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Leaves no room at all."""
    path = folder / "filler"
    with path.open("wb") as file:
        try:
            while True:
                os.write(file.fileno(), bytes(4096))
        except OSError:
            return path


@pytest.mark.parametrize("size", [12_000, 60_000])
def test_files_that_cannot_grow(
    size: int, worked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = tmp_path / "fresh"
    monkeypatch.setenv("SANYU_HOME", str(fresh))
    edit(MINE)
    result = limited(size, "translate", "news", "-o", "out", "--format", "md,docx", "-q")
    assert "internal error" not in result.err and "Traceback" not in result.err
    check_sound(fresh, worked / "out", worked / "sound")
    if size < 20_000:
        # No Word document fits, every Markdown file does.
        assert result.code == 1 and result.err.count(".docx: cannot be written (File too large)") == 8
        assert "ulimit" in result.err and len(list((worked / "out").glob("*.md"))) == 8
    else:
        assert result.code == 0
    assert sanyu("translate", "news", "-o", "out", "--format", "md,docx", "-q").code == 0
    assert contents(worked / "out") == contents(worked / "sound") and own() == {MINE}


def test_the_disk_of_the_outputs_is_full(worked: Path, home: Path) -> None:
    with small_disk(worked / "out", "100k") as out:
        result = sanyu("translate", "news", "-o", "out", "--format", "md,docx")
        assert result.code == 1 and "Free some space and run the same command again" in result.err
        assert "The disk is full; the rest was not begun." in result.err
        assert 0 < len(contents(out)) < 16
        check_sound(home, out, worked / "sound")
        assert subprocess.run(["mount", "-o", "remount,size=10M", str(out)]).returncode == 0
        assert sanyu("translate", "news", "-o", "out", "--format", "md,docx", "-q").code == 0
        assert contents(out) == contents(worked / "sound")


def test_the_disk_of_the_cache_is_full(worked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with small_disk(tmp_path / "disk", "200k") as disk:
        monkeypatch.setenv("SANYU_HOME", str(disk / "home"))
        edit(MINE)
        room = fill(disk)
        result = sanyu("translate", "news", "-o", "out", "--format", "md,docx", "-q")
        # The outputs have room, and the person's work in them.
        assert result.code == 0 and contents(worked / "out") == contents(worked / "sound")
        assert "remembered" in result.err and "internal error" not in result.err
        room.unlink()
        check_sound(disk / "home", worked / "out", worked / "sound")
        assert sanyu("translate", "news", "-o", "out", "--format", "md,docx", "-q").code == 0
        assert sanyu("translate", "news", "-o", "out", "--format", "md,docx").err.count("30 of 40") == 0
        assert own() == {MINE} and contents(worked / "out") == contents(worked / "sound")


def test_ones_own_work_is_read_and_no_change_is_lost_unsaid(
    worked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sanyu("translate", "news", "-o", "sheets", "--format", "csv", "-q").code == 0
    text = (worked / "sheets" / "1.csv").read_text("utf-8-sig").replace("National", "Our National")
    (worked / "edited.csv").write_text(text)
    assert sanyu("cache", "export", "all.jsonl").code == 0
    commands: list[list[str]] = [
        ["import-edits", "edited.csv"],
        ["cache", "import", "all.jsonl"],
        ["glossary", "add", "测试词甲", "--en", "test", "--vi", "thử", "--type", "term"],
        ["library", "add", "news/1.txt"],
        ["cache", "export", str(tmp_path / "disk" / "x.jsonl")],
    ]
    with small_disk(tmp_path / "disk", "300k") as disk:
        monkeypatch.setenv("SANYU_HOME", str(disk / "home"))
        edit("Not mine any more.")
        subprocess.run([sys.executable, "-c", KILLED, ZH, "Mine alone."], check=True)
        assert Places.find().memory.with_name("memory.sqlite-wal").stat().st_size > 0
        for words in commands:
            room = fill(disk)
            result = sanyu(*words)
            assert result.code == 1 and "internal error" not in result.err, words
            assert re.search("[Ff]ree some space|space on the disk", result.err), (words, result.err)
            assert own() == {"Mine alone."}
        assert "Free some space" in sanyu("cache", "stats").err
        room.unlink()
        for words in commands[2:]:
            result = sanyu(*words)
            assert result.code == 0, result.err
        check_sound(disk / "home", worked / "sound", worked / "sound")
