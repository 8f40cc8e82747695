"""English noun groups of single rules: what the order of the parts alone does not say."""

from __future__ import annotations

from dataclasses import replace

from translate.row import EntityType
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import SLOT, Piece
from translate.transfer.english_facts import (
    head_sense,
    is_definite_plural,
    is_money,
    is_one,
    is_plainly_done,
    month_first,
)
from translate.transfer.english_generator import Generator, at, possessed_by
from translate.transfer.english_nouns import is_many, possessive
from translate.transfer.english_phrases import content_word
from translate.transfer.english_tables import AGED, ASKED, DEGREES, MEETINGS, THESE, TOWARDS, WHOLES
from translate.transfer.english_words import Clause
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import (
    first_leaf,
    head_leaf,
    is_counted,
    is_name,
    is_of_number,
    is_owned,
    is_row,
    is_superlative,
    leaves,
    noun_group,
)

GOING_ON = frozenset(["row", "pair", "and-others", "event-pair"])
EACH = frozenset(["各国", "各省", "各地", "各省市"])
# Where 上 is no surface.
IN_WHICH = frozenset(["世界", "历史", "国际", "社会", "生活", "传统"])


class NounConstructions(Generator):
    """A method for each rule of noun groups that needs one; None where the rule's own order will do."""

    @for_rules("possessed", "place-noun", "place-group")
    def _named_owner(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """越南的大米: Vietnam's rice."""
        if not is_name(node.children[0]):
            return None
        owner = self._node(node.children[0], "", clause)
        return [*owner, possessed_by(owner), *self._node(node.children[-1], form, clause)]

    @for_rules("possessed")
    def _of_here(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """这里的学校: the schools here; 他的学校: his schools."""
        owner, _, thing = node.children
        if head_sense(owner) in ("here", "there"):
            return [*self._node(thing, form, clause), *self._node(owner, "", clause)]
        own = possessive(owner)
        return [own, *self._node(thing, form, clause)] if own else None

    @for_rules("compound", "compound-head")
    def _of_both(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """两国关系: the two countries' relations."""
        owner, thing = node.children
        if first_leaf(thing).token.text == "人数" and first_leaf(thing) is head_leaf(thing):
            # 游客人数: the number of tourists.
            return [
                Piece("the"),
                at(head_leaf(thing), "number"),
                Piece("of"),
                *self._node(owner, "pl", clause),
            ]
        if head_leaf(owner).token.text in EACH and first_leaf(owner) is head_leaf(owner):
            return [*self._node(thing, "pl", clause), Piece("of"), *self._node(owner, "", clause)]
        if not is_definite_plural(owner):
            return None
        return [*self._node(owner, "", clause), Piece("'", glued=True), *self._node(thing, form, clause)]

    @for_rules("superlative")
    def _having_quality(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """人口最多的国家: the country with the most people; 风景优美的城市: with beautiful scenery."""
        owner, quality, _, thing = node.children
        most = is_of_number(quality)
        if not most and (is_superlative(quality) or is_owned(owner, quality)):
            return None
        noun, said = self._node(thing, form, clause), self._node(quality, "attr", clause)
        return [*noun, Piece("with the" if most else "with"), *said, *self._node(owner, "bare", clause)]

    @for_rules("superlative")
    def _greatest(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """亚洲最大的市场: the largest market in Asia, where a person's or body's would be of it."""
        where = head_leaf(node.children[0])
        if is_owned(node.children[0], node.children[1]):
            return self._ordered(node, form, clause)
        if not is_superlative(node.children[1]) or (
            where.category != "ns" and where.token.text not in WHOLES
        ):
            return None
        quality = self._node(node.children[1], "attr", clause)
        thing = self._node(node.children[3], form, clause)
        return [*quality, *thing, Piece("in"), *self._node(node.children[0], "", clause)]

    @for_rules("attributive-noun", "described-kind")
    def _of_kind(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A quality that English tells behind the noun: in the open, of that time."""
        if not head_sense(node.children[0]).startswith(("in ", "of ")):
            return None
        return [*self._node(node.children[-1], form, clause), *self._node(node.children[0], "", clause)]

    @for_rules("amount-of")
    def _sum(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """Money with what it is: a fine of 5 million USD, 5 million USD in aid; people with their age."""
        amount, thing = node.children
        if AGED.search(first_leaf(amount).token.text) and not is_money(amount):
            return [*self._node(thing, form or "pl", clause), *self._node(amount, "", clause)]
        if not is_money(amount) or thing.category != "NP":
            return None
        facts = noun_group(thing)
        sense = facts.head.sense
        money = self._node(amount, "", clause)
        if sense is None or facts.head.category != "n" or facts.determined:
            return [*money, Piece("of"), *self._node(thing, "bare", clause)]
        if sense.number == "c":
            return [Piece("a"), *self._node(thing, "sg", clause), Piece("of"), *money]
        return [*money, Piece("in"), *self._node(thing, "", clause)]

    @for_rules("determined-count")
    def _these(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """这三本书: these three books; 这一本书: this book."""
        determiner, quantity, thing = node.children
        if is_one(quantity):
            return [*self._node(determiner, "", clause), *self._node(thing, form, clause)]
        pieces = self._ordered(node, form, clause)
        return [replace(pieces[0], text=THESE.get(pieces[0].text, pieces[0].text)), *pieces[1:]]

    @for_rules("quantity")
    def _one_of(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """一份: a share."""
        leaf = head_leaf(node.children[0])
        return [at(leaf, "a"), *self._node(node.children[1], "", clause)] if leaf.token.text == "一" else None

    @for_rules("counted-de", "count-group", "quantity-around", "verb-object-count", "behind-count")
    def _count_alone(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """A quantity without its noun: two tonnes; of something done, two times."""
        pieces = self._ordered(node, form, clause)
        last = replace(pieces[-1], text=pieces[-1].text.removesuffix(" of"))
        times = list(leaves(node.children[-1]))[-1]
        done = node.rule.name in ("verb-object-count", "behind-count")
        if done and times.token.text in ("次", "回", "遍"):
            return [*pieces[:-1], last, at(times, "times")]
        return [*pieces[:-1], last]

    @for_rules("quality-of")
    def _quality_of(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """资源丰富: rich resources; 性格开朗: cheerful character."""
        thing, quality = node.children
        wanted = "pl" if is_many(noun_group(thing), "") else "bare"
        return [*self._node(quality, "attr", clause), *self._node(thing, wanted, clause)]

    @for_rules("quality-about")
    def _quality_about(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """对健康有害的物质: substances harmful to health."""
        towards, quality, _, thing = node.children
        word = first_leaf(towards)
        if word.token.text not in TOWARDS:
            return None
        behind = [at(word, "to"), *self._node(towards, "", clause)[1:]]
        return [*self._node(thing, form, clause), *self._node(quality, "attr", clause), *behind]

    @for_rules("quoted-kind")
    def _quoted_kind(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """“绿色城市”项目: the “Green City” project, without an article in the quotation."""
        opening, *inner = self._node(node.children[0], "", clause)
        inner = inner[1:] if inner and inner[0].text in ("the", "a") and inner[0].start < 0 else inner
        return [opening, *inner, *self._node(node.children[1], form, clause)]

    @for_rules("adverb-adjective", "quality-degree")
    def _degree(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """更大: larger."""
        leaf = head_leaf(node.children[0])
        degree = DEGREES.get(leaf.token.text)
        if degree is None:
            return None
        quality = self._node(node.children[1], degree, clause)
        return [replace(quality[0], start=leaf.token.start), *quality[1:]]

    @for_rules("times")
    def _month_first(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """去年八月: August last year."""
        order = month_first(node.children)
        return [piece for child in order for piece in self._node(child, form, clause)] if order else None

    @for_rules("localised")
    def _ago(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """三年前: three years ago."""
        leaf = head_leaf(node.children[1])
        if leaf.token.text != "前" or not is_counted(node.children[0]):
            return None
        return [*self._node(node.children[0], "", clause), at(leaf, "ago")]

    @for_rules("localised")
    def _for_so_long(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """半个世纪以来: for half a century."""
        leaf = head_leaf(node.children[1])
        if leaf.token.text not in ("以来", "来") or not is_counted(node.children[0]):
            return None
        return [at(leaf, "for"), *self._node(node.children[0], "", clause)]

    @for_rules("localised", "localised-of")
    def _at_event(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """会议上: at the meeting; 世界上: in the world."""
        leaf, place = head_leaf(node.children[-1]), head_leaf(node.children[0]).token
        if leaf.token.text != "上":
            return None
        within = place.text in IN_WHICH
        event = place.entity is not None and place.entity.type is EntityType.EVENT
        if not within and not event and not MEETINGS.search(place.text):
            return None
        return [at(leaf, "in" if within else "at"), *self._node(node.children[0], "", clause)]

    @for_rules("relative-object")
    def _done_by(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """警方发布的报告: the report released by police."""
        if not is_plainly_done(node.children):
            return None
        agent, verb, _, thing = node.children
        done = [*self._node(verb, "pp", clause), Piece("by"), *self._node(agent, "", clause)]
        return [*self._node(thing, form, clause), *(piece for piece in done if piece != SLOT)]

    @for_rules("told-of")
    def _told_of_how(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """经济如何发展的问题: the question of how the economy develops."""
        told, _, thing = node.children
        if not isinstance(told, Branch) or "how" not in told.rule.name:
            return None
        return [*self._node(thing, form, clause), Piece("of"), *self._node(told, "", clause)]

    @for_rules("standing-of", "standing-on", "prepositional-of", "asked-of")
    def _asking(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """对能源的依赖: dependence on energy; 他在公司的地位: his position in the company."""
        owner = possessive(node.children[0])
        around = node.children[-3] if node.rule.parts[-2] == "的" else node.children[-2]
        nouns = [leaf.sense.en for leaf in leaves(node.children[-1]) if leaf.sense is not None]
        asked = next((ASKED[noun] for noun in reversed(nouns) if noun in ASKED), "")
        word = first_leaf(around)
        turned = asked and word.token.text in TOWARDS and isinstance(around, Branch)
        if not turned and owner is None:
            return None
        thing = self._node(node.children[-1], form if owner is None else "sg", clause)
        behind = self._node(around, "", clause)
        behind = [at(word, asked), *behind[1:]] if turned else behind
        if owner is not None:
            return [owner, *thing, *behind]
        before = node.children[0] if len(node.children) > 3 or node.rule.name == "standing-on" else None
        of = [Piece("of"), *self._node(before, "", clause)] if before is not None else []
        return [*thing, *of, *behind]

    @for_rules("relative-subject-pair")
    def _contents(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """发展经济的计划和措施: the plan and measures to develop the economy."""
        word = content_word(node.children[0], node.children[4])
        if not word:
            return None
        verb = self._node(node.children[0], word if word == "to" else "ing", clause)
        nouns = [piece for child in node.children[2:] for piece in self._node(child, "", clause)]
        return [*nouns, *([] if word == "to" else [Piece(word)]), *verb]

    @for_rules("row", "pair", "and-others")
    def _listing(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """A row of nouns, the last one behind and: A, B and C."""
        if node.rule.name != "row" and not is_row(node.children[0]):
            return None
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
