"""The rows of an article as one reads them: all keys."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.tui.flags import reasons
from reader.tui.look import Language
from reader.tui.mouse import Mouse
from reader.tui.speech import phrase
from reader.tui.waymarks import following

_UNTYPED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # nothing to find in a clipboard


class Grid(Mouse, can_focus=True, inherit_bindings=False):
    """Aligned rows, up to three texts each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "row(1)", "Next row", show=False),
        Binding("k,up", "row(-1)", "Previous row", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("shift+space,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "first", "First row", show=False),
        Binding("G,end", "last", "Last row", show=False),
        Binding("n,tab", "term(1)", "Next term"),
        Binding("p,shift+tab", "term(-1)", "Previous term", show=False),
        Binding("enter", "open", "All places of a term; unfold related items", show=False),
        Binding("right", "word(1)", "Next word and what it became", show=False),
        Binding("left", "word(-1)", "Previous word and what it became", show=False),
        Binding("d", "look_up", "Word", tooltip="Dictionary: words as one steps through or points at them"),
        Binding("right_square_bracket", "flag(1)", "Next row with a flag", show=False),
        Binding("left_square_bracket", "flag(-1)", "Previous row with a flag", show=False),
        Binding("h", "readings", "Reading", tooltip="Pinyin, Hán-Việt or nothing above all Chinese"),
        Binding("H", "reading", "The same for this row only", show=False),
        Binding("ctrl+h", "side", "Readings above or below the Chinese", show=False),
        Binding("t", "script", "Chinese in Simplified, Traditional, or as it came", show=False),
        Binding("1", "column('zh')", "Show or hide the Chinese", show=False),
        Binding("2", "column('en')", "Show or hide the English", show=False),
        Binding("3", "column('vi')", "Show or hide the Vietnamese", show=False),
        Binding("o", "alone", "The current column only, or all", show=False),
        Binding("c,shift+right", "choose(1)", "Next column", show=False),
        Binding("C,shift+left", "choose(-1)", "Previous column", show=False),
        Binding("right_curly_bracket", "move(1)", "Move the column to the right", show=False),
        Binding("left_curly_bracket", "move(-1)", "Move the column to the left", show=False),
        Binding("greater_than_sign", "divide(2)", "Move the column's divider to the right", show=False),
        Binding("less_than_sign", "divide(-2)", "Move the column's divider to the left", show=False),
        Binding("y", "copy", "Copy what is selected, or the row", show=False),
        Binding("Y", "copy_cell", "Copy the current column's text", show=False),
        Binding("ctrl+c", "copy_selected", "Copy what is selected", show=False),
    ]

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
            self.go(self.current + step, step=step, unfold=False)

    def action_page(self, step: int) -> None:
        """Go a page on, keeping a line of what was in view."""
        if not self._view:
            return
        if step > 0 and self.sheet.related.is_folded(self.current):
            self.open_fold(self.current)
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
            row = self.sheet.related.reachable(len(self.rows) - 1, -1) if step > 0 else 0
        else:
            row = next((row for row, line in self._view if line == 0), self._view[0][0])
        self._make_current(row)

    def action_first(self) -> None:
        """Go to the first row."""
        self.close_term()
        self.go(0, unfold=False)

    def action_last(self) -> None:
        """Go to the last row."""
        self.close_term()
        self.go(len(self.rows) - 1, step=-1, unfold=False)

    def action_flag(self, step: int) -> None:
        """Go to the next or previous flagged row and say why it is flagged."""
        found = following(self.sheet.marks.flags, self.current + step, step, len(self.rows))
        if found is None:
            self.tell(phrase("no-further-flag"))
            return
        self.close_term()
        self.post_message(self.Told(f"⚑ {reasons(self.rows[found])}", found))
        self.go(found, step=step)

    def action_copy(self) -> None:
        """Copy what is selected, or the current row's texts, to the clipboard, by way of the terminal."""
        if self.selected is not None:
            self.action_copy_selected()
        elif self.rows:
            texts = [self.look.text_of(self.rows[self.current], language) for language in Language]
            self._copy(
                "\n".join(_one_line(text) for text in texts if text),
                phrase("row-copied", row=self.current + 1),
            )

    def action_copy_cell(self) -> None:
        """Copy the current row's text in the current column."""
        if self.rows:
            text = self.look.text_of(self.rows[self.current], self.column) or ""
            self._copy(
                _one_line(text), phrase("cell-copied", language=self.column.title, row=self.current + 1)
            )

    def action_copy_selected(self) -> None:
        """Copy what is selected."""
        if self.selected is None:
            self.tell(phrase("nothing-selected"))
        else:
            text = self.selected.text(self.rows, self.look)
            self._copy(text, phrase("characters-copied", number=len(text)))

    def _copy(self, text: str, told: str) -> None:
        self.app.copy_to_clipboard(_UNTYPED.sub(" ", text))
        self.tell(told)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
