"""Sentences: the generated stretches of a segment put one behind the other."""

from __future__ import annotations

from translate.engine import Job
from translate.row import Target
from translate.transfer.analysis import Analysis, Stretch
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece, capitalised
from translate.transfer.english import English
from translate.transfer.english_words import Clause
from translate.transfer.inflection import MODALS
from translate.transfer.tokens import Token
from translate.transfer.tree import first_leaf, head_leaf
from translate.transfer.vietnamese import Vietnamese

MARKS = {
    "，": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "—": "–", "——": "–", "~": "–",
    "～": "–",
    "（": "(", "）": ")", "《": "“", "》": "”", "「": "“", "」": "”", "『": "“", "』": "”",
    "【": "[", "】": "]",
}  # fmt: skip
# Chinese says both although and but; English one of them.
ANSWERS = {
    "although": ("but", "however", "yet"),
    "though": ("but", "however", "yet"),
    "because of": ("so", "therefore"),
    "because": ("so", "therefore"),
    "since": ("so", "then"),
    "if": ("then",),
}
FULL_STOPS = frozenset(".!?")


class Sentence:
    """Generates one segment in one target."""

    def __init__(self, analysis: Analysis, job: Job, target: Target) -> None:
        self._analysis = analysis
        self._target = target
        self._headline = job.kind.is_title
        present = job.kind.is_title or job.kind.is_caption or not analysis.tells_of_past
        self._tense = "present" if present else "past"
        self._english = English(self._group)
        self._vietnamese = Vietnamese(self._group)
        self._has_credit = analysis.body < len(analysis.text)

    def pieces(self) -> list[Piece]:
        """The pieces of the segment between dateline and photo credit."""
        pieces = self._row(self._analysis.stretches, headline=self._headline)
        if self._has_credit and pieces and pieces[-1].text not in FULL_STOPS:
            pieces.append(Piece("."))
        return pieces

    def _row(self, stretches: tuple[Stretch, ...], *, headline: bool) -> list[Piece]:
        pieces: list[Piece] = []
        subject: bool | None = None
        opened = ""
        for number, stretch in enumerate(stretches):
            alone = not headline and not any(is_clause(tree) for s in stretches[number:] for tree in s.trees)
            for tree in stretch.trees:
                if self._target is Target.VI:
                    pieces += self._vietnamese.generate(tree)
                    continue
                if is_clause(tree):
                    subject = self._english.is_plural_subject(tree, bool(subject))
                clause = Clause(many=bool(subject), tense=self._tense, title=headline)
                new = self._stretch(tree, clause, has_subject=subject is not None, alone=alone)
                first = new[0].text if new else ""
                new = new[1:] if first in ANSWERS.get(opened, ()) else new
                opened = first
                pieces += new
            if reports(stretch):
                pieces += self._that(stretches[number + 1 : number + 2])
                continue
            pieces += mark_pieces(stretch.mark, pieces)
            if stretch.mark is not None and stretch.mark.text in "。！？!?；;：:":
                subject = None
        return pieces

    def _that(self, following: tuple[Stretch, ...]) -> list[Piece]:
        """The conjunction behind a verb of saying, if what was said is a clause and not quoted."""
        for stretch in following:
            if stretch.trees and first_leaf(stretch.trees[0]).token.text not in ("“", "「", "《"):
                return [Piece("that" if self._target is Target.EN else "rằng")]
        return []

    def _stretch(self, tree: Node, clause: Clause, *, has_subject: bool, alone: bool) -> list[Piece]:
        """One tree in English; a verb phrase without a subject cannot stand as it does in Chinese."""
        if tree.category == "t":
            return self._english.generate(tree, clause, "adv")
        if tree.category != "VP" or has_subject:
            return self._english.generate(tree, clause)
        sense = head_leaf(tree).sense
        first = sense.en.split(" ")[0] if sense else ""
        if first in ("must", "should", "need"):
            leaf = head_leaf(tree)
            necessary = Piece("it is necessary", leaf.token.start, leaf.token.end)
            rest = [
                p
                for p in self._english.generate(tree, clause, "to")
                if p.text not in ("to have to", "have to", "")
            ]
            if rest and not rest[0].text.startswith("to "):
                necessary = Piece("it is necessary to", leaf.token.start, leaf.token.end)
            return [necessary, *rest]
        if first in MODALS:
            return self._english.generate(tree, clause)
        said = self._english.without_subject(tree, clause, alone=alone)
        return said or self._english.generate(tree, clause, "ing")

    def _group(self, token: Token) -> list[Piece]:
        """A quotation or bracket with its content. Titles of works are headlines."""
        work = token.text in "《〈"
        inner = self._row(self._analysis.groups[token.start], headline=work)
        bracket = token.text in "（("
        opening, closing = ("(", ")") if bracket else ("“", "”")
        if work or (not bracket and len(token.inner) > 3):
            inner = capitalised(inner)
        return [
            Piece(opening, token.start, token.start + 1),
            *inner,
            Piece(closing, token.end - 1, token.end),
        ]


def reports(stretch: Stretch) -> bool:
    """Whether a stretch ends with a verb of saying, whose comma neither target writes."""
    if not stretch.trees or stretch.mark is None or stretch.mark.text not in ("，", ","):
        return False
    node: Node = stretch.trees[-1]
    while isinstance(node, Branch) and node.rule.name != "verb-clause-bare":
        node = node.children[-1]
    return isinstance(node, Branch)


def is_clause(tree: Node) -> bool:
    """Whether a tree has a subject of its own."""
    while isinstance(tree, Branch) and tree.category == "CL":
        if tree.rule.name in ("clause", "clause-noun", "clause-amount"):
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
