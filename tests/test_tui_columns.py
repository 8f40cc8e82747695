"""Columns moved, resized, chosen, read alone; related items folded; text of one column selected."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, filled, linked, rice

from reader.tui.app import ReaderApp
from reader.tui.bars import ColumnNames
from reader.tui.grid import Grid
from reader.tui.layout import NARROWEST, Geometry
from reader.tui.look import ALL, Language, Look
from reader.tui.related import Related
from reader.tui.ruby import Reading
from reader.tui.search import SearchLine
from reader.tui.selected import Selected
from seeds.article import Kind
from translate.row import Row, Segment
from translate.script import Script

ZH, EN, VI = Language


def make(rows, **more) -> ReaderApp:
    pipeline = ReadyPipeline(rows)
    more.setdefault("article", rice())
    more.setdefault("library", MemoryLibrary({}))
    return ReaderApp(pipeline_factory=lambda: pipeline, **more)


def farmers(count: int = 30) -> list[Row]:
    return [linked(FARMERS_ZH, FARMERS, index) for index in range(count)]


def kinds(*names: Kind) -> list[Row]:
    return [filled(Row(Segment(at, at, kind, f"第{at}句。", at, 0, 4))) for at, kind in enumerate(names)]


def lines_of(app) -> list[str]:
    return ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]


def said(app) -> str:
    found = app.screen.query_one("#said")
    return str(found.render()) if found.display else ""


def widths(grid: Grid) -> dict[Language, int]:
    return {column.language: column.width for column in grid.sheet.geometry.columns}


# Columns


async def test_braces_move_the_current_column_and_hiding_keeps_its_place():
    app = make(farmers())
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        grid.go(7)
        await pilot.press("right_curly_bracket")
        assert grid.look.languages == (EN, ZH, VI) and grid.column is ZH
        assert lines_of(app)[1].split()[0] == "English"
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        assert grid.look.languages == (EN, VI, ZH) and said(app) == "中文 is the last column"
        await pilot.press("3", "3")
        assert grid.look.languages == (EN, VI, ZH)
        await pilot.press("3", "left_curly_bracket")
        assert grid.look.languages == (ZH, EN)
        await pilot.press("3")
        assert grid.look.languages == (ZH, VI, EN) and grid.current == 7


async def test_angles_move_the_divider_beside_the_current_column():
    app = make(farmers())
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        grid.go(7)
        before = widths(grid)
        await pilot.press("greater_than_sign")
        assert widths(grid) == {**before, ZH: before[ZH] + 2, EN: before[EN] - 2}
        await pilot.press("c", "less_than_sign")
        assert widths(grid) == {**before, ZH: before[ZH] + 2, EN: before[EN] - 4, VI: before[VI] + 2}
        for _ in range(60):
            app.simulate_key("less_than_sign")
        await pilot.pause()
        assert widths(grid)[EN] == NARROWEST and said(app) == "The column cannot be narrower"
        await pilot.press("C", "C", "greater_than_sign")  # the last column's divider is that before it
        assert grid.column is VI and widths(grid)[EN] == NARROWEST + 2
        assert grid.current == 7 and grid.first_visible <= 7 <= grid.last_visible


async def test_the_current_column_can_be_read_alone():
    app = make(farmers())
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        grid.go(5)
        await pilot.press("c", "o")
        assert grid.look.languages == (EN,) and "农民" not in "\n".join(lines_of(app))
        await pilot.press("o")
        assert grid.look == ALL and (grid.column, grid.current) == (EN, 5)


async def test_a_divider_in_the_header_can_be_dragged_and_a_name_clicked():
    app = make(farmers())
    async with app.run_test(size=(160, 45)) as pilot:
        grid, names = app.screen.query_one(Grid), app.screen.query_one(ColumnNames)
        before = widths(grid)
        x = lines_of(app)[1].index("│")
        x = cell_len(lines_of(app)[1][:x])
        await pilot.mouse_down(names, offset=(x, 0))
        await pilot.hover(names, offset=(x + 9, 0))
        await pilot.mouse_up(names, offset=(x + 9, 0))
        assert widths(grid) == {**before, ZH: before[ZH] + 9, EN: before[EN] - 9}
        await pilot.hover(names, offset=(x + 20, 0))
        assert widths(grid)[ZH] == before[ZH] + 9
        await pilot.click(names, offset=(150, 0))
        assert grid.column is VI


async def test_stacked_columns_have_no_dividers_but_an_order():
    app = make(farmers())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("greater_than_sign")
        assert said(app) == "The columns are not side by side"
        await pilot.press("right_curly_bracket")
        assert [line[3:5] for line in lines_of(app)[1:4]] == ["en", "zh", "vi"]


looks = st.builds(
    Look,
    st.permutations(list(Language)).map(tuple),
    st.sampled_from([None, Script.SIMPLIFIED, Script.TRADITIONAL]),
    st.sampled_from(list(Reading)),
    st.booleans(),
)


@given(looks, st.integers(1, 400), st.lists(st.integers(1, 500), min_size=3, max_size=3))
def test_any_shares_give_columns_that_fit(look, width, shares):
    look = Look(look.languages, order=look.languages, shares=tuple(shares))
    geometry = Geometry.fit(width, look)
    assert [column.language for column in geometry.columns] == [*look.languages]
    least = 2 if geometry.stacked else NARROWEST
    assert all(column.width >= least for column in geometry.columns)
    if not geometry.stacked:
        edges = [edge for column in geometry.columns for edge in (column.x, column.x + column.width)]
        assert edges == sorted(edges) and edges[-1] <= width


@given(st.integers(100, 300), st.lists(st.tuples(st.integers(0, 1), st.integers(-300, 300)), max_size=9))
def test_a_divider_goes_as_far_as_it_can_and_the_width_stays(width, moves):
    geometry = Geometry.fit(width)
    total = sum(column.width for column in geometry.columns)
    for divider, change in moves:
        before = [column.width for column in geometry.columns]
        geometry = Geometry.fit(width, geometry.divided(divider, change))
        after = [column.width for column in geometry.columns]
        assert sum(after) == total and min(after) >= NARROWEST
        asked = min(max(change, NARROWEST - before[divider]), before[divider + 1] - NARROWEST)
        assert after[divider] - before[divider] == asked


@given(looks, st.sets(st.sampled_from(Language), max_size=2))
def test_a_look_is_kept_in_words(look, hidden):
    look = Look(look.languages, look.script, look.reading, look.below, order=look.languages)
    for language in hidden:
        look = look.toggled(language)
    assert Look.restored(look.saved()) == look


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"columns": "", "order": "zh zh", "widths": "1 2", "script": "?", "reading": "x"},
        {"columns": "de", "widths": "0 1 2"},
        {"widths": "9" * 9000 + " 1 1"},
    ],
)
def test_a_look_that_makes_no_sense_is_the_usual_one(saved):
    assert Look.restored(saved) == ALL


# Related items

BODY, TITLE, RELATED = Kind.BODY, Kind.RELATED_TITLE, Kind.RELATED_BODY


async def test_related_items_are_one_row_until_unfolded():
    app = make(kinds(BODY, BODY, TITLE, RELATED, RELATED))
    async with app.run_test(size=(160, 30)) as pilot:
        grid = app.screen.query_one(Grid)
        folded = [line for line in lines_of(app) if "▸" in line]
        assert len(folded) == 1 and folded[0].strip() == "▸ 相关 · Related · Liên quan: 3 segments"
        assert "第3句" not in "\n".join(lines_of(app))
        await pilot.press("G")
        assert grid.current == 2
        await pilot.press("j")
        assert grid.current == 2
        for key in ("enter", "space"):
            await pilot.press(key)
            assert "第3句" in "\n".join(lines_of(app)) and grid.current == 2
            await pilot.press("j", "enter")
            assert "第3句" not in "\n".join(lines_of(app)) and grid.current == 2


async def test_rows_after_folded_ones_are_next():
    app = make(kinds(BODY, TITLE, RELATED, BODY))
    async with app.run_test(size=(160, 30)) as pilot:
        grid = app.screen.query_one(Grid)
        steps = []
        for key in "jjkkkG":
            await pilot.press(key)
            steps.append(grid.current)
        assert steps == [1, 3, 1, 0, 0, 3]


async def test_a_click_unfolds_and_folds():
    app = make(kinds(BODY, TITLE, RELATED))
    async with app.run_test(size=(160, 30)) as pilot:
        grid = app.screen.query_one(Grid)
        for mark in "▸▾":
            y = next(at for at, line in enumerate(lines_of(app)) if mark in line)
            await pilot.click(Grid, offset=(10, y - grid.region.y))
            assert ("第2句" in "\n".join(lines_of(app))) == (mark == "▸")


async def test_a_search_finds_what_is_folded():
    app = make(kinds(BODY, TITLE, RELATED, RELATED))
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("slash")
        app.screen.query_one(SearchLine).value = "第3句"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(Grid).current == 3 and "第3句" in "\n".join(lines_of(app))


async def test_a_place_within_related_items_is_opened_as_it_was_left():
    library = MemoryLibrary({"a": rice()}, positions={"a": 3})
    app = make(kinds(BODY, TITLE, RELATED, RELATED), library=library, item_id="a")
    async with app.run_test(size=(160, 30)):
        assert app.screen.query_one(Grid).current == 3 and "第3句" in "\n".join(lines_of(app))


@given(st.lists(st.sampled_from([BODY, TITLE, RELATED]), max_size=30), st.data())
def test_folded_rows_are_passed_over(names, data):
    related = Related(kinds(*names))
    if not names:
        return
    row = data.draw(st.integers(0, len(names) - 1))
    for step in (1, -1):
        there = related.reachable(row, step)
        assert 0 <= there < len(names)
        run = related.run_of(there)
        assert run is None or run[0] == there
    if BODY not in names:
        assert not related.is_folded(row)


# Selecting


async def drag(pilot, begin: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(Grid, offset=begin)
    await pilot._post_mouse_events([events.MouseMove], Grid, end, button=1)
    await pilot.mouse_up(Grid, offset=end)
    await pilot.pause()


def spot(app, word: str, line: int = 0) -> tuple[int, int]:
    """Where a word begins in the grid, for the nth time."""
    found = [(at, text) for at, text in enumerate(lines_of(app)) if word in text]
    at, text = found[line]
    return cell_len(text[: text.index(word)]), at - app.screen.query_one(Grid).region.y


async def test_dragging_selects_text_of_the_column_where_it_began():
    app = make(farmers(3))
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        begin = spot(app, "harvested")
        await drag(pilot, begin, (150, spot(app, "Farmers", 2)[1]))  # far into another column
        text = "harvested rice in Can Tho City yesterday.\nFarmers harvested rice in Can Tho City yesterday."
        assert grid.selected is not None and grid.selected.language is EN
        assert grid.selected.text(grid.rows, grid.look).startswith(text)
        assert "农" not in grid.selected.text(grid.rows, grid.look)
        await pilot.press("y")
        assert app.clipboard.startswith(text)
        await pilot.press("escape")
        assert grid.selected is None


async def test_ctrl_c_copies_what_is_selected_backwards_too():
    app = make(farmers(3))
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("ctrl+c")
        assert said(app).startswith("Nothing is selected")
        x, y = spot(app, "收获")
        await drag(pilot, (x + 3, y), (spot(app, "农民")[0], y))
        await pilot.press("ctrl+c")
        assert app.clipboard == "农民昨天在芹苴市收获"
        await pilot.press("j")
        assert grid.selected is None


async def test_a_click_selects_nothing_and_y_copies_the_cell_of_the_column():
    app = make(farmers(3))
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.click(Grid, offset=spot(app, "Hôm qua", 1))
        assert (grid.selected, grid.column, grid.current) == (None, VI, 1)
        await pilot.press("Y")
        assert app.clipboard == "Hôm qua nông dân thu hoạch lúa ở thành phố Cần Thơ."


def test_what_is_selected_keeps_paragraphs_apart():
    rows = [linked(FARMERS_ZH, FARMERS, index) for index in range(2)]
    one = Selected(ZH, (0, 3), (1, 1))
    assert one.text(rows, ALL) == "天在芹苴市收获了水稻。\n农民"
    assert Selected(ZH, (1, 1), (0, 3)).text(rows, ALL) == one.text(rows, ALL)
    assert one.within(5) == (0, 0)
