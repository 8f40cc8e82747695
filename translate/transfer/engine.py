"""The embedded engine: rule-based shallow transfer, with no model and no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version

from seeds.article import Kind
from seeds.tables import folder
from translate.engine import Draft, Job
from translate.lexicon import CORE, Lexicon
from translate.row import Target
from translate.script import simplify
from translate.transfer import patterns
from translate.transfer.chart import Branch, Node, read
from translate.transfer.draft import Piece, capitalised, put_together, with_articles
from translate.transfer.english import Clause, English
from translate.transfer.grammar import RULES, Grammar, load_grammar
from translate.transfer.senses import choose_senses
from translate.transfer.tokens import Token, tokens_of
from translate.transfer.vietnamese import Vietnamese
from translate.words import Segmenter

MARKS = {
    "，": ",", ",": ",", "。": ".", ".": ".", "；": ";", ";": ";", "：": ":", ":": ":", "！": "!", "!": "!",
    "？": "?", "?": "?", "…": "...", "……": "...", "—": "–", "——": "–", "–": "–", "-": "-", "·": "·",
    "“": "“", "”": "”", "（": "(", "）": ")", "(": "(", ")": ")", "《": "“", "》": "”", "~": "–", "～": "–",
    "「": "“", "」": "”", "『": "“", "』": "”", "【": "[", "】": "]", "[": "[", "]": "]", "‘": "‘", "’": "’",
}  # fmt: skip
QUOTE_MARKS = ("“", "”")
# A share of content words that no hand-written entry covers, above which a draft is flagged.
LOW_COVERAGE = 0.4


class Transfer:
    """Analyses Chinese into trees, orders them for the target, generates text."""

    name = "transfer"

    def __init__(self, lexicon: Lexicon, grammar: Grammar | None = None) -> None:
        self._lexicon = lexicon
        self._grammar = grammar or load_grammar()
        self._segmenter = Segmenter(lexicon)
        self.fingerprint = fingerprint()

    def targets(self) -> frozenset[Target]:
        """Both languages, always."""
        return frozenset(Target)

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft]:
        """One draft a job."""
        return (self.draft(job, target) for job in jobs)

    def draft(self, job: Job, target: Target) -> Draft:
        """The draft of one segment."""
        text = simplify(job.text)
        whole = patterns.sign_off(text, target)
        if whole is not None:
            return Draft(*put_together(whole))
        begin, head = patterns.dateline(text, job.entities, target)
        body, tail = len(text), []
        if job.kind.is_caption or job.kind is Kind.BODY:
            found = patterns.credit(text, target)
            if found:
                body, tail = found
        entities = tuple(entity for entity in job.entities if begin <= entity.start and entity.end <= body)
        tokens = tokens_of(text[:body], entities, self._segmenter, self._lexicon, begin)
        title = job.kind.is_title
        pieces = self._sentence(tokens, target, tense_of(tokens, title=title or job.kind.is_caption), title)
        if tail and pieces and pieces[-1].text not in (".", "!", "?"):
            pieces.append(Piece("."))
        if target is Target.EN:
            pieces = with_articles(pieces)
        sentence, links = put_together([*head, *capitalised(pieces), *tail])
        flags = ("coverage",) if is_poorly_covered(tokens) else ()
        return Draft(sentence, links, flags)

    def trees(self, job: Job) -> list[list[Node]]:
        """How a segment is read: the trees of each stretch between marks."""
        tokens = tokens_of(simplify(job.text), job.entities, self._segmenter, self._lexicon)
        return [self._read(stretch) for stretch, _ in stretches(tokens)]

    def _read(self, tokens: Sequence[Token]) -> list[Node]:
        trees = read(tokens, self._grammar)
        choose_senses(trees, self._lexicon)
        return trees

    def _sentence(self, tokens: Sequence[Token], target: Target, tense: str, title: bool) -> list[Piece]:
        """The pieces of a row of tokens: each stretch between marks is read by itself."""
        pieces: list[Piece] = []
        many = False
        for stretch, mark in stretches(tokens):
            trees = self._read(stretch)
            for number, tree in enumerate(trees):
                clause = Clause(many=many, tense=tense, title=title)
                if target is Target.EN:
                    generator = English(lambda token: self._group(token, Target.EN, tense))
                    many = subject_number(generator, tree, many)
                    clause = Clause(many=many, tense=tense, title=title)
                    made = self._adverbial(generator, tree, clause)
                else:
                    made = Vietnamese(lambda token: self._group(token, Target.VI, tense)).generate(tree)
                pieces += made
                del number
            pieces += mark_pieces(mark, pieces)
        return pieces

    @staticmethod
    def _adverbial(generator: English, tree: Node, clause: Clause) -> list[Piece]:
        """A time that stands alone between commas takes its preposition."""
        if tree.category == "t":
            return generator._node(tree, "adv", clause)
        return generator.generate(tree, clause)

    def _group(self, token: Token, target: Target, tense: str) -> list[Piece]:
        """A quotation or bracket with its content."""
        inner = self._sentence(token.inner, target, tense, title=token.text == "《")
        if token.text in "（(":
            opening, closing = "(", ")"
        else:
            opening, closing = QUOTE_MARKS
            if token.text in "《〈" or (inner and len(token.inner) > 3):
                inner = capitalised(inner)
        return [
            Piece(opening, token.start, token.start + 1),
            *inner,
            Piece(closing, token.end - 1, token.end),
        ]


def stretches(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], Token | None]]:
    """The tokens between marks, each with the mark that ends it.

    White space parts only Chinese from Chinese, as in headlines; beside Latin and digits it is typography.
    """
    current: list[Token] = []
    for number, token in enumerate(tokens):
        if not token.is_mark:
            current.append(token)
        elif not token.text.isspace():
            yield current, token
            current = []
        elif current and number + 1 < len(tokens):
            if not current[-1].text.isascii() and not tokens[number + 1].text.isascii():
                yield current, token
                current = []
    if current:
        yield current, None


def mark_pieces(mark: Token | None, before: Sequence[Piece]) -> list[Piece]:
    """The target's punctuation for a mark; white space between Chinese words becomes a comma."""
    if mark is None:
        return []
    if mark.text.isspace():
        return [Piece(",", mark.start, mark.end)] if before and before[-1].text not in MARKS.values() else []
    text = MARKS.get(mark.text)
    if text is None:
        text = "..." if set(mark.text) <= {"…"} else mark.text
    return [Piece(text, mark.start, mark.end)]


def tense_of(tokens: Sequence[Token], *, title: bool) -> str:
    """The tense of a sentence's plain verbs: past where 了, 曾 or a day tells of something done."""
    if title:
        return "present"
    for token in tokens:
        if token.text in ("了", "过", "曾", "曾经"):
            return "past"
        if token.entity is not None and token.entity.role in ("day", "part", "days"):
            return "past"
    return "present"


def subject_number(generator: English, tree: Node, many: bool) -> bool:
    """Whether the subject is plural; a stretch without one keeps that of the stretch before."""
    if isinstance(tree, Branch) and tree.category == "CL" and tree.rule.name.startswith("clause"):
        return many if tree.rule.name != "clause" else generator._is_plural(tree.children[0])
    return many


def is_poorly_covered(tokens: Sequence[Token]) -> bool:
    """Whether many words come from no hand-written entry."""
    words = [t for t in tokens if t.readings and not t.is_group]
    known = sum(
        t.entity is not None
        or t.text == "、"
        or t.text.isascii()
        or any(r.sense is not None and r.sense.layer == CORE for r in t.readings)
        or len(t.readings) == 1
        and t.readings[0].category in ("的", "了", "所", "等", "m")
        for t in words
    )
    return len(words) >= 3 and known < (1 - LOW_COVERAGE) * len(words)


def fingerprint() -> str:
    """Engine, version and a digest of the tables and rules that shape its drafts."""
    try:
        number = version("sanyu")
    except PackageNotFoundError:
        number = "0"
    digest = blake2b(RULES.encode(), digest_size=6)
    for name in ("lexicon", "readings"):
        for table in sorted(folder(name).iterdir(), key=lambda t: t.name):
            if table.name.endswith(".tsv"):
                digest.update(table.read_bytes())
    return f"transfer/{number}/{digest.hexdigest()}"
