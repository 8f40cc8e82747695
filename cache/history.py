"""Versions: who made what of a segment, when, and from what."""

from __future__ import annotations

from dataclasses import dataclass


class VersionMissingError(Exception):
    """The history of a segment holds no such version."""

    def __init__(self, number: int) -> None:
        super().__init__(f"The history of this segment has no version {number}; look at it again.")
        self.number = number


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a segment's translation.

    ``action`` is edit, review, unreview, revert or import. ``text`` is None where the engine's draft was
    given back. ``who`` is ``person`` or an engine; ``saved`` is a Unix time in seconds; ``replaced``
    is the text that stood there before, made by ``replaced_by``.
    """

    number: int
    action: str
    text: str | None
    state: str
    who: str
    saved: int
    replaced: str
    replaced_by: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving: the version now standing, whether it is a new one, and whom it overtook.

    ``overtaken`` are versions that somebody else made while this one was being written.
    """

    version: int
    changed: bool
    overtaken: tuple[Version, ...] = ()
