"""From an article to rows: segments, entities, cache, engines, checks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, Protocol, TypeVar

from cache.translations import Translation, Translations, key_of
from seeds.article import Article, Kind
from translate.drafting import Answer, NoEngineError, answers
from translate.engine import Engine, Job
from translate.links import pack_links, unpack_links
from translate.remembered import Recognises
from translate.row import Cell, Entity, Row, Target
from translate.segment import segments_of

__all__ = ["NoEngineError", "Pipeline", "cache_key"]

# Names are sought within stretches of this many segments: an article has some dozens, and in a book
# the first page must not wait for the last. Fixed, so that the same text gives the same entities.
STRETCH = 400
# So many rows are translated before the first are shown, where somebody waits for them; as many
# drafts are committed at a time.
BATCH = 32

Tag = TypeVar("Tag", bound=Hashable)


class Remembers(Protocol):
    """A person's own translations, as the pipeline wants them."""

    def cells(self, rows: Sequence[Row], target: Target, texts: Sequence[str]) -> list[Cell | None]:
        """For each row what a person wrote or approved; ``texts`` are all segments of its article."""
        ...


@dataclass(frozen=True, slots=True)
class Pooled(Generic[Tag]):
    """Rows of one article that wait to be translated; ``texts`` are all its segments."""

    tag: Tag
    rows: list[Row]
    texts: Sequence[str]


class Pipeline:
    """Turns articles into rows. Cheap to construct; use one from one thread at a time.

    ``recogniser`` and ``engines`` are asked for when first needed; the engines of a target are
    tried in their order, and whoever follows the first flags its cells (``translate.drafting``).
    ``edits`` is what people wrote themselves; it wins over every engine. Where nobody looks at the
    alignments of remembered cells, ``aligned`` may be set to False: they then have none. ``told`` is told
    in a sentence why an engine gives way to the next.
    """

    def __init__(
        self,
        *,
        recogniser: Callable[[], Recognises],
        engines: Callable[[], Mapping[Target, Sequence[Engine]]],
        translations: Translations | None,
        targets: Sequence[Target] = tuple(Target),
        ascii_names: bool = False,
        edits: Remembers | None = None,
        rescue: bool = True,
        told: Callable[[str], None] = lambda message: None,
    ) -> None:
        self._recogniser = recogniser
        self._engines = engines
        self._translations = translations
        self.targets = tuple(targets)
        self.aligned = True
        self._ascii_names = ascii_names
        self._edits = edits
        self._rescue = rescue
        self._told = told

    def open(self, article: Article) -> tuple[Row, ...]:
        """The article's rows as segments only: no entities, no cells. Fast, loads nothing heavy."""
        return tuple(Row(segment) for segment in segments_of(article))

    def fill(
        self,
        rows: Sequence[Row],
        *,
        first: int = 0,
        stop: Callable[[], bool] = lambda: False,
        only: Collection[int] | None = None,
    ) -> Iterator[list[Row]]:
        """Rows with entities and cells, in batches, those from index ``first`` on before the others.

        The first batch is one row, so that it can be read at once; they grow from there. ``rows`` are
        all rows of one article as ``open`` gave them. ``stop`` is asked between batches. Every batch is
        committed to the cache before it is yielded.
        """
        texts = [row.segment.text for row in rows]
        stretches = stretches_of(rows)
        chosen = min(first // STRETCH, max(0, len(stretches) - 1))
        size = 1
        for stretch in stretches[chosen:] + stretches[:chosen]:
            if stop():
                return
            if only is not None and not any(i in only for i in stretch):
                continue
            known = self._with_entities([rows[i] for i in stretch])
            offset = max(0, first - stretch.start) if stretch.start <= first < stretch.stop else 0
            ordered = [
                row for row in known[offset:] + known[:offset] if only is None or row.segment.index in only
            ]
            while ordered:
                if stop():
                    return
                yield self._translated(ordered[:size], texts)
                ordered, size = ordered[size:], min(size * 4, BATCH)

    def stream(self, articles: Iterable[tuple[Tag, Sequence[Row]]]) -> Iterator[tuple[Tag, list[Row]]]:
        """Many articles as one stream: rows with entities and cells, with the tag of their article.

        The rows of an article come in order, in one or more lists. Batches reach over the bounds of
        articles and are as large as the engines like them; nobody waits for the first row.
        """
        pool: list[Pooled[Tag]] = []
        waiting = 0
        appetite = BATCH
        for tag, rows in articles:
            texts = [row.segment.text for row in rows]
            for stretch in stretches_of(rows):
                known = self._with_entities([rows[i] for i in stretch])
                appetite = max(self._engines()[target][0].appetite for target in self.targets)
                pool.append(Pooled(tag, known, texts))
                waiting += len(known)
                if waiting >= appetite:
                    yield from self._drained(pool, appetite)
                    pool, waiting = [], 0
        yield from self._drained(pool, appetite)

    def _drained(self, pool: Sequence[Pooled[Tag]], size: int) -> Iterator[tuple[Tag, list[Row]]]:
        """The pool's rows, translated together, list by list."""
        rows = [row for part in pool for row in self._after_edits(part.rows, part.texts)]
        done = (
            row for start in range(0, len(rows), size) for row in self._by_engines(rows[start : start + size])
        )
        for part in pool:
            yield part.tag, list(islice(done, len(part.rows)))

    def _with_entities(self, rows: Sequence[Row]) -> list[Row]:
        found = self._recogniser().recognise([row.segment for row in rows])
        if self._ascii_names:
            found = [tuple(in_ascii(entity) for entity in entities) for entities in found]
        return [Row(row.segment, entities, row.cells) for row, entities in zip(rows, found, strict=True)]

    def _translated(self, rows: Sequence[Row], texts: Sequence[str]) -> list[Row]:
        return self._by_engines(self._after_edits(rows, texts))

    def _after_edits(self, rows: Sequence[Row], texts: Sequence[str]) -> list[Row]:
        """The rows with the cells that people wrote."""
        known = list(rows)
        if self._edits is not None:
            for target in self.targets:
                cells = self._edits.cells(known, target, texts)
                known = [row.with_cell(target, c) if c else row for row, c in zip(known, cells, strict=True)]
        return known

    def _by_engines(self, rows: list[Row]) -> list[Row]:
        """The rows with all cells: from the cache, the misses from an engine, those then remembered."""
        drafts: dict[Target, list[Cell | None]] = {}
        for target in self.targets:
            cells = [row.cells.get(target) for row in rows]
            open_ones = [number for number, cell in enumerate(cells) if cell is None]
            if open_ones:
                found = self._cells([rows[number] for number in open_ones], target, drafts, open_ones)
                for number, cell in zip(open_ones, found, strict=True):
                    cells[number] = cell
                rows = [row.with_cell(target, cell) for row, cell in zip(rows, cells, strict=True) if cell]
            drafts[target] = cells
        return rows

    def _cells(
        self,
        rows: Sequence[Row],
        target: Target,
        drafts: Mapping[Target, Sequence[Cell | None]],
        places: Sequence[int],
    ) -> list[Cell]:
        """A cell for each row, from the cache or an engine.

        ``drafts`` are the cells made before for other targets, of which those at ``places`` belong
        to these rows: an engine that pivots goes on from them instead of translating again.
        """
        engines = self._engines()[target]
        cells = self._remembered(rows, target, engines)
        misses = [number for number, cell in enumerate(cells) if cell is None]
        if misses:
            wanted = [rows[number] for number in misses]
            pivots: Sequence[Cell | None] = [None] * len(misses)
            through = engines[0].pivot(target)
            if through is not None:
                pivots = self._pivots(wanted, through, drafts.get(through), [places[n] for n in misses])
            for number, cell in zip(misses, self._draft(wanted, pivots, target, engines), strict=True):
                cells[number] = cell
        return [cell for cell in cells if cell is not None]

    def _pivots(
        self,
        rows: Sequence[Row],
        through: Target,
        made: Sequence[Cell | None] | None,
        places: Sequence[int],
    ) -> list[Cell | None]:
        """The drafts of the rows in the language gone through: those just made, the cache's, or made now."""
        first = self._engines()[through][0].name
        known: dict[int, Cell] = {}
        if made is not None:
            # A person's edit, or another engine's draft, is not what this engine goes on from: the cell
            # would depend on something that its key does not name.
            for number, place in enumerate(places):
                cell = made[place]
                if cell is not None and cell.engine == first:
                    known[number] = cell
        missing = [number for number in range(len(rows)) if number not in known]
        if missing:
            try:
                cells = self._cells([rows[number] for number in missing], through, {}, missing)
            except NoEngineError:
                cells = []
            for number, cell in zip(missing, cells, strict=False):
                if cell.engine == first:
                    known[number] = cell
        return [known.get(number) for number in range(len(rows))]

    def _remembered(
        self, rows: Sequence[Row], target: Target, engines: Sequence[Engine]
    ) -> list[Cell | None]:
        if self._translations is None:
            return [None] * len(rows)
        fingerprint = engines[0].fingerprint
        keys = [cache_key(row, target, fingerprint) for row in rows]
        found = self._translations.get_many(keys)
        return [
            Cell(
                hit.text,
                hit.engine,
                hit.earlier,
                hit.flags,
                unpack_links(hit.alignment) if self.aligned else (),
            )
            if hit
            else None
            for hit in map(found.get, keys)
        ]

    def _draft(
        self,
        rows: Sequence[Row],
        pivots: Sequence[Cell | None],
        target: Target,
        engines: Sequence[Engine],
    ) -> list[Cell]:
        """New cells for rows, each text translated once, and remembered under the first engine's key."""
        keys = [cache_key(row, target, engines[0].fingerprint) for row in rows]
        distinct: dict[bytes, Job] = {}
        for key, row, pivot in zip(keys, rows, pivots, strict=True):
            distinct.setdefault(key, job_of(row, pivot))
        found = answers(list(distinct.values()), target, engines, rescue=self._rescue, told=self._told)
        cells: dict[bytes, Cell] = {}
        paired = zip(distinct.items(), found, strict=True)
        while some := list(islice(paired, BATCH)):
            cells.update((key, answer.cell) for (key, _), answer in some)
            self._remember([(key, job, answer) for (key, job), answer in some], target)
        return [cells[key] for key in keys]

    def _remember(self, drafted: Sequence[tuple[bytes, Job, Answer]], target: Target) -> None:
        if self._translations is None:
            return
        self._translations.put_many(
            [
                Translation(
                    key, job.text, target.value, answer.cell.engine, answer.engine.fingerprint,
                    answer.cell.text, answer.cell.flags, pack_links(answer.cell.alignment),
                )
                for key, job, answer in drafted
                if answer.lasts
            ]
        )  # fmt: skip


def job_of(row: Row, pivot: Cell | None = None) -> Job:
    """The job of a row; ``pivot`` is its cell in the language that the engine goes through."""
    through = (pivot.text, pivot.alignment) if pivot is not None else (None, ())
    return Job(row.segment.text, row.entities, row.segment.kind, *through)


def stretches_of(rows: Sequence[Row]) -> list[range]:
    """The indices of the rows in stretches."""
    return [range(start, min(start + STRETCH, len(rows))) for start in range(0, len(rows), STRETCH)]


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
