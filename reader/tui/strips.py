"""Painting the lines of laid rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.align import Light
from reader.tui.hit import hits
from reader.tui.layout import GUTTER, Above, Geometry, LaidCell, LaidRow
from reader.tui.look import Language, text_of
from reader.tui.selected import Selected
from reader.tui.sought import Sought
from reader.tui.speech import phrase
from seeds.article import Kind
from translate.row import EntityType, Row

COMPONENTS = frozenset(
    {"gutter", "current", "label", "rule", "missing", "flags", "match", "found", "open", "aligned"}
    | {"chosen", "reading", "selected"}
    | {f"kind-{kind}" for kind in Kind}
    | {f"type-{type_}" for type_ in EntityType}
)
"""The names of the styles a painter needs."""

RELATED = "相关 · Related · Liên quan"
_MARKS = {Kind.CAPTION: "◦", Kind.RELATED_CAPTION: "◦"}
STATES = {"edited": "✎", "reviewed": "✓"}
"""The marks of cells that a person has worked at, by their state."""


@dataclass(frozen=True, slots=True)
class Find:
    """What is searched for: the folded query, and the match one stands on, if any.

    ``at`` is (row, column, start) with a character offset in the text.
    """

    folded: str = ""
    at: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a cell's text, in character offsets, to be painted in a style of its own."""

    start: int
    end: int
    style: Style


class Painter:
    """Paints lines of rows in the given styles, which lie over a base style."""

    def __init__(self, geometry: Geometry, base: Style, styles: Mapping[str, Style]) -> None:
        self._geometry = geometry
        self._base = base
        self._styles = styles

    def blank(self) -> Strip:
        """A line of nothing."""
        return Strip.blank(self._geometry.width, self._base)

    def marks(
        self,
        row: Row,
        find: Find,
        light: Light | None,
        selected: Selected | None = None,
        sought: Sought | None = None,
    ) -> list[list[Mark]]:
        """What is to stand out in each column of a row: terms, what is lit up, matches, what is selected."""
        index = row.segment.index
        marks = []
        for place, column in enumerate(self._geometry.columns):
            found = []
            for hit in hits(row, column.language):
                style = self._styles[f"type-{row.entities[hit.entity].type}"]
                found.append(Mark(hit.start, hit.end, style))
            if light is not None and light.row == index:
                found.extend(self._lit(light, column.language))
            if sought is not None and sought.row == index:
                text = text_of(row, column.language) or ""
                style = self._styles["match"]
                found.extend(Mark(*span, style) for span in sought.spans(column.language, text))
            if find.folded:
                for start, end in self._geometry.look.find(row, column.language, find.folded):
                    name = "found" if find.at == (index, place, start) else "match"
                    found.append(Mark(start, end, self._styles[name]))
            if selected is not None and selected.language is column.language:
                found.append(Mark(*selected.within(index), self._styles["selected"]))
            marks.append(found)
        return marks

    def _lit(self, light: Light, language: Language) -> Iterator[Mark]:
        stepped = light.stepped
        if stepped is not None and stepped.language is language:
            yield Mark(stepped.start, stepped.end, self._styles["open"])
        else:
            for start, end in light.spans.get(language, ()):
                yield Mark(start, end, self._styles["aligned"])

    def paint(
        self,
        row: Row,
        laid: LaidRow,
        line: int,
        marks: list[list[Mark]],
        current: bool,
        chosen: Language | None = None,
        margin: str = "",
    ) -> Strip:
        """One line of a row; ``line`` counts from the row's top, ``chosen`` is the current column.

        ``margin`` is a mark of one cell beside the row.
        """
        if line < len(laid.above):
            return self._above(laid, line, current)
        base = self._base
        if current:
            base += self._styles["current"]
        text_style = base + self._styles[f"kind-{row.segment.kind}"]
        gutter = base + self._styles["gutter"]
        texts = list(laid.texts_at(line))
        states = {place: self._state(row, place) for place, cell_line in texts if cell_line == 0}
        beside = margin or _MARKS.get(row.segment.kind, "") if line == len(laid.above) else ""
        beside += "".join(mark for place, mark in states.items() if place == 0 or laid.stacked)
        style = text_style if beside in _MARKS.values() else gutter
        segments = [
            Segment("▌" if current else " ", gutter),
            Segment(beside[: GUTTER - 1].ljust(GUTTER - 1), style),
        ]
        x = GUTTER
        for place, cell_line in texts:
            column = self._geometry.columns[place]
            if self._geometry.labelled and cell_line == 0:
                label = column.language.value
                name = "chosen" if current and column.language is chosen else "label"
                segments.append(Segment(label, base + self._styles[name]))
                x += len(label)
            if column.x > x:
                state = states.get(place, "") if place and not laid.stacked else ""
                segments.append(Segment(" " * (column.x - x - 2 * len(state)), base))
                if state:
                    segments.append(Segment(state + " ", gutter))
            cell = laid.cells[place]
            style = text_style
            if column.language.target is not None and column.language.target not in row.cells:
                style = base + self._styles["missing"]
            x = column.x
            number, is_reading = cell.text_line(cell_line)
            if is_reading:
                read = Segment(cell.reading_line(*cell.lines[number]), base + self._styles["reading"])
                segments.append(read)
                x += cell_len(read.text)
                continue
            for segment in self._texts(cell, cell.lines[number], style, marks[place]):
                segments.append(segment)
                x += cell_len(segment.text)
        if x < self._geometry.width:
            segments.append(Segment(" " * (self._geometry.width - x), base))
            x = self._geometry.width
        return Strip(segments, x)

    def _state(self, row: Row, place: int) -> str:
        """The mark of a cell that a person has worked at."""
        target = self._geometry.columns[place].language.target
        cell = None if target is None else row.cells.get(target)
        return "" if cell is None else STATES.get(cell.state, "")

    def _texts(
        self, cell: LaidCell, line: tuple[int, int], style: Style, marks: list[Mark]
    ) -> Iterator[Segment]:
        start, end = line
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        if cell.flags_at < end and cell.flags_at < len(cell.text):
            inside.append(Mark(cell.flags_at, len(cell.text), self._styles["flags"]))
        cuts = {start, end}
        for mark in inside:
            cuts.update((max(start, mark.start), min(end, mark.end)))
        edges = sorted(cuts)
        for left, right in pairwise(edges):
            over = style
            for mark in inside:
                if mark.start <= left and right <= mark.end:
                    over += mark.style
            if not cell.extra or not cell.extra[right - 1]:
                yield Segment(cell.spread(left, right), over)
                continue
            # The space that a reading wants after its character is no part of what ends there.
            after = style
            for mark in inside:
                if mark.start <= left and right < mark.end:
                    after += mark.style
            yield Segment(cell.spread(left, right - 1) + cell.text[right - 1], over)
            yield Segment(" " * cell.extra[right - 1], after)

    def _above(self, laid: LaidRow, line: int, current: bool) -> Strip:
        room = max(0, self._geometry.width - GUTTER - 1)
        if laid.above[line] is Above.BLANK:
            return self.blank()
        base = self._base + self._styles["current"] if current and laid.folded else self._base
        if laid.folded:
            text = f"▸ {RELATED}: {phrase('related-segments', number=laid.folded)}"
        else:
            text = f"▾ {RELATED} "
            text += "─" * (room - cell_len(text))
        segments = [
            Segment("▌" if current and laid.folded else " ", base + self._styles["gutter"]),
            Segment(" " * (GUTTER - 1), base),
            Segment(text, base + self._styles["rule"]),
        ]
        return Strip(segments).adjust_cell_length(self._geometry.width, base)
