"""A cluster worker's view of the cache and the memory: what came with the article it is at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from cache.translations import Translation
from cache.unit import Unit
from reader.cli.batch.cluster.parcel import Parcel
from reader.cli.batch.gathering import GatheringRecognitions, GatheringTranslations
from translate.memory.edits import cell_of
from translate.row import Cell, Row, Target


class CarriedTranslations(GatheringTranslations):
    """Drafts that came with an article, over an empty database; what is put is gathered."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._carried: dict[bytes, tuple[Translation, bool]] = {}

    def carry(self, parcel: Parcel) -> None:
        """Takes the drafts of the next article; those of the last are dropped."""
        self._carried = {draft.key: (draft, resumed) for draft, resumed in parcel.drafts}

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Translation]:
        """The drafts among ``keys`` that came along or were gathered."""
        found = super().get_many(keys)
        brought = [self._carried[key] for key in keys if key in self._carried]
        found.update((draft.key, draft) for draft, _ in brought)
        self.count_lookups(0, len(brought))
        self.resumed += sum(resumed for _, resumed in brought)
        return found


class CarriedRecognitions(GatheringRecognitions):
    """Entities that came with an article, over an empty database; what is put is gathered."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._carried: Mapping[bytes, str] = {}

    def carry(self, parcel: Parcel) -> None:
        """Takes the entities of the next article."""
        self._carried = parcel.recognitions

    def get(self, key: bytes) -> str | None:
        """The entities of a stretch, or None."""
        return self._carried.get(key)


class CarriedEdits:
    """What a person wrote in the segments of the article."""

    def __init__(self) -> None:
        self._units: Mapping[Target, Mapping[int, Unit]] = {}

    def carry(self, parcel: Parcel) -> None:
        """Takes the edits of the next article."""
        self._units = parcel.units

    def cells(self, rows: Sequence[Row], target: Target, texts: Sequence[str]) -> list[Cell | None]:
        """For each row what a person wrote or approved."""
        units = self._units.get(target, {})
        known = [units.get(row.segment.index) for row in rows]
        return [cell_of(unit, row, target) if unit else None for unit, row in zip(known, rows, strict=True)]
