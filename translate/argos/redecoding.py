"""Re-decoding: the source again, with the words forbidden that stood for an entity and were wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.argos.hypothesis import Hypothesis
from translate.argos.required import Need
from translate.argos.spans import EMPTY, places
from translate.row import EntityType, Target

STEP = "redecoded"
# More tokens than this are no name: forbidding their sequence forbids next to nothing.
TOKENS = 12


def wrong_tokens(
    hypothesis: Hypothesis, lacking: Sequence[Need], needs: Sequence[Need], target: Target
) -> tuple[tuple[str, ...], ...]:
    """The sequences of pieces that stand where the missing entities should."""
    return tuple(dict.fromkeys(sequences(hypothesis, lacking, needs, target)))


def sequences(
    hypothesis: Hypothesis, lacking: Sequence[Need], needs: Sequence[Need], target: Target
) -> Iterator[tuple[str, ...]]:
    """One sequence for each stretch."""
    for need in lacking:
        if need.type in (EntityType.NUMBER, EntityType.DATE):
            continue
        for place in places(hypothesis.sketch, need, needs, target)[:1]:
            words = hypothesis.sketch.words[place.first : place.last + 1]
            texts = [hypothesis.text[word.start : word.end].lower() for word in words]
            tokens = hypothesis.tokens_of(words[0].start, words[-1].end)
            if 0 < len(tokens) <= TOKENS and not all(text in EMPTY or len(text) < 2 for text in texts):
                yield tokens
