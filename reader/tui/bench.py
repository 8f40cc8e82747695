"""What all frames of keys around the rows have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.worker import Worker, WorkerState

from reader.desk import Cells, Desk
from reader.tui.choices import Menu
from reader.tui.grid import Grid
from reader.tui.look import Language
from reader.tui.speech import phrase
from reader.tui.translation import Translation
from seeds.article import Article
from translate.row import Row, Target

_LOOK_EVERY = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take a change back: what it was, what to do (in a thread), and which rows it is about."""

    about: str
    work: Callable[[], object]
    rows: Sequence[int]
    glossary: bool = False


@dataclass(slots=True)
class Work:
    """An article being worked at.

    ``tell`` says something about a row, ``complain`` shows an error and logs it.
    """

    desk: Desk
    article: Article
    article_id: str
    cells: Cells
    grid: Grid
    translation: Translation
    tell: Callable[[str, int], None]
    complain: Callable[[BaseException, str], None]
    undos: list[Undo] = field(default_factory=list)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are now."""
        return self.grid.rows

    @property
    def row(self) -> Row:
        """The current row."""
        return self.grid.rows[self.grid.current]


class Bench(Vertical, inherit_bindings=False):
    """A frame around the rows with keys for one kind of work on them."""

    def __init__(self, work: Work, *inside: Vertical | Grid) -> None:
        super().__init__(*inside, classes="bench")
        self.work = work
        self._looking = False

    def keep_looking(self) -> None:
        """Look again and again what others have changed."""
        self.set_interval(_LOOK_EVERY, self._look)

    async def look(self) -> None:
        """Take up what others have changed since the last look; a bench that watches something says how."""

    @work(exit_on_error=False, group="others")
    async def _look(self) -> None:
        # Never two at once, and none given up for the next: what one has noticed the next does not notice.
        if self._looking:
            return
        self._looking = True
        try:
            await self.look()
        finally:
            self._looking = False

    def tell(self, text: str) -> None:
        """Say something about the current row."""
        self.work.tell(text, self.work.grid.current)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without rows there is nothing to work at."""
        return bool(self.work.rows)

    async def ask_target(self, what: str, *, with_cell: bool = True) -> Target | None:
        """The target to work at: the current column's, the only one shown, or the one that is chosen."""
        grid = self.work.grid
        found = grid.column.target
        if found is None:
            shown = [language.target for language in grid.look.languages]
            targets = [target for target in shown if target is not None] or list(self.work.desk.targets)
            found = targets[0]
            if len(targets) > 1:
                titles = [Content(Language(target.value).title) for target in targets]
                number = await self.app.push_screen_wait(Menu(phrase("which-language", what=what), titles))
                if number is None:
                    return None
                found = targets[number]
        if with_cell and found not in self.work.row.cells:
            self.tell(phrase("not-translated-yet"))
            return None
        return found

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what made some work fail."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.work.complain(event.worker.error, "")


def named(row: Row, target: Target | None = None) -> str:
    """A row, and a language of it, as one calls them."""
    name = phrase("row-name", row=row.segment.index + 1)
    return name if target is None else f"{name} · {Language(target.value).title}"
