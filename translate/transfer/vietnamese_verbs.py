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
from translate.transfer.vietnamese_words import COUNTED, DEGREES, FALLS, HARM, HERE, PASSIVE_VERB, PASSIVES
from translate.transfer.word_classes import IF, PERCEIVING, TAKING_PLACE

# Causes, which make somebody do something.
MAKING = frozenset(["造成", "导致", "致使", "致", "引起", "引发"])
TERM, ONCE = "nhiệm kỳ ", "một lần"
# Adverbs that go before đã.
BEFORE_DONE = frozenset("不仅 不但 都 均 仍 仍然 也 还 便 就 皆 亦".split())
# Verbs of wishing, which take no rằng: đề nghị người dân tiêm chủng.
WISHING = frozenset("建议 要求 提议 主张 呼吁 敦促 希望 提醒 请求 期望 期待".split())
PARTICLES = re.compile(r"(?<!diễn)(?<!xảy) (?:vào|với|cho|về|tới|đến|từ|sang|ra|lên|ở)$")


class VietnameseVerbs(Generator):
    """A method for each rule of verbs and clauses that needs one; None where the rule's own order will do."""

    @for_rules("clause")
    def _place_does(self, node: Branch, form: str) -> list[Piece] | None:
        """当地疏散了居民: địa phương, without tại."""
        sense = head_leaf(node.children[0]).sense
        if sense is None or sense.pos != "s" or not sense.vi.startswith("tại "):
            return None
        said = self._node(node.children[0], "")
        first = replace(said[0], text=said[0].text.removeprefix("tại "))
        return [first, *said[1:], *self._node(node.children[1], form)]

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

    @for_rules("dispose-from-object")
    def _from_to(self, node: Branch, form: str) -> list[Piece] | None:
        """把货物从仓库运往港口: vận chuyển hàng hóa từ kho hàng đến cảng."""
        _, thing, out_of, source, verb_node, end = node.children
        leaf = head_leaf(verb_node)
        kept = leaf.sense
        match = PASSIVE_VERB.match(kept.vi) if kept is not None else None
        if kept is None or (match is None and "_" not in kept.vi):
            return None
        leaf.sense = replace(kept, vi=f"{match[1]} _ {match[2]}") if match else kept
        verb = self._node(verb_node, form)
        leaf.sense = kept
        source_said = [at(head_leaf(out_of), "từ"), *self._node(source, "")]
        return [*fill_slot(verb, [*self._node(thing, ""), *source_said]), *self._node(end, "")]

    @for_rules("transitive-done", "done")
    def _done(self, node: Branch, form: str) -> list[Piece] | None:
        """都安装了: đều đã lắp đặt, the adverb before đã."""
        inner = node.children[0]
        if not isinstance(inner, Branch) or inner.rule.name not in ("transitive-adverb", "adverb"):
            return None
        adverb, doing = inner.children
        if head_leaf(adverb).token.text not in BEFORE_DONE:
            return None
        mark = head_leaf(node.children[1])
        return [*self._node(adverb, ""), at(mark, "đã"), *self._node(doing, form)]

    @for_rules("once")
    def _so_often(self, node: Branch, form: str) -> list[Piece] | None:
        """每两年举行一次: được tổ chức hai năm một lần, where the time says it already."""
        time, verb, once = node.children
        said = self._node(time, "")
        if not said[-1].text.endswith(ONCE):
            return None
        doing = [piece for piece in self._node(verb, "") if piece != SLOT]
        often = said[-1].text.removesuffix(ONCE).rstrip()
        return [Piece("được"), *doing, *said[:-1], replace(said[-1], text=often), at(head_leaf(once), ONCE)]

    @for_rules("affected-degree")
    def _affected_so(self, node: Branch, form: str) -> list[Piece] | None:
        """受干旱影响非常严重的农民: nông dân chịu ảnh hưởng rất nghiêm trọng của hạn hán."""
        _, cause, _, degree, quality, _, thing = node.children
        if head_leaf(degree).token.text in DEGREES:
            return None
        said = [*self._node(thing, form), Piece("chịu ảnh hưởng"), *self._node(degree, "")]
        return [*said, *self._node(quality, ""), Piece("của"), *self._node(cause, "")]

    @for_rules("colours")
    def _colours(self, node: Branch, form: str) -> list[Piece]:
        """红、白两种颜色: hai màu sắc đỏ và trắng."""
        pieces = self._ordered(node, form)
        last = max((n for n, piece in enumerate(pieces) if piece.text == ","), default=-1)
        pieces = [replace(piece, text="và") if n == last else piece for n, piece in enumerate(pieces)]
        return [replace(p, text=p.text.removesuffix("loại").rstrip()) for p in pieces]

    @for_rules("localised-time")
    def _during_terms(self, node: Branch, form: str) -> list[Piece] | None:
        """2008-2009年和2020-2021年任期内: trong các nhiệm kỳ 2008-2009 và 2020-2021."""
        time, within = node.children
        said = self._node(time, "")
        if not isinstance(time, Branch) or not said[-1].text.startswith(TERM):
            return None
        last = replace(said[-1], text=said[-1].text.removeprefix(TERM))
        return [*self._node(within, ""), Piece(f"các {TERM.strip()}"), *said[:-1], last]

    @for_rules("spending", "total-amount", "verb-object")
    def _spending(self, node: Branch, form: str) -> list[Piece] | None:
        """投资两亿美元: đầu tư 200 triệu USD, without vào."""
        place = 1 if node.rule.name == "total-amount" else 0
        said = self._node(node.children[place], form)
        last = said[-1]
        if not last.text.endswith((" vào", " cho")) or not is_money(node.children[place + 1]):
            return None
        rest = self._ordered(node, form)[len(said) :]
        return [*said[:-1], replace(last, text=PARTICLES.sub("", last.text)), *rest]

    @for_rules("causative")
    def _making(self, node: Branch, form: str) -> list[Piece] | None:
        """造成道路被淹: khiến đường bị ngập."""
        verb = head_leaf(node.children[0])
        if verb.token.text not in MAKING:
            return None
        return [at(verb, "khiến"), *(p for child in node.children[1:] for p in self._node(child, ""))]

    @for_rules("time-verb")
    def _with_result(self, node: Branch, form: str) -> list[Piece] | None:
        """以3比1战胜: thắng với tỷ số 3-1, the score behind the verb."""
        entity = head_leaf(node.children[0]).token.entity
        if entity is None or entity.role != "result":
            return None
        return [*self._node(node.children[1], form), *self._node(node.children[0], "adv")]

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
        thing = [Piece("việc"), *thing] if node.rule.name == "dispose-deed" else thing
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
        wished = head_leaf(node.children[0]).token.text in WISHING
        joint = [whether] if whether is not None else [] if asks or wished else [Piece("rằng")]
        return [
            *self._node(node.children[0], form),
            *joint,
            *(p for p in inner if not (asks and p.text == ",")),
        ]
