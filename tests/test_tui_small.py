"""Small terminals: nothing cut in two, and what one types is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import OptionList
from tui_desk import app_with, desk_in, filled_grid, keys, screen_text, until
from tui_fakes import MemoryLibrary, resized

from reader.preferences import Preferences
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.editing import Editor
from reader.tui.export_form import ExportForm
from reader.tui.keys import Keys, fitting
from reader.tui.library import LibraryItem
from reader.tui.term_form import TermForm
from reader.tui.term_places import OccurrencesScreen

SIZES = [(160, 45), (100, 30), (80, 24), (60, 20), (40, 12), (20, 6)]


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


@given(st.lists(st.integers(1, 20), max_size=12), st.integers(0, 100))
def test_the_keys_shown_fit_and_the_last_ones_come_first(widths, room):
    kept = fitting(widths, room)
    assert sum(width for width, is_kept in zip(widths, kept, strict=True) if is_kept) <= room
    if sum(widths[-2:]) <= room:
        assert all(kept[-2:])
    if sum(widths) <= room:
        assert all(kept)


@pytest.mark.parametrize("language", ["en", "vi", "zh"])
async def test_no_key_at_the_foot_is_cut(desk, language):
    app = app_with(desk, preferences=Preferences(Settings(language=language)))
    async with app.run_test(size=SIZES[0]) as pilot:
        await filled_grid(pilot)
        for width, height in [*SIZES, (50, 10), (33, 10), SIZES[0]]:
            await resized(pilot, width, height)
            await pilot.pause()
            foot = screen_text(app).split("\n")[-1]
            shown = app.screen.query_one(Keys).shown
            for key in shown:
                assert f"{key.name} {key.words}" in " ".join(foot.split()), (width, foot)
            assert any(key.action == "leave" for key in shown)
        assert len(shown) > 5


@pytest.mark.parametrize("size", SIZES[3:])
async def test_what_one_types_is_seen(desk, size):
    app = app_with(desk)
    async with app.run_test(size=size) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "c", "j", "e")
        await until(pilot, lambda: isinstance(app.screen, Editor))
        for key in "xyz":
            app.simulate_key(key)
        await until(pilot, lambda: "xyz" in screen_text(app))
        app.screen.dismiss(None)
        await pilot.pause()
        await keys(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, TermForm))
        await pilot.press(*"ww")
        await until(pilot, lambda: "ww" in screen_text(app))
        await pilot.press("escape")
        await keys(pilot, "x")
        await until(pilot, lambda: isinstance(app.screen, ExportForm))
        await pilot.press("tab", "end", *"uu")
        await until(pilot, lambda: "uu" in screen_text(app))


@pytest.mark.parametrize("size", SIZES[:-1])
async def test_each_place_of_a_term_takes_one_line(desk, size):
    app = app_with(desk)
    async with app.run_test(size=size) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "n", "enter")
        await until(pilot, lambda: isinstance(app.screen, OccurrencesScreen))
        places = app.screen.query_one(OptionList)
        assert places.option_count > 5
        assert places.virtual_size.height == places.option_count


async def test_the_types_of_terms_are_in_the_language(desk):
    app = app_with(desk, preferences=Preferences(Settings(language="vi")))
    async with app.run_test(size=(100, 40)) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, TermForm))
        assert "‹ thuật ngữ ›" in screen_text(app)


@pytest.mark.parametrize("size", [(160, 45), (100, 30)])
async def test_titles_stand_side_by_side_without_holes(size):
    class One(MemoryLibrary):
        def items(self):
            return [LibraryItem("a", "越南", "Vietnam", "2025-01-01", 5, 0, title_vi="Việt Nam")]

    app = ReaderApp(pipeline_factory=lambda: None, library=One({}))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Vietnam · Việt Nam" in screen_text(app)
        assert all(cell_len(line) == size[0] for line in screen_text(app).split("\n"))
