"""English names of places, titles and owners in groups: what the order of the parts alone does not say."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.row import Target
from translate.transfer import inflection
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import SLOT, Piece
from translate.transfer.english_generator import Generator, at, possessed_by
from translate.transfer.english_nouns import is_definite_plural, possessive
from translate.transfer.english_tables import WHOLES
from translate.transfer.english_words import Clause, lower_words
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import head_leaf, is_place_row

# A person's name that tells his rank.
RULERS = re.compile("(?:King|Queen|Emperor|Empress) ")
# A verb that tells what is done to its subject.
PASSIVE_VERB = re.compile(r"be \w+(?:ed|en|wn|pt|lt)(?: |$)")
# Parts of a law or a treaty.
PARTS = ("Article ", "Clause ", "Chapter ", "Section ")


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

    @for_rules("regulation-on")
    def _his_on(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """他关于经济的报告: his report on the economy."""
        owner, about, what, _, thing = node.children
        own = possessive(owner)
        if own is None:
            return None
        about_it = [at(head_leaf(about), "on"), *self._node(what, "", clause)]
        return [own, *self._node(thing, "sg", clause), *about_it]

    @for_rules("countries-of")
    def _countries_of(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """越老柬三国: the three countries of Vietnam, Laos and Cambodia."""
        where, count = node.children
        named = self._node(where, "", clause)
        if len(named) == 1 and "–" in named[0].text:
            *before, last = named[0].text.split("–")
            named = [replace(named[0], text=f"{', '.join(before)} and {last}")]
        return [*self._node(count, form, clause), Piece("of"), *named]

    @for_rules("localised-time")
    def _during_terms(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """2020-2021年任期内: during the 2020-2021 term."""
        time, within = node.children
        said = self._node(time, "", clause)
        if not said[-1].text.endswith(" term") or head_leaf(within).token.text not in ("内", "期间"):
            return None
        several = "s" if isinstance(time, Branch) else ""
        return [
            at(head_leaf(within), "during the"),
            *said[:-1],
            replace(said[-1], text=said[-1].text + several),
        ]

    @for_rules("colours")
    def _colours(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """红、白两种颜色: the two colours red and white."""
        pieces = self._ordered(node, form, clause)
        last = max((n for n, piece in enumerate(pieces) if piece.text == ","), default=-1)
        pieces = [replace(piece, text="and") if n == last else piece for n, piece in enumerate(pieces)]
        return [replace(p, text=p.text.removesuffix("kinds of").rstrip()) for p in pieces]

    @for_rules("person-emperor")
    def _emperor(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """李太祖皇帝: King Lý Thái Tổ, whose name tells that he was one; Emperor Napoleon."""
        who, rank = node.children
        said = self._node(who, "", clause)
        if RULERS.match(said[0].text):
            return said
        leaf = head_leaf(rank)
        title = (leaf.sense.en if leaf.sense else "").rpartition(" ")[2].capitalize()
        return [at(leaf, title), *said]

    @for_rules("relative-time", "relative-pp", "relative-passive")
    def _selected(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """2003年入选的遗产: heritage selected in 2003, where the verb itself is a passive."""
        place = next(item.child for item in node.rule.order[Target.EN] if item.form == "pp")
        leaf = head_leaf(node.children[place])
        kept = leaf.sense
        if kept is None or not PASSIVE_VERB.match(kept.en):
            return None
        leaf.sense = replace(kept, en=inflection.without_particle(kept.en.removeprefix("be ")))
        try:
            items = node.rule.order[Target.EN]
            done = (replace(item, form="base") if item.child == place else item for item in items)
            parts = [
                self._node(node.children[item.child], item.form or (form if item.head else ""), clause)
                for item in done
            ]
            return [piece for part in parts for piece in part if piece != SLOT]
        finally:
            leaf.sense = kept

    @for_rules("noun-label")
    def _article_of(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """《劳动法》第五条: Article 5 of the Labour Code."""
        law, label = node.children
        entity = head_leaf(label).token.entity
        if entity is None or not entity.en.startswith(PARTS):
            return None
        return [*self._node(label, "", clause), Piece("of"), *self._node(law, "def", clause)]

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
