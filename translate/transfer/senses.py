"""Choice of senses by the words around: 取得 + 进展 is to make, 取得 + 胜利 to win."""

from __future__ import annotations

from collections.abc import Sequence

from translate.lexicon import Lexicon, Sense
from translate.transfer.chart import Leaf, Node
from translate.transfer.tree import head_leaf, leaves

OBJECT_RULES = {
    "verb-object": (0, 1),
    "dispose": (2, 1),
    "dispose-object": (2, 3),
    "relative-passive": (0, 2),
    "relative-object": (1, 3),
}


def choose_senses(trees: Sequence[Node], lexicon: Lexicon) -> None:
    """Replaces the senses of leaves by those whose condition holds."""
    row = [leaf for tree in trees for leaf in leaves(tree)]
    for place, leaf in enumerate(row):
        before = row[place - 1].token.text if place else ""
        behind = row[place + 1].token.text if place + 1 < len(row) else ""
        choose(leaf, lexicon, {"after": before, "before": behind})
    for tree in trees:
        visit(tree, lexicon, "")


def visit(node: Node, lexicon: Lexicon, subject: str) -> None:
    """Applies the conditions on objects and subjects in a tree."""
    if isinstance(node, Leaf):
        return
    name = node.rule.name
    if name == "clause":
        subject = head_leaf(node.children[0]).token.text
    if name in OBJECT_RULES:
        verb, thing = (head_leaf(node.children[place]) for place in OBJECT_RULES[name])
        choose(verb, lexicon, {"obj": thing.token.text})
    if name in ("intransitive", "verb-bare") and subject:
        choose(head_leaf(node), lexicon, {"subj": subject})
    for child in node.children:
        visit(child, lexicon, subject)


def choose(leaf: Leaf, lexicon: Lexicon, facts: dict[str, str]) -> None:
    """Gives the leaf the first sense of its part of speech whose condition one of the facts meets."""
    if leaf.sense is None:
        return
    for sense in lexicon.get(leaf.token.text):
        if sense.pos == leaf.sense.pos and sense.when and holds(sense, facts):
            leaf.sense = sense
            return


def holds(sense: Sense, facts: dict[str, str]) -> bool:
    """Whether a condition such as ``obj:贡献|努力`` holds for the facts."""
    kind, _, words = sense.when.partition(":")
    fact = facts.get(kind, "")
    return bool(fact) and any(fact == word or fact.endswith(word) for word in words.split("|"))
