"""The library screen, and the way between it and an article."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FakePipeline, MemoryLibrary, article, resized, rice

from reader.tui.app import ReaderApp
from reader.tui.article_screen import ArticleScreen
from reader.tui.grid import Grid
from reader.tui.library_screen import LibraryScreen
from reader.tui.shelf import Shelf
from seeds.article import Kind


def shelf_of(count: int = 3) -> MemoryLibrary:
    titles = {"rice": rice(), "bridge": article([(Kind.TITLE, ["红河上的新桥"])])}
    for number in range(count - 2):
        titles[f"more{number}"] = article(
            [(Kind.TITLE, [f"Cà phê Đắk Lắk số {number}"]), (Kind.BODY, ["好。"])]
        )
    return MemoryLibrary(titles)


def make(library, **more):
    return ReaderApp(pipeline_factory=lambda: FakePipeline(batch=50), library=library, **more)


def text_of(app) -> str:
    return "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())


async def test_choose_read_come_back_and_resume():
    library = shelf_of()
    app = make(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "3 articles" in text_of(app)
        assert "Vietnam's rice exports keep growing" in text_of(app)
        await pilot.press("j", "k", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        for _ in range(8):
            app.simulate_key("j")
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert library.positions == {"rice": 8}
        await pilot.pause()
        assert "19 % · 47 rows" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(Grid).current == 8
        await pilot.press("q", "q")
    assert app.return_code == 0


async def test_filter_without_diacritics():
    app = make(shelf_of(6))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"dak")
        await pilot.pause()
        assert "4 of 6 articles" in text_of(app)
        await pilot.press("enter")
        shelf = app.screen.query_one(Shelf)
        assert app.focused is shelf and shelf.current.id == "more0"
        await pilot.press("G")
        assert shelf.current.id == "more3"
        await pilot.press("escape")
        await pilot.pause()
        assert "6 articles" in text_of(app)
        assert shelf.current.id == "more3"


async def test_a_long_list_scrolls():
    app = make(shelf_of(300))
    async with app.run_test(size=(60, 12)) as pilot:
        shelf = app.screen.query_one(Shelf)
        await pilot.press("space", "space", "G")
        await pilot.pause()
        assert "số 297" in text_of(app)
        await pilot.press("pageup", "g")
        assert shelf.scroll_offset.y == 0
        await resized(pilot, 20, 6)
        await pilot.pause()


async def test_a_vanished_article_is_one_line():
    library = shelf_of()
    app = make(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        del library.articles["rice"]
        await pilot.press("enter")
        await pilot.pause()
        assert "rice: the file has vanished" in text_of(app)
        assert isinstance(app.screen, LibraryScreen)


async def test_an_article_opened_by_id_leads_back_to_the_library():
    app = make(shelf_of(), item_id="rice")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


async def test_an_unknown_id_is_one_line_in_the_library():
    app = make(shelf_of(), item_id="nothing")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "nothing: the file has vanished" in text_of(app)


async def test_an_empty_library_says_what_to_do():
    app = make(MemoryLibrary({}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "sanyu library add" in text_of(app)
        for key in ("j", "enter", "G", "g", "space", "slash", "a", "escape"):
            await pilot.press(key)


async def test_a_broken_library_is_one_line():
    class Broken(MemoryLibrary):
        def items(self):
            raise OSError("disk\nfull")

    app = make(Broken({}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "The library cannot be read: disk full" in text_of(app)


async def test_titles_are_no_markup():
    app = make(MemoryLibrary({"x": article([(Kind.TITLE, ["[red]题\x1b[0m"])])}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "[red]题␛[0m" in text_of(app)
