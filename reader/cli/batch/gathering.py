"""A worker's view of the cache: it reads what is there, and gathers what it would write for the parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cache.recognitions import Recognitions
from cache.translations import Translation, Translations

# Drafts a worker has sent, but the parent may not have stored yet.
KEPT = 4096


class GatheringTranslations(Translations):
    """Translations that are not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._recent: dict[bytes, Translation] = {}
        self._gathered: list[Translation] = []
        self._lookups = self._hits = 0

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Translation]:
        """The remembered drafts among ``keys``, and those that were gathered."""
        found = super().get_many(keys)
        for key in keys:
            if key not in found and key in self._recent:
                found[key] = self._recent[key]
        return found

    def put_many(self, drafts: Sequence[Translation]) -> None:
        """Gathers drafts."""
        self._gathered.extend(drafts)
        for draft in drafts:
            self._recent[draft.key] = replace(draft, earlier=False)
        while len(self._recent) > KEPT:
            del self._recent[next(iter(self._recent))]

    def count_lookups(self, lookups: int, hits: int) -> None:
        """Counts for the parent, who writes the sum."""
        self._lookups += lookups
        self._hits += hits

    def taken(self) -> tuple[list[Translation], int, int, int]:
        """What was gathered since last asked: drafts, look-ups, hits, hits of an interrupted run."""
        gathered = (self._gathered, self._lookups, self._hits, self.resumed)
        self._gathered, self._lookups, self._hits, self.resumed = [], 0, 0, 0
        return gathered


class GatheringRecognitions(Recognitions):
    """Recognitions that are not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._gathered: list[tuple[bytes, str]] = []

    def put(self, key: bytes, entities: str) -> None:
        """Gathers the entities of a stretch."""
        self._gathered.append((key, entities))

    def taken(self) -> list[tuple[bytes, str]]:
        """What was gathered since last asked."""
        gathered, self._gathered = self._gathered, []
        return gathered
