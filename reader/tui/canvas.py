"""What has been painted of a grid, kept while it may be shown again."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.align import Light
from reader.tui.look import Language
from reader.tui.palette import overlay
from reader.tui.selected import Selected
from reader.tui.sheet import Sheet
from reader.tui.sought import Sought
from reader.tui.strips import COMPONENTS, Find, Mark, Painter

# Painted rows kept. More would spare little and give the garbage collector more to walk through.
_KEPT = 40


class Canvas:
    """Paints lines of a sheet in the component styles of a widget (``grid--…``), each once."""

    def __init__(self, widget: Widget, sheet: Sheet) -> None:
        self._widget = widget
        self._sheet = sheet
        self._painter: Painter | None = None
        self._marks: dict[int, list[list[Mark]]] = {}
        self._strips: dict[int, dict[int, Strip]] = {}
        self.find = Find()
        self._light: Light | None = None
        self._selected: Selected | None = None
        self._sought: Sought | None = None
        self.chosen: Language | None = None
        self.margins: dict[int, str] = {}

    @property
    def light(self) -> Light | None:
        """What is lit up."""
        return self._light

    @light.setter
    def light(self, light: Light | None) -> None:
        for one in (self._light, light):
            if one is not None:
                self.drop(one.row)
        self._light = light

    @property
    def selected(self) -> Selected | None:
        """What is selected."""
        return self._selected

    @selected.setter
    def selected(self, selected: Selected | None) -> None:
        for one in (self._selected, selected):
            touched = range(0) if one is None else one.rows
            for row in [row for row in self._strips if row in touched]:
                self.drop(row)
        self._selected = selected

    @property
    def sought(self) -> Sought | None:
        """What a search of the library found here."""
        return self._sought

    @sought.setter
    def sought(self, sought: Sought | None) -> None:
        for one in (self._sought, sought):
            if one is not None:
                self.drop(one.row)
        self._sought = sought

    def restyle(self) -> None:
        """Forget everything: the colours or the width have changed."""
        self._painter = None
        self.forget()

    def forget(self) -> None:
        """Forget what has been painted: what stands out has changed."""
        self._strips.clear()
        self._marks.clear()

    def drop(self, row: int) -> None:
        """Forget a row: its texts or its marks have changed."""
        self._strips.pop(row, None)
        self._marks.pop(row, None)

    def blank(self) -> Strip:
        """A line of nothing."""
        return self._make().blank()

    def line(self, row: int, line: int, current: bool) -> Strip:
        """A line of a row, as the current one or not; ``drop`` rows that become or cease to be it."""
        strips = self._strips.get(row)
        if strips is None:
            if len(self._strips) >= max(_KEPT, self._widget.size.height * 3 // 2):
                self.forget()
            strips = self._strips[row] = {}
        strip = strips.get(line)
        if strip is None:
            painter = self._make()
            content = self._sheet.rows[row]
            marks = self._marks.get(row)
            if marks is None:
                marks = painter.marks(content, self.find, self._light, self._selected, self._sought)
                self._marks[row] = marks
            laid = self._sheet.laid(row)
            margin = self.margins.get(row, "")
            strip = painter.paint(content, laid, line, marks, current, self.chosen, margin)
            strips[line] = strip
        return strip

    def _make(self) -> Painter:
        if self._painter is None:
            base: Style = self._widget.rich_style
            styles = {name: overlay(self._widget, f"grid--{name}") for name in COMPONENTS}
            self._painter = Painter(self._sheet.geometry, base, styles)
        return self._painter
