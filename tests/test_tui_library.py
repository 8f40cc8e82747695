"""The library screen, and the way between it and an article."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_help import make, put, settle, text_of, three_articles
from tui_fakes import MemoryLibrary, article, resized, rice

from cache.annotations import Annotations
from cache.places import Places
from reader.cli.bookshelf import Bookshelf
from reader.tui.app import ReaderApp
from reader.tui.article_screen import ArticleScreen
from reader.tui.found_screen import FoundScreen
from reader.tui.grid import Grid
from reader.tui.library import LibraryItem
from reader.tui.library_screen import LibraryScreen
from reader.tui.order import NAMES, Order
from reader.tui.shelf import Shelf
from seeds.article import Kind


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Bookshelf]:
    with three_articles(tmp_path) as shelf:
        yield shelf


def titles(app: ReaderApp) -> list[str]:
    return [item.title for item in app.screen.query_one(Shelf)._entries]


def shelf_of(count: int = 3) -> MemoryLibrary:
    titles = {"rice": rice(), "bridge": article([(Kind.TITLE, ["红河上的新桥"])])}
    for number in range(count - 2):
        titles[f"more{number}"] = article(
            [(Kind.TITLE, [f"Cà phê Đắk Lắk số {number}"]), (Kind.BODY, ["好。"])]
        )
    return MemoryLibrary(titles)


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
        assert "19 % read" in text_of(app) and "47 rows" in text_of(app)
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


async def test_titles_come_in_three_languages_once_read_and_are_filtered(books):
    app = make(books)
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot, lambda: "3 articles" in text_of(app))
        await pilot.press("slash", *"xin")
        await pilot.press("escape", "g", "enter")
        await settle(pilot, lambda: isinstance(app.screen, ArticleScreen) and "Câu số 0" in text_of(app))
        await pilot.press("q")
        books.indexing.flush()
        await pilot.press("question_mark", "escape")
        await settle(pilot, lambda: "Sentence 0 about rice. " in text_of(app))
        assert "Câu số 0 về lúa gạo." in text_of(app) and "100 % translated" in text_of(app)
        await pilot.press("slash", *"cau so 0 lua")
        await pilot.pause()
        assert "1 of 3 articles" in text_of(app)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("豐收", 1),
        ("丰收", 1),
        ("红河", 1),
        ("紅河", 1),
        ("rice.txt", 1),
        ("2024-08", 1),
        ("河 桥", 1),
        ("河 米", 0),
    ],
)
async def test_the_filter_takes_either_script_names_and_dates(books, typed, found):
    list(books.catch_up())
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash")
        put(app, typed)
        await settle(pilot, lambda: f"{found} of 3 articles" in text_of(app))


async def test_the_filter_takes_what_vietnamese_input_methods_send(books):
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash")
        for screen in (None, FoundScreen(books)):
            if screen is not None:
                await pilot.press("escape")
                app.push_screen(screen)
                await pilot.pause()
            for key in ("h", "a", "backspace", "ạ", "n", "h"):
                app.simulate_key(key)
            await pilot.pause()
            await pilot.pause()
            assert app.focused.value == "hạnh"


def test_every_order_sorts_and_turns():
    items = [
        LibraryItem("a", "中国", "", "", 10, 5, date="2024-01-02", moment=3, moment_added=1, translated=10),
        LibraryItem("b", "阿根廷", "", "", 10, 0, date="2025-01-02", moment=1, moment_added=2, translated=4),
        LibraryItem("c", "越南", "", "", 10, 9, date="", moment=2, moment_added=3, translated=0),
    ]
    firsts = {"opened": "acb", "added": "cba", "date": "bac", "title": "bca", "progress": "cab"}
    assert {*firsts} == {*NAMES}
    for name, ids in firsts.items():
        order = Order().choose(name) if name != "opened" else Order()
        assert "".join(item.id for item in order.sort(items)) == ids, name
        assert "".join(item.id for item in order.turned().sort(items)) == ids[::-1], name


async def test_the_list_is_sorted_by_key_and_mouse(books):
    list(books.catch_up())
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, lambda: "opened▾" in text_of(app))
        await pilot.press("s", "s")
        await pilot.pause()
        assert "date▾" in text_of(app) and titles(app)[0] == "大米出口增长"
        await pilot.press("S")
        await pilot.pause()
        assert "date▴" in text_of(app) and titles(app)[-1] == "大米出口增长"
        await pilot.click("#orders .order:last-of-type")
        await pilot.pause()
        assert "progress▾" in text_of(app)


async def test_date_length_and_bookmarks_are_shown(books):
    key = next(item.id for item in books.items() if item.name == "rice.txt")
    marks = Annotations(Places.find().annotations)
    marks.put(key, 2, "越南大米出口量达630万吨。", bookmarked=True)
    marks.put(key, 3, "价格上涨。", bookmarked=False, note="why?")
    marks.close()
    list(books.catch_up())
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, lambda: "2024-08-17" in text_of(app))
        assert "★ 1 · 4 rows" in text_of(app)


async def test_the_article_read_last_is_one_key_away(books):
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("l")
        await settle(pilot, lambda: "Nothing has been read yet" in text_of(app))
        key = next(item.id for item in books.items() if item.name == "bridge.txt")
        books.save_position(key, 2, 4)
        await pilot.press("l")
        await settle(pilot, lambda: isinstance(app.screen, ArticleScreen))
        assert app.screen.query_one(Grid).current == 2 and "红河新桥通车" in text_of(app)


async def test_five_thousand_articles_are_filtered_and_sorted():
    titles = {f"{n}": article([(Kind.TITLE, [f"越南新闻{n}"])]) for n in range(5000)}
    app = make(MemoryLibrary(titles))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, lambda: "5000 articles" in text_of(app))
        await pilot.press("G")
        await settle(pilot, lambda: "越南新闻4999" in text_of(app))
        await pilot.press("slash", *"新闻499")
        await settle(pilot, lambda: "11 of 5000" in text_of(app))


async def test_the_mark_stands_at_what_was_read_last(books):
    key = next(item.id for item in books.items() if item.name == "rice.txt")
    books.save_position(key, 1, 4)
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, lambda: "3 articles" in text_of(app))
        assert app.screen.query_one(Shelf).current.id == key and titles(app)[0] != "大米出口增长"
