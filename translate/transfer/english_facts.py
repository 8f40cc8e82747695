"""What English asks about a tree before it says it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeGuard

from translate.row import EntityType
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece
from translate.transfer.english_nouns import is_plural
from translate.transfer.english_tables import (
    ASKED,
    GOVERNING,
    LASTING,
    LIGHT,
    PREPOSITIONS,
    SAME_PREPOSITION,
    TOWARDS,
    USUAL,
    WRAPPING,
)
from translate.transfer.tree import first_leaf, head_leaf

ONE = frozenset(["一个", "一名", "一位", "一种"])
PLAIN_PHRASES = frozenset(["preposition", "preposition-verb", "purpose"])


def is_one(node: Node) -> bool:
    """Whether a quantity is a bare 一, which says nothing beside 这."""
    leaf = first_leaf(node)
    if leaf.token.text != "一":
        return False
    classifier = head_leaf(node)
    return classifier is leaf or (classifier.sense is not None and not classifier.sense.en)


def is_one_more(node: Node) -> TypeGuard[Branch]:
    """Whether a noun group opens with 一个 behind a determiner, which says nothing there: 任何一个孩子."""
    return isinstance(node, Branch) and node.rule.name == "determined" and first_leaf(node).token.text in ONE


def pronoun_of(subject: Node) -> str:
    """The pronoun that stands for a subject."""
    leaf = head_leaf(subject)
    if leaf.category == "rn" and leaf.sense is not None:
        return leaf.sense.en
    entity = leaf.token.entity
    body = entity is not None and entity.type in (EntityType.ORGANISATION, EntityType.PLACE)
    return "it" if body or (not is_plural(subject) and leaf.category == "n") else "they"


def month_first(children: tuple[Node, ...]) -> list[Node]:
    """August last year: a month goes before the year told by a word. Nothing for other times."""
    first, second = (head_leaf(child).token for child in children)
    role = second.entity.role if second.entity is not None else ""
    return [children[1], children[0]] if role in ("month", "day") and first.entity is None else []


def is_plainly_done(children: tuple[Node, ...]) -> bool:
    """Whether 警方发布的报告 is a report released by police: a plain verb, and someone with a name."""
    agent, verb = children[:2]
    plain = isinstance(verb, Branch) and verb.rule.name in ("transitive", "transitive-done")
    return plain and head_leaf(agent).category != "rn" and "be " not in f"{head_sense(verb)} "


def head_sense(node: Node) -> str:
    """The English of a phrase's head."""
    sense = head_leaf(node).sense
    return sense.en if sense else ""


def inside_be(adverb: list[Piece], verb: list[Piece]) -> list[Piece]:
    """An adverb behind is or are rather than before it: is often late."""
    if not adverb or not verb or any(word in ("if", "although", "but") for word in adverb[0].text.split(" ")):
        return [*adverb, *verb]
    first, _, rest = verb[0].text.partition(" ")
    if first not in ("is", "are", "was", "were", "am"):
        return [*adverb, *verb]
    behind = [replace(verb[0], text=rest)] if rest else []
    return [replace(verb[0], text=first), *adverb, *behind, *verb[1:]]


def is_money(node: Node) -> bool:
    """Whether an amount is of money, which is given to somebody rather than being some of something."""
    entity = first_leaf(node).token.entity
    return entity is not None and bool(re.search(r"(?:USD|VND|euros?|yuan|yen|pounds|dollars?)$", entity.en))


def is_uncounted(node: Node) -> bool:
    """Whether a noun names a stuff, such as investment or aid, that comes in amounts."""
    leaf = head_leaf(node)
    return leaf.sense is not None and leaf.sense.number == "u" and leaf.token.entity is None


def lasts_long(amount: Node) -> bool:
    """Whether an amount is of time: 20 years."""
    entity = head_leaf(amount).token.entity
    return entity is not None and bool(LASTING.search(entity.en))


def lasts(node: Node) -> bool:
    """Whether an object is how long something takes rather than what is acted on."""
    entity = first_leaf(node).token.entity
    return (
        isinstance(node, Branch)
        and node.rule.name == "amount"
        and entity is not None
        and bool(LASTING.search(entity.en))
    )


def asked_by_object(node: Node) -> str:
    """The preposition that the object of a light verb asks for: make contributions to, pay visits to."""
    while isinstance(node, Branch) and node.rule.name in WRAPPING:
        node = node.children[WRAPPING[node.rule.name]]
    if isinstance(node, Branch) and node.rule.name == "intransitive":
        # 作出贡献 as one word.
        said = head_sense(node)
        return ASKED.get(said.rpartition(" ")[2], "") if said.startswith(("make ", "pay ")) else ""
    if not isinstance(node, Branch) or node.rule.name != "verb-object":
        return ""
    verb, thing = head_leaf(node.children[0]), head_leaf(node.children[1])
    if verb.token.text not in LIGHT or thing.sense is None:
        return ""
    return ASKED.get(thing.sense.en.rpartition(" ")[2], "")


def governed(node: Branch) -> str:
    """The English preposition that a verb asks for in place of the usual one; empty where it does not."""
    place, other = GOVERNING[node.rule.name]
    phrase = node.children[place]
    if not isinstance(phrase, Branch) or phrase.rule.name not in PLAIN_PHRASES:
        return ""
    zh = first_leaf(phrase).token.text
    if zh in TOWARDS and (asked := asked_by_object(node.children[other])):
        return asked
    sense = head_leaf(node.children[other]).sense
    if sense is None or zh not in PREPOSITIONS:
        return ""
    codes = {
        chinese: (colon, english) for chinese, colon, english in (item.partition(":") for item in sense.frame)
    }
    known = codes.get(zh) or codes.get(SAME_PREPOSITION.get(zh, ""))
    if known is None:
        return ""
    return known[1] if known[0] else USUAL.get(zh, "")
