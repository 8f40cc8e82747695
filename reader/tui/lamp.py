"""What is lit up in the rows: a term or word one has stepped to or points at, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.geometry import Offset
from textual.message import Message

from reader.tui.align import Light, Stretch, counterparts, light, next_word
from reader.tui.columns import Columns
from reader.tui.facts import Term, Word
from reader.tui.hit import next_term
from reader.tui.look import ALL, Language, Look, text_of
from reader.tui.sought import Sought
from reader.tui.speech import phrase
from reader.tui.strips import Find
from reader.tui.term_places import Census, OccurrencesScreen
from translate.row import Row

_COVERED = 12  # a row up to this height in lines is not covered by a card


class Lamp(Columns, inherit_bindings=False):
    """Aligned rows, with light on one stretch and what stands for it, and a card on it."""

    @dataclass
    class TermShown(Message, namespace="grid"):
        """A card is wanted at a column of the screen, below or above some lines; no subject: no card."""

        subject: Term | Word | None
        x: int = 0
        top: int = 0
        bottom: int = 0

    def __init__(
        self, rows: Sequence[Row], look: Look = ALL, *, current: int = 0, id: str | None = None
    ) -> None:
        super().__init__(rows, look, current=current, id=id)
        self._stepped: Stretch | None = None
        self._hovered: Stretch | None = None
        self._looking_up = False
        self._census = Census(self.rows)

    @property
    def lit(self) -> Light | None:
        """What is lit up just now."""
        return self._canvas.light

    @property
    def pointed(self) -> Stretch | None:
        """The term or word one points at or has stepped to."""
        return self._hovered or self._stepped

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Replace rows by their segment index; what was lit up in them goes out."""
        rows = [row for row in rows if 0 <= row.segment.index < len(self.rows)]
        lit = self._canvas.light
        for row in rows:
            before = self.rows[row.segment.index]
            self._census.change(before.entities, row.entities)
            if lit is not None and row.segment.index == lit.row and row != before:
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

    def dress(self, look: Look) -> None:
        """Show the columns otherwise; the light goes out."""
        self.close_term()
        super().dress(look)

    @property
    def sought(self) -> Sought | None:
        """What a search of the library found here, while it is lit up."""
        return self._canvas.sought

    def seek(self, sought: Sought | None) -> None:
        """Light up what a search found, until the next step."""
        if sought != self._canvas.sought:
            self._canvas.sought = sought
            self.refresh()

    def repaint(self) -> None:
        """Paint all anew: what is said in the rows themselves has changed."""
        self._canvas.forget()
        self.refresh()

    def show_sought(self) -> None:
        """Bring into view the line of a row taller than the view that has the words which were found."""
        sought = self._canvas.sought
        if (
            sought is None
            or sought.row != self.current
            or self.sheet.measure(sought.row) <= self._room.height
        ):
            return
        for place, language in enumerate(self.look.languages):
            spans = sought.spans(language, text_of(self.rows[sought.row], language) or "")
            if spans:
                self.go(sought.row, line=self.sheet.laid(sought.row).line_of(place, spans[0][0]))
                return

    def close_term(self) -> None:
        """Take the card away, and put out what is lit up."""
        self._stepped = self._hovered = None
        self.seek(None)
        self._looking_up = False
        self._lighten(None)
        self.post_message(self.TermShown(None))

    def _lighten(self, lit: Light | None) -> None:
        if lit != self._canvas.light:
            self._canvas.light = lit
            self.refresh()

    # Steps

    def action_term(self, step: int) -> None:
        """Show the next or previous term's card, from the current row on."""
        stepped = self._stepped if self._stepped and self._stepped.row == self.current else None
        found = None
        if self.rows:
            found = next_term(
                self.rows, self.current, stepped.entity if stepped else None, step, self.sheet.marks.terms
            )
        if found is None:
            self.tell(phrase("no-further-term"))
        else:
            self.step_to_term(*found, step=step)

    def step_to_term(self, row: int, index: int, *, step: int = 1) -> None:
        """Light up a term and show its card."""
        entity = self.rows[row].entities[index]
        self._looking_up = False
        stretch = Stretch(row, Language.ZH, entity.start, entity.end, index)
        at = self._step_to(stretch, step)
        self._show_card(stretch, self.content_region.offset + at)

    def action_word(self, step: int) -> None:
        """Light up the next or previous word of the Chinese, and what it became."""
        stepped = self._stepped if self._stepped and self._stepped.row == self.current else None
        span = (stepped.start, stepped.end) if stepped else None
        # With nothing lit up, the row's own first word comes first, in either direction.
        found = next_word(self.rows, self.current, span, step if stepped else 1, self.sheet.marks.words)
        if found is None:
            self.tell(phrase("no-further-word"))
            return
        row, (start, end) = found
        self.post_message(self.TermShown(None))
        stretch = Stretch(row, Language.ZH, start, end)
        at = self._step_to(stretch, step)
        if self._looking_up:
            self._show_card(stretch, self.content_region.offset + at)

    def _step_to(self, stretch: Stretch, step: int) -> Offset:
        """Light up a stretch of the Chinese; the cell of the view where it begins, or what it became."""
        self._stepped, self._hovered = stretch, None
        self.seek(None)
        self.open_fold(stretch.row)
        lit = light(self.rows[stretch.row], stretch, stepped=True)
        self._lighten(lit)
        place, start = self._seen(lit)
        laid, columns = self.sheet.laid(stretch.row), self.sheet.geometry.columns
        line = laid.line_of(place, start)
        self.go(stretch.row, step=step, line=line)
        return Offset(columns[place].x + laid.cells[place].cells_before(start), self._at + line)

    def _seen(self, lit: Light) -> tuple[int, int]:
        """The first column shown in which something is lit up, and the character where that begins."""
        seen = [(place, lit.spans.get(language)) for place, language in enumerate(self.look.languages)]
        return next(((place, spans[0][0]) for place, spans in seen if spans), (0, 0))

    # Cards

    def action_look_up(self) -> None:
        """Show the dictionary's card of the word lit up, or the row's first; again: no more cards."""
        if self._looking_up:
            self.close_term()
            return
        if not self.rows:
            return
        self._looking_up = True
        stretch = self._hovered or self._stepped
        if stretch is None:
            self._look_up_plainly()
            return
        at = Offset(*self.content_region.offset)
        if stretch.row <= self.last_visible:
            lit = self._canvas.light
            place, start = self._seen(lit) if lit else (0, 0)
            laid = self.sheet.laid(stretch.row)
            at += Offset(
                self.sheet.geometry.columns[place].x + laid.cells[place].cells_before(start),
                self.sheet.heights.offset(stretch.row) - self.scroll_offset.y + laid.line_of(place, start),
            )
        self._show_card(stretch, at, as_word=True)

    def _look_up_plainly(self) -> None:
        """Show the card of the current row's first word; without links, of its first characters."""
        self.open_fold(self.current)
        row = self.rows[self.current]
        found = next_word([row], 0, None, 1)
        if found is not None:
            self.action_word(1)
            return
        text = row.segment.text
        first = next((at for at, char in enumerate(text) if char.isalnum()), None)
        if first is None:
            self.tell(phrase("no-word-here"))
            return
        self.post_message(self.TermShown(Word(row, None, first), *self._beside(self.current, self._at)))

    def _show_card(self, stretch: Stretch, at: Offset, *, as_word: bool = False) -> None:
        """Show what is known of a stretch: as a term, or, where that is asked for, as a word."""
        row = self.rows[stretch.row]
        subject: Term | Word
        if stretch.entity is not None and not as_word:
            entity = row.entities[stretch.entity]
            subject = Term(entity, self._census.count(entity.zh))
        else:
            sources = counterparts(row, stretch.language, (stretch.start, stretch.end))[Language.ZH]
            if not sources:
                self.tell(phrase("no-chinese-for-this"))
                return
            subject = Word(row, sources[0])
        self.post_message(self.TermShown(subject, at.x, *self._beside(stretch.row, at.y)[1:]))

    def _beside(self, row: int, y: int) -> tuple[int, int, int]:
        """A column of the screen, and the lines that a card beside a row is not to cover."""
        region = self.content_region
        tall = self.sheet.measure(row)
        if tall > _COVERED:
            return region.x + self.sheet.geometry.columns[0].x, y, y
        top = region.y + self.sheet.heights.offset(row) - self.scroll_offset.y
        x = region.x + self.sheet.geometry.columns[0].x
        return x, max(region.y, top), min(region.bottom, top + tall) - 1

    @property
    def beside_current(self) -> tuple[int, int, int]:
        """A column of the screen, and the first and last line of it that the current row takes up."""
        return self._beside(self.current, self.content_region.y)

    def action_open(self) -> None:
        """List the occurrences of the term lit up; else fold or unfold related items."""
        stretch = self._hovered or self._stepped
        if stretch is not None and stretch.entity is not None:
            entity = self.rows[stretch.row].entities[stretch.entity]
            screen = OccurrencesScreen(self.rows, entity, self.look, stretch.row)
            self.app.push_screen(screen, self._go_to_occurrence)
        elif not self.turn_fold(self.current):
            self.tell(phrase("enter-lists-places"))

    def _go_to_occurrence(self, place: tuple[int, int] | None) -> None:
        if place is not None and place[0] < len(self.rows):
            row, index = place
            if index < len(self.rows[row].entities):
                self.step_to_term(row, index)
            else:  # translated anew meanwhile
                self.go(row)
