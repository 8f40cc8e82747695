"""The screen on which all articles are searched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_help import make, put, settle, text_of, three_articles
from tui_fakes import MemoryLibrary, resized, rice

from cache.places import Places
from reader.cli.bookshelf import Bookshelf
from reader.tui.article_screen import ArticleScreen
from reader.tui.found import Found
from reader.tui.found_screen import FoundScreen
from reader.tui.grid import Grid
from reader.tui.library_screen import LibraryScreen


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Bookshelf]:
    with three_articles(tmp_path) as shelf:
        yield shelf


async def test_search_finds_marks_and_jumps(books):
    app = make(books)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f")
        await settle(pilot, lambda: isinstance(app.screen, FoundScreen))
        put(app, "六條")
        await settle(pilot, lambda: "1 found" in text_of(app))
        assert "桥上有六条车道。" in text_of(app) and "row 3/4" in text_of(app)
        marked = [s.text for line in app.screen._compositor.render_strips() for s in line if "六条" in s.text]
        assert marked == ["六条"]
        await pilot.press("enter", "enter")
        await settle(pilot, lambda: isinstance(app.screen, ArticleScreen))
        assert app.screen.query_one(Grid).current == 2
        await pilot.press("q")
        await settle(pilot, lambda: isinstance(app.screen, FoundScreen))
        assert "1 found" in text_of(app)
        await pilot.press("slash", *"zz", "down")
        await settle(pilot, lambda: "Nothing found for zz" in text_of(app))
        await pilot.press("escape")
        await settle(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_what_was_just_translated_is_found_from_within_an_article(books):
    app = make(books)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        await settle(pilot, lambda: isinstance(app.screen, ArticleScreen) and "Câu số 1" in text_of(app))
        await pilot.press("ctrl+f")
        await settle(pilot, lambda: isinstance(app.screen, FoundScreen))
        await pilot.press(*"cau so 1")
        await settle(pilot, lambda: "1 found" in text_of(app))
        await pilot.press("ctrl+f")
        assert isinstance(app.screen, FoundScreen)


async def test_search_says_what_is_wrong(books):
    class Locked(MemoryLibrary):
        def search(self, text, limit):
            raise OSError("database is locked")

        def catch_up(self, stop):
            raise OSError("disk full")

    app = make(Locked({"rice": rice()}))
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("f")
        await settle(pilot, lambda: "Not all is indexed: disk full" in text_of(app))
        await pilot.press("x")
        await settle(pilot, lambda: "cannot be searched: database is locked" in text_of(app))


async def test_search_says_that_an_article_has_gone(books):
    app = make(books)
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("f")
        await settle(pilot, lambda: isinstance(app.screen, FoundScreen))
        put(app, "市民")
        await settle(pilot, lambda: "1 found" in text_of(app))
        with Bookshelf(Places.find(), print) as other:
            other.remove(app.screen.query_one(Found).current.item.id)
        await pilot.press("enter", "enter")
        await settle(pilot, lambda: "no article of the library" in text_of(app))


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 12), (20, 6)])
async def test_every_size_shows_articles_and_finds(books, size):
    app = make(books)
    async with app.run_test(size=size) as pilot:
        await settle(
            pilot, lambda: "红河" in text_of(app) or "大米" in text_of(app) or "得乐" in text_of(app)
        )
        await pilot.press("G", "g", "f")
        await settle(pilot, lambda: isinstance(app.screen, FoundScreen))
        put(app, "河内")
        await settle(pilot, lambda: "河内" in text_of(app).replace("河内", "", 1))
        await resized(pilot, 30, 8)
        await resized(pilot, *size)
