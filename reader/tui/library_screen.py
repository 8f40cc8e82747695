"""The screen on which an article is chosen."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, Static
from textual.worker import get_current_worker

from reader.tui.adding import AddScreen, RemoveScreen, as_path, is_article
from reader.tui.bars import TitleBar
from reader.tui.entry import Entry
from reader.tui.filling import readable
from reader.tui.fold import fold
from reader.tui.found_screen import FoundScreen
from reader.tui.help import HelpScreen, keys_of
from reader.tui.library import Library, LibraryItem
from reader.tui.order import Order, OrderBar, OrderName
from reader.tui.plain import shown
from reader.tui.shelf import Shelf
from translate.shapes import simplified_shapes

_FILTER = "part of a title, in any language"
_EMPTY = """\
No articles yet.

Press a to add a file or a folder,
or paste a Chinese text here.

In a shell: sanyu library add FILE
or sanyu read FILE"""
_SAY_EVERY = 0.2
_WAIT = 0.8  # until the first screen has long been painted
_LETTERS = ("filter", "help", "order", "turn", "add", "remove", "undo", "last", "search")


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
        self._filter = FilterLine(placeholder=_FILTER, id="filter", compact=True)
        self._empty = Static(Content(_EMPTY), id="empty")
        self._said = Static(id="said")

    def compose(self) -> ComposeResult:
        """Title, orders, articles, filter, what there is to say, keys."""
        yield self._bar
        yield self._orders
        yield self._shelf
        yield self._empty
        yield self._filter
        yield self._said
        yield Footer()

    def on_mount(self) -> None:
        """Bring the list up to date with what was translated elsewhere, once there is time for it."""
        self._orders.show(self._order)
        self.set_timer(_WAIT, self._catch_up)

    def on_screen_resume(self) -> None:
        """List the articles, with the places where reading stopped by now."""
        if not self._filter.has_focus:
            self._shelf.focus()
        self._read()
        self.say(self._notice, error=self._is_error)
        self._notice, self._is_error = "", False

    def complain(self, text: str) -> None:
        """Say what went wrong; the list shows what there is by now."""
        self._notice, self._is_error = text, True
        self.on_screen_resume()

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text above the keys; empty: take it away."""
        self._said.update(Content(shown(text)))
        self._said.set_class(error, "error")
        self._said.display = bool(text)

    # The list

    def _read(self) -> None:
        try:
            self._items = list(self._library.items())
        except Exception as error:  # whatever holds the library
            self._items = []
            self._notice, self._is_error = f"The library cannot be read: {readable(error)}", True
        self._folded = {}
        self._list()

    def _list(self) -> None:
        words = simplified_shapes(fold(self._filter.text)).split()
        if words and not self._folded:
            self._folded = searched(self._items)
        found = [item for item in self._items if all(word in self._folded[item.id] for word in words)]
        self._shelf.show(self._order.sort(found))
        self._empty.display = not self._items
        count = len(self._items)
        of = f"{len(found)} of {count}" if words else str(count)
        self._bar.show(f"{of} article{'' if count == 1 else 's'}")

    @work(thread=True, exclusive=True, exit_on_error=False, group="indexing")
    def _catch_up(self) -> None:
        worker = get_current_worker()
        try:
            count = sum(1 for _ in self._library.catch_up(lambda: worker.is_cancelled))
        except Exception:  # searching says what is wrong with the index; the list does without
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._caught_up, count)

    def _caught_up(self, count: int) -> None:
        if self.is_current:
            self._read()

    @on(Input.Changed)
    def _filter_changed(self) -> None:
        self._list()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._filter.display = bool(self._filter.value)
        self._shelf.focus()

    @on(OrderName.Chosen)
    def _order_chosen(self, event: OrderName.Chosen) -> None:
        self._sort(self._order.choose(event.name))

    def _sort(self, order: Order) -> None:
        self._order = order
        self._orders.show(order)
        self._list()

    # Adding and removing

    def _add(self, what: Path | str | None) -> None:
        if isinstance(what, Path):
            self._add_files(what)
        elif what:
            self._add_text(what)

    def _add_text(self, text: str) -> None:
        try:
            key = self._library.add_text(text)
        except Exception as error:  # whatever is wrong with the text
            self.complain(readable(error))
            return
        self._added((key,), (), "")

    @work(thread=True, exclusive=True, exit_on_error=False, group="adding")
    def _add_files(self, path: Path) -> None:
        worker = get_current_worker()
        ids: list[str] = []
        failures: list[str] = []
        said = 0.0
        try:
            for some in self._library.add_files(path, lambda: worker.is_cancelled):
                ids += some.ids
                failures += some.failures
                if time.monotonic() - said > _SAY_EVERY and not worker.is_cancelled:
                    said = time.monotonic()
                    self.app.call_from_thread(self.say, f"Adding {len(ids)} … (Escape stops)")
        except Exception as error:  # whatever is wrong with the folder or the library
            failures.append(readable(error))
        if self.app.is_running and self.is_attached:
            stopped = "Stopped. " if worker.is_cancelled else ""
            self.app.call_from_thread(self._added, tuple(ids), tuple(failures), stopped)

    def _added(self, ids: tuple[str, ...], failures: tuple[str, ...], stopped: str) -> None:
        self._filter.value = ""
        self._filter.display = False
        self._read()
        if ids:
            self._shelf.go_to(ids[-1])
        number = len(dict.fromkeys(ids))
        count = f"{number} article{'' if number == 1 else 's'} added. " if ids or not failures else ""
        more = f" And {len(failures) - 1} more could not be added." if len(failures) > 1 else ""
        self.say(f"{stopped}{count}{''.join(failures[:1])}{more}".strip(), error=bool(failures))
        self._catch_up()

    def _remove(self, item: LibraryItem) -> None:
        try:
            self._library.take_out(item.id)
        except Exception as error:  # whatever holds the library
            self.complain(readable(error))
            return
        self._read()
        self.say(f"{item.title} is out of the library; u puts it back.")

    def on_paste(self, event: events.Paste) -> None:
        """Add what is pasted: the path of a file, or a text."""
        event.stop()
        path = as_path(event.text)
        if path is not None:
            self._add_files(path)
        elif is_article(event.text):
            self._add_text(event.text)
        else:
            self.say("What was pasted is neither a Chinese text nor the path of a file.", error=True)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No letter keys while one types: there they are letters like any other."""
        return action not in _LETTERS or not self._filter.has_focus

    def action_filter(self) -> None:
        """Open the filter line."""
        self._filter.display = True
        self._filter.focus()

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
            self.say("Nothing has been read yet; Enter opens an article.")
        else:
            self.post_message(Shelf.Opened(item))

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
            self.say("There is nothing to put back.")
            return
        self._read()
        self._shelf.go_to(key)
        self.say("It is in the library again.")
        self._catch_up()

    def action_escape(self) -> None:
        """Drop the filter, and stop adding."""
        self.workers.cancel_group(self, "adding")
        self._filter.action_clear()

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(keys_of(self)))


def searched(items: Sequence[LibraryItem]) -> dict[str, str]:
    """What the filter looks into, by id: titles, name, date; case, marks and script do not count."""
    texts = ((item.title, item.title_en, item.title_vi, item.name, item.date) for item in items)
    # All at once, which is several times as quick as one by one.
    whole = "\0".join("\n".join(parts).replace("\0", "") for parts in texts)
    folded = fold(whole)
    for odd in set(folded):
        if (usual := simplified_shapes(odd)) != odd:
            folded = folded.replace(odd, usual)
    return {item.id: text for item, text in zip(items, folded.split("\0"), strict=True)}
