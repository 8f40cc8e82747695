"""English constructions of single rules: what the order of the parts alone does not say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import SLOT, Piece
from translate.transfer.english_facts import CONTENTS, LATE_ADVERBS, head_sense, inside_be, is_definite_plural
from translate.transfer.english_nouns import possessive
from translate.transfer.english_phrases import content_word
from translate.transfer.english_words import Clause, lower_words
from translate.transfer.symbols import PERCEIVING
from translate.transfer.tree import head_leaf, is_row, is_superlative, leaves

GOING_ON = frozenset(["row", "pair", "and-others", "event-pair"])
WHOLES = frozenset(["世界", "全球", "全国", "地区", "国家", "全省", "全市"])
PASSIVE_FORMS = {"": "pass", "fin": "pass", "base": "be"}


def at(leaf: Leaf, text: str) -> Piece:
    """A piece that stands for a leaf."""
    return Piece(text, leaf.token.start, leaf.token.end)


class Constructions(ABC):
    """A method for each rule that needs one; None where the rule's own order will do."""

    @abstractmethod
    def _node(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        """The pieces of any tree."""

    @abstractmethod
    def _ordered(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """The children of a branch in the order of its rule."""

    @abstractmethod
    def _what(self, thing: Node, clause: Clause) -> list[Piece]:
        """What somebody or something is, or is taken as."""

    @abstractmethod
    def _finite(self, form: str) -> str:
        """The form of a verb that a rule adds."""

    def _construction(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """The pieces of a branch whose rule has a construction of its own."""
        match node.rule.name:
            case "in-view":
                return self._in_view(node)
            case "noun-title":
                return self._titles_of_several(node, clause)
            case "causative":
                return self._leading_to(node, form, clause)
            case "superlative":
                return self._greatest(node, form, clause)
            case "having":
                return self._having(node, form, clause)
            case "relative-subject-pair":
                return self._contents(node, clause)
            case "row":
                return self._listing(node, form, clause)
            case "pair" | "and-others":
                return self._listing(node, form, clause) if is_row(node.children[0]) else None
            case "dispose-as" | "dispose-verb-as" | "deed" | "deed-adverb":
                return self._taken_as(node, form, replace(clause, many=False))
            case "expected-that":
                return self._ordered(node, form, replace(clause, many=False))
            case "by-means":
                return self._by_means(node, form, clause)
            case "reaching":
                perceived = head_leaf(node.children[0]).token.text in PERCEIVING
                return self._node(node.children[0], form, clause) if perceived else None
            case "place-timed" | "posted":
                return self._owned(node, form, clause)
            case "adverb" | "transitive-adverb":
                return self._with_adverb(node, form, clause)
        return None

    def _in_view(self, node: Branch) -> list[Piece] | None:
        own = possessive(node.children[1])
        first, last = head_leaf(node.children[0]), head_leaf(node.children[2])
        return [at(first, "in"), own, at(last, "view")] if own else None

    def _titles_of_several(self, node: Branch, clause: Clause) -> list[Piece] | None:
        """两国外长: the foreign ministers of the two countries."""
        bodies, title = node.children
        if not is_definite_plural(bodies):
            return None
        said = self._node(title, "bare", clause)
        titles = [replace(piece, text=inflection.plural(lower_words(piece.text))) for piece in said]
        return [Piece("the"), *titles, Piece("of"), *self._node(bodies, "", clause)]

    def _leading_to(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """导致价格上涨: lead to prices rising, where other verbs take to rise."""
        verb, thing, doing = node.children
        if not head_sense(verb).endswith(" to"):
            return None
        said = self._node(verb, form, clause)
        return [*said, *self._node(thing, "", clause), *self._node(doing, "ing", clause)]

    def _greatest(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """亚洲最大的市场: the largest market in Asia, where a person's or body's would be of it."""
        where = head_leaf(node.children[0])
        if not is_superlative(node.children[1]) or (
            where.category != "ns" and where.token.text not in WHOLES
        ):
            return None
        quality = self._node(node.children[1], "attr", clause)
        thing = self._node(node.children[3], form, clause)
        return [*quality, *thing, Piece("in"), *self._node(node.children[0], "", clause)]

    def _having(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """有机会参加: have opportunities to participate."""
        verb, thing, doing = node.children
        if CONTENTS.get(head_sense(thing).rpartition(" ")[2]) != "to":
            return None
        have = inflection.verb("have", self._finite(form), many=clause.many, tense=clause.tense)
        said = [*self._node(thing, "", clause), *self._node(doing, "to", clause)]
        return [at(head_leaf(verb), have), *said]

    def _contents(self, node: Branch, clause: Clause) -> list[Piece] | None:
        """发展经济的计划和措施: the plan and measures to develop the economy."""
        word = content_word(node.children[0], node.children[4])
        if not word:
            return None
        verb = self._node(node.children[0], word if word == "to" else "ing", clause)
        nouns = [piece for child in node.children[2:] for piece in self._node(child, "", clause)]
        return [*nouns, *([] if word == "to" else [Piece(word)]), *verb]

    def _taken_as(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """What something is or is regarded as is one thing: a task."""
        thing = node.children[-1]
        pieces, said = self._ordered(node, form, clause), self._node(thing, "", clause)
        return [*pieces[: len(pieces) - len(said)], *self._what(thing, clause)]

    def _by_means(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """问题通过谈判来解决: issues are resolved through negotiation."""
        means, _, doing = node.children
        if not isinstance(doing, Branch) or doing.rule.name != "verb-bare":
            return None
        done = self._node(doing, PASSIVE_FORMS.get(form, form), clause)
        return [*(piece for piece in done if piece != SLOT), *self._node(means, "", clause)]

    def _owned(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """越南今年出口: Vietnam's exports this year; 越南驻该国大使: Vietnam's Ambassador to the country."""
        owner = self._node(node.children[0], "", clause)
        mark = Piece("'" if owner[-1].text.endswith("s") else "'s", glued=True)
        thing = self._node(node.children[-1], form, clause)
        if node.rule.name == "posted":
            post = at(head_leaf(node.children[1]), "to")
            return [*owner, mark, *thing, post, *self._node(node.children[2], "", clause)]
        return [*owner, mark, *thing, *self._node(node.children[1], "adv", clause)]

    def _with_adverb(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """An adverb behind the whole, behind to, behind is, or before its verb."""
        said = self._ordered(node, form, clause)
        before = len(self._node(node.children[0], "", clause))
        adverb, verb = said[:before], said[before:]
        if node.rule.name == "adverb" and LATE_ADVERBS.fullmatch(head_sense(node.children[0])):
            return [*verb, *adverb]
        if form == "to" and adverb and verb and verb[0].text.startswith("to "):
            first = replace(adverb[0], text=f"to {adverb[0].text}")
            return [first, *adverb[1:], replace(verb[0], text=verb[0].text[3:]), *verb[1:]]
        return inside_be(adverb, verb)

    def _listing(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """A row of nouns, the last one behind and: A, B and C."""
        form = form if form in ("pl", "mod", "bare") else ""
        first, *rest = node.children
        before = self._listed(first, form, clause)
        if node.rule.name == "and-others":
            return [*before, at(head_leaf(rest[0]), "and others")]
        mark, last = head_leaf(rest[0]), rest[1]
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
