"""What a search found is lit up where one arrives, until the next step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_help import make, put, settle, text_of, three_articles
from rich.style import Style
from tui_fakes import FakePipeline, MemoryLibrary, ReadyPipeline, article, linked, resized, rice

from reader.cli.bookshelf import Bookshelf
from reader.tui.app import ReaderApp
from reader.tui.article_screen import ArticleScreen
from reader.tui.found_screen import FoundScreen
from reader.tui.grid import Grid
from reader.tui.library import Hit, LibraryItem, Passage
from reader.tui.look import Language
from reader.tui.palette import overlay
from reader.tui.sought import Sought
from seeds.article import Kind
from translate.row import Target


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Bookshelf]:
    with three_articles(tmp_path) as shelf:
        yield shelf


def lit(app) -> list[str]:
    """The texts on the colour of what is searched for."""
    grid = app.screen.query_one(Grid)
    match = overlay(grid, "grid--match")
    strips = app.screen._compositor.render_strips()
    return [s.text for line in strips for s in line if (s.style or Style()).bgcolor == match.bgcolor]


async def jumped(pilot, text: str) -> Grid:
    """Search all articles and open the first segment found."""
    app = pilot.app
    await pilot.press("f")
    await settle(pilot, lambda: isinstance(app.screen, FoundScreen))
    put(app, text)
    await settle(pilot, lambda: " found" in text_of(app))
    await pilot.press("enter", "enter")
    await settle(pilot, lambda: isinstance(app.screen, ArticleScreen) and "Sentence" in text_of(app))
    return app.screen.query_one(Grid)


@pytest.mark.parametrize("key", ["escape", "j", "n", "right", "pagedown", "slash"])
async def test_the_words_are_lit_until_escape_or_the_next_step(books, key):
    app = make(books)
    async with app.run_test(size=(120, 30)) as pilot:
        grid = await jumped(pilot, "六條")
        assert grid.current == 2 and lit(app) == ["六条"]
        assert overlay(grid, "grid--match").bgcolor != overlay(grid, "grid--selected").bgcolor
        await resized(pilot, 90, 24)
        assert lit(app) == ["六条"]
        await pilot.press(key)
        await pilot.pause()
        assert lit(app) == []


async def test_words_are_lit_in_all_languages_and_without_their_marks():
    pieces = {Target.EN: [("Rice", 0), ("of Đắk Lắk", 1)], Target.VI: [("Gạo", 0), ("Đắk Lắk", 1)]}
    rows = [linked(("大米", "得乐"), pieces, index) for index in range(3)]
    app = ReaderApp(pipeline_factory=lambda: ReadyPipeline(rows), library=MemoryLibrary({}), article=rice())
    en, vi = (rows[1].cells[target].text for target in (Target.EN, Target.VI))
    item = LibraryItem("a", "a", "", "", 3, 0)
    # The English was another one when the index was made.
    hit = Hit(
        item,
        1,
        (
            Passage("zh", "大米得乐", ((2, 4),)),
            Passage("en", "The dak lak province", ((4, 11),)),
            Passage("vi", vi, ((4, 11),)),
        ),
    )
    async with app.run_test(size=(120, 30)) as pilot:
        app.screen.light_up(hit)
        await pilot.pause()
        assert lit(app) == ["得乐", "Đắk Lắk", "Đắk Lắk"]
        assert "Đắk Lắk" in en


def test_a_text_that_has_changed_is_looked_through_anew():
    sought = Sought(0, (Passage("vi", "Gạo Việt Nam", ((0, 3), (4, 12))),))
    assert list(sought.spans(Language.VI, "Gạo Việt Nam")) == [(0, 3), (4, 12)]
    assert sorted(sought.spans(Language.VI, "xuất khẩu GAO VIET NAM")) == [(10, 13), (14, 22)]
    assert list(sought.spans(Language.EN, "Rice")) == []


async def test_a_word_far_down_in_a_long_row_is_brought_into_view():
    text = "大米" * 3000 + "水稻" + "大米" * 3000
    row = linked((text,), {}, 0)
    app = ReaderApp(
        pipeline_factory=lambda: ReadyPipeline([row]),
        library=MemoryLibrary({"a": article([(Kind.BODY, [text])])}),
    )
    hit = Hit(LibraryItem("a", "a", "", "", 1, 0), 0, (Passage("zh", text, ((6000, 6002),)),))
    async with app.run_test(size=(100, 24)) as pilot:
        from reader.tui.found import Found

        app.post_message(Found.Opened(hit))
        await settle(pilot, lambda: isinstance(app.screen, ArticleScreen) and lit(app) == ["水稻"])


@pytest.mark.parametrize("query", ["农业部表示", "農業部表示", "农业部", "農業部"])
@pytest.mark.parametrize("script", [0, 1, 2])
async def test_a_search_in_the_article_finds_and_lights_either_script(query, script):
    app = ReaderApp(pipeline_factory=FakePipeline, library=MemoryLibrary({}), article=rice())
    async with app.run_test(size=(120, 30)) as pilot:
        for _ in range(script):
            await pilot.press("t")
        await pilot.press("slash")
        put(app, query)
        await pilot.press("enter")
        await pilot.pause()
        grid = app.screen.query_one(Grid)
        find = grid.found.at
        assert find is not None and "农业部表示" in grid.rows[find[0]].segment.text
