"""English verb phrases and clauses of single rules: what the order of the parts alone does not say."""

from __future__ import annotations

from dataclasses import replace

from translate.transfer import inflection
from translate.transfer.chart import Branch, Leaf
from translate.transfer.draft import SLOT, Piece, fill_slot, with_silent
from translate.transfer.english_facts import (
    head_sense,
    inside_be,
    is_money,
    is_uncounted,
    lasts,
    lasts_long,
)
from translate.transfer.english_generator import Generator, at
from translate.transfer.english_nouns import is_plural, possessive
from translate.transfer.english_tables import CONTENTS, LATE_ADVERBS
from translate.transfer.english_words import FINITE, SAYING, Clause, happened
from translate.transfer.inflection import without_particle
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import first_leaf, folds, head_leaf
from translate.transfer.word_classes import IF, PERCEIVING

FOLDS = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
}
# Without an object what is done to the subject: 成立于, it was founded in.
FOUNDED = frozenset("成立 设立 建立 创立 发表 刊登 建 设".split())
# Adverbs of time and degree, which no and joins to one of manner.
OTHER_ADVERBS = frozenset(
    """
    only nearly currently recently initially finally usually generally newly previously normally really
    extremely particularly especially increasingly constantly immediately simultaneously firstly continually
    relatively completely absolutely originally already frequently certainly obviously basically mainly mostly
    daily early rely apply supply comply reply multiply fly
    """.split()
)
PASSIVE_FORMS = {"": "pass", "fin": "pass", "base": "be"}


def are_manners(adverb: list[Piece], verb: list[Piece]) -> bool:
    """Whether two adverbs in a row both tell how something is done: actively and proactively."""
    words = [adverb[-1].text, verb[0].text] if adverb and verb else []
    return bool(words) and all(word.endswith("ly") and word not in OTHER_ADVERBS for word in words)


class VerbConstructions(Generator):
    """A method for each rule of verbs and clauses that needs one; None where the rule's own order will do."""

    @for_rules("if-so", "if-so-verb")
    def _if(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """如果…的话 says if twice."""
        said = first_leaf(node.children[0]).token.text in IF
        return self._node(node.children[0], form, clause) if said else None

    @for_rules("in-view")
    def _in_view(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        own = possessive(node.children[1])
        first, last = head_leaf(node.children[0]), head_leaf(node.children[2])
        return [at(first, "in"), own, at(last, "view")] if own else None

    @for_rules("causative", "causative-done")
    def _leading_to(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """导致价格上涨: lead to prices rising, where other verbs take to rise."""
        verb, *_, thing, doing = node.children
        if not head_sense(verb).endswith(" to"):
            return None
        said = self._node(verb, "past" if len(node.children) > 3 and form in FINITE else form, clause)
        return [*said, *self._node(thing, "", clause), *self._node(doing, "ing", clause)]

    @for_rules("having")
    def _having(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """有机会参加: have opportunities to participate."""
        verb, thing, doing = node.children
        if CONTENTS.get(head_sense(thing).rpartition(" ")[2]) != "to":
            return None
        have = inflection.verb("have", self._finite(form), many=clause.many, tense=clause.tense)
        said = [*self._node(thing, "", clause), *self._node(doing, "to", clause)]
        return [at(head_leaf(verb), have), *said]

    @for_rules("dispose-as", "dispose-verb-as", "deed", "deed-adverb")
    def _taken_as(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """What something is or is regarded as is one thing: a task."""
        clause, thing = replace(clause, many=False), node.children[-1]
        pieces, said = self._ordered(node, form, clause), self._node(thing, "", clause)
        return [*pieces[: len(pieces) - len(said)], *self._what(thing, clause)]

    @for_rules("deed-leading")
    def _deed_leads(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """发展交通有助于减少拥堵: developing transport helps to reduce congestion."""
        doing, verb, end = node.children
        wanted = "ing" if head_sense(verb).endswith(" to") else "to"
        one = replace(clause, many=False)
        said = [*self._node(doing, "ing", clause), *self._node(verb, "fin", one)]
        return [*said, *self._node(end, wanted, clause)]

    @for_rules("expected-that")
    def _expected(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """预计: it is expected."""
        return self._ordered(node, form, replace(clause, many=False))

    @for_rules("by-means")
    def _by_means(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """问题通过谈判来解决: issues are resolved through negotiation."""
        means, _, doing = node.children
        if not isinstance(doing, Branch) or doing.rule.name != "verb-bare":
            return None
        done = self._node(doing, PASSIVE_FORMS.get(form, form), clause)
        return [*(piece for piece in done if piece != SLOT), *self._node(means, "", clause)]

    @for_rules("reaching")
    def _perceiving(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """观测到: to observe."""
        perceived = head_leaf(node.children[0]).token.text in PERCEIVING
        return self._node(node.children[0], form, clause) if perceived else None

    @for_rules("located-verb")
    def _located(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """成立于1995年: was founded in 1995."""
        passive = head_leaf(node.children[0]).token.text in FOUNDED and form in FINITE
        clause = replace(clause, tense="past") if passive and not clause.title else clause
        return self._ordered(node, "pass" if passive else form, clause)

    @for_rules("behind-amount", "behind-amount-done")
    def _amounting(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """工作二十年: work for 20 years; 吸引外资20亿美元: attract foreign investment of 2 billion USD."""
        amount = node.children[-1]
        money = is_money(amount) and " " in head_sense(node.children[0])
        if not money and not lasts_long(amount):
            return None
        done = node.rule.name == "behind-amount-done"
        verb = self._node(node.children[0], "past" if done else form, clause)
        return [*verb, Piece("of" if money else "for"), *self._node(amount, "", clause)]

    @for_rules("verb-object")
    def _lasting(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """等待三天: wait for three days."""
        verb, amount = node.children
        if is_money(amount) or not lasts(amount) or head_sense(verb).endswith(" to"):
            return None
        return [*self._node(verb, form, clause), Piece("for"), *self._node(amount, "", clause)]

    @for_rules("verb-object-amount")
    def _money_in(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """罚款公司500万: fine the company 5 million; 吸引外资20亿: attract 2 billion in it."""
        verb, thing, amount = node.children
        if not is_money(amount):
            return None
        said, money = self._node(thing, "", clause), self._node(amount, "", clause)
        if is_uncounted(thing):
            return fill_slot(self._node(verb, form, clause), [*money, Piece("in"), *said])
        return [*self._node(verb, form, clause), *said, *money]

    @for_rules("spending", "spending-sum", "verb-object", "total-amount")
    def _spending(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """投资十亿: invest 1 billion, not in it."""
        leaf = head_leaf(node.children[-2] if node.rule.name == "total-amount" else node.children[0])
        kept = leaf.sense
        funds = head_leaf(node.children[1]).token.text in ("资金", "资本", "巨资")
        money = (
            node.rule.name == "spending" or is_money(node.children[1]) or is_money(node.children[-1]) or funds
        )
        if not money or kept is None or not kept.en.endswith((" in", " into", " on")):
            return None
        leaf.sense = replace(kept, en=without_particle(kept.en))
        try:
            return self._ordered(node, form, clause)
        finally:
            leaf.sense = kept

    @for_rules("verb-verb")
    def _verb_to(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A verb that takes another one has no preposition of its own."""
        leaf = node.children[0]
        if isinstance(leaf, Leaf) and leaf.sense is not None:
            leaf.sense = replace(leaf.sense, en=without_particle(leaf.sense.en))
        return None

    @for_rules("modal", "transitive-modal")
    def _to_come(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """被认为会推动: is believed to promote, without will."""
        modal = head_leaf(node.children[0])
        if form != "to" or head_sense(modal) != "will":
            return None
        source = (modal.token.start, modal.token.end)
        return with_silent(self._node(node.children[1], "to", clause), [source, (-1, -1)])

    @for_rules("verb-clause-verb")
    def _said_of_oneself(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """表示将参加: said that he would take part."""
        verb, said = node.children
        if form not in FINITE or not SAYING.search(head_leaf(verb).token.text):
            return None
        inner = clause if clause.pronoun != "they" else replace(clause, many=True)
        return [*self._node(verb, form, clause), Piece(clause.pronoun), *self._node(said, "", inner)]

    @for_rules("by")
    def _responsible(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """由他负责: he is responsible."""
        _, who, verb = node.children
        if not head_sense(verb).startswith("be "):
            return None
        many = replace(clause, many=is_plural(who))
        return [*self._node(who, "", clause), *self._node(verb, form, many)]

    @for_rules("verb-particle")
    def _let_us(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """去吧: let us go."""
        leaf = head_leaf(node.children[1])
        return (
            [at(leaf, "let us"), *self._node(node.children[0], "base", clause)]
            if leaf.token.text == "吧"
            else None
        )

    @for_rules("progressive")
    def _doing(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """正在落实 as a participle: implementing, not being implementing."""
        if form != "ing":
            return None
        mark = head_leaf(node.children[0]).token
        return with_silent(self._node(node.children[1], "ing", clause), [(mark.start, mark.end), (-1, -1)])

    @for_rules("nth-time")
    def _nth_time(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """第三次获得: wins for the third time."""
        mark = head_leaf(node.children[0])
        nth = mark.token.entity.en if mark.token.entity is not None else ""
        return [
            *self._node(node.children[1], form, clause),
            at(mark, f"for the {nth.removesuffix(' time')} time"),
        ]

    @for_rules("transitive-pair", "verb-pair", "gerund-pair", "helping-pair")
    def _both(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """出席并指导: attended and guided; one that is over takes the other with it."""
        heads = [head_leaf(node.children[0]).sense, head_leaf(node.children[2]).sense]
        if form not in FINITE or clause.title or clause.supposed or not any(map(happened, heads)):
            return None
        return self._ordered(node, form, replace(clause, tense="past"))

    @for_rules("dont")
    def _not_to(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """呼吁居民不要靠近: call on residents not to approach."""
        if form != "to":
            return None
        return [at(head_leaf(node.children[0]), "not"), *self._node(node.children[1], "to", clause)]

    @for_rules("times-more")
    def _times_more(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """增加两倍 adds twice as much: it makes three times, to increase threefold."""
        leaf = head_leaf(node.children[1])
        fold = folds(leaf, node.children[0])
        if not fold:
            return None
        verb = [piece for piece in self._node(node.children[0], form, clause) if piece != SLOT]
        words = f"{FOLDS.get(fold, fold + '-')}fold"
        if verb and verb[-1].text == "to":
            del verb[-1]
        return [*verb, at(leaf, words)]

    @for_rules("adverb", "transitive-adverb")
    def _with_adverb(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """An adverb behind the whole, behind to, behind is, or before its verb."""
        said = self._ordered(node, form, clause)
        before = len(self._node(node.children[0], "", clause))
        adverb, verb = said[:before], said[before:]
        if node.rule.name == "adverb" and LATE_ADVERBS.fullmatch(head_sense(node.children[0])):
            return [*verb, *adverb]
        if LATE_ADVERBS.fullmatch(head_sense(node.children[0])):
            # The verb with its object behind it takes the adverb out again.
            return said
        if form == "to" and adverb and verb and verb[0].text.startswith("to "):
            first = replace(adverb[0], text=f"to {adverb[0].text}")
            return [first, *adverb[1:], replace(verb[0], text=verb[0].text[3:]), *verb[1:]]
        if are_manners(adverb, verb):
            return [*adverb, Piece("and"), *verb]
        return inside_be(adverb, verb)
