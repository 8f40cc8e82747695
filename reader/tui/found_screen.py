"""The screen on which one searches all articles."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.tui.bars import TitleBar
from reader.tui.entry import Entry
from reader.tui.filling import readable
from reader.tui.found import Found
from reader.tui.help import HelpScreen, keys_of
from reader.tui.keys import Keys
from reader.tui.library import Hit, Library
from reader.tui.said import Said
from reader.tui.speech import phrase
from reader.tui.typeahead import turn_to

LIMIT = 200
_AFTER_TYPING = 0.12
_PROGRESS_EVERY = 0.25


class QueryLine(Entry):
    """Where one types what to search for; results come as one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "screen.to_results", "To the results"),
        Binding("escape", "screen.leave", "Back"),
    ]


class FoundScreen(Screen[None], inherit_bindings=False):
    """A query and what it finds in the library; Enter opens the article at the segment."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["library_screen.tcss", "found_screen.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "query", "Other words"),
        Binding("question_mark", "help", "Keys"),
        Binding("escape,q", "leave", "Back"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._bar = TitleBar(phrase("found-title"), id="bar")
        self._query = QueryLine(placeholder=phrase("found-hint"), id="query", compact=True)
        self._found = Found(id="found")
        self._said = Said(id="said")
        self._waiting: Timer | None = None
        self._indexing = ""
        self._asked = ""

    def compose(self) -> ComposeResult:
        """Title, query, results, what there is to say, keys."""
        yield self._bar
        yield self._query
        yield self._found
        yield self._said
        yield Keys()

    def on_mount(self) -> None:
        """Type at once; what is not in the index yet comes into it meanwhile."""
        self._query.focus()
        self.say("")
        self._catch_up()

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text above the keys; empty: take it away."""
        self._said.say(text, error=error)

    def complain(self, text: str) -> None:
        """Say what went wrong."""
        self.say(text, error=True)

    # The index

    @work(thread=True, exit_on_error=False, group="indexing")
    def _catch_up(self) -> None:
        worker = get_current_worker()
        shown_at = 0.0
        try:
            for done, total in self._library.catch_up(lambda: worker.is_cancelled):
                if time.monotonic() - shown_at > _PROGRESS_EVERY and not worker.is_cancelled:
                    shown_at = time.monotonic()
                    self.app.call_from_thread(self._show_indexing, phrase("indexing", done=done, total=total))
        except Exception as error:  # whatever holds the library: what is indexed can be searched
            if not worker.is_cancelled:
                self.app.call_from_thread(self.complain, phrase("index-incomplete", error=readable(error)))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_indexing, "")

    def _show_indexing(self, text: str) -> None:
        self._indexing = text
        self._show_count(None)
        if not text and self._asked:
            self._ask()

    # Searching

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_AFTER_TYPING, self._ask)

    def _ask(self) -> None:
        self._asked = self._query.text.strip()
        if not self._asked:
            self.workers.cancel_group(self, "search")
            self._show((), "")
        else:
            self._search(self._asked)

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def _search(self, text: str) -> None:
        worker = get_current_worker()
        try:
            hits, trouble = self._library.search(text, LIMIT + 1), ""
        except Exception as error:  # whatever holds the library
            hits, trouble = (), phrase("library-unsearchable", error=readable(error))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, hits, text, trouble)

    def _show(self, hits: Sequence[Hit], text: str, trouble: str = "") -> None:
        if text != self._asked:
            return
        self._found.show(hits[:LIMIT])
        self._show_count(len(hits) if text else None)
        nothing = phrase("nothing-found", text=text) if text and not hits else ""
        self.say(trouble or nothing, error=bool(trouble))

    def _show_count(self, count: int | None) -> None:
        many = (
            ""
            if count is None
            else phrase("best-found", number=LIMIT)
            if count > LIMIT
            else phrase("number-found", number=count)
        )
        self._bar.show(" · ".join(filter(None, (self._indexing, many))))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No letter keys while one types."""
        return action not in ("query", "help") or not self._query.has_focus

    def action_to_results(self) -> None:
        """Go to the results."""
        if self._waiting is not None:
            self._waiting.stop()
        if self._query.text.strip() != self._asked:
            self._ask()
        self._found.focus()

    def action_query(self) -> None:
        """Change the words."""
        turn_to(self._query)
        self._query.action_select_all()

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(keys_of(self)))

    def respeak(self) -> None:
        """Say all this in the language there is now."""
        self._bar.rename(phrase("found-title"))
        self._query.placeholder = phrase("found-hint")
        self._indexing = ""
        self.say("")
        self._found.refresh()
        self._ask()

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
