"""From an article to rows: segments, entities, cache, engines, checks."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from cache.translations import Translation, Translations, key_of
from seeds.article import Article, Kind
from translate.checks import flags_of
from translate.engine import Draft, Engine, EngineError, Job
from translate.remembered import Recognises
from translate.row import Cell, Entity, Link, Row, Target
from translate.segment import segments_of

# Names are sought within stretches of this many segments: an article has some dozens, and in a book
# the first page must not wait for the last. Fixed, so that the same text gives the same entities.
STRETCH = 400
BATCH = 32
LINK = struct.Struct("<4I")


class NoEngineError(EngineError):
    """No engine could translate a segment."""


class Pipeline:
    """Turns articles into rows. Cheap to construct; use one from one thread at a time.

    ``recogniser`` and ``engines`` are asked for when first needed; the engines of a target are
    tried in their order, and whoever follows the first flags its cells ``fallback``.
    """

    def __init__(
        self,
        *,
        recogniser: Callable[[], Recognises],
        engines: Callable[[], Mapping[Target, Sequence[Engine]]],
        translations: Translations | None,
        targets: Sequence[Target] = tuple(Target),
        ascii_names: bool = False,
    ) -> None:
        self._recogniser = recogniser
        self._engines = engines
        self._translations = translations
        self.targets = tuple(targets)
        self._ascii_names = ascii_names

    def open(self, article: Article) -> tuple[Row, ...]:
        """The article's rows as segments only: no entities, no cells. Fast, loads nothing heavy."""
        return tuple(Row(segment) for segment in segments_of(article))

    def fill(
        self, rows: Sequence[Row], *, first: int = 0, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[list[Row]]:
        """Rows with entities and cells, in batches, those from index ``first`` on before the others.

        ``rows`` are all rows of one article as ``open`` gave them. ``stop`` is asked between
        batches. Every batch is committed to the cache before it is yielded.
        """
        stretches = [range(start, min(start + STRETCH, len(rows))) for start in range(0, len(rows), STRETCH)]
        chosen = min(first // STRETCH, max(0, len(stretches) - 1))
        for stretch in stretches[chosen:] + stretches[:chosen]:
            if stop():
                return
            known = self._with_entities([rows[i] for i in stretch])
            offset = max(0, first - stretch.start) if stretch.start <= first < stretch.stop else 0
            ordered = known[offset:] + known[:offset]
            for start in range(0, len(ordered), BATCH):
                if stop():
                    return
                yield self._translated(ordered[start : start + BATCH])

    def _with_entities(self, rows: Sequence[Row]) -> list[Row]:
        found = self._recogniser().recognise([row.segment for row in rows])
        if self._ascii_names:
            found = [tuple(in_ascii(entity) for entity in entities) for entities in found]
        return [replace(row, entities=entities) for row, entities in zip(rows, found, strict=True)]

    def _translated(self, rows: list[Row]) -> list[Row]:
        """The rows with all cells: from the cache, the misses from an engine, those then remembered."""
        for target in self.targets:
            engines = self._engines()[target]
            cells = self._remembered(rows, target, engines)
            misses = [number for number, cell in enumerate(cells) if cell is None]
            if misses:
                drafted = self._draft([rows[number] for number in misses], target, engines)
                for number, cell in zip(misses, drafted, strict=True):
                    cells[number] = cell
            rows = [row.with_cell(target, cell) for row, cell in zip(rows, cells, strict=True) if cell]
        return rows

    def _remembered(
        self, rows: Sequence[Row], target: Target, engines: Sequence[Engine]
    ) -> list[Cell | None]:
        if self._translations is None:
            return [None] * len(rows)
        keys = [cache_key(row, target, engines[0].fingerprint) for row in rows]
        found = self._translations.get_many(keys)
        return [
            Cell(hit.text, hit.engine, True, hit.flags, unpack_links(hit.alignment)) if hit else None
            for hit in (found.get(key) for key in keys)
        ]

    def _draft(self, rows: Sequence[Row], target: Target, engines: Sequence[Engine]) -> list[Cell]:
        """New cells for rows, each text translated once, and remembered under the first engine's key."""
        jobs = [Job(row.segment.text, row.entities, row.segment.kind) for row in rows]
        keys = [cache_key(row, target, engines[0].fingerprint) for row in rows]
        distinct = {key: job for key, job in zip(keys, jobs, strict=True)}
        drafted = dict(zip(distinct, self._ask(list(distinct.values()), target, engines), strict=True))
        cells: dict[bytes, Cell] = {}
        for key, job in distinct.items():
            draft, engine = drafted[key]
            flags = [*draft.flags, *flags_of(job.text, draft.text, job.entities, target)]
            if engine is not engines[0]:
                flags.append("fallback")
            cells[key] = Cell(draft.text, engine.name, False, tuple(dict.fromkeys(flags)), draft.alignment)
        if self._translations is not None:
            self._translations.put_many(
                [
                    Translation(
                        key, job.text, target.value, cell.engine, drafted[key][1].fingerprint,
                        cell.text, cell.flags, pack_links(cell.alignment),
                    )
                    for (key, job), cell in zip(distinct.items(), cells.values(), strict=True)
                    # What only stands in for the first engine is not remembered as its work.
                    if "fallback" not in cell.flags
                ]
            )  # fmt: skip
        return [cells[key] for key in keys]

    def _ask(self, jobs: list[Job], target: Target, engines: Sequence[Engine]) -> list[tuple[Draft, Engine]]:
        """A draft for each job from the first engine that gives one."""
        answers: list[tuple[Draft, Engine]] = []
        reasons: list[str] = []
        for engine in engines:
            try:
                for draft in engine.translate(jobs[len(answers) :], target):
                    answers.append((draft, engine))
            except EngineError as error:
                reasons.append(f"{engine.name}: {error}")
            if len(answers) == len(jobs):
                return answers
        raise NoEngineError("; ".join(reasons) or "no engine is set up for this language")


def cache_key(row: Row, target: Target, fingerprint: str) -> bytes:
    """The key of a row's cell. Blocks that engines write in a style of their own get keys of their own."""
    renderings = [(entity.zh, entity.rendering(target)) for entity in row.entities]
    return key_of(row.segment.text, target.value, f"{fingerprint}/{style_of(row.segment.kind)}", renderings)


def style_of(kind: Kind) -> str:
    """The style engines may tell apart: headlines, captions, datelines, sign-offs, running text."""
    if kind.is_title:
        return "title"
    if kind.is_caption:
        return "caption"
    return kind.value if kind in (Kind.DATELINE, Kind.SIGN_OFF) else "text"


def in_ascii(entity: Entity) -> Entity:
    """The entity with Vietnamese letters in its English written without diacritics."""
    decomposed = unicodedata.normalize("NFD", entity.en.replace("đ", "d").replace("Đ", "D"))
    return replace(entity, en="".join(c for c in decomposed if not unicodedata.combining(c)))


def pack_links(links: Sequence[Link]) -> bytes:
    """An alignment as bytes."""
    return b"".join(
        LINK.pack(link.source_start, link.source_end, link.target_start, link.target_end) for link in links
    )


def unpack_links(packed: bytes) -> tuple[Link, ...]:
    """An alignment from its bytes."""
    return tuple(Link(*values) for values in LINK.iter_unpack(packed))
