"""The items below an article: which line is a photo's caption, a headline, a summary."""

from __future__ import annotations

from collections.abc import Sequence

from seeds.article import Kind, Span
from seeds.furniture import is_caption
from seeds.spans import ends_sentence

_KINDS = (Kind.RELATED_CAPTION, Kind.RELATED_TITLE, Kind.RELATED_BODY)
# What it costs for one kind to follow another: nothing in the regular order of caption,
# headline, summary; more where one of them must be missing or doubled.
_STEP = {
    Kind.RELATED_CAPTION: {Kind.RELATED_CAPTION: 3.0, Kind.RELATED_TITLE: 0.0, Kind.RELATED_BODY: 2.0},
    Kind.RELATED_TITLE: {Kind.RELATED_CAPTION: 2.0, Kind.RELATED_TITLE: 3.0, Kind.RELATED_BODY: 0.0},
    Kind.RELATED_BODY: {Kind.RELATED_CAPTION: 0.0, Kind.RELATED_TITLE: 1.0, Kind.RELATED_BODY: 2.0},
}
_LONG_TITLE = 50
_SHORT_SUMMARY = 25


def classify(text: str, lines: Sequence[Span], marked: Sequence[bool]) -> list[Kind]:
    """The kind of each line: the cheapest reading of them all as items (Viterbi, linear).

    ``marked`` tells the lines that stand behind a photo marker, and so are captions.
    """
    best = dict.fromkeys(_KINDS, 0.0)
    best[Kind.RELATED_TITLE], best[Kind.RELATED_BODY] = 1.0, 3.0
    steps: list[dict[Kind, Kind]] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        costs = _costs(text, line, following, marked[number])
        if not number:
            best = {kind: best[kind] + costs[kind] for kind in _KINDS}
            continue
        previous: dict[Kind, Kind] = {}
        total: dict[Kind, float] = {}
        for kind in _KINDS:
            came = min(_KINDS, key=lambda before: best[before] + _STEP[before][kind])
            previous[kind] = came
            total[kind] = best[came] + _STEP[came][kind] + costs[kind]
        steps.append(previous)
        best = total
    return _walk_back(best, steps) if lines else []


def _walk_back(best: dict[Kind, float], steps: list[dict[Kind, Kind]]) -> list[Kind]:
    """The cheapest path, first line first."""
    kind = min(_KINDS, key=lambda kind: best[kind])
    path = [kind]
    for previous in reversed(steps):
        kind = previous[kind]
        path.append(kind)
    return path[::-1]


def _costs(text: str, line: Span, following: Span | None, marked: bool) -> dict[Kind, float]:
    """How badly the line fits each kind, from its own looks."""
    length = line.end - line.start
    content = text[line.start : line.end] if length < 200 else ""
    if marked or is_caption(content):
        return {Kind.RELATED_CAPTION: 0.0, Kind.RELATED_TITLE: 8.0, Kind.RELATED_BODY: 8.0}
    final = ends_sentence(text, line)
    asks = content.endswith(("?", "？", "!", "！"))
    # A headline can serve as its own caption.
    doubled = following is not None and content != "" and content == text[following.start : following.end]
    return {
        Kind.RELATED_CAPTION: 0.5 if doubled else 3.0 + length / 100,
        Kind.RELATED_TITLE: (0.5 if asks else 5.0 if final else 0.0) + max(0, length - _LONG_TITLE) / 10,
        Kind.RELATED_BODY: (0.0 if final else 3.0) + (2.0 if length < _SHORT_SUMMARY else 0.0),
    }
