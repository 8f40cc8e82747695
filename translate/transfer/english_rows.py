"""English rows: commas between what is named or done, and before the last of it."""

from __future__ import annotations

from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece
from translate.transfer.english_generator import Generator, at
from translate.transfer.english_words import FINITE, Clause
from translate.transfer.rule_methods import for_rules
from translate.transfer.stretches import carried_on
from translate.transfer.tree import first_leaf, head_leaf, is_row, leaves

ANY = "任何"
GOING_ON = frozenset(["row", "pair", "and-others", "event-pair"])


class Rows(Generator):
    """Rows of nouns and of verb phrases."""

    @for_rules("row", "pair", "and-others")
    def _listing(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A row of nouns, the last one behind and: A, B and C."""
        any_of = node.rule.name == "pair" and first_leaf(node).token.text == ANY
        if node.rule.name != "row" and not is_row(node.children[0]) and not any_of:
            return None
        form = form if form in ("pl", "mod", "bare") else ""
        first, *rest = node.children
        before = self._listed(first, form, clause)
        if node.rule.name == "and-others":
            return [*before, at(head_leaf(rest[0]), "and others")]
        mark, last = head_leaf(rest[0]), rest[1]
        if node.rule.name == "pair" and first_leaf(first).token.text == ANY:
            return [*before, at(mark, "or"), *self._node(last, "sg", clause)]
        if node.rule.name == "pair":
            return [*before, *self._node(mark, "", clause), *self._node(last, form, clause)]
        goes_on = isinstance(last, Branch) and (
            last.rule.name in GOING_ON or any(leaf.category == "cj" for leaf in leaves(last))
        )
        return [*before, at(mark, "," if goes_on else "and"), *self._node(last, form, clause)]

    def _listed(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        """The nouns of a row that goes on behind them: commas only."""
        if not isinstance(node, Branch) or not is_row(node):
            return self._node(node, form, clause)
        first, mark, last = node.children
        before = self._listed(first, form, clause)
        return [*before, at(head_leaf(mark), ","), *self._listed(last, form, clause)]

    @for_rules("verb-row", "verb-pair")
    def _in_row(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """What is done in a row, the last behind and: understand business and have discipline."""
        first, mark, last = node.children
        row = node.rule.name == "verb-row"
        if (
            not row
            and not is_verb_row(first)
            and (form not in FINITE or carried_on(first, "", clause.many)[0] != "base")
        ):
            return None
        before = self._earlier_in_row(first, form, clause)
        going_on = carried_on(first, "", clause.many)[0] if form in FINITE else form
        said = self._node(last, "base" if going_on == "base" else form, clause)
        if not row:
            return [*before, *self._node(mark, "", clause), *said]
        joint = "," if is_verb_row(last) or is_verb_pair(last) or is_joined(said) else "and"
        return [*before, at(head_leaf(mark), joint), *said]

    def _earlier_in_row(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        """The verb phrases of a row that goes on behind them: commas only."""
        if not isinstance(node, Branch) or not is_verb_row(node):
            return self._node(node, form, clause)
        first, mark, last = node.children
        before = self._earlier_in_row(first, form, clause)
        return [*before, at(head_leaf(mark), ","), *self._earlier_in_row(last, form, clause)]


def is_verb_row(node: Node) -> bool:
    """Whether a phrase is a row of verb phrases with marks between them."""
    return isinstance(node, Branch) and node.rule.name == "verb-row"


def is_verb_pair(node: Node) -> bool:
    """Whether a phrase is two verb phrases with a conjunction between them."""
    return isinstance(node, Branch) and node.rule.name in ("verb-pair", "verb-conjunction")


def is_joined(pieces: list[Piece]) -> bool:
    """Whether a verb phrase opens with a word that joins it already."""
    return bool(pieces) and pieces[0].text in ("and", "or", "but", "also", "as well as", "in order")
