"""What a search of the library found in a row, to be lit up where one arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.tui.fold import find_all, fold
from reader.tui.library import Hit, Passage
from reader.tui.look import Language, Span


@dataclass(frozen=True, slots=True)
class Sought:
    """The row, and its texts as the search knew them, with the places of the words in them."""

    row: int
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, hit: Hit) -> Sought:
        """The row and the words of a hit."""
        return cls(hit.segment, tuple(passage for passage in hit.passages if passage.spans))

    def spans(self, language: Language, text: str) -> Sequence[Span]:
        """Where the words stand in the row's text in a language.

        A text that is no longer as the search knew it is looked through for the same words, without
        regard to case and diacritics.
        """
        passage = next((one for one in self.passages if one.language == language.value), None)
        if passage is None or passage.text == text:
            return () if passage is None else passage.spans
        words = {fold(passage.text[start:end]) for start, end in passage.spans}
        return [span for word in sorted(words) for span in find_all(text, word)]
