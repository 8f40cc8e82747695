"""Puts a pipeline together from what is installed and configured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cache.recognitions import Recognitions
from cache.translations import Translations
from translate.engine import Draft, Engine, EngineError, Job
from translate.fingerprint import digest_of_files, fingerprint, transfer_fingerprint
from translate.pipeline import Pipeline
from translate.remembered import Recognises, RememberingRecogniser
from translate.row import Row, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translate.entities.recogniser import Recogniser
    from translate.transfer.engine import Transfer
    from translate.transfer.explain import Explained

# What the entities of an article depend on, besides a person's own glossary.
SHAPING = (
    "translate",
    "translate/entities",
    "translate/terms",
    "seeds/glossary",
    "seeds/lexicon",
    "seeds/readings",
)
CHOICES = ("auto", "transfer", "argos", "openai")


class Workshop:
    """Termbase, recogniser and engines, each made when first needed and then kept."""

    def __init__(
        self,
        *,
        choice: str = "auto",
        user_glossary: Path | None = None,
        compiled_termbase: Path | None = None,
    ) -> None:
        if choice not in ("auto", "transfer"):
            raise EngineError(
                f"The engine {choice} is not part of this version of sanyu."
                " Use --engine transfer, which needs no model."
            )
        self._user_glossary = user_glossary
        self._compiled_termbase = compiled_termbase
        self._transfer = LazyTransfer()
        self._engines: Mapping[Target, Sequence[Engine]] = {target: (self._transfer,) for target in Target}

    def pipeline(
        self,
        translations: Translations | None,
        targets: Sequence[Target] = tuple(Target),
        *,
        recognitions: Recognitions | None = None,
        ascii_names: bool = False,
    ) -> Pipeline:
        """A pipeline for the targets; several may share this workshop."""
        recogniser: Recognises | None = None
        if recognitions is not None:
            recogniser = RememberingRecogniser(lambda: self.recogniser, recognitions, self._fingerprint)
        return Pipeline(
            recogniser=lambda: recogniser or self.recogniser,
            engines=lambda: self._engines,
            translations=translations,
            targets=targets,
            ascii_names=ascii_names,
        )

    def explain(self, row: Row) -> list[Explained]:
        """How the embedded engine reads a row's segment, word by word."""
        from translate.transfer.explain import explain

        segment = row.segment
        return explain(self._transfer.engine, Job(segment.text, row.entities, segment.kind))

    @cached_property
    def recogniser(self) -> Recogniser:
        """The recogniser with the seed glossary and the user's own entries."""
        from translate.entities.recogniser import Recogniser
        from translate.lexicon import load_lexicon
        from translate.terms.termbase import load_termbase

        return Recogniser(load_termbase(self._user_glossary, self._compiled_termbase), load_lexicon())

    def _fingerprint(self) -> str:
        own = digest_of_files([self._user_glossary] if self._user_glossary else [])
        return f"{fingerprint(*SHAPING)}/{own}"


class LazyTransfer:
    """The embedded engine, whose tables are loaded when the first segment has to be drafted."""

    name = "transfer"
    appetite = 32

    def pivot(self, target: Target) -> None:
        """It needs none."""

    @cached_property
    def fingerprint(self) -> str:
        """The engine's fingerprint, known without loading it."""
        return transfer_fingerprint()

    def targets(self) -> frozenset[Target]:
        """Both languages, always."""
        return frozenset(Target)

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft]:
        """One draft a job."""
        return self.engine.translate(jobs, target)

    @cached_property
    def engine(self) -> Transfer:
        """The engine itself, loaded now."""
        from translate.lexicon import load_lexicon
        from translate.transfer.engine import Transfer

        return Transfer(load_lexicon())
