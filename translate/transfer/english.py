"""English from trees: order, articles, number, tense, agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.row import EntityType, Target
from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import SLOT, Piece, split_slot, with_silent
from translate.transfer.english_constructions import Constructions
from translate.transfer.english_facts import (
    AGED,
    CONDITIONS,
    DEGREES,
    GOVERNING,
    MEETINGS,
    OBJECT_CLAUSES,
    PASSIVES,
    THESE,
    WHEN,
    governed,
    head_sense,
    is_definite_plural,
    is_money,
    is_one,
    is_plainly_done,
    lasts,
    month_first,
    pronoun_of,
)
from translate.transfer.english_nouns import article, is_many, is_plural, possessive
from translate.transfer.english_phrases import Phrases
from translate.transfer.english_verbs import Verbs
from translate.transfer.english_words import (
    FINITE,
    SAYING,
    Clause,
    adverb,
    compared,
    entity_text,
    phrase_form,
    unknown,
    verb_form,
)
from translate.transfer.inflection import without_particle
from translate.transfer.symbols import IF
from translate.transfer.tokens import Token
from translate.transfer.tree import (
    COORDINATIONS,
    WITH_OBJECT,
    first_leaf,
    head_leaf,
    is_coordinated,
    is_counted,
    is_name,
    is_superlative,
    leaves,
    noun_group,
    silent_sources,
)

QuoteMaker = Callable[[Token], list[Piece]]


class English(Phrases, Verbs, Constructions):
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
        while isinstance(tree, Branch) and tree.category == "CL":
            if tree.rule.name in ("clause", "clause-noun", "clause-amount"):
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
        name, children = node.rule.name, node.children
        if name in ("clause", "clause-noun", "clause-amount"):
            clause = replace(clause, many=is_plural(children[0]), pronoun=pronoun_of(children[0]))
        elif name == "existence":
            clause = replace(clause, many=is_plural(children[1]))
        elif name in OBJECT_CLAUSES:
            clause = replace(clause, many=is_plural(children[0]))
        elif name in ("existence-place", "existence-at"):
            clause = replace(clause, many=is_plural(children[2]))
        elif name == "those-who":
            clause = replace(clause, many=is_plural(children[3]))
        if name in ("possessed", "place-noun", "place-group") and is_name(children[0]):
            owner = self._node(children[0], "", clause)
            mark = "'" if owner and owner[-1].text.endswith("s") else "'s"
            return [*owner, Piece(mark, glued=True), *self._node(children[-1], form, clause)]
        if name in ("compound", "compound-head") and is_definite_plural(children[0]):
            # 两国关系: the two countries' relations
            return [
                *self._node(children[0], "", clause),
                Piece("'", glued=True),
                *self._node(children[1], form, clause),
            ]
        if name == "possessed" and head_sense(children[0]) in ("here", "there"):
            return [*self._node(children[2], form, clause), *self._node(children[0], "", clause)]
        if name == "superlative" and not is_superlative(children[1]):
            noun, quality = self._node(children[3], form, clause), self._node(children[1], "attr", clause)
            return [*noun, Piece("with"), *quality, *self._node(children[0], "bare", clause)]
        if name in ("if-so", "if-so-verb") and first_leaf(children[0]).token.text in IF:
            return self._node(children[0], form, clause)
        if name in ("if-so", "if-so-verb", "clause-adverb", "adverb") and CONDITIONS.match(
            "if" if name.startswith("if") else head_sense(children[0])
        ):
            clause = replace(clause, supposed=True)
        if (special := self._construction(node, form, clause)) is not None:
            return special
        if name == "amount-of" and is_money(children[0]) and children[1].category == "NP":
            return self._sum(children, clause)
        if name == "verb-verb" and isinstance(leaf := children[0], Leaf) and leaf.sense is not None:
            leaf.sense = replace(leaf.sense, en=without_particle(leaf.sense.en))
        if name == "modal-particle" and (asked := self._asked(children, clause)):
            return asked
        if name == "verb-particle" and head_leaf(children[1]).token.text == "吧":
            leaf = head_leaf(children[1])
            return [
                Piece("let us", leaf.token.start, leaf.token.end),
                *self._node(children[0], "base", clause),
            ]
        if name in ("attributive-noun", "described-kind") and head_sense(children[0]).startswith(
            ("in ", "of ")
        ):
            return [*self._node(children[-1], form, clause), *self._node(children[0], "", clause)]
        if name == "titles":
            first = self._titles(children[0], form, clause)
            return [*first, Piece("and"), *self._node(children[2], form, clause)]
        if name == "phrase-of":
            clause = replace(clause, many=form == "pl")
        if name == "possessed" and (own := possessive(children[0])):
            return [own, *self._node(children[-1], form, clause)]
        if name == "relative-object" and is_plainly_done(children):
            done = [*self._node(children[1], "pp", clause), Piece("by"), *self._node(children[0], "", clause)]
            return [*self._node(children[3], form, clause), *(piece for piece in done if piece != SLOT)]
        if name == "verb-clause-verb" and form in FINITE and SAYING.search(head_leaf(children[0]).token.text):
            said = self._node(
                children[1], "", clause if clause.pronoun != "they" else replace(clause, many=True)
            )
            return [*self._node(children[0], form, clause), Piece(clause.pronoun), *said]
        if name == "pronoun-noun" and (own := possessive(children[0])):
            return [own, *self._node(children[1], "sg" if form in ("", "def") else form, clause)]
        if name == "verb-object-amount" and is_money(children[2]):
            verb = self._node(children[0], form, clause)
            return [*verb, *self._node(children[1], "", clause), *self._node(children[2], "", clause)]
        if name == "spending" or (name == "verb-object" and is_money(children[1])):
            leaf = head_leaf(children[0])
            kept = leaf.sense
            if kept is not None and kept.en.endswith((" in", " into", " on")):
                leaf.sense = replace(kept, en=without_particle(kept.en))
                try:
                    return self._ordered(node, form, clause)
                finally:
                    leaf.sense = kept
        if name == "amount-of" and AGED.search(first_leaf(children[0]).token.text):
            return [*self._node(children[1], form or "pl", clause), *self._node(children[0], "", clause)]
        if name == "verb-object" and lasts(children[1]) and not head_sense(children[0]).endswith(" to"):
            return [
                *self._node(children[0], form, clause),
                Piece("for"),
                *self._node(children[1], "", clause),
            ]
        if name == "relative-subject":
            return self._relative(children, form, clause)
        if name == "adverb-adjective" and (degree := DEGREES.get(head_leaf(children[0]).token.text)):
            leaf = head_leaf(children[0])
            quality = self._node(children[1], degree, clause)
            return [replace(quality[0], start=leaf.token.start), *quality[1:]]
        if name == "determined-count" and is_one(children[1]):
            return [*self._node(children[0], "", clause), *self._node(children[2], form, clause)]
        if name == "determined-count":
            pieces = self._ordered(node, form, clause)
            return [replace(pieces[0], text=THESE.get(pieces[0].text, pieces[0].text)), *pieces[1:]]
        if name in ("copula", "clause-noun", "time-subject"):
            return self._being(node, form, clause)
        if name == "relative-passive" and (passive := self._relative_passive(children, form, clause)):
            return passive
        if name == "times" and (order := month_first(children)):
            return [piece for child in order for piece in self._node(child, form, clause)]
        if name in GOVERNING and (word := governed(node)):
            return self._governed(node, word, form, clause)
        if name in ("verb-clause", "transitive-clause") and (asked := self._question(children, form, clause)):
            return asked
        if name == "by" and (held := head_leaf(children[2]).sense) and held.en.startswith("be "):
            many = replace(clause, many=is_plural(children[1]))
            return [*self._node(children[1], "", clause), *self._node(children[2], form, many)]
        if name in ("aspect", "transitive-aspect"):
            return self._aspect(children, form, clause)
        if name in ("negative", "transitive-negative") and form in FINITE:
            return self._negative(children, clause)
        if (
            name == "localised"
            and head_leaf(node.children[1]).token.text == "前"
            and is_counted(node.children[0])
        ):
            leaf = head_leaf(node.children[1])
            return [*self._node(node.children[0], "", clause), Piece("ago", leaf.token.start, leaf.token.end)]
        if name in ("localised", "localised-of") and head_leaf(node.children[-1]).token.text == "上":
            place = head_leaf(node.children[0])
            event = place.token.entity is not None and place.token.entity.type is EntityType.EVENT
            world = place.token.text in ("世界", "历史", "国际", "社会", "生活", "传统")
            if world or event or MEETINGS.search(place.token.text):
                leaf = head_leaf(node.children[-1])
                at = Piece("in" if world else "at", leaf.token.start, leaf.token.end)
                return [at, *self._node(node.children[0], "", clause)]
        if name in ("counted-de", "count-group", "quantity-around", "verb-object-count", "behind-count"):
            pieces = self._ordered(node, form, clause)
            last = replace(pieces[-1], text=pieces[-1].text.removesuffix(" of"))
            times = list(leaves(children[-1]))[-1].token
            if name in ("verb-object-count", "behind-count") and times.text in ("次", "回", "遍"):
                return [*pieces[:-1], last, Piece("times", times.start, times.end)]
            return [*pieces[:-1], last]
        if name == "quantity" and head_leaf(node.children[0]).token.text == "一":
            leaf = head_leaf(node.children[0])
            return [Piece("a", leaf.token.start, leaf.token.end), *self._node(node.children[1], "", clause)]
        if name in ("verb-bare", "intransitive", "verb-clause-bare") and form != "slot":
            return self._without_object(node, form, clause)
        if name in WITH_OBJECT:
            return self._with_object(node, form, clause)
        return self._ordered(node, form, clause)

    def _sum(self, children: tuple[Node, ...], clause: Clause) -> list[Piece]:
        """Money with what it is: a fine of 5 million USD, 5 million USD in aid."""
        facts = noun_group(children[1])
        sense = facts.head.sense
        amount = self._node(children[0], "", clause)
        if sense is None or facts.head.category != "n" or facts.determined:
            return [*amount, Piece("of"), *self._node(children[1], "bare", clause)]
        if sense.number == "c":
            return [Piece("a"), *self._node(children[1], "sg", clause), Piece("of"), *amount]
        return [*amount, Piece("in"), *self._node(children[1], "", clause)]

    def _titles(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        """The titles before the last one of a row: A, B of A, B and C."""
        if not isinstance(node, Branch) or node.rule.name != "titles":
            return self._node(node, form, clause)
        before = self._titles(node.children[0], form, clause)
        return [*before, Piece(","), *self._node(node.children[2], form, clause)]

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
