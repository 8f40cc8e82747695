"""Mentions: where what an article has named once in full stands again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.entities.latin import taught
from translate.entities.renderings import NameFound
from translate.entities.titles import compose_titles
from translate.entities.transliterations import LATIN_BEHIND, spells_name
from translate.row import Entity, EntityType

# What follows a surname when a person named in full before is named again: 裴部长, 阮同志.
SHORT_FORM = re.compile(
    "(?:部长|副部长|外长|总理|副总理|主席|副主席|总书记|书记|大使|同志|先生|女士|司令|省长|市长|教授|博士|局长|司长|将军|上将|中将|少将|大将)"
)
# （以下简称“越航”）, （简称：越航）
ABBREVIATED = re.compile(
    r"[（(，,]\s?(?:以下|下文|下称|后文)?(?:简称|下称)(?:为|是)?[：:]?\s?[“\"「‘]?"
    r"(?P<short>[^\s“”\"「」‘’（）(),，、。]{2,20})[”\"」’]?(?:[）)]|(?=[，,。]))"
)
CLOSING = '”》」’"'


def known_people(entities: Iterable[Iterable[Entity]]) -> Iterator[NameFound]:
    """The people of the termbase that an article names in full."""
    for segment in entities:
        for entity in segment:
            if entity.type is EntityType.PERSON and "·" not in entity.zh and 2 <= len(entity.zh) <= 5:
                yield NameFound(entity.zh, entity.en, entity.vi, entity.source)


def mentions(text: str, names: Mapping[str, NameFound]) -> Iterator[Entity]:
    """Every place where a found name stands."""
    lengths = sorted({len(zh) for zh in names})
    for start in range(len(text)):
        for length in lengths:
            name = names.get(text[start : start + length])
            if name is not None and start + length <= len(text):
                yield name.entity(start)


def confirmed(names: Iterable[NameFound], texts: Sequence[str]) -> Iterator[NameFound]:
    """The names, those that stand before their Latin form once rendered by it throughout."""
    whole = "\n".join(texts)
    for name in names:
        latin = next(
            (m for i in places_of(whole, name.zh) if (m := LATIN_BEHIND.match(whole, i + len(name.zh)))), None
        )
        if latin is None or name.source == "seed":
            yield name
        else:
            en, vi = taught(name.en, name.vi, latin[1])
            # 马诺拉（Manola） is nobody's Chinese name.
            vi = en if spells_name(name.zh) else vi
            yield replace(name, en=en, vi=vi, source="mined", others={})


def places_of(text: str, part: str) -> Iterator[int]:
    """Where a part stands in a text."""
    position = text.find(part)
    while position >= 0:
        yield position
        position = text.find(part, position + 1)


def only_bearers(people: Iterable[NameFound]) -> dict[str, NameFound]:
    """Surname to person, of those surnames that just one person in the article bears."""
    bearers: dict[str, dict[str, NameFound]] = {}
    for person in people:
        bearers.setdefault(person.zh[0], {})[person.zh] = person
    return {surname: next(iter(all_.values())) for surname, all_ in bearers.items() if len(all_) == 1}


def short_forms(text: str, bearers: Mapping[str, NameFound]) -> Iterator[Entity]:
    """A surname before a title, where the article has named just one person so called in full."""
    for start, surname in enumerate(text):
        person = bearers.get(surname)
        if person is not None and SHORT_FORM.match(text, start + 1):
            note = f"{person.zh}, named in full elsewhere in the article"
            yield Entity(
                surname, start, start + 1, EntityType.PERSON, person.en, person.vi, note, person.source
            )


def abbreviations(texts: Sequence[str], entities: Sequence[Sequence[Entity]]) -> dict[str, Entity]:
    """Short forms that an article gives for what it has just named: short form to the entity named."""
    found: dict[str, Entity] = {}
    for text, chosen in zip(texts, entities, strict=True):
        given = list(ABBREVIATED.finditer(text))
        ends = {entity.end: entity for entity in (compose_titles(text, chosen) if given else ())}
        for match in given:
            end = match.start()
            while end and text[end - 1] in CLOSING:
                end -= 1
            if end in ends and match["short"] not in found:
                found[match["short"]] = ends[end]
    return found


def abbreviated(text: str, known: Mapping[str, Entity]) -> Iterator[Entity]:
    """Every place where such a short form stands, but where it is given."""
    defined = [match.span("short") for match in ABBREVIATED.finditer(text)]
    for short, entity in known.items():
        for start in places_of(text, short):
            end = start + len(short)
            if not any(first <= start < last for first, last in defined):
                note = f"short for {entity.zh}"
                yield replace(entity, zh=short, start=start, end=end, note=note, source="mined")
