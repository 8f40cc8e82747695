"""Working at cells: editing, suggestions, twins, drafts anew, states, history, taking back."""

import sqlite3
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tui_desk import (
    FakeTools,
    Shouting,
    WorkingPipeline,
    app_with,
    desk_in,
    filled_grid,
    keys,
    said,
    screen_text,
    until,
)
from tui_fakes import SENTENCES, article

from reader.desk import Cells
from reader.tui.article_screen import ArticleScreen
from reader.tui.choices import Menu, Question
from reader.tui.comparing import Comparison, apart
from reader.tui.editing import Editor
from reader.tui.look import Language
from reader.tui.versions import HistoryMenu
from seeds.article import Kind
from translate.row import Target

WIDE = (160, 45)
EN, VI = Target.EN, Target.VI


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


async def at_row(pilot, row: int, language: Language = Language.EN):
    grid = await filled_grid(pilot)
    grid.go(row)
    grid.choose(language)
    await pilot.pause()
    return grid


async def editor(pilot) -> Editor:
    await keys(pilot, "e")
    await until(pilot, lambda: isinstance(pilot.app.screen, Editor))
    return pilot.app.screen


async def back(pilot) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ArticleScreen))


async def edited(pilot, text: str) -> None:
    (await editor(pilot)).writing.write(text)
    await keys(pilot, "enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, Editor))


def cell(app, row: int, target: Target = EN):
    return app.screen_stack[1 if len(app.screen_stack) > 2 else 0].query_one("#grid").rows[row].cells[target]


# The title, 。-less, stands once.


async def test_an_edit_is_saved_marked_counted_and_there_again(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0)
        sheet = await editor(pilot)
        before = grid.rows[0].cells[EN].text
        assert sheet.writing.text == before and "越南大米" in screen_text(app)
        sheet.writing.write("Rice exports grow on")
        await keys(pilot, "enter")
        await back(pilot)
        assert grid.rows[0].cells[EN].text == "Rice exports grow on"
        assert (grid.rows[0].cells[EN].state, grid.rows[0].cells[EN].engine) == ("edited", "person")
        assert said(app) == "Saved"
        lines = screen_text(app).split("\n")
        assert "1 ✎" in lines[0] and "✎ Rice exports grow on" in lines[3]
    again = app_with(desk)
    async with again.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        assert grid.rows[0].cells[EN].text == "Rice exports grow on"
        assert "1 ✎" in screen_text(again)


async def test_in_the_chinese_one_is_asked_which_language(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await at_row(pilot, 0, Language.ZH)
        await keys(pilot, "e")
        await until(pilot, lambda: isinstance(app.screen, Menu))
        await keys(pilot, "2")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        assert "Tiếng Việt" in screen_text(app)
        await keys(pilot, "escape")
        await back(pilot)


async def test_what_is_typed_survives_escape(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0)
        sheet = await editor(pilot)
        await keys(pilot, "X", "escape")
        assert isinstance(app.screen, Question)
        await keys(pilot, "escape")
        assert app.screen is sheet and sheet.writing.text.endswith("X")
        await keys(pilot, "ctrl+z")
        assert not sheet.is_changed
        await keys(pilot, "Z", "escape")
        await keys(pilot, "y")
        await back(pilot)
        assert grid.rows[0].cells[EN].state == "draft" and desk.memory.is_empty


async def test_nothing_is_saved_where_nothing_was_changed_or_left(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await at_row(pilot, 0)
        await editor(pilot)
        await keys(pilot, "enter")
        await back(pilot)
        sheet = await editor(pilot)
        sheet.writing.write("  ")
        await keys(pilot, "ctrl+s")
        assert "empty text" in sheet.trouble and app.screen is sheet
        assert desk.memory.is_empty


async def test_vietnamese_input_methods_work_in_the_editor(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await at_row(pilot, 0, Language.VI)
        sheet = await editor(pilot)
        sheet.writing.write("")
        await keys(pilot, "h", "a", "backspace", "ạ", "n", "h")
        assert sheet.writing.written == "hạnh"
        sheet.writing.write("Chủ tịch")  # decomposed
        assert sheet.writing.written == "Chủ tịch"


async def test_a_memory_that_refuses_leaves_what_was_typed(desk, monkeypatch):
    def refuse(*_, **__):
        raise sqlite3.OperationalError("attempt to write a readonly database")

    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await at_row(pilot, 0)
        desk.memory.edit  # noqa: B018
        await edited(pilot, "One")
        await back(pilot)
        monkeypatch.setattr(desk.memory.store, "save", refuse)
        sheet = await editor(pilot)
        sheet.writing.write("Two")
        await keys(pilot, "enter")
        await until(pilot, lambda: sheet.trouble)
        assert "check its permissions" in sheet.trouble and "still here" in sheet.trouble
        assert app.screen is sheet and sheet.writing.written == "Two"
        monkeypatch.undo()
        await keys(pilot, "enter")
        await back(pilot)
        assert cell(app, 0).text == "Two"


async def test_the_second_of_two_readers_is_told(desk, tmp_path):
    other = desk_in(tmp_path)
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0)
        sheet = await editor(pilot)
        texts = [row.segment.text for row in grid.rows]
        Cells(other, texts).save(grid.rows[0], EN, "Theirs")
        sheet.writing.write("Mine")
        await keys(pilot, "enter")
        await back(pilot)
        assert "Theirs" in said(app) and grid.rows[0].cells[EN].text == "Mine"
        await keys(pilot, "v")
        await until(pilot, lambda: isinstance(app.screen, HistoryMenu))
        assert "Theirs" in screen_text(app) and "Mine" in screen_text(app)
    other.memory.close()


async def test_suggestions_show_the_difference_and_one_key_adapts_them(desk, tmp_path):
    texts = ["越南今年出口大米500万吨。", "越南今年出口大米600万吨。"]
    pipeline = WorkingPipeline(desk=desk)
    text = article([(Kind.BODY, [texts[0]]), (Kind.BODY, [texts[1]])])
    rows = pipeline.open(text)
    Cells(desk, texts).save(rows[0], EN, "Vietnam exported 500 tonnes.")
    app = app_with(desk, article=text, pipeline=pipeline)
    async with app.run_test(size=WIDE) as pilot:
        await at_row(pilot, 1)
        sheet = await editor(pilot)
        await until(pilot, lambda: sheet._suggestions)
        await pilot.pause()
        assert " %  越南今年出口大米500万吨。" in screen_text(app)
        await keys(pilot, "f2")
        assert sheet.writing.text == sheet._suggestions[0].adapted.text
        assert "600" in sheet.writing.text
        await keys(pilot, "ctrl+z")
        assert not sheet.is_changed


REPEATED = article([(Kind.BODY, [SENTENCES[at]]) for at in (3, 0, 3, 1, 3, 2)])


@pytest.mark.parametrize("answer", ["y", "n"])
async def test_rows_with_the_same_sentence_are_offered_the_change(desk, answer):
    app = app_with(desk, article=REPEATED)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 2)
        await edited(pilot, "Transport is dear.")
        await until(pilot, lambda: isinstance(app.screen, Question))
        assert "2 more rows have the same sentence" in screen_text(app)
        await keys(pilot, answer)
        await until(pilot, lambda: said(app) in ("2 more changed", "The others stay as they are"))
        changed = [row.segment.index for row in grid.rows if row.cells[EN].text == "Transport is dear."]
        assert changed == ([0, 2, 4] if answer == "y" else [2])
    again = app_with(desk, article=REPEATED)
    async with again.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        assert changed == [
            row.segment.index for row in grid.rows if row.cells[EN].text == "Transport is dear."
        ]


async def test_rows_that_cannot_be_told_apart_change_together(desk):
    text = article([(Kind.BODY, [SENTENCES[at]]) for at in (3, 0, 3, 0, 3)])
    app = app_with(desk, article=text)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 1)
        draft = grid.rows[1].cells[EN].text
        await edited(pilot, "Rice.")
        await back(pilot)
        assert [grid.rows[at].cells[EN].text for at in (1, 3)] == ["Rice.", "Rice."]
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: "Taken back" in said(app))
        assert [grid.rows[at].cells[EN].text for at in (1, 3)] == [draft, draft]


async def test_a_row_is_translated_anew_and_one_chooses(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0)
        await edited(pilot, "My own words")
        await back(pilot)
        await keys(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, Comparison))
        text = screen_text(app)
        assert "My own words" in text and "RICE, RICE, RICE." in text and "you, edited" in text
        await keys(pilot, "1")
        await back(pilot)
        assert grid.rows[0].cells[EN].text == "My own words"
        await keys(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, Comparison))
        await keys(pilot, "2")
        await until(pilot, lambda: grid.rows[0].cells[EN].engine == "shouting")
        assert grid.rows[0].cells[EN].state == "reviewed"
        await until(pilot, lambda: said(app) == "Saved")
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: grid.rows[0].cells[EN].text == "My own words")


async def test_one_chooses_among_the_engines_and_is_told_of_their_faults(tmp_path):
    tools = FakeTools([Shouting(), Shouting("broken", error="the model is damaged")])
    desk = desk_in(tmp_path, tools=tools)
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0)
        await keys(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, Menu))
        assert "broken" in screen_text(app)
        await keys(pilot, "2")
        await until(pilot, lambda: "the model is damaged" in said(app))
        assert "sanyu.log" in said(app) and app.screen.query_one("#said").has_class("error")
        assert grid.rows[0].cells[EN].state == "draft"


async def test_states_go_round_and_are_counted(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0, Language.ZH)
        await keys(pilot, "m")
        await until(pilot, lambda: {c.state for c in grid.rows[0].cells.values()} == {"reviewed"})
        await until(pilot, lambda: "reviewed" in said(app))
        assert "1 ✓" in screen_text(app).split("\n")[0]
        await keys(pilot, "m")
        await until(pilot, lambda: {c.state for c in grid.rows[0].cells.values()} == {"draft"})
        grid.choose(Language.EN)
        await edited(pilot, "Mine")
        await back(pilot)
        for state in ("reviewed", "edited"):
            await keys(pilot, "m")
            await until(pilot, lambda state=state: grid.rows[0].cells[EN].state == state)
        assert grid.rows[0].cells[EN].text == "Mine" and grid.rows[0].cells[VI].state == "draft"


async def test_an_edit_is_taken_back_and_is_still_in_the_history(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await at_row(pilot, 0)
        draft = grid.rows[0].cells[EN].text
        await keys(pilot, "v")
        await until(pilot, lambda: "Nobody has changed" in said(app))
        for text in ("First", "Second"):
            await edited(pilot, text)
            await back(pilot)
        await keys(pilot, "u")
        await until(pilot, lambda: grid.rows[0].cells[EN].text == draft)
        await keys(pilot, "v")
        await until(pilot, lambda: isinstance(app.screen, HistoryMenu))
        text = screen_text(app)
        assert "First" in text and "Second" in text and "you · edited" in text and draft in text
        await keys(pilot, "3")
        await until(pilot, lambda: grid.rows[0].cells[EN].text == "First")


async def test_an_edit_during_the_translation_is_not_painted_over(desk):
    pipeline = WorkingPipeline(desk=desk, delay=0.05, batch=4)
    app = app_with(desk, pipeline=pipeline)
    async with app.run_test(size=WIDE) as pilot:
        grid = app.screen.query_one("#grid")
        await until(pilot, lambda: grid.rows[0].cells)
        grid.choose(Language.EN)
        await edited(pilot, "Mine")
        await filled_grid(pilot)
        await pilot.pause(0.2)  # a painting that came later would be missed, never made up
        assert grid.rows[0].cells[EN].text == "Mine"


async def test_the_translation_stops_and_goes_on(desk):
    pipeline = WorkingPipeline(desk=desk, held=True, batch=2)
    app = app_with(desk, pipeline=pipeline)
    async with app.run_test(size=WIDE) as pilot:
        grid = app.screen.query_one("#grid")
        await until(pilot, lambda: pipeline.firsts)
        await keys(pilot, "s")
        await until(pilot, lambda: "stopped" in screen_text(app).split("\n")[0])
        pipeline.held = False
        await until(pilot, lambda: not any(worker.group == "filling" for worker in app.workers))
        await pilot.pause(0.2)  # rows that came later would be missed, never made up
        assert sum(bool(row.cells) for row in grid.rows) <= 2
        await keys(pilot, "s")
        await filled_grid(pilot)
        assert "stopped" not in screen_text(app)


def test_differences_are_told_word_by_word():
    found = apart("Rice is dear now", "Rice was dear")
    assert found.old == [(5, 7), (13, 16)] and found.new == [(5, 8)]
