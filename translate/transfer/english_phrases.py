"""English constructions: relative clauses, questions, there is, passives without a subject."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import SLOT, Piece
from translate.transfer.english_facts import governed, lasts
from translate.transfer.english_generator import Generator
from translate.transfer.english_nouns import (
    PLURAL_PRONOUNS,
    begins_with_owner,
    is_many,
    is_person,
    is_plural,
    mostly_several,
    with_one,
)
from translate.transfer.english_tables import (
    ASKING,
    CONTENTS,
    GOVERNING,
    PARTICIPIAL,
    PASSIVE_RULES,
    QUESTIONS,
    STATES,
    WRAPPING,
)
from translate.transfer.english_words import COUNTABLE, Clause
from translate.transfer.rule_methods import for_rules
from translate.transfer.symbols import CONTENT_NOUNS
from translate.transfer.tree import first_leaf, head_leaf, is_coordinated, leaves, noun_group


def content_word(verb: Node, noun: Node) -> str:
    """How a noun takes a verb phrase about its content: to, of, in, for; empty where it is the subject."""
    head, doing = head_leaf(noun), head_leaf(verb)
    if head.sense is None or doing.sense is None or head.token.entity is not None:
        return ""
    if head.token.text.endswith(WORKS):
        return ""
    feared = head.sense.en in FEARED
    if STATES.match(doing.sense.en) or (
        isinstance(verb, Branch)
        and verb.rule.name in OF_SUBJECTS
        and not feared
        and head.token.text not in CONTENT_NOUNS
    ):
        return "of" if feared else ""
    return CONTENTS.get(head.sense.en.rpartition(" ")[2], "")


def is_done_long(inner: Node) -> bool:
    """Whether a verb that takes an object has only a length of time: 保持十年的纪录, kept for ten years."""
    if not isinstance(inner, Branch) or inner.rule.name != "verb-object" or not lasts(inner.children[1]):
        return False
    sense = head_leaf(inner.children[0]).sense
    return sense is not None and "o" in sense.frame and "i" not in sense.frame


# Works of somebody, not work in doing something.
WORKS = ("作品", "著作")
# What may befall somebody: the danger of being lost.
FEARED = frozenset(["danger", "risk", "possibility", "threat"])
# Of what one belongs to several, besides people.
MEMBERS = frozenset(
    "member partner country state market enterprise city institution organisation friend factor".split()
)
# Verb phrases that tell of their subject rather than of what it consists in.
OF_SUBJECTS = PASSIVE_RULES | {"aspect", "done", "quality", "negative", "verb-bare", "intransitive"}


class Phrases(Generator):
    """What English says in another way than Chinese."""

    _moved: Branch | None = None
    _existing: Branch | None = None

    @abstractmethod
    def _leaf(self, leaf: Leaf, form: str, clause: Clause) -> list[Piece]:
        """The pieces of a word."""

    @for_rules("localised-clause", "when-clause")
    def _before_deed(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """会议召开前夕: on the eve of the meeting being held."""
        told, when = node.children
        said = self._node(when, "conj", clause)
        if not said or not said[-1].text.endswith(" of"):
            return None
        return [*said, *self._node(told, "ing", clause)]

    @for_rules("modal-particle")
    def _asked(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A yes-or-no question: is he, will he, does he; nothing if the clause is of another kind."""
        stated, particle = node.children
        if head_leaf(particle).token.text != "吗" or not isinstance(stated, Branch):
            return None
        if stated.rule.name not in ("clause", "clause-noun"):
            return None
        subject, verb = stated.children[:2]
        clause = replace(clause, many=is_plural(subject))
        who = self._node(subject, "", clause)
        said = self._node(stated, "", clause)[len(who) :]
        first, _, rest = said[0].text.partition(" ") if said else ("", "", "")
        leaf = head_leaf(particle)
        if first in ASKING:
            behind = [replace(said[0], text=rest)] if rest else []
            return [replace(said[0], text=first), *who, *behind, *said[1:]]
        do = "did" if clause.tense == "past" else "do" if clause.many else "does"
        base = self._node(verb, "base", clause)
        return [Piece(do, leaf.token.start, leaf.token.end), *who, *base]

    @for_rules("relative-subject", "content-of")
    def _relative(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """A relative clause: a participle behind the noun if that says enough, else that or who."""
        children = node.children
        noun = self._node(children[2], form, clause)
        if word := content_word(children[0], children[2]):
            verb = self._node(children[0], word if word == "to" else "ing", clause)
            return [*noun, *([] if word == "to" else [Piece(word)]), *verb]
        inner: Node = children[0]
        while isinstance(inner, Branch) and inner.rule.name in ("prepositional", "time-verb", "located"):
            inner = inner.children[1]
        if is_done_long(inner) or (
            isinstance(inner, Branch) and inner.rule.name in ("verb-clause-bare", "verb-bare")
        ):
            return [*noun, *self._node(children[0], "pp", clause)]
        if isinstance(inner, Branch) and inner.rule.name in PARTICIPIAL | PASSIVE_RULES:
            return [*noun, *self._node(children[0], "rel", clause)]
        facts = noun_group(children[2])
        people = facts.head.sense is not None and facts.head.sense.en in PLURAL_PRONOUNS
        many = people or form == "pl" or (facts.head.category == "n" and is_many(facts, form))
        who = Piece("who" if people or is_person(facts) else "that")
        return [*noun, who, *self._node(children[0], "fin", replace(clause, many=many))]

    @for_rules("relative-subject-pair")
    def _contents(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """发展经济的计划和措施: the plan and measures to develop the economy."""
        word = content_word(node.children[0], node.children[4])
        if not word:
            return None
        verb = self._node(node.children[0], word if word == "to" else "ing", clause)
        nouns = [piece for child in node.children[2:] for piece in self._node(child, "", clause)]
        return [*nouns, *([] if word == "to" else [Piece(word)]), *verb]

    @for_rules("relative-passive")
    def _relative_passive(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """可以解决的问题 is an issue that can be resolved; nothing where a participle does."""
        children = node.children
        verb = children[0]
        if not isinstance(verb, Branch) or verb.rule.name not in ("transitive-modal", "transitive-aspect"):
            return None
        noun = self._node(children[2], form, clause)
        facts = noun_group(children[2])
        many = replace(clause, many=form == "pl" or is_many(facts, form))
        if verb.rule.name == "transitive-aspect":
            return [*noun, Piece("that"), *self._node(verb, "pass", many)]
        modal, inner = verb.children
        can = self._node(modal, "fin", many)
        done = [piece for piece in self._node(inner, "be", many) if piece != SLOT]
        return [*noun, Piece("that"), *can, *done]

    @for_rules("copula", "clause-noun", "time-subject")
    def _being(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """He is a doctor, they are doctors: a person or a described thing that something is."""
        *before, thing = node.children
        pieces: list[Piece] = []
        for child in before:
            wanted = "" if child.category == "NP" else form
            pieces += self._node(child, wanted, clause)
        return [*pieces, *self._what(thing, clause)]

    def _what(self, thing: Node, clause: Clause) -> list[Piece]:
        """What somebody or something is, or is taken as: a doctor, the goal."""
        if not clause.many and isinstance(thing, Branch) and self._is_one_of_some(thing):
            article = [] if begins_with_owner(thing) else [Piece("a")]
            return [*article, *self._node(thing, "sg", clause)]
        if isinstance(thing, Branch) and thing.rule.name in ("group", "described"):
            facts = noun_group(thing)
            plain = not facts.determined and not facts.ordinal and facts.plural is None and not facts.related
            sense = facts.head.sense
            countable = sense is not None and sense.number == "c" and not sense.en[:1].isupper()
            entity = facts.head.token.entity
            if clause.many:
                named = entity is not None and entity.en.endswith(COUNTABLE)
                mostly = facts.described or is_person(facts) or (sense is not None and mostly_several(sense))
                common = countable and entity is None and mostly
                several = plain and facts.head.category == "n" and (named or common)
                return self._node(thing, "pl" if several else "", clause)
            if thing.rule.name != "group":
                return self._node(thing, "", clause)
            one = facts.described or is_person(facts) or (sense is not None and mostly_several(sense))
            if plain and countable and one and facts.head.category == "n":
                return [Piece("a"), *self._node(thing, "sg", clause)]
        return self._node(thing, "", clause)

    @staticmethod
    def _is_one_of_some(thing: Branch) -> bool:
        """Whether one subject is one of what else would be several: 东盟的积极成员, an active member."""
        facts = noun_group(thing)
        sense = facts.head.sense
        if sense is None or facts.determined or facts.plural is not None or is_coordinated(thing):
            return False
        member = is_person(facts) or sense.en.rpartition(" ")[2] in MEMBERS
        plain = facts.head.category == "n" and facts.head.token.entity is None and sense.number == "c"
        return member and plain and is_many(facts, "") and thing.rule.name != "group"

    # verb groups

    @for_rules(*GOVERNING)
    def _governed(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A verb phrase with a preposition that the verb chooses: 对…负责 is to be responsible for."""
        word = governed(node)
        if not word:
            return None
        place, other = GOVERNING[node.rule.name]
        leaf = first_leaf(node.children[place])
        verb = self._node(node.children[other], form, clause)
        around = self._node(node.children[place], "", clause)
        return [*verb, Piece(word, leaf.token.start, leaf.token.end), *around[1:]]

    @for_rules("verb-clause")
    def _question(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A verb with an indirect question, which takes no that; nothing if it is none."""
        children = node.children
        inner = self._node(children[1], "", clause)
        whether = next((piece for piece in inner[:4] if piece.text == "whether"), None)
        if whether is not None:
            inner.remove(whether)
            inner.insert(0, whether)
        if not inner or not QUESTIONS.match(inner[0].text):
            return None
        return [*self._node(children[0], form, clause), *(piece for piece in inner if piece.text != ",")]

    def without_subject(
        self, tree: Node, clause: Clause, *, alone: bool, bare: bool = False
    ) -> list[Piece] | None:
        """A verb phrase without a subject as a sentence: there is …, or in the passive if it is alone.

        ``bare`` says that it need not have an adverb or the like around it for the passive.
        """
        inner: Node = tree
        if isinstance(inner, Branch) and inner.rule.name == "verb-conjunction":
            # 没有兔，而有猫: but there is a cat.
            joint, inner = inner.children
            there = head_leaf(inner).token.text in ("有", "没有")
            said = self.without_subject(inner, clause, alone=False) if there else None
            return [*self._node(joint, "", clause), *said] if said else None
        while isinstance(inner, Branch) and (
            inner.rule.name in WRAPPING or (bare and inner.rule.name == "negative")
        ):
            inner = inner.children[WRAPPING.get(inner.rule.name, 1)]
        if not isinstance(inner, Branch) or inner.rule.name != "verb-object":
            return None
        verb = head_leaf(inner.children[0])
        if verb.token.text in ("有", "没有"):
            self._existing = inner
            try:
                return self._node(tree, "", clause)
            finally:
                self._existing = None
        wrapped = (bare or inner is not tree) and head_leaf(inner.children[1]).category not in (
            "am",
            "m",
            "q",
        )
        if (
            not alone
            or not wrapped
            or verb.sense is None
            or verb.sense.en.split(" ")[0] in ("be", "have", "become", "exceed", "reach")
        ):
            return None
        thing = self._node(inner.children[1], "", clause)
        self._moved = inner
        try:
            rest = self._node(tree, "pass", replace(clause, many=is_plural(inner.children[1])))
        finally:
            self._moved = None
        return [*thing, *rest]

    def _there(self, node: Branch, clause: Clause) -> list[Piece]:
        leaf = head_leaf(node.children[0])
        many = is_plural(node.children[1])
        there = f"there {inflection.verb('be', 'fin', many=many, tense=clause.tense)}"
        none = leaf.token.text == "没有"
        said = Piece(f"{there} no" if none else there, leaf.token.start, leaf.token.end)
        thing = self._node(node.children[1], "bare" if none else "", clause)
        thing = with_one(node.children[1], thing)
        before = [
            p
            for other in leaves(node.children[0])
            if other is not leaf
            for p in self._leaf(other, "", clause)
        ]
        return [*before, said, *thing]
