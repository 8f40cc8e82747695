"""Final punctuation: lines without it are given some, for models leave out half of what does not end."""

from __future__ import annotations

import re

from translate.row import Target

ENDS = frozenset("。．.！!？?…；;：:")
CLOSERS = "”’」』）)】》\"'"
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:etc|Jr|Sr|Inc|Ltd|Co|No)\.$")


def is_open(text: str) -> bool:
    """Whether a source ends without a mark that ends sentences."""
    return text.rstrip(" \u3000" + CLOSERS)[-1:] not in ENDS


def closed(text: str, mark: str) -> str:
    """The source with a mark at its end, if it has none; offsets stay."""
    return text + mark if text.strip() and is_open(text) else text


def opened(draft: str) -> str:
    """The draft without the full stop that its line does not have."""
    bare = draft.rstrip()
    if bare.endswith("...") or ABBREVIATION.search(bare):
        return bare
    return bare.removesuffix(".").removesuffix("。").rstrip()


def mark_of(source: Target | None) -> str:
    """The full stop of a source language; None is Chinese."""
    return "。" if source is None else "."
