"""Contexts: what the tokens around a word leave of its readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.transfer.tokens import Token
from translate.transfer.word_readings import Reading, is_verbal

WITH = frozenset(["同", "与", "跟"])
# Behind these at the beginning of a stretch, 与 joins nothing either: 并与各国合作.
OPENING = frozenset(["并", "并且", "而", "也", "还"])
JOINING = frozenset(["与", "和", "同", "跟"])
NAMES = frozenset(["n", "ng", "nh", "nk", "nv", "nz", "gx", "nce", "nq", "hz"])
# What a reading costs that a word hardly ever has.
FAR = 1.0
COUNTS = frozenset(["m", "am", "mv"])


def in_context(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a stretch with the readings that their neighbours leave them."""
    result = list(with_first_as_preposition(tokens))
    for place, token in enumerate(result):
        behind = result[place + 1] if place + 1 < len(result) else None
        if behind is None:
            break
        if token.text == "为" and is_number(result[place + 1 :]):
            # 总数为38处: a number alone follows what it is.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "是"])
        elif token.text in JOINING and place and is_deed(result[place - 1]) and is_deed(behind):
            # 交流与合作: what may be done twice is joined, and named behind a quality.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "cj"])
            if place > 1 and is_quality(result[place - 2]):
                result[place - 1], result[place + 1] = named(result[place - 1]), named(behind)
        elif token.text in WITH and place and not is_deed(behind) and is_doing(result[place - 1]):
            # 深化与各国的关系: to deepen it.
            result[place - 1] = reading_as(
                result[place - 1], [r for r in result[place - 1].readings if r.category not in NAMES]
            )
        elif token.text in JOINING and place > 1 and is_state(result[place - 1]) and is_state(behind):
            if not is_name(result[place - 2]):
                continue
            # 地区和平与稳定: what a noun has is a noun.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "cj"])
            result[place - 1], result[place + 1] = named(result[place - 1]), named(behind)
    return result


def is_number(tokens: Sequence[Token]) -> bool:
    """Whether a stretch ends with these tokens as a number, with or without a classifier."""
    first, *rest = tokens
    counted = any(reading.category in COUNTS for reading in first.readings)
    return counted and (
        not rest or (len(rest) == 1 and any(reading.category == "q" for reading in rest[0].readings))
    )


def named(token: Token) -> Token:
    """A word that may be both a verb and a noun, as the noun."""
    return reading_as(token, [reading for reading in token.readings if reading.category in NAMES])


def is_doing(token: Token) -> bool:
    """Whether a word is a verb, and a noun only where nothing follows."""
    return any(reading.category == "ng" for reading in token.readings)


def is_state(token: Token) -> bool:
    """Whether a word may be both a quality and a noun: 和平, 稳定."""
    categories = {reading.category for reading in token.readings}
    return "a" in categories and any(r.category == "n" and r.cost < FAR for r in token.readings)


def is_name(token: Token) -> bool:
    """Whether a word is a noun and neither quality nor deed."""
    categories = {reading.category for reading in token.readings}
    return (
        bool(categories & {"n", "ns", "no"}) and not categories & {"a", "d"} and not is_verbal(token.readings)
    )


def is_quality(token: Token) -> bool:
    """Whether a word describes the noun behind it and nothing else."""
    categories = {reading.category for reading in token.readings}
    return token.text == "的" or (bool(categories & {"a", "b"}) and not categories & {"d", "asp"})


def is_deed(token: Token) -> bool:
    """Whether a word may be both a verb and a noun: 合作, 交流."""
    return is_verbal(token.readings) and any(r.category in NAMES for r in token.readings)


def reading_as(token: Token, readings: Sequence[Reading]) -> Token:
    """The token with these readings only, if there are any."""
    return replace(token, readings=tuple(readings)) if readings else token


def with_example(tokens: list[Token]) -> list[Token]:
    """The tokens of a stretch behind another one, where 如 begins an example rather than a condition."""
    if not tokens or tokens[0].text != "如":
        return tokens
    return [reading_as(tokens[0], [r for r in tokens[0].readings if r.category == "p"]), *tokens[1:]]


def with_first_as_preposition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a stretch; 同, 与 or 跟 at its beginning joins nothing to what stands before."""
    place = 1 if tokens and tokens[0].text in OPENING else 0
    if len(tokens) <= place or tokens[place].text not in WITH:
        return tokens
    first = reading_as(tokens[place], [r for r in tokens[place].readings if r.category != "cj"])
    return [*tokens[:place], first, *tokens[place + 1 :]]
