"""Best of n: of what the decoder proposes, the likeliest that carries the most of what is required."""

from __future__ import annotations

from collections.abc import Sequence

from translate.argos.hypothesis import Hypothesis
from translate.argos.names import restored
from translate.argos.report import Repair
from translate.argos.required import Need, missing
from translate.checks import repeats
from translate.row import Target

STEP = "hypothesis"
# A proposal much shorter than the likeliest carries its names at the cost of the rest.
SHORTEST = 0.8


def best(
    hypotheses: Sequence[Hypothesis], needs: Sequence[Need], target: Target
) -> tuple[Hypothesis, list[Repair]]:
    """The likeliest hypothesis, or another that lacks fewer needs and is as sound."""
    first = hypotheses[0]
    chosen, lacking = first, lacks(first, needs, target)
    for other in hypotheses[1:]:
        if not lacking:
            break
        fewer = lacks(other, needs, target)
        sound = len(other.text) >= SHORTEST * len(first.text) and not repeats(other.text)
        if len(fewer) < len(lacking) and sound:
            chosen, lacking = other, fewer
    if chosen is first:
        return first, []
    gained = [need for need in lacks(first, needs, target) if need not in lacking]
    return chosen, [Repair(STEP, ", ".join(need.zh for need in gained), first.text, chosen.text)]


def lacks(hypothesis: Hypothesis, needs: Sequence[Need], target: Target) -> list[Need]:
    """What a hypothesis does not carry once names have their diacritics again."""
    return missing(needs, restored(hypothesis.sketch, needs).text, target)
