"""The screen on which an article is read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from reader.tui.bars import ColumnNames, TitleBar
from reader.tui.card import Card
from reader.tui.filling import Filling, Pipeline, readable
from reader.tui.grid import Grid
from reader.tui.help import HelpScreen, keys_of
from reader.tui.layout import Geometry
from reader.tui.library import Library
from reader.tui.look import ALL, Look
from reader.tui.plain import shown
from reader.tui.search import SearchLine
from reader.tui.seek import seek
from reader.tui.strips import Find
from seeds.article import Article
from translate.row import Row

_REPAINT_EVERY = 0.25
_SAVE_AFTER = 1.0
_LOW = 10  # below this height in cells, the names of the columns give way to text


class ArticleScreen(Screen[None], inherit_bindings=False):
    """An article's rows, their translation as it comes in, and the place where one reads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search"),
        Binding("f3", "seek(1)", "Next match", show=False),
        Binding("shift+f3,f15", "seek(-1)", "Previous match", show=False, key_display="shift+f3"),
        Binding("escape", "escape", "Close card or search", show=False),
        Binding("question_mark", "help", "Keys"),
        Binding("q", "leave", "Back"),
    ]

    def __init__(
        self,
        article: Article,
        pipeline: Pipeline,
        rows: Sequence[Row],
        *,
        library: Library,
        item_id: str | None,
        position: int = 0,
        is_only: bool = False,
        look: Look = ALL,
        notice: str = "",
    ) -> None:
        super().__init__()
        self._pipeline = pipeline
        self._library = library
        self._item_id = item_id
        self._is_only = is_only
        self._saved = -1
        self._saving: Timer | None = None
        self._filling: Filling | None = None
        self._repainting: Timer | None = None
        self._translated = sum(bool(row.cells) for row in rows)
        self._grid = Grid(rows, look, current=position, id="grid")
        self._names = ColumnNames(look, id="names")
        self._bar = TitleBar(article.title or article.name, id="bar")
        self._card = Card(id="card")
        self._search = SearchLine(id="search")
        self._said = Static(id="said")
        self._notice = notice
        self._lasting = ("", False)  # what is said, and whether it is an error
        self._told: int | None = None  # the row that a passing remark is about

    def compose(self) -> ComposeResult:
        """Title, columns, rows, search, what there is to say, keys; the card lies over all."""
        yield self._bar
        yield self._names
        yield self._grid
        yield self._search
        yield self._said
        yield Footer()
        yield self._card

    def on_mount(self) -> None:
        """Paint first, then translate."""
        self._grid.focus()
        self.say(self._notice)
        self._show_progress()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Show the names of columns only where there are columns side by side."""
        self._show_names()
        self._show_progress()

    @on(Grid.Dressed)
    def _show_names(self) -> None:
        look = self._grid.look
        stacked = Geometry.fit(max(0, self.size.width - 1), look).stacked
        self._names.display = not stacked and self.size.height >= _LOW
        self._names.show(look, self._grid.column)

    @on(ColumnNames.Divided)
    def _divided(self, event: ColumnNames.Divided) -> None:
        self._grid.dress(event.look)

    @on(ColumnNames.Chosen)
    def _chosen(self, event: ColumnNames.Chosen) -> None:
        self._grid.choose(event.language)

    def on_unmount(self) -> None:
        """Keep the place."""
        self._save()

    # Translation

    def _fill(self) -> None:
        if not self.is_mounted or not self._grid.rows:
            return
        self._filling = Filling(self._pipeline, tuple(self._grid.rows), self._grid.first_visible)
        self._repainting = self.set_interval(_REPAINT_EVERY, self._repaint)
        self._translate(self._filling)

    @work(thread=True, exit_on_error=False, group="filling")
    def _translate(self, filling: Filling) -> None:
        worker = get_current_worker()
        filling.run(lambda: worker.is_cancelled)

    def _repaint(self) -> None:
        filling = self._filling
        if filling is None:
            return
        finished = filling.finished  # asked before taking: what comes last must not be left behind
        rows = filling.take()
        if rows:
            old = self._grid.rows
            self._translated += sum(bool(row.cells) - bool(old[row.segment.index].cells) for row in rows)
            self._grid.update_rows(rows)
            self._show_progress()
            if self._item_id is not None:
                self._library.note(self._item_id, rows)
        if finished:
            if filling.failure is not None:
                self.say(f"Translation stopped: {readable(filling.failure)}", error=True)
            if self._repainting is not None:
                self._repainting.stop()
        elif not any(self._grid.rows[row].cells for row in self._rows_in_view()):
            filling.turn_to(self._grid.first_visible)

    def _rows_in_view(self) -> range:
        return range(self._grid.first_visible, self._grid.last_visible + 1)

    # Place

    @on(Grid.Moved)
    def _moved(self, event: Grid.Moved) -> None:
        if self._told not in (None, event.row):
            self.tell("")
        self._show_progress()
        if self._saving is not None:
            self._saving.stop()
        self._saving = self.set_timer(_SAVE_AFTER, self._save)

    def _show_progress(self) -> None:
        total = len(self._grid.rows)
        share = self._translated * 100 // total if total else 100
        if self.size.width < 40:
            self._bar.show(f"{self._grid.current + 1}/{total}")
        else:
            self._bar.show(f"row {min(total, self._grid.current + 1)}/{total} · {share} % translated")

    def _save(self) -> None:
        place = self._grid.current
        if self._item_id is None or place == self._saved or not self._grid.rows:
            return
        try:
            self._library.save_position(self._item_id, place, len(self._grid.rows))
        except Exception as error:  # whatever holds the library: reading goes on
            self.say(f"The place could not be saved: {readable(error)}", error=True)
        else:
            self._saved = place

    # Terms

    @on(Grid.TermShown)
    def _term_shown(self, event: Grid.TermShown) -> None:
        if event.subject is None:
            self._card.hide()
        else:
            self._card.show(event.subject, event.x, event.top, event.bottom)

    @on(Card.Opened)
    def _card_opened(self) -> None:
        self._grid.action_open()

    @on(Grid.Told)
    def _tell(self, event: Grid.Told) -> None:
        self.tell(event.text, event.row)

    # Search

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No search key while one types: there it is a letter like any other."""
        return action != "search" or not self._search.has_focus

    def action_search(self) -> None:
        """Open the search line."""
        self._grid.close_term()
        self._search.display = True
        self._search.focus()
        self._search.action_select_all()

    @on(Input.Changed)
    def _query_changed(self) -> None:
        self.tell("")
        self._grid.highlight(Find(self._search.folded))

    @on(SearchLine.Sought)
    def _sought(self, event: SearchLine.Sought) -> None:
        self.action_seek(event.step)

    @on(SearchLine.Closed)
    def _search_closed(self) -> None:
        self._search.display = False
        self._grid.focus()

    def action_seek(self, step: int) -> None:
        """Go to the next or previous match."""
        if self._grid.found.folded and self._grid.rows:
            self._seek(step)
        elif not self._search.display:
            self.action_search()

    @work(exclusive=True, group="seek", exit_on_error=False)
    async def _seek(self, step: int) -> None:
        find = self._grid.found
        begin = find.at or (self._grid.current, -1 if step > 0 else 3, -1)
        for place in seek(self._grid.rows, find.folded, begin, step, self._grid.look):
            if place is None:
                await asyncio.sleep(0)
                continue
            gone_round = place <= begin if step > 0 else place >= begin
            end = "top" if step > 0 else "end"
            self.tell(f"Searching on from the {end}" if gone_round else "")
            self._grid.highlight(Find(find.folded, place))
            return
        self.tell(f"Not found: {shown(self._search.text)}")

    # The rest

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what made a search or a translation fail."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.say(readable(event.worker.error), error=True)

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text above the keys until it is taken away; empty: take it away."""
        self._lasting = (text, error)
        self._show_line(text, error)

    def tell(self, text: str, row: int | None = None) -> None:
        """Show a passing remark in place of what is said, as long as one stays at ``row``."""
        self._show_line(*((text, False) if text else self._lasting))
        self._told = row

    def _show_line(self, text: str, error: bool) -> None:
        self._said.update(Content(shown(text)))
        self._said.set_class(error, "error")
        self._said.display = bool(text)
        self._told = None

    def action_escape(self) -> None:
        """Take away what lies over the text: the card, what was said, the matches."""
        self._grid.close_term()
        self.say("")
        if self._grid.found.folded:
            self._grid.highlight(Find())

    def action_help(self) -> None:
        """Show the keys."""
        self._grid.close_term()
        self.app.push_screen(HelpScreen(keys_of(self)))

    def action_leave(self) -> None:
        """Back to the library, or out, if there is none below."""
        self._save()
        if self._is_only:
            self.app.exit()
        else:
            self.dismiss(None)
