"""English verb groups: aspect, negation, objects."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import replace

from translate.row import Target
from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import OBJECTIVES, SLOT, Piece, fill_slot, with_silent
from translate.transfer.english_facts import head_sense
from translate.transfer.english_generator import Generator
from translate.transfer.english_tables import (
    LATE_ADVERBS,
    PASSIVE_RULES,
    WRAPPING,
)
from translate.transfer.english_words import FINITE, Clause
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import WITH_OBJECT, head_leaf
from translate.transfer.word_classes import (
    BEFALLING,
    TAKING_PLACE,
)

TAKES_PLACE = {"": "pass", "fin": "pass", "base": "be", "ing": "being", "to": "to be", "past": "pass"}


def takes_place(node: Node) -> bool:
    """Whether a verb phrase says of an event that it is held."""
    while isinstance(node, Branch) and node.rule.name in WRAPPING:
        node = node.children[WRAPPING[node.rule.name]]
    leaf = head_leaf(node)
    bare = isinstance(node, Branch) and node.rule.name in ("verb-bare", "intransitive")
    held = leaf.sense is not None and leaf.sense.en.startswith("hold")
    return bare and held and leaf.token.text in TAKING_PLACE


def befalls(node: Node, clause: Clause) -> bool:
    """Whether a verb phrase without an object says what is done to its subject: 会议推迟, it is postponed."""
    while isinstance(node, Branch) and node.rule.name in ("prepositional", "adverb", "time-verb"):
        node = node.children[1]
    bare = isinstance(node, Branch) and node.rule.name in ("verb-bare", "intransitive")
    return bare and head_leaf(node).token.text in BEFALLING and clause.pronoun in ("it", "they")


def is_passive(node: Node) -> bool:
    """Whether a verb phrase tells what is done to its subject: 被解决."""
    while isinstance(node, Branch) and node.rule.name in WRAPPING:
        node = node.children[WRAPPING[node.rule.name]]
    if not isinstance(node, Branch) or node.rule.name not in PASSIVE_RULES:
        return False
    return any(item.form == "pass" for item in node.rule.order[Target.EN])


def late_adverb(node: Node) -> Leaf | None:
    """The adverb of a verb group that English sets behind the object: for the first time, year on year."""
    while isinstance(node, Branch) and node.rule.name in ("transitive-adverb", "transitive-done"):
        first = node.children[0]
        if isinstance(first, Leaf) and LATE_ADVERBS.fullmatch(head_sense(first)):
            return first
        node = node.children[node.rule.head]
    return None


# Verbs whose object is what the subject is then.
BECOMING = ("become", "develop into", "turn into")
# Renderings in which the slot is for an amount: increase _ year on year.
COUNTED_FROM = re.compile("_ (?:year|month) on")


class Verbs(Generator):
    """Verbs with what goes around them."""

    _moved: Branch | None = None
    _existing: Branch | None = None

    @abstractmethod
    def _there(self, node: Branch, clause: Clause) -> list[Piece]:
        """有 without a subject: there is."""

    @staticmethod
    def _finite(form: str) -> str:
        return "fin" if form in (*FINITE, "rel") else form

    @for_rules("aspect", "transitive-aspect")
    def _aspect(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        mark, body = node.children
        leaf = head_leaf(mark)
        word, source = leaf.token.text, (leaf.token.start, leaf.token.end)
        if form == "pass":
            be = (
                "will be"
                if "将" in word
                else f"{('has', 'have')[clause.many]} been"
                if word[0] in "已早业"
                else ""
            )
            if word.startswith("正"):
                be = f"{('is', 'are')[clause.many]} being"
            if be:
                return [Piece(be, *source), *self._node(body, "pp", clause)]
        just = [Piece("just", *source)] if word in ("刚", "刚刚") else []
        if form not in FINITE:
            return [*just, *with_silent(self._node(body, form, clause), [source, (-1, -1)])]
        if "将" in word:
            base = "be" if befalls(body, clause) else "base"
            return [Piece("will", *source), *self._node(body, base, clause)]
        if word.startswith("正"):
            be = inflection.verb("be", "fin", many=clause.many, tense=clause.tense)
            return [Piece(be, *source), *self._node(body, "ing", clause)]
        if word.startswith(("已", "早已", "业已")):
            has = ("has", "have")[clause.many] if clause.tense == "present" else "had"
            if clause.tense == "past":
                return with_silent(self._node(body, "past", clause), [source, (-1, -1)])
            done = takes_place(body) or befalls(body, clause) or is_passive(body)
            has = f"{has} been" if done else has
            return [Piece(has, *source), *self._node(body, "pp", clause)]
        return [*just, *with_silent(self._node(body, "past", clause), [source, (-1, -1)])]

    @for_rules("negative", "transitive-negative")
    def _negative(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        if form not in (*FINITE, "pass"):
            return None
        children = node.children
        leaf = head_leaf(children[0])
        source = (leaf.token.start, leaf.token.end)
        if form == "pass":
            said = self._node(children[1], "pass", clause)
            be, _, rest = said[0].text.partition(" ")
            return [replace(said[0], text=be), Piece("not", *source), replace(said[0], text=rest), *said[1:]]
        if is_passive(children[1]) and form in FINITE:
            return self._not_done(children[1], leaf, clause)
        head = head_leaf(children[1]).sense
        first = head.en.split(" ")[0] if head else ""
        quality = isinstance(children[1], Branch) and children[1].rule.name == "quality"
        if first in inflection.MODALS or first == "be" or children[1].category == "AP" or quality:
            pieces = self._node(children[1], "fin", clause)
            return [pieces[0], Piece("not", *source), *pieces[1:]]
        if "没" in leaf.token.text or "未" in leaf.token.text or clause.tense == "past":
            do = "did not"
        else:
            do = "do not" if clause.many else "does not"
        return [Piece(do, *source), *self._node(children[1], "base", clause)]

    def _not_done(self, doing: Node, leaf: Leaf, clause: Clause) -> list[Piece]:
        """尚未得到解决: has not been resolved; 不被允许: is not allowed."""
        source = (leaf.token.start, leaf.token.end)
        if clause.tense == "present" and ("没" in leaf.token.text or "未" in leaf.token.text):
            has = f"{('has', 'have')[clause.many]} not been"
            return [Piece(has, *source), *self._node(doing, "pp", clause)]
        said = self._node(doing, "", clause)
        be, _, rest = said[0].text.partition(" ")
        behind = [replace(said[0], text=rest)] if rest else []
        return [replace(said[0], text=be), Piece("not", *source), *behind, *said[1:]]

    @for_rules("verb-bare", "intransitive", "verb-clause-bare")
    def _without_object(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        if form == "slot":
            return None
        leaf = head_leaf(node)
        if leaf.sense is None or (node.children[0] is not leaf and not isinstance(node.children[0], Branch)):
            return self._ordered(node, form, clause)
        kept = leaf.sense
        if "_" in kept.en and form in TAKES_PLACE and not COUNTED_FROM.search(kept.en):
            # 投入运营 without an object is to be put into operation.
            form = TAKES_PLACE[form]
        elif form in FINITE and befalls(node, clause):
            # 会议推迟: it is postponed.
            form = "pass"
        elif form in TAKES_PLACE and takes_place(node):
            # 会议在河内举行: it is held.
            form = TAKES_PLACE[form]
        leaf.sense = replace(
            kept, en=inflection.without_particle(kept.en.replace("_ ", "").replace("_", "").strip())
        )
        try:
            return [piece for piece in self._ordered(node, form, clause) if piece != SLOT]
        finally:
            leaf.sense = kept

    @for_rules(*WITH_OBJECT)
    def _with_object(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        items = [item for item in node.rule.order[Target.EN] if item.child >= 0]
        verb_node = node.children[items[0].child]
        kept = head_leaf(verb_node).sense
        if node.rule.name.startswith("dispose-") and kept is not None:
            head_leaf(verb_node).sense = replace(kept, en=inflection.active(kept.en))
        verb = self._node(verb_node, form, clause)
        head_leaf(verb_node).sense = kept
        if node is self._existing:
            return self._there(node, clause)
        if node is self._moved:
            return [piece for piece in verb if piece != SLOT]
        thing_node = node.children[items[1].child]
        become = head_sense(verb_node).startswith(BECOMING)
        wanted = "bare" if head_sense(verb_node) == "have no" else items[1].form
        thing = self._what(thing_node, clause) if become else self._node(thing_node, wanted, clause)
        thing = self._objective(node.children[items[1].child], thing)
        rest: list[Piece] = []
        for item in items[2:]:
            rest += self._node(node.children[item.child], item.form, clause)
        if late := late_adverb(verb_node):
            behind = self._node(late, "", clause)
            verb = [piece for piece in verb if piece not in behind]
            return [*fill_slot(verb, thing), *rest, *behind]
        return [*fill_slot(verb, thing), *rest]

    @staticmethod
    def _objective(node: Node, pieces: list[Piece]) -> list[Piece]:
        leaf = head_leaf(node)
        if leaf.category == "rn" and len(pieces) == 1 and pieces[0].text in OBJECTIVES:
            return [replace(pieces[0], text=OBJECTIVES[pieces[0].text])]
        return pieces
