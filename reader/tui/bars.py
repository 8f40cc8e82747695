"""The lines above an article: its title and progress, and the columns' names."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from reader.plain import shown
from reader.tui.layout import GAP, Geometry
from reader.tui.look import Language, Look


class TitleBar(Horizontal):
    """A title on the left, and on the right how far one is."""

    def __init__(self, title: str, progress: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = Static(Content(shown(title)), classes="title")
        self._progress = Static(Content(progress), classes="progress")
        self._shown = progress

    def compose(self) -> ComposeResult:
        """Title, progress."""
        yield self._title
        yield self._progress

    def rename(self, title: str) -> None:
        """Show another title."""
        self._title.update(Content(shown(title)))

    def show(self, progress: str) -> None:
        """Show how far one is."""
        before, self._shown = self._shown, progress
        if progress != before:
            # A layout of the screen paints all of it anew, on every move.
            self._progress.update(Content(progress), layout=cell_len(progress) != cell_len(before))


class ColumnNames(Widget):
    """The languages' names, above the grid's columns where these stand side by side.

    The dividers between them can be dragged, a name clicked on.
    """

    @dataclass
    class Divided(Message):
        """A divider has been dragged."""

        look: Look

    @dataclass
    class Chosen(Message):
        """A name has been clicked on."""

        language: Language

    def __init__(self, look: Look, scroll_bar: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._chosen: Language | None = None
        self._scroll_bar = scroll_bar
        self._held: tuple[int, int, Geometry] | None = None  # divider, where it was taken, the columns then

    def show(self, look: Look, chosen: Language | None = None) -> None:
        """Name the columns there are now, the current one in bold."""
        self._look, self._chosen = look, chosen
        self.refresh()

    @property
    def _geometry(self) -> Geometry:
        return Geometry.fit(max(0, self.size.width - self._scroll_bar), self._look)

    def render_line(self, y: int) -> Strip:
        """Paint the names."""
        width = self.size.width
        geometry = self._geometry
        text, x = [], 0
        if y == 0 and not geometry.stacked:
            for number, column in enumerate(geometry.columns):
                if number:
                    mark = column.x - GAP // 2 - 1
                    text.append(Strip([Segment(" " * (mark - x) + "│", self.rich_style)]))
                    x = mark + 1
                chosen = column.language is self._chosen and len(geometry.columns) > 1
                style = self.rich_style + Style(bold=True) if chosen else self.rich_style
                text.append(Strip([Segment(" " * (column.x - x), self.rich_style)]))
                strip = Strip([Segment(column.language.title, style)])
                text.append(strip)
                x = column.x + strip.cell_length
        return Strip.join(text).adjust_cell_length(width, self.rich_style)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a divider, or choose a column."""
        geometry = self._geometry
        divider = geometry.divider_at(event.x)
        if divider is not None:
            self._held = divider, event.x, geometry
            self.capture_mouse()
            return
        for column in () if geometry.stacked else geometry.columns:
            if column.x <= event.x < column.x + column.width:
                self.post_message(self.Chosen(column.language))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the divider held."""
        if self._held is not None:
            divider, begin, geometry = self._held
            look = geometry.divided(divider, event.x - begin)
            if look != self._look:
                self.post_message(self.Divided(look))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._held = None
        self.release_mouse()
