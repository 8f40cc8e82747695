"""Where the three texts of a row stand: columns, lines, and what comes above a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from reader.plain import shown
from reader.tui.look import ALL, Language, Look
from reader.tui.ruby import LEAST, Reading, readings, widening
from reader.tui.wrap import wrap
from translate.row import Row

GUTTER = 3
"""Cells left of the first column: the mark of the current row, that of a block's kind, and air."""
GAP = 3
"""Cells between columns."""
WIDE = 100
"""From this width in cells on, three columns stand side by side."""
NARROWEST = 10
"""What a column side by side with others keeps, in cells."""
MISSING = "…"
FLAG = "⚑"

_LABELLED = 40
_LONG = 5_000  # characters
_WIDE = {1: 0, 2: 72, 3: WIDE}
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
        room = max(2, width - GUTTER - (len(languages) - 1) * GAP - 1)
        widths = _shared(room, [look.share(language) for language in languages])
        columns, x = [], GUTTER
        for language, own in zip(languages, widths, strict=True):
            columns.append(Column(language, x, own))
            x += own + GAP
        return cls(width, False, tuple(columns), look)

    def divider_at(self, x: int) -> int | None:
        """The number, from 0, of the divider between columns at a cell."""
        if self.stacked:
            return None
        for number, column in enumerate(self.columns[:-1]):
            if 0 <= x - column.x - column.width < GAP:
                return number
        return None

    def divided(self, divider: int, change: int) -> Look:
        """The look with a divider moved by some cells to the right, or left, as far as that can be."""
        widths = {column.language: column.width for column in self.columns}
        left, right = self.columns[divider], self.columns[divider + 1]
        change = max(NARROWEST - left.width, min(change, right.width - NARROWEST))
        widths[left.language] += change
        widths[right.language] -= change
        return self.look.resized(widths)

    @property
    def labelled(self) -> bool:
        """Whether stacked texts carry the label of their language."""
        return self.stacked and self.width >= _LABELLED


def _shared(room: int, shares: Sequence[int]) -> list[int]:
    """A room divided by shares; none gets less than ``NARROWEST`` where there is enough for all."""
    if len(shares) == 1:
        return [min(room, _LONGEST)]
    widths = [room * share // sum(shares) for share in shares]
    widths[-1] = room - sum(widths[:-1])
    for place, width in enumerate(widths):
        widest = max(range(len(widths)), key=widths.__getitem__)
        lacking = max(0, min(NARROWEST - width, widths[widest] - NARROWEST))
        widths[place] += lacking
        widths[widest] -= lacking
    return widths


class Above(Enum):
    """A line above a row's text, or in the place of it."""

    BLANK = "blank"
    RULE = "rule"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A text as painted, its lines as character offsets, and where its flags begin in it.

    With ``readings`` (one a character) each line of text is two lines of the screen; ``extra`` is
    then how many cells each character is set wider than it is.
    """

    text: str
    lines: tuple[tuple[int, int], ...]
    flags_at: int
    readings: tuple[str, ...] = ()
    extra: tuple[int, ...] = ()
    below: bool = False

    @property
    def height(self) -> int:
        """Lines of the screen."""
        return len(self.lines) * (2 if self.readings else 1)

    def text_line(self, line: int) -> tuple[int, bool]:
        """The line of text that a line of the screen belongs to, and whether that shows its readings."""
        if not self.readings:
            return line, False
        return line // 2, bool(line % 2) == self.below

    def line_of(self, offset: int) -> int:
        """The line of the screen that shows the character at ``offset``."""
        found = len(self.lines) - 1
        for number, (_, end) in enumerate(self.lines):
            if offset < end:
                found = number
                break
        return found * 2 + (not self.below) if self.readings else found

    def cells_before(self, offset: int) -> int:
        """How many cells of its line come before the character at ``offset``."""
        line, _ = self.text_line(self.line_of(offset))
        start = self.lines[line][0]
        return cell_len(self.text[start:offset]) + sum(self.extra[start:offset])

    def offset_at(self, line: int, cell: int) -> int | None:
        """The character that takes up a cell of a line of the screen, with its text or its reading."""
        for offset in range(*self.lines[self.text_line(line)[0]]):
            cell -= get_character_cell_size(self.text[offset])
            cell -= self.extra[offset] if self.extra else 0
            if cell < 0:
                return offset
        return None

    def spread(self, start: int, end: int) -> str:
        """Characters with the spaces that their readings want after them."""
        if not self.extra:
            return self.text[start:end]
        return "".join(self.text[at] + " " * self.extra[at] for at in range(start, end))

    def reading_line(self, start: int, end: int) -> str:
        """The readings of some characters, each beginning at the cell of its own."""
        line = ""
        for at in range(start, end):
            cells = get_character_cell_size(self.text[at]) + self.extra[at]
            line += self.readings[at] + " " * max(0, cells - cell_len(self.readings[at]))
        return line


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row broken into lines: what stands above it, then its texts by column.

    Where ``folded`` rows are folded into one line, the first has that line and no cells.
    """

    above: tuple[Above, ...]
    cells: tuple[LaidCell, ...]
    stacked: bool
    folded: int = 0

    @property
    def height(self) -> int:
        """All lines, those above included."""
        counts = [cell.height for cell in self.cells]
        return len(self.above) + (sum(counts) if self.stacked else max(counts, default=0))

    def is_rule(self, line: int) -> bool:
        """Whether a line of the row is the rule above related items."""
        return line < len(self.above) and self.above[line] is not Above.BLANK

    def line_of(self, column: int, offset: int) -> int:
        """The line within the row that shows a character of a column."""
        line = len(self.above) + self.cells[column].line_of(offset)
        if self.stacked:
            line += sum(cell.height for cell in self.cells[:column])
        return line

    def texts_at(self, line: int) -> Iterator[tuple[int, int]]:
        """(column, line of the screen within its cell) of everything shown in a line of the row."""
        line -= len(self.above)
        if line < 0:
            return
        for column, cell in enumerate(self.cells):
            if line < cell.height:
                if line >= 0:
                    yield column, line
                if self.stacked:
                    return
            if self.stacked:
                line -= cell.height


def lay(row: Row, before: Row | None, geometry: Geometry, reading: Reading | None = None) -> LaidRow:
    """Break a row's texts into lines; ``before`` is the row above it, ``reading`` its own if it has one."""
    reading = geometry.look.reading if reading is None else reading
    cells = tuple(_lay_cell(row, column, geometry.look, reading) for column in geometry.columns)
    return LaidRow(above(row, before, geometry.stacked), cells, geometry.stacked)


def _lay_cell(row: Row, column: Column, look: Look, reading: Reading) -> LaidCell:
    text = look.text_of(row, column.language)
    text = MISSING if text is None else shown(text)
    flags_at = len(text)
    target = column.language.target
    if target is None and reading is not Reading.NONE and column.width >= LEAST:
        read = readings(row, reading)
        if any(read):
            extra = widening(text, read)
            lines = wrap(text, column.width, extra)
            return LaidCell(text, tuple(lines), flags_at, read, tuple(extra), look.below)
    cell = None if target is None else row.cells.get(target)
    if cell is not None and cell.flags:
        text += f" {FLAG}\u00a0{', '.join(map(shown, cell.flags))}"
    broken = _broken if len(text) > _LONG else wrap
    return LaidCell(text, tuple(broken(text, column.width)), flags_at)


# A very long text is not broken anew where only what stands beside it, or above it, has changed.
@lru_cache(maxsize=12)
def _broken(text: str, width: int) -> Sequence[tuple[int, int]]:
    return wrap(text, width)


def above(row: Row, before: Row | None, stacked: bool) -> tuple[Above, ...]:
    """The lines above a row; ``before`` is the row above it."""
    segment = row.segment
    if segment.kind.is_related and (before is None or not before.segment.kind.is_related):
        return (Above.BLANK, Above.RULE, Above.BLANK) if before is not None else (Above.RULE, Above.BLANK)
    if before is None:
        return ()
    return (Above.BLANK,) if stacked or segment.paragraph != before.segment.paragraph else ()
