"""Vietnamese verb phrases and clauses of single rules: what the order of the parts alone does not say."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.lexicon import vietnamese
from translate.row import Target
from translate.transfer.chart import Branch
from translate.transfer.draft import SLOT, Piece, fill_slot
from translate.transfer.english_facts import is_money, is_uncounted
from translate.transfer.english_verbs import late_adverb
from translate.transfer.rule_methods import for_rules
from translate.transfer.tree import WITH_OBJECT, first_leaf, folds, head_leaf
from translate.transfer.vietnamese_generator import Generator, at, vi_of
from translate.transfer.vietnamese_words import COUNTED, FALLS, HARM, HERE, PASSIVE_VERB, PASSIVES
from translate.transfer.word_classes import IF, PERCEIVING, TAKING_PLACE

PARTICLES = re.compile(r"(?<!diễn)(?<!xảy) (?:vào|với|cho|về|tới|đến|từ|sang|ra|lên)$")


class VietnameseVerbs(Generator):
    """A method for each rule of verbs and clauses that needs one; None where the rule's own order will do."""

    @for_rules("clause", "clause-noun")
    def _here(self, node: Branch, form: str) -> list[Piece] | None:
        """这是机会: đây là cơ hội."""
        who, verb = node.children[:2]
        points = node.rule.name == "clause-noun" or (
            isinstance(verb, Branch) and verb.rule.name.startswith(("copula", "first-"))
        )
        subject = head_leaf(who)
        if not points or subject.category != "rn" or subject.token.text not in HERE:
            return None
        here = at(subject, HERE[subject.token.text])
        return [here, *(piece for child in node.children[1:] for piece in self._node(child, form))]

    @for_rules("if-so", "if-so-verb")
    def _if(self, node: Branch, form: str) -> list[Piece] | None:
        """如果…的话 says if twice."""
        said = first_leaf(node.children[0]).token.text in IF
        return self._node(node.children[0], form) if said else None

    @for_rules("reaching")
    def _perceiving(self, node: Branch, form: str) -> list[Piece] | None:
        """观测到: quan sát, without đến."""
        perceived = head_leaf(node.children[0]).token.text in PERCEIVING
        return self._node(node.children[0], form) if perceived else None

    @for_rules("verb-object-amount")
    def _money(self, node: Branch, form: str) -> list[Piece] | None:
        """罚款公司500万: phạt công ty 5 triệu, in the order of the Chinese."""
        if not is_money(node.children[2]) or is_uncounted(node.children[1]):
            return None
        return [piece for child in node.children for piece in self._node(child, "") if piece != SLOT]

    @for_rules("grown")
    def _grown(self, node: Branch, form: str) -> list[Piece] | None:
        """从十减少到五: giảm từ 10 xuống 5."""
        if not FALLS.match(vi_of(node.children[2])):
            return None
        return [replace(p, text="xuống") if p.text == "lên" else p for p in self._ordered(node, form)]

    @for_rules("times-more")
    def _times_more(self, node: Branch, form: str) -> list[Piece] | None:
        """增加两倍: tăng gấp ba lần."""
        verb, amount = node.children
        fold = folds(head_leaf(amount), verb)
        if not fold:
            return None
        words = COUNTED.get(fold, f"{fold.replace('.', ',')} lần")
        said = [piece for piece in self._node(verb, form) if piece != SLOT]
        return [*said, at(head_leaf(amount), f"gấp {words}")]

    @for_rules(*PASSIVES)
    def _passive(self, node: Branch, form: str) -> list[Piece]:
        """được, or bị where the verb tells of a harm; neither where the verb's own rendering has it."""
        sense = head_leaf(node).sense
        word = "bị" if sense is not None and HARM.match(vietnamese(sense)) else "được"
        pieces = self._ordered(node, form)
        done = [piece for piece in pieces if piece.text == "đã"]
        pieces = [*done[:1], *(piece for piece in pieces if piece.text != "đã")]
        if self._reads_passive(node):
            return [piece for piece in pieces if piece.text not in ("được", "bị")]
        return [replace(p, text=word) if p.text in ("được", "bị") else p for p in pieces]

    @staticmethod
    def _reads_passive(node: Branch) -> bool:
        sense = head_leaf(node).sense
        return sense is not None and sense.vi.startswith(("được ", "bị "))

    @for_rules("giving", "giving-done")
    def _giving(self, node: Branch, form: str) -> list[Piece]:
        """授予她奖章: trao tặng huy chương cho bà; the verb's own cho is not said twice."""
        leaf = head_leaf(node.children[0])
        kept = leaf.sense
        if kept is not None:
            leaf.sense = replace(kept, vi=kept.vi.removesuffix(" cho"))
        try:
            return self._ordered(node, form)
        finally:
            leaf.sense = kept

    @for_rules(*WITH_OBJECT)
    def _with_object(self, node: Branch, form: str) -> list[Piece]:
        items = [item for item in node.rule.order[Target.VI] if item.child >= 0]
        verb_node = node.children[items[0].child]
        kept = head_leaf(verb_node).sense
        if (
            node.rule.name.startswith("dispose-")
            and kept is not None
            and (match := PASSIVE_VERB.match(kept.vi))
        ):
            head_leaf(verb_node).sense = replace(kept, vi=f"{match[1]} _ {match[2]}")
        verb = self._node(verb_node, form)
        head_leaf(verb_node).sense = kept
        thing = self._node(node.children[items[1].child], "")
        rest = [piece for item in items[2:] for piece in self._node(node.children[item.child], item.form)]
        if (late := late_adverb(verb_node)) and "post" in late.sense.frame and "pre" not in late.sense.frame:  # type: ignore[union-attr]
            behind = self._node(late, "")
            return [*fill_slot([piece for piece in verb if piece not in behind], thing), *rest, *behind]
        first = node.rule.order[Target.VI][0].word
        return [*([Piece(first)] if first else []), *fill_slot(verb, thing), *rest]

    @for_rules("verb-bare", "intransitive", "verb-clause-bare")
    def _without_object(self, node: Branch, form: str) -> list[Piece]:
        leaf = head_leaf(node)
        if leaf.token.text in TAKING_PLACE and node.rule.name == "verb-bare":
            # 会议在河内举行: hội nghị diễn ra tại Hà Nội
            before = [piece for piece in self._ordered(node, form) if piece.start < leaf.token.start]
            return [*before, Piece("diễn ra", leaf.token.start, leaf.token.end)]
        pieces = [piece for piece in self._ordered(node, form) if piece != SLOT]
        if pieces and PARTICLES.search(pieces[-1].text):
            last = pieces[-1]
            pieces[-1] = Piece(PARTICLES.sub("", last.text), last.start, last.end)
        return pieces

    @for_rules("adverb", "transitive-adverb", "adverb-adjective")
    def _adverb(self, node: Branch, form: str) -> list[Piece]:
        leaf = head_leaf(node.children[0])
        adverb, body = self._node(node.children[0], ""), self._node(node.children[1], form)
        behind = leaf.sense is not None and leaf.sense.pos == "d" and "post" in leaf.sense.frame
        both = leaf.sense is not None and {"pre", "post"} <= leaf.sense.frame
        if (behind and not both) or (both and leaf.token.text not in ("继续",)):
            return [*body, *adverb]
        return [*adverb, *body]

    @for_rules("verb-clause")
    def _clause_object(self, node: Branch, form: str) -> list[Piece]:
        """rằng, but liệu before an indirect question."""
        inner = self._node(node.children[1], "")
        whether = next((piece for piece in inner[:4] if piece.text == "liệu"), None)
        asks = bool(inner) and inner[0].text in ("tại sao", "vì sao", "khi nào", "ai")
        if whether is not None:
            inner.remove(whether)
        joint = [whether] if whether is not None else [] if asks else [Piece("rằng")]
        return [
            *self._node(node.children[0], form),
            *joint,
            *(p for p in inner if not (asks and p.text == ",")),
        ]
