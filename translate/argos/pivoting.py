"""The pivot: what a Chinese segment requires, found again in its English draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.argos.required import Need, folded, found, needs_of
from translate.row import Entity, EntityType, Target


def plain_names(english: str, entities: Sequence[Entity]) -> str:
    """The English draft as the second model is to read it: names without diacritics, of the same length.

    English models have seen Bui Thanh Son and copy it; ù and ơ they cut into scraps.
    """
    vietnamese = any(folded(entity.en) != entity.en for entity in entities)
    return folded(english) if vietnamese else english


def needs_through(english: str, entities: Sequence[Entity], target: Target) -> list[Need]:
    """What the draft in ``target`` must carry, with the places in the English where each stands.

    An entity that the English does not carry has no place: it can be chosen for, not put in.
    """
    needs = []
    used: dict[tuple[str, str], int] = {}
    for entity in entities:
        for there, here in zip(needs_of([entity], Target.EN), needs_of([entity], target), strict=False):
            plain = replace(there, forms=tuple(folded(form) for form in there.forms))
            spans = found(plain, english, Target.EN)
            number = used.get((entity.zh, entity.en), 0)
            used[entity.zh, entity.en] = number + 1
            start, end = spans[min(number, len(spans) - 1)] if spans else (-1, -1)
            if entity.type is EntityType.DATE and spans:
                start, end = spans[0][0], max(span[1] for span in spans) if len(spans) < 4 else spans[0][1]
            needs.append(replace(here, start=start, end=end))
    return needs
