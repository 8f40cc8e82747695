"""Retry: a draft that repeats itself, or leaves half out, is decoded again under other rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.argos.settings import Search
from translate.checks import LONGEST, repeats, repeats_itself, shortest
from translate.row import Target

STEP = "retried"
HAN = re.compile(r"[\u3400-\u9fff]")
# Sources shorter than this are titles and labels, about which lengths say nothing.
ENOUGH = 12
# From English into Vietnamese, a draft is about as long as its source.
SHORTEST_FROM_ENGLISH = 0.5
LONGEST_FROM_ENGLISH = 2.5


def faults(source: str, draft: str, target: Target) -> frozenset[str]:
    """What is wrong with a draft as a whole: ``repetition``, ``short``, ``long``, ``empty``, ``han``."""
    found = set()
    if not draft.strip():
        found.add("empty")
    if HAN.search(draft):
        found.add("han")
    if repeats(draft) and not repeats_itself(source):
        found.add("repetition")
    han = len(HAN.findall(source))
    size, low, high = (
        (han, shortest(han), LONGEST) if han else (len(source), SHORTEST_FROM_ENGLISH, LONGEST_FROM_ENGLISH)
    )
    if size >= (ENOUGH if han else 4 * ENOUGH):
        if len(draft) < low * size:
            found.add("short")
        elif len(draft) > high * size:
            found.add("long")
    return frozenset(found)


def searches(wrong: frozenset[str], search: Search, pieces: int) -> Sequence[Search]:
    """The searches to try for what is wrong. ``pieces`` is the length of the source."""
    if wrong & {"repetition", "long"}:
        return (replace(search, no_repeat=3, repetition_penalty=1.2),)
    if wrong & {"short", "empty"}:
        return (replace(search, length_penalty=1.0, shortest=max(2, min(200, (2 * pieces) // 3))),)
    if "han" in wrong:
        return (replace(search, beam=search.beam + 2, hypotheses=search.beam + 2),)
    return ()


def stretches(wrong: frozenset[str]) -> bool:
    """Whether the retry for what is wrong makes drafts longer."""
    return not wrong & {"repetition", "long"} and bool(wrong & {"short", "empty"})
