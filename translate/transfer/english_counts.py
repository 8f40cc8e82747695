"""English noun groups that count: how many, how long, which number."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.entities.numerals import value_of
from translate.transfer.chart import Branch
from translate.transfer.draft import Piece
from translate.transfer.english_generator import Generator, at
from translate.transfer.english_words import Clause
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import first_leaf, head_leaf, leaves

LASTS = re.compile(r"([\w.-]+) (minute|hour|day|week|month|year)s?")
TIMES = frozenset(["次", "回", "遍"])


class Counts(Generator):
    """A method for each rule of counting that needs one; None where the rule's own order will do."""

    @for_rules("lasting")
    def _so_long(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """为期三天的访问: a three-day visit."""
        leaf = head_leaf(node.children[1])
        length = LASTS.fullmatch(leaf.token.entity.en) if leaf.token.entity is not None else None
        if length is None:
            return None
        thing = self._node(node.children[3], "bare" if form == "bare" else "sg", clause)
        return [at(leaf, f"{length[1]}-{length[2]}"), *thing]

    @for_rules("number-label")
    def _numbered(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """一号线: Line No. 1."""
        number, mark, thing = node.children
        value = value_of(head_leaf(number).token.text)
        if value is None:
            return None
        return [
            *self._node(thing, form, clause),
            at(head_leaf(mark), "No."),
            at(head_leaf(number), f"{value:f}"),
        ]

    @for_rules("counted")
    def _households(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """五万户家庭: 50,000 families, without households."""
        quantity, thing = node.children
        if head_leaf(quantity).token.text != "户" or not head_leaf(thing).token.text.endswith(("家庭", "户")):
            return None
        said = self._node(quantity, "", clause)
        return [*said[:-1], *self._node(thing, form, clause)]

    @for_rules("quantity")
    def _one_of(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """一份: a share."""
        leaf = head_leaf(node.children[0])
        return [at(leaf, "a"), *self._node(node.children[1], "", clause)] if leaf.token.text == "一" else None

    @for_rules("counted-de", "count-group", "quantity-around", "verb-object-count", "behind-count")
    def _count_alone(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """A quantity without its noun: two tonnes; of something done, two times."""
        pieces = self._ordered(node, form, clause)
        last = replace(pieces[-1], text=pieces[-1].text.removesuffix(" of"))
        times = list(leaves(node.children[-1]))[-1]
        done = node.rule.name in ("verb-object-count", "behind-count")
        if done and times.token.text in TIMES and first_leaf(node.children[-1]).token.text == "一":
            return [*self._node(node.children[0], form, clause), at(times, "once")]
        if done and times.token.text in TIMES:
            return [*pieces[:-1], last, at(times, "times")]
        return [*pieces[:-1], last]
