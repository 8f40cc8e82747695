"""Latin beside names: what it teaches about the person throughout an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from translate.entities.renderings import NameFound
from translate.entities.transliterations import LATIN_BEHIND, parts_of
from translate.row import Entity, EntityType
from translate.terms.spellings import fold

IsWord = Callable[[str], bool]


def learned(people: Iterable[Entity], is_known: IsWord) -> Iterator[NameFound]:
    """What an article's full foreign names teach: their Latin, and who is meant by one part alone."""
    for person in people:
        zh = LATIN_BEHIND.sub("", person.zh)
        parts = parts_of(zh)
        if len(parts) < 2:
            continue
        if person.source == "mined":
            yield NameFound(zh, person.en, person.vi, "mined")
        english, vietnamese = person.en.split(" "), person.vi.split(" ")
        if len(english) != len(parts) or len(vietnamese) != len(parts):
            continue
        for part, en, vi in zip(parts, english, vietnamese, strict=True):
            if len(part) >= 2 and not is_known(part):
                yield NameFound(part, en, vi, person.source)


def with_latin(text: str, entity: Entity) -> Entity:
    """A person with the Latin form in brackets right behind taken in, so that it is not said twice."""
    if entity.type is not EntityType.PERSON and entity.source != "mined":
        return entity
    latin = LATIN_BEHIND.match(text, entity.end)
    if not latin:
        return entity
    whole = replace(entity, zh=text[entity.start : latin.end()], end=latin.end())
    if entity.source not in ("reading", "pinyin"):
        return whole
    en, vi = taught(entity.en, entity.vi, latin[1])
    return replace(whole, en=en, vi=vi, source="mined")


def taught(en: str, vi: str, latin: str) -> tuple[str, str]:
    """A guessed name's renderings once its Latin form is known.

    Latin without tones confirms a Vietnamese reading; a Chinese name stays in Sino-Vietnamese.
    """
    if fold(latin) == fold(en):
        return en, vi
    return latin, (latin if en == vi else vi)
