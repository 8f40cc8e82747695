"""What has been selected with the mouse: text of one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.tui.look import Language, Look, Span
from translate.row import Row

Place = tuple[int, int]
"""A row and a character offset in its text."""


@dataclass(frozen=True, slots=True)
class Selected:
    """A stretch of one column from where one began to where one is, either of which may come first.

    The characters at both places belong to it.
    """

    language: Language
    begin: Place
    at: Place

    @property
    def rows(self) -> range:
        """The rows it touches."""
        first, last = sorted((self.begin, self.at))
        return range(first[0], last[0] + 1)

    def within(self, row: int) -> Span:
        """The character offsets of what is selected of a row's text; an empty span if nothing is."""
        first, last = sorted((self.begin, self.at))
        if not first[0] <= row <= last[0]:
            return 0, 0
        start = first[1] if row == first[0] else 0
        end = last[1] + 1 if row == last[0] else 1 << 30
        return start, end

    def text(self, rows: Sequence[Row], look: Look) -> str:
        """The text, as it is seen: sentences of a paragraph run on, paragraphs on lines of their own."""
        text, before = "", None
        for row in self.rows:
            start, end = self.within(row)
            part = (look.text_of(rows[row], self.language) or "")[start:end]
            paragraph = rows[row].segment.paragraph
            if before is not None:
                space = "" if self.language is Language.ZH else " "
                text += "\n" if paragraph != before else space
            text, before = text + part, paragraph
        return text
