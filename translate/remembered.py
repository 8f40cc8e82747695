"""A recogniser that remembers: known stretches need neither tables nor rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from cache.recognitions import Recognitions
from cache.translations import key_of
from translate.row import Entity, EntityType, Segment, Target

if TYPE_CHECKING:
    from translate.entities.recogniser import Recogniser


class Recognises(Protocol):
    """What the pipeline wants of a recogniser."""

    def recognise(self, segments: Sequence[Segment]) -> list[tuple[Entity, ...]]:
        """The entities of each segment of one stretch of an article."""
        ...


class RememberingRecogniser:
    """Asks the memory first; the recogniser is made when a stretch is new.

    ``fingerprint`` must change with the termbase and with the rules.
    """

    def __init__(
        self, recogniser: Callable[[], Recogniser], memory: Recognitions, fingerprint: Callable[[], str]
    ) -> None:
        self._recogniser = recogniser
        self._memory = memory
        self._fingerprint = fingerprint

    def recognise(self, segments: Sequence[Segment]) -> list[tuple[Entity, ...]]:
        """The entities of each segment of one stretch of an article."""
        key = recognition_key(segments, self._fingerprint())
        known = self._memory.get(key)
        if known is not None:
            return [tuple(map(unpack, row)) for row in json.loads(known)]
        recogniser = self._recogniser()
        # It may have been made just now, of a glossary that has changed since the key was.
        key = recognition_key(segments, self._fingerprint())
        found = recogniser.recognise(segments)
        self._memory.put(key, json.dumps([[pack(e) for e in row] for row in found], ensure_ascii=False))
        return found


def recognition_key(segments: Sequence[Segment], fingerprint: str) -> bytes:
    """The key under which the entities of a stretch are remembered."""
    return key_of("\0".join(segment.text for segment in segments), "entities", fingerprint, ())


def pack(entity: Entity) -> list[object]:
    """An entity as a JSON list."""
    accepted = [list(entity.accepted.get(target, ())) for target in Target]
    return [
        entity.zh, entity.start, entity.end, entity.type.value, entity.en, entity.vi,
        entity.note, entity.source, entity.role, accepted,
    ]  # fmt: skip


def unpack(packed: list[object]) -> Entity:
    """An entity from its JSON list."""
    zh, start, end, kind, en, vi, note, source, role, accepted = packed
    assert isinstance(start, int) and isinstance(end, int) and isinstance(accepted, list)
    forms = {}
    if any(accepted):
        forms = {target: tuple(names) for target, names in zip(Target, accepted, strict=True) if names}
    return Entity(
        str(zh), start, end, EntityType(str(kind)), str(en), str(vi), str(note), str(source), forms, str(role)
    )
