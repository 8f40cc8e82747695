"""Sentences: the generated stretches of a segment put one behind the other."""

from __future__ import annotations

from dataclasses import replace

from translate.engine import Job
from translate.row import Target
from translate.transfer.analysis import Analysis, Stretch
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece, capitalised
from translate.transfer.english import English
from translate.transfer.english_facts import WRAPPING
from translate.transfer.english_nouns import is_plural
from translate.transfer.english_words import Clause
from translate.transfer.inflection import MODALS
from translate.transfer.tokens import Token
from translate.transfer.tree import first_leaf, head_leaf, leaves
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
SUBORDINATING = frozenset(
    """
    如果 若 如 假如 倘若 尽管 虽然 由于 因为 随着 只要 只有 无论 不管 即使 为了 一旦 当 既然 为
    """.split()
)
RISING = frozenset(["增长", "上升", "上涨", "增加", "提高", "增"])
FALLING = frozenset(["下降", "下跌", "减少", "降低", "降", "跌"])
# What opens a verb phrase that needs no and before it.
CONNECTED = frozenset(
    "and but or so then also thus thereby therefore however yet if although because while when not to".split()
)
CLAUSES = frozenset(["clause", "clause-noun", "clause-amount"])
FULL_STOPS = frozenset(".!?")


class Sentence:
    """Generates one segment in one target."""

    def __init__(self, analysis: Analysis, job: Job, target: Target) -> None:
        self._analysis = analysis
        self._target = target
        self._headline = job.kind.is_title
        self._shown = job.kind.is_caption
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
        opened = carried = ""
        for number, stretch in enumerate(stretches):
            alone = not headline and not any(is_clause(tree) for s in stretches[number:] for tree in s.trees)
            for tree in stretch.trees:
                if self._target is Target.VI:
                    pieces += self._vietnamese.generate(tree)
                    continue
                if is_clause(tree):
                    subject = self._english.is_plural_subject(tree, bool(subject))
                clause = Clause(many=bool(subject), tense=self._tense, title=headline or self._shown)
                before = stretches[number - 1] if number else None
                if headline and tree.category == "t" and is_colon(stretch.mark):
                    # 2026年：合作年 is 2026: Cooperation Year.
                    pieces += self._english.generate(tree, clause)
                    continue
                if (
                    subject is not None
                    and is_phrase(stretch, before)
                    and pieces[-1:]
                    and pieces[-1].text == ","
                ):
                    behind = stretches[number + 1] if number + 1 < len(stretches) else None
                    if before is not None:
                        carried, many = carried_on(before.trees[-1], carried, bool(subject))
                        clause = replace(clause, many=many)
                    last = not is_phrase(behind, stretch)
                    pieces, new = self._continued(pieces, tree, clause, carried, last=last)
                else:
                    carried = ""
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

    def _continued(
        self, pieces: list[Piece], tree: Node, clause: Clause, form: str, *, last: bool
    ) -> tuple[list[Piece], list[Piece]]:
        """A verb phrase behind a comma, with the subject before it: …, up 5%; …, including …; … and does."""
        leaf = head_leaf(tree)
        course = changed(tree)
        if course:
            said = self._english.generate(tree, clause, "base")
            source = (leaf.token.start, leaf.token.end)
            place = next((n for n, p in enumerate(said) if (p.start, p.end) == source), 0)
            return pieces, [*said[:place], replace(said[place], text=course), *said[place + 1 :]]
        if leaf.token.text == "包括":
            return pieces, self._english.generate(tree, clause, "ing")
        new = self._english.generate(tree, clause, form)
        opens = new[0].text.partition(" ")[0] if new else ""
        if last and not clause.title and opens not in CONNECTED:
            pieces = [*pieces[:-1], replace(pieces[-1], text="and")]
        return pieces, new

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
    if first_leaf(stretch.trees[0]).token.text in SUBORDINATING:
        return False
    node: Node = stretch.trees[-1]
    while isinstance(node, Branch) and node.rule.name != "verb-clause-bare":
        node = node.children[-1]
    return isinstance(node, Branch)


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


def is_clause(tree: Node) -> bool:
    """Whether a tree has a subject of its own."""
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
