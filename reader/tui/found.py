"""A list of what search found in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from reader.plain import shown
from reader.snippet import snippet
from reader.tui.library import Hit, Passage
from reader.tui.roll import Roll, cut
from reader.tui.speech import phrase
from reader.tui.typeahead import expect

_LOW = 12  # below this height in lines, nothing is left blank
_NAMES = {"zh": "中", "en": "en", "vi": "vi"}


class Found(Roll[Hit]):
    """Segments that were found: whose they are, the text with the words in it, another language."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"found--match"}

    @dataclass
    class Opened(Message):
        """The segment is to be read in its article."""

        hit: Hit

    @property
    def tall(self) -> int:
        """Article, text, other text, blank line."""
        return 4 if self.size.height >= _LOW else 3

    @property
    def _has_gaps(self) -> bool:
        return self.tall == 4

    def key_of(self, entry: Hit) -> tuple[str, int]:
        """The place of the segment."""
        return entry.item.id, entry.segment

    def opened(self, entry: Hit) -> None:
        """Ask for the segment."""
        expect(self)
        self.post_message(self.Opened(entry))

    def line(self, entry: Hit, number: int, base: Style) -> list[Segment]:
        """The article, or a text."""
        more = self.style("roll--more", base)
        if number:
            passages = _two(entry.passages)
            return self._text(passages[number - 1], base) if number <= len(passages) else []
        right = phrase("row-of", place=f"{entry.segment + 1}/{entry.item.segments}")
        room = max(0, self.room - cell_len(right) - 2)
        if room < 12:
            right, room = "", self.room
        title = cut(shown(entry.item.title or entry.item.id), room)
        return [Segment(title, more), Segment("  ", base), Segment(right, more)]

    def _text(self, passage: Passage, base: Style) -> list[Segment]:
        """The part of a text in which the words are, these marked."""
        style = self.style("roll--title" if passage.spans else "roll--more", base)
        match = style + self.style("found--match", base)
        text, spans = snippet(shown(passage.text), passage.spans, max(1, self.room - 4))
        segments = [Segment(f"{_NAMES[passage.language]}  ", self.style("roll--more", base))]
        at = 0
        for start, end in spans:
            segments += [Segment(text[at:start], style), Segment(text[start:end], match)]
            at = end
        return [*segments, Segment(text[at:], style)]


def _two(passages: Sequence[Passage]) -> list[Passage]:
    """The text with the words, and beside it the Chinese, or a translation if that is Chinese itself."""
    return [*passages[:1], *(passage for passage in passages[1:2])]
