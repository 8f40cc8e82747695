"""An article's translation as the screen shows it: made in a thread, painted now and then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.tui.filling import Filling, Pipeline
from reader.tui.grid import Grid
from reader.tui.tally import Tally
from translate.row import Cell, Row, Target

_REPAINT_EVERY = 0.25
_AT_FIRST = 0.01  # so long until then: what is in the cache is there at once

Made = TypeVar("Made")


class Translation:
    """Fills the rows of a grid, renews some on request, and counts them.

    ``changed`` is called after rows have changed, ``failed`` with what stopped the work.
    """

    def __init__(
        self,
        screen: Screen[None],
        grid: Grid,
        pipeline: Pipeline,
        *,
        changed: Callable[[Sequence[Row]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._screen = screen
        self._grid = grid
        self._pipeline = pipeline
        self.changed = changed
        self._failed = failed
        self._bare = tuple(grid.rows)  # as the pipeline opened them
        self._filling: Filling | None = None
        self._repainting: Timer | None = None
        self._own: set[tuple[int, Target]] = set()
        self.tally = Tally.of(grid.rows)

    @property
    def is_halted(self) -> bool:
        """Whether somebody has stopped it."""
        return self._filling is not None and self._filling.is_halted

    @property
    def is_running(self) -> bool:
        """Whether there is something going on."""
        return self._filling is not None and not self._filling.finished

    def start(self) -> None:
        """Begin with what is in view."""
        if self._screen.is_mounted and self._grid.rows:
            self._filling = Filling(self._pipeline, tuple(self._grid.rows), self._grid.first_visible)
            self._repainting = self._screen.set_interval(_REPAINT_EVERY, self.repaint)
            self._screen.set_interval(_AT_FIRST, self.repaint, repeat=int(_REPAINT_EVERY / _AT_FIRST))
            self._run()

    def turn(self) -> bool:
        """Stop, or go on; whether it goes on now."""
        if self._filling is None:
            self.start()
        elif not self._filling.is_halted and not self._filling.finished:
            self._filling.halt()
            return False
        elif self._filling.resume():
            self._run()
        return True

    def _run(self) -> None:
        filling = self._filling
        if filling is None:
            return

        def run() -> None:
            worker = get_current_worker()
            filling.run(lambda: worker.is_cancelled)

        self._screen.run_worker(run, thread=True, exit_on_error=False, group="filling")
        if self._repainting is not None:
            self._repainting.resume()

    def repaint(self) -> None:
        """Show the rows that have come in."""
        filling = self._filling
        if filling is None:
            return
        finished = filling.finished  # asked before taking: what comes last must not be left behind
        rows = filling.take()
        if rows:
            self._show(self._kept(row) for row in rows)
        if finished:
            failure, filling.failure = filling.failure, None
            if failure is not None:
                self._failed(failure)
            if self._repainting is not None:
                self._repainting.pause()
        elif not any(self._grid.rows[row].cells for row in self._in_view()):
            filling.turn_to(self._grid.first_visible)

    def _in_view(self) -> range:
        return range(self._grid.first_visible, self._grid.last_visible + 1)

    def _kept(self, row: Row) -> Row:
        """A row with the cells that were changed by hand while it was on its way."""
        index, old = row.segment.index, self._grid.rows[row.segment.index]
        own = {
            target: cell for target, cell in old.cells.items() if self._own and (index, target) in self._own
        }
        return replace(row, cells={**row.cells, **own}) if own else row

    def _show(self, rows: Iterable[Row]) -> None:
        rows = list(rows)
        for row in rows:
            self.tally.change(self._grid.rows[row.segment.index], row)
        self._grid.update_rows(rows)
        self.changed(rows)

    def put(self, index: int, target: Target, cell: Cell) -> None:
        """Show a cell that a person made; what is still on its way does not take its place."""
        self._own.add((index, target))
        self._show([self._grid.rows[index].with_cell(target, cell)])

    async def ask(self, work: Callable[[], Made]) -> Made:
        """Have something done by the thread that translates: engines work for one at a time."""
        if self._filling is None:
            return await asyncio.to_thread(work)
        future, idle = self._filling.ask(work)
        if idle:
            self._run()
        return await asyncio.wrap_future(future)

    async def renew(self, indexes: Collection[int]) -> None:
        """Make some rows anew, after the glossary or the memory has changed."""
        self._own = {(index, target) for index, target in self._own if index not in indexes}

        def renewed() -> None:
            for batch in self._pipeline.fill(self._bare, first=min(indexes), only=indexes):
                if self._filling is not None:
                    self._filling.put(batch)

        if indexes:
            await self.ask(renewed)
            self.repaint()
