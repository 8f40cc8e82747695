"""Analysis: a segment read once, for all targets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from seeds.article import Kind
from translate.engine import Job
from translate.lexicon import CORE, Lexicon
from translate.script import simplify
from translate.transfer import patterns
from translate.transfer.chart import Node, read
from translate.transfer.contexts import in_context, with_example
from translate.transfer.grammar import ROOTS, TITLE_ROOTS, Grammar
from translate.transfer.horizons import with_horizons
from translate.transfer.joins import holds_together, joined, size_of
from translate.transfer.senses import choose_senses
from translate.transfer.tokens import Token, tokens_of
from translate.words import segmenter_of

# The share of words without a hand-written entry above which a draft is flagged.
LOW_COVERAGE = 0.4
# The share of single characters above which a text of so many words is hardly modern Chinese.
SINGLE_CHARACTERS, SINGLE_LEAST = 0.75, 8
PAST_WORDS = frozenset(["了", "过", "曾", "曾经", "一度"])
# Figures compared with those of another year have been counted, unless something says that they are expected.
COMPARED = ("同比", "环比")
EXPECTED = frozenset(["将", "预计", "有望", "预测", "会", "可能", "预期", "力争", "争取", "目标"])
UNTIL = frozenset(["到", "至", "截至", "直到"])
# Years before it are told of in the past: a fixed one, so that drafts do not change with the calendar.
PRESENT_YEAR = 2026
# What tells that a day is still to come: January 1 next year.
NEXT, COMING = "next ", frozenset(["明年", "后年", "下月", "下个月", "下周", "下星期", "明天", "后天"])
# What comes before and behind the title of something.
TITLING, THEMES = (
    ("题为", "主题为", "主题是", "题目为", "名为", "标题为", "题目是"),
    ("为主题", "为题", "为名的"),
)
SHORTEST_TITLE = 2
# What has been counted once it is told: 造成20人死亡.
HARMING, HARMED = (
    frozenset(["造成", "导致", "致", "致使"]),
    frozenset(["死亡", "遇难", "丧生", "身亡", "受伤", "失踪"]),
)
UNTOLD = EXPECTED | frozenset(["可", "能", "容易", "易", "如果", "一旦"])
DATED_ROLES = frozenset(["year", "month", "years", "period"])
PAST_ROLES = frozenset(["day", "part", "days"])


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two marks: its trees (one, if it could be read as a whole) and the mark behind."""

    trees: tuple[Node, ...]
    mark: Token | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A segment and its trees. Its dateline or label ends at ``begin``, its photo credit starts at ``body``.

    ``groups`` has the stretches inside each quotation or bracket, by its start offset; ``titles`` the
    offsets of those that are titles, as in 题为“…”.
    """

    text: str
    begin: int
    body: int
    tokens: tuple[Token, ...]
    stretches: tuple[Stretch, ...]
    groups: Mapping[int, tuple[Stretch, ...]]
    titles: frozenset[int] = frozenset()

    @property
    def tells_of_past(self) -> bool:
        """Whether 了, 曾, a day or a past year says that the sentence tells of something done."""
        before = ""
        words = {token.text for token in self.tokens}
        if any(word.startswith(COMPARED) for word in words) and not words & EXPECTED:
            return True
        if words & HARMING and words & HARMED and not words & UNTOLD:
            return True
        for token in self.tokens:
            if token.text in PAST_WORDS:
                return True
            entity = token.entity
            if entity is not None and before not in UNTIL | COMING and NEXT not in entity.en:
                years = re.findall(r"[12]\d{3}", entity.en) if entity.role in DATED_ROLES else []
                if entity.role in PAST_ROLES or (years and int(max(years)) < PRESENT_YEAR):
                    return True
            before = token.text
        return False

    @property
    def is_poorly_covered(self) -> bool:
        """Whether many words come from no hand-written entry, or are single characters as in old Chinese."""
        words = [token for token in self.tokens if token.readings and not token.is_group]
        known = sum(is_covered(token) for token in words)
        if len(words) >= 3 and known < (1 - LOW_COVERAGE) * len(words):
            return True
        single = sum(len(token.text) == 1 and token.entity is None for token in words)
        return len(words) >= SINGLE_LEAST and single > SINGLE_CHARACTERS * len(words)


class Analyst:
    """Reads segments with the lexicon and the grammar."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._segmenter = segmenter_of(lexicon)

    def analyse(self, job: Job) -> Analysis:
        """The analysis of one segment."""
        text = simplify(job.text)
        shows = job.kind.is_caption or job.kind is Kind.BODY
        begin = patterns.head_end(text, job.entities, shows=shows)
        body = len(text)
        if shows:
            body = max(begin, patterns.credit_start(text, job.entities))
        entities = tuple(e for e in job.entities if begin <= e.start and e.end <= body)
        tokens = with_horizons(tokens_of(text[:body], entities, self._segmenter, self._lexicon, begin))
        groups: dict[int, tuple[Stretch, ...]] = {}
        stretches = self._stretches(tokens, groups, titled=job.kind.is_title)
        return Analysis(text, begin, body, tuple(tokens), stretches, groups, frozenset(titles_among(tokens)))

    def _stretches(
        self, tokens: Sequence[Token], groups: dict[int, tuple[Stretch, ...]], *, titled: bool
    ) -> tuple[Stretch, ...]:
        titles = set(titles_among(tokens))
        for token in tokens:
            if token.is_group:
                work = token.text in "《〈" or token.start in titles
                groups[token.start] = self._stretches(naming(token.inner), groups, titled=work)
        roots = TITLE_ROOTS if titled else ROOTS
        parts = [
            (with_example(part) if number else part, mark)
            for number, (part, mark) in enumerate(parted(tokens))
        ]
        return tuple(self._read_on(parts, roots))

    def _read_on(
        self, parts: Sequence[tuple[list[Token], Token | None]], roots: Mapping[str, float]
    ) -> Iterator[Stretch]:
        """The stretches of the parts, of which some are one where a phrase goes on behind a comma."""
        place = 0
        while place < len(parts):
            whole = joined(parts, place)
            trees = self._read(whole[0], roots) if whole else []
            if whole and holds_together(trees):
                yield Stretch(tuple(trees), whole[1])
                place += size_of(whole[0], parts[place:])
                continue
            part, mark = parts[place]
            yield Stretch(tuple(self._read(part, roots)), mark)
            place += 1

    def _read(self, tokens: Sequence[Token], roots: Mapping[str, float]) -> list[Node]:
        trees = read(in_context(tokens), self._grammar, roots)
        choose_senses(trees, self._lexicon)
        return trees


def titles_among(tokens: Sequence[Token]) -> Iterator[int]:
    """The offsets of quotations that are titles: 题为“…”的报告, 以“…”为主题."""
    for place, token in enumerate(tokens):
        if not token.is_group or len(token.inner) < SHORTEST_TITLE:
            continue
        before = tokens[place - 1].text if place else ""
        behind = "".join(other.text for other in tokens[place + 1 : place + 3])
        if before.endswith(TITLING) or behind.startswith(THEMES):
            yield token.start


def naming(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a quotation; one word alone is a noun if it can be: 《自然》 is Nature."""
    if len(tokens) != 1:
        return tokens
    nouns = tuple(reading for reading in tokens[0].readings if reading.category in ("n", "np"))
    return [replace(tokens[0], readings=nouns or tokens[0].readings)]


def parted(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], Token | None]]:
    """The tokens between marks, each row with the mark that ends it.

    White space parts only Chinese from Chinese, as in headlines; beside Latin and digits it is typography.
    """
    current: list[Token] = []
    for number, token in enumerate(tokens):
        if not token.is_mark:
            current.append(token)
        elif not token.text.isspace() or (
            current
            and number + 1 < len(tokens)
            and not current[-1].text.isascii()
            and not tokens[number + 1].text.isascii()
        ):
            yield current, token
            current = []
    if current:
        yield current, None


def is_covered(token: Token) -> bool:
    """Whether a word needs no dictionary behind the hand-written lexicon."""
    if token.entity is not None or token.text.isascii():
        return True
    return any(
        r.sense is None or r.sense.layer == CORE for r in token.readings if r.category != "x"
    ) and not (len(token.readings) == 2 and token.readings[-1].category == "x")
