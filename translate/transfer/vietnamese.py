"""Vietnamese from trees: order, classifiers, plural words, place of adjectives."""

from __future__ import annotations

from collections.abc import Callable

from translate.lexicon import vietnamese
from translate.row import Target
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import Piece, split_slot, with_silent
from translate.transfer.rule_methods import methods_of
from translate.transfer.tokens import Token
from translate.transfer.tree import silent_sources
from translate.transfer.vietnamese_nouns import VietnameseNouns
from translate.transfer.vietnamese_verbs import VietnameseVerbs
from translate.transfer.vietnamese_words import WHAT_WAS_SAID, unknown

QuoteMaker = Callable[[Token], list[Piece]]


class Vietnamese(VietnameseNouns, VietnameseVerbs):
    """Generates Vietnamese pieces from trees. ``quote`` renders a quotation or bracket."""

    target = Target.VI

    def __init__(self, quote: QuoteMaker) -> None:
        self._quote = quote

    def generate(self, tree: Node) -> list[Piece]:
        """The pieces of a whole tree."""
        return self._node(tree, "")

    def _node(self, node: Node, form: str) -> list[Piece]:
        if isinstance(node, Leaf):
            return self._leaf(node, form)
        for method in methods_of(type(self)).get(node.rule.name, ()):
            pieces: list[Piece] | None = getattr(self, method)(node, form)
            if pieces is not None:
                return pieces
        return self._ordered(node, form)

    def _ordered(self, node: Branch, form: str) -> list[Piece]:
        pieces: list[Piece] = []
        sources = silent_sources(node, Target.VI)
        for item in node.rule.order[Target.VI]:
            if item.word:
                pieces.append(Piece(item.word, *next(sources)))
            else:
                wanted = item.form or (form if item.head else "")
                pieces += self._node(node.children[item.child], wanted)
        return with_silent(pieces, sources)

    def _leaf(self, leaf: Leaf, form: str) -> list[Piece]:
        token, sense = leaf.token, leaf.sense
        source = (token.start, token.end)
        if token.is_group:
            return self._quote(token)
        if token.entity is not None and (sense is None or leaf.category in ("n", "ti", "no")):
            text = token.entity.vi
            if leaf.category == "t" and form == "adv" and token.entity.role in ("year", "decade", "century"):
                text = f"{'vào ' if token.entity.role != 'year' else ''}{text}"
            return [Piece(text, *source)]
        if leaf.category == "、":
            return [Piece(",", *source)]
        if leaf.category in ("的", "地", "得"):
            return []
        if sense is None or leaf.category == "x":
            return [Piece(unknown(token), *source)]
        text = vietnamese(sense)
        if leaf.category == "rn" and token.text in WHAT_WAS_SAID:
            return [Piece(WHAT_WAS_SAID[token.text], *source)]
        if form == "comp":
            return [Piece(f"{text.replace('_', '').strip()} hơn", *source)]
        if leaf.category == "vn" and sense.layer == "core":
            text = text.replace("_", "").strip()
            return [Piece(text if form == "mod" else f"việc {text}", *source)]
        if sense.pos in ("v", "r", "a", "b", "u"):
            return split_slot(text, *source)
        if form == "manner":
            return [Piece(text, *source)]
        text = text.replace("_", "").strip()
        if form == "mod" and sense.pos == "n":
            # công tác phát triển, not công tác sự phát triển
            text = text.removeprefix("sự ").removeprefix("việc ")
        return [Piece(text, *source)] if text else []
