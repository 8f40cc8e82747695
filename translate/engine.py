"""What every engine is: something that turns segments into drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from seeds.article import Kind
from translate.row import Entity, Link, Target


class EngineError(Exception):
    """An engine cannot do its work; the message says how to mend it.

    ``why`` is what is wrong, in a word, and ``values`` what the message speaks of, by name: with these
    it can be said in other languages.
    """

    def __init__(self, message: str, *, why: str = "", **values: str | int) -> None:
        super().__init__(message)
        self.why = why
        self.values = values


@dataclass(frozen=True, slots=True)
class Job:
    """One segment to translate: its text as it stands, its entities, its kind of block.

    ``pivot`` is the draft in the language through which the engine goes, where it asked for one, and
    ``pivot_links`` which characters of the segment stand where in it.
    """

    text: str
    entities: tuple[Entity, ...]
    kind: Kind = Kind.BODY
    pivot: str | None = None
    pivot_links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An engine's answer: the text, which characters of the source stand where in it, and its own flags."""

    text: str
    alignment: tuple[Link, ...] = ()
    flags: tuple[str, ...] = ()


class Engine(Protocol):
    """An engine. ``fingerprint`` names engine, version and model: it changes when drafts may change."""

    @property
    def name(self) -> str:
        """What cells call it."""
        ...

    @property
    def appetite(self) -> int:
        """How many jobs at once let it work at its best when nobody waits for the first."""
        ...

    def pivot(self, target: Target) -> Target | None:
        """The target whose drafts its jobs must carry, where it goes through one."""
        ...

    @property
    def fingerprint(self) -> str:
        """Engine, version and model."""
        ...

    def targets(self) -> frozenset[Target]:
        """The languages it can translate into."""
        ...

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft | None]:
        """One draft a job, in order; None for one it cannot do. Raises EngineError where it cannot go on."""
        ...
