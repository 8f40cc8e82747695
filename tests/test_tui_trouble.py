"""What must not happen, and what the reader does when it does."""

import asyncio
import base64
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
import traceback
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tui_desk import WorkingPipeline, app_with, desk_in, filled_grid, keys, said, until
from tui_fakes import FakePipeline, MemoryLibrary, ReadyPipeline, article, linked, resized, rice

from cache.library import Positions, article_id
from cache.places import Places
from reader.plain import shown
from reader.tui.app import ReaderApp
from reader.tui.grid import Grid
from seeds.article import Kind
from translate.row import Target

BROKEN = """
import sys
from reader.tui.grid import Grid
from reader.cli.main import main
def fail(*_):
    raise ValueError("the " + "\\x1b[31m" + "floor\\ngave way")
Grid.action_row = fail
sys.argv = ["sanyu", "read", "one.txt"]
main()
"""
WHOLE = "import sys; from reader.cli.main import main; sys.argv = ['sanyu', 'read', 'one.txt']; main()"


class Session:
    """A process on a terminal of 100×30 cells."""

    def __init__(self, code: str, folder: Path, term: str = "xterm-256color") -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        environ = {**os.environ, "TERM": term, "PYTHONPATH": str(Path(__file__).parents[1])}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=folder,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environ,
            start_new_session=True,
        )
        self.output = ""

    def until(self, text: str) -> None:
        end = time.monotonic() + 60
        while text not in self.output:
            assert time.monotonic() < end, self.output[-2000:]
            self.read()

    def read(self, seconds: float = 0.05) -> bool:
        """Whether there was something to read."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.output += os.read(self.master, 65536).decode(errors="replace")
        return True

    def end(self) -> int:
        end = time.monotonic() + 60
        while self.process.poll() is None:
            assert time.monotonic() < end, self.output[-2000:]
            self.read()
        while self.read(0.2):
            pass
        return self.process.returncode

    def assert_clean(self) -> str:
        """That the terminal is as it was; what stands on it below the reader."""
        assert termios.tcgetattr(self.slave) == self.before
        for mode in ("1049l", "?25h", "1000l", "1003l", "1006l", "2004l"):
            assert mode in self.output, mode
        screen = self.output[self.output.rindex("\x1b[?1049l") + len("\x1b[?1049l") :]
        os.close(self.master)
        os.close(self.slave)
        return screen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(
        "越南大米\n\n越南出口大米。\n\n芹苴市的农民收获水稻。\n", encoding="utf-8"
    )
    return tmp_path


def test_a_crash_leaves_the_terminal_clean_and_one_line(folder: Path, home: Path) -> None:
    session = Session(BROKEN, folder)
    session.until("Vietnam")
    os.write(session.master, b"j")
    assert session.end() == 1
    screen = session.assert_clean()
    lines = [line for line in screen.replace("\r", "").split("\n") if "sanyu:" in line or "Error" in line]
    assert len(lines) == 1 and "internal error (ValueError: the" in lines[0] and "floor gave way" in lines[0]
    assert "Traceback" not in session.output and "\x1b[31m" not in screen
    assert "Traceback" in (home / "state" / "sanyu.log").read_text()


def test_a_process_told_to_end_keeps_the_place_and_leaves_the_terminal_clean(folder: Path) -> None:
    session = Session(WHOLE, folder)
    session.until("Vietnam")
    os.write(session.master, b"j")
    session.until("row 2/")
    session.process.send_signal(signal.SIGTERM)
    assert session.end() == 128 + signal.SIGTERM
    screen = session.assert_clean()
    assert "Traceback" not in screen and "sanyu:" not in screen
    positions = Positions(Places.find().positions)
    assert positions.get(article_id((folder / "one.txt").read_bytes())) == 1
    positions.close()


def test_what_is_copied_goes_to_the_clipboard_by_way_of_the_terminal(folder: Path) -> None:
    session = Session(WHOLE, folder)
    session.until("Vietnam")
    os.write(session.master, b"jy")
    session.until("copied")
    copied = re.search("\x1b\\]52;c;([A-Za-z0-9+/=]+)", session.output)
    assert copied is not None and base64.b64decode(copied[1]).decode().startswith("越南出口大米。")
    os.write(session.master, b"q")
    session.end()
    session.assert_clean()


def test_a_terminal_that_can_place_no_text_gets_a_sentence(folder: Path) -> None:
    session = Session(WHOLE, folder, "dumb")
    assert session.end() == 2
    assert "read needs a terminal" in session.output and "\x1b" not in session.output


@pytest.mark.parametrize("is_busy", [False, True])
def test_a_process_whose_terminal_is_gone_ends_and_keeps_the_place(folder: Path, is_busy: bool) -> None:
    session = Session(WHOLE, folder)
    session.until("Vietnam")
    os.write(session.master, b"j")
    session.until("row 2/")
    os.close(session.slave)
    if is_busy:
        os.write(session.master, b"jkjkjkjk?")
    os.close(session.master)
    assert session.process.wait(60) == 129
    positions = Positions(Places.find().positions)
    assert positions.get(article_id((folder / "one.txt").read_bytes())) in ((0, 1, 2) if is_busy else (1,))
    positions.close()


@pytest.mark.parametrize("change", ["vanishes", "changes"])
def test_a_file_that_vanishes_or_changes_is_read_on(folder: Path, change: str) -> None:
    session = Session(WHOLE, folder)
    session.until("Vietnam")
    if change == "vanishes":
        (folder / "one.txt").unlink()
    else:
        (folder / "one.txt").write_text("别的。")
    os.write(session.master, b"j")
    session.until("row 2/")
    os.write(session.master, b"q")
    assert session.end() == 0
    assert "sanyu:" not in session.assert_clean()


def test_a_cache_deleted_while_one_reads_takes_nothing_that_was_written(folder: Path, home: Path) -> None:
    session = Session(WHOLE, folder)
    session.until("Vietnam")
    shutil.rmtree(home / "cache")
    os.write(session.master, b"ce")
    session.until("Enter saves")
    os.write(session.master, b" kept\r")
    session.until("Saved")
    os.write(session.master, b"j")
    session.until("row 2/")
    os.write(session.master, b"q")
    assert session.end() == 0
    assert "Traceback" not in session.output
    again = Session(WHOLE, folder)
    again.until("kept")
    os.write(again.master, b"q")
    assert again.end() == 0


async def test_a_translation_that_stops_is_one_line_and_a_traceback_in_the_log(tmp_path):
    logged = []

    def log(error):
        logged.append("".join(traceback.format_exception(error)))
        return tmp_path / "sanyu.log"

    desk = desk_in(tmp_path, log=log)
    pipeline = WorkingPipeline(desk=desk, error="the model is damaged", error_after=0)
    app = app_with(desk, pipeline=pipeline)
    async with app.run_test(size=(160, 30)) as pilot:
        await until(pilot, lambda: "Translation stopped: the model is damaged" in said(app))
        assert "sanyu.log" in said(app)
        assert len(logged) == 1 and "Traceback" in logged[0] and "in fill" in logged[0]
        pipeline.error = ""
        await keys(pilot, "s")
        await filled_grid(pilot)
    desk.memory.close()


@pytest.mark.parametrize("place", ["render_line", "action_row", "on_resize", "_refine"])
async def test_an_error_anywhere_ends_the_app_without_a_word(place, monkeypatch, capsys):
    app = ReaderApp(pipeline_factory=FakePipeline, library=MemoryLibrary({}), article=rice())

    def fail(*_, **__):
        raise ValueError("made up")

    with pytest.raises(ValueError, match="made up"):
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.pause()
            monkeypatch.setattr(Grid, place, fail)
            if app.screen.query_one(Grid)._refiner is not None:
                app.screen.query_one(Grid)._refiner._callback = app.screen.query_one(Grid)._refine
                app.screen.query_one(Grid)._refiner.resume()
            app.screen.query_one(Grid).refresh()
            await pilot.press("j")
            await pilot.resize_terminal(130, 30)
            while app.failure is None:
                await asyncio.sleep(0.01)
    assert isinstance(app.failure, ValueError)
    assert app.return_code == 1
    assert "Traceback" not in capsys.readouterr().err


async def test_a_search_that_fails_is_one_line(monkeypatch):
    app = ReaderApp(pipeline_factory=FakePipeline, library=MemoryLibrary({}), article=rice())

    def fail(*_, **__):
        raise ValueError("made up")
        yield

    monkeypatch.setattr("reader.tui.article_screen.seek", fail)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", "a", "enter")
        await pilot.pause()
        assert str(app.screen.query_one("#said").render()) == "made up"


async def test_an_error_is_not_lost_under_passing_remarks():
    pipeline = FakePipeline(error="the model is damaged", error_after=0)
    app = ReaderApp(pipeline_factory=lambda: pipeline, library=MemoryLibrary({}), article=rice())
    async with app.run_test(size=(120, 30)) as pilot:
        said = app.screen.query_one("#said")
        await until(pilot, lambda: said.display)
        assert "the model is damaged" in str(said.render())
        await pilot.press("right_square_bracket")
        assert str(said.render()) == "No further flag"
        await pilot.press("j")
        assert "the model is damaged" in str(said.render()) and said.has_class("error")
        await pilot.press("escape")
        assert not said.display


@pytest.mark.parametrize("via", [(20, 6), (1, 1)])
async def test_the_row_survives_a_terminal_made_small_and_large_again(via):
    app = ReaderApp(
        pipeline_factory=lambda: FakePipeline(batch=200), library=MemoryLibrary({}), article=rice(60)
    )
    async with app.run_test(size=(160, 45)) as pilot:
        grid = await filled_grid(pilot)
        for _ in range(53):
            app.simulate_key("j")
        await until(pilot, lambda: grid.current == 53)
        at = grid._at
        for size in (via, (160, 45), via, (80, 24), (160, 45)):
            await resized(pilot, *size)
            await pilot.pause()
            assert grid.current == 53
            if size[1] > 4:
                assert grid.first_visible <= 53 <= grid.last_visible
        assert grid.first_visible <= 53 <= grid.last_visible and 0 <= grid._at < 45 and at >= 0


ODD = {
    "right to left": "越南的אבגד与العربية新闻",
    "zero width": "越\u200b南\ufeff大\u2060米\u00ad出口",
    "bidi controls": "越南\u202e大米\u2066出口\u2069",
    "marks without base": "\u0301\u0323越南\u0302\u0301",
    "many marks": "越" + "\u0301" * 500 + "南",
    "unassigned": "越\u0378南\U0003fffe大\uffff米\U000e0fff",
    "private": "越\ue000南\U0010fffd",
    "emoji": "越👨‍👩‍👧南🇻🇳大❤️米👍🏽",
    "fillers": "越\u3164南\u115f大\u1160米\u034f",
    "controls": "越\x00南\x1b]52;c;eA==\x07大\x9b31m米\r\n",
    "surrogates": "越\ud800南",
    "markup": "[red]越南[/] [@click=app.quit]米[/] \\[b]",
}


async def test_odd_text_is_shown_in_cells_that_add_up():
    rows = [
        linked((text, "大米。"), {target: [(text, 0), ("rice", 1)] for target in Target}, at)
        for at, text in enumerate(ODD.values())
    ]
    app = ReaderApp(
        pipeline_factory=lambda: ReadyPipeline(rows),
        library=MemoryLibrary({}),
        article=article([(Kind.TITLE, ["".join(ODD.values())])]),
    )

    def check(width: int) -> None:
        for strip in app.screen._compositor.render_strips():
            assert strip.cell_length == width
            line = "".join(segment.text for segment in strip)
            assert shown(line) == line
            line.encode()

    async with app.run_test(size=(120, 60)) as pilot:
        grid = app.screen.query_one(Grid)
        for at, name in enumerate(ODD):
            grid.go(at)
            for key in ("t", "n", "right", "right", "y"):
                app.simulate_key(key)
            await pilot.pause()
            assert grid.lit is not None, name
            check(120)
        for size in ((70, 24), (20, 6)):
            await resized(pilot, *size)
            for at in range(len(ODD)):
                grid.go(at)
                await pilot.pause()
                check(size[0])
