"""English names of places, titles and owners in groups: what the order of the parts alone does not say."""

from __future__ import annotations

from dataclasses import replace

from translate.transfer import inflection
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece
from translate.transfer.english_facts import is_definite_plural
from translate.transfer.english_generator import Generator, at, possessed_by
from translate.transfer.english_nouns import possessive
from translate.transfer.english_tables import WHOLES
from translate.transfer.english_words import Clause, lower_words
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import head_leaf, is_place_row


class Names(Generator):
    """A method for each rule of names that needs one; None where the rule's own order will do."""

    @for_rules("noun-title")
    def _titles_of_several(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """两国外长: the foreign ministers of the two countries."""
        bodies, title = node.children
        if not is_definite_plural(bodies):
            return None
        said = self._node(title, "bare", clause)
        titles = [replace(piece, text=inflection.plural(lower_words(piece.text))) for piece in said]
        return [Piece("the"), *titles, Piece("of"), *self._node(bodies, "", clause)]

    @for_rules("titles")
    def _several_titles(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """The titles of one person in a row: A, B of A, B and C."""
        first = self._titles(node.children[0], form, clause)
        return [*first, Piece("and"), *self._node(node.children[2], form, clause)]

    def _titles(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        """The titles before the last one."""
        if not isinstance(node, Branch) or node.rule.name != "titles":
            return self._node(node, form, clause)
        before = self._titles(node.children[0], form, clause)
        return [*before, Piece(","), *self._node(node.children[2], form, clause)]

    @for_rules("place-counted")
    def _several_places(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """越南和老挝两国: the two countries of Vietnam and Laos."""
        where, quantity, thing = node.children
        if not is_place_row(where):
            return None
        several = [*self._node(quantity, "", clause), *self._node(thing, "pl", clause)]
        return [Piece("the"), *several, Piece("of"), *self._node(where, "", clause)]

    @for_rules("place-timed", "posted")
    def _owned(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """越南今年出口: Vietnam's exports this year; 越南驻该国大使: Vietnam's Ambassador to the country."""
        owner = self._node(node.children[0], "", clause)
        mark = possessed_by(owner)
        thing = self._node(node.children[-1], form, clause)
        if node.rule.name == "posted":
            post = at(head_leaf(node.children[1]), "to")
            return [*owner, mark, *thing, post, *self._node(node.children[2], "", clause)]
        return [*owner, mark, *thing, *self._node(node.children[1], "adv", clause)]

    @for_rules("apposition-count")
    def _some_of_whole(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """全国绝大部分大学: the vast majority of universities in the whole country."""
        whole, quantity, thing = node.children
        if head_leaf(whole).token.text not in WHOLES:
            return None
        some = [*self._node(quantity, "", clause), *self._node(thing, form, clause)]
        return [*some, Piece("in"), *self._node(whole, "def", clause)]

    @for_rules("pronoun-noun")
    def _own(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """他父亲: his father."""
        own = possessive(node.children[0])
        wanted = "sg" if form in ("", "def") else form
        return [own, *self._node(node.children[1], wanted, clause)] if own else None
