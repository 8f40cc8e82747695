"""Puts a pipeline together from what is installed and configured."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cache.recognitions import Recognitions
from cache.translations import Translations
from translate.engine import Draft, Engine, EngineError, Job
from translate.fingerprint import digest_of_files, fingerprint, transfer_fingerprint
from translate.pipeline import Pipeline, Remembers, job_of
from translate.remembered import Recognises, RememberingRecogniser
from translate.row import Row, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translate.argos.engine import Argos
    from translate.argos.report import Repair
    from translate.endpoint.settings import EndpointSettings
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
    """Termbase, recogniser and engines, each made when first needed and then kept.

    ``choice`` is one of CHOICES; ``models`` the folder of neural packages, ``endpoint`` the server that
    the engine ``openai`` asks. With ``rescue``, a neural draft that fails its checks gives way to the
    embedded engine's where that passes them. ``told`` is told in a sentence, perhaps
    several times, why one engine gives way to another. Raises EngineError for ``openai`` without an endpoint.
    """

    def __init__(
        self,
        *,
        choice: str = "auto",
        user_glossary: Path | None = None,
        compiled_termbase: Path | None = None,
        models: Path | None = None,
        endpoint: EndpointSettings | None = None,
        rescue: bool = True,
        environ: Mapping[str, str] = os.environ,
        told: Callable[[str], None] = lambda message: None,
    ) -> None:
        self._user_glossary = user_glossary
        self._compiled_termbase = compiled_termbase
        self._choice = choice
        self._models = models
        self._environ = environ
        self._rescue = rescue
        self._told = told
        self._transfer = LazyTransfer()
        self._settings = endpoint
        self._endpoint = self._asked(endpoint) if choice == "openai" else None

    def pipeline(
        self,
        translations: Translations | None,
        targets: Sequence[Target] = tuple(Target),
        *,
        recognitions: Recognitions | None = None,
        ascii_names: bool = False,
        edits: Remembers | None = None,
    ) -> Pipeline:
        """A pipeline for the targets; several may share this workshop.

        Raises EngineError where the engine that was asked for has no model for one of them.
        """
        if self._choice == "argos":
            self._check_models(targets)
        recogniser: Recognises | None = None
        if recognitions is not None:
            recogniser = RememberingRecogniser(
                lambda: self.recogniser, recognitions, self.recognition_fingerprint
            )
        return Pipeline(
            recogniser=lambda: recogniser or self.recogniser,
            engines=lambda: self._engines,
            translations=translations,
            targets=targets,
            ascii_names=ascii_names,
            edits=edits,
            rescue=self._rescue,
            told=self._told,
        )

    def explain_repairs(self, row: Row, target: Target) -> list[Repair]:
        """What the ladder put right in a row's neural draft, step by step; the draft is made again."""
        if self.argos is None or target not in self.argos.targets():
            return []
        pivot = row.cells.get(Target.EN) if self.argos.pivot(target) else None
        job = job_of(row, pivot if pivot is not None and pivot.engine == self.argos.name else None)
        return next(repairs for _, repairs in self.argos.reports([job], target))

    def explain(self, row: Row) -> list[Explained]:
        """How the embedded engine reads a row's segment, word by word."""
        from translate.transfer.explain import explain

        return explain(self._transfer.engine, job_of(row))

    def chosen(self, target: Target) -> Engine:
        """The engine that drafts first for a target."""
        return self._engines[target][0]

    def choices(self, target: Target) -> Sequence[Engine]:
        """All engines there are for a target, whichever was chosen; that one first."""
        known = [*self._engines[target], *([self._installed] if self._installed else []), *self._configured]
        usable: dict[str, Engine] = {}
        for engine in known:
            if target in engine.targets():
                usable.setdefault(engine.name, engine)
        return list(usable.values())

    def renew(self) -> None:
        """Take up a glossary that has changed: the recogniser is made anew when it is next needed."""
        self.__dict__.pop("recogniser", None)
        self.__dict__.pop("_own", None)

    @cached_property
    def _engines(self) -> Mapping[Target, Sequence[Engine]]:
        """For each target the engines to try, in their order."""
        if self._endpoint is not None:
            return {target: (self._endpoint, self._transfer) for target in Target}
        argos = self.argos
        reached = argos.targets() if argos is not None else frozenset()
        return {
            target: (argos, self._transfer) if argos is not None and target in reached else (self._transfer,)
            for target in Target
        }

    @cached_property
    def argos(self) -> Argos | None:
        """The neural engine with this machine's packages; None where there is none, or none is wanted."""
        return self._installed if self._choice in ("auto", "argos") else None

    @cached_property
    def _installed(self) -> Argos | None:
        """The neural engine, wanted or not."""
        if self._models is None:
            return None
        from translate.models.argos import package_folders, subfolders

        if not any(map(subfolders, [self._models, *package_folders(self._environ)])):
            return None  # nothing there to be read, and most of the time that is so
        from translate.models.store import installed

        packages = installed(self._models, self._environ)
        if not packages:
            return None
        from translate.argos.engine import Argos
        from translate.argos.routes import routes_of
        from translate.models.argos import with_settings

        routes = routes_of(packages)
        return Argos(routes, environ=with_settings(self._environ)) if routes else None

    @cached_property
    def _configured(self) -> Sequence[Engine]:
        """The engine that asks the server, where one is configured, wanted or not."""
        if self._endpoint is not None:
            return [self._endpoint]
        try:
            return [self._asked(self._settings)] if self._settings is not None else []
        except EngineError:
            return []

    def _asked(self, settings: EndpointSettings | None) -> Engine:
        from translate.endpoint.engine import Endpoint
        from translate.endpoint.settings import EndpointSettings

        return Endpoint(settings or EndpointSettings(), environ=self._environ)

    def _check_models(self, targets: Sequence[Target]) -> None:
        reached = self.argos.targets() if self.argos is not None else frozenset()
        missing = [target for target in targets if target not in reached]
        if not missing:
            return
        packages = ["zh_en"] if Target.EN not in reached else []
        packages += ["en_vi"] if Target.VI in missing else []
        languages = " and ".join({Target.EN: "English", Target.VI: "Vietnamese"}[one] for one in missing)
        raise EngineError(
            f"argos has no model for {languages}; say sanyu models install {' '.join(packages)},"
            " or use --engine transfer, which needs none.",
            why="no-models",
            names=" ".join(packages),
        )

    @cached_property
    def recogniser(self) -> Recogniser:
        """The recogniser with the seed glossary and the user's own entries, as these are just now."""
        from translate.entities.recogniser import Recogniser
        from translate.lexicon import load_lexicon
        from translate.terms.termbase import load_termbase

        self.__dict__.pop("_own", None)
        _ = self._own  # what another process writes from now on is for the next one
        return Recogniser(load_termbase(self._user_glossary, self._compiled_termbase), load_lexicon())

    @cached_property
    def _own(self) -> str:
        """A digest of the user's own entries: of those that the recogniser knows, if there is one."""
        return digest_of_files([self._user_glossary] if self._user_glossary else [])

    def recognition_fingerprint(self) -> str:
        """A digest of all that the entities of an article depend on besides its text."""
        return f"{fingerprint(*SHAPING)}/{self._own}"


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
