"""A glossary entry as it is proposed for a stretch of an article, with what it might be in each language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.occurrences import pairs
from translate.readings import hanviet, hanviet_name, pinyin_name
from translate.row import EntityType, Row, Target
from translate.shapes import simplified
from translate.terms.mining import Candidate, mine, type_of
from translate.terms.termentry import TermEntry

MOST = 6
"""More renderings to choose from help nobody."""
LIKE_NAMES = range(2, 5)
NAMED = (EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to fill in: ``en`` and ``vi`` are renderings to choose from, the likeliest first.

    ``known`` is the person's own entry that would be changed, if there is one.
    """

    zh: str
    type: EntityType = EntityType.TERM
    en: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()
    note: str = ""
    known: TermEntry | None = None

    def of(self, target: Target) -> tuple[str, ...]:
        """The renderings to choose from in a target."""
        return self.en if target is Target.EN else self.vi


def propose(zh: str, rows: Sequence[Row], known: TermEntry | None = None) -> Proposal:
    """What an article, the readings and the lexicon say of a Chinese form; ``known`` comes first.

    ``rows`` are those of the article. May load the lexicon.
    """
    plain = simplified(zh)
    near = [row for row in rows if plain and plain in simplified(row.segment.text)]
    if known is not None:
        made = Proposal(zh, known.type, (" | ".join(known.en),), (" | ".join(known.vi),), known.note, known)
    else:
        made = Proposal(zh, guessed_type(plain, near))
    made = with_entities(made, plain, near)
    made = with_mined(made, mine(near[:50], lambda form: form != plain))
    for target in Target:
        made = having(made, target, aligned(plain, near[:20], target))
    read = hanviet_name(plain), pinyin_name(plain)
    if made.type in NAMED:
        made = having(having(made, Target.EN, read), Target.VI, read)
    made = with_senses(made, plain)
    if made.type not in NAMED and plain:
        # With punctuation in it a phrase is no word that could be read aloud.
        made = having(made, Target.VI, [hanviet(plain)] if plain.isalnum() else ())
        if made.type is EntityType.TERM and len(plain) in LIKE_NAMES and not made.en:
            # What nobody knows may be a person.
            made = having(having(made, Target.EN, read), Target.VI, read[:1])
    return replace(made, en=made.en[:MOST], vi=made.vi[:MOST])


def having(made: Proposal, target: Target, renderings: Iterable[str]) -> Proposal:
    """The proposal with more renderings, each once."""
    found = [*made.of(target), *(text.strip() for text in renderings)]
    distinct = tuple(dict.fromkeys(text for text in found if text))
    return replace(made, en=distinct) if target is Target.EN else replace(made, vi=distinct)


def guessed_type(zh: str, rows: Sequence[Row]) -> EntityType:
    """What a form is, by how it ends and what stands before it; a term where that is not clear."""
    for row in rows:
        start = simplified(row.segment.text).find(zh)
        found = type_of(zh, "", start, row.entities)
        if found is not None:
            return found
        if any(e.end == start and e.type is EntityType.TITLE for e in row.entities) and 2 <= len(zh) <= 4:
            return EntityType.PERSON
    return EntityType.TERM


def with_entities(made: Proposal, zh: str, rows: Sequence[Row]) -> Proposal:
    """With what the recogniser says of the form itself."""
    for row in rows:
        for entity in row.entities:
            if simplified(entity.zh) != zh:
                continue
            countable = entity.type in (EntityType.NUMBER, EntityType.DATE)
            if made.known is None and not countable:
                made = replace(made, type=entity.type, note=made.note or entity.note)
            for target in Target:
                made = having(made, target, entity.renderings(target))
            return made
    return made


def with_mined(made: Proposal, candidates: Iterable[Candidate]) -> Proposal:
    """With what the article itself teaches, as Latin in brackets."""
    for candidate in candidates:
        if made.known is None and not made.en:
            made = replace(made, type=candidate.type)
        made = having(having(made, Target.EN, [candidate.en]), Target.VI, [candidate.vi])
    return made


def aligned(zh: str, rows: Sequence[Row], target: Target) -> list[str]:
    """What the drafts have where the form stands, as far as engines say so."""
    found = []
    for row in rows:
        start = simplified(row.segment.text).find(zh)
        end = start + len(zh)
        there = [to for (a, b), to in pairs(row, target) if start <= a and b <= end]
        cell = row.cells.get(target)
        if there and cell is not None:
            text = cell.text[min(a for a, _ in there) : max(b for _, b in there)]
            found.append(text.strip(" ,.;:“”\"'()"))
    return found


def with_senses(made: Proposal, zh: str) -> Proposal:
    """With the lexicon's senses of the word."""
    from translate.lexicon import load_lexicon

    senses = load_lexicon().get(zh)[:4] if zh else ()
    made = having(made, Target.EN, (sense.en for sense in senses))
    return having(made, Target.VI, (sense.vi for sense in senses))
