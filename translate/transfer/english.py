"""English from trees: order, articles, number, tense, agreement."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from translate.row import EntityType, Target
from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import OBJECTIVES, SLOT, Piece, fill_slot, split_slot
from translate.transfer.english_nouns import article, is_many, is_person, is_plural, possessive
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
from translate.transfer.tokens import Token
from translate.transfer.tree import (
    COORDINATIONS,
    first_leaf,
    head_leaf,
    is_counted,
    is_name,
    leaves,
    noun_group,
    silent_sources,
)

__all__ = ["MEETINGS", "Clause", "English"]

# What becomes of a passive in each form.
PASSIVES = {"rel": "pp", "pp": "pp", "ing": "being", "to": "to be", "base": "be"}
MEETINGS = re.compile("(?:会|会议|大会|峰会|论坛|仪式|典礼|活动|展|节|上|赛|年会|研讨会)$")
DEGREES = {"最": "sup", "最为": "sup", "更": "comp", "更加": "comp", "更为": "comp", "较为": "comp"}
QUESTIONS = re.compile(r"(?:why|how|what|who|whom|whose|which|where|when|whether)\b")
# What a participle says well enough behind its noun; anything else takes that or who.
PARTICIPIAL = frozenset(
    ["verb-object", "verb-bare", "intransitive", "behind", "behind-verb", "verb-object-amount"]
)
PASSIVE_RULES = frozenset(
    ["passive", "passive-by", "passive-into", "passive-by-into", "by", "passive-suo", "received"]
)
# Rules in which a verb may ask for the English preposition of the Chinese one before or behind it.
LASTING = re.compile(r"(?:hours?|minutes?|days?|weeks?|months?|years?|seconds?)$")
THESE = {"this": "these", "that": "those"}
GOVERNING = {"prepositional": (0, 1), "transitive-pp": (0, 1), "behind": (1, 0), "behind-verb": (1, 0)}
USUAL = {
    "与": "with",
    "和": "with",
    "同": "with",
    "跟": "with",
    "向": "to",
    "对": "to",
    "对于": "to",
    "给": "to",
}
PREPOSITIONS = frozenset(
    ["与", "和", "同", "跟", "向", "对", "对于", "给", "为", "从", "由", "以", "在", "于"]
)
QuoteMaker = Callable[[Token], list[Piece]]


# What goes before the subject in a question.
ASKING = frozenset(["is", "are", "was", "were", "am", "has", "have", "had", "will", "can", "must", "should", "may", "could", "would"])
# Localisers before a clause.
WHEN = {
    "时": "when",
    "时候": "when",
    "的时候": "when",
    "之时": "when",
    "后": "after",
    "之后": "after",
    "以后": "after",
    "前": "before",
    "之前": "before",
    "以前": "before",
    "期间": "while",
    "之际": "as",
    "同时": "while",
    "过程中": "as",
    "情况下": "when",
    "前提下": "provided that",
    "条件下": "provided that",
    "基础上": "on the basis that",
    "背景下": "as",
    "形势下": "as",
}
# Rules around a verb phrase, with the place of the verb phrase in them.
WRAPPING = {
    "adverb": 1,
    "aspect": 1,
    "done": 0,
    "time-verb": 1,
    "prepositional": 1,
    "manner": 2,
    "located": 1,
}


def is_one(node: Node) -> bool:
    """Whether a quantity is a bare 一, which says nothing beside 这."""
    leaf = head_leaf(node)
    return leaf.token.text == "一" and first_leaf(node) is leaf


def pronoun_of(subject: Node) -> str:
    """The pronoun that stands for a subject."""
    leaf = head_leaf(subject)
    if leaf.category == "rn" and leaf.sense is not None:
        return leaf.sense.en
    entity = leaf.token.entity
    body = entity is not None and entity.type in (EntityType.ORGANISATION, EntityType.PLACE)
    return "it" if body or (not is_plural(subject) and leaf.category == "n") else "they"


def month_first(children: tuple[Node, ...]) -> list[Node]:
    """August last year: a month goes before the year told by a word. Nothing for other times."""
    first, second = (head_leaf(child).token for child in children)
    role = second.entity.role if second.entity is not None else ""
    return [children[1], children[0]] if role in ("month", "day") and first.entity is None else []


def is_plainly_done(children: tuple[Node, ...]) -> bool:
    """Whether 警方发布的报告 is a report released by police: a plain verb, and someone with a name."""
    agent, verb = children[:2]
    plain = isinstance(verb, Branch) and verb.rule.name in ("transitive", "transitive-done")
    return plain and head_leaf(agent).category != "rn" and "be " not in f"{head_sense(verb)} "


def head_sense(node: Node) -> str:
    """The English of a phrase's head."""
    sense = head_leaf(node).sense
    return sense.en if sense else ""


def inside_be(adverb: list[Piece], verb: list[Piece]) -> list[Piece]:
    """An adverb behind is or are rather than before it: is often late."""
    if not adverb or not verb or any(word in ("if", "although", "but") for word in adverb[0].text.split(" ")):
        return [*adverb, *verb]
    first, _, rest = verb[0].text.partition(" ")
    if first not in ("is", "are", "was", "were", "am"):
        return [*adverb, *verb]
    behind = [replace(verb[0], text=rest)] if rest else []
    return [replace(verb[0], text=first), *adverb, *behind, *verb[1:]]


def is_money(node: Node) -> bool:
    """Whether an amount is of money, which is given to somebody rather than being some of something."""
    entity = first_leaf(node).token.entity
    return entity is not None and bool(re.search(r"(?:USD|VND|euros?|yuan|yen|pounds|dollars?)$", entity.en))


def lasts(node: Node) -> bool:
    """Whether an object is how long something takes rather than what is acted on."""
    entity = first_leaf(node).token.entity
    return (
        isinstance(node, Branch)
        and node.rule.name == "amount"
        and entity is not None
        and bool(LASTING.search(entity.en))
    )


def governed(node: Branch) -> str:
    """The English preposition that a verb asks for in place of the usual one; empty where it does not."""
    place, other = GOVERNING[node.rule.name]
    phrase = node.children[place]
    if not isinstance(phrase, Branch) or phrase.rule.name != "preposition":
        return ""
    zh = first_leaf(phrase).token.text
    sense = head_leaf(node.children[other]).sense
    if sense is None or zh not in PREPOSITIONS:
        return ""
    for item in sense.frame:
        chinese, colon, english = item.partition(":")
        if chinese == zh or (chinese in ("与", "对") and USUAL.get(zh) == USUAL[chinese]):
            return english if colon else USUAL.get(zh, "")
    return ""


class English:
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
        elif name in ("relative-object", "relative-object-suo", "headless-object"):
            clause = replace(clause, many=is_plural(children[0]))
        elif name in ("existence-place", "existence-at"):
            clause = replace(clause, many=is_plural(children[2]))
        if name in ("possessed", "place-noun", "place-group") and is_name(children[0]):
            owner = self._node(children[0], "", clause)
            mark = "'" if owner and owner[-1].text.endswith("s") else "'s"
            return [*owner, Piece(mark, glued=True), *self._node(children[-1], form, clause)]
        if name == "possessed" and head_sense(children[0]) in ("here", "there"):
            return [*self._node(children[2], form, clause), *self._node(children[0], "", clause)]
        if name == "superlative" and not first_leaf(children[1]).token.text.startswith("最"):
            noun, quality = self._node(children[3], form, clause), self._node(children[1], "attr", clause)
            return [*noun, Piece("with"), *quality, *self._node(children[0], "bare", clause)]
        if name in ("adverb", "transitive-adverb"):
            said = self._ordered(node, form, clause)
            before = len(self._node(children[0], "", clause))
            return [*inside_be(said[:before], said[before:])]
        if name == "modal-particle" and (asked := self._asked(children, clause)):
            return asked
        if name == "verb-particle" and head_leaf(children[1]).token.text == "吧":
            leaf = head_leaf(children[1])
            return [
                Piece("let us", leaf.token.start, leaf.token.end),
                *self._node(children[0], "base", clause),
            ]
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
        if name == "verb-object" and lasts(children[1]):
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
        if name == "by" and (verb := head_leaf(children[2]).sense) and verb.en.startswith("be "):
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
        if name in (
            "verb-object",
            "dispose",
            "dispose-at",
            "dispose-object",
            "dispose-place",
            "dispose-verb",
            "verb-object-verb",
            "verb-object-count",
        ):
            return self._with_object(node, form, clause)
        return self._ordered(node, form, clause)

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
        return pieces

    # noun groups

    def _noun_group(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        facts = noun_group(node)
        many = is_many(facts, form)
        pieces = self._branch(node, "pl" if many else "sg", clause)
        word = article(facts, many, form, node)
        return [Piece(word), *pieces] if word else pieces

    def _asked(self, children: tuple[Node, ...], clause: Clause) -> list[Piece]:
        """A yes-or-no question: is he, will he, does he; nothing if the clause is of another kind."""
        stated, particle = children
        if head_leaf(particle).token.text != "吗" or not isinstance(stated, Branch):
            return []
        if stated.rule.name not in ("clause", "clause-noun"):
            return []
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

    def _relative(self, children: tuple[Node, ...], form: str, clause: Clause) -> list[Piece]:
        """A relative clause: a participle behind the noun if that says enough, else that or who."""
        noun = self._node(children[2], form, clause)
        inner: Node = children[0]
        while isinstance(inner, Branch) and inner.rule.name in ("prepositional", "time-verb", "located"):
            inner = inner.children[1]
        if isinstance(inner, Branch) and inner.rule.name in ("verb-clause-bare", "verb-bare"):
            return [*noun, *self._node(children[0], "pp", clause)]
        if isinstance(inner, Branch) and inner.rule.name in PARTICIPIAL | PASSIVE_RULES:
            return [*noun, *self._node(children[0], "rel", clause)]
        facts = noun_group(children[2])
        many = form == "pl" or (facts.head.category == "n" and is_many(facts, form))
        who = Piece("who" if is_person(facts) else "that")
        return [*noun, who, *self._node(children[0], "fin", replace(clause, many=many))]

    def _relative_passive(self, children: tuple[Node, ...], form: str, clause: Clause) -> list[Piece]:
        """可以解决的问题 is an issue that can be resolved; nothing where a participle does."""
        verb = children[0]
        if not isinstance(verb, Branch) or verb.rule.name not in ("transitive-modal", "transitive-aspect"):
            return []
        noun = self._node(children[2], form, clause)
        facts = noun_group(children[2])
        many = replace(clause, many=form == "pl" or is_many(facts, form))
        if verb.rule.name == "transitive-aspect":
            return [*noun, Piece("that"), *self._node(verb, "pass", many)]
        modal, inner = verb.children
        can = self._node(modal, "fin", many)
        done = [piece for piece in self._node(inner, "be", many) if piece != SLOT]
        return [*noun, Piece("that"), *can, *done]

    def _being(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """He is a doctor, they are doctors: a person or a described thing that something is."""
        *before, thing = node.children
        pieces: list[Piece] = []
        for child in before:
            wanted = "" if child.category == "NP" else form
            pieces += self._node(child, wanted, clause)
        said = self._node(thing, "", clause)
        if isinstance(thing, Branch) and thing.rule.name == "group" and not clause.many:
            facts = noun_group(thing)
            plain = not facts.determined and not facts.ordinal and facts.plural is None and not facts.related
            sense = facts.head.sense
            countable = sense is not None and sense.number == "c" and not sense.en[:1].isupper()
            if plain and countable and (facts.described or is_person(facts)) and facts.head.category == "n":
                return [*pieces, Piece("a"), *self._node(thing, "sg", clause)]
        return [*pieces, *said]

    # verb groups

    def _governed(self, node: Branch, word: str, form: str, clause: Clause) -> list[Piece]:
        """A verb phrase with a preposition that the verb chooses: 对…负责 is to be responsible for."""
        place, other = GOVERNING[node.rule.name]
        leaf = first_leaf(node.children[place])
        verb = self._node(node.children[other], form, clause)
        around = self._node(node.children[place], "", clause)
        return [*verb, Piece(word, leaf.token.start, leaf.token.end), *around[1:]]

    def _question(self, children: tuple[Node, ...], form: str, clause: Clause) -> list[Piece]:
        """A verb with an indirect question, which takes no that; nothing if it is none."""
        inner = self._node(children[1], "", clause)
        whether = next((piece for piece in inner[:4] if piece.text == "whether"), None)
        if whether is not None:
            inner.remove(whether)
            inner.insert(0, whether)
        if not inner or not QUESTIONS.match(inner[0].text):
            return []
        return [*self._node(children[0], form, clause), *(piece for piece in inner if piece.text != ",")]

    def without_subject(self, tree: Node, clause: Clause, *, alone: bool) -> list[Piece] | None:
        """A verb phrase without a subject as a sentence: there is …, or in the passive if nothing follows it."""
        inner: Node = tree
        while isinstance(inner, Branch) and inner.rule.name in WRAPPING:
            inner = inner.children[WRAPPING[inner.rule.name]]
        if not isinstance(inner, Branch) or inner.rule.name != "verb-object":
            return None
        verb = head_leaf(inner.children[0])
        if verb.token.text in ("有", "没有"):
            self._existing = inner
            try:
                return self._node(tree, "", clause)
            finally:
                self._existing = None
        wrapped = inner is not tree and head_leaf(inner.children[1]).category not in ("am", "m", "q")
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
        before = [
            p
            for other in leaves(node.children[0])
            if other is not leaf
            for p in self._leaf(other, "", clause)
        ]
        return [*before, said, *thing]

    @staticmethod
    def _finite(form: str) -> str:
        return "fin" if form in (*FINITE, "rel") else form

    def _aspect(self, children: tuple[Node, ...], form: str, clause: Clause) -> list[Piece]:
        mark, body = children
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
        if form not in FINITE:
            return self._node(body, form, clause)
        if "将" in word:
            return [Piece("will", *source), *self._node(body, "base", clause)]
        if word.startswith("正"):
            be = inflection.verb("be", "fin", many=clause.many, tense=clause.tense)
            return [Piece(be, *source), *self._node(body, "ing", clause)]
        if word.startswith(("已", "早已", "业已")):
            has = ("has", "have")[clause.many] if clause.tense == "present" else "had"
            if clause.tense == "past":
                return self._node(body, "past", clause)
            return [Piece(has, *source), *self._node(body, "pp", clause)]
        return self._node(body, "past", clause)

    def _negative(self, children: tuple[Node, ...], clause: Clause) -> list[Piece]:
        leaf = head_leaf(children[0])
        source = (leaf.token.start, leaf.token.end)
        head = head_leaf(children[1]).sense
        first = head.en.split(" ")[0] if head else ""
        if first in inflection.MODALS or first == "be" or children[1].category == "AP":
            pieces = self._node(children[1], "fin", clause)
            return [pieces[0], Piece("not", *source), *pieces[1:]]
        if "没" in leaf.token.text or "未" in leaf.token.text or clause.tense == "past":
            do = "did not"
        else:
            do = "do not" if clause.many else "does not"
        return [Piece(do, *source), *self._node(children[1], "base", clause)]

    def _without_object(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        leaf = head_leaf(node)
        if leaf.sense is None or (node.children[0] is not leaf and not isinstance(node.children[0], Branch)):
            return self._ordered(node, form, clause)
        kept = leaf.sense
        if "_" in kept.en and form in FINITE:
            # 投入运营 without an object is to be put into operation.
            form = "pass"
        leaf.sense = replace(
            kept, en=inflection.without_particle(kept.en.replace("_ ", "").replace("_", "").strip())
        )
        try:
            return [piece for piece in self._ordered(node, form, clause) if piece != SLOT]
        finally:
            leaf.sense = kept

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
        thing = self._node(node.children[items[1].child], "", clause)
        thing = self._objective(node.children[items[1].child], thing)
        rest: list[Piece] = []
        for item in items[2:]:
            rest += self._node(node.children[item.child], item.form, clause)
        return [*fill_slot(verb, thing), *rest]

    @staticmethod
    def _objective(node: Node, pieces: list[Piece]) -> list[Piece]:
        leaf = head_leaf(node)
        if leaf.category == "rn" and len(pieces) == 1 and pieces[0].text in OBJECTIVES:
            return [replace(pieces[0], text=OBJECTIVES[pieces[0].text])]
        return pieces

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
