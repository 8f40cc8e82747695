"""Flags, copying, languages shown and hidden, and the script of the Chinese."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, article, linked, rice

from reader.script import in_script
from reader.tui.app import ReaderApp
from reader.tui.bars import ColumnNames
from reader.tui.flags import reasons
from reader.tui.grid import Grid
from reader.tui.help import keys_of
from reader.tui.layout import Geometry
from reader.tui.look import ALL, Language, Look
from reader.tui.search import SearchLine
from reader.tui.shelf import Shelf
from seeds.article import Kind
from translate.row import Row, Segment
from translate.script import Script

ZH, EN, VI = Language


def farmers(index: int = 0, **flags: str) -> Row:
    return linked(FARMERS_ZH, FARMERS, index, **flags)


def make(rows, **more) -> ReaderApp:
    pipeline = ReadyPipeline(rows)
    more.setdefault("article", rice())
    more.setdefault("library", MemoryLibrary({}))
    return ReaderApp(pipeline_factory=lambda: pipeline, **more)


def screen_text(app) -> str:
    return "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())


def said(app) -> str:
    found = app.screen.query_one("#said")
    return str(found.render()) if found.display else ""


def flagged() -> list[Row]:
    return [
        farmers(),
        farmers(1, en="number", vi="number"),
        farmers(2),
        farmers(3, vi="name [odd]"),
        farmers(4),
    ]


def test_reasons_are_in_words():
    rows = flagged()
    assert reasons(rows[1]) == "a number may be missing or wrong (English, Tiếng Việt)"
    assert reasons(rows[3]) == (
        "a name was rendered by rule, not from the glossary (Tiếng Việt); [odd] (Tiếng Việt)"
    )


async def test_brackets_go_from_flag_to_flag_and_say_why():
    app = make(flagged())
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("right_square_bracket")
        assert grid.current == 1
        assert said(app) == "⚑ a number may be missing or wrong (English, Tiếng Việt)"
        await pilot.press("right_square_bracket")
        assert grid.current == 3 and "[odd]" in said(app)
        await pilot.press("right_square_bracket")
        assert (grid.current, said(app)) == (3, "No further flag")
        await pilot.press("left_square_bracket")
        assert grid.current == 1 and "number" in said(app)
        await pilot.press("j")
        assert said(app) == ""  # it was about another row


async def test_a_row_is_copied_as_it_is_seen():
    row = linked(("頭髮", "。"), {}, 0)
    app = make([farmers(), row])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("y")
        assert app.clipboard.split("\n") == [
            "农民昨天在芹苴市收获了水稻。",
            "Farmers harvested rice in Can Tho City yesterday.",
            "Hôm qua nông dân thu hoạch lúa ở thành phố Cần Thơ.",
        ]
        assert said(app) == "Row 1 copied"
        await pilot.press("t", "j", "y")
        assert app.clipboard == "头发。"


@pytest.mark.parametrize("size", [(160, 45), (90, 30), (60, 20), (20, 6)])
async def test_digits_show_and_hide_languages_but_one_stays(size):
    app = make([farmers(index) for index in range(30)])
    async with app.run_test(size=size) as pilot:
        grid = app.screen.query_one(Grid)
        grid.go(7)
        await pilot.press("1")
        assert "农民" not in screen_text(app) and "Farmers" in screen_text(app)
        await pilot.press("3")
        assert "Hôm" not in screen_text(app) and grid.look.languages == (EN,)
        await pilot.press("2")
        assert grid.look.languages == (EN,) and said(app).startswith("One language")
        await pilot.press("1", "2")
        assert "农民" in screen_text(app) and "Farmers" not in screen_text(app)
        await pilot.press("2", "3")
        assert grid.look == ALL
        assert grid.current == 7 and grid.first_visible <= 7 <= grid.last_visible


async def test_names_stand_above_the_columns_there_are():
    app = make([farmers()])
    async with app.run_test(size=(90, 30)) as pilot:
        names = app.screen.query_one(ColumnNames)
        assert not names.display  # three texts of 90 cells are stacked
        await pilot.press("2")
        await pilot.pause()
        assert names.display
        line = screen_text(app).split("\n")[1]
        assert "中文" in line and "Tiếng Việt" in line and "English" not in line
        await pilot.press("2")
        assert not names.display


async def test_a_search_goes_through_the_languages_shown():
    app = make([farmers(index) for index in range(3)])
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("slash")
        app.screen.query_one(SearchLine).value = "lua"
        await pilot.press("enter", "escape")
        assert grid.found.at[:2] == (0, 2)
        await pilot.press("1")  # it is the second column now
        assert grid.found.at is None
        await pilot.press("f3", "f3")
        assert grid.found.at[:2] == (1, 1)
        await pilot.press("3", "f3")
        assert said(app) == "Not found: lua"


async def test_letters_typed_into_a_search_are_letters():
    app = make([farmers()])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("slash", *"t1y]")
        assert app.screen.query_one(SearchLine).text == "t1y]"
        assert app.screen.query_one(Grid).look == ALL


async def test_t_turns_the_script_and_offsets_stay_right():
    zh = ("越南", "农业", "发展", "与", "芹苴市", "。")
    app = make([linked(zh, {}, 0), linked(("頭髮", "與", "皇后", "。"), {}, 1)])
    async with app.run_test(size=(160, 45)) as pilot:
        shows = []
        for _ in range(4):
            text = screen_text(app)
            shows.append(
                ("越南农业发展与芹苴市" in text, "越南農業發展與芹苴市" in text, "头发与皇后" in text)
            )
            await pilot.press("t")
        assert shows == [(1, 0, 0), (1, 0, 1), (0, 1, 0), (1, 0, 0)]
        grid = app.screen.query_one(Grid)
        assert grid.look.script is Script.SIMPLIFIED and said(app) == "Chinese: Simplified"
        await pilot.press("t", "n", "n")
        assert said(app) == "Chinese: Traditional"
        assert "芹苴市" in screen_text(app)
        for query in ("农业", "農業"):  # as it is stored, as it is seen
            await pilot.press("slash")
            app.screen.query_one(SearchLine).value = query
            await pilot.press("enter", "escape")
            await pilot.pause()
            assert grid.found.at == (0, 0, 2)


@given(
    st.text(
        st.sampled_from("头发干后面里云台湾鼠标软件髮乾後裡雲滑\x00\ud800a，") | st.characters(), max_size=40
    )
)
def test_a_script_never_changes_the_length(text):
    for script in (None, *Script):
        assert len(in_script(text, script)) == len(text)


def test_each_script_reads_as_it_should():
    assert in_script("头发与皇后、面条、乾隆", Script.TRADITIONAL) == "頭髮與皇后、麪條、乾隆"
    assert in_script("頭髮與皇后", Script.SIMPLIFIED) == "头发与皇后"
    assert in_script("頭髮", None) == "頭髮"


@given(st.integers(1, 300), st.sets(st.sampled_from(Language), min_size=1))
def test_columns_never_overlap_or_leave_the_screen(width, shown):
    look = Look(tuple(language for language in Language if language in shown))
    geometry = Geometry.fit(width, look)
    assert [column.language for column in geometry.columns] == [*look.languages]
    assert all(column.width >= 2 for column in geometry.columns)
    if width > 8:
        assert max(column.x + column.width for column in geometry.columns) <= width
    if not geometry.stacked:
        edges = [edge for column in geometry.columns for edge in (column.x, column.x + column.width)]
        assert edges == sorted(edges)


async def test_the_next_article_is_shown_in_the_same_way():
    library = MemoryLibrary({"a": article([(Kind.TITLE, ["甲"])]), "b": article([(Kind.TITLE, ["乙"])])})
    app = make([farmers()], library=library, article=None, notice="These are samples [b]")
    async with app.run_test(size=(160, 45)) as pilot:
        assert "These are samples [b]" in screen_text(app)
        await pilot.press("enter", "2", "t", "q")
        assert isinstance(app.focused, Shelf) and said(app) == ""
        await pilot.press("j", "enter")
        assert app.screen.query_one(Grid).look == Look((ZH, VI), Script.SIMPLIFIED)
        assert "English" not in screen_text(app)


@pytest.mark.parametrize("how", [{}, {"article": None, "item_id": "a"}])
async def test_a_notice_is_the_first_thing_said(how):
    library = MemoryLibrary({"a": rice()})
    app = make([farmers()], library=library, notice="The table was made anew", **how)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        assert said(app) == "The table was made anew"
        await pilot.press("escape")
        assert said(app) == ""


async def test_every_key_is_in_the_help():
    app = make([Row(Segment(0, 0, Kind.BODY, "好。", 0, 0, 2))])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        keys = {key for names, _ in keys_of(app.screen) for key in names.split("  ")}
        assert {"n", "p", "→", "←", "]", "[", "1", "2", "3", "t", "y", "/", "?", "q"} <= keys
        assert all(text[0].isupper() for _, text in keys_of(app.screen))
