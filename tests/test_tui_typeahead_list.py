"""Keys typed within milliseconds of Enter in a list or a filter go to what Enter opens."""

import pytest
from tui_desk import app_with, desk_in, said, typed, until
from tui_fakes import MemoryLibrary, rice

from reader.tui.article_screen import ArticleScreen
from reader.tui.found_screen import FoundScreen
from reader.tui.grid import Grid
from reader.tui.library import Hit, Passage
from reader.tui.library_screen import LibraryScreen
from reader.tui.shelf import Shelf


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


def library_of(*names: str) -> MemoryLibrary:
    return MemoryLibrary({name: rice() for name in names})


def library_app(desk, library):
    return app_with(desk, library=library, article=None, item_id=None)


async def listed(pilot) -> Shelf:
    await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
    shelf = pilot.app.screen.query_one(Shelf)
    await until(pilot, lambda: shelf.has_focus and shelf.current is not None)
    return shelf


async def test_keys_after_enter_act_on_the_article_and_not_on_the_list(desk):
    library = library_of("rice", "other")
    app = library_app(desk, library)
    async with app.run_test(size=(120, 40)) as pilot:
        shelf = await listed(pilot)
        typed(app, "enter", "j", "j", "j", "k")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        await until(pilot, lambda: app.screen.query_one(Grid).current == 2)
        assert shelf.current.id == "rice"
        typed(app, "q", "j", "enter", "j")
        await until(pilot, lambda: shelf.current.id == "other")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        await until(pilot, lambda: app.screen.query_one(Grid).current == 1)


async def test_keys_after_that_for_the_article_read_last_act_on_it(desk):
    library = library_of("rice", "other")
    library.positions["other"] = 4
    app = library_app(desk, library)
    async with app.run_test(size=(120, 40)) as pilot:
        shelf = await listed(pilot)
        typed(app, "g", "l", "j", "q", "k")
        await until(pilot, lambda: library.positions["other"] == 5)
        await until(pilot, lambda: app.screen is app.screen_stack[-1] and shelf.has_focus)


async def test_keys_after_enter_are_forgotten_where_nothing_opens(desk):
    library = library_of("rice", "other")
    app = library_app(desk, library)
    async with app.run_test(size=(120, 40)) as pilot:
        shelf = await listed(pilot)
        del library.articles["rice"]
        typed(app, "enter", "j", "q")
        await until(pilot, lambda: "vanished" in said(app))
        assert isinstance(app.screen, LibraryScreen) and not app._exit
        typed(app, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        assert shelf.current.id == "other"


async def test_what_follows_enter_in_the_filter_is_for_the_list(desk):
    library = library_of("rice", "other", "third")
    app = library_app(desk, library)
    async with app.run_test(size=(120, 40)) as pilot:
        shelf = await listed(pilot)
        typed(app, "/", "大", "米", "enter", "j", "j", "enter", "j")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        await until(pilot, lambda: app.screen.query_one(Grid).current == 1)
        assert shelf.current.id == "third"
        typed(app, "q", "/", "x", "escape", "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen) and shelf.current.id == "other")


async def test_keys_after_enter_on_something_found_act_on_its_article(desk):
    library = library_of("rice")
    app = library_app(desk, library)

    def search(text, limit):
        return [Hit(library.items()[0], 3, (Passage("zh", "水稻", ((0, 1),)),))]

    library.search = search
    async with app.run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        typed(app, "f")
        await until(pilot, lambda: isinstance(app.screen, FoundScreen))
        typed(app, "x")
        found = app.screen._found
        await until(pilot, lambda: found.current is not None)
        typed(app, "enter", "enter", "j")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        await until(pilot, lambda: app.screen.query_one(Grid).current == 4)
