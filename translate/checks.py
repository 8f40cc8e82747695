"""Checks: what about a draft a reader should look at twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translate.argos.required import missing, needs_of
from translate.negation import lacks_denial
from translate.order import out_of_order
from translate.row import Entity, EntityType, Target
from translate.tongue import left_over, wrong_language
from translate.values import lacks_values, made_up, wrong_kind

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
RUN = re.compile(r"\d+")
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# Characters of English or Vietnamese for one Chinese character, below and above which something is
# missing or doubled. Measured on news and on general text: right ones have 2.3 to 7 of them, and the
# longer the sentence, the less it varies.
SHORTEST, SHORTEST_OF_LONG, LONGEST = 1.5, 2.2, 9.0
SHORT, LONG = 12, 20
GUESSES, TRUSTED = ("reading", "pinyin"), ("seed", "user")
PLACED = (EntityType.PLACE, EntityType.ORGANISATION, EntityType.EVENT)
NAMED = (EntityType.PERSON, EntityType.PLACE)
PRIVATE = 0xE000
WORD_OR_MARK = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
# Words that may stand twice; in Vietnamese any may: từ từ, ngày ngày.
TWICE = frozenset({"had", "that", "very", "so", "is", "one", "bye", "no", "ha"})
# What stands twice in a row has no more words than this.
FARTHEST = 30
# So many words are a phrase.
PHRASE = 4
# A run of so many words is no turn of phrase but something said before.
SAID_BEFORE = {Target.EN: 6, Target.VI: 10}
QUOTED = re.compile(r"[“「『]([^“”「」『』]*)[”」』]")
BRACKETED = re.compile(r"[（(]([^（()）]*)[)）]")
QUOTES = re.compile(r"[“”\"«»„「『‘]|(?<!\w)['’]|['’](?!\w)")
BRACKETS = re.compile(r"[(（\[–—]|\s-\s")
# Shorter quotations are titles and terms, shorter brackets glosses: who leaves their marks out loses nothing.
QUOTATION, ASIDE = 8, 4


def flags_of(text: str, draft: str, entities: Sequence[Entity], target: Target) -> tuple[str, ...]:
    """The flags of a draft, each a reason to look: a flag is no verdict, and no flag is no praise."""
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
    if any(e.type in NAMED and e.source in GUESSES for e in entities):
        yield "name"
    if names_missing(draft, entities, target):
        yield "term"
    if out_of_order(draft, entities, target):
        yield "order"
    if lacks_denial(text, draft, target):
        yield "negation"
    if places_missing(draft, entities, target):
        yield "omission"
    han = len(HAN.findall(text))
    if han >= SHORT and not shortest(han) <= len(draft) / han <= LONGEST:
        yield "length"
    if (repeats(draft) or doubles(draft, entities, target)) and not repeats_itself(text):
        yield "repetition"
    if marks_missing(text, draft):
        yield "marks"
    if wrong_language(draft, entities, target) or (
        not HAN.search(draft) and left_over(draft, entities, target)
    ):
        yield "language"


def shortest(han: int) -> float:
    """The characters that a draft has at least for each of so many Chinese ones."""
    return SHORTEST if han < LONG else SHORTEST_OF_LONG


def numbers_missing(text: str, draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a number of the source is not in the draft, or one that is not of the source is.

    The entities' numbers are compared by value and by what they count; of the digits outside entities
    only the figures, whose marks an engine may have left as they stood.
    """
    if lacks_values(draft, entities, target) or wrong_kind(draft, entities, target):
        return True
    inside = {i for entity in entities for i in range(entity.start, entity.end)}
    loose = Counter(plain(m[0]) for m in RUN.finditer(text) if m.start() not in inside)
    runs = Counter(plain(run) for run in RUN.findall(draft))
    runs.update(plain(number) for number in DIGITS.findall(draft) if not number.isdecimal())
    return any(runs[number] < count for number, count in loose.items()) or made_up(
        text, draft, entities, target
    )


def plain(number: str) -> str:
    """Digits alone, in ASCII: 1,250.5 and 1.250,5 and １２５０．５ are all 12505."""
    return "".join(str(int(c)) for c in number if c.isdecimal())


def names_missing(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a person's name is not in the draft in any accepted form."""
    return any(
        entity.type is EntityType.PERSON and not any(form in draft for form in entity.renderings(target))
        for entity in entities
    )


def places_missing(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a place, body or event that the termbase knows is not in the draft in any form."""
    known = [entity for entity in entities if entity.type in PLACED and entity.source in TRUSTED]
    return bool(known) and bool(missing(needs_of(known, target), draft, target))


def marks_missing(text: str, draft: str) -> bool:
    """Whether a quotation of the source, or what it puts in brackets, is not marked as such in the draft."""
    return (longest_inside(QUOTED, text) >= QUOTATION and not QUOTES.search(draft)) or (
        longest_inside(BRACKETED, text) >= ASIDE and not BRACKETS.search(draft)
    )


def longest_inside(pattern: re.Pattern[str], text: str) -> int:
    """The most Chinese characters that stand between a pair of marks."""
    return max((len(HAN.findall(inside)) for inside in pattern.findall(text)), default=0)


def repeats(draft: str) -> bool:
    """Whether a run of three words stands four times, or a word four times in a row."""
    words = draft.lower().split()
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    if runs and max(runs.values()) >= 4 and max(runs.values()) * 6 > len(words):
        return True
    return any(words[i] == words[i + 1] == words[i + 2] == words[i + 3] for i in range(len(words) - 3))


def doubles(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether some words stand twice in a row, or many of them once more further on.

    Numbers may: 12 partners, 12 others. So may what stands in brackets behind its like, and names as
    long as whole clauses.
    """
    tokens = WORD_OR_MARK.findall(without_names(draft, entities, target).lower())
    words: list[str] = []
    pauses: set[int] = set()
    for token in tokens:
        if token == ",":
            pauses.add(len(words))
        else:
            words.append(token)
    fewest = 2 if target is Target.VI else 1
    places: dict[str, list[int]] = {}
    for end, word in enumerate(words):
        before = places.setdefault(word, [])
        for start in [start for start in before[-FARTHEST:] if fewest <= end - start <= FARTHEST]:
            size = end - start
            run = words[start:end]
            if run != words[end : end + size] or not all(map(is_word, run)):
                continue
            # After a pause a short one is for emphasis.
            if size >= PHRASE or (end not in pauses and (size > 1 or word not in TWICE)):
                return True
        before.append(end)
    size = SAID_BEFORE[target]
    seen: dict[tuple[str, ...], int] = {}
    plain_words = [word for word in words if is_word(word)]
    for i in range(len(plain_words) - size + 1):
        if i - seen.setdefault(tuple(plain_words[i : i + size]), i) >= size:
            return True
    return False


def without_names(draft: str, entities: Sequence[Entity], target: Target) -> str:
    """The draft with one letter for each rendering of several words."""
    for entity in entities:
        rendering = entity.rendering(target)
        if " " in rendering:
            draft = draft.replace(rendering, chr(PRIVATE + entity.start % 6000))
    return draft


def is_word(token: str) -> bool:
    """Whether it is a word, or stands for a name, and is no number and no mark."""
    return token.isalpha() or token[0] >= chr(PRIVATE) or (len(token) > 1 and not token[0].isdigit())


def repeats_itself(text: str) -> bool:
    """Whether the source repeats itself, so that the draft rightly does."""
    runs = Counter(text[i : i + 3] for i in range(len(text) - 2))
    return bool(runs) and max(runs.values()) >= 3
