"""The chart: finds the cheapest way to read a row of tokens with the grammar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translate.lexicon import Sense
from translate.transfer.grammar import ROOTS, Grammar, Rule
from translate.transfer.tokens import Token
from translate.transfer.word_readings import Reading, is_verbal

# Of readings that cost the same, the one whose first part is longest wins: [这种鸟]的翅膀.
EVEN = 1e-9
# A clause in pieces is worse than almost any reading of it as a whole.
SEAM = 5.0
# A noun that ends a compound is a noun like others once the tree stands.
SAME_LEAF = {
    **dict.fromkeys(("nh", "ng", "nce", "nq", "nk", "nl", "nz", "gx", "cq", "nv", "np", "nct", "nsum"), "n"),
    **dict.fromkeys(("vb", "vw", "vd", "vmk", "gt", "vp", "vz", "vq", "vgi", "vcl", "vst"), "vt"),
    "nvh": "n", "vl": "vi", "ac": "a", "aq": "a", "hz": "n", "fs": "f", "vdl": "vv", "bth": "vv", "nzui": "n",
    "ab": "d", "bei": "am", "mt": "mo", "mv": "m", "fv": "f", "bo": "b",
}  # fmt: skip
# What a clause costs more whose subject may be a verb.
DEED_FOR_SUBJECT = 0.75
# Predicates that tell how much was done: 引进外资达366亿美元.
REACHING = frozenset(["达", "达到", "超过", "约达", "为", "逾"])
# Prepositions of somebody to whom or for whom, and what a clause costs more that opens with them and then
# has a subject, without a mark between: 为国家发展作出贡献 is no clause.
RECEIVING = frozenset(["为", "对", "与", "向", "同", "给", "就"])
RECEIVER_FIRST = 0.7
# What goes on with the subject of before, and what a clause costs more that has one of its own behind it.
GOING_ON = frozenset(["并", "并且"])
JOINED_CLAUSE = "clause-conjunction"
SUBJECT_BEHIND = 0.6
# Longer rows are cut in two before parsing, since the time grows with the cube of the length.
LONGEST = 36


@dataclass(slots=True)
class Leaf:
    """A token read in one way. ``sense`` may be replaced once the words around it are known."""

    category: str
    token: Token
    sense: Sense | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A rule applied to children, in the order of the Chinese."""

    category: str
    rule: Rule
    children: tuple[Node, ...]


Node = Leaf | Branch

Back = tuple[Rule | None, int, str, str] | tuple[Rule, str] | Reading
Cell = dict[str, tuple[float, Back]]
Partners = dict[str, tuple[tuple[str, float, Rule | None], ...]]
Start = tuple[float, str, Partners]


@dataclass(slots=True)
class Chart:
    """The cheapest reading of every stretch of tokens, by category."""

    tokens: Sequence[Token]
    grammar: Grammar
    cells: list[list[Cell]] = field(init=False)
    # Of each cell, the categories that may begin something: cost, category, what may follow.
    starts: list[list[list[Start]]] = field(init=False)
    _found: frozenset[str] = field(init=False)
    _partners: dict[str, Partners] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        size = len(self.tokens)
        self._found = frozenset(reading.category for token in self.tokens for reading in token.readings)
        self.cells = [[{} for _ in range(size + 1)] for _ in range(size)]
        self.starts = [[[] for _ in range(size + 1)] for _ in range(size)]
        for start, token in enumerate(self.tokens):
            cell = self.cells[start][start + 1]
            for reading in token.readings:
                if reading.category not in cell or reading.cost < cell[reading.category][0]:
                    cell[reading.category] = reading.cost, reading
            self._close(cell)
            self._open(start, start + 1)
        for length in range(2, size + 1):
            for start in range(size - length + 1):
                self._fill(start, start + length)

    def _fill(self, start: int, end: int) -> None:
        cell = self.cells[start][end]
        row = self.starts[start]
        for split in range(start + 1, end):
            right = self.cells[split][end]
            if not right:
                continue
            for left_cost, left_category, partners in row[split]:
                # Not the common keys, which come in another order in each process: of readings that cost
                # the same, always the same must win.
                for right_category, joined in partners.items():
                    found = right.get(right_category)
                    if found is None:
                        continue
                    base = left_cost + found[0]
                    for result, cost, rule in joined:
                        total = base + cost
                        known = cell.get(result)
                        if known is None or total <= known[0] + EVEN:
                            cell[result] = total, (rule, split, left_category, right_category)
        if cell:
            self._close(cell)
            self._open(start, end)

    def _open(self, start: int, end: int) -> None:
        """Notes which categories of a cell may begin something."""
        self.starts[start][end] = [
            (found[0], category, partners)
            for category, found in self.cells[start][end].items()
            if (partners := self._partners_of(category))
        ]

    def _partners_of(self, category: str) -> Partners:
        """What may follow a category in this row: nothing that needs a word which does not occur."""
        known = self._partners.get(category)
        if known is None:
            gates, found = self.grammar.gates, self._found
            known = {}
            for right, joined in self.grammar.binary.get(category, {}).items():
                if right in found or (right in gates and not gates[right].isdisjoint(found)):
                    useful = tuple(item for item in joined if item[2] or self._partners_of(item[0]))
                    if useful:
                        known[right] = useful
            self._partners[category] = known
        return known

    def _close(self, cell: Cell) -> None:
        """Applies the rules of one part until nothing gets cheaper."""
        unary = self.grammar.unary
        waiting = list(cell)
        while waiting:
            category = waiting.pop()
            cost = cell[category][0]
            for result, more, rule in unary.get(category, ()):
                known = cell.get(result)
                if known is None or cost + more < known[0]:
                    cell[result] = cost + more, (rule, category)
                    waiting.append(result)

    def best(self, roots: Mapping[str, float]) -> list[Node]:
        """The cheapest row of trees that covers all tokens, one tree if there is one."""
        size = len(self.tokens)
        costs: list[float] = [0.0] + [float("inf")] * size
        steps: list[tuple[int, str]] = [(0, "")] * (size + 1)
        for end in range(1, size + 1):
            for start in range(end):
                for category, (cost, _) in self.cells[start][end].items():
                    root = roots.get(category)
                    if root is None:
                        # Anything may stand alone, if it must.
                        if end - start > 1:
                            continue
                        root = 4.0 if category == "q" else 2.0
                    if category == "CL" and self._has_deed_for_subject(start, end):
                        root += DEED_FOR_SUBJECT
                    if category == "CL" and self._opens_with_receiver(start, end):
                        root += RECEIVER_FIRST
                    if category == "CL" and self.tokens[start].text in GOING_ON:
                        root += SUBJECT_BEHIND
                    total = costs[start] + cost + root + (SEAM if start else 0.0)
                    if total < costs[end]:
                        costs[end], steps[end] = total, (start, category)
        trees: list[Node] = []
        end = size
        while end:
            start, category = steps[end]
            trees.append(self._tree(start, end, category))
            end = start
        return trees[::-1]

    def _has_deed_for_subject(self, start: int, end: int) -> bool:
        """Whether a clause's subject is a word that may be a verb: 革新治理思维 is no clause."""
        back = self.cells[start][end]["CL"][1]
        if isinstance(back, Reading) or len(back) != 4 or back[0] is None or back[0].name != "clause":
            return False
        token = self.tokens[start]
        if self.tokens[back[1]].text in REACHING:
            return False
        if back[1] != start + 1 or token.entity is not None or not is_verbal(token.readings):
            return False
        predicate = self.cells[back[1]][end]["VP"][1]
        return (
            not isinstance(predicate, Reading)
            and predicate[0] is not None
            and predicate[0].name == "verb-object"
        )

    def _opens_with_receiver(self, start: int, end: int) -> bool:
        """Whether a clause opens with a phrase such as 为各国 and its subject follows."""
        back = self.cells[start][end]["CL"][1]
        if not isinstance(back, Reading) and len(back) == 4 and back[0] and back[0].name == JOINED_CLAUSE:
            return self._opens_with_receiver(back[1], end)
        if self.tokens[start].text not in RECEIVING:
            return False
        back = self.cells[start][end]["CL"][1]
        return not isinstance(back, Reading) and back[0] is not None and back[0].name == "clause-pp"

    def _tree(self, start: int, end: int, category: str) -> Node:
        back = self.cells[start][end][category][1]
        if isinstance(back, Reading):
            return Leaf(SAME_LEAF.get(category, category), self.tokens[start], back.sense)
        if len(back) == 2:
            return Branch(category, back[0], (self._tree(start, end, back[1]),))
        rule, split, left, right = back
        assert rule is not None
        return Branch(category, rule, (*self._parts(start, split, left), self._tree(split, end, right)))

    def _parts(self, start: int, end: int, category: str) -> tuple[Node, ...]:
        """The tree of a category, or the trees that a joined category stands for."""
        back = self.cells[start][end][category][1]
        if not isinstance(back, Reading) and len(back) == 4 and back[0] is None:
            _, split, left, right = back
            return (*self._parts(start, split, left), self._tree(split, end, right))
        return (self._tree(start, end, category),)


def read(tokens: Sequence[Token], grammar: Grammar, roots: Mapping[str, float] = ROOTS) -> list[Node]:
    """The trees of a row of tokens; rows that are too long are cut where a new phrase begins."""
    if len(tokens) <= LONGEST:
        return Chart(tokens, grammar).best(roots) if tokens else []
    middle = range(LONGEST // 2, LONGEST)
    cut = next((i for i in reversed(middle) if tokens[i].begins_phrase), LONGEST)
    return [*Chart(tokens[:cut], grammar).best(roots), *read_on(tokens[cut:], grammar)]


def read_on(tokens: Sequence[Token], grammar: Grammar) -> list[Node]:
    """The rest of an endless row, piece by piece, without deep recursion."""
    trees: list[Node] = []
    while len(tokens) > LONGEST:
        trees += Chart(tokens[:LONGEST], grammar).best(ROOTS)
        tokens = tokens[LONGEST:]
    return [*trees, *read(tokens, grammar)]
