"""The rows of an article on screen: painting, scrolling, the current row, the terms in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from reader.tui.canvas import Canvas
from reader.tui.hit import hits, next_term
from reader.tui.layout import Geometry, Language
from reader.tui.sheet import Sheet
from reader.tui.strips import COMPONENTS, Find
from translate.row import Entity, Row

_REFINE_EVERY = 1 / 30
_REFINE_FOR = 0.004


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """Aligned rows, three texts each. Only what is in view is ever broken into lines and painted."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in COMPONENTS}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "row(1)", "Next row", show=False),
        Binding("k,up", "row(-1)", "Previous row", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("shift+space,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "first", "First row", show=False),
        Binding("G,end", "last", "Last row", show=False),
        Binding("n", "term(1)", "Next term"),
        Binding("p", "term(-1)", "Previous term"),
    ]

    @dataclass
    class Moved(Message):
        """Another row has become the current one."""

        row: int

    @dataclass
    class TermShown(Message):
        """A term wants its card below the cell ``at`` of the screen; with no entity: no card."""

        entity: Entity | None
        at: Offset

    class NoTerm(Message):
        """There is no further term in the direction asked for."""

    def __init__(self, rows: Sequence[Row], *, current: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet = Sheet(rows)
        self.current = max(0, min(current, len(rows) - 1))
        self._at = 0  # the line of the view at which the current row begins
        self._shape = Size(0, 0)
        self._placing = False
        self._canvas = Canvas(self, self.sheet)
        self._view: list[tuple[int, int]] = []
        self._hovered: tuple[int, int] | None = None
        self._refiner: Timer | None = None
        self._ticks = 0

    # What others ask for

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are now."""
        return self.sheet.rows

    @property
    def first_visible(self) -> int:
        """The index of the row at the top of the view."""
        return self._view[0][0] if self._view else self.current

    @property
    def last_visible(self) -> int:
        """The index of the row at the bottom of the view."""
        return self._view[-1][0] if self._view else self.current

    @property
    def found(self) -> Find:
        """What is being searched for."""
        return self._canvas.find

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Replace rows by their segment index; the current row stays where it is on screen."""
        changed = self.sheet.update(rows)
        for row in changed:
            self._canvas.drop(row)
        if any(self.first_visible <= row <= self.last_visible for row in changed):
            self._place(self.current, self._at)
        if changed and self._refiner is not None:
            self._refiner.resume()

    def highlight(self, find: Find) -> None:
        """Highlight what is searched for; the match one stands on is brought into view."""
        self._canvas.find = find
        self._canvas.forget()
        if find.at is not None:
            row, column, start = find.at
            self.close_term()
            self.go(row, line=self.sheet.laid(row).line_of(column, start), at=self._room.height // 3)
        self.refresh()

    def go(self, row: int, *, step: int = 0, line: int | None = None, at: int | None = None) -> None:
        """Make a row current and bring it into view.

        ``line`` is the line within the row that matters most; ``step`` the direction one comes
        from; ``at`` the line of the view for a row that was not in view.
        """
        if not self.rows:
            return
        row = max(0, min(row, len(self.rows) - 1))
        height = self._room.height
        tall = self.sheet.measure(row)
        place = self.sheet.heights.offset(row) - self.scroll_offset.y
        if at is not None and not 0 <= place <= height - tall:
            place = at
        place = max(0, min(place, height - tall))
        if tall > height:
            place = 0 if step >= 0 else height - tall
            if line is not None:
                place = -max(0, line - height // 3)
        self._make_current(row)
        self._place(row, place)

    def close_term(self) -> None:
        """Take the term's card away."""
        if self._canvas.open_term is not None:
            self._canvas.drop(self._canvas.open_term[0])
            self._canvas.open_term = None
            self.refresh()
        self._hovered = None
        self.post_message(self.TermShown(None, Offset()))

    # Keys

    def action_row(self, step: int) -> None:
        """Go a row on; in a row taller than the view, first to the rest of it."""
        if not self.rows:
            return
        self.close_term()
        height = self._room.height
        hidden = self._at + self.sheet.measure(self.current) - height if step > 0 else -self._at
        if hidden > 0:
            self._place(self.current, self._at - step * min(hidden, max(1, height - 1)))
        else:
            self.go(self.current + step, step=step)

    def action_page(self, step: int) -> None:
        """Go a page on, keeping a line of what was in view."""
        if not self._view:
            return
        self.close_term()
        before = self.scroll_offset.y
        leap = max(1, self._room.height - 1)
        if step > 0:
            row, line = self._view[min(leap, len(self._view) - 1)]
            self._place(row, -line)
        else:
            row, line = self._view[0]
            self._place(row, leap - line)
        if self.scroll_offset.y == before:
            row = len(self.rows) - 1 if step > 0 else 0
        else:
            row = next((row for row, line in self._view if line == 0), self._view[0][0])
        self._make_current(row)

    def action_first(self) -> None:
        """Go to the first row."""
        self.close_term()
        self.go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.close_term()
        self.go(len(self.rows) - 1, step=-1)

    def action_term(self, step: int) -> None:
        """Show the next or previous term's card, from the current row on."""
        shown = self._canvas.open_term
        entity = shown[1] if shown is not None and shown[0] == self.current else None
        found = next_term(self.rows, self.current, entity, step) if self.rows else None
        if found is None:
            self.post_message(self.NoTerm())
            return
        row, index = found
        entry = self.rows[row].entities[index]
        start = next(hit.start for hit in hits(self.rows[row], Language.ZH) if hit.entity == index)
        laid = self.sheet.laid(row)
        line = laid.line_of(0, start)
        if shown is not None:
            self._canvas.drop(shown[0])
        self._canvas.open_term = found
        self._canvas.drop(row)
        self.go(row, step=step, line=line)
        cell = laid.cells[0]
        x = self.sheet.geometry.columns[0].x
        x += cell_len(cell.text[cell.lines[cell.line_of(start)][0] : start])
        spot = Offset(x, self._at + line)
        self.post_message(self.TermShown(entry, self.content_region.offset + spot))

    # Mouse

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show the card of the term under the mouse."""
        term = event.style.meta.get("term")
        if term == self._hovered:
            return
        self._hovered = term
        if term is None:
            self.post_message(self.TermShown(None, Offset()))
            return
        row, entity = term
        if row < len(self.rows) and entity < len(self.rows[row].entities):
            self.post_message(self.TermShown(self.rows[row].entities[entity], event.screen_offset))

    def on_leave(self) -> None:
        """Take the card away when the mouse has gone."""
        if self._hovered is not None:
            self._hovered = None
            self.post_message(self.TermShown(None, Offset()))

    def on_click(self, event: events.Click) -> None:
        """Make the row clicked on the current one."""
        if 0 <= event.y < len(self._view):
            self._make_current(self._view[event.y][0])

    # Scrolling and painting

    def on_mount(self) -> None:
        """Begin refining the estimated heights."""
        self._refiner = self.set_interval(_REFINE_EVERY, self._refine)

    def on_resize(self) -> None:
        """Break the lines anew, keeping the current row where it is."""
        if self._room == self._shape:
            return
        if self._room.width != self._shape.width:
            self.sheet.reshape(Geometry.fit(self._room.width))
            self._canvas.restyle()
            if self._refiner is not None:
                self._refiner.resume()
        first = self._shape.height == 0
        self._shape = self._room
        if self.rows:
            tall, height = self.sheet.measure(self.current), self._room.height
            at = height // 4 if first else self._at
            self._place(self.current, max(0, min(at, height - tall)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what comes into view, when it was the mouse that scrolled."""
        super().watch_scroll_y(old_value, new_value)
        if self._placing or self._room != self._shape or not self.rows:
            return
        row, line = self.sheet.heights.find(round(new_value))
        self._place(row, -line)
        if not self.first_visible <= self.current <= self.last_visible:
            whole = [row for row, line in self._view if line == 0] or [self.first_visible]
            self._make_current(whole[0] if self.current < self.first_visible else whole[-1])
        if self._canvas.open_term is not None:
            self.close_term()

    def notify_style_update(self) -> None:
        """Take up the colours of another theme."""
        super().notify_style_update()
        self._canvas.restyle()

    def render_line(self, y: int) -> Strip:
        """Paint line ``y`` of the view."""
        if y >= len(self._view):
            return self._canvas.blank()
        row, line = self._view[y]
        return self._canvas.line(row, line, row == self.current)

    @property
    def _room(self) -> Size:
        """The cells there are for text: without the scroll bar."""
        return self.scrollable_content_region.size

    def _make_current(self, row: int) -> None:
        if row != self.current:
            self._canvas.drop(self.current)
            self._canvas.drop(row)
            self.current = row
            self.post_message(self.Moved(row))
            self.refresh()
        self._at = self.sheet.heights.offset(row) - self.scroll_offset.y

    def _place(self, row: int, at: int) -> None:
        """Scroll so that the row begins at line ``at`` of the view, as far as that can be."""
        self._scroll(self.sheet.settle(row, at, self._room.height))
        self._view = self.sheet.view(self.scroll_offset.y, self._room.height)
        self._at = self.sheet.heights.offset(self.current) - self.scroll_offset.y
        self.refresh()

    def _scroll(self, top: int, *, tell_height: bool = False) -> None:
        width, height = self._room
        total = self.sheet.heights.total
        # Another virtual size costs a layout of the screen and a repaint of all its widgets. While
        # heights are being measured, it is told now and then, and where scrolling depends on it.
        tell_height |= top + height >= min(total, self.virtual_size.height)
        self._placing = True
        try:
            if tell_height or self.virtual_size.width != width:
                self.virtual_size = Size(width, total)
            self.scroll_target_y = top
            self.scroll_y = top
        finally:
            self._placing = False

    def _refine(self) -> None:
        """Measure some more rows; what is in view stays, the scroll bar becomes truer."""
        if not self._shape or self.vertical_scrollbar.grabbed is not None:
            return
        more = self.sheet.refine(_REFINE_FOR)
        self._ticks += 1
        top = self.sheet.heights.offset(self.current) - self._at
        tell_height = not more or self._ticks % 10 == 0
        if top != self.scroll_offset.y or tell_height:
            self._scroll(top, tell_height=tell_height)
        if not more and self._refiner is not None:
            self._refiner.pause()
