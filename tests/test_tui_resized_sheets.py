"""Sheets that are open while the terminal gets another size: what one is typing stays in view."""

import pytest
from tui_desk import app_with, desk_in, filled_grid, keys, screen_text, until
from tui_fakes import resized

from reader.tui.editing import Editor
from reader.tui.note_sheet import NoteSheet
from reader.tui.term_form import TermForm


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


@pytest.mark.parametrize(("opening", "kind"), [(("c", "e"), Editor), (("N",), NoteSheet), (("a",), TermForm)])
async def test_what_was_typed_last_stays_in_view(desk, opening, kind):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "j", *opening)
        await until(pilot, lambda: isinstance(app.screen, kind))
        for key in "wxyz":
            app.simulate_key(key)
        await until(pilot, lambda: "wxyz" in screen_text(app))
        for width, height in ((40, 12), (20, 6), (120, 40), (20, 6)):
            await resized(pilot, width, height)
            await until(pilot, lambda: "wxyz" in screen_text(app))
