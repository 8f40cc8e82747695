"""The rows of an article as one reads them: with keys and the mouse, terms, words and flags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from reader.tui.align import Light, Stretch, light, next_word, stretch_at
from reader.tui.flags import next_flagged, reasons
from reader.tui.hit import next_term
from reader.tui.look import ALL, Language, Look
from reader.tui.pane import Pane
from reader.tui.script import NAMES, in_script
from reader.tui.strips import Find
from translate.row import Entity, Row

_UNTYPED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # nothing to find in a clipboard
_COVERED = 12  # a row up to this height in lines is not covered by a term's card


class Grid(Pane, can_focus=True, inherit_bindings=False):
    """Aligned rows, up to three texts each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "row(1)", "Next row", show=False),
        Binding("k,up", "row(-1)", "Previous row", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("shift+space,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "first", "First row", show=False),
        Binding("G,end", "last", "Last row", show=False),
        Binding("n", "term(1)", "Next term"),
        Binding("p", "term(-1)", "Previous term"),
        Binding("right", "word(1)", "Next word and what it became", show=False),
        Binding("left", "word(-1)", "Previous word and what it became", show=False),
        Binding("right_square_bracket", "flag(1)", "Next row with a flag", show=False),
        Binding("left_square_bracket", "flag(-1)", "Previous row with a flag", show=False),
        Binding("1", "column('zh')", "Show or hide the Chinese", show=False),
        Binding("2", "column('en')", "Show or hide the English", show=False),
        Binding("3", "column('vi')", "Show or hide the Vietnamese", show=False),
        Binding("t", "script", "Chinese in Simplified, Traditional, or as it came", show=False),
        Binding("y", "copy", "Copy the row", show=False),
    ]

    @dataclass
    class TermShown(Message):
        """A term at a column of the screen wants its card below or above some lines; no entity: no card."""

        entity: Entity | None
        x: int = 0
        top: int = 0
        bottom: int = 0

    @dataclass
    class Told(Message):
        """Something to say about what one has asked for, as long as one stays at a row."""

        text: str
        row: int

    @dataclass
    class Dressed(Message):
        """Other languages are shown, or another script."""

        look: Look

    def __init__(
        self, rows: Sequence[Row], look: Look = ALL, *, current: int = 0, id: str | None = None
    ) -> None:
        super().__init__(rows, look, current=current, id=id)
        self._stepped: Stretch | None = None
        self._hovered: Stretch | None = None
        self._under: tuple[int, int, int] | None = None

    @property
    def lit(self) -> Light | None:
        """What is lit up just now."""
        return self._canvas.light

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Replace rows by their segment index; what was lit up in them goes out."""
        rows = list(rows)
        lit = self._canvas.light
        if lit is not None and any(
            row.segment.index == lit.row and row != self.rows[lit.row] for row in rows
        ):
            self.close_term()
        super().update_rows(rows)

    def highlight(self, find: Find) -> None:
        """Highlight what is searched for; the match one stands on is brought into view."""
        if find.at is not None:
            self.close_term()
        super().highlight(find)

    def rolled(self) -> None:
        """Put out what has scrolled away."""
        if self._canvas.light is not None:
            self.close_term()

    def close_term(self) -> None:
        """Take the term's card away, and put out what is lit up."""
        self._stepped = self._hovered = None
        self._lighten(None)
        self.post_message(self.TermShown(None))

    def _lighten(self, lit: Light | None) -> None:
        if lit != self._canvas.light:
            self._canvas.light = lit
            self.refresh()

    def _tell(self, text: str) -> None:
        self.post_message(self.Told(text, self.current))

    # Keys

    def action_row(self, step: int) -> None:
        """Go a row on; in a row taller than the view, first to the rest of it."""
        if not self.rows:
            return
        self.close_term()
        height = self._room.height
        hidden = self._at + self.sheet.measure(self.current) - height if step > 0 else -self._at
        if hidden > 0:
            self._place(self.current, self._at - step * min(hidden, max(1, height - 1)))
        else:
            self.go(self.current + step, step=step)

    def action_page(self, step: int) -> None:
        """Go a page on, keeping a line of what was in view."""
        if not self._view:
            return
        self.close_term()
        before = self.scroll_offset.y
        leap = max(1, self._room.height - 1)
        if step > 0:
            row, line = self._view[min(leap, len(self._view) - 1)]
            self._place(row, -line)
        else:
            row, line = self._view[0]
            self._place(row, leap - line)
        if self.scroll_offset.y == before:
            row = len(self.rows) - 1 if step > 0 else 0
        else:
            row = next((row for row, line in self._view if line == 0), self._view[0][0])
        self._make_current(row)

    def action_first(self) -> None:
        """Go to the first row."""
        self.close_term()
        self.go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.close_term()
        self.go(len(self.rows) - 1, step=-1)

    def action_term(self, step: int) -> None:
        """Show the next or previous term's card, from the current row on."""
        stepped = self._stepped if self._stepped and self._stepped.row == self.current else None
        found = None
        if self.rows:
            found = next_term(self.rows, self.current, stepped.entity if stepped else None, step)
        if found is None:
            self._tell("No further term")
            return
        row, index = found
        entity = self.rows[row].entities[index]
        at = self._step_to(Stretch(row, Language.ZH, entity.start, entity.end, index), step)
        self._show_card(row, index, self.content_region.offset + at)

    def action_word(self, step: int) -> None:
        """Light up the next or previous word of the Chinese, and what it became."""
        stepped = self._stepped if self._stepped and self._stepped.row == self.current else None
        span = (stepped.start, stepped.end) if stepped else None
        # With nothing lit up, the row's own first word comes first, in either direction.
        found = next_word(self.rows, self.current, span, step if stepped else 1)
        if found is None:
            self._tell("No further word")
            return
        row, (start, end) = found
        self.post_message(self.TermShown(None))
        self._step_to(Stretch(row, Language.ZH, start, end), step)

    def _step_to(self, stretch: Stretch, step: int) -> Offset:
        """Light up a stretch of the Chinese; the cell of the view where it begins, or what it became."""
        self._stepped, self._hovered = stretch, None
        lit = light(self.rows[stretch.row], stretch, stepped=True)
        self._lighten(lit)
        laid, columns = self.sheet.laid(stretch.row), self.sheet.geometry.columns
        seen = [(place, lit.spans.get(column.language)) for place, column in enumerate(columns)]
        place, start = next(((place, spans[0][0]) for place, spans in seen if spans), (0, 0))
        line = laid.line_of(place, start)
        self.go(stretch.row, step=step, line=line)
        return Offset(columns[place].x + laid.cells[place].cells_before(start), self._at + line)

    def action_flag(self, step: int) -> None:
        """Go to the next or previous flagged row and say why it is flagged."""
        found = next_flagged(self.rows, self.current, step)
        if found is None:
            self._tell("No further flag")
            return
        self.close_term()
        self.post_message(self.Told(f"⚑ {reasons(self.rows[found])}", found))
        self.go(found, step=step)

    def action_column(self, name: str) -> None:
        """Show or hide a language."""
        look = self.look.toggled(Language(name))
        if look.languages:
            self.dress(look)
        else:
            self._tell("One language has to stay")

    def action_script(self) -> None:
        """Show the Chinese in the next script."""
        look = self.look.turned()
        self.dress(look)
        self._tell(f"Chinese: {NAMES[look.script]}")

    def dress(self, look: Look) -> None:
        """Show other languages or another script; the current row stays where it is."""
        self.close_term()
        super().dress(look)
        self.post_message(self.Dressed(look))

    def action_copy(self) -> None:
        """Copy the current row's texts to the clipboard, by way of the terminal."""
        if not self.rows:
            return
        texts = [self.look.text_of(self.rows[self.current], language) for language in Language]
        self.app.copy_to_clipboard("\n".join(_UNTYPED.sub(" ", text) for text in texts if text))
        self._tell(f"Row {self.current + 1} copied")

    # Mouse

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the word under the mouse and what it became; show its card if it is a term."""
        under = self.character_at(event.x, event.y)
        if under == self._under:
            return
        self._under = under
        found = None
        if under is not None:
            row, place, offset = under
            found = stretch_at(self.rows[row], self.sheet.geometry.columns[place].language, offset)
        self._hover(found, event.screen_offset)

    def _hover(self, stretch: Stretch | None, at: Offset) -> None:
        if stretch == self._hovered:
            return
        self._hovered = stretch
        if stretch is not None:
            self._lighten(light(self.rows[stretch.row], stretch))
        elif self._stepped is not None:
            self._lighten(light(self.rows[self._stepped.row], self._stepped, stepped=True))
        else:
            self._lighten(None)
        if stretch is None or stretch.entity is None:
            self.post_message(self.TermShown(None))
        else:
            self._show_card(stretch.row, stretch.entity, at)

    def _show_card(self, row: int, index: int, at: Offset) -> None:
        entity = self.rows[row].entities[index]
        entity = replace(entity, zh=in_script(entity.zh, self.look.script))
        top = bottom = at.y
        tall = self.sheet.measure(row)
        if tall <= _COVERED:
            region = self.content_region
            top = region.y + self.sheet.heights.offset(row) - self.scroll_offset.y
            top, bottom = max(region.y, top), min(region.bottom, top + tall) - 1
        self.post_message(self.TermShown(entity, at.x, top, bottom))

    def on_leave(self) -> None:
        """Take the card away when the mouse has gone."""
        self._under = None
        self._hover(None, Offset())

    def on_click(self, event: events.Click) -> None:
        """Make the row clicked on the current one."""
        if 0 <= event.y < len(self._view):
            self._make_current(self._view[event.y][0])
