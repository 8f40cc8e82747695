"""Bookmarks and notes, flags in words, exports, and the list of keys."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tui_desk import app_with, desk_in, filled_grid, keys, said, screen_text, until
from tui_fakes import FARMERS, FARMERS_ZH, ReadyPipeline, linked
from tui_still import settled

from reader.export.formats import FORMATS
from reader.reasons import REASONS
from reader.tui.article_screen import ArticleScreen
from reader.tui.bench import Bench
from reader.tui.cell_bench import CellBench
from reader.tui.choices import Question
from reader.tui.export_form import ExportForm
from reader.tui.flags import reasons
from reader.tui.grid import Grid
from reader.tui.help import keys_of
from reader.tui.mark_bench import MarkBench
from reader.tui.note_sheet import NoteSheet
from reader.tui.notes import MarksMenu, NoteCard
from reader.tui.term_bench import TermBench
from translate.argos.report import STEPS
from translate.drafting import WRONG

WIDE = (160, 45)


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


async def marked(pilot, *rows: int) -> Grid:
    grid = await filled_grid(pilot)
    for row in rows:
        grid.go(row)
        await keys(pilot, "b")
        await until(pilot, lambda row=row: row in grid._canvas.margins)
    return grid


def note_card(app) -> str:
    found = app.screen.query_one(NoteCard)
    return str(found.render()) if found.display else ""


async def test_bookmarks_are_shown_kept_and_jumped_to(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await marked(pilot, 2, 7)
        assert said(app) == "Row 8: bookmark set"
        assert sum("◆" in line[:3] for line in screen_text(app).split("\n")) == 2
        for row in (2, 7, 2):
            await keys(pilot, "apostrophe")
            assert grid.current == row
        await keys(pilot, "b")
        await until(pilot, lambda: grid._canvas.margins == {7: "◆"})
    again = app_with(desk)
    async with again.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        await until(pilot, lambda: grid._canvas.margins == {7: "◆"})
    other = app_with(desk, item_id="another")
    async with other.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        await settled(pilot)
        assert not grid._canvas.margins


async def test_a_note_is_written_shown_listed_and_taken_away(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await marked(pilot, 9)
        grid.go(4)
        await keys(pilot, "N")
        await until(pilot, lambda: isinstance(app.screen, NoteSheet))
        await keys(
            pilot, *"ask", "enter", "L", "ạ", "n", "backspace", "backspace", "backspace", "L", "a", "n"
        )
        await keys(pilot, "ctrl+s")
        await until(pilot, lambda: grid._canvas.margins.get(4) == "≡")
        await until(pilot, lambda: note_card(app) == "ask\nLan")
        await keys(pilot, "j")
        assert note_card(app) == ""
        await keys(pilot, "B")
        await until(pilot, lambda: isinstance(app.screen, MarksMenu))
        text = screen_text(app)
        assert "ask Lan" in text and "row 5" in text and "row 10" in text
        await keys(pilot, "1")
        await until(pilot, lambda: grid.current == 4)
        await until(pilot, lambda: note_card(app))
        await keys(pilot, "escape")
        assert note_card(app) == ""
        await keys(pilot, "b")
        await until(pilot, lambda: grid._canvas.margins.get(4) == "◈")
        await keys(pilot, "b")
        await until(pilot, lambda: grid._canvas.margins.get(4) == "≡")
        await keys(pilot, "N")
        await until(pilot, lambda: isinstance(app.screen, NoteSheet))
        app.screen.writing.write("")
        await keys(pilot, "ctrl+s")
        await until(pilot, lambda: 4 not in grid._canvas.margins)


async def test_a_note_survives_escape(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "N")
        await until(pilot, lambda: isinstance(app.screen, NoteSheet))
        sheet = app.screen
        await keys(pilot, "x", "escape")
        assert isinstance(app.screen, Question)
        await keys(pilot, "n")
        assert app.screen is sheet and sheet.writing.text == "x"


async def test_marks_that_cannot_be_kept_are_one_line(desk, monkeypatch):
    def refuse(*_, **__):
        raise OSError("the disk is full")

    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        monkeypatch.setattr(desk.annotations, "put", refuse)
        await keys(pilot, "b")
        await until(pilot, lambda: "the disk is full" in said(app))
        await keys(pilot, "N")
        await until(pilot, lambda: isinstance(app.screen, NoteSheet))
        await keys(pilot, "x", "ctrl+s")
        await until(pilot, lambda: "still here" in app.screen.trouble)
        assert app.screen.writing.text == "x"


async def test_every_flag_there_is_has_words():
    flags = {*STEPS, *WRONG, "name", "title", "fallback", "rescue"} - {"rule"}
    assert flags <= REASONS.keys()
    row = linked(FARMERS_ZH, FARMERS, en="rescue replaced")
    assert reasons(row).count("(English)") == 2


async def test_an_article_is_exported_where_one_says(desk, tmp_path):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "x")
        await until(pilot, lambda: isinstance(app.screen, ExportForm))
        assert str(tmp_path / "out" / "rice.md") in screen_text(app)
        while app.screen._formats.word != "jsonl":
            await keys(pilot, "right")
        await until(pilot, lambda: str(tmp_path / "out" / "rice.jsonl") in screen_text(app))
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        await until(pilot, lambda: "Written: " in said(app) and "rice.jsonl" in said(app))
        written = (tmp_path / "out" / "rice.jsonl").read_text()
        assert "越南大米" in written and "6.3 million tonnes" in written
        assert len(written.strip().split("\n")) == len(app.screen.query_one(Grid).rows)


async def test_nothing_is_overwritten_without_asking(desk, tmp_path):
    app = app_with(desk)
    (tmp_path / "mine.txt").write_text("mine")
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "x")
        await until(pilot, lambda: isinstance(app.screen, ExportForm))
        form = app.screen
        for path, complaint in (("", "Say where"), (str(tmp_path), "is a folder")):
            form._path.value = path
            await keys(pilot, "enter")
            await until(pilot, lambda complaint=complaint: complaint in form.trouble)
        form._formats.word = "txt"
        form._path.value = str(tmp_path / "mine.txt")
        await pilot.pause()
        await keys(pilot, "enter")
        await until(pilot, lambda: "exists already" in form.trouble)
        assert (tmp_path / "mine.txt").read_text() == "mine"
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        assert "大米" in (tmp_path / "mine.txt").read_text()


async def test_an_export_that_fails_is_a_line_in_the_form(desk, tmp_path):
    (tmp_path / "out").write_text("a file where a folder is wanted")
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "x")
        await until(pilot, lambda: isinstance(app.screen, ExportForm))
        await keys(pilot, "enter")
        await until(pilot, lambda: "cannot be written" in app.screen.trouble)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "srt"])
async def test_every_format_takes_what_is_not_translated_yet(desk, tmp_path, name):
    app = app_with(desk, pipeline=ReadyPipeline([linked(FARMERS_ZH, {})]))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await keys(pilot, "x")
        await until(pilot, lambda: isinstance(app.screen, ExportForm))
        form = app.screen
        assert "1 row is not translated yet" in screen_text(app)
        form._formats.word = name
        form._path.value = str(tmp_path / f"rice{FORMATS[name].suffix}")
        await pilot.pause()
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
    assert list(tmp_path.glob("rice*"))


async def test_help_lists_exactly_the_keys_there_are(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        listed = {key for names, _ in keys_of(app.screen) for key in names.split("  ")}
        screen = app.screen
        bound = {
            app.get_key_display(binding)
            for node in (Grid, CellBench, MarkBench, TermBench, ArticleScreen)
            for binding in node._merge_bindings().key_to_bindings.values()
            for binding in binding
        }
        assert bound <= listed
        nodes = [screen, *screen.query(Bench), screen.query_one(Grid), app]
        for active in screen.active_bindings.values():
            name = active.binding.action.split("(")[0]
            assert any(hasattr(node, f"action_{name.removeprefix('app.')}") for node in nodes), name


async def test_without_a_desk_or_rows_there_are_no_keys_for_work(desk):
    app = app_with(desk, pipeline=ReadyPipeline([]))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert not [text for _, text in keys_of(app.screen) if text in ("Edit", "Next bookmark or note")]
        await keys(pilot, "e", "r", "m", "u", "v", "b", "apostrophe", "B", "N", "a", "x", "ctrl+z", "s")
        assert isinstance(app.screen, ArticleScreen)
