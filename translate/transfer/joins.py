"""Joins: commas inside a phrase, as in 对建设一支懂业务，有纪律的队伍提出要求, which part no stretches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.transfer.chart import Leaf, Node
from translate.transfer.contexts import WITH
from translate.transfer.symbols import CONTENT_NOUNS
from translate.transfer.tokens import Token
from translate.transfer.word_readings import Reading, is_verbal

# What opens a phrase that something behind it closes, where a verb follows.
BEFORE_VERB = frozenset(["对", "对于", "就", "在", "围绕"])
# What opens one whatever follows.
BEFORE_ALL = frozenset(["关于"])
# What says that two things hold, the second behind a comma: 既是骄傲，也是资源.
BOTH, AND_ALSO = frozenset(["既", "既是"]), frozenset(["又", "也", "且"])
# Verbs whose object is named by what it consists in: 确定了发展经济，改善生活的目标.
SETTING = frozenset(
    """
    确定 确立 坚持 明确 提出 树立 履行 实施 贯彻 体现 秉持 遵循 落实 制定 奉行 实现 达到 发扬 重申 阐述 阐明
    强调 肯定 承担 肩负
    """.split()
)
TOGETHER = frozenset(["一道", "一起", "一同"])
COMMAS = frozenset(["，", ","])
LONGEST = 34
FARTHEST = 3

Part = tuple[list[Token], Token | None]


def joined(parts: Sequence[Part], place: int) -> Part | None:
    """The stretch at a place together with those up to the one that closes what it opens; None as a rule."""
    tokens, mark = parts[place]
    if mark is None or mark.text not in COMMAS or place + 1 == len(parts):
        return None
    seeks = opened(tokens)
    if not seeks:
        return None
    if seeks == "company":
        part, behind = parts[place + 1]
        return ([*tokens, *part], behind) if part and len(tokens) + len(part) <= LONGEST else None
    row = list(tokens)
    for part, behind in parts[place + 1 : place + FARTHEST]:
        assert mark is not None
        row += [replace(mark, readings=(Reading("、", 0.0),)), *part]
        if len(row) > LONGEST:
            return None
        if closes(part, seeks):
            return row, behind
        if behind is None or behind.text not in COMMAS:
            return None
        mark = behind
    return None


def size_of(row: Sequence[Token], parts: Sequence[Part]) -> int:
    """How many of the parts, counted from the one it begins with, a joined row is made of."""
    end = row[-1].end
    return sum(row[0].start <= part[0].start < end for part, _ in parts if part)


def opened(tokens: Sequence[Token]) -> str:
    """What a stretch leaves open: a phrase, a relative clause, content, or both; empty if nothing."""
    if len(tokens) > 2 and tokens[-1].text in TOGETHER and any(t.text in WITH for t in tokens[:-1]):
        return "company"
    if any(token.text in BOTH for token in tokens) and not any(token.text in AND_ALSO for token in tokens):
        return "both"
    last = max((n for n, token in enumerate(tokens) if token.text == "的"), default=-1)
    for place in range(last + 1, len(tokens) - 1):
        token, behind, *rest = tokens[place:]
        if token.text in BEFORE_ALL:
            return "phrase"
        if token.text in BEFORE_VERB and is_plain_verb(behind) and not closed(rest):
            return "phrase"
        if is_classifier(token) and place and is_telling(tokens[place + 1 :]):
            return "relative"
        if token.text in SETTING:
            after = rest[0] if behind.text == "了" and rest else behind
            if is_verbal(after.readings) and behind.text != "的":
                return "content"
    return ""


def closes(tokens: Sequence[Token], seeks: str) -> bool:
    """Whether a stretch closes what one before it left open."""
    texts = [token.text for token in tokens]
    if seeks == "both":
        return bool(texts) and texts[0] in AND_ALSO
    if not tokens or "的" not in texts:
        return seeks == "phrase" and closed(tokens[2:])
    if seeks == "content":
        own = any(text in SETTING for text in texts[:2])
        return texts[-1].endswith(CONTENT_NOUNS) and is_verbal(tokens[0].readings) and not own
    return seeks == "phrase" or is_verbal(tokens[0].readings)


def closed(tokens: Sequence[Token]) -> bool:
    """Whether something behind a verb ends its phrase: 在总结经验时."""
    return any(reading.category in ("f", "fv", "ft") for token in tokens for reading in token.readings)


def is_plain_verb(token: Token) -> bool:
    """Whether a word is a verb, and no name or place."""
    return token.entity is None and is_verbal(token.readings)


def is_telling(tokens: Sequence[Token]) -> bool:
    """Whether words behind a classifier tell what the noun does or is, without naming it."""
    if is_plain_verb(tokens[0]) and not any(reading.category == "n" for reading in tokens[0].readings):
        return True
    told = ("a", "、", "d", "cj")
    return all(any(reading.category in told for reading in token.readings) for token in tokens)


def is_classifier(token: Token) -> bool:
    """Whether a word counts what follows it."""
    return any(reading.category == "q" for reading in token.readings)


def holds_together(trees: Sequence[Node]) -> bool:
    """Whether joined stretches are one tree in which each comma stands inside a phrase that ends later."""
    return len(trees) == 1 and not has_open_comma(trees[0], inside=False)


def has_open_comma(node: Node, *, inside: bool) -> bool:
    """Whether a comma in a tree joins what might as well stand apart."""
    if isinstance(node, Leaf):
        return not inside and node.token.text in COMMAS and node.category == "、"
    parts = node.rule.parts
    last = max(
        (n for n, part in enumerate(parts) if part in ("的", "f", "fv", "ft", "以来", "又")), default=-1
    )
    return any(has_open_comma(child, inside=inside or n < last) for n, child in enumerate(node.children))
