"""Adding to the library on its screen, and removing from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_help import make, put, settle, text_of, three_articles

from cache.places import Places
from reader.cli.bookshelf import Bookshelf
from reader.tui.adding import PathLine, RemoveScreen, as_path, is_article
from reader.tui.article_screen import ArticleScreen
from reader.tui.library_screen import LibraryScreen
from reader.tui.shelf import Shelf


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Bookshelf]:
    with three_articles(tmp_path) as shelf:
        yield shelf


async def test_a_file_or_folder_is_added_by_its_path(books, tmp_path):
    more = tmp_path / "more news"
    more.mkdir()
    (more / "tea.txt").write_text("太原省茶叶\n\n茶叶出口增长。\n")
    (more / "bad.epub").write_bytes(b"PK nothing")
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        app.focused.value = str(tmp_path / "nowhere.txt")
        await pilot.press("enter")
        await settle(pilot, lambda: "no such file" in " ".join(text_of(app).split()))
        app.focused.value = str(more)
        await pilot.press("enter")
        await settle(pilot, lambda: "4 articles" in text_of(app))
        assert "1 article added." in text_of(app) and "bad.epub" in text_of(app)
        assert app.screen.query_one(Shelf).current.title == "太原省茶叶"


async def test_the_dialogue_adds_nothing_when_left(books):
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"xyz", "escape")
        await settle(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert "3 articles" in text_of(app)


@pytest.mark.parametrize("in_dialogue", [False, True])
async def test_pasted_chinese_becomes_an_article_named_by_its_first_line(books, in_dialogue):
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        if in_dialogue:
            await pilot.press("a")
            await settle(pilot, lambda: isinstance(app.focused, PathLine))
        put(app, "\n湄公河/三角洲：.html\n\n今年水稻丰收。\n农民很高兴。\n")
        await settle(pilot, lambda: "4 articles" in text_of(app))
        assert app.screen.query_one(Shelf).current.title == "湄公河/三角洲：.html"
        await pilot.press("enter")
        await settle(pilot, lambda: isinstance(app.screen, ArticleScreen))
        assert "今年水稻丰收" in text_of(app)


async def test_a_dropped_file_is_added_and_other_text_is_not(books, tmp_path):
    path = tmp_path / "a file.txt"
    path.write_text("越南茶叶\n\n茶叶出口。\n")
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        put(app, "only English")
        await settle(pilot, lambda: "neither a Chinese text" in text_of(app))
        put(app, f"'{path}' ")
        await settle(pilot, lambda: "4 articles" in text_of(app))


def test_paths_as_shells_and_file_managers_write_them(tmp_path, monkeypatch):
    path = tmp_path / "新 闻.txt"
    path.touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    forms = (str(path), f"'{path}'", str(path).replace(" ", "\\ "), path.as_uri(), "~/新 闻.txt")
    for form in forms:
        assert as_path(f" {form}\n") == path and not is_article(form)
    for form in ("", "越南。\n河内。", "/no/such/新闻", "~/新闻.txt", "x" * 9999, "'", "\0"):
        assert as_path(form) is None
    assert is_article("越南。\n/tmp") and not is_article("/no/such/新闻") and not is_article("新闻.txt")


async def test_removing_asks_and_can_be_undone(books):
    app = make(books)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, lambda: "3 articles" in text_of(app))
        first = app.screen.query_one(Shelf).current
        before = {item.id: item for item in books.items()}
        await pilot.press("delete")
        await settle(pilot, lambda: isinstance(app.screen, RemoveScreen))
        await pilot.press("enter")  # the careless answer
        await settle(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert len(books.items()) == 3
        await pilot.press("D", "y")
        await settle(pilot, lambda: "2 articles" in text_of(app))
        assert "u puts it back" in text_of(app)
        await pilot.press("u")
        await settle(pilot, lambda: "3 articles" in text_of(app))
        assert app.screen.query_one(Shelf).current.id == first.id
        assert {item.id: item for item in books.items()} == before
        await pilot.press("u")
        await settle(pilot, lambda: "nothing to put back" in text_of(app))
        await pilot.press("delete")
        await settle(pilot, lambda: isinstance(app.screen, RemoveScreen))
        await pilot.click("#remove")
        await settle(pilot, lambda: "2 articles" in text_of(app))


async def test_an_empty_library_can_be_filled(tmp_path):
    with Bookshelf(Places.find(), print) as books:
        app = make(books)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot, lambda: "No articles yet" in text_of(app))
            put(app, "越南新闻\n\n河内今天下雨。\n")
            await settle(pilot, lambda: "1 article " in text_of(app))
            assert "No articles yet" not in text_of(app)
