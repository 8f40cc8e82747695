"""The order in which a draft has the names and figures of its segment: two that have changed places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from translate.numbers import quantities
from translate.row import Entity, EntityType, Target


def out_of_order(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether two people, or two figures that count the same, stand in a draft the other way round."""
    return people_turned(draft, entities, target) or figures_turned(draft, entities, target)


def people_turned(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether people are first named in another order than in the segment."""
    first: dict[str, int] = {}
    for entity in sorted(entities, key=lambda entity: entity.start):
        name = entity.rendering(target)
        if entity.type is EntityType.PERSON and name not in first:
            place = first_of(draft, entity.renderings(target))
            if place >= 0:
                first[name] = place
    order = list(first.values())
    return order != sorted(order)


def first_of(draft: str, forms: Sequence[str]) -> int:
    """Where the first form stands or, if it does not, any other, as whole words; -1 where none does."""
    for some in (forms[:1], forms[1:]):
        found = (re.search(rf"(?<!\w){re.escape(form)}(?!\w)", draft) for form in some if form)
        places = [match.start() for match in found if match]
        if places:
            return min(places)
    return -1


def figures_turned(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether shares, or sums of the same money, stand in another order than in the segment."""
    columns: dict[str, list[object]] = defaultdict(list)
    for entity in sorted(entities, key=lambda entity: entity.start):
        rendering = entity.rendering(target)
        numbers = quantities(rendering, target) if entity.type is EntityType.NUMBER else []
        if len(numbers) == 1 and numbers[0].digits:
            (number,) = numbers
            unit = re.sub(r"\w+ ?", "", rendering[: number.start]) + rendering[number.end :].strip()
            if unit:
                columns[unit].append(number.value)
    said = [quantity.value for quantity in quantities(draft, target)]
    for column in columns.values():
        if len(column) > 1 and len(set(column)) == len(column):
            have = [value for value in said if value in column]
            if sorted(have, key=str) == sorted(column, key=str) and have != column:
                return True
    return False
