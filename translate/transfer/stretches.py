"""Stretches: what a row of trees between two marks tells about how it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.transfer.analysis import Stretch
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import Piece
from translate.transfer.english_nouns import is_plural
from translate.transfer.english_tables import (
    WRAPPING,
)
from translate.transfer.english_words import EVENTS
from translate.transfer.tokens import Token
from translate.transfer.tree import first_leaf, head_leaf, leaves

MARKS = {
    "，": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "—": "–", "——": "–", "~": "–",
    "～": "–",
    "（": "(", "）": ")", "《": "“", "》": "”", "「": "“", "」": "”", "『": "“", "』": "”",
    "【": "[", "】": "]",
}  # fmt: skip
SUBORDINATING = frozenset(
    """
    如果 若 如 假如 倘若 尽管 虽然 由于 因为 随着 只要 只有 无论 不管 即使 为了 一旦 当 既然 为 与其 只有 唯有
    """.split()
)
NOT_ONLY = frozenset(["不仅", "不但", "不仅仅", "不只", "不光"])
RISING = frozenset(["增长", "上升", "上涨", "增加", "提高", "增"])
FALLING = frozenset(["下降", "下跌", "减少", "降低", "降", "跌"])
CLAUSES = frozenset(["clause", "clause-noun", "clause-amount"])


def reports(stretch: Stretch) -> bool:
    """Whether a stretch ends with a verb of saying, whose comma neither target writes."""
    if not stretch.trees or stretch.mark is None or stretch.mark.text not in ("，", ","):
        return False
    if first_leaf(stretch.trees[0]).token.text in SUBORDINATING:
        return False
    node: Node = stretch.trees[-1]
    while isinstance(node, Branch) and node.rule.name != "verb-clause-bare":
        node = node.children[-1]
    return isinstance(node, Branch)


def needs(tree: Node) -> bool:
    """Whether a verb phrase says what is necessary."""
    words = [head_leaf(tree)]
    if isinstance(tree, Branch) and tree.rule.name in ("verb-pair", "verb-row") and tree.category == "VP":
        words.append(first_leaf(tree))
    needed = ("must", "should", "need")
    return any(leaf.sense is not None and leaf.sense.en.split(" ")[0] in needed for leaf in words)


def is_spoken(stretch: Stretch, before: Stretch | None) -> bool:
    """Whether a stretch names the speaker of the quotation before it or at its beginning."""
    first = first_leaf(stretch.trees[0])
    if first.token.is_group:
        return True
    return (
        before is not None
        and len(before.trees) == 1
        and first_leaf(before.trees[0]) is head_leaf(before.trees[0])
        and head_leaf(before.trees[0]).token.is_group
    )


def is_reason(stretch: Stretch, following: Sequence[Stretch]) -> bool:
    """Whether a stretch says what the next one gives the reason for: the reason why …, is that …."""
    trees = [tree for after in following for tree in after.trees[:1]]
    asked = bool(stretch.trees) and stretch.trees[-1].category == "RS"
    return asked and bool(trees) and trees[0].category == "BC"


def is_colon(mark: Token | None) -> bool:
    """Whether a mark is a colon of either width."""
    return mark is not None and mark.text in ("：", ":")


def is_phrase(stretch: Stretch | None, before: Stretch | None) -> bool:
    """Whether a stretch is one verb phrase that goes on with the clause or verb phrase before it."""
    if stretch is None or before is None or len(stretch.trees) != 1 or not before.trees:
        return False
    if before.mark is None or before.mark.text not in ("，", ",") or reports(before):
        return False
    if first_leaf(before.trees[0]).token.text in SUBORDINATING:
        return False
    return stretch.trees[0].category == "VP" and before.trees[-1].category in ("VP", "CL")


def carried_on(tree: Node, form: str, many: bool) -> tuple[str, bool]:
    """The form and number of a verb phrase that goes on with ``tree``: will build … and raise.

    ``form`` and ``many`` are what ``tree`` itself had, if it was such a phrase.
    """
    if isinstance(tree, Branch) and tree.category == "CL":
        form = ""
    while isinstance(tree, Branch):
        name = tree.rule.name
        if name in CLAUSES:
            many, tree = is_plural(tree.children[0]), tree.children[1]
        elif name == "aspect":
            if "将" in first_leaf(tree).token.text:
                return "base", many
            tree = tree.children[1]
        elif name in ("modal", "verb-verb", "verb-object-verb", "expected", "scheduled"):
            return "base", many
        elif name == "verb-clause":
            form, tree = "", tree.children[1]
        elif name in WRAPPING or tree.category == "CL" or name in ("verb-conjunction",):
            tree = tree.children[max(tree.rule.head, 0)]
        else:
            break
    sense = head_leaf(tree).sense
    if not form and sense is not None and sense.zh in EVENTS:
        # 签署协定，推动合作: both are told of as done.
        form = "past"
    return form, many


def changed(tree: Node) -> str:
    """Which way, up or down, where a verb phrase only says by how much something grew or fell; else empty."""
    verb = head_leaf(tree).token.text.removeprefix("同比").removeprefix("环比")
    course = "up" if verb in RISING else "down" if verb in FALLING else ""
    words = list(leaves(tree))
    plain = all(
        leaf.category in ("am", "d", "b", "p", "vi", "vt", "t", "n", "了", "的", "r") for leaf in words
    )
    return course if plain and words[-1].category == "am" else ""


def is_beside(stretch: Stretch, before: Stretch | None) -> bool:
    """Whether a stretch is a clause beside another whole one, from which English parts it by a semicolon."""
    if before is None or not before.trees or before.mark is None or before.mark.text not in ("，", ","):
        return False
    whole = len(stretch.trees) == len(before.trees) == 1
    if not whole or reports(before) or not (is_plain(stretch.trees[0]) and is_plain(before.trees[0])):
        return False
    return first_leaf(before.trees[0]).token.text not in SUBORDINATING


def is_not_only(stretch: Stretch | None) -> bool:
    """Whether a stretch says what is not all: 不仅."""
    words = (leaf for tree in stretch.trees for leaf in leaves(tree)) if stretch is not None else ()
    return any(leaf.token.text in NOT_ONLY for leaf in words)


def is_last(stretch: Stretch) -> bool:
    """Whether a sentence ends with a stretch."""
    return stretch.mark is None or stretch.mark.text not in ("，", ",", "、")


def parted(pieces: list[Piece], new: list[Piece], *, last: bool) -> list[Piece]:
    """English pieces up to a comma, which joins no two clauses: a semicolon, before the last of them and."""
    if new and new[0].text.endswith("ing"):
        return pieces
    if last and not any(piece.text == "and" and piece.start < 0 for piece in pieces):
        return [*pieces, Piece("and")]
    return [*pieces[:-1], replace(pieces[-1], text=";")]


def is_plain(tree: Node) -> bool:
    """Whether a tree is a clause that no conjunction opens."""
    opens = isinstance(tree, Branch) and tree.rule.name in (
        "clause",
        "clause-noun",
        "clause-amount",
        "clause-time",
    )
    return opens and is_clause(tree) and first_leaf(tree).category not in ("cj", "d", "p", "其中")


def is_clause(tree: Node) -> bool:
    """Whether a tree has a subject of its own."""
    if tree.category in ("RS", "SA"):
        return True
    while isinstance(tree, Branch) and tree.category == "CL":
        if tree.rule.name in ("clause", "clause-noun", "clause-amount", "deed", "deed-adverb"):
            return True
        tree = tree.children[tree.rule.head]
    return False


def mark_pieces(mark: Token | None, before: list[Piece]) -> list[Piece]:
    """The target's punctuation for a mark; white space between Chinese words becomes a comma."""
    if mark is None:
        return []
    if mark.text.isspace():
        open_end = before and before[-1].text not in (",", ".", ":", ";", "!", "?", "–")
        return [Piece(",", mark.start, mark.end)] if open_end else []
    text = "..." if set(mark.text) <= {"…"} else MARKS.get(mark.text, mark.text)
    return [Piece(text, mark.start, mark.end)]


def but_also(pieces: list[Piece]) -> list[Piece]:
    """Vietnamese pieces behind what is not all: mà còn."""
    if pieces and pieces[0].text in ("còn", "cũng"):
        return [replace(pieces[0], text="mà còn"), *pieces[1:]]
    return pieces


def said_for(text: str, leaf: Leaf) -> Piece:
    """A piece that stands for a word."""
    return Piece(text, leaf.token.start, leaf.token.end)
