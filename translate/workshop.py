"""Puts a pipeline together from what is installed and configured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cache.translations import Translations
from translate.engine import Engine, EngineError
from translate.pipeline import Pipeline
from translate.row import Target

if TYPE_CHECKING:
    from translate.entities import Recogniser

CHOICES = ("auto", "transfer", "argos", "openai")


class Workshop:
    """Termbase, recogniser and engines, each made when first needed and then kept."""

    def __init__(self, *, choice: str = "auto", user_glossary: Path | None = None) -> None:
        if choice not in ("auto", "transfer"):
            raise EngineError(
                f"The engine {choice} is not part of this version of sanyu. Use --engine transfer, which needs"
                " no model."
            )
        self._user_glossary = user_glossary

    def pipeline(
        self,
        translations: Translations | None,
        targets: Sequence[Target] = tuple(Target),
        *,
        ascii_names: bool = False,
    ) -> Pipeline:
        """A pipeline for the targets; several may share this workshop."""
        return Pipeline(
            recogniser=lambda: self.recogniser,
            engines=lambda: self.engines,
            translations=translations,
            targets=targets,
            ascii_names=ascii_names,
        )

    @cached_property
    def recogniser(self) -> Recogniser:
        """The recogniser with the seed glossary and the user's own entries."""
        from translate.entities import Recogniser
        from translate.lexicon import load_lexicon
        from translate.termbase import load_termbase

        return Recogniser(load_termbase(self._user_glossary), load_lexicon())

    @cached_property
    def engines(self) -> Mapping[Target, Sequence[Engine]]:
        """The engines of each target, the preferred one first."""
        from translate.lexicon import load_lexicon
        from translate.transfer.engine import Transfer

        transfer: Engine = Transfer(load_lexicon())
        return {target: (transfer,) for target in Target}
