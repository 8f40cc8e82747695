"""English clauses of place and change: what appears somewhere, goes somewhere, is wished for."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.transfer import inflection
from translate.transfer.chart import Branch
from translate.transfer.draft import SLOT, Piece, fill_slot, spanning
from translate.transfer.english_facts import head_sense
from translate.transfer.english_generator import Generator, at
from translate.transfer.english_nouns import is_plural, with_one
from translate.transfer.english_verbs import befalls
from translate.transfer.english_words import FINITE, Clause
from translate.transfer.inflection import MODALS
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import head_leaf
from translate.transfer.word_classes import BEFALLING

# Verbs of change by so much.
CHANGING = re.compile(
    "(?:lower|raise|cut|reduce|increase|extend|shorten|adjust|decrease|expand)(?: |$)(?!.*to$)"
)
# What comes about somewhere, said of the place in Chinese.
APPEARING = frozenset(["出现", "发生", "爆发"])
REGIONS = ("地区", "区", "省", "市", "国", "县", "地", "区域", "国家", "城市", "沿海")

# Verbs of wishing that somebody do something.
WISHING = re.compile("(?:suggest|propose|recommend|demand|advise|urge)")


class Places(Generator):
    """A method for each rule of places and changes that needs one."""

    @for_rules("dispose-object")
    def _by_so_much(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """将利率下调0.25个百分点: lower the rate by 0.25 percentage points."""
        _, thing, verb, amount = node.children
        if (
            not isinstance(amount, Branch)
            or amount.rule.name != "amount"
            or not CHANGING.match(head_sense(verb))
        ):
            return None
        said = fill_slot(self._node(verb, form, clause), self._node(thing, "", clause))
        return [*said, Piece("by"), *self._node(amount, "", clause)]

    @for_rules("clause")
    def _appearing(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """部分地区出现霜冻: frost appears in some regions."""
        where, doing = node.children
        if form not in FINITE or not isinstance(doing, Branch) or doing.rule.name != "verb-object":
            return None
        verb, thing = doing.children
        place = head_leaf(where)
        if head_leaf(verb).token.text not in APPEARING or not (
            place.category == "ns" or (place.token.text.endswith(REGIONS) and place.category == "n")
        ):
            return None
        who = replace(clause, many=is_plural(thing))
        said = [*self._node(thing, "", clause), *self._node(verb, form, who)]
        return [*(piece for piece in said if piece != SLOT), Piece("in"), *self._node(where, "", clause)]

    @for_rules("dispose-from-object")
    def _from_to(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """把货物从仓库运往港口: ship goods from the warehouse to the port."""
        _, thing, out_of, source, verb_node, end = node.children
        leaf = head_leaf(verb_node)
        kept = leaf.sense
        if kept is None:
            return None
        leaf.sense = replace(kept, en=inflection.active(kept.en))
        verb = self._node(verb_node, form, clause)
        leaf.sense = kept
        if SLOT not in verb:
            return None
        source_said = [at(head_leaf(out_of), "from"), *self._node(source, "", clause)]
        said = fill_slot(verb, [*self._node(thing, "", clause), *source_said])
        return [*said, *self._node(end, "", clause)]

    @for_rules("existence-lined")
    def _lined(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """墙上挂着画: there are pictures hung on the wall; 岛上居住着居民: residents living on the island."""
        where, verb, _, thing = node.children
        sense = head_leaf(verb).sense
        if sense is None or "o" not in sense.frame:
            return None
        be = inflection.verb("be", "fin", many=clause.many, tense=clause.tense)
        said = [Piece(f"there {be}"), *self._node(thing, "", clause), *self._node(verb, "pp", clause)]
        return [*(piece for piece in said if piece != SLOT), *self._node(where, "", clause)]

    @for_rules("span")
    def _span(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """未来三天: in the next three days; 过去五年: over the past five years."""
        first, amount = node.children[:2]
        if form != "adv":
            return None
        leaf = head_leaf(first)
        word = "in" if head_sense(first) == "the next" else "over"
        return [at(leaf, f"{word} {head_sense(first)}"), *self._node(amount, "", clause)]

    @for_rules("span-limit")
    def _within_span(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """未来五年内: within the next five years."""
        first, limit = (head_leaf(child) for child in node.children)
        said = limit.token.entity.en if limit.token.entity is not None else ""
        if not said.startswith("within "):
            return None
        return [at(first, f"within {head_sense(first)}"), at(limit, said.removeprefix("within "))]

    @for_rules("every-time")
    def _every_time(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """每到春天: every spring."""
        time = self._node(node.children[2], "", clause)
        words = time[0].text.removeprefix("in ").removeprefix("at ").removeprefix("the ")
        side, _, whole = words.partition(" of the ")
        if whole:
            # 每到农历岁末: at the end of every lunar year.
            every = replace(time[0], text=f"at the {side} of every {whole}")
            return [spanning(at(head_leaf(node.children[0]), ""), every), *time[1:]]
        return [at(head_leaf(node.children[0]), "every"), replace(time[0], text=words), *time[1:]]

    @for_rules("aged-only")
    def _aged(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """年仅18岁的选手: contestants aged only 18."""
        _, years, _, who = node.children
        age = self._node(years, "", clause)
        age[-1] = replace(age[-1], text=age[-1].text.removesuffix(" years old"))
        return [*self._node(who, form, clause), at(head_leaf(node.children[0]), "aged only"), *age]

    @for_rules("ahead-count")
    def _so_far_ahead(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """提前两轮夺冠: win the title two rounds ahead of schedule."""
        early, count, doing = node.children
        so_far = self._node(count, "", clause)
        so_far[-1] = replace(so_far[-1], text=so_far[-1].text.removesuffix(" of"))
        return [*self._node(doing, form, clause), *so_far, at(head_leaf(early), "ahead of schedule")]

    @for_rules("time-subject")
    def _time_is(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """春天是最佳时节: spring is, without in."""
        said = self._node(node.children[0], "", clause)
        if not said or not said[0].text.startswith("in "):
            return None
        time = [replace(said[0], text=said[0].text.removeprefix("in ")), *said[1:]]
        return [*time, *self._ordered(node, form, clause)[len(said) :]]

    @for_rules("clause", "clause-noun")
    def _place_does(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """当地疏散了居民: the locality evacuated residents, not in it."""
        place = head_leaf(node.children[0])
        if place.sense is None or place.sense.pos != "s" or not place.sense.en.startswith("in "):
            return None
        kept = place.sense
        place.sense = replace(kept, en=kept.en.removeprefix("in "))
        try:
            return self._ordered(node, form, clause)
        finally:
            place.sense = kept

    @for_rules("when-verb")
    def _once_done(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """建成后: after being completed."""
        doing, when = node.children
        bare = isinstance(doing, Branch) and doing.rule.name in ("verb-bare", "intransitive")
        if not bare or head_leaf(doing).token.text not in BEFALLING:
            return None
        done = [piece for piece in self._node(doing, "being", clause) if piece != SLOT]
        return [*self._node(when, "", clause), *done]

    @for_rules("subject-since")
    def _since_done(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """该政策自实施以来: the policy, since being implemented."""
        who, since, doing, _ = node.children
        if not isinstance(doing, Branch) or head_leaf(doing).token.text not in BEFALLING:
            return None
        done = [piece for piece in self._node(doing, "being", clause) if piece != SLOT]
        return [*self._node(who, "", clause), Piece(","), at(head_leaf(since), "since"), *done]

    @for_rules("both-nouns", "both-nouns-apart")
    def _being_both(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """既是作家，也是记者: is both a writer and a reporter."""
        first, second = (child for child in node.children if child.category == "NP")
        be = inflection.verb("be", self._finite(form), many=clause.many, tense=clause.tense)
        both = at(head_leaf(node.children[0]), f"{be} both")
        ones = [with_one(thing, self._what(thing, clause)) for thing in (first, second)]
        return [both, *ones[0], Piece("and"), *ones[1]]

    @for_rules("verb-clause")
    def _wished(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """建议民众避免外出: suggest that people should avoid going out."""
        verb, wish = node.children
        if not WISHING.match(head_sense(verb)) or not isinstance(wish, Branch) or wish.rule.name != "clause":
            return None
        who, doing = wish.children
        if head_sense(doing).partition(" ")[0] in MODALS:
            return None
        said = [*self._node(verb, form, clause), Piece("that"), *self._node(who, "", clause), Piece("should")]
        many = replace(clause, many=is_plural(who))
        return [*said, *self._node(doing, "be" if befalls(doing, many) else "base", many)]
