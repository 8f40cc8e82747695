"""The embedded engine: rule-based shallow transfer, with no model and no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.engine import Draft, Job
from translate.fingerprint import transfer_fingerprint
from translate.lexicon import Lexicon
from translate.row import Target
from translate.script import simplify
from translate.transfer import patterns
from translate.transfer.analysis import Analysis, Analyst
from translate.transfer.doubles import without_doubles
from translate.transfer.draft import capitalised, put_together, with_articles
from translate.transfer.grammar import load_grammar
from translate.transfer.headlines import in_headline_style, in_title_case
from translate.transfer.sentence import Sentence

# A batch is drafted for one target after the other: its analyses are kept for the second.
KEPT = 256


class Transfer:
    """Analyses Chinese into trees, orders them for the target, generates text."""

    name = "transfer"
    appetite = 32

    def __init__(self, lexicon: Lexicon) -> None:
        self._analyst = Analyst(lexicon, load_grammar())
        self._analyses: dict[Job, Analysis] = {}

    @property
    def fingerprint(self) -> str:
        """A digest of the rules and tables that shape its drafts."""
        return transfer_fingerprint()

    def targets(self) -> frozenset[Target]:
        """Both languages, always."""
        return frozenset(Target)

    def pivot(self, target: Target) -> None:
        """It needs none."""

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft]:
        """One draft a job."""
        return (self.draft(job, target) for job in jobs)

    def draft(self, job: Job, target: Target) -> Draft:
        """The draft of one segment."""
        whole = patterns.sign_off(simplify(job.text), job.entities, target)
        if whole is not None:
            return Draft(*put_together(whole))
        analysis = self.analyse(job)
        pieces = without_doubles(Sentence(analysis, job, target).pieces())
        if target is Target.EN:
            pieces = with_articles(pieces)
            pieces = in_headline_style(pieces) if job.kind.is_title else pieces
        head = patterns.head(analysis.text[: analysis.begin], job.entities, target)
        if job.kind.is_title and target is Target.EN:
            head = in_title_case(head)
        tail = patterns.credit(analysis.text, job.entities, analysis.body, target)
        text, links = put_together([*head, *capitalised(pieces), *tail])
        return Draft(text, links, ("coverage",) if analysis.is_poorly_covered else ())

    def analyse(self, job: Job) -> Analysis:
        """How a segment is read."""
        analysis = self._analyses.get(job)
        if analysis is None:
            if len(self._analyses) >= KEPT:
                self._analyses.clear()
            analysis = self._analyses[job] = self._analyst.analyse(job)
        return analysis
