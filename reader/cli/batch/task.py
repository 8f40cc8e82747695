"""One article of a batch: what is to be done with it, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.cli.batch.spool import Spool
from reader.cli.destination import Output
from reader.cli.sources import Source
from reader.export.formats import FORMATS
from reader.export.translated import Layout, Translated
from seeds.article import Article
from translate.row import Row, Target

Content = str | bytes | Iterator[str]


@dataclass(frozen=True, slots=True)
class Share:
    """What one output holds: its format by name, and its targets."""

    format: str
    targets: tuple[Target, ...]

    def render(self, article: Article, rows: Sequence[Row], layout: Layout | None) -> Content:
        """The output's content; a layout that the format cannot do is passed over.

        A very long document comes bit by bit where the format can: as one text it takes gigabytes.
        """
        format = FORMATS[self.format]
        able = layout if layout in format.layouts else None
        translated = Translated(article, rows, self.targets, able)
        if format.pieces is not None and isinstance(rows, Spool):
            return format.pieces(translated)
        return format.render(translated)


@dataclass(frozen=True, slots=True)
class Task:
    """An article to translate. ``number`` is its place in the batch, ``paths`` where its shares go.

    It may be sent to another process.
    """

    number: int
    source: Source
    shares: tuple[Share, ...]
    paths: tuple[Path, ...]

    @property
    def aligned(self) -> bool:
        """Whether an output shows which words stand for each other."""
        return any(FORMATS[share.format].aligned for share in self.shares)

    @property
    def size(self) -> int:
        """The bytes of the document, 0 where nobody knows."""
        try:
            return self.source.path.stat().st_size if self.source.path is not None else 0
        except OSError:
            return 0


def task_of(number: int, source: Source, outputs: Sequence[Output]) -> Task:
    """The task of a document with its outputs."""
    shares = tuple(Share(output.format.name, output.targets) for output in outputs)
    return Task(number, source, shares, tuple(output.path for output in outputs))


@dataclass(slots=True)
class Counts:
    """Segments of an article and what became of them, by target."""

    segments: int = 0
    flagged: int = 0
    cells: Counter[str] = field(default_factory=Counter)
    cached: Counter[str] = field(default_factory=Counter)
    engines: Counter[tuple[str, str]] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Counts rows with their cells."""
        self.segments += len(rows)
        for row in rows:
            flags = row.flags
            self.flagged += bool(flags)
            self.flags.update(flags)
            for target, cell in row.cells.items():
                self.cells[target] += 1
                self.cached[target] += cell.cached
                self.engines[target, cell.engine] += 1

    def add(self, other: Counts) -> None:
        """Adds what was counted elsewhere."""
        self.segments += other.segments
        self.flagged += other.flagged
        self.cells.update(other.cells)
        self.cached.update(other.cached)
        self.engines.update(other.engines)
        self.flags.update(other.flags)


@dataclass(frozen=True, slots=True)
class Done:
    """A translated article: the content of each share, in order, and how long it took in seconds.

    The contents of a very long document are made one by one, when they are written.
    """

    task: Task
    contents: Iterable[Content]
    counts: Counts
    seconds: float
    rows: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be translated; the message says why and what to do."""

    task: Task
    message: str


Outcome = Done | Failed


def contents_of(
    task: Task, article: Article, rows: Sequence[Row], layout: Layout | None
) -> Iterator[Content]:
    """The content of each share."""
    return (share.render(article, rows, layout) for share in task.shares)
