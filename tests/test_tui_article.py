"""The article screen, driven by keys and the mouse."""

import sys
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from textual import events

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FakePipeline, MemoryLibrary, article, resized, rice
from tui_still import until

from reader.tui.app import ReaderApp
from reader.tui.card import Card
from reader.tui.grid import Grid
from reader.tui.help import HelpScreen
from reader.tui.search import SearchLine
from seeds.article import Kind

WIDE = (160, 45)


def make(text=None, pipeline=None, library=None, item_id=None):
    pipeline = pipeline or FakePipeline(batch=50)
    return ReaderApp(
        pipeline_factory=lambda: pipeline,
        library=library or MemoryLibrary({}),
        article=text or rice(),
        item_id=item_id,
    )


async def ready(pilot):
    """Wait until all is translated and painted."""
    grid = pilot.app.screen.query_one(Grid)
    await until(pilot, lambda: all(row.cells for row in grid.rows))
    return grid


async def burst(pilot, *keys):
    """Keys sent at once: Pilot waits a tenth of a second after each."""
    for key in keys:
        pilot.app.simulate_key(key)
    await pilot.pause()
    await pilot.pause()


def screen_text(app) -> list[str]:
    return ["".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()]


def said(app) -> str:
    return str(app.screen.query_one("#said").render())


def card(app) -> str | None:
    found = app.screen.query_one(Card)
    return str(found.render()) if found.display else None


def line_of_current(grid) -> int:
    return grid.sheet.heights.offset(grid.current) - grid.scroll_offset.y


async def test_rows_fill_in_side_by_side():
    pipeline = FakePipeline(held=True)
    app = make(pipeline=pipeline)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert any("…" in line for line in screen_text(app))
        pipeline.held = False
        await ready(pilot)
        text = screen_text(app)
        assert "row 1/47 · 100 % translated" in text[0]
        line = next(line for line in text if "In the first eight months" in line)
        assert "越南" in line and "Trong tám tháng" in line
        assert any("⚑" in line and "number" in line for line in text)
        assert text[3].startswith("▌  越南大米")


async def test_keys_move_the_current_row_and_keep_it_in_view():
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        last = len(grid.rows) - 2  # the related items are folded into one line
        for keys, row in [
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("k", 0),
            ("G", last),
            ("j", last),
            ("g", 0),
        ]:
            await pilot.press(keys)
            assert grid.current == row
            assert 0 <= line_of_current(grid) < grid.size.height
        await pilot.press("end")
        assert grid.current == last
        assert grid.scroll_offset.y == grid.max_scroll_y
        await pilot.press("home")
        assert (grid.current, grid.scroll_offset.y) == (0, 0)


async def test_pages_show_everything_once_with_a_line_in_common():
    app = make()
    async with app.run_test(size=(120, 20)) as pilot:
        grid = await ready(pilot)
        seen = list(grid._view)
        while grid.scroll_offset.y < grid.max_scroll_y:
            grid.action_page(1)
            await pilot.pause()
            assert grid.first_visible <= grid.current <= grid.last_visible
            at_end = grid.scroll_offset.y == grid.max_scroll_y
            assert at_end or grid._view[0] == seen[-1]
            seen.extend(line for line in grid._view if line not in seen)
        assert seen == [
            (row, line) for row in range(len(grid.rows)) for line in range(grid.sheet.heights[row])
        ]
        await pilot.press("pagedown")
        assert grid.current == len(grid.rows) - 2  # related items, folded
        await pilot.press("pageup")
        assert grid.first_visible < grid.last_visible < len(grid.rows) - 1
        for _ in range(60):
            grid.action_page(-1)
        assert (grid.current, grid.scroll_offset.y) == (0, 0)


async def test_a_row_taller_than_the_view_is_read_line_by_line():
    text = article([(Kind.BODY, ["越南大米" * 200 + "。"]), (Kind.BODY, ["完。"])])
    app = make(text)
    async with app.run_test(size=(40, 10)) as pilot:
        grid = await ready(pilot)
        seen = set()
        for _ in range(60):
            seen.update(grid._view)
            if grid.current == 1:
                break
            grid.action_row(1)
            await pilot.pause()
        assert {line for row, line in seen if row == 0} == set(range(grid.sheet.heights[0]))
        await pilot.press("k")
        assert grid.current == 0 and line_of_current(grid) < 0


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
async def test_hovering_a_term_after_chinese_text_shows_its_card(size):
    app = make()
    async with app.run_test(size=size) as pilot:
        grid = await ready(pilot)
        y = next(y for y, (row, line) in enumerate(grid._view) if row == 1 and line == 1)
        text = screen_text(app)[grid.region.y + y]
        before = text[: text.index("越南")]
        x = cell_len(before)
        for at in (x, x + 3):  # both its characters, and either half of them
            await pilot.hover(Grid, offset=(at, y))
            await pilot.pause()
            shown = card(app)
            assert shown is not None
            for part in ("越南", "place", "Vietnam", "Việt Nam", "made up", "glossary"):
                assert part in shown
        await pilot.hover(Grid, offset=(x - 1, y))
        await pilot.pause()
        assert card(app) is None
        y = next(y for y, text in enumerate(screen_text(app)) if "exported" in text) - grid.region.y
        text = screen_text(app)[grid.region.y + y]
        en = text.index("6.3 million")
        await pilot.hover(Grid, offset=(cell_len(text[:en]) + 8, y))
        await pilot.pause()
        assert card(app).startswith("630万吨")
        await pilot.hover("#bar")
        await pilot.pause()
        assert card(app) is None


async def test_stepping_through_terms_moves_the_row_and_the_card():
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        steps = []
        for _ in range(4):
            await pilot.press("n")
            await pilot.pause()
            steps.append((grid.current, card(app).split("\n")[0]))
        assert steps == [(0, "越南"), (1, "越南"), (1, "630万吨"), (2, "芹苴市")]
        await pilot.press("p")
        await pilot.pause()
        assert (grid.current, card(app).split("\n")[0]) == (1, "630万吨")
        place = app.screen.query_one(Card).region
        below = grid.region.y + line_of_current(grid) + grid.sheet.heights[1]
        assert place.y == below  # the row itself is not covered
        await pilot.press("escape")
        await pilot.pause()
        assert card(app) is None
        for _ in range(200):
            grid.action_term(1)
        await pilot.pause()
        assert said(app) == "No further term"
        assert app.screen.size.height >= app.screen.query_one(Card).region.bottom


async def test_search_in_all_columns_without_diacritics():
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        await pilot.press("slash")
        app.screen.query_one(SearchLine).value = "HANOI"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(SearchLine).value == "HANOI"
        places = []
        for _ in range(3):
            await pilot.pause()
            places.append(grid.found.at[:2])
            await pilot.press("enter")
        assert {column for _, column in places} == {1}
        await pilot.press("escape")
        assert not app.screen.query_one(SearchLine).display
        assert app.focused is grid
        row = grid.found.at[0]
        await pilot.press("shift+f3")
        await pilot.pause()
        assert grid.found.at[0] < row
        await pilot.press("f3")
        await pilot.pause()
        assert grid.found.at[0] == row == grid.current
        await pilot.press("escape")
        assert not grid.found.folded


@pytest.mark.parametrize(("query", "column"), [("河内", 0), ("HÀ NỘI", 2), ("ha\u0300 no\u0323\u0302i", 2)])
async def test_search_takes_any_form(query, column):
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        await pilot.press("slash")
        app.screen.query_one(SearchLine).value = query
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert grid.found.at is not None and grid.found.at[1] == column
        app.screen.query_one(SearchLine).value = "nowhere"
        await pilot.press("enter")
        await pilot.pause()
        assert said(app) == "Not found: nowhere"


async def test_a_burst_of_keys_from_a_vietnamese_input_method_stays_in_order():
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        line = app.screen.query_one(SearchLine)
        for key, char in [("h", "h"), ("a", "a"), ("backspace", "\x7f"), ("ạ", "ạ"), ("n", "n"), ("h", "h")]:
            app.post_message(events.Key(key, char))
        await pilot.pause()
        await pilot.pause()
        assert line.text == "hạnh"


async def test_help_lists_exactly_the_bindings_there_are():
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        bindings = {active.binding.description for active in app.screen.active_bindings.values()}
        keys = {
            app.get_key_display(active.binding)
            for active in app.screen.active_bindings.values()
            if not active.binding.system
        }
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        text = "\n".join(screen_text(app))
        for description in (
            "Next row",
            "Last row",
            "Previous term",
            "Search",
            "Next match",
            "Keys",
            "Back",
            "Quit",
        ):
            assert description in bindings and description in text
        listed = {key for names, _ in app.screen._keys for key in names.split("  ")}
        assert keys <= listed
        assert not {"b", "a", "e"} & listed  # kept for later
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("size", [(80, 24), (20, 6), (2, 1)])
async def test_the_current_row_survives_any_size(size):
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        await burst(pilot, "G", *"kkkkkkk")
        row = grid.current
        await resized(pilot, *size)
        await pilot.pause()
        await pilot.pause()
        assert grid.current == row
        if grid.size.height > 0:
            assert grid.first_visible <= row <= grid.last_visible
        await burst(pilot, "j", "space", "n", "slash", "escape", "question_mark", "escape", "g")
        await resized(pilot, *WIDE)
        await pilot.pause()
        assert grid.current == 0


async def test_narrow_rows_are_stacked_with_labels():
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        text = [line[3:6] for line in screen_text(app)[1:4]]
        assert text == ["zh ", "en ", "vi "]


async def test_markup_and_escapes_show_as_they_are():
    text = article([(Kind.TITLE, ["[b]题[/b] [@click=app.bell]"]), (Kind.BODY, ["a\x1b[31mb\x07 \u202ec"])])
    app = make(text)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        lines = screen_text(app)
        assert "[b]题[/b] [@click=app.bell]" in lines[0]
        assert any("[b]题[/b] [@click=app.bell]" in line for line in lines[1:])
        assert any("a␛[31mb␇ ·c" in line for line in lines)


async def test_what_fills_in_above_does_not_move_what_is_read():
    app = make(rice(60), pipeline=FakePipeline(delay=0.02, batch=3))
    async with app.run_test(size=(120, 30)) as pilot:
        grid = app.screen.query_one(Grid)
        await burst(pilot, "G", "k", "k", "k")
        place = line_of_current(grid)
        row = grid.current
        await ready(pilot)
        await until(pilot, lambda: grid.sheet.heights.next_estimate() is None)
        assert grid.current == row
        assert abs(line_of_current(grid) - place) <= 1
        assert app.screen._translation._pipeline.firsts[-1] > 0  # it has turned to where one reads
        assert grid.virtual_size.height == sum(grid.sheet.laid(r).height for r in range(len(grid.rows)))


async def test_an_error_of_the_engine_is_one_line():
    app = make(pipeline=FakePipeline(error="the model\nis damaged", batch=2))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: said(app))
        assert said(app) == "Translation stopped: the model is damaged"
        await pilot.press("j")
        assert app.screen.query_one(Grid).current == 1


async def test_leaving_stops_the_translation():
    ended = Event()

    class Watched(FakePipeline):
        def fill(self, *arguments, **more):
            try:
                yield from super().fill(*arguments, **more)
            finally:
                ended.set()

    pipeline = Watched(delay=0.05, batch=1)
    app = make(rice(200), pipeline=pipeline)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: pipeline.yielded)
        await pilot.press("q")
    assert ended.wait(60)
    assert 0 < pipeline.yielded < 400


async def test_the_place_is_saved_and_found_again():
    library = MemoryLibrary({"rice": rice()})
    app = make(library=library, item_id="rice")
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await burst(pilot, *"jjjjj")
        assert library.saves == 0  # not at every key
        await pilot.press("ctrl+q")
    assert library.positions == {"rice": 5}
    assert library.totals == {"rice": 47}
    app = make(library=library, item_id="rice")
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        assert grid.current == 5


async def test_the_mouse_wheel_takes_the_current_row_along():
    app = make()
    async with app.run_test(size=(120, 20)) as pilot:
        grid = await ready(pilot)
        for _ in range(8):
            grid._scroll_down_for_pointer(animate=False)
            await pilot.pause()
        assert grid.scroll_offset.y > 0
        assert grid.first_visible <= grid.current <= grid.last_visible
        await pilot.click(Grid, offset=(5, 10))
        assert grid.current == grid._view[10][0]


async def test_an_empty_article_is_no_trouble():
    app = make(article([]))
    async with app.run_test(size=WIDE) as pilot:
        await burst(
            pilot, *"jknpGg", "space", "pageup", "f3", "escape", "slash", "x", "enter", "escape", "escape"
        )
        await resized(pilot, 60, 20)
        await pilot.pause()
        assert "row 0/0" in screen_text(app)[0]


async def test_no_colour_where_none_is_wanted(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("n")
        for strip in app.screen._compositor.render_strips():
            for segment in strip.apply_filter(app._filters[-1], app.screen.styles.background):
                for colour in (segment.style.color, segment.style.bgcolor):
                    triplet = colour.get_truecolor() if colour else None
                    assert triplet is None or triplet.red == triplet.green == triplet.blue


@pytest.mark.parametrize("theme", ["textual-light", "nord"])
async def test_a_change_of_theme_keeps_the_row(theme):
    app = make()
    async with app.run_test(size=WIDE) as pilot:
        grid = await ready(pilot)
        await burst(pilot, *"jjj")
        background = grid.background_colors[1]
        app.theme = theme
        await pilot.pause()
        assert grid.current == 3
        y = grid.region.y + line_of_current(grid)
        painted = app.screen._compositor.render_strips()[y + 1]
        assert painted._segments[0].style.bgcolor is not None
        assert grid.background_colors[1] != background


async def test_a_library_that_cannot_save_is_one_line():
    class Full(MemoryLibrary):
        def save_position(self, item_id, segment, total):
            raise OSError("disk full")

    app = make(library=Full({}), item_id="rice")
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await burst(pilot, "j")
        app.screen._stopped.save()
        await pilot.pause()
        assert said(app) == "The place could not be saved: disk full"
        await pilot.press("ctrl+q")
    assert app.return_code == 0
