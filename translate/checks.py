"""Checks: what about a draft a reader should look at twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translate.row import Entity, EntityType, Target

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
RUN = re.compile(r"\d+")
# Characters of English or Vietnamese for one Chinese character, below and above which something is
# missing or doubled. Measured on the samples: 2.0 to 4.5 covers all right ones.
SHORTEST, LONGEST = 1.2, 9.0
GUESSES = ("reading", "pinyin")


def flags_of(text: str, draft: str, entities: Sequence[Entity], target: Target) -> tuple[str, ...]:
    """The flags of a draft: empty, han, number, name, length, repetition. A flag means: look here."""
    return tuple(dict.fromkeys(find_flags(text, draft, entities, target)))


def find_flags(text: str, draft: str, entities: Sequence[Entity], target: Target) -> Iterator[str]:
    """The flags one by one."""
    if not draft.strip():
        if any(c.isalnum() for c in text):
            yield "empty"
        return
    if HAN.search(draft):
        yield "han"
    if numbers_missing(text, draft, entities, target):
        yield "number"
    if any(e.type is EntityType.PERSON and e.source in GUESSES for e in entities):
        yield "name"
    if names_missing(draft, entities, target):
        yield "term"
    han = len(HAN.findall(text))
    if han >= 12 and not SHORTEST <= len(draft) / han <= LONGEST:
        yield "length"
    if repeats(draft) and not repeats_itself(text):
        yield "repetition"


def numbers_missing(text: str, draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a number of the source is not in the draft.

    Compared are the numbers of the entities' renderings, mark for mark (32.8 is not 328), and the
    digits outside entities, whose marks an engine may have left as they stood.
    """
    present = Counter(canonical(number, target) for number in DIGITS.findall(draft))
    wanted: Counter[str] = Counter()
    for entity in entities:
        if entity.type in (EntityType.NUMBER, EntityType.DATE):
            wanted.update(canonical(n, target) for n in DIGITS.findall(entity.rendering(target)))
    inside = {i for entity in entities for i in range(entity.start, entity.end)}
    loose = Counter(plain(m[0]) for m in RUN.finditer(text) if m.start() not in inside)
    runs = Counter(plain(run) for run in RUN.findall(draft))
    runs.update(plain(number) for number in DIGITS.findall(draft) if not number.isdecimal())
    return any(present[number] < count for number, count in wanted.items()) or any(
        runs[number] < count for number, count in loose.items()
    )


def canonical(number: str, target: Target) -> str:
    """A number without marks between thousands and with a decimal point, as the target writes it."""
    group, point = (",", ".") if target is Target.EN else (".", ",")
    return number.replace(group, "").replace(point, ".")


def plain(number: str) -> str:
    """Digits alone, in ASCII: 1,250.5 and 1.250,5 and １２５０．５ are all 12505."""
    return "".join(str(int(c)) for c in number if c.isdecimal())


def names_missing(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a person's name is not in the draft in any accepted form."""
    return any(
        entity.type is EntityType.PERSON and not any(form in draft for form in entity.renderings(target))
        for entity in entities
    )


def repeats(draft: str) -> bool:
    """Whether a run of three words stands three times, or a word four times in a row."""
    words = draft.lower().split()
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    if runs and max(runs.values()) >= 4 and max(runs.values()) * 6 > len(words):
        return True
    return any(words[i] == words[i + 1] == words[i + 2] == words[i + 3] for i in range(len(words) - 3))


def repeats_itself(text: str) -> bool:
    """Whether the source repeats itself, so that the draft rightly does."""
    runs = Counter(text[i : i + 3] for i in range(len(text) - 2))
    return bool(runs) and max(runs.values()) >= 3
