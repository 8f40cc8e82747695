"""Questions about trees: heads, objects, number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.row import EntityType, Target
from translate.transfer.chart import Branch, Leaf, Node

NOUNS = frozenset(["N", "NP", "n", "no", "vn", "x", "ti", "TI"])
PLURAL_DETERMINERS = "pl"
# Of what there is but one.
SINGLE = frozenset(["唯一", "最大", "最高", "最长"])
# Somebody's standing in or towards something: 他在公司的地位.
ASKED_OF = frozenset(["asked-of", "regulation-on", "standing-of", "standing-on"])


def head_leaf(node: Node) -> Leaf:
    """The word that a phrase is about: in Chinese mostly its last noun or its first verb."""
    while isinstance(node, Branch):
        place = node.rule.head
        node = node.children[place if place >= 0 else -1]
    return node


def first_leaf(node: Node) -> Leaf:
    """The first word of a phrase."""
    while isinstance(node, Branch):
        node = node.children[0]
    return node


def leaves(node: Node) -> Iterator[Leaf]:
    """The leaves of a tree, in the order of the Chinese."""
    if isinstance(node, Leaf):
        yield node
    else:
        for child in node.children:
            yield from leaves(child)


def silent_sources(node: Branch, target: Target) -> Iterator[tuple[int, int]]:
    """The source offsets that the words a rule adds stand for, in their order; then those of nothing."""
    for place in node.rule.silent[target]:
        words = list(leaves(node.children[place]))
        if words[0].category not in ("的", "地", "得"):
            yield words[0].token.start, words[-1].token.end
    while True:
        yield -1, -1


@dataclass(frozen=True, slots=True)
class NounGroup:
    """What a noun group's spine tells: its head, what determines it, how many there are.

    ``plural`` is None where the Chinese does not say.
    """

    head: Leaf
    determined: bool
    plural: bool | None
    described: bool
    related: bool
    ordinal: bool
    alone: bool
    owned: bool = False


def noun_group(node: Node) -> NounGroup:
    """The facts of a noun group, gathered on the way from its top to its head noun."""
    determined, described, related, ordinal, alone = False, False, False, False, True
    owned = False
    plural: bool | None = None
    while isinstance(node, Branch):
        alone = alone and len(node.children) == 1
        if "label" in node.rule.name or node.rule.name in ("this-place", "place-this"):
            determined, plural = True, False
            break
        for child in node.children[: max(node.rule.head, 0)]:
            if child.category == "r":
                determined = True
                plural = plural if plural is not None else determiner_is_plural(child)
            elif child.category in ("QP", "m", "am"):
                determined = True
                plural = counts_many(child)
            elif child.category == "mo":
                ordinal = True
            elif child.category == "b" and plural is None and first_leaf(child).token.text in SINGLE:
                plural = False
            elif child.category in ("a", "AP", "QA", "i"):
                described = True
                if plural is None and first_leaf(child).token.text.startswith("最"):
                    plural = False
        if node.rule.name in ("plural-noun", "one-of", "such-as"):
            plural = True
        if node.rule.name == "lasting":
            # What lasts three days is one: a three-day visit.
            plural, determined, related = None, False, True
        if node.rule.name in ("after-count",):
            plural, determined = counts_many(node.children[-1]), True
        if (
            (
                node.rule.name == "possessed"
                and (is_name(node.children[0]) or head_leaf(node.children[0]).category == "rn")
            )
            or node.rule.name == "pronoun-noun"
            or (node.rule.name in ASKED_OF and head_leaf(node.children[0]).category == "rn")
        ):
            determined = True
        elif "的" in node.rule.parts and node.rule.name not in ("described", "described-kind"):
            related = True
        if node.rule.head < 0:
            break
        if node.rule.name in ("place-noun", "place-group", "place-timed", "place-work") and first_entity(
            node.children[0]
        ):
            determined = owned = True
        node = node.children[node.rule.head]
    return NounGroup(head_leaf(node), determined, plural, described, related, ordinal, alone, owned)


def first_entity(node: Node) -> bool:
    """Whether a place phrase is one plain place, which English sets before the noun with 's."""
    leaf = head_leaf(node)
    this = isinstance(node, Branch) and node.rule.name == "this-place"
    return this or (leaf.token.entity is not None and "–" not in leaf.token.entity.en)


def determiner_is_plural(node: Node) -> bool | None:
    """Whether a determiner (各, 这些, 每) says how many."""
    leaf = next(leaves(node))
    if leaf.sense is None:
        return None
    return PLURAL_DETERMINERS in leaf.sense.frame or leaf.sense.en.endswith("amounts of")


def counts_many(node: Node) -> bool | None:
    """Whether a quantity is other than one."""
    leaf = next(leaves(node))
    if leaf.token.entity is not None:
        return leaf.token.entity.en != "1"
    return leaf.token.text not in ("一", "1", "半", "一起")


# The rules that set a verb and its object side by side, so that the object may go into the verb's slot.
WITH_OBJECT = frozenset(
    [
        "treatment",
        "treatment-done",
        "verb-object",
        "dispose",
        "dispose-at",
        "dispose-object",
        "dispose-place",
        "dispose-verb",
        "dispose-deed",
        "verb-object-verb",
        "verb-object-count",
    ]
)
COORDINATIONS = frozenset(
    [
        "pair",
        "event-pair",
        "row",
        "row-cj",
        "noun-row",
        "noun-pair",
        "person-and",
        "title-pair",
        "person-row",
        "place-row",
        "place-pair",
    ]
)


def is_coordinated(node: Node) -> bool:
    """Whether a phrase names several things in a row."""
    while isinstance(node, Branch):
        if node.rule.name in COORDINATIONS:
            return True
        if len(node.children) != 1:
            return False
        node = node.children[0]
    return False


def is_superlative(node: Node) -> bool:
    """Whether a quality is said to be the most: 历史上最年轻."""
    return any(leaf.token.text.startswith("最") for leaf in leaves(node))


# Qualities that Chinese gives to the noun behind, not to the noun before: 该国重要的伙伴.
OF_THE_NEXT = frozenset("新 重要 主要 共同 重大 特殊 独特 核心 宝贵 可靠 日益增长 日益提高".split())


def is_owned(owner: Node, quality: Node) -> bool:
    """Whether a noun before a described one owns it rather than being what the quality is said of."""
    leaf = head_leaf(owner)
    named = leaf.token.entity is not None and leaf.category in ("ns", "no", "nr", "ti")
    known = leaf.category == "rn" or (
        isinstance(owner, Branch) and head_leaf(quality).token.text in OF_THE_NEXT
    )
    return not is_superlative(quality) and (named or known)


def folds(amount: Leaf, verb: Node) -> str:
    """How many times as much comes of growing by an amount such as 两倍: 3; empty where nobody says so.

    To grow to it, as 增至两倍, makes as many times as it says.
    """
    entity = amount.token.entity
    match = (
        re.fullmatch(r"([\d.]+|one|two|three|four|five|six|seven|eight) times?", entity.en)
        if entity
        else None
    )
    if match is None:
        return ""
    reached = head_leaf(verb).token.text.endswith(("到", "至", "达", "为", "成"))
    number = float(ONES[match[1]] if match[1] in ONES else match[1]) + (not reached)
    return f"{number:g}" if number <= 10 else ""


ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def is_of_number(quality: Node) -> bool:
    """Whether a superlative tells how many there are: 最多, 最少."""
    return is_superlative(quality) and head_leaf(quality).token.text in ("最多", "最少", "多", "少")


def is_row(node: Node) -> bool:
    """Whether a phrase is a row of nouns with marks between them."""
    return isinstance(node, Branch) and node.rule.name == "row"


def is_place_row(node: Node) -> bool:
    """Whether a phrase names several places."""
    return isinstance(node, Branch) and node.rule.name in ("place-row", "place-pair")


def is_name(node: Node) -> bool:
    """Whether a phrase is one person or one place, which takes 's in English."""
    while isinstance(node, Branch):
        if node.rule.name == "title-person":
            return False
        if node.rule.name == "this-place":
            return True
        if len(node.children) != 1:
            return False
        node = node.children[0]
    entity = node.token.entity
    return (
        entity is not None and entity.type in (EntityType.PERSON, EntityType.PLACE) and "–" not in entity.en
    )


def is_counted(node: Node) -> bool:
    """Whether a noun group has a quantity: 三年, 两个赛季."""
    while isinstance(node, Branch):
        if node.rule.name in ("counted", "amount", "amount-of"):
            return True
        if len(node.children) != 1:
            return False
        node = node.children[0]
    return False
