"""Batches: in which groups and order sources are decoded."""

from __future__ import annotations

from collections.abc import Sequence

# Tokens in a batch, padding included. On a CPU twice as many cost a fifth less time a segment, and half
# as much memory again: what the decoder keeps for each hypothesis outweighs the model.
TOKENS = 168
# Where somebody waits, the first segment goes alone and each window is this much larger than the last.
GROWTH = 4
WINDOW = 512


def windows(count: int, *, waiting: bool) -> list[range]:
    """The sources in windows, one after the other; ``waiting`` if someone does for the first."""
    result: list[range] = []
    start, size = 0, 1 if waiting else WINDOW
    while start < count:
        result.append(range(start, min(start + size, count)))
        start += size
        size = min(size * GROWTH, WINDOW)
    return result


def batches(lengths: Sequence[int], *, waiting: bool, tokens: int = TOKENS) -> list[list[int]]:
    """Indices of sources in batches; within a window those of like length go together.

    Batches of a window come in the order of their first source, so that results can be given
    back in order without waiting for the whole window.
    """
    result: list[list[int]] = []
    for window in windows(len(lengths), waiting=waiting):
        groups: list[list[int]] = []
        longest = 0
        for index in sorted(window, key=lambda i: -lengths[i]):
            if groups and (len(groups[-1]) + 1) * longest <= tokens:
                groups[-1].append(index)
            else:
                groups.append([index])
                longest = max(1, lengths[index])
        result += sorted(groups, key=min)
    return result
