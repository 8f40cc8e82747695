"""Hypotheses: what the decoder proposes for one source, with its attention turned into words' alignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.argos.sketch import WORD, Sketch, Word

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One proposal. ``tokens`` are its pieces and ``spans`` the characters of the text each gave.

    ``likelihood`` is the mean of its pieces' log probabilities.
    """

    sketch: Sketch
    tokens: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    likelihood: float = 0.0

    @property
    def text(self) -> str:
        """Its text."""
        return self.sketch.text

    def tokens_of(self, start: int, end: int) -> tuple[str, ...]:
        """The pieces that a span of the text is made of."""
        pairs = zip(self.tokens, self.spans, strict=True)
        return tuple(token for token, (left, right) in pairs if left < end and start < right)


@dataclass(frozen=True, slots=True)
class Decoding:
    """What was proposed for one source, the likeliest first; ``cut_off`` where the limit ended the output."""

    source: str
    hypotheses: tuple[Hypothesis, ...]
    cut_off: bool = False


def aligned(
    text: str, spans: Sequence[Span], attention: Sequence[Sequence[float]], source: str, cuts: Sequence[Span]
) -> Sketch:
    """A sketch from attention: a row a piece of the text, in it a weight for each piece of the source.

    A word's rows are added up; it stands for the source piece with the greatest weight. Marks of
    punctuation attract attention that means nothing: only marks may stand for them.
    """
    marks = [not any(c.isalnum() for c in source[start:end]) for start, end in cuts]
    words = []
    first = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        total = [0.0] * len(cuts)
        row = first
        while row < len(spans) and spans[row][0] < end:
            if row < len(attention):
                total = [a + b for a, b in zip(total, attention[row], strict=False)]
            row += 1
        mark = not match[0][0].isalnum()
        choice = [
            number
            for number, (left, right) in enumerate(cuts)
            if left < right and marks[number] == mark and total[number] > 0
        ]
        if not choice:
            words.append(Word(start, end))
            continue
        best = max(choice, key=total.__getitem__)
        words.append(Word(start, end, *cuts[best]))
    return Sketch(text, tuple(words))
