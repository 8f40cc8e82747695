"""``sanyu library``, ``cache``, ``doctor``, ``read``: what they say and what they leave alone."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_help import CHINESE, OTHER, process, sanyu, written

from cache.library import Shelf
from cache.places import Places
from reader.cli.bookshelf import Bookshelf
from reader.cli.console import HeldNotices


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("越南外长会见老挝外长\n" + CHINESE)
    (tmp_path / "news" / "two.txt").write_text("大米出口增长\n" + OTHER)
    return tmp_path


def listed() -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads(sanyu("library", "list", "--json").out)
    return entries


def test_articles_are_added_listed_and_removed(news: Path) -> None:
    result = sanyu("library", "add", "news", "gone.txt")
    assert result.code == 1 and result.out.count("\n") == 2 and "gone.txt" in result.err
    entries = listed()
    assert [entry["name"] for entry in entries] == ["one.txt", "two.txt"]
    known = {"id", "name", "title", "segments", "position", "added", "opened"}
    assert {*entries[0]} == known | {"title_en", "title_vi", "date", "translated", "bookmarks"}
    assert (entries[0]["title_en"], entries[0]["date"], entries[0]["translated"]) == (None, None, 0)
    assert str(entries[0]["id"]) in sanyu("library", "list").out
    # The library outlives the files.
    (news / "news" / "one.txt").unlink()
    first = str(entries[0]["id"])
    assert sanyu("library", "remove", first[:6]).code == 0
    assert [entry["name"] for entry in listed()] == ["two.txt"]
    result = sanyu("library", "remove", first, "zz")
    assert result.code == 1 and result.err.count("\n") == 2
    assert sanyu("library", "remove", str(entries[1]["id"]), "--json").out.startswith("[")
    result = sanyu("library", "list")
    assert (result.code, result.out) == (0, "") and "empty" in result.err
    assert "search" in sanyu("library", "--help").out


def test_an_id_must_be_unambiguous(news: Path, home: Path) -> None:
    shelf = Shelf(Places.find().library)
    while len({entry.id[0] for entry in shelf.entries()}) == len(shelf.entries()):
        shelf.put("a.txt", "甲", 1, f"越南{len(shelf.entries())}".encode())
    ids = [entry.id for entry in shelf.entries()]
    shelf.close()
    twice = next(key[0] for key in ids if sum(other[0] == key[0] for other in ids) > 1)
    result = sanyu("library", "remove", twice)
    assert result.code == 1 and "several" in result.err and len(listed()) == len(ids)


def test_a_bookshelf_keeps_places_and_puts_what_was_opened_first(news: Path, home: Path) -> None:
    places = Places.find()
    with Bookshelf(places, print) as shelf:
        one, _ = shelf.add(news / "news" / "one.txt")
        two, _ = shelf.add(news / "news" / "two.txt")
        assert [item.id for item in shelf.items()] == [two, one]
        shelf.save_position(one, 1, 3)
    with Bookshelf(places, print) as shelf:
        assert shelf.load(one).title == "越南外长会见老挝外长"
        item = next(item for item in shelf.items() if item.id == one)
        assert (item.position, item.segments, item.title_en) == (1, 3, "")
        assert len(item.added) == 10
        with pytest.raises(Exception, match="no article"):
            shelf.load("ffff000000")


def test_a_newcomer_finds_the_samples(home: Path) -> None:
    with Bookshelf(Places.find(), print) as shelf:
        number = shelf.add_samples()
        assert number == len(shelf.items()) >= 6
        assert shelf.items()[0].title and all(shelf.load(item.id).blocks for item in shelf.items())


def test_notices_wait_while_the_screen_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    notices = HeldNotices()
    notices.hold()
    notices.say("later")
    assert capsys.readouterr().err == ""
    notices.release()
    notices.say("now")
    assert capsys.readouterr().err == "sanyu: later\nsanyu: now\n"


def test_read_needs_a_terminal() -> None:
    result = process("read")
    assert (result.returncode, result.stdout) == (2, "")
    assert (
        result.stderr.count("\n") == 1 and "terminal" in result.stderr and "sanyu translate" in result.stderr
    )


class Terminal:
    """A process on a terminal of 100×30 cells."""

    def __init__(self, *arguments: object) -> None:
        self.master, slave = pty.openpty()
        os.set_blocking(self.master, False)
        size = {**os.environ, "COLUMNS": "100", "LINES": "30", "TERM": "xterm-256color"}
        words = [sys.executable, "-m", "reader.cli.main", *map(str, arguments)]
        self.child = subprocess.Popen(
            words, stdin=slave, stdout=slave, stderr=slave, env=size, close_fds=True
        )
        os.close(slave)
        self.shown = ""

    def until(self, text: str, seconds: float = 60.0) -> None:
        """Reads until ``text`` has been shown."""
        end = time.monotonic() + seconds
        while text not in self.shown:
            assert time.monotonic() < end, self.shown[-2000:]
            self.read()

    def read(self) -> None:
        if select.select([self.master], [], [], 0.1)[0]:
            try:
                self.shown += os.read(self.master, 65536).decode(errors="replace")
            except OSError:
                time.sleep(0.05)

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def end(self) -> int:
        """Waits for the process to end, reading what it still says."""
        end = time.monotonic() + 60
        while self.child.poll() is None:
            assert time.monotonic() < end, self.shown[-2000:]
            self.read()
        self.read()
        os.close(self.master)
        return self.child.returncode


def test_read_opens_a_file_and_puts_it_into_the_library(news: Path) -> None:
    terminal = Terminal("read", "news/one.txt")
    terminal.until("Lào")
    terminal.type("j")
    terminal.until("row 2/")
    terminal.type("q")
    assert terminal.end() == 0
    (entry,) = listed()
    assert (entry["name"], entry["position"]) == ("one.txt", 1)


def test_read_without_anything_shows_the_samples_to_a_newcomer() -> None:
    terminal = Terminal("read")
    terminal.until("东盟")
    terminal.type("q")
    assert terminal.end() == 0
    assert "sample articles" in terminal.shown and len(listed()) >= 6


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("gone.txt", "no such file"),
        ("abc123", "no article"),
        ("empty.txt", "no text"),
        ("hollow", "no articles"),
    ],
)
def test_read_says_what_it_cannot_open(source: str, words: str, news: Path) -> None:
    (news / "empty.txt").touch()
    (news / "hollow").mkdir()
    terminal = Terminal("read", source)
    assert terminal.end() == 1
    assert words in terminal.shown and terminal.shown.count("\n") == 1 and listed() == []


def test_the_cache_is_counted_and_cleared(news: Path, home: Path, one_workshop: None) -> None:
    assert json.loads(sanyu("cache", "stats", "--json").out)["translations"] == 0
    assert sanyu("cache", "clear", "--yes").code == 0 and written(home) == set()
    sanyu("translate", "news", "-q")
    sanyu("library", "add", "news")
    stats = json.loads(sanyu("cache", "stats", "--json").out)
    assert stats["translations"] > 0 and stats["bytes"] > 0
    result = process("cache", "clear", stdin=subprocess.DEVNULL)
    assert result.returncode == 2 and "--yes" in result.stderr
    assert "translation" in sanyu("cache", "stats").out
    assert sanyu("cache", "clear", "--yes").code == 0
    assert written(home / "cache") == set() and len(listed()) == 2


def test_the_doctor_finds_all_well(home: Path) -> None:
    result = sanyu("doctor", "--json")
    report = json.loads(result.out)
    findings = {finding["name"]: finding for finding in report["findings"]}
    assert result.code == 0 and report["sound"] and not result.err
    assert {"Python", "sanyu", "textual", "opencc", "jieba", "argos-translate-lt"} <= {*findings}
    assert {"config", "data", "state", "cache", "seed glossary", "lexicon", "encoding"} <= {*findings}
    assert written(home) == set()
    assert "All is well." in sanyu("doctor").out


def test_the_doctor_names_what_is_broken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "data").write_text("a file in the way of a folder")
    (home / "cache").mkdir()
    (home / "cache" / "translations.sqlite").write_bytes(b"no database" * 100)
    result = sanyu("doctor")
    assert result.code == 1 and "✗ data" in result.out and "✗ translations" in result.out
    assert "→" in result.out and "Traceback" not in result.err
    assert not json.loads(sanyu("doctor", "--json").out)["sound"]


@pytest.mark.parametrize("command", ["read", "translate", "glossary", "library", "cache", "doctor"])
def test_every_command_has_help(command: str) -> None:
    result = sanyu(command, "--help")
    assert result.code == 0 and result.out.startswith(f"Usage: sanyu {command}")
