"""The library in the terminal reader: three articles on disk, and how tests look at the screen."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from tui_fakes import FakePipeline
from tui_still import until

from cache.places import Places
from reader.cli.bookshelf import Bookshelf
from reader.tui import library_screen
from reader.tui.app import ReaderApp
from reader.tui.library import Library

# The list is brought up to date at once in tests, not some time after it has been painted.
library_screen._WAIT = 0.02


def make(library: Library, **more: object) -> ReaderApp:
    """The app over a library, with translations that are made up."""
    return ReaderApp(pipeline_factory=lambda: FakePipeline(batch=50), library=library, **more)  # type: ignore[arg-type]


def text_of(app: ReaderApp) -> str:
    """What is on screen, line by line."""
    return "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())


async def settle(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Waits until something is so."""
    await until(pilot, done)


def put(app: ReaderApp, text: str) -> None:
    """Pastes into whatever has the focus."""
    (app.focused or app.screen).post_message(events.Paste(text))


@contextlib.contextmanager
def three_articles(tmp_path: Path) -> Iterator[Bookshelf]:
    """A library of a news page and two plain texts."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "rice.txt").write_text(
        "大米出口增长\n2024年8月17日\n越通社河内——越南大米出口量达630万吨。\n价格上涨。\n"
    )
    (news / "coffee.txt").write_text("得乐省咖啡豐收\n\n農民說今年產量提高。\n")
    (news / "bridge.txt").write_text("红河新桥通车\n\n这座桥长三公里。桥上有六条车道。河内市民很高兴。\n")
    with Bookshelf(Places.find(), print) as shelf:
        list(shelf.add_files(news, lambda: False))
        yield shelf
