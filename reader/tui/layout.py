"""Where the three texts of a row stand: columns, lines, and what comes above a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from reader.tui.plain import shown
from reader.tui.wrap import wrap
from translate.row import Row, Target

GUTTER = 2
"""Cells left of the first column: the mark of the current row, and air."""
WIDE = 100
"""From this width in cells on, the columns stand side by side."""
MISSING = "…"
FLAG = "⚑"

_GAP = 3
_LABELLED = 40


class Language(Enum):
    """A column: the source or a target, with the label it is shown under."""

    ZH = "zh"
    EN = "en"
    VI = "vi"

    @property
    def target(self) -> Target | None:
        """The target in this column, or None for the source."""
        return None if self is Language.ZH else Target(self.value)


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

    @classmethod
    def fit(cls, width: int) -> Geometry:
        """Side by side from ``WIDE`` cells on, stacked below that."""
        if width < WIDE:
            x = GUTTER + (3 if width >= _LABELLED else 0)
            room = max(2, width - x - (1 if width >= _LABELLED else 0))
            return cls(width, True, tuple(Column(language, x, room) for language in Language))
        room = width - GUTTER - 2 * _GAP - 1
        # A Chinese sentence takes about three quarters of the cells its translations take.
        zh = room * 26 // 100
        en = (room - zh) // 2
        vi = room - zh - en
        left = GUTTER + zh + _GAP
        columns = (
            Column(Language.ZH, GUTTER, zh),
            Column(Language.EN, left, en),
            Column(Language.VI, left + en + _GAP, vi),
        )
        return cls(width, False, columns)

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


def text_of(row: Row, language: Language) -> str | None:
    """A row's stored text in a language; None where there is none yet."""
    if language.target is None:
        return row.segment.text
    cell = row.cells.get(language.target)
    return None if cell is None else cell.text


def lay(row: Row, before: Row | None, geometry: Geometry) -> LaidRow:
    """Break a row's texts into lines; ``before`` is the row above it."""
    cells = tuple(_lay_cell(row, column) for column in geometry.columns)
    return LaidRow(_above(row, before, geometry.stacked), cells, geometry.stacked)


def _lay_cell(row: Row, column: Column) -> LaidCell:
    text = text_of(row, column.language)
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
