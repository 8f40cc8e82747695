"""Two readers at the same article: what one writes, the other shows soon, and loses nothing of its own."""

import pytest
from tui_desk import app_with, desk_in, filled_grid, keys, said, until

from reader.desk import Cells, Desk
from reader.tui import bench
from reader.tui.cell_bench import CellBench
from reader.tui.choices import Question
from reader.tui.editing import Editor
from reader.tui.mark_bench import MarkBench
from translate.row import Target


@pytest.fixture(autouse=True)
def often(monkeypatch):
    monkeypatch.setattr(bench, "_LOOK_EVERY", 0.05)


@pytest.fixture
def desks(tmp_path):
    made = desk_in(tmp_path), desk_in(tmp_path)
    yield made
    for desk in made:
        desk.memory.close()
        desk.annotations.close()


async def looking(pilot):
    """The rows, once all are translated and the reader has looked what others have done so far."""
    grid = await filled_grid(pilot)
    for kind in (CellBench, MarkBench):
        await until(pilot, lambda kind=kind: pilot.app.screen.query_one(kind)._others._known is not None)
    return grid


def cells_of(desk: Desk, rows) -> Cells:
    return Cells(desk, [row.segment.text for row in rows])


async def test_what_another_reader_edits_is_shown_and_the_place_stays(desks):
    ours, theirs = desks
    app = app_with(ours)
    async with app.run_test(size=(120, 30)) as pilot:
        grid = await looking(pilot)
        await keys(pilot, *"jjjj")
        before = grid.current, grid.scroll_offset.y, grid._at
        other = cells_of(theirs, grid.rows)
        other.save(grid.rows[2], Target.EN, "They wrote this.")
        await until(pilot, lambda: grid.rows[2].cells[Target.EN].text == "They wrote this.")
        assert grid.rows[2].cells[Target.EN].state == "edited"
        await until(pilot, lambda: "Row 3 was changed in another reader" in said(app))
        assert (grid.current, grid.scroll_offset.y, grid._at) == before
        other.revert(grid.rows[2], Target.EN)
        await until(pilot, lambda: grid.rows[2].cells[Target.EN].state == "draft")


async def test_what_is_being_typed_is_not_touched_and_both_texts_are_kept(desks):
    ours, theirs = desks
    app = app_with(ours)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await looking(pilot)
        await keys(pilot, "j", "j", "c", "e")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        app.screen.writing.write("I am typing")
        cells_of(theirs, grid.rows).save(grid.rows[2], Target.EN, "They wrote this.")
        await until(pilot, lambda: grid.rows[2].cells[Target.EN].text == "They wrote this.")
        assert isinstance(app.screen, Editor) and app.screen.writing.text == "I am typing"
        await keys(pilot, "enter")
        await until(pilot, lambda: "what somebody else saved meanwhile" in said(app))
        assert grid.rows[2].cells[Target.EN].text == "I am typing"
        versions = cells_of(ours, grid.rows).history(grid.rows[2], Target.EN)
        assert {version.text for version in versions} == {"They wrote this.", "I am typing"}


async def test_our_own_edits_make_no_row_new(desks):
    ours, _ = desks
    app = app_with(ours)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await looking(pilot)
        await keys(pilot, "j", "j", "c", "e")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        app.screen.writing.write("I wrote this.")
        await keys(pilot, "enter")
        await until(pilot, lambda: grid.rows[2].cells[Target.EN].text == "I wrote this.")
        await pilot.pause(0.3)  # several looks; a message that came later would be missed, never made up
        assert "another reader" not in said(app)


async def test_a_memory_that_did_not_exist_when_the_article_was_opened(desks):
    ours, theirs = desks
    app = app_with(ours)
    async with app.run_test(size=(120, 30)) as pilot:
        grid = await looking(pilot)
        assert ours.memory.is_empty
        cells_of(theirs, grid.rows).save(grid.rows[0], Target.VI, "Họ viết.")
        await until(pilot, lambda: grid.rows[0].cells[Target.VI].text == "Họ viết.")


async def test_a_memory_that_cannot_be_read_is_asked_again_later(desks, monkeypatch):
    import sqlite3

    ours, theirs = desks
    app = app_with(ours)
    broken, asked = [True], []
    worked_at = ours.memory.worked_at

    def sometimes(since):
        asked.append(since)
        if broken[0]:
            raise sqlite3.OperationalError("database is locked")
        return worked_at(since)

    async with app.run_test(size=(120, 30)) as pilot:
        grid = await looking(pilot)
        monkeypatch.setattr(ours.memory, "worked_at", sometimes)
        cells_of(theirs, grid.rows).save(grid.rows[0], Target.VI, "Họ viết.")
        await until(pilot, lambda: len(asked) > 2)
        assert not said(app)
        broken[0] = False
        await until(pilot, lambda: grid.rows[0].cells[Target.VI].text == "Họ viết.")


async def test_a_bookmark_of_another_reader_appears(desks):
    ours, theirs = desks
    app = app_with(ours)
    async with app.run_test(size=(120, 30)) as pilot:
        grid = await filled_grid(pilot)
        await keys(pilot, "b")
        await until(pilot, lambda: grid._canvas.margins)
        await looking(pilot)
        theirs.annotations.put("rice", 2, grid.rows[2].segment.text, bookmarked=True, note="Theirs.")
        await until(pilot, lambda: set(grid._canvas.margins) == {0, 2})


async def test_rows_with_the_same_sentence_wait_for_the_answer(desks):
    ours, _ = desks
    app = app_with(ours)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await looking(pilot)
        await keys(pilot, "j", "c", "e")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        app.screen.writing.write("I wrote this.")
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.pause(0.4)  # several looks; a change that came later would be missed, never made up
        assert sum(row.cells[Target.EN].text == "I wrote this." for row in grid.rows) == 1
