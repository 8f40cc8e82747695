"""The terminal reader."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from reader.desk import Desk
from reader.preferences import Preferences
from reader.tui.article_screen import ArticleScreen
from reader.tui.comfort import Comfort
from reader.tui.filling import Pipeline, readable
from reader.tui.grid import Grid
from reader.tui.hangup import CODE, Hangup, let_go
from reader.tui.library import Library
from reader.tui.look import Look
from seeds.article import Article

if TYPE_CHECKING:
    # The library's screens are loaded when they are shown: an article opened by its path starts without them.
    from reader.tui.found import Found
    from reader.tui.shelf import Shelf


class ReaderApp(Comfort):
    """Reads one article, or those of a library.

    With ``article`` given it is shown at once, and leaving it leaves the app; its place is kept in
    the library if ``item_id`` names it there. With ``item_id`` alone that article is opened from
    the library, to which leaving it leads back. With neither, the library is shown. ``notice`` is
    a line to show at first. Without a ``desk`` one can read, and change nothing.
    """

    TITLE = "sanyu"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+f", "search_library", "Search all articles", show=False),
    ]

    def __init__(
        self,
        *,
        pipeline_factory: Callable[[], Pipeline],
        library: Library,
        article: Article | None = None,
        item_id: str | None = None,
        notice: str = "",
        desk: Desk | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(preferences)
        self._pipeline_factory = pipeline_factory
        self._library = library
        self._article = article
        self._item_id = item_id
        self._notice = notice
        self._desk = desk
        self._look = self.first_look
        self._first: ArticleScreen | None = None
        self._hangup: Hangup | None = None

    @property
    def failure(self) -> Exception | None:
        """What ended the app, if it ended by an error."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave the screen; whoever runs the app says what went wrong, in one line."""
        # Textual's own way prints a traceback with all local values, the article's text among them.
        self.bell()
        self._close_messages_no_wait()

    def get_default_screen(self) -> Screen[None]:
        """The article, if one was given, else the library."""
        screen = self._first_screen()
        # Textual reads the styles of screens that are pushed, but not those of the first.
        self.stylesheet.read_all(screen.css_path)
        return screen

    def _first_screen(self) -> Screen[None]:
        notice, self._notice = self._notice, ""
        try:
            if self._article is not None:
                return self._read(self._article, self._item_id, is_only=True, notice=notice)
            if self._item_id is not None:
                self._first = self._load(self._item_id, notice)
                notice = ""
        except Exception as error:  # any failure to open is a line to read, not a traceback
            return self._library_screen(readable(error), is_error=True)
        return self._library_screen(notice)

    def _library_screen(self, notice: str, *, is_error: bool = False) -> Screen[None]:
        from reader.tui.library_screen import LibraryScreen

        return LibraryScreen(self._library, notice, is_error=is_error)

    def on_mount(self) -> None:
        """Open the article asked for by its id."""
        # Rows and segments are many small objects that live long: with Python's own thresholds the
        # collector walks through all of them again and again, which shows as stutter when paging.
        # What is young, at most the product of the first two, has to be walked through at one go.
        gc.set_threshold(10_000, 4, 100)
        self._heed_signals()
        if self._first is not None:
            self.push_screen(self._first)

    def _heed_signals(self) -> None:
        """Leave in good order, place saved and terminal clean, when told to end."""
        for name in ("SIGTERM", "SIGHUP"):
            # Not on Windows, nor outside the main thread.
            with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            self._hangup = Hangup(lambda: loop.call_soon_threadsafe(self._hung_up))
            self._hangup.start()

    def _hung_up(self) -> None:
        let_go()
        self.exit(None, CODE)

    def on_unmount(self) -> None:
        """Whether there is a terminal matters no more."""
        if self._hangup is not None:
            self._hangup.stop()

    def on_shelf_opened(self, event: Shelf.Opened) -> None:
        """Read an article of the library."""
        self.open_item(event.item.id)

    def on_found_opened(self, event: Found.Opened) -> None:
        """Read an article at the segment that search found."""
        self.open_item(event.hit.item.id, event.hit.segment)
        if isinstance(self.screen, ArticleScreen):
            self.screen.light_up(event.hit)

    def action_search_library(self) -> None:
        """Search the texts of all articles."""
        from reader.tui.found_screen import FoundScreen

        if not isinstance(self.screen, FoundScreen | ModalScreen):
            self.push_screen(FoundScreen(self._library))

    def on_grid_dressed(self, event: Grid.Dressed) -> None:
        """Show the next article in the same way."""
        self._look = event.look

    def open_item(self, item_id: str, segment: int | None = None) -> None:
        """Read an article, at a segment or where one stopped; if that fails, the screen says why."""
        try:
            screen = self._load(item_id, segment=segment)
        except Exception as error:  # any failure to open is a line to read, not a traceback
            from reader.tui.found_screen import FoundScreen
            from reader.tui.library_screen import LibraryScreen

            self.drop_keys()
            if isinstance(self.screen, LibraryScreen | FoundScreen):
                self.screen.complain(readable(error))
            return
        self.push_screen(screen)

    def _load(self, item_id: str, notice: str = "", segment: int | None = None) -> ArticleScreen:
        article = self._library.load(item_id)
        return self._read(article, item_id, is_only=False, notice=notice, segment=segment)

    def _read(
        self,
        article: Article,
        item_id: str | None,
        *,
        is_only: bool,
        notice: str = "",
        segment: int | None = None,
    ) -> ArticleScreen:
        try:
            pipeline = self._pipeline_factory()
            rows = pipeline.open(article)
        except Exception as error:
            raise RuntimeError(f"{article.name}: {readable(error)}") from error
        position = 0 if item_id is None else self._library.position(item_id)
        if segment is not None:
            position = min(segment, max(0, len(rows) - 1))
        return ArticleScreen(
            article,
            pipeline,
            rows,
            library=self._library,
            item_id=item_id,
            position=position,
            is_only=is_only,
            look=self._look,
            notice=notice,
            desk=self._desk,
        )

    def redress(self, look: Look) -> None:
        """Show articles in another way, those that are open too."""
        self._look = look
        for screen in self.screen_stack:
            if isinstance(screen, ArticleScreen):
                screen.dress(look)
