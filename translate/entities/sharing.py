"""Sharing: offices and bodies that several countries have, named once: 老挝、柬埔寨和越南总理."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.entities.demonyms import DEMONYMS
from translate.entities.offices import ABROAD, of_several
from translate.row import Entity, EntityType

# What each of several countries has one of.
SHARED = re.compile(r"(?:Ministry|Government|National Assembly|Supreme|Foreign Ministry)\b")
NEIGHBOURS = {"Vietnam": ("越南", "Việt Nam"), "Laos": ("老挝", "Lào"), "Cambodia": ("柬埔寨", "Campuchia")}
OWN_COUNTRY = re.compile(
    rf"(?P<body>(?:Ministry|Government|National Assembly)\b.*) of (?P<country>{'|'.join(NEIGHBOURS)})$"
)


def countries(text: str, before: Sequence[Entity], entity: Entity) -> list[Entity]:
    """The countries in a row that stand right before an office or body, if there are several."""
    own = OWN_COUNTRY.match(entity.en) if entity.type is EntityType.ORGANISATION else None
    found: list[Entity] = []
    if own:
        zh, vi = NEIGHBOURS[own["country"]]
        found = [Entity(zh, entity.start, entity.start + len(zh), EntityType.PLACE, own["country"], vi)]
    end = entity.start
    for place in reversed(before):
        joint = text[place.end : end]
        if (
            place.type is not EntityType.PLACE
            or place.en not in DEMONYMS
            or joint not in (("和", "与", "及", "、") if found else ("",))
        ):
            break
        if joint == "、" and len(found) == 1:
            break
        found.insert(0, place)
        end = place.start
    return found if len(found) > 1 and text[end - 1 : end] != "驻" else []


def at_home(body: Entity) -> Entity:
    """A body of Vietnam as it is called in Vietnam: the Ministry of Health."""
    own = OWN_COUNTRY.match(body.en)
    return (
        replace(body, en=own["body"], vi=body.vi.removesuffix(f" {NEIGHBOURS[own['country']][1]}"))
        if own
        else body
    )


def shared(text: str, entity: Entity, places: Sequence[Entity]) -> Entity:
    """An office or body that several countries have: 老挝、柬埔寨和越南总理."""
    names = [place.vi for place in places]
    vi = f"{', '.join(names[:-1])} và {names[-1]}"
    en = of_several(ABROAD.get(entity.en, entity.en), [place.en for place in places])
    start = places[0].start
    whole = text[start : entity.end]
    return replace(entity, zh=whole, start=start, en=en, vi=f"{entity.vi} {vi}", source="rule", accepted={})
