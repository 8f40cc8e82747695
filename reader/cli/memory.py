"""What a pipeline finds: translations and entities of earlier runs, and what a person wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import click

from cache.places import Places
from cache.recognitions import Recognitions
from cache.translations import Translations
from reader.cli.console import plural
from reader.cli.options import settings
from translate.memory.edits import Edits
from translate.memory.memory import TranslationMemory
from translate.pipeline import Pipeline
from translate.row import Target
from translate.workshop import Workshop


class Memory:
    """The two databases of the cache and the translation memory, open while a command runs.

    ``edits`` is the memory; its file is not made before something is written into it.
    """

    def __init__(self, places: Places, notice: Callable[[str], None]) -> None:
        self._notice = notice
        self.translations = Translations(places.translations, notice)
        self.recognitions = Recognitions(places.recognitions, notice)
        self.edits = TranslationMemory(places.memory, notice, places.backups)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._keep_within_limit()
        self.translations.close()
        self.recognitions.close()
        self.edits.close()

    def _keep_within_limit(self) -> None:
        """Does what ``sanyu cache gc`` does where the cache has clearly outgrown its limit."""
        if click.get_current_context(silent=True) is None:
            # Only commands have settings.
            return
        from cache.upkeep import MEGABYTE, keep_within

        limit = settings().cache_limit_mb
        done = keep_within(self.translations, self.recognitions, limit * MEGABYTE)
        if done is not None and (done.translations or done.recognitions):
            self._notice(
                f"The cache had outgrown its limit of {limit:,} MB (cache_limit_mb):"
                f" {plural(done.translations, 'translation')} of old versions or long ago forgotten."
            )

    def pipeline(
        self, workshop: Workshop, targets: Sequence[Target], *, ascii_names: bool = False
    ) -> Pipeline:
        """A pipeline of the workshop that remembers."""
        return workshop.pipeline(
            self.translations,
            targets,
            recognitions=self.recognitions,
            ascii_names=ascii_names,
            edits=Edits(self.edits),
        )
