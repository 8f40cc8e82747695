"""Horizons: how far plans reach, 到2030年、展望到2045年, as one time."""

from __future__ import annotations

from collections.abc import Sequence

from translate.row import Entity, EntityType
from translate.transfer.tokens import Token
from translate.transfer.word_readings import Reading

UNTIL = frozenset(["到", "至"])
BETWEEN = frozenset(["，", ",", "、", "并", "及", "和", "与"])
VISION = frozenset(["展望", "远景", "远景展望", "愿景", "展望到", "展望至"])


def with_horizons(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, in which a goal's year and the year of the vision behind it are one time."""
    result: list[Token] = []
    place = 0
    while place < len(tokens):
        size = horizon(tokens, place)
        result.append(joined(tokens[place : place + size]) if size else tokens[place])
        place += size or 1
    return result


def horizon(tokens: Sequence[Token], place: int) -> int:
    """How many tokens from a place on name a horizon; 0 if they do not."""
    if tokens[place].text not in UNTIL or not year(tokens[place + 1 : place + 2]):
        return 0
    end = place + 2
    while end < len(tokens) and tokens[end].text in BETWEEN:
        end += 1
    if end >= len(tokens) or tokens[end].text not in VISION:
        return 0
    end += 1
    if end < len(tokens) and tokens[end].text in UNTIL:
        end += 1
    return end + 1 - place if year(tokens[end : end + 1]) else 0


def year(tokens: Sequence[Token]) -> Entity | None:
    """The year that the first of the tokens names."""
    entity = tokens[0].entity if tokens else None
    return entity if entity is not None and entity.role == "year" else None


def joined(tokens: Sequence[Token]) -> Token:
    """The tokens of a horizon in one."""
    goal, vision = year(tokens[1:]), year(tokens[-1:])
    assert goal is not None and vision is not None
    text, start, end = "".join(token.text for token in tokens), tokens[0].start, tokens[-1].end
    entity = Entity(
        text,
        start,
        end,
        EntityType.DATE,
        f"by {goal.en} with a vision to {vision.en}",
        f"đến {goal.vi}, tầm nhìn đến {vision.vi}",
        source="rule",
    )
    return Token(text, start, end, (Reading("t", 0.0),), entity)
