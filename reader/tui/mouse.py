"""The mouse over the rows: pointing, clicking, selecting text of one column."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Offset

from reader.tui.align import Stretch, light, stretch_at
from reader.tui.lamp import Lamp
from reader.tui.look import ALL, Language, Look, text_of
from reader.tui.selected import Selected
from reader.tui.speech import phrase
from translate.row import Row


class Mouse(Lamp, inherit_bindings=False):
    """Aligned rows one can point at; dragging selects text of the column where it began, and of no other."""

    def __init__(
        self, rows: Sequence[Row], look: Look = ALL, *, current: int = 0, id: str | None = None
    ) -> None:
        super().__init__(rows, look, current=current, id=id)
        self._under: tuple[int, int, int] | None = None
        self._pressed: tuple[int, int, int] | None = None
        self._dragged = False

    @property
    def selected(self) -> Selected | None:
        """What has been selected."""
        return self._canvas.selected

    def close_term(self) -> None:
        """Take the card away, and put out what is lit up or selected."""
        if self._pressed is None or not self._dragged:
            self._select(None)
        super().close_term()

    def _select(self, selected: Selected | None) -> None:
        if selected != self._canvas.selected:
            self._canvas.selected = selected
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the word under the mouse and what it became, with a card; or select."""
        if self._pressed is not None and event.button == 1:
            self._drag(event.x, event.y)
            return
        under = self.character_at(event.x, event.y)
        if under == self._under:
            return
        self._under = under
        found = None
        if under is not None:
            row, place, offset = under
            found = stretch_at(self.rows[row], self.look.languages[place], offset)
        self._hover(found, event.screen_offset, as_word=event.ctrl)

    def _hover(self, stretch: Stretch | None, at: Offset, *, as_word: bool = False) -> None:
        if stretch == self._hovered:
            return
        self._hovered = stretch
        if stretch is not None:
            self._lighten(light(self.rows[stretch.row], stretch))
        elif self._stepped is not None:
            self._lighten(light(self.rows[self._stepped.row], self._stepped, stepped=True))
        else:
            self._lighten(None)
        if stretch is None or (stretch.entity is None and not as_word and not self._looking_up):
            self.post_message(self.TermShown(None))
        else:
            self._show_card(stretch, at, as_word=as_word)

    def on_leave(self) -> None:
        """Take the card away when the mouse has gone."""
        self._under = None
        self._hover(None, Offset())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select, perhaps."""
        self._dragged = False
        self._pressed = self.character_at(event.x, event.y) if event.button == 1 else None
        self._select(None)

    def on_mouse_up(self) -> None:
        """End of selecting."""
        self._pressed = None
        self.release_mouse()
        if self._canvas.selected is not None:
            length = len(self._canvas.selected.text(self.rows, self.look))
            self.tell(phrase("characters-selected", number=length))

    def on_click(self, event: events.Click) -> None:
        """Make the row and column clicked on current; step to a term; unfold what is folded."""
        if self._dragged or not 0 <= event.y < len(self._view):
            self._dragged = False
            return
        row = self._view[event.y][0]
        self._make_current(row)
        if self.sheet.related.is_folded(row):
            self.turn_fold(row)
            return
        if self.sheet.laid(row).is_rule(self._view[event.y][1]):
            self.turn_fold(row)
            return
        for column in self.sheet.geometry.columns:
            if not self.sheet.geometry.stacked and 0 <= event.x - column.x < column.width:
                self.choose(column.language)
        under = self.character_at(event.x, event.y)
        if under is None:
            return
        language = self.look.languages[under[1]]
        self.choose(language)
        found = stretch_at(self.rows[row], language, under[2])
        if found is not None and found.entity is not None:
            self._stepped = found
            self._hover(found, event.screen_offset)

    def _drag(self, x: int, y: int) -> None:
        if self._pressed is None or not self._view:
            return
        begin_row, place, begin = self._pressed
        if not self._dragged:
            self._dragged = True
            self.close_term()
            self.capture_mouse()
        if y < 0 or y >= len(self._view):
            self.scroll_relative(y=-1 if y < 0 else 1, animate=False)
        language = self.look.languages[place]
        row, at = self._nearest(place, language, x, max(0, min(y, len(self._view) - 1)))
        self._select(Selected(language, (begin_row, begin), (row, at)))

    def _nearest(self, place: int, language: Language, x: int, y: int) -> tuple[int, int]:
        """The character of a column that a cell of the view is next to."""
        row, line = self._view[y]
        laid, column = self.sheet.laid(row), self.sheet.geometry.columns[place]
        last = max(0, len(text_of(self.rows[row], language) or "") - 1)
        for seen, cell_line in laid.texts_at(line):
            if seen == place:
                cell = laid.cells[place]
                start, end = cell.lines[cell.text_line(cell_line)[0]]
                offset = start if x < column.x else cell.offset_at(cell_line, x - column.x)
                return row, min(last, max(start, end - 1) if offset is None else offset)
        above = line < len(laid.above) or (laid.stacked and line < laid.line_of(place, 0))
        return row, 0 if above and laid.cells else last
