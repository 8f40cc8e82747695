"""The screen on which an article is read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from reader.desk import Cells, Desk
from reader.plain import shown
from reader.tui.bars import ColumnNames, TitleBar
from reader.tui.bench import Work
from reader.tui.card import Card
from reader.tui.filling import Pipeline, readable
from reader.tui.grid import Grid
from reader.tui.help import HelpScreen, keys_of
from reader.tui.keys import Keys
from reader.tui.layout import Geometry
from reader.tui.library import Hit, Library
from reader.tui.look import ALL, Look
from reader.tui.mark_bench import MarkBench
from reader.tui.notes import NoteCard
from reader.tui.said import Said
from reader.tui.search import SearchLine
from reader.tui.seek import seek
from reader.tui.sought import Sought
from reader.tui.speech import phrase
from reader.tui.stopping_place import StoppingPlace
from reader.tui.strips import Find
from reader.tui.translation import Translation
from reader.tui.typeahead import turn_to
from reader.tui.workplace import workplace
from seeds.article import Article
from translate.row import Row

_NARROW = 40  # below this width in cells, only the place is told
_LOW = 10  # below this height in cells, the names of the columns give way to text


class ArticleScreen(Screen[None], inherit_bindings=False):
    """An article's rows, their translation as it comes in, and the place where one reads."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["article_screen.tcss"]
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
        desk: Desk | None = None,
    ) -> None:
        super().__init__()
        self._library = library
        self._item_id = item_id
        self._is_only = is_only
        self._grid = Grid(rows, look, current=position, id="grid")
        self._names = ColumnNames(look, id="names")
        self._bar = TitleBar(article.title or article.name, id="bar")
        self._stopped = StoppingPlace(self, self._grid, library, item_id, self.complain)
        self._card = Card(id="card")
        self._search = SearchLine(id="search")
        self._said = Said(id="said")
        self._note = NoteCard(id="note")
        self._notice = notice
        self._desk = desk
        self._translation = Translation(
            self, self._grid, pipeline, changed=self._changed, failed=self._translation_failed
        )
        self._place: Widget = self._grid
        if desk is not None:
            cells = Cells(desk, [row.segment.text for row in rows])
            name = item_id or article.name
            self._place = workplace(
                Work(desk, article, name, cells, self._grid, self._translation, self.tell, self.complain)
            )

    def compose(self) -> ComposeResult:
        """Title, columns, rows, search, what there is to say, keys; the card lies over all."""
        yield self._bar
        yield self._names
        yield self._place
        yield self._search
        yield self._said
        yield Keys()
        yield self._card
        yield self._note

    def on_mount(self) -> None:
        """Paint first, then translate."""
        self._grid.focus()
        self.say(self._notice)
        self._show_progress()
        self.call_after_refresh(self._grid.show_sought)
        self.call_after_refresh(self._translation.start)

    def light_up(self, hit: Hit) -> None:
        """Light up what a search of the library found, until the next step."""
        self._grid.seek(Sought.of(hit))

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
        self._stopped.save()

    # Translation

    def _changed(self, rows: Sequence[Row]) -> None:
        self._show_progress()
        sought = self._grid.sought
        if sought is not None and any(row.segment.index == sought.row for row in rows):
            self._grid.show_sought()
        if self._item_id is not None and rows:
            self._library.note(self._item_id, rows)

    def _translation_failed(self, error: Exception) -> None:
        self.complain(error, f"{phrase('translation-stopped-by')} ")
        self._show_progress()

    # Place

    @on(Grid.Moved)
    def _moved(self, event: Grid.Moved) -> None:
        self._said.moved(event.row)
        self._show_progress()
        self._stopped.moved()

    def _show_progress(self) -> None:
        narrow = self.size.width < _NARROW
        halted = self._translation.is_halted
        self._bar.show(self._translation.tally.told(self._grid.current, narrow=narrow, halted=halted))

    # Terms

    @on(Grid.TermShown)
    def _term_shown(self, event: Grid.TermShown) -> None:
        self._note.display = False
        if event.subject is None:
            self._card.hide()
        else:
            self._card.show(event.subject, event.x, event.top, event.bottom)

    @on(Card.Opened)
    def _card_opened(self) -> None:
        self._grid.action_open()

    @on(MarkBench.Noted)
    def _noted(self, event: MarkBench.Noted) -> None:
        if self._grid.rows:
            x, _, bottom = self._grid.beside_current
            self._note.show_note(event.note, x, bottom + 1)

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
        turn_to(self._search)
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
            onwards = phrase("search-from-top" if step > 0 else "search-from-end")
            self.tell(onwards if gone_round else "")
            self._grid.highlight(Find(find.folded, place))
            return
        self.tell(phrase("not-found", text=shown(self._search.text)))

    # The rest

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what made a search or a translation fail."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.complain(event.worker.error)

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a line of text above the keys until it is taken away; empty: take it away."""
        self._said.say(text, error=error)

    def complain(self, error: BaseException, about: str = "") -> None:
        """Say what went wrong, in one line; its traceback goes into the log."""
        log = self._desk.log(error) if self._desk is not None else None
        details = f" ({phrase('details-in', path=str(log))})" if log is not None else ""
        self.say(f"{about}{readable(error)}{details}", error=True)

    def tell(self, text: str, row: int | None = None) -> None:
        """Show a passing remark in place of what is said, as long as one stays at ``row``."""
        self._said.tell(text, row)

    def action_escape(self) -> None:
        """Take away what lies over the text: the card, what was said, the matches."""
        self._grid.close_term()
        self.say("")
        if self._grid.found.folded:
            self._grid.highlight(Find())

    def respeak(self) -> None:
        """Say all this in the language there is now."""
        self._search.placeholder = phrase("search-hint")
        self._grid.close_term()
        self._grid.repaint()
        self.tell("")
        self._show_progress()

    def dress(self, look: Look) -> None:
        """Show the columns otherwise."""
        self._grid.dress(look)

    def action_help(self) -> None:
        """Show the keys."""
        self._grid.close_term()
        self.app.push_screen(HelpScreen(keys_of(self)))

    def action_leave(self) -> None:
        """Back to the library, or out, if there is none below."""
        self._stopped.save()
        if self._is_only:
            self.app.exit()
        else:
            self.dismiss(None)
