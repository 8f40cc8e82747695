"""Postings: offices and missions at a place, of the country that sends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.entities.demonyms import DEMONYMS
from translate.entities.offices import grown, joined, needs_article, with_article
from translate.row import Entity, EntityType, Target

BODY, PLACE = EntityType.ORGANISATION, EntityType.PLACE

MISSION = re.compile(
    r"(?:Embassy|Consulate|Permanent Mission|Trade Office|Representative Office)", re.IGNORECASE
)
CONFERRED = ("Ambassador", "Permanent Representative", "Permanent Mission")


def is_posted(text: str, before: Sequence[Entity], office: Entity) -> bool:
    """Whether 驻 and a place (or a body such as the EU) stand right before an office or mission."""
    return (
        bool(before)
        and before[-1].end == office.start
        and before[-1].type in (PLACE, BODY)
        and text[before[-1].start - 1 : before[-1].start] == "驻"
    )


def posted(text: str, before: Sequence[Entity], office: Entity) -> tuple[int, Entity]:
    """中国驻胡志明市总领事: the office at a place, with the country that sends if it is named."""
    place = before[-1]
    office = replace(office, en=capital(office.en)) if office.en[:1].islower() else office
    preposition = "to" if office.en.startswith(CONFERRED) else "in"
    where = f"{preposition} {with_article(place.en)}"
    start, taken, en, vi = place.start - 1, 1, f"{office.en} {where}", office.vi
    forms: tuple[str, ...] = ()
    if len(before) > 1 and before[-2].end == start and before[-2].type in (PLACE, BODY):
        sender = before[-2]
        if office.en == "Head of the delegation":
            return 2, delegation(text, sender, place, office)
        start, taken, vi = sender.start, 2, joined(vi, sender.vi)
        named = f"the {sender.en}" if sender.type is BODY and needs_article(sender.en) else sender.en
        en = f"{office.en} of {with_article(named)} {where}"
        if sender.en in DEMONYMS:
            forms, en = (en,), f"{DEMONYMS[sender.en]} {office.en} {where}"
    whole = grown(text, office, start, en, f"{vi} tại {place.vi}")
    return taken, replace(whole, accepted={Target.EN: forms})


def delegation(text: str, sender: Entity, place: Entity, office: Entity) -> Entity:
    """The head of a delegation that a country or body keeps somewhere: 欧盟驻越南代表团团长."""
    en = f"Head of the {DEMONYMS.get(sender.en, sender.en)} Delegation to {with_article(place.en)}"
    return grown(text, office, sender.start, en, f"Trưởng Phái đoàn {sender.vi} tại {place.vi}")


def capital(name: str) -> str:
    """An office that follows what sends it: Head of the Delegation."""
    return name[:1].upper() + name[1:]


def capitalised(name: str) -> str:
    """A body's kind as part of its name: Consulate General."""
    return " ".join(
        word if word in ("of", "the", "and", "in") else word[:1].upper() + word[1:] for word in name.split()
    )
