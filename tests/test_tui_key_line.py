"""The line of keys at the foot, and the list of keys, in whatever room there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset
from tui_desk import app_with, desk_in, filled_grid, keys, screen_text, until
from tui_fakes import resized

from reader.tui.help import HelpScreen, in_lines
from reader.tui.keys import Keys
from reader.tui.search import SearchLine
from reader.tui.term_form import TermForm


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


def foot(app) -> str:
    return screen_text(app).split("\n")[-1]


async def test_a_click_on_a_key_presses_it(desk):
    app = app_with(desk)
    async with app.run_test(size=(160, 30)) as pilot:
        await filled_grid(pilot)
        line = app.screen.query_one(Keys)
        start = next(start for start, _, key in line._places if key.action == "add")
        await pilot.click(Keys, offset=Offset(start + 1, 0))
        await until(pilot, lambda: isinstance(app.screen, TermForm))
        await keys(pilot, "escape")
        await pilot.click(Keys, offset=Offset(line.size.width - 4, 0))
        await until(pilot, lambda: type(app.screen).__name__ == "CommandPalette")


async def test_the_key_pointed_at_is_explained_and_its_neighbour_is_not(desk):
    app = app_with(desk)
    async with app.run_test(size=(160, 30)) as pilot:
        await filled_grid(pilot)
        line = app.screen.query_one(Keys)
        places = {key.action: start for start, _, key in line._places}
        await pilot.hover(Keys, offset=Offset(places["add"] + 1, 0))
        await until(
            pilot, lambda: line.tooltip == "Add what is lit up or selected to your glossary, or correct it"
        )
        await pilot.hover(Keys, offset=Offset(places["edit"] + 1, 0))
        await until(pilot, lambda: line.tooltip is None)


async def test_other_keys_are_shown_where_the_focus_is_elsewhere(desk):
    app = app_with(desk)
    async with app.run_test(size=(160, 30)) as pilot:
        await filled_grid(pilot)
        assert "Next term" in foot(app)
        await keys(pilot, "slash")
        await until(pilot, lambda: app.screen.query_one(SearchLine).has_focus and "Next match" in foot(app))
        assert "⏎ Next match" in foot(app) and "Next term" not in foot(app)
        await keys(pilot, "escape")
        await until(pilot, lambda: "Next term" in foot(app))


async def test_the_list_of_keys_cuts_no_key_where_there_is_little_room(desk):
    app = app_with(desk)
    async with app.run_test(size=(160, 60)) as pilot:
        await filled_grid(pilot)
        await resized(pilot, 34, 60)
        await keys(pilot, "question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await until(pilot, lambda: "Page up" in screen_text(app))
        lines = screen_text(app).split("\n")
        at = next(number for number, line in enumerate(lines) if "Page up" in line)
        assert "shift+space" in lines[at] and lines[at + 1].strip() == "pgup"


@given(
    st.lists(st.sampled_from(["j", "shift+space", "pgup", "↓", "ctrl+q", "⏎"]), min_size=1),
    st.integers(1, 40),
)
def test_names_of_keys_keep_to_their_width(names, width):
    lines = in_lines("  ".join(names), width)
    assert all(cell_len(line) <= width for line in lines)
    if width >= 11:
        assert "  ".join(lines).split() == names
