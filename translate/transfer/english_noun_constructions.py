"""English noun groups of single rules: what the order of the parts alone does not say."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.row import EntityType
from translate.transfer.chart import Branch
from translate.transfer.draft import SLOT, Piece
from translate.transfer.english_facts import (
    head_sense,
    is_money,
    is_one,
    is_one_more,
    is_plainly_done,
    month_first,
)
from translate.transfer.english_generator import Generator, at, possessed_by
from translate.transfer.english_nouns import is_definite_plural, is_many, is_person, possessive
from translate.transfer.english_tables import (
    AGED,
    ASKED,
    DEGREES,
    MEETINGS,
    REACHES,
    SIDES,
    THESE,
    TOWARDS,
    WHOLES,
)
from translate.transfer.english_words import Clause
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import (
    first_leaf,
    head_leaf,
    is_counted,
    is_name,
    is_of_number,
    is_owned,
    is_superlative,
    leaves,
    noun_group,
)

EACH = frozenset(["各国", "各省", "各地", "各省市"])
# Qualities of several words, which go behind their noun: involved in the case.
BEHIND_NOUN = re.compile(
    r"(?:in|of|on|at|from|under|for) |\w+(?:ed|ing|wn|en) (?:in|to|by|from|with|for|of|on|as|between) "
)
# Where 上 is no surface.
IN_WHICH = frozenset(["世界", "历史", "国际", "社会", "生活", "传统"])


class NounConstructions(Generator):
    """A method for each rule of noun groups that needs one; None where the rule's own order will do."""

    @for_rules("place-noun")
    def _side_of(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """老挝北部: northern Laos; 湄公河下游: the lower Mekong River."""
        where, side = node.children
        leaf = head_leaf(side)
        word = SIDES.get(leaf.token.text, "") if first_leaf(side) is leaf else ""
        if not word:
            return None
        named = self._node(where, "", clause)
        word = f"the {word}" if leaf.token.text in REACHES else word
        named = [replace(named[0], text=named[0].text.removeprefix("the ")), *named[1:]]
        return [at(leaf, word), *named]

    @for_rules("possessed", "place-noun", "place-group", "place-work")
    def _named_owner(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """越南的大米: Vietnam's rice."""
        if not is_name(node.children[0]):
            return None
        owner = self._node(node.children[0], "", clause)
        thing = self._node(node.children[-1], form, clause)
        if thing and thing[-1].text.endswith(" of"):
            # 吴哥的一部分: part of Angkor.
            return [*thing, *owner]
        return [*owner, possessed_by(owner), *thing]

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
        if head_leaf(thing).token.text == "各地" and first_leaf(thing) is head_leaf(thing):
            # 西南部各地: various places in the southwest.
            return [*self._node(thing, form, clause), Piece("in"), *self._node(owner, "def", clause)]
        if not is_definite_plural(owner):
            return None
        if first_leaf(owner) is not head_leaf(owner):
            # 越老柬三国关系: relations of the three countries of Vietnam, Laos and Cambodia.
            several = "pl" if is_person(noun_group(thing)) else "def"
            return [*self._node(thing, several, clause), Piece("of"), *self._node(owner, "", clause)]
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
        if not BEHIND_NOUN.match(head_sense(node.children[0])):
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

    @for_rules("pronoun-noun")
    def _pronoun_owner(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """他人信息: others' information."""
        own = possessive(node.children[0])
        return [own, *self._node(node.children[1], form, clause)] if own else None

    @for_rules("determined")
    def _any_one(self, node: Branch, form: str, clause: Clause) -> list[Piece] | None:
        """任何一个孩子: any child."""
        determiner, thing = node.children
        if not is_one_more(thing):
            return None
        return [*self._node(determiner, "", clause), *self._node(thing.children[1], form or "sg", clause)]

    @for_rules("determined-count")
    def _these(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """这三本书: these three books; 这一本书: this book."""
        determiner, quantity, thing = node.children
        if is_one(quantity):
            return [*self._node(determiner, "", clause), *self._node(thing, form, clause)]
        pieces = self._ordered(node, form, clause)
        return [replace(pieces[0], text=THESE.get(pieces[0].text, pieces[0].text)), *pieces[1:]]

    @for_rules("quality-of")
    def _quality_of(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """资源丰富: rich resources; 性格开朗: cheerful character."""
        thing, quality = node.children
        wanted = "pl" if is_many(noun_group(thing), "") else "bare"
        said = self._node(quality, "attr", clause)
        sense = head_leaf(thing).sense
        if is_of_number(quality) and sense is not None and sense.number == "u":
            # 人口最多: the largest population.
            said = [
                replace(
                    said[-1], text={"most": "largest", "least": "smallest"}.get(said[-1].text, said[-1].text)
                )
            ]
        return [*said, *self._node(thing, wanted, clause)]

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
        if leaf.token.text != "上" and not (leaf.token.text == "中" and place.text.endswith("赛")):
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
