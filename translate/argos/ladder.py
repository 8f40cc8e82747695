"""The ladder: from what the decoder proposes to a draft that carries names, terms and numbers.

Retry where the whole is wrong; the best of the hypotheses; the aligned words replaced; the source
decoded again without the wrong words; what then is still missing the checks will flag. No step is
taken for a draft that needs none, and none is kept that does not leave it better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate.argos import best, redecoding, replacement, retry
from translate.argos.hypothesis import Decoding, Hypothesis
from translate.argos.names import restored
from translate.argos.report import Repair
from translate.argos.required import Need, found, has_date, missing
from translate.argos.settings import Search
from translate.argos.sketch import Sketch, Word
from translate.row import EntityType, Target

Again = Callable[[str, Search], Decoding]
ALL = frozenset({retry.STEP, best.STEP, replacement.STEP, redecoding.STEP})
# The number of words forbidden at once is bounded: each costs a search of its own.
REDECODINGS = 2
# How much less likely a piece (in natural logarithms) a draft may be that was forced off its way.
WORSE = 0.5
# The same for one that was made longer: less likely than this, what was added is made up.
FORCED = 1.0


def climb(
    decoding: Decoding,
    needs: Sequence[Need],
    target: Target,
    search: Search,
    again: Again,
    steps: frozenset[str] = ALL,
) -> tuple[Sketch, list[Repair]]:
    """The draft of one source as far as the ladder gets it, and what was done.

    ``again`` decodes the same source under another search. ``steps`` names the steps that may be
    taken, so that each can be measured.
    """
    repairs: list[Repair] = []
    if retry.STEP in steps:
        decoding, repairs = retried(decoding, target, search, again)
    top = decoding.hypotheses[0]
    if best.STEP in steps:
        top, chosen = best.best(decoding.hypotheses, needs, target)
        repairs += chosen
    sketch = restored(top.sketch, needs)
    if sketch.text != top.text:
        repairs.append(Repair("restored", "", *replacement.difference(top.text, sketch.text)))
    if replacement.STEP in steps:
        sketch, put_in = replacement.replaced(sketch, needs, target)
        repairs += put_in
    lacking = missing(needs, sketch.text, target)
    if lacking and redecoding.STEP in steps:
        sketch, done = redecoded(top, sketch, lacking, needs, target, search, decoding.source, again, steps)
        repairs += done
    return anchored(sketch, needs, target), repairs


def anchored(sketch: Sketch, needs: Sequence[Need], target: Target) -> Sketch:
    """The sketch with the words of each entity that it carries linked to the entity, whatever attention says.

    Several occurrences in source and draft belong together in their order.
    """
    words = list(sketch.words)
    used: dict[tuple[str, ...], int] = {}
    for need in needs:
        number = used.get(need.forms, 0)
        used[need.forms] = number + 1
        spans = found(need, sketch.text, target)
        if need.start < 0 or not spans:
            continue
        if need.type is EntityType.DATE and len(spans) > 1 and not has_date(need, target):
            chosen = spans
        else:
            chosen = spans[number : number + 1]
        for start, end in chosen:
            words = [
                Word(word.start, word.end, *need.source) if word.overlaps(start, end) else word
                for word in words
            ]
    return Sketch(sketch.text, tuple(words))


def retried(
    decoding: Decoding, target: Target, search: Search, again: Again
) -> tuple[Decoding, list[Repair]]:
    """The decoding, or a later one with less wrong about it as a whole."""
    old = decoding.hypotheses[0]
    wrong = retry.faults(decoding.source, old.text, target)
    for other in retry.searches(wrong, search, len(decoding.source)) if wrong else ():
        new = again(decoding.source, other)
        top = new.hypotheses[0]
        if retry.stretches(wrong) and top.likelihood < old.likelihood - FORCED:
            continue
        if len(retry.faults(decoding.source, top.text, target)) < len(wrong):
            return new, [Repair(retry.STEP, "", old.text, new.hypotheses[0].text)]
    return decoding, []


def redecoded(
    top: Hypothesis,
    sketch: Sketch,
    lacking: Sequence[Need],
    needs: Sequence[Need],
    target: Target,
    search: Search,
    source: str,
    again: Again,
    steps: frozenset[str],
) -> tuple[Sketch, list[Repair]]:
    """The sketch, or one decoded without the wrong words if that carries by itself what this one lacks.

    What only a replacement would put in is no reason to take other words for the rest, so a wrong
    glossary cannot change more than its own term.
    """
    first = top
    suppressed: tuple[tuple[str, ...], ...] = ()
    for _ in range(REDECODINGS):
        more = redecoding.wrong_tokens(top, lacking, needs, target)
        if not set(more) - set(suppressed):
            break
        suppressed += tuple(one for one in more if one not in suppressed)
        decoding = again(
            source, Search(search.beam, search.hypotheses, search.length_penalty, suppressed=suppressed)
        )
        top, _ = best.best(decoding.hypotheses, needs, target)
        natural = restored(top.sketch, needs)
        still = missing(lacking, natural.text, target)
        if len(still) == len(lacking) or retry.faults(source, natural.text, target):
            continue
        if top.likelihood < first.likelihood - WORSE:
            break
        other = natural
        done = [
            Repair(
                redecoding.STEP,
                ", ".join(n.zh for n in lacking if n not in still),
                *replacement.difference(sketch.text, natural.text),
            )
        ]
        if replacement.STEP in steps:
            other, put_in = replacement.replaced(natural, needs, target)
            done += put_in
        if len(missing(needs, other.text, target)) < len(missing(needs, sketch.text, target)):
            return other, done
    return sketch, []
