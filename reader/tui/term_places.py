"""Where else a term occurs: how often, and a panel to jump from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.plain import shown
from reader.tui.look import Language, Look
from reader.tui.wrap import wrap
from translate.row import Entity, Row

Place = tuple[int, int]
"""A row, and the index of one of its entities."""

_WIDEST = 106  # cells of the panel, of which its margins and the scroll bar take some
_AROUND = 6
_BEFORE = 8  # characters shown before the term, where there is room


class Census:
    """How often each term occurs in some rows; counted when first asked for, then kept up."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._counts: Counter[str] | None = None

    def count(self, zh: str) -> int:
        """How often a term occurs."""
        if self._counts is None:
            self._counts = Counter(entity.zh for row in self._rows for entity in row.entities)
        return self._counts[zh]

    def change(self, before: Iterable[Entity], after: Iterable[Entity]) -> None:
        """Take up that a row has other entities now."""
        if self._counts is not None:
            self._counts.subtract(entity.zh for entity in before)
            self._counts.update(entity.zh for entity in after)


def occurrences(rows: Sequence[Row], zh: str) -> list[Place]:
    """All places of a term, in reading order."""
    return [
        (row.segment.index, at)
        for row in rows
        for at, entity in sorted(enumerate(row.entities), key=lambda pair: pair[1].start)
        if entity.zh == zh
    ]


def snippet(row: Row, entity: Entity, look: Look, cells: int) -> Content:
    """A line of a row's Chinese around a term, ``cells`` wide at most."""
    text = shown(look.text_of(row, Language.ZH) or "")
    start = max(0, entity.start - max(2, min(_BEFORE, cells // 8)))
    head = "…" if start else ""
    first, last = wrap(text[start:], max(8, cells - 2))[0]
    end = start + last
    tail = "…" if end < len(text) else ""
    line = f"{head}{text[start + first : end]}{tail}"
    at = len(head) + entity.start - start - first
    stop = min(len(line) - len(tail), at + entity.end - entity.start)
    return Content(line).stylize("bold underline", max(0, at), max(0, stop))


class OccurrencesScreen(ModalScreen[Place | None], inherit_bindings=False):
    """All occurrences of a term; answers with the one to go to."""

    CSS_PATH = "term_places.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close"),
        Binding("j", "cursor(1)", "Next", show=False),
        Binding("k", "cursor(-1)", "Previous", show=False),
    ]

    def __init__(self, rows: Sequence[Row], entity: Entity, look: Look, current: int) -> None:
        super().__init__()
        self._rows = rows
        self._entity = entity
        self._look = look
        self._places = occurrences(rows, entity.zh)
        self._current = next((at for at, (row, _) in enumerate(self._places) if row >= current), 0)

    def compose(self) -> ComposeResult:
        """The term, then a line for each place."""
        entity = self._entity
        renderings = " · ".join(filter(None, (entity.en, entity.vi)))
        yield Static(Content(shown(f"{entity.zh} — {renderings} — {len(self._places)}×")), id="term")
        width = max(10, min(_WIDEST, self.app.size.width * 9 // 10) - _AROUND)
        digits = len(str(len(self._rows)))
        options = [Option(self._line(row, at, digits, width - digits - 2)) for row, at in self._places]
        yield OptionList(*options, id="places", compact=True)

    def _line(self, row: int, at: int, digits: int, cells: int) -> Content:
        found = self._rows[row]
        number = set_cell_size(str(row + 1).rjust(digits), digits)
        return Content.assemble((f"{number}  ", "dim"), snippet(found, found.entities[at], self._look, cells))

    def on_mount(self) -> None:
        """Begin at the place nearest to where one reads."""
        places = self.query_one(OptionList)
        places.focus()
        places.highlighted = self._current if self._places else None

    def action_cursor(self, step: int) -> None:
        """Go a line on."""
        places = self.query_one(OptionList)
        if step > 0:
            places.action_cursor_down()
        else:
            places.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the place chosen."""
        self.dismiss(self._places[event.option_index])
