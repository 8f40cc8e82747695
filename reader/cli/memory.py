"""What earlier runs left behind for a pipeline: translations, and entities of known articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from cache.places import Places
from cache.recognitions import Recognitions
from cache.translations import Translations
from translate.pipeline import Pipeline
from translate.row import Target
from translate.workshop import Workshop


class Memory:
    """The two databases of the cache, open while a command runs."""

    def __init__(self, places: Places, notice: Callable[[str], None]) -> None:
        self._translations = Translations(places.translations, notice)
        self._recognitions = Recognitions(places.recognitions, notice)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._translations.close()
        self._recognitions.close()

    def pipeline(
        self, workshop: Workshop, targets: Sequence[Target], *, ascii_names: bool = False
    ) -> Pipeline:
        """A pipeline of the workshop that remembers."""
        return workshop.pipeline(
            self._translations, targets, recognitions=self._recognitions, ascii_names=ascii_names
        )
