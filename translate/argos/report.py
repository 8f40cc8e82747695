"""Report: what the ladder did to a draft, step by step."""

from __future__ import annotations

from dataclasses import dataclass

# The flags a draft gets for what was done to it, in the order of the ladder.
STEPS = ("rule", "retried", "hypothesis", "replaced", "redecoded")
# What is done to every draft that wants it is no reason to look twice.
SILENT = frozenset({"rule", "restored"})


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing put right: by which step, for which entity (empty for the whole), what it was and is."""

    step: str
    zh: str
    before: str
    after: str


def flags_of_repairs(repairs: list[Repair]) -> tuple[str, ...]:
    """The flags for a draft's repairs, each once, in the order of the ladder."""
    done = {repair.step for repair in repairs} - SILENT
    return tuple(step for step in STEPS if step in done)
