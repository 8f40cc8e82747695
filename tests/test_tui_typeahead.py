"""Keys typed within milliseconds of the one that opens something go into what it opens."""

import asyncio
import time

import pytest
from tui_desk import app_with, desk_in, filled_grid, keys, said, typed, until
from tui_fakes import MemoryLibrary, rice

from reader.tui.adding import AddScreen
from reader.tui.app import ReaderApp
from reader.tui.editing import Editor
from reader.tui.export_form import ExportForm
from reader.tui.found_screen import FoundScreen
from reader.tui.library_screen import LibraryScreen
from reader.tui.note_sheet import NoteSheet
from reader.tui.search import SearchLine
from reader.tui.term_form import TermForm
from reader.tui.typeahead import Typeahead
from reader.tui.writing import Writing
from translate.row import Target

TYPED = "abxn/ej1q"


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


async def with_text(pilot, kind, text_of):
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, kind) and TYPED in text_of(app.screen))
    assert len(app.screen_stack) == 3 and text_of(app.screen).endswith(TYPED)


@pytest.mark.parametrize(
    ("key", "kind", "text_of"),
    [
        ("e", Editor, lambda screen: screen.writing.text),
        ("N", NoteSheet, lambda screen: "".join(one.text for one in screen.query(Writing))),
        ("a", TermForm, lambda screen: screen.values["zh"] + screen.values["en"]),
    ],
)
async def test_what_is_typed_after_a_key_goes_into_the_sheet_it_opens(desk, key, kind, text_of):
    app = app_with(desk, library=MemoryLibrary({"rice": rice()}), article=None)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await filled_grid(pilot)
        if key == "e":
            await keys(pilot, "c")
        before = grid.look
        typed(app, {"slash": "/"}.get(key, key), *TYPED)
        await with_text(pilot, kind, text_of)
        assert grid.look == before and grid.current == 0


async def test_a_slow_memory_makes_no_difference(desk, monkeypatch):
    monkeypatch.setattr(desk.memory, "standing", lambda *_: time.sleep(0.3))
    app = app_with(desk, library=MemoryLibrary({"rice": rice()}), article=None)
    async with app.run_test(size=(120, 40)) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "c")
        typed(app, "e", *TYPED[:4])
        await asyncio.sleep(0.1)  # later than the memory's answer they go into the sheet all the same
        typed(app, *TYPED[4:])
        await with_text(pilot, Editor, lambda screen: screen.writing.text)


async def test_where_nothing_opens_what_was_typed_for_it_does_nothing(desk, monkeypatch):
    def fail(*_):
        raise OSError("the disk is gone")

    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await filled_grid(pilot)
        await keys(pilot, "c")
        monkeypatch.setattr(desk.memory, "standing", fail)
        typed(app, "e", "j", "1", "G")
        await until(pilot, lambda: "the disk is gone" in said(app))
        assert grid.current == 0 and len(grid.look.languages) == 3
        typed(app, "j")
        await until(pilot, lambda: grid.current == 1)


async def test_a_search_in_the_article_takes_all_that_is_typed(desk):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await filled_grid(pilot)
        typed(app, "/", *TYPED)
        line = app.screen.query_one(SearchLine)
        await until(pilot, lambda: line.text == TYPED)
        assert len(app.screen_stack) == 1 + (app.screen_stack[0] is not app.screen)
        typed(app, "escape", "j")
        await until(pilot, lambda: not line.has_focus)
        assert len(grid.look.languages) == 3


@pytest.mark.parametrize(
    ("key", "kind", "text_of"),
    [
        ("slash", LibraryScreen, lambda screen: screen.query_one("#filter").value),
        ("a", AddScreen, lambda screen: "".join(one.value for one in screen.query("#path"))),
        ("f", FoundScreen, lambda screen: "".join(one.value for one in screen.query("#query"))),
    ],
)
async def test_the_lines_of_the_library_take_all_that_is_typed(key, kind, text_of):
    app = ReaderApp(pipeline_factory=lambda: None, library=MemoryLibrary({"rice": rice()}))
    async with app.run_test(size=(120, 40)) as pilot:
        typed(app, {"slash": "/"}.get(key, key), *TYPED)
        await until(pilot, lambda: isinstance(app.screen, kind) and text_of(app.screen) == TYPED)


async def test_a_path_typed_at_once_stands_in_the_export_form(desk):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await filled_grid(pilot)
        typed(app, "x", "tab", *"zz")
        await until(
            pilot,
            lambda: isinstance(app.screen, ExportForm) and "zz" in str(getattr(app.focused, "value", "")),
        )


async def test_leaving_never_waits():
    class Empty(Typeahead):
        pass

    app = Empty()
    async with app.run_test() as pilot:
        app.hold_keys()
        await pilot.press("ctrl+q")
        assert app._exit


async def test_a_burst_opens_and_closes_one_thing_after_the_other(desk):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await filled_grid(pilot)
        typed(app, "j", "/", "x", "escape", "?", "escape", "c", "e", "escape", "k", "G", "g")
        await until(pilot, lambda: grid.current == 0 and grid.column.value == "en")
        assert app.screen.query(SearchLine)


async def test_enter_does_not_overtake_what_was_typed_before_it(desk):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await filled_grid(pilot)
        await keys(pilot, "c", "e")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        typed(app, *"xyz", "enter", "j")
        await until(pilot, lambda: grid.rows[0].cells[Target.EN].text.endswith("xyz"))
        assert not isinstance(app.screen, Editor)


@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
async def test_a_note_and_a_term_are_saved_with_their_last_letters(desk, key):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "N")
        await until(pilot, lambda: isinstance(app.screen, NoteSheet))
        typed(app, *"abc", "ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, NoteSheet))
        assert [mark.note for mark in desk.annotations.stored("rice")] == ["abc"]
        await keys(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, TermForm))
        app.screen.set_values(zh="水稻", en="ric", vi="lúa")
        app.screen._fields["en"].focus()
        await pilot.pause()
        await keys(pilot, "end")
        typed(app, *"ey", key)
        await until(pilot, lambda: desk.glossary.read().get("水稻"))
        assert desk.glossary.read().get("水稻").en == ("ricey",)
