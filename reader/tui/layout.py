"""Where the three texts of a row stand: columns, lines, and what comes above a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rich.cells import cell_len, get_character_cell_size

from reader.tui.look import ALL, Language, Look
from reader.tui.plain import shown
from reader.tui.wrap import wrap
from translate.row import Row

GUTTER = 2
"""Cells left of the first column: the mark of the current row, and air."""
WIDE = 100
"""From this width in cells on, three columns stand side by side."""
MISSING = "…"
FLAG = "⚑"

_GAP = 3
_LABELLED = 40
_WIDE = {1: 0, 2: 72, 3: WIDE}
# A Chinese sentence takes about three quarters of the cells its translations take.
_SHARES = {Language.ZH: 26, Language.EN: 37, Language.VI: 37}
_LONGEST = 96  # a single column does not get wider: longer lines are hard to read


@dataclass(frozen=True, slots=True)
class Column:
    """A column's language and place: its left edge and its width in cells."""

    language: Language
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Geometry:
    """The columns that fit a width in cells."""

    width: int
    stacked: bool
    columns: tuple[Column, ...]
    look: Look = ALL

    @classmethod
    def fit(cls, width: int, look: Look = ALL) -> Geometry:
        """Side by side where there is room enough, stacked where there is not."""
        languages = look.languages
        if width < _WIDE[len(languages)]:
            x = GUTTER + (3 if width >= _LABELLED else 0)
            room = max(2, width - x - (1 if width >= _LABELLED else 0))
            return cls(width, True, tuple(Column(language, x, room) for language in languages), look)
        room = max(2, width - GUTTER - (len(languages) - 1) * _GAP - 1)
        shares = sum(_SHARES[language] for language in languages)
        columns, x = [], GUTTER
        for language in languages:
            left = GUTTER + room + (len(languages) - 1) * _GAP - x
            own = left if language is languages[-1] else room * _SHARES[language] // shares
            own = min(own, _LONGEST) if len(languages) == 1 else own
            columns.append(Column(language, x, own))
            x += own + _GAP
        return cls(width, False, tuple(columns), look)

    @property
    def labelled(self) -> bool:
        """Whether stacked texts carry the label of their language."""
        return self.stacked and self.width >= _LABELLED


class Above(Enum):
    """A line above a row's text."""

    BLANK = "blank"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A text as painted, its lines as character offsets, and where its flags begin in it."""

    text: str
    lines: tuple[tuple[int, int], ...]
    flags_at: int

    def line_of(self, offset: int) -> int:
        """The line that shows the character at ``offset``."""
        for number, (_, end) in enumerate(self.lines):
            if offset < end:
                return number
        return len(self.lines) - 1

    def cells_before(self, offset: int) -> int:
        """How many cells of its line come before the character at ``offset``."""
        return cell_len(self.text[self.lines[self.line_of(offset)][0] : offset])

    def offset_at(self, line: int, cell: int) -> int | None:
        """The character that takes up a cell of a line."""
        for offset in range(*self.lines[line]):
            cell -= get_character_cell_size(self.text[offset])
            if cell < 0:
                return offset
        return None


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row broken into lines: what stands above it, then its texts by column."""

    above: tuple[Above, ...]
    cells: tuple[LaidCell, ...]
    stacked: bool

    @property
    def height(self) -> int:
        """All lines, those above included."""
        counts = [len(cell.lines) for cell in self.cells]
        return len(self.above) + (sum(counts) if self.stacked else max(counts))

    def line_of(self, column: int, offset: int) -> int:
        """The line within the row that shows a character of a column."""
        line = len(self.above) + self.cells[column].line_of(offset)
        if self.stacked:
            line += sum(len(cell.lines) for cell in self.cells[:column])
        return line

    def texts_at(self, line: int) -> Iterator[tuple[int, int]]:
        """(column, line within its cell) of everything shown in a line of the row."""
        line -= len(self.above)
        if line < 0:
            return
        for column, cell in enumerate(self.cells):
            if line < len(cell.lines):
                if line >= 0:
                    yield column, line
                if self.stacked:
                    return
            if self.stacked:
                line -= len(cell.lines)


def lay(row: Row, before: Row | None, geometry: Geometry) -> LaidRow:
    """Break a row's texts into lines; ``before`` is the row above it."""
    cells = tuple(_lay_cell(row, column, geometry.look) for column in geometry.columns)
    return LaidRow(_above(row, before, geometry.stacked), cells, geometry.stacked)


def _lay_cell(row: Row, column: Column, look: Look) -> LaidCell:
    text = look.text_of(row, column.language)
    text = MISSING if text is None else shown(text)
    flags_at = len(text)
    cell = None if column.language.target is None else row.cells.get(column.language.target)
    if cell is not None and cell.flags:
        text += f" {FLAG}\u00a0{', '.join(map(shown, cell.flags))}"
    return LaidCell(text, tuple(wrap(text, column.width)), flags_at)


def _above(row: Row, before: Row | None, stacked: bool) -> tuple[Above, ...]:
    segment = row.segment
    if segment.kind.is_related and (before is None or not before.segment.kind.is_related):
        return (Above.BLANK, Above.RULE, Above.BLANK)
    if before is None:
        return ()
    return (Above.BLANK,) if stacked or segment.paragraph != before.segment.paragraph else ()
