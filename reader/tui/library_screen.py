"""The screen on which an article is chosen."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.tui.adding import AddScreen, RemoveScreen, as_path, is_article
from reader.tui.bars import TitleBar
from reader.tui.filling import readable
from reader.tui.filtering import FilterLine, searched
from reader.tui.found_screen import FoundScreen
from reader.tui.help import HelpScreen, keys_of
from reader.tui.intake import Intake, Taken
from reader.tui.keys import Keys
from reader.tui.library import Library, LibraryItem
from reader.tui.order import Order, OrderBar, OrderName
from reader.tui.said import Said
from reader.tui.shelf import Shelf
from reader.tui.speech import phrase
from reader.tui.typeahead import turn_to

_WAIT = 0.8  # until the first screen has long been painted
_BREATH = 0.004  # between two articles, for whoever scrolls meanwhile
_LETTERS = ("filter", "help", "order", "turn", "add", "remove", "undo", "last", "search")


class LibraryScreen(Screen[None], inherit_bindings=False):
    """All articles; Enter opens one."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["library_screen.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter"),
        Binding("f", "search", "Search texts"),
        Binding("s", "order", "Sort"),
        Binding("S", "turn", "Sort the other way", show=False),
        Binding("a", "add", "Add"),
        Binding("l", "last", "Last read"),
        Binding("delete,D", "remove", "Remove", show=False),
        Binding("u", "undo", "Undo the removal", show=False),
        Binding("escape", "escape", "Show all, stop adding", show=False),
        Binding("question_mark", "help", "Keys"),
        Binding("q", "app.quit", "Quit"),
    ]

    def __init__(self, library: Library, notice: str = "", *, is_error: bool = False) -> None:
        super().__init__()
        self._library = library
        self._notice = notice
        self._is_error = is_error
        self._items: list[LibraryItem] = []
        self._folded: dict[str, str] = {}
        self._order = Order()
        self._bar = TitleBar("sanyu 三语", id="bar")
        self._orders = OrderBar(id="orders")
        self._shelf = Shelf(id="shelf")
        self._filter = FilterLine(placeholder=phrase("library-filter"), id="filter", compact=True)
        self._empty = Static(Content(phrase("library-empty")), id="empty")
        self._said = Said(id="said")
        self._intake = Intake(self, library, say=self.say, done=self._taken)

    def compose(self) -> ComposeResult:
        """Title, orders, articles, filter, what there is to say, keys."""
        yield self._bar
        yield self._orders
        yield self._shelf
        yield self._empty
        yield self._filter
        yield self._said
        yield Keys()

    def on_mount(self) -> None:
        """Show by what the list is sorted."""
        self.say("")
        self._orders.show(self._order)

    def on_screen_resume(self) -> None:
        """List the articles, with the places where reading stopped by now."""
        if not self._filter.has_focus:
            self._shelf.focus()
        is_first = not self._items
        self._read()
        if is_first and self._items:
            self._go_to_last()
        if self._notice:
            self.say(self._notice, error=self._is_error)
        self._notice, self._is_error = "", False
        # What was translated elsewhere is taken in once there is time for it.
        self.set_timer(_WAIT, self._catch_up_if_seen)

    def on_screen_suspend(self) -> None:
        """When something else is looked at, what was said is over, and the index can wait."""
        self.say("")
        self.workers.cancel_group(self, "indexing")

    def _go_to_last(self) -> None:
        """Let the mark stand at what was read last: Enter goes on there."""
        with suppress(Exception):  # whatever holds the library: then the first will do
            self._shelf.go_to(self._library.last())

    def complain(self, text: str) -> None:
        """Say what went wrong; the list shows what there is by now."""
        self._notice, self._is_error = text, True
        self.on_screen_resume()

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text above the keys; empty: take it away."""
        self._said.say(text, error=error)

    # The list

    def _read(self) -> None:
        try:
            self._items = list(self._library.items())
        except Exception as error:  # whatever holds the library
            self._items = []
            self._notice, self._is_error = phrase("library-unreadable", error=readable(error)), True
        self._folded = {}
        self._list()

    def _list(self) -> None:
        words = self._filter.words
        if words and not self._folded:
            self._folded = searched(self._items)
        found = [item for item in self._items if all(word in self._folded[item.id] for word in words)]
        self._shelf.show(self._order.sort(found))
        self._empty.display = not self._items
        count = len(self._items)
        found_of = phrase("articles-of", found=len(found), number=count)
        self._bar.show(found_of if words else phrase("articles", number=count))

    def _catch_up_if_seen(self) -> None:
        if self.is_current:
            self._catch_up()

    @work(thread=True, exclusive=True, exit_on_error=False, group="indexing")
    def _catch_up(self) -> None:
        worker = get_current_worker()
        try:
            for _ in self._library.catch_up(lambda: worker.is_cancelled):
                time.sleep(_BREATH)
        except Exception:  # searching says what is wrong with the index; the list does without
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._caught_up)

    def _caught_up(self) -> None:
        if self.is_current:
            self._read()

    @on(Input.Changed)
    def _filter_changed(self) -> None:
        self._list()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._filter.display = bool(self._filter.value)
        turn_to(self._shelf)

    @on(OrderName.Chosen)
    def _order_chosen(self, event: OrderName.Chosen) -> None:
        self._sort(self._order.choose(event.name))

    def _sort(self, order: Order) -> None:
        self._order = order
        self._orders.show(order)
        self._list()

    # Adding and removing

    def _add(self, what: Path | str | None) -> None:
        if what:
            self._intake.take(what)

    def _taken(self, taken: Taken) -> None:
        self._filter.value = ""
        self._filter.display = False
        self._read()
        if taken.ids:
            self._shelf.go_to(taken.ids[-1])
        self.say(taken.told(), error=bool(taken.failures))
        self._catch_up()

    def _remove(self, item: LibraryItem) -> None:
        try:
            self._library.take_out(item.id)
        except Exception as error:  # whatever holds the library
            self.complain(readable(error))
            return
        self._read()
        self.say(phrase("article-removed", title=item.title))

    def on_paste(self, event: events.Paste) -> None:
        """Add what is pasted: the path of a file, or a text."""
        event.stop()
        path = as_path(event.text)
        if path is not None or is_article(event.text):
            self._intake.take(event.text if path is None else path)
        else:
            self.say(phrase("paste-unknown"), error=True)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No letter keys while one types: there they are letters like any other."""
        return action not in _LETTERS or not self._filter.has_focus

    def action_filter(self) -> None:
        """Open the filter line."""
        self._filter.display = True
        turn_to(self._filter)

    def action_search(self) -> None:
        """Search all texts."""
        self.app.push_screen(FoundScreen(self._library))

    def action_order(self) -> None:
        """Sort by the next column."""
        self._sort(self._order.next())

    def action_turn(self) -> None:
        """Sort the other way round."""
        self._sort(self._order.turned())

    def action_add(self) -> None:
        """Ask for a path or a text."""
        self.app.push_screen(AddScreen(), self._add)

    def action_last(self) -> None:
        """Go on where one stopped reading."""
        try:
            key = self._library.last()
        except Exception as error:  # whatever holds the library
            self.complain(readable(error))
            return
        item = next((item for item in self._items if item.id == key), None)
        if item is None:
            self.say(phrase("nothing-read-yet"))
        else:
            self._shelf.opened(item)

    def action_remove(self) -> None:
        """Ask whether the current article is to go."""
        item = self._shelf.current
        if item is not None:

            def answered(removes: bool | None) -> None:
                if removes:
                    self._remove(item)

            self.app.push_screen(RemoveScreen(item.title or item.id), answered)

    def action_undo(self) -> None:
        """Put back what was removed."""
        try:
            key = self._library.put_back()
        except Exception as error:  # whatever holds the library
            self.complain(readable(error))
            return
        if key is None:
            self.say(phrase("nothing-to-put-back"))
            return
        self._read()
        self._shelf.go_to(key)
        self.say(phrase("article-is-back"))
        self._catch_up()

    def action_escape(self) -> None:
        """Drop the filter, and stop adding."""
        self._intake.stop()
        self._filter.action_clear()

    def respeak(self) -> None:
        """Say all this in the language there is now."""
        self._filter.placeholder = phrase("library-filter")
        self._empty.update(Content(phrase("library-empty")))
        self._orders.show(self._order)
        self.say("")
        self._list()

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(keys_of(self)))
