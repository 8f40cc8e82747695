"""Sentences: the generated stretches of a segment put one behind the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.engine import Job
from translate.row import Target
from translate.transfer.analysis import Analysis, Stretch
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.conditions import (
    aim,
    condition,
    possibility,
    same_subject,
    subject_of,
    subject_within,
    to_do,
)
from translate.transfer.draft import Piece, capitalised
from translate.transfer.english import English
from translate.transfer.english_facts import pronoun_of
from translate.transfer.english_nouns import is_plural
from translate.transfer.english_words import Clause
from translate.transfer.inflection import MODALS
from translate.transfer.stretches import (
    but_also,
    carried_on,
    changed,
    is_beside,
    is_clause,
    is_colon,
    is_last,
    is_not_only,
    is_phrase,
    is_reason,
    is_spoken,
    mark_pieces,
    needs,
    parted,
    reports,
    said_for,
)
from translate.transfer.tokens import Token
from translate.transfer.tree import first_leaf, head_leaf
from translate.transfer.vietnamese import Vietnamese
from translate.transfer.works import VERSIONS, is_instrument, named

# Chinese says both although and but; English one of them.
ANSWERS = {
    "although": ("but", "however", "yet"),
    "though": ("but", "however", "yet"),
    "because of": ("so", "therefore"),
    "because": ("so", "therefore"),
    "since": ("so", "then"),
    "if": ("then",),
}
# What opens a verb phrase that needs no and before it.
CONNECTED = frozenset(
    "and but or so then also thus thereby therefore however yet if although because while when not to".split()
)
ONLY_BY = "only by"
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
        speaker: Node | None = None
        for number, stretch in enumerate(stretches):
            alone = not headline and not any(is_clause(tree) for s in stretches[number:] for tree in s.trees)
            following = [tree for after in stretches[number + 1 :] for tree in after.trees]
            before = stretches[number - 1] if number else None
            for tree in stretch.trees:
                if goal := aim(tree, following):
                    pieces += self._aimed(*goal)
                    continue
                if self._target is Target.VI:
                    purpose = to_do(tree)
                    if purpose:
                        pieces.append(said_for("để", purpose[0]))
                    said = self._vietnamese.generate(purpose[1] if purpose else tree)
                    pieces += but_also(said) if is_not_only(before) else said
                    continue
                if is_clause(tree):
                    subject = self._english.is_plural_subject(tree, bool(subject))
                clause = Clause(many=bool(subject), tense=self._tense, title=headline or self._shown)
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
                    joint = pieces[-1].text if pieces else ""
                    if new and joint in ("and", ",") and is_not_only(before) and new[0].text[:3] != "but":
                        pieces = [*pieces[:-1], replace(pieces[-1], text="but")]
                elif told := self._told(tree, clause, speaker, before):
                    new = told
                elif subject is None and (supposed := condition(tree)):
                    new = self._supposed(*supposed, clause, following)
                elif opened == ONLY_BY and (can := possibility(tree)) and subject is None:
                    pieces = pieces[:-1] if pieces[-1].text == "," else pieces
                    new = [said_for("is it possible", can[0]), *self._english.generate(can[1], clause, "to")]
                else:
                    carried = ""
                    new = self._stretch(tree, clause, has_subject=subject is not None, alone=alone)
                first = new[0].text if new else ""
                new = new[1:] if first in ANSWERS.get(opened, ()) else new
                if pieces and pieces[-1].text == "," and not headline and is_beside(stretch, before):
                    pieces = parted(pieces, new, last=is_last(stretch))
                opened = first
                pieces += new
            reported, speaker = speaker, None
            if is_reason(stretch, stretches[number + 1 : number + 2]):
                subject = False
                continue
            if reports(stretch):
                speaker = subject_of(stretch.trees[-1]) or reported
                spoken = is_spoken(stretch, stretches[number - 1] if number else None)
                what = stretches[number + 1 : number + 2]
                pieces += mark_pieces(stretch.mark, pieces) if spoken else self._that(what)
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
        if isinstance(tree, Branch) and tree.rule.name == "in-order":
            return pieces, self._english.generate(tree, clause)
        if leaf.token.text == "包括":
            return pieces, self._english.generate(tree, clause, "ing")
        told = form == "past" and clause.title
        scheduled = isinstance(tree, Branch) and tree.rule.name == "expected"
        new = self._english.generate(tree, clause, "" if told or scheduled else form)
        opens = new[0].text.partition(" ")[0] if new else ""
        if last and not clause.title and opens not in CONNECTED:
            pieces = [*pieces[:-1], replace(pieces[-1], text="and")]
        elif last and opens == "and":
            # 参观了园区，并进行座谈: no comma before and.
            pieces = pieces[:-1]
        return pieces, new

    def _told(self, tree: Node, clause: Clause, speaker: Node | None, before: Stretch | None) -> list[Piece]:
        """A verb phrase that needs a pronoun: what a speaker said of himself, what follows 桥建成后."""
        who = speaker
        if who is None and before is not None and before.trees and before.trees[-1].category in ("LP", "PP"):
            who = subject_within(before.trees[-1])
        if who is None or tree.category != "VP" or condition(tree):
            return []
        if speaker is not None and needs(tree):
            return self._stretch(tree, clause, has_subject=False, alone=False)
        pronoun = pronoun_of(who)
        many = is_plural(who) or (pronoun == "they" and head_leaf(who).category != "rn")
        clause = replace(clause, many=many, pronoun=pronoun)
        return [Piece(pronoun), *self._english.generate(tree, clause)]

    def _aimed(self, wish: Leaf, goal: Node) -> list[Piece]:
        """In order to do it, without a subject."""
        if self._target is Target.VI:
            return [said_for("để", wish), *self._vietnamese.generate(goal)]
        return [said_for("in order", wish), *self._english.generate(goal, Clause(tense=self._tense), "to")]

    def _supposed(self, word: Leaf, inner: Node, clause: Clause, following: Sequence[Node]) -> list[Piece]:
        """A condition without a subject: in the passive, with that of the main clause, or as a participle."""
        clause = replace(clause, supposed=True)
        opening = self._english.generate(word, clause)
        if said := self._english.without_subject(inner, clause, alone=True, bare=True):
            return [*opening, *said]
        subject = same_subject(inner, following)
        if subject is None:
            return [*opening, *self._english.generate(inner, clause, "ing")]
        leaf = head_leaf(subject)
        pronoun = pronoun_of(subject)
        many = is_plural(subject) or (pronoun == "they" and leaf.category != "rn")
        return [
            *opening,
            Piece(pronoun),
            *self._english.generate(inner, replace(clause, many=many, pronoun=pronoun)),
        ]

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
        if purpose := to_do(tree):
            return [said_for("to", purpose[0]), *self._english.generate(purpose[1], clause, "base")]
        if tree.category != "VP" or has_subject:
            return self._english.generate(tree, clause)
        sense = head_leaf(tree).sense
        first = sense.en.split(" ")[0] if sense else ""
        if needs(tree):
            leaf = head_leaf(tree)
            if first == "need" and isinstance(tree, Branch) and tree.rule.name == "verb-object-verb":
                # 需要各方努力: it is necessary for all sides to work hard
                who = self._english.generate(tree.children[1], clause, "np")
                doing = self._english.generate(tree.children[2], clause, "to")
                return [said_for("it is necessary for", leaf), *who, *doing]
            if first == "need" and (
                needed := self._english.without_subject(tree, clause, alone=True, bare=True)
            ):
                return needed
            necessary = Piece("it is necessary", leaf.token.start, leaf.token.end)
            rest = [
                p
                for p in self._english.generate(tree, clause, "to")
                if p.text not in ("to have to", "have to", "to need", "need", "")
            ]
            if rest and not rest[0].text.startswith("to "):
                necessary = Piece("it is necessary to", leaf.token.start, leaf.token.end)
            if len(rest) > 1 and not rest[0].text.startswith("to ") and rest[1].text.startswith("to "):
                # 还需加强: it is also necessary to strengthen
                return [Piece("it is"), rest[0], replace(necessary, text="necessary"), *rest[1:]]
            return [necessary, *rest]
        can = possibility(tree)
        if can and isinstance(can[1], Branch) and can[1].rule.name == "verb-clause":
            # 可以看到: it can be seen that
            return [said_for("it can", can[0]), *self._english.generate(can[1], clause, "be")]
        if first in MODALS:
            return self._english.generate(tree, clause)
        said = self._english.without_subject(tree, clause, alone=alone)
        return said or self._english.generate(tree, clause, "ing")

    def _group(self, token: Token) -> list[Piece]:
        """A quotation or bracket with its content. Titles of works are headlines."""
        work = token.text in "《〈"
        told = self._analysis.text[token.start + 1 : token.end - 1]
        title = token.start in self._analysis.titles
        inner = self._row(self._analysis.groups[token.start], headline=work or title)
        if work and is_instrument(told):
            return named(inner, (token.start, token.end), self._target)
        bracket = token.text in "（("
        if bracket and told in VERSIONS:
            inner = [Piece(VERSIONS[told][self._target], token.start + 1, token.end - 1)]
        opening, closing = ("(", ")") if bracket else ("“", "”")
        alone = not work and len(token.inner) == 1
        if alone and inner and inner[0].text in ("the", "a") and inner[0].start < 0:
            # “希望”基金 is the Hope fund.
            inner = inner[1:]
        stretches = self._analysis.groups[token.start]
        if bracket and inner and all(tree.category == "t" for s in stretches for tree in s.trees):
            # (1950–2026), not in 1950–2026.
            inner = [replace(inner[0], text=inner[0].text.removeprefix("in ")), *inner[1:]]
        if work or title or (not bracket and len(token.inner) > 3):
            inner = capitalised(inner)
        return [
            Piece(opening, token.start, token.start + 1),
            *inner,
            Piece(closing, token.end - 1, token.end),
        ]
