"""Contexts: what the tokens around a word leave of its readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.transfer.tokens import Token
from translate.transfer.word_readings import Reading, is_verbal

WITH = frozenset(["同", "与", "跟"])
# Behind these at the beginning of a stretch, 与 joins nothing either: 并与各国合作.
OPENING = ("并", "并且", "而", "也", "还")
JOINING = frozenset(["与", "和", "同", "跟"])
NAMES = frozenset(["n", "np", "ng", "nh", "nk", "nv", "nvh", "nz", "gx", "nce", "nq", "hz"])
# What a reading costs that a word hardly ever has.
FAR = 1.0
FIRST = frozenset(["首次", "首度", "再次", "多次"])
ON_OCCASION, OCCASIONS = frozenset(["值", "逢", "适逢"]), frozenset(["之际", "之时"])
SUFFERING = frozenset(["被", "遭"])
COUNTS = frozenset(["m", "am", "mv"])


def in_context(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a stretch with the readings that their neighbours leave them."""
    result = list(with_first_as_preposition(tokens))
    for place, token in enumerate(result):
        behind = result[place + 1] if place + 1 < len(result) else None
        if behind is None:
            break
        if token.text == "就" and any(r.category in ("vm", "asp", "neg") for r in behind.readings):
            # 就能: no 就 of about what.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "d"])
        elif token.text == "为" and not place and not any(is_verbal(t.readings) for t in result[1:]):
            # 为三年来最低水平: what something is.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "是"])
        elif token.text == "为" and is_number(result[place + 1 :]):
            # 总数为38处: a number alone follows what it is.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "是"])
        elif token.text in OPENING[:2] and place and is_verbal(result[place - 1].readings):
            # 同意并支持: it joins two verbs.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "cj"])
        elif token.text in FIRST and is_deed(behind) and is_counted(result[place + 2 : place + 3]):
            # 首次突破600亿美元: what is done for the first time.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "d"])
            result[place + 1] = done(behind)
        elif token.text in ON_OCCASION and any(t.text in OCCASIONS for t in result[place + 2 :]):
            # 值国庆80周年之际: on the occasion of it, not to be worth it.
            result[place] = reading_as(token, [r for r in token.readings if not r.category.startswith("v")])
        elif is_spending(token) and any(reading.category == "nsum" for reading in behind.readings):
            # 投入资金: to invest funds.
            result[place] = done(token)
        elif token.text in SUFFERING and is_deed(behind):
            # 被邀请参加: what is done to somebody.
            result[place + 1] = done(behind)
        elif is_doing(token) and is_shared(result, place) and is_verbal(behind.readings):
            # 与各国分享解决问题的经验: to share it.
            result[place] = reading_as(token, [r for r in token.readings if r.category not in NAMES])
        elif token.text in JOINING and place and is_deed(result[place - 1]) and is_deed(behind):
            # 交流与合作: what may be done twice is joined, and named behind a quality, done behind an adverb.
            result[place] = reading_as(token, [r for r in token.readings if r.category == "cj"])
            if place > 1 and is_adverb(result[place - 2]):
                result[place - 1], result[place + 1] = done(result[place - 1]), done(behind)
            if place > 1 and is_quality(result[place - 2]):
                result[place - 1], result[place + 1] = named(result[place - 1]), named(behind)
        elif (
            token.text in WITH
            and place
            and not is_deed(behind)
            and (is_doing(result[place - 1]) or is_doing_with(result, place - 1))
        ):
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


def is_shared(tokens: Sequence[Token], place: int) -> bool:
    """Whether somebody with whom it is done stands before a verb: 与各国分享."""
    for token in reversed(tokens[max(place - 4, 0) : place]):
        if token.text in WITH:
            return token is not tokens[place - 1]
        if token.text == "的" or is_verbal(token.readings):
            return False
    return False


def is_doing_with(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that may be a verb has the relation behind it for object: 把发展同邻国的关系放在首位."""
    before = tokens[place - 1] if place else None
    opens = before is None or before.text in ("把", "将", "为", "、") or before.begins_phrase
    relation = next((n for n, t in enumerate(tokens[place:], place) if t.text == "的"), 0)
    return (
        opens
        and is_deed(tokens[place])
        and any(r.category == "gx" for t in tokens[relation + 1 : relation + 2] for r in t.readings)
    )


def is_counted(tokens: Sequence[Token]) -> bool:
    """Whether a number or 了 stands first."""
    return bool(tokens) and any(r.category in COUNTS or r.category == "了" for r in tokens[0].readings)


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


def done(token: Token) -> Token:
    """A word that may be both a verb and a noun, as the verb."""
    return reading_as(token, [reading for reading in token.readings if reading.category not in NAMES])


def is_spending(token: Token) -> bool:
    """Whether a word may be a verb of spending."""
    return any(reading.category == "vb" for reading in token.readings)


def is_adverb(token: Token) -> bool:
    """Whether a word tells only how or where something is done."""
    return {reading.category for reading in token.readings} <= {"d", "asp", "vm"}


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
        bool(categories & {"n", "np", "ns", "no"})
        and not categories & {"a", "d"}
        and not is_verbal(token.readings)
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
