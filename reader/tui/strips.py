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
from reader.tui.look import Language
from seeds.article import Kind
from translate.row import EntityType, Row

COMPONENTS = frozenset(
    {"gutter", "current", "label", "rule", "missing", "flags", "match", "found", "open", "aligned"}
    | {f"kind-{kind}" for kind in Kind}
    | {f"type-{type_}" for type_ in EntityType}
)
"""The names of the styles a painter needs."""

_RULE = " 相关 · Related · Liên quan "


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

    def marks(self, row: Row, find: Find, light: Light | None) -> list[list[Mark]]:
        """What is to stand out in each column of a row: terms, what is lit up, matches."""
        index = row.segment.index
        marks = []
        for place, column in enumerate(self._geometry.columns):
            found = []
            for hit in hits(row, column.language):
                style = self._styles[f"type-{row.entities[hit.entity].type}"]
                found.append(Mark(hit.start, hit.end, style))
            if light is not None and light.row == index:
                found.extend(self._lit(light, column.language))
            if find.folded:
                for start, end in self._geometry.look.find(row, column.language, find.folded):
                    name = "found" if find.at == (index, place, start) else "match"
                    found.append(Mark(start, end, self._styles[name]))
            marks.append(found)
        return marks

    def _lit(self, light: Light, language: Language) -> Iterator[Mark]:
        stepped = light.stepped
        if stepped is not None and stepped.language is language:
            yield Mark(stepped.start, stepped.end, self._styles["open"])
        else:
            for start, end in light.spans.get(language, ()):
                yield Mark(start, end, self._styles["aligned"])

    def paint(self, row: Row, laid: LaidRow, line: int, marks: list[list[Mark]], current: bool) -> Strip:
        """One line of a row; ``line`` counts from the row's top."""
        if line < len(laid.above):
            return self._rule() if laid.above[line] is Above.RULE else self.blank()
        base = self._base
        if current:
            base += self._styles["current"]
        text_style = base + self._styles[f"kind-{row.segment.kind}"]
        gutter = base + self._styles["gutter"]
        segments = [Segment("▌" if current else " ", gutter), Segment(" " * (GUTTER - 1), base)]
        x = GUTTER
        for place, cell_line in laid.texts_at(line):
            column = self._geometry.columns[place]
            if self._geometry.labelled and cell_line == 0:
                label = column.language.value
                segments.append(Segment(label, base + self._styles["label"]))
                x += len(label)
            if column.x > x:
                segments.append(Segment(" " * (column.x - x), base))
            cell = laid.cells[place]
            style = text_style
            if column.language.target is not None and column.language.target not in row.cells:
                style = base + self._styles["missing"]
            x = column.x
            for segment in self._texts(cell, cell.lines[cell_line], style, marks[place]):
                segments.append(segment)
                x += cell_len(segment.text)
        if x < self._geometry.width:
            segments.append(Segment(" " * (self._geometry.width - x), base))
            x = self._geometry.width
        return Strip(segments, x)

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
            yield Segment(cell.text[left:right], over)

    def _rule(self) -> Strip:
        left = "──"
        room = self._geometry.width - GUTTER - 1
        text = (left + _RULE + "─" * max(0, room - cell_len(left + _RULE)))[: max(0, room)]
        segments = [Segment(" " * GUTTER, self._base), Segment(text, self._base + self._styles["rule"])]
        strip = Strip(segments)
        return strip.adjust_cell_length(self._geometry.width, self._base)
