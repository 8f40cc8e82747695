"""The screen on which an article is chosen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from reader.tui.bars import TitleBar
from reader.tui.entry import Entry
from reader.tui.filling import readable
from reader.tui.fold import fold
from reader.tui.help import HelpScreen, keys_of
from reader.tui.library import Library, LibraryItem
from reader.tui.plain import shown
from reader.tui.shelf import Shelf

_FILTER = "part of a title"
_EMPTY = "No articles yet. Open a file with “sanyu read FILE”, or add some with “sanyu library add”."


class FilterLine(Entry):
    """Where one types what titles are to contain."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "done", "To the list"),
        Binding("escape", "clear", "Show all"),
    ]

    class Done(Message):
        """The list is wanted again."""

    def action_done(self) -> None:
        """Keep the filter and go to the list."""
        self.post_message(self.Done())

    def action_clear(self) -> None:
        """Drop the filter and go to the list."""
        self.value = ""
        self.post_message(self.Done())


class LibraryScreen(Screen[None], inherit_bindings=False):
    """All articles; Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter"),
        Binding("escape", "escape", "Show all", show=False),
        Binding("question_mark", "help", "Keys"),
        Binding("q", "app.quit", "Quit"),
    ]

    def __init__(self, library: Library, notice: str = "", *, is_error: bool = False) -> None:
        super().__init__()
        self._library = library
        self._notice = notice
        self._is_error = is_error
        self._items: list[tuple[str, LibraryItem]] = []
        self._bar = TitleBar("sanyu 三语", id="bar")
        self._shelf = Shelf(id="shelf")
        self._filter = FilterLine(placeholder=_FILTER, id="filter", compact=True)
        self._said = Static(id="said")

    def compose(self) -> ComposeResult:
        """Title, articles, filter, what there is to say, keys."""
        yield self._bar
        yield self._shelf
        yield self._filter
        yield self._said
        yield Footer()

    def on_screen_resume(self) -> None:
        """List the articles, with the places where reading stopped by now."""
        self._shelf.focus()
        try:
            items = list(self._library.items())
        except Exception as error:  # whatever holds the library
            items = []
            self._notice, self._is_error = f"The library cannot be read: {readable(error)}", True
        self._items = [(fold(f"{item.title}\n{item.title_en}"), item) for item in items]
        self._list()
        self.say(self._notice or ("" if items else _EMPTY), error=self._is_error)
        self._notice, self._is_error = "", False

    def complain(self, text: str) -> None:
        """Say what went wrong; the list shows what there is by now."""
        self._notice, self._is_error = text, True
        self.on_screen_resume()

    def _list(self) -> None:
        query = fold(self._filter.text).strip()
        found = [item for folded, item in self._items if query in folded]
        self._shelf.show(found)
        count = len(self._items)
        of = f"{len(found)} of {count}" if query else str(count)
        self._bar.show(f"{of} article{'' if count == 1 else 's'}")

    @on(Input.Changed)
    def _filter_changed(self) -> None:
        self._list()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._filter.display = bool(self._filter.value)
        self._shelf.focus()

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text above the keys; empty: take it away."""
        self._said.update(Content(shown(text)))
        self._said.set_class(error, "error")
        self._said.display = bool(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No filter key while one types: there it is a letter like any other."""
        return action != "filter" or not self._filter.has_focus

    def action_filter(self) -> None:
        """Open the filter line."""
        self._filter.display = True
        self._filter.focus()

    def action_escape(self) -> None:
        """Drop the filter."""
        self._filter.action_clear()

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(keys_of(self)))
