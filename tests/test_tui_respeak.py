"""A language that is chosen while one looks: each screen then says what it would say if opened anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_help import put, settle, text_of, three_articles
from tui_fakes import FakePipeline
from tui_still import settled

from reader.cli.bookshelf import Bookshelf
from reader.preferences import Preferences
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.article_screen import ArticleScreen
from reader.tui.found_screen import FoundScreen


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Bookshelf]:
    (tmp_path / "related.txt").write_text("河内新闻\n\n河内今天下雨。\n\n相关新闻\n\n河内昨天也下雨\n")
    with three_articles(tmp_path) as shelf:
        list(shelf.add_files(tmp_path / "related.txt", lambda: False))
        yield shelf


async def library(pilot):
    await settle(pilot, lambda: "得乐" in text_of(pilot.app))


async def empty_library(pilot):
    for _ in range(4):
        await pilot.press("D", "y")
    await settled(pilot)


async def filtered(pilot):
    await pilot.press("slash", *"zzz")


async def found(pilot):
    await pilot.press("f")
    await settle(pilot, lambda: isinstance(pilot.app.screen, FoundScreen))
    put(pilot.app, "河内")
    await settle(pilot, lambda: "大米出口增长" in text_of(pilot.app))


async def nothing_found(pilot):
    await pilot.press("f")
    await settle(pilot, lambda: isinstance(pilot.app.screen, FoundScreen))
    put(pilot.app, "zzzz")
    await settled(pilot)


async def article(pilot):
    await library(pilot)
    await pilot.press("enter")
    await settle(pilot, lambda: isinstance(pilot.app.screen, ArticleScreen) and "100" in text_of(pilot.app))
    await pilot.press("j", "k")


async def article_search(pilot):
    await article(pilot)
    await pilot.press("slash")


SCREENS = [library, empty_library, filtered, found, nothing_found, article, article_search]


async def seen(books, way, before: str, after: str) -> str:
    app = ReaderApp(
        pipeline_factory=lambda: FakePipeline(batch=50),
        library=books,
        preferences=Preferences(Settings(language=before)),
    )
    async with app.run_test(size=(140, 30)) as pilot:
        await way(pilot)
        if after != before:
            app.preferences.change("language", after)
            app.heed("language")
        await settled(pilot)
        return text_of(app)


@pytest.mark.parametrize("way", SCREENS)
async def test_a_screen_takes_up_another_language(books, way):
    changed = await seen(books, way, "en", "zh")
    if way is empty_library:
        assert "No articles" not in changed and "Press a" not in changed
        return
    assert changed == await seen(books, way, "zh", "zh")
