"""What a card says: of a term, of a word."""

from __future__ import annotations

from dataclasses import dataclass

from reader.script import in_script
from reader.sources import SOURCES
from reader.tui.look import Span
from reader.tui.speech import phrase, spoken
from translate.row import Entity, EntityType, Row, Target
from translate.script import Script
from translate.syllables import hanviet_syllables, joined_pinyin, named, pinyin_syllables

_WORD = 4  # characters; the pinyin of what is longer is more than one word
_LONGEST = 24  # characters of a term or word whose readings are worth reading


@dataclass(frozen=True, slots=True)
class Facts:
    """A heading, what kind of thing it is, labelled lines, and a last line."""

    heading: str
    reading: str = ""
    kind: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entity, and how often it occurs in the article."""

    entity: Entity
    count: int = 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a row's Chinese: its offsets, or one character of it where nobody knows where it ends."""

    row: Row
    span: Span | None
    offset: int = 0


def of_term(term: Term) -> Facts:
    """All that is known of a term."""
    entity = term.entity
    lines = [("en", entity.en), ("vi", entity.vi)]
    for target in Target:
        others = entity.accepted.get(target, ())
        lines.append((phrase("card-also", language=target.value), "; ".join(others)))
    lines.append((phrase("card-note"), entity.note))
    times = phrase("card-times", number=term.count)
    source = spoken().given(f"from-{entity.source}", SOURCES.get(entity.source, entity.source))
    counted = entity.type in (EntityType.NUMBER, EntityType.DATE)
    return Facts(
        entity.zh if counted else scripts(entity.zh),
        ""
        if counted
        else reading_of(entity.zh, entity.vi if entity.type in (EntityType.PERSON, EntityType.PLACE) else ""),
        f"{phrase(f'kind-{entity.type}')} · {source}",
        tuple((label, text) for label, text in lines if text),
        times + (f" · {phrase('card-enter')}" if term.count > 1 else ""),
    )


def scripts(zh: str) -> str:
    """A word in both scripts, once where they are the same."""
    both = (in_script(zh, Script.SIMPLIFIED), in_script(zh, Script.TRADITIONAL))
    return " · ".join(dict.fromkeys(both))


def reading_of(zh: str, name: str = "") -> str:
    """A word in pinyin and in Hán-Việt, as in ``name`` if that is the same; empty if it has none."""
    plain = in_script(zh, Script.SIMPLIFIED)
    if len(plain) > _LONGEST:
        return ""
    syllables = pinyin_syllables(plain)
    joined = len(plain) <= _WORD
    pinyin = joined_pinyin(syllables) if joined else " ".join(filter(None, syllables))
    hanviet = " ".join(named(plain, name) or filter(None, hanviet_syllables(plain)))
    return " · ".join(filter(None, (pinyin, hanviet)))
