"""Rows on screen: painting, scrolling, the current row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.timer import Timer

from reader.tui.canvas import Canvas
from reader.tui.layout import Geometry
from reader.tui.look import Look
from reader.tui.scroll_bar import RowsBar
from reader.tui.sheet import Sheet
from reader.tui.strips import COMPONENTS, Find
from translate.row import Row

_REFINE_EVERY = 1 / 30
_REFINE_FOR = 0.004


class Pane(ScrollView, inherit_bindings=False):
    """Aligned rows. Only what is in view is ever broken into lines and painted."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in COMPONENTS}

    @dataclass
    class Moved(Message):
        """Another row has become the current one."""

        row: int

    def __init__(self, rows: Sequence[Row], look: Look, *, current: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet = Sheet(rows)
        self.look = look
        self.current = max(0, min(current, len(rows) - 1))
        if self.sheet.related.reachable(self.current, -1) != self.current:
            self.sheet.turn_fold(self.current)
        self._at = 0  # the line of the view at which the current row begins
        self._shape = Size(0, 0)
        self._placing = False
        self._canvas = Canvas(self, self.sheet)
        self._view: list[tuple[int, int]] = []
        self._refiner: Timer | None = None
        self._ticks = 0

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

    def mark(self, margins: Mapping[int, str]) -> None:
        """Put marks of one cell beside rows, and take away all others."""
        old, self._canvas.margins = self._canvas.margins, dict(margins)
        for row in old.keys() | margins.keys():
            self._canvas.drop(row)
        self.refresh()

    def highlight(self, find: Find) -> None:
        """Highlight what is searched for; the match one stands on is brought into view."""
        self._canvas.find = find
        self._canvas.forget()
        if find.at is not None:
            row, column, start = find.at
            self.open_fold(row)
            self.go(row, line=self.sheet.laid(row).line_of(column, start), at=self._room.height // 3)
        self.refresh()

    def go(
        self,
        row: int,
        *,
        step: int = 0,
        line: int | None = None,
        at: int | None = None,
        unfold: bool = True,
    ) -> None:
        """Make a row current and bring it into view, out of a fold if it is in one and ``unfold`` says so.

        ``line`` is the line within the row that matters most; ``step`` the direction one comes
        from; ``at`` the line of the view for a row that was not in view.
        """
        if not self.rows:
            return
        row = max(0, min(row, len(self.rows) - 1))
        if unfold:
            self.open_fold(row)
        else:
            row = self.sheet.related.reachable(row, step)
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

    def open_fold(self, row: int) -> None:
        """Unfold the related items a row is among."""
        if self.sheet.related.is_folded(row):
            self.turn_fold(row)

    def turn_fold(self, row: int) -> bool:
        """Fold or unfold the related items a row is among; whether it is."""
        run = self.sheet.related.run_of(row)
        if run is None or not self.sheet.turn_fold(row):
            return False
        for one in range(*run):
            self._canvas.drop(one)
        if run[0] < self.current < run[1] and self.sheet.related.is_folded(row):
            self._make_current(run[0])
        self._place(self.current, self._within(self._at))
        return True

    def dress(self, look: Look) -> None:
        """Show other languages or another script; the current row stays where it is."""
        if look.languages != self.look.languages:
            self._canvas.find = Find(self._canvas.find.folded)  # its place counted columns
        self.look = look
        self._reshape()
        if self.rows:
            self._place(self.current, self._within(self._at))

    def character_at(self, x: int, y: int) -> tuple[int, int, int] | None:
        """(row, column, character offset) at a cell of the view."""
        if not 0 <= y < len(self._view):
            return None
        row, line = self._view[y]
        laid, columns = self.sheet.laid(row), self.sheet.geometry.columns
        for place, cell_line in laid.texts_at(line):
            inside = x - columns[place].x
            if 0 <= inside < columns[place].width:
                offset = laid.cells[place].offset_at(cell_line, inside)
                if offset is not None and offset < laid.cells[place].flags_at:
                    return row, place, offset
        return None

    def rolled(self) -> None:
        """Called when the mouse has scrolled."""

    # Scrolling and painting

    def on_mount(self) -> None:
        """Begin refining the estimated heights."""
        self._refiner = self.set_interval(_REFINE_EVERY, self._refine)

    def on_resize(self) -> None:
        """Break the lines anew, keeping the current row where it is."""
        if self._room == self._shape or not self.is_mounted:
            return
        if self._room.width != self._shape.width:
            self._reshape()
        first = self._shape.height == 0
        self._shape = self._room
        if self.rows:
            self._place(self.current, self._within(self._room.height // 4 if first else self._at))

    def _within(self, at: int) -> int:
        """A line of the view near ``at`` for the current row to begin at, so that all of it is in view."""
        return max(0, min(at, self._room.height - self.sheet.measure(self.current)))

    def _reshape(self) -> None:
        self.sheet.reshape(Geometry.fit(self._room.width, self.look))
        self._canvas.restyle()
        if self._refiner is not None:
            self._refiner.resume()

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
        self.rolled()

    def notify_style_update(self) -> None:
        """Take up the colours of another theme."""
        super().notify_style_update()
        self._canvas.restyle()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first wanted."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = RowsBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some lines of the view, for the size it has now.

        Rows have no border and no padding, to which Textual would see line by line; and the size may
        have changed without the message that says so being here yet.
        """
        self.on_resize()
        filters, (_, background) = self.get_line_filters(), self.background_colors
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            for each in filters:
                strip = strip.apply_filter(each, background)
            strips.append(strip)
        width = self._room.width
        return (
            strips
            if crop.x == 0 and crop.width >= width
            else [strip.crop(*crop.column_span) for strip in strips]
        )

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
