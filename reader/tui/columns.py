"""The columns of the rows: which there are, how wide, in which script, with which reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.message import Message

from reader.script import NAMES
from reader.tui.look import Language, Look
from reader.tui.pane import Pane
from reader.tui.ruby import MOST, Reading
from reader.tui.speech import phrase, spoken


class Columns(Pane, inherit_bindings=False):
    """Aligned rows in columns that one can arrange; one of the columns is the current one."""

    @dataclass
    class Told(Message, namespace="grid"):
        """Something to say about what one has asked for, as long as one stays at a row."""

        text: str
        row: int

    @dataclass
    class Dressed(Message, namespace="grid"):
        """The columns look otherwise, or another one is current."""

        look: Look

    @property
    def column(self) -> Language:
        """The current column's language."""
        return self._canvas.chosen or self.look.languages[0]

    def tell(self, text: str) -> None:
        """Say something about the current row."""
        self.post_message(self.Told(text, self.current))

    def dress(self, look: Look) -> None:
        """Show the columns otherwise; the current row stays where it is."""
        self._canvas.chosen = self.column if self.column in look.languages else look.languages[0]
        super().dress(look)
        self.post_message(self.Dressed(look))

    def choose(self, language: Language) -> None:
        """Make a column the current one."""
        if language in self.look.languages and language is not self.column:
            self._canvas.chosen = language
            self._canvas.drop(self.current)
            self.refresh()
            self.post_message(self.Dressed(self.look))

    def action_choose(self, step: int) -> None:
        """Make the next or previous column the current one."""
        shown = self.look.languages
        self.choose(shown[(shown.index(self.column) + step) % len(shown)])
        self.tell(phrase("column-now", language=self.column.title))

    def action_column(self, name: str) -> None:
        """Show or hide a language."""
        look = self.look.toggled(Language(name))
        if look.languages:
            self.dress(look)
        else:
            self.tell(phrase("one-column-stays"))

    def action_alone(self) -> None:
        """Show the current column only, or all again."""
        self.dress(self.look.alone(self.column))

    def action_move(self, step: int) -> None:
        """Move the current column among those shown."""
        look = self.look.moved(self.column, step)
        if look == self.look:
            self.tell(phrase("column-last" if step > 0 else "column-first", language=self.column.title))
        else:
            self.dress(look)

    def action_divide(self, change: int) -> None:
        """Move the divider to the right of the current column, or of the last but one, by some cells."""
        geometry = self.sheet.geometry
        if geometry.stacked or len(geometry.columns) < 2:
            self.tell(phrase("columns-stacked"))
            return
        divider = min(self.look.languages.index(self.column), len(geometry.columns) - 2)
        look = geometry.divided(divider, change)
        if look == self.look:
            self.tell(phrase("column-narrowest"))
        else:
            self.dress(look)

    def action_script(self) -> None:
        """Show the Chinese in the next script."""
        look = self.look.turned()
        self.dress(look)
        self.tell(phrase("script-now", script=spoken().named("value", NAMES[look.script])))

    def action_readings(self) -> None:
        """Put the next reading above all Chinese."""
        look = replace(self.look, reading=self.look.reading.next)
        self.sheet.read_alike()
        self.dress(look)
        self.tell(phrase("reading-now", reading=spoken().named("value", look.reading.title)))

    def action_reading(self) -> None:
        """Put the next reading above the current row's Chinese."""
        if not self.rows:
            return
        reading = self.sheet.reading_of(self.current).next
        self.sheet.read(self.current, None if reading is self.look.reading else reading)
        self._canvas.drop(self.current)
        self._place(self.current, self._within(self._at))
        name = spoken().named("value", reading.title)
        long = reading is not Reading.NONE and len(self.rows[self.current].segment.text) > MOST
        told = "reading-too-long" if long else "reading-of-row"
        self.tell(phrase(told, row=self.current + 1, reading=name))

    def action_side(self) -> None:
        """Put the readings below the Chinese, or above it again."""
        look = replace(self.look, below=not self.look.below)
        self.dress(look)
        self.tell(phrase("readings-below" if look.below else "readings-above"))
