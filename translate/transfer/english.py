"""English from trees: order, articles, number, tense, agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.row import Target
from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import Piece, split_slot, with_silent
from translate.transfer.english_counts import Counts
from translate.transfer.english_facts import (
    head_sense,
    pronoun_of,
)
from translate.transfer.english_names import Names
from translate.transfer.english_noun_constructions import NounConstructions
from translate.transfer.english_nouns import article, is_many, is_plural
from translate.transfer.english_phrases import Phrases
from translate.transfer.english_places import Places
from translate.transfer.english_rows import Rows
from translate.transfer.english_tables import (
    CONDITIONS,
    PASSIVES,
    SUBJECTS,
    WHEN,
)
from translate.transfer.english_verb_constructions import VerbConstructions
from translate.transfer.english_verbs import Verbs
from translate.transfer.english_words import (
    FINITE,
    Clause,
    adverb,
    compared,
    entity_text,
    phrase_form,
    unknown,
    verb_form,
)
from translate.transfer.rule_methods import methods_of
from translate.transfer.tokens import Token
from translate.transfer.tree import (
    COORDINATIONS,
    is_coordinated,
    noun_group,
    silent_sources,
)

QuoteMaker = Callable[[Token], list[Piece]]


class English(NounConstructions, Counts, Rows, Places, Names, VerbConstructions, Phrases, Verbs):
    """Generates English pieces from trees. ``quote`` renders a quotation or bracket."""

    target = Target.EN

    def __init__(self, quote: QuoteMaker) -> None:
        self._quote = quote
        # The verb phrase whose object has been said already, as the subject of a passive.
        self._moved: Branch | None = None
        # 有 without a subject: there is.
        self._existing: Branch | None = None

    def generate(self, tree: Node, clause: Clause, form: str = "") -> list[Piece]:
        """The pieces of a whole tree, in a form: finite unless said otherwise."""
        return self._node(tree, form, clause)

    def is_plural_subject(self, tree: Node, otherwise: bool) -> bool:
        """Whether a clause's subject is plural; ``otherwise`` where it has none of its own."""
        while isinstance(tree, Branch) and tree.category in ("CL", "SA"):
            if tree.rule.name in ("clause", "clause-noun", "clause-amount", "subject-time", "subject-during"):
                return is_plural(tree.children[0])
            if tree.rule.name in ("deed", "deed-adverb"):
                return False
            tree = tree.children[tree.rule.head]
        return otherwise

    def _node(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        if isinstance(node, Leaf):
            return self._leaf(node, form, clause)
        if node.category in ("NP", "N", "TI") and form not in ("sg", "pl", "mod", "bare"):
            return self._noun_group(node, form, clause)
        return self._branch(node, form, clause)

    def _branch(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        clause = self._within(node, form, clause)
        for method in methods_of(type(self)).get(node.rule.name, ()):
            pieces: list[Piece] | None = getattr(self, method)(node, form, clause)
            if pieces is not None:
                return pieces
        return self._ordered(node, form, clause)

    @staticmethod
    def _within(node: Branch, form: str, clause: Clause) -> Clause:
        """What the words of a branch agree with."""
        name, children = node.rule.name, node.children
        if name in SUBJECTS:
            subject = children[SUBJECTS[name]]
            clause = replace(clause, many=is_plural(subject), pronoun=pronoun_of(subject))
        elif name == "doers":
            clause = replace(clause, many=True)
        elif name == "phrase-of":
            clause = replace(clause, many=form == "pl")
        if name in ("if-so", "if-so-verb") or (
            name in ("clause-adverb", "adverb") and CONDITIONS.match(head_sense(children[0]))
        ):
            clause = replace(clause, supposed=True)
        return clause

    def _ordered(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        pieces: list[Piece] = []
        sources = silent_sources(node, Target.EN)
        for item in node.rule.order[Target.EN]:
            if item.word:
                word = item.word
                if word.endswith("*"):
                    finite = self._finite(form)
                    word = inflection.verb(word[:-1], finite, many=clause.many, tense=clause.tense)
                pieces.append(Piece(word, *next(sources)))
            elif item.child >= 0:
                wanted = item.form or (form if item.head else "")
                if node.rule.name in COORDINATIONS and not item.head and form in ("pl", "mod", "bare"):
                    wanted = form
                if item.head and form not in FINITE and item.form == "past":
                    wanted = form
                elif item.head and item.form == "pass":
                    wanted = PASSIVES.get(form, "pass")
                elif item.form == "to-do":
                    wanted = "base" if pieces and pieces[-1].text.endswith("to") else "ing"
                pieces += self._node(node.children[item.child], wanted, clause)
        return with_silent(pieces, sources)

    def _noun_group(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        if is_coordinated(node):
            # Each has a number and an article of its own.
            return self._branch(node, "sg", clause)
        facts = noun_group(node)
        many = is_many(facts, form)
        pieces = self._branch(node, "pl" if many else "sg", clause)
        word = article(facts, many, form, node)
        return [Piece(word), *pieces] if word else pieces

    # words

    def _leaf(self, leaf: Leaf, form: str, clause: Clause) -> list[Piece]:
        token, sense = leaf.token, leaf.sense
        source = (token.start, token.end)
        if token.is_group:
            return self._quote(token)
        if token.entity is not None and (sense is None or leaf.category in ("n", "ti", "no")):
            return [Piece(entity_text(leaf, form), *source)]
        if leaf.category == "、":
            return [Piece(",", *source)]
        if leaf.category in ("的", "地", "得"):
            return []
        if sense is None or leaf.category == "x":
            return [Piece(unknown(token), *source)]
        if (leaf.category.startswith("v") and leaf.category != "vn") or leaf.category == "是":
            return split_slot(verb_form(sense, form, clause), *source)
        if leaf.category == "vn":
            return [Piece(inflection.verb(sense.en.replace("_", "").strip(), "ing"), *source)]
        if leaf.category == "i" and form != "attr":
            return [Piece(phrase_form(sense, form, clause), *source)]
        if sense.pos in ("n", "s"):
            text = inflection.plural(sense.en) if form == "pl" and sense.number == "c" else sense.en
            text = text.removeprefix("the ") if form in ("mod", "bare") and sense.number == "u" else text
            return [Piece(text, *source)]
        if sense.pos in ("a", "b") and form in ("comp", "sup"):
            return [Piece(compared(sense.en, form), *source)]
        if sense.pos == "a" and form in ("adv",):
            return [Piece(adverb(sense.en), *source)]
        if sense.pos in ("t",) and form == "adv":
            return [Piece(sense.en, *source)]
        if sense.pos == "q" and not sense.en:
            return []
        if leaf.category in ("f", "ft") and form == "conj":
            return [Piece(WHEN.get(token.text, sense.en), *source)]
        return [Piece(sense.en.replace("_", "").strip(), *source)]
