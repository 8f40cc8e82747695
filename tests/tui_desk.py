"""A desk with real stores in a folder, made-up engines, and a pipeline that heeds both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from tui_fakes import FakePipeline, MemoryLibrary, filled, rice
from tui_still import until

from cache.annotations import Annotations
from cache.places import Places
from reader.desk import Desk
from reader.tui.app import ReaderApp
from reader.tui.grid import Grid
from translate.engine import Draft, Engine, EngineError, Job
from translate.memory.edits import Edits
from translate.memory.memory import TranslationMemory
from translate.row import Entity, Row, Target
from translate.terms.own_glossary import OwnGlossary


@dataclass
class Shouting:
    """An engine that says what it always says."""

    name: str = "shouting"
    says: str = "RICE, RICE, RICE."
    error: str = ""
    appetite: int = 1
    fingerprint: str = "1"

    def pivot(self, target: Target) -> Target | None:
        return None

    def targets(self) -> frozenset[Target]:
        return frozenset(Target)

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft | None]:
        if self.error:
            raise EngineError(self.error)
        return iter([Draft(self.says) for _ in jobs])


@dataclass
class FakeTools:
    """Engines, and how often the glossary was taken up anew."""

    engines: Sequence[Engine] = field(default_factory=lambda: [Shouting()])
    renewals: int = 0

    def choices(self, target: Target) -> Sequence[Engine]:
        return self.engines

    def renew(self) -> None:
        self.renewals += 1


@dataclass
class WorkingPipeline(FakePipeline):
    """Fills with what people wrote, and puts the glossary's own terms into its English."""

    desk: Desk | None = None
    batch: int = 100
    asked: list[int] = field(default_factory=list)

    def fill(
        self,
        rows: Sequence[Row],
        *,
        first: int = 0,
        stop: Callable[[], bool] = lambda: False,
        only: Collection[int] | None = None,
    ) -> Iterator[list[Row]]:
        assert self.desk is not None
        if only is not None:
            self.asked.extend(only)
            yield [self.made(rows[index], rows) for index in sorted(only)]
            return
        for batch in super().fill(rows, first=first, stop=stop):
            yield [self.made(row, rows) for row in batch]

    def made(self, row: Row, rows: Sequence[Row]) -> Row:
        assert self.desk is not None
        row = filled(row)
        for entry in self.desk.glossary.read():
            at = row.segment.text.find(entry.zh)
            if at >= 0:
                entity = Entity(
                    entry.zh, at, at + len(entry.zh), entry.type, entry.en[0], entry.vi[0], source="user"
                )
                cell = row.cells[Target.EN]
                row = replace(row, entities=(*row.entities, entity)).with_cell(
                    Target.EN, replace(cell, text=f"{cell.text} [{entry.en[0]}]")
                )
        texts = [other.segment.text for other in rows]
        for target in Target:
            (cell_of_person,) = Edits(self.desk.memory).cells([row], target, texts)
            if cell_of_person is not None:
                row = row.with_cell(target, cell_of_person)
        return row


def desk_in(folder: Path, **more: object) -> Desk:
    """A desk whose stores lie in a folder; ``close`` it."""
    places = Places(folder / "config", folder / "data", folder / "state", folder / "cache")
    logged: list[BaseException] = []

    def log(error: BaseException) -> Path:
        logged.append(error)
        return folder / "sanyu.log"

    made = Desk(
        TranslationMemory(places.memory),
        Annotations(places.annotations),
        OwnGlossary(places),
        FakeTools(),
        log,
        folder / "out",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def app_with(desk: Desk, **more: object) -> ReaderApp:
    """A reader of the rice article at a desk."""
    pipeline = more.pop("pipeline", None) or WorkingPipeline(desk=desk)
    more.setdefault("article", rice())
    more.setdefault("library", MemoryLibrary({}))
    more.setdefault("item_id", "rice")
    return ReaderApp(pipeline_factory=lambda: pipeline, desk=desk, **more)  # type: ignore[arg-type]


async def filled_grid(pilot: Pilot[None]) -> Grid:
    """The rows, once all are translated and nothing is going on."""
    grid = pilot.app.screen.query_one(Grid)
    await until(pilot, lambda: all(row.cells for row in grid.rows))
    return grid


async def keys(pilot: Pilot[None], *names: str) -> None:
    """Keys sent at once."""
    for name in names:
        pilot.app.simulate_key(name)
    await pilot.pause()
    await pilot.pause()


def screen_text(app: ReaderApp) -> str:
    """All that is on the screen."""
    return "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())


def said(app: ReaderApp) -> str:
    """The line above the keys."""
    found = app.screen_stack[-1].query("#said")
    return str(found.first().render()) if found and found.first().display else ""


def typed(app: ReaderApp, *names: str) -> None:
    """Keys as a terminal sends them: all at once."""
    for name in names:
        key = {"/": "slash", "?": "question_mark"}.get(name, name)
        app.post_message(events.Key(key, name if len(name) == 1 else None))
