"""Conditions: stretches without a subject that only open a sentence: 要…，必须…; 如果…，…; 只有…，才能…."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.row import EntityType
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.english_facts import head_sense
from translate.transfer.english_tables import (
    CONDITIONS,
    PASSIVE_RULES,
)
from translate.transfer.tree import first_leaf, head_leaf

AIMING = frozenset(["要", "若要", "要想", "想要", "想"])
NEEDS = frozenset(
    "必须 须 需要 需 应 应该 应当 就 就要 就必须 首先 则 只有 还 还要 还需 关键 不仅 不能 离不开 必然".split()
)
NAMED = frozenset([EntityType.PERSON, EntityType.TITLE, EntityType.ORGANISATION, EntityType.PLACE])
STATES = PASSIVE_RULES | {"quality", "phrase", "received-done"}


def aim(tree: Node, following: Iterable[Node]) -> tuple[Leaf, Node] | None:
    """要 and what is to be reached, where the next stretch says what that needs: 要实现目标，必须努力."""
    if not isinstance(tree, Branch) or tree.rule.name not in ("modal", "verb-verb"):
        return None
    wish, goal = tree.children
    next_tree = next(iter(following), None)
    if not isinstance(wish, Leaf) or wish.token.text not in AIMING or next_tree is None:
        return None
    return (wish, goal) if any(leaf.token.text in NEEDS for leaf in opening(next_tree)) else None


def opening(tree: Node) -> Iterator[Leaf]:
    """The first word of a tree; behind its subject, that of its predicate too."""
    yield first_leaf(tree)
    while isinstance(tree, Branch) and tree.category == "CL":
        if tree.rule.name == "clause":
            yield first_leaf(tree.children[1])
            return
        tree = tree.children[tree.rule.head]


def condition(tree: Node) -> tuple[Leaf, Node] | None:
    """The conjunction and the verb phrase of a condition without a subject: 如果得到批准."""
    if not isinstance(tree, Branch) or tree.rule.name != "adverb" or not isinstance(tree.children[0], Leaf):
        return None
    word, inner = tree.children
    assert isinstance(word, Leaf)
    return (word, inner) if CONDITIONS.match(head_sense(word)) else None


def possibility(tree: Node) -> tuple[Leaf, Node] | None:
    """才能 and what it makes possible."""
    while isinstance(tree, Branch) and tree.rule.name == "adverb":
        tree = tree.children[1]
    if not isinstance(tree, Branch) or tree.rule.name != "modal":
        return None
    can, doing = tree.children
    return (can, doing) if isinstance(can, Leaf) and head_sense(can) == "can" else None


def same_subject(inner: Node, following: Iterable[Node]) -> Node | None:
    """The subject of the main clause, where it may well be that of the condition too."""
    for tree in following:
        subject = subject_of(tree)
        if subject is not None:
            leaf = head_leaf(subject)
            entity = leaf.token.entity
            somebody = leaf.category == "rn" or (entity is not None and entity.type in NAMED)
            state = isinstance(inner, Branch) and inner.rule.name in STATES
            return subject if somebody or state else None
    return None


def subject_of(tree: Node) -> Node | None:
    """The subject of a clause."""
    while isinstance(tree, Branch) and tree.category == "CL" and tree.rule.name != "clause":
        tree = tree.children[tree.rule.head]
    return tree.children[0] if isinstance(tree, Branch) and tree.rule.name == "clause" else None


def subject_within(tree: Node) -> Node | None:
    """The subject of the clause in a phrase of time: 桥建成后."""
    clauses = ("when-clause", "localised-clause", "occasion")
    while isinstance(tree, Branch) and tree.rule.name in clauses:
        if tree.rule.name != "occasion":
            return subject_of(tree.children[0])
        tree = tree.children[1]
    return None


def to_do(tree: Node) -> tuple[Leaf, Node] | None:
    """为 and what it is for, in a stretch of its own: 为纪念这一事件，两国…."""
    if not isinstance(tree, Branch) or tree.rule.name != "purpose":
        return None
    word, doing = tree.children
    return (word, doing) if isinstance(word, Leaf) and word.token.text == "为" else None
