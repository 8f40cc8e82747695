"""Which of the units with a segment's source text stands there."""

from __future__ import annotations

from collections.abc import Sequence

from cache.unit import Address, Unit


def best_match(units: Sequence[Unit], address: Address) -> Unit | None:
    """The unit for a segment, among all that have its source text and target.

    A unit of the same context wins, and where that one was taken back, none: there the engine's draft
    was wanted. Otherwise the living unit that shares most neighbours, of several the latest.
    """
    for unit in units:
        if unit.address == address:
            return unit if unit.text is not None else None
    living = [unit for unit in units if unit.text is not None]
    return max(living, key=lambda unit: (shared(unit.address, address), unit.version), default=None)


def shared(one: Address, other: Address) -> int:
    """How many neighbours two addresses have in common; what is unknown is not."""
    return (one.before == other.before != b"") + (one.after == other.after != b"")
