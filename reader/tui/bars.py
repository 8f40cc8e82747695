"""The lines above an article: its title and progress, and the columns' names."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from reader.tui.layout import Geometry
from reader.tui.look import Look
from reader.tui.plain import shown


class TitleBar(Horizontal):
    """A title on the left, and on the right how far one is."""

    def __init__(self, title: str, progress: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = Static(Content(shown(title)), classes="title")
        self._progress = Static(Content(progress), classes="progress")

    def compose(self) -> ComposeResult:
        """Title, progress."""
        yield self._title
        yield self._progress

    def show(self, progress: str) -> None:
        """Show how far one is."""
        self._progress.update(Content(progress))


class ColumnNames(Widget):
    """The languages' names, above the grid's columns where these stand side by side."""

    def __init__(self, look: Look, scroll_bar: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._scroll_bar = scroll_bar

    def show(self, look: Look) -> None:
        """Name the columns there are now."""
        self._look = look
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the names."""
        width = self.size.width
        geometry = Geometry.fit(max(0, width - self._scroll_bar), self._look)
        text, x = [], 0
        if y == 0 and not geometry.stacked:
            for column in geometry.columns:
                name = column.language.title
                strip = Strip([Segment(" " * (column.x - x) + name, self.rich_style)])
                text.append(strip)
                x += strip.cell_length
        return Strip.join(text).adjust_cell_length(width, self.rich_style)
