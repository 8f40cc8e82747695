"""Vietnamese noun groups and phrases of single rules: what the order of the parts alone does not say."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.entities.numerals import value_of
from translate.lexicon import vietnamese
from translate.row import EntityType
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import SLOT, Piece
from translate.transfer.english_facts import is_one, is_one_more, is_plainly_done
from translate.transfer.english_tables import AGED, MEETINGS, TOWARDS, WHOLES
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import (
    ASKED_OF,
    first_leaf,
    head_leaf,
    is_counted,
    is_of_number,
    is_owned,
    is_place_row,
    is_superlative,
    leaves,
    noun_group,
)
from translate.transfer.vietnamese_generator import Generator, around, at
from translate.transfer.vietnamese_words import ASKED, DEGREES, MORE

OWNERS = frozenset([EntityType.PERSON, EntityType.ORGANISATION, EntityType.TITLE, EntityType.PLACE])

# Times, and what needs none, since it is counted by its own first word.
TIMES = re.compile(r"(?:^| )lần$")
EVENTS = re.compile(r"(?:chuyến|cuộc|lượt|trận|vòng|kỳ|đợt|hội nghị|hội thảo|phiên|vụ|đoàn) ")


class VietnameseNouns(Generator):
    """A method for each rule of noun groups that needs one; None where the rule's own order will do."""

    @for_rules("adverb-adjective", "quality-degree")
    def _degree(self, node: Branch, form: str) -> list[Piece] | None:
        """更大: lớn hơn."""
        if head_leaf(node.children[0]).token.text not in DEGREES:
            return None
        if form == "comp":
            return self._node(node.children[1], form)
        leaf = head_leaf(node.children[0])
        degree = [at(leaf, "hơn")] if leaf.token.text in MORE else self._node(leaf, "")
        return [*self._node(node.children[1], form), *degree]

    @for_rules("relative-object")
    def _done_by(self, node: Branch, form: str) -> list[Piece] | None:
        """警方发布的报告: báo cáo do cảnh sát công bố."""
        if not is_plainly_done(node.children):
            return None
        agent, verb, _, thing = node.children
        done = [*self._node(agent, ""), *self._node(verb, "")]
        return [*self._node(thing, form), Piece("do"), *(p for p in done if p != SLOT)]

    @for_rules("determined-count")
    def _this_one(self, node: Branch, form: str) -> list[Piece] | None:
        """这一本书 says no more than 这本书."""
        determiner, quantity, thing = node.children
        return around(self._node(determiner, ""), self._node(thing, form)) if is_one(quantity) else None

    @for_rules("pair")
    def _any(self, node: Branch, form: str) -> list[Piece] | None:
        """任何组织和个人: bất kỳ tổ chức, cá nhân nào."""
        first, _, last = node.children
        if not isinstance(first, Branch) or first.rule.name != "determined":
            return None
        if first_leaf(first).token.text != "任何":
            return None
        inner = [*self._node(first.children[1], form), Piece("hoặc"), *self._node(last, form)]
        return around(self._node(first.children[0], ""), inner)

    @for_rules("kind-determined")
    def _kind_of_several(self, node: Branch, form: str) -> list[Piece]:
        """沿海各省: các tỉnh ven biển."""
        kind, determiner, thing = node.children
        inner = [*self._node(thing, form), *self._node(kind, "attr")]
        return around(self._node(determiner, ""), inner)

    @for_rules("told-of-such")
    def _told_of_such(self, node: Branch, form: str) -> list[Piece] | None:
        """企业关闭的这些消息: những tin doanh nghiệp đóng cửa này."""
        told, _, such = node.children
        if not isinstance(such, Branch):
            return None
        determiner, thing = self._node(such.children[0], ""), self._node(such.children[1], form)
        if determiner and determiner[-1].text in ("này", "đó"):
            return around(determiner, [*thing, *self._node(told, "")])
        return [*around(determiner, thing), Piece("về việc"), *self._node(told, "")]

    @for_rules("determined", "determined-count", "such-content")
    def _determined(self, node: Branch, form: str) -> list[Piece]:
        """这些 N as những N này: the determiner stands around the group."""
        determiner, *between, group = node.children
        group = group.children[1] if is_one_more(group) else group
        inner = [piece for child in between for piece in self._node(child, "")]
        inner += self._node(group, form)
        return around(self._node(determiner, ""), inner)

    @for_rules("adjective-noun", "attributive-noun", "described", "phrase-of")
    def _described(self, node: Branch, form: str) -> list[Piece]:
        """The quality behind the noun, unless its Vietnamese goes in front (``cựu _``)."""
        quality = self._node(node.children[0], "attr")
        noun = self._node(node.children[-1], form)
        return around(quality, noun) if SLOT in quality else [*noun, *quality]

    @for_rules("amount-of")
    def _aged(self, node: Branch, form: str) -> list[Piece] | None:
        """80岁以上老人: người cao tuổi trên 80 tuổi."""
        amount, thing = node.children
        if not AGED.search(first_leaf(amount).token.text):
            return None
        return [*self._node(thing, form), *self._node(amount, "")]

    @for_rules("noun-label")
    def _article_of(self, node: Branch, form: str) -> list[Piece] | None:
        """《劳动法》第五条: Điều 5 Bộ luật Lao động."""
        law, label = node.children
        entity = head_leaf(label).token.entity
        if entity is None or not entity.vi.startswith(("Điều ", "Khoản ", "Chương ", "Mục ")):
            return None
        return [*self._node(label, ""), *self._node(law, form)]

    @for_rules("number-label")
    def _numbered(self, node: Branch, form: str) -> list[Piece] | None:
        """一号线: tuyến số 1."""
        number, mark, thing = node.children
        value = value_of(head_leaf(number).token.text)
        if value is None:
            return None
        return [*self._node(thing, form), at(head_leaf(mark), "số"), at(head_leaf(number), f"{value:f}")]

    @for_rules("counted")
    def _counted(self, node: Branch, form: str) -> list[Piece]:
        quantity, group = node.children
        counted = self._node(quantity, "")
        noun = self._node(group, form)
        head = noun_group(group).head
        classifier = head.sense.classifier if head.sense is not None else ""
        if TIMES.search(counted[-1].text) and noun and EVENTS.match(noun[0].text):
            # 22次访问: 22 chuyến thăm.
            counted = [*counted[:-1], replace(counted[-1], text=TIMES.sub("", counted[-1].text))]
        if classifier and not any(p.text.endswith(classifier) for p in counted):
            counted = [*counted, Piece(classifier)]
        return [*counted, *noun]

    @for_rules("apposition-count")
    def _some_of_whole(self, node: Branch, form: str) -> list[Piece] | None:
        """全国绝大部分大学: phần lớn trường đại học cả nước."""
        whole, quantity, thing = node.children
        if head_leaf(whole).token.text not in WHOLES:
            return None
        return [*self._node(quantity, ""), *self._node(thing, form), *self._node(whole, "")]

    @for_rules("place-counted")
    def _several_places(self, node: Branch, form: str) -> list[Piece] | None:
        """越南和老挝两国: hai nước Việt Nam và Lào."""
        where, quantity, thing = node.children
        if not is_place_row(where):
            return None
        return [*self._node(quantity, ""), *self._node(thing, form), *self._node(where, "")]

    @for_rules("superlative")
    def _of_quality(self, node: Branch, form: str) -> list[Piece] | None:
        """越南重要的伙伴: đối tác quan trọng của Việt Nam; 风景优美的城市: thành phố có phong cảnh đẹp."""
        owner, quality, _, thing = node.children
        owned = is_owned(owner, quality)
        if not owned and is_superlative(quality) and not is_of_number(quality):
            return None
        noun, said, whose = self._node(thing, form), self._node(quality, "attr"), self._node(owner, "")
        return [*noun, *said, Piece("của"), *whose] if owned else [*noun, Piece("có"), *whose, *said]

    @for_rules("possessed")
    def _possessed(self, node: Branch, form: str) -> list[Piece] | None:
        """这里的学校: trường học ở đây; 历史的教训: bài học lịch sử, without của."""
        owner, _, thing = node.children
        if isinstance(owner, Branch) and owner.rule.name == "how-to":
            # 如何提高收入的问题: vấn đề làm thế nào để tăng thu nhập.
            how = at(head_leaf(owner.children[0]), "làm thế nào để")
            return [*self._node(thing, form), how, *self._node(owner.children[1], "")]
        place = head_leaf(owner)
        if place.token.text in ("这里", "那里"):
            return [
                *self._node(thing, form),
                at(place, f"ở {vietnamese(place.sense)}" if place.sense else ""),
            ]
        return None if is_owner(owner) else [*self._node(thing, form), *self._node(owner, "")]

    @for_rules("localised")
    def _for_so_long(self, node: Branch, form: str) -> list[Piece] | None:
        """半个世纪以来: trong nửa thế kỷ qua."""
        leaf = head_leaf(node.children[1])
        if leaf.token.text not in ("以来", "来") or not is_counted(node.children[0]):
            return None
        return [at(leaf, "trong"), *self._node(node.children[0], ""), Piece("qua")]

    @for_rules("localised", "localised-of")
    def _at_event(self, node: Branch, form: str) -> list[Piece] | None:
        """会议上: tại hội nghị."""
        leaf, place = head_leaf(node.children[-1]), head_leaf(node.children[0]).token
        event = place.entity is not None and place.entity.type is EntityType.EVENT
        contest = leaf.token.text == "中" and place.text.endswith("赛")
        if (leaf.token.text != "上" and not contest) or not (event or MEETINGS.search(place.text)):
            return None
        return [at(leaf, "tại"), *self._node(node.children[0], "")]

    @for_rules("compound", "compound-head")
    def _number_of(self, node: Branch, form: str) -> list[Piece] | None:
        """游客人数: số du khách, without người."""
        owner, thing = node.children
        if first_leaf(thing).token.text != "人数" or first_leaf(thing) is not head_leaf(thing):
            return None
        return [at(head_leaf(thing), "số"), *self._node(owner, "mod")]

    @for_rules("at")
    def _in_field(self, node: Branch, form: str) -> list[Piece] | None:
        """在教育领域: trong lĩnh vực giáo dục."""
        word, field = node.children
        if head_leaf(field).token.text != "领域":
            return None
        return [at(head_leaf(word), "trong"), *self._node(field, "")]

    @for_rules("such-as")
    def _such_as(self, node: Branch, form: str) -> list[Piece] | None:
        """教育、文化等领域: các lĩnh vực như giáo dục, văn hóa."""
        named, mark, things = node.children
        sense = head_leaf(things).sense
        if not isinstance(things, Branch) or things.rule.name != "group" or not sense or sense.number != "c":
            return None
        said = [*self._node(things, form), at(head_leaf(mark), "như"), *self._node(named, "")]
        return said if said[0].text.startswith("các") else [Piece("các"), *said]

    @for_rules("content-of")
    def _of_doing(self, node: Branch, form: str) -> list[Piece] | None:
        """建设和平的重要性: tầm quan trọng của việc xây dựng hòa bình."""
        doing, _, thing = node.children
        if not head_leaf(thing).token.text.endswith(("性", "意义")):
            return None
        return [*self._node(thing, form), Piece("của việc"), *self._node(doing, "")]

    @for_rules("span")
    def _span(self, node: Branch, form: str) -> list[Piece]:
        """未来三天: trong ba ngày tới."""
        which, length = node.children[:2]
        said = [*self._node(length, ""), *self._node(which, "")]
        return [Piece("trong"), *said] if form == "adv" else said

    @for_rules("at-time")
    def _at_time(self, node: Branch, form: str) -> list[Piece]:
        """在2020年: vào năm 2020."""
        time = self._node(node.children[1], "adv")
        if head_leaf(node.children[1]).token.entity is None or is_span(node.children[1]):
            return time
        return [at(head_leaf(node.children[0]), "vào"), *time]

    @for_rules("when-verb", "when-clause")
    def _when(self, node: Branch, form: str) -> list[Piece]:
        """访问后: sau khi thăm."""
        leaf = head_leaf(node.children[1])
        when = vietnamese(leaf.sense) if leaf.sense is not None else ""
        when = f"{when} khi" if when in ("sau", "trước") else when
        return [at(leaf, when), *self._node(node.children[0], "")]

    @for_rules(*ASKED_OF, "prepositional-of")
    def _asking(self, node: Branch, form: str) -> list[Piece]:
        """对能源的依赖: sự phụ thuộc vào năng lượng, where the noun asks for a preposition of its own."""
        pieces = self._ordered(node, form)
        around = node.children[-3] if node.rule.parts[-2] == "的" else node.children[-2]
        towards = first_leaf(around).token
        nouns = [leaf.token.text for leaf in leaves(node.children[-1])]
        asked = next((ASKED[noun] for noun in nouns if noun in ASKED), "")
        if not asked or towards.text not in TOWARDS:
            return pieces
        return [replace(p, text=asked) if p.start == towards.start else p for p in pieces]


def is_span(node: Node) -> bool:
    """Whether a time is a length of time from now: 未来五年."""
    return isinstance(node, Branch) and node.rule.name == "span"


def is_owner(node: Node) -> bool:
    """Whether a possessor takes ``của``: someone or something that owns, not a quality of the noun."""
    leaf = head_leaf(node)
    entity = leaf.token.entity
    if entity is not None:
        return entity.type in OWNERS and "–" not in entity.en
    return (
        leaf.category in ("rn", "nr", "no", "ti") or node.rule.name != "group"
        if isinstance(node, Branch)
        else True
    )
