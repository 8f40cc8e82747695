"""A remembered translation with the figures and names of another sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate.memory.abstraction import Slot


@dataclass(frozen=True, slots=True)
class Adaptation:
    """The text with renderings replaced; ``left`` are renderings that could not be placed for sure."""

    text: str
    left: tuple[str, ...] = ()


def adapt(text: str, slots: Sequence[tuple[Slot, Slot]]) -> Adaptation:
    """``text`` with the rendering of each first slot replaced by that of the second.

    A rendering is replaced only where it stands as words of its own, as often as it has slots, and
    all of these become the same; everything else is left as it is and named.
    """
    wanted: dict[str, list[str]] = {}
    for known, current in slots:
        wanted.setdefault(known.rendering, []).append(current.rendering)
    changes: list[tuple[int, int, str]] = []
    left: list[str] = []
    taken: set[int] = set()
    # The longest first: a year within a date belongs to the date.
    for old in sorted(wanted, key=len, reverse=True):
        places = [span for span in occurrences(text, old) if taken.isdisjoint(range(*span))]
        new = set(wanted[old])
        if len(new) == 1 and len(places) == len(wanted[old]) and "" not in new:
            (rendering,) = new
            for start, end in places:
                changes.append((start, end, like(text[start:end], old, rendering)))
                taken.update(range(start, end))
        elif new != {old}:
            left += (rendering for rendering in wanted[old] if rendering != old)
    for start, end, rendering in sorted(changes, reverse=True):
        text = text[:start] + rendering + text[end:]
    return Adaptation(text, tuple(dict.fromkeys(left)))


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand by themselves, also with a capital at their beginning."""
    if not words.strip():
        return []
    spellings = "|".join(re.escape(form) for form in dict.fromkeys((words, words[:1].upper() + words[1:])))
    # Not within a word, nor within a longer number.
    pattern = rf"(?<!\w)(?<!\d[.,])(?:{spellings})(?!\w)(?![.,]\d)"
    return [found.span() for found in re.finditer(pattern, text)]


def like(found: str, old: str, new: str) -> str:
    """``new``, with a capital at its beginning where what it replaces had one only there."""
    return new[:1].upper() + new[1:] if found != old else new
