"""The unit of everything: one segment with its entities and its cells, one a target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from seeds.article import Kind


class Target(StrEnum):
    """A language sanyu translates into."""

    EN = "en"
    VI = "vi"


class EntityType(StrEnum):
    """What an entity names or counts."""

    PERSON = "person"
    TITLE = "title"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    TERM = "term"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of an article.

    ``index`` counts from 0 within the article, ``paragraph`` too. ``block`` is the index of the
    article's block; ``start`` and ``end`` are character offsets in that block's text, so
    ``article.blocks[s.block].text[s.start:s.end] == s.text``.
    """

    index: int
    paragraph: int
    kind: Kind
    text: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a segment that names or counts something, with its renderings.

    ``start`` and ``end`` are character offsets in the segment's text as it stands (either
    script). ``source`` says where the renderings come from: ``seed``, ``user``, ``mined``,
    ``reading`` (a name rendered by Hán-Việt reading), ``pinyin`` (a guess), ``rule``.
    ``role`` tells the engines how the stretch behaves in a sentence: ``day``, ``month``, ``year``,
    ``period``, ``ordinal``, ``count``, ``amount`` …; empty where the type says enough.
    """

    zh: str
    start: int
    end: int
    type: EntityType
    en: str
    vi: str
    note: str = ""
    source: str = "seed"
    accepted: Mapping[Target, tuple[str, ...]] = field(default_factory=dict, compare=False)
    role: str = ""

    def rendering(self, target: Target) -> str:
        """The rendering in ``target``."""
        return self.en if target is Target.EN else self.vi

    def renderings(self, target: Target) -> tuple[str, ...]:
        """All renderings that are right in ``target``, the preferred one first."""
        return (self.rendering(target), *self.accepted.get(target, ()))


@dataclass(frozen=True, slots=True)
class Link:
    """Which characters of the draft stand for which of the segment (offsets, ends excluded)."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A segment's translation into one target.

    ``engine`` is the engine's name; ``flags`` are reasons to look twice (``number``, ``han``,
    ``empty``, ``length``, ``repetition``, ``name``, ``fallback`` …), without the language.
    ``state`` is ``draft``, ``edited`` or ``reviewed``; what a person wrote has the engine ``person``.
    """

    text: str
    engine: str
    cached: bool = False
    flags: tuple[str, ...] = ()
    alignment: tuple[Link, ...] = ()
    state: str = "draft"


@dataclass(frozen=True, slots=True)
class Row:
    """A segment, its entities, and the cells translated so far."""

    segment: Segment
    entities: tuple[Entity, ...] = ()
    cells: Mapping[Target, Cell] = field(default_factory=dict)

    def with_cell(self, target: Target, cell: Cell) -> Row:
        """A copy with one cell set."""
        return Row(self.segment, self.entities, {**self.cells, target: cell})

    @property
    def flags(self) -> tuple[str, ...]:
        """All flags with their language, as in ``number:en``."""
        flags: list[str] = []
        for target, cell in self.cells.items():
            if cell.flags:
                flags += [f"{flag}:{target.value}" for flag in cell.flags]
        return tuple(flags)
