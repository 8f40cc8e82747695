"""The card that shows what is known of a term or a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import set_cell_size
from textual import work
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.plain import shown
from reader.tui.dictionary import heading, of_word
from reader.tui.facts import Facts, Term, Word, of_term
from reader.tui.filling import readable
from reader.tui.speech import phrase
from reader.tui.wrap import wrap

_WIDEST = 48
_LABEL = 9


class Card(Static):
    """An overlay near a term or word; hidden until told of one."""

    class Opened(Message):
        """One has clicked on the card."""

    _subject: Term | Word | None = None
    _place = (0, 0, 0)

    def show(self, subject: Term | Word, x: int, top: int, bottom: int) -> None:
        """Show a card below (or, for want of room, above) some lines of the screen."""
        self._subject, self._place = subject, (x, top, bottom)
        if isinstance(subject, Term):
            self._fill(subject, of_term(subject))
        else:
            self._fill(subject, Facts(heading(subject), kind="…"))
            self._look_up(subject)

    def hide(self) -> None:
        """Take the card away."""
        self._subject = None
        self.display = False

    def on_click(self) -> None:
        """Tell of it."""
        self.post_message(self.Opened())

    # Described, for Textual would describe it by all that is in the row.
    @work(thread=True, exclusive=True, exit_on_error=False, group="dictionary", description="dictionary")
    def _look_up(self, word: Word) -> None:
        """Ask the lexicon, which may have to be loaded first."""
        worker = get_current_worker()
        try:
            facts = of_word(word)
        except Exception as error:  # a damaged table: what is wrong is said where one looks
            facts = Facts(heading(word), kind=phrase("card-unreadable", error=readable(error)))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._fill, word, facts)

    def _fill(self, subject: Term | Word, facts: Facts) -> None:
        if subject is not self._subject:
            return
        width, height = self.screen.size
        inner, room = max(4, min(_WIDEST, width - 6)), max(1, height - 3)
        lines = list(_lines(facts, inner))
        if len(lines) > room:  # what it means goes before how it is read
            facts = replace(facts, heading=facts.heading.split(" · ")[0], reading="", foot="")
            lines = [line for line in _lines(facts, inner) if line.plain]
        if len(lines) > room:
            lines = [*lines[: room - 1], Content.styled("…", "dim")]
        self.update(Content("\n").join(lines))
        x, top, bottom = self._place
        # The layout puts it below this place, or above it where it would not fit below.
        fits = bottom + 1 + len(lines) + 2 <= height
        self.absolute_offset = Offset(x, bottom if fits else top)
        self.display = True


def _lines(facts: Facts, width: int) -> Iterator[Content]:
    """The card's lines, at most ``width`` cells wide."""
    for line in _broken(facts.heading, width):
        yield Content.styled(line, "bold")
    for text in (facts.reading, facts.kind):
        if text:
            yield from (Content.styled(line, "dim") for line in _broken(text, width))
    if facts.lines:
        yield Content("")
    label_width = 5 if width < 24 else _LABEL
    before = ""
    for label, text in facts.lines:
        for number, line in enumerate(_broken(text, width - label_width)):
            head = label if number == 0 and label != before else ""
            yield Content.assemble(
                (set_cell_size(set_cell_size(head, label_width - 1), label_width), "dim"), line
            )
        before = label
    if facts.foot:
        yield Content("")
        yield from (Content.styled(line, "dim") for line in _broken(facts.foot, width))


def _broken(text: str, width: int) -> list[str]:
    text = shown(text)
    return [text[start:end] for start, end in wrap(text, max(2, width))]
