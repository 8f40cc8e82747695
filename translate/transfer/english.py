"""English from trees: order, articles, number, tense, agreement."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from translate.foreign import is_foreign_name
from translate.lexicon import Sense
from translate.readings import pinyin
from translate.row import EntityType, Target
from translate.titles import needs_article
from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import SLOT, Piece, fill_slot, split_slot
from translate.transfer.tokens import Token, is_latin
from translate.transfer.tree import (
    COORDINATIONS,
    NounGroup,
    head_leaf,
    is_coordinated,
    is_counted,
    is_name,
    noun_group,
)

POSSESSIVES = {
    "he": "his",
    "she": "her",
    "it": "its",
    "they": "their",
    "we": "our",
    "I": "my",
    "you": "your",
    "who": "whose",
}
OBJECTIVES = {"he": "him", "she": "her", "they": "them", "we": "us", "I": "me"}
PLURAL_PRONOUNS = frozenset(["we", "they", "you"])
# Names of places and bodies that take the article.
WITH_ARTICLE = re.compile(
    r"\b(?:Sea|Ocean|River|Delta|Gulf|Strait|Islands|Archipelago|archipelago|Republic|Federation|Kingdom|Union|States|Region|region|Highlands"
    r"|Netherlands|Philippines|Congress|Front|Conference|Agreement|Convention|Summit|Forum|Declaration|War|Plan|Programme|Charter|Treaty|Resolution)\b"
)
# What becomes of a passive in each form.
PASSIVES = {"rel": "pp", "pp": "pp", "ing": "being", "to": "to be", "base": "be"}
MEETINGS = re.compile("(?:会|会议|大会|峰会|论坛|仪式|典礼|活动|展|节|上|赛|年会|研讨会)$")
FINITE = ("", "fin", "np")
SAYING = re.compile(
    "指出|强调|表示|认为|说|宣布|重申|介绍|透露|建议|呼吁|要求|肯定|祝贺|感谢|评价|写道|报道|称|相信|希望|承诺"
)
QuoteMaker = Callable[[Token], list[Piece]]


@dataclass(frozen=True, slots=True)
class Clause:
    """What a verb must agree with."""

    many: bool = False
    tense: str = "present"
    title: bool = False


class English:
    """Generates English pieces from trees. ``quote`` renders a quotation or bracket."""

    target = Target.EN

    def __init__(self, quote: QuoteMaker) -> None:
        self._quote = quote

    def generate(self, tree: Node, clause: Clause, form: str = "") -> list[Piece]:
        """The pieces of a whole tree, in a form: finite unless said otherwise."""
        return self._node(tree, form, clause)

    def is_plural_subject(self, tree: Node, otherwise: bool) -> bool:
        """Whether a clause's subject is plural; ``otherwise`` where it has none of its own."""
        while isinstance(tree, Branch) and tree.category == "CL":
            if tree.rule.name in ("clause", "clause-noun", "clause-amount"):
                return self._is_plural(tree.children[0])
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
            clause = replace(clause, many=self._is_plural(children[0]))
        if name in ("possessed", "place-noun", "place-group") and is_name(children[0]):
            owner = self._node(children[0], "", clause)
            return [*owner, Piece("'s", glued=True), *self._node(children[-1], form, clause)]
        if name == "possessed" and (own := self._possessive(children[0])):
            return [own, *self._node(children[-1], form, clause)]
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
            if event or MEETINGS.search(place.token.text):
                leaf = head_leaf(node.children[-1])
                at = Piece("at", leaf.token.start, leaf.token.end)
                return [at, *self._node(node.children[0], "", clause)]
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
            "dispose-verb",
            "verb-object-verb",
            "verb-object-count",
        ):
            return self._with_object(node, form, clause)
        return self._ordered(node, form, clause)

    def _ordered(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        pieces: list[Piece] = []
        for item in node.rule.order[Target.EN]:
            if item.word:
                word = item.word
                if word.startswith("be"):
                    word = inflection.verb("be", self._finite(form), many=clause.many, tense=clause.tense)
                pieces.append(Piece(word))
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
        many = self._is_many(facts, form)
        pieces = self._branch(node, "pl" if many else "sg", clause)
        article = self._article(facts, many, form, node)
        return [Piece(article), *pieces] if article else pieces

    def _is_many(self, facts: NounGroup, form: str) -> bool:
        if form == "pl":
            return True
        if facts.plural is not None:
            return facts.plural
        sense, entity = facts.head.sense, facts.head.token.entity
        if entity is not None and facts.head.category != "n":
            return False
        if sense is None or sense.number != "c":
            return False
        # Chinese seldom says how many: a described noun without a determiner is mostly several.
        return facts.described and not facts.determined and not facts.related

    def _article(self, facts: NounGroup, many: bool, form: str, node: Branch) -> str:
        if facts.determined or is_coordinated(node) or node.rule.head < 0:
            return ""
        if facts.ordinal:
            return "the"
        leaf = facts.head
        entity, sense = leaf.token.entity, leaf.sense
        if leaf.token.is_group or leaf.category in ("rn", "t", "am", "m"):
            return ""
        if entity is not None and (sense is None or leaf.category != "n"):
            if entity.type is EntityType.TITLE:
                return "the" if entity.en[:1].islower() or form == "def" else ""
            proper = entity.en[:1].isupper()
            if entity.type in (EntityType.ORGANISATION, EntityType.EVENT):
                return (
                    "the" if proper and (needs_article(entity.en) or WITH_ARTICLE.search(entity.en)) else ""
                )
            return "the" if form == "def" or facts.related else ""
        if is_latin(leaf.token.text):
            return ""
        if sense is not None and sense.en.startswith("the "):
            return ""
        number = sense.number if sense else "c"
        if facts.related or form == "def":
            return "the"
        if many or number in ("u", "p"):
            return ""
        return "the" if number == "c" else ""

    def _is_plural(self, subject: Node) -> bool:
        if is_coordinated(subject):
            return True
        leaf = head_leaf(subject)
        if leaf.category == "rn" and leaf.sense is not None:
            first = leaf.sense.en
            return first in PLURAL_PRONOUNS or (first.endswith("s") and first not in ("this", "its", "us"))
        if not isinstance(subject, Branch) or subject.category not in ("NP", "N"):
            return False
        facts = noun_group(subject)
        number = facts.head.sense.number if facts.head.sense else ""
        return number == "p" or self._is_many(facts, "")

    def _possessive(self, node: Node) -> Piece | None:
        leaf = head_leaf(node)
        if leaf.category == "rn" and leaf.sense is not None and leaf.sense.en in POSSESSIVES:
            return Piece(POSSESSIVES[leaf.sense.en], leaf.token.start, leaf.token.end)
        return None

    # verb groups

    @staticmethod
    def _finite(form: str) -> str:
        return "fin" if form in (*FINITE, "rel") else form

    def _aspect(self, children: tuple[Node, ...], form: str, clause: Clause) -> list[Piece]:
        mark, body = children
        leaf = head_leaf(mark)
        word, source = leaf.token.text, (leaf.token.start, leaf.token.end)
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
        verb = self._node(node.children[items[0].child], form, clause)
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
            return [Piece(self._entity_text(leaf, form), *source)]
        if leaf.category == "、":
            return [Piece(",", *source)]
        if leaf.category in ("的", "地", "得"):
            return []
        if sense is None or leaf.category == "x":
            return [Piece(self._unknown(token), *source)]
        if (leaf.category.startswith("v") and leaf.category != "vn") or leaf.category == "是":
            return split_slot(self._verb(sense, form, clause), *source)
        if leaf.category == "vn":
            return [Piece(inflection.verb(sense.en.replace("_", "").strip(), "ing"), *source)]
        if leaf.category == "i" and form != "attr":
            return [Piece(self._phrase(sense, form, clause), *source)]
        if sense.pos in ("n", "s"):
            text = inflection.plural(sense.en) if form == "pl" and sense.number == "c" else sense.en
            return [Piece(text, *source)]
        if sense.pos == "a" and form in ("adv",):
            return [Piece(adverb(sense.en), *source)]
        if sense.pos in ("t",) and form == "adv":
            return [Piece(sense.en, *source)]
        if sense.pos == "q" and not sense.en:
            return []
        if leaf.category == "f" and form == "conj":
            return [Piece({"时": "when", "后": "after", "前": "before"}.get(token.text, sense.en), *source)]
        return [Piece(sense.en.replace("_", "").strip(), *source)]

    def _verb(self, sense: Sense, form: str, clause: Clause) -> str:
        if form == "rel":
            form = "ing"
        if form in FINITE or form == "slot":
            tense = clause.tense
            if SAYING.search(sense.zh) and not clause.title:
                tense = "past"
            return inflection.verb(sense.en, "fin", many=clause.many, tense=tense)
        if form in ("being", "to be", "be"):
            return f"{form} {inflection.verb(sense.en, 'pp')}"
        known = form if form in ("base", "to", "ing", "pp", "past", "pass") else "fin"
        return inflection.verb(sense.en, known, many=clause.many, tense=clause.tense)

    @staticmethod
    def _phrase(sense: Sense, form: str, clause: Clause) -> str:
        if "init" in sense.frame or form not in ("ing", "past", "to", "pp"):
            return f"to {sense.en}" if form == "to" else sense.en
        return inflection.verb(sense.en, form, many=clause.many, tense=clause.tense)

    def _entity_text(self, leaf: Leaf, form: str) -> str:
        entity = leaf.token.entity
        assert entity is not None
        if leaf.category == "t" and form == "adv":
            return f"{time_preposition(entity.role)}{entity.en}"
        if entity.role == "part" or (entity.role == "nth" and form != "mod"):
            return f"the {entity.en}"
        if entity.type is EntityType.PLACE and form != "mod" and WITH_ARTICLE.search(entity.en):
            return f"the {entity.en}"
        if form == "pl" and leaf.category == "n" and leaf.sense is not None and leaf.sense.number == "c":
            return inflection.plural(entity.en)
        if form == "pl" and entity.type is EntityType.TITLE and entity.en[:1].islower():
            return inflection.plural(entity.en)
        return entity.en

    @staticmethod
    def _unknown(token: Token) -> str:
        if is_latin(token.text):
            return token.text
        words = {
            "一": "one",
            "二": "two",
            "两": "two",
            "三": "three",
            "四": "four",
            "五": "five",
            "六": "six",
            "七": "seven",
            "八": "eight",
            "九": "nine",
            "十": "ten",
            "百": "hundred",
            "千": "thousand",
            "零": "zero",
            "〇": "zero",
        }
        read = pinyin(token.text)
        return words.get(token.text) or (read.capitalize() if is_foreign_name(token.text) else read)


def time_preposition(role: str) -> str:
    """The preposition that makes an adverb of a date."""
    return {
        "day": "on ",
        "days": "on ",
        "part": "on the ",
        "month": "in ",
        "year": "in ",
        "period": "in the ",
        "decade": "in the ",
        "century": "in the ",
        "years": "in ",
    }.get(role, "")


def adverb(adjective: str) -> str:
    """The adverb of an English adjective."""
    special = {
        "good": "well",
        "fast": "fast",
        "hard": "hard",
        "early": "early",
        "long-term": "over the long term",
    }
    if adjective in special:
        return special[adjective]
    if " " in adjective or "-" in adjective:
        return adjective
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    return adjective + "ly"
