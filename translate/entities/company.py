"""Company: who is with a person: spouse, delegation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.row import Entity, EntityType, Target

TITLE, PERSON = EntityType.TITLE, EntityType.PERSON

# Who is with a person, said behind the name or title.
COMPANY = {
    "夫妇一行": ("and his spouse and delegation", "và Phu nhân cùng đoàn"),
    "夫妇": ("and his spouse", "và Phu nhân"),
    "伉俪": ("and his spouse", "và Phu nhân"),
    "一行": ("and his delegation", "và đoàn"),
}
COMPANY_BEHIND = re.compile("|".join(COMPANY))
AND_SPOUSE = re.compile("[和与及偕携同]夫人")
SPOUSE = COMPANY["夫妇"]


def with_company(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities with 夫妇, 一行 taken into the person (with a title between), and 和夫人 as his spouse."""
    result: list[Entity] = []
    starts = {entity.start for entity in entities if entity.type is PERSON}
    for entity in entities:
        last = result[-1] if result else None
        if last and entity.start < last.end:
            # 夫人 of a spouse that is taken in already.
            continue
        company = COMPANY_BEHIND.match(text, entity.end)
        spouse = AND_SPOUSE.match(text, entity.end)
        if spouse and spouse.end() not in starts:
            company = spouse
        if company and entity.type is PERSON:
            entity = accompanied(text, entity, entity, company)
        elif company and entity.type is TITLE and last and last.type is PERSON and last.end == entity.start:
            named = replace(entity, en=f"{entity.en} {last.en}", vi=f"{entity.vi} {last.vi}")
            entity = accompanied(text, result.pop(), named, company)
        elif (
            entity.zh == "夫人"
            and last
            and last.type in (PERSON, TITLE)
            and AND_SPOUSE.fullmatch(text, last.end, entity.end)
        ):
            entity = replace(entity, en="his spouse", accepted={Target.EN: (entity.en,)})
        result.append(entity)
    return result


def accompanied(text: str, person: Entity, named: Entity, company: re.Match[str]) -> Entity:
    """A person, as named with or without a title, and the company."""
    en, vi = COMPANY.get(company[0], SPOUSE)
    return replace(
        person,
        zh=text[person.start : company.end()],
        end=company.end(),
        en=f"{named.en} {en}",
        vi=f"{named.vi} {vi}",
        accepted={},
    )
