"""How quick the reader is: headless, 160×45 cells, articles of 100 and 10,000 translated rows.

Run: python tests/benchmarks/tui_speed.py [ROWS]

- First paint: from the moment the app, its screen up, has the rows in hand and begins to build the
  article's screen, to the first painted screen on which rows stand; best of some processes.
- Page down: CPU time of the thread of the screen, from the key's action to the painted screen.
- Resize: from the terminal's message to the first painted screen that is as it will stay.
- Start: ``sanyu read FILE``, the article in the cache, from Enter in tmux to the title in three languages.
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence

from rich.console import RenderableType
from textual import events
from textual.geometry import Size
from textual.screen import Screen
from timing import best_of, line, process
from tui_start import start_times

from reader.tui.app import ReaderApp
from reader.tui.article_screen import ArticleScreen
from reader.tui.grid import Grid
from seeds.article import Article, Block, Kind, Span
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

SIZE = (160, 45)
SMALL = 100
LARGE = 10_000
BOOK = 50_000  # from so many rows on, they are translated meanwhile
BATCH = 400
PAGES = 300
WIDTHS = (120, 160, 90, 160)
RUNS = 5
WORDS = (
    ("越南", "Vietnam", "Việt Nam"),
    ("农业部", "the Ministry of Agriculture", "Bộ Nông nghiệp"),
    ("表示，", "said that", "cho biết"),
    ("今年", "this year", "năm nay"),
    ("大米", "rice", "gạo"),
    ("出口", "exports", "xuất khẩu"),
    ("增长", "grew", "tăng"),
    ("5.9%", "by 5.9%", "5,9%"),
    ("合作", "cooperation", "hợp tác"),
    ("发展", "development", "phát triển"),
    ("双方", "the two sides", "hai bên"),
    ("继续", "continue to", "tiếp tục"),
)
NAMES = {"越南": EntityType.PLACE, "农业部": EntityType.ORGANISATION, "5.9%": EntityType.NUMBER}


def made_up(count: int) -> list[Row]:
    """Translated rows of 6 to 30 words, with their entities and links, the same in each run."""
    return [made_row(index) for index in range(count)]


def made_row(index: int) -> Row:
    """One of them."""
    dice = random.Random(index)
    return row(index, [dice.choice(WORDS) for _ in range(dice.randint(6, 30))])


def row(index: int, words: Sequence[tuple[str, str, str]]) -> Row:
    """A row of words."""
    zh, entities = "", []
    drafts, links = {Target.EN: "", Target.VI: ""}, {Target.EN: [], Target.VI: []}  # type: ignore[var-annotated]
    for word, en, vi in words:
        start, zh = len(zh), zh + word
        if word in NAMES:
            entities.append(Entity(word, start, len(zh), NAMES[word], en, vi))
        for target, rendering in ((Target.EN, en), (Target.VI, vi)):
            begin = len(drafts[target])
            drafts[target] += rendering + " "
            links[target].append(Link(start, len(zh), begin, begin + len(rendering)))
    cells = {
        target: Cell(f"{draft[:-1]}.", "made up", True, (), tuple(links[target]))
        for target, draft in drafts.items()
    }
    segment = Segment(index, index // 3, Kind.BODY, zh + "。", index, 0, len(zh) + 1)
    return Row(segment, tuple(entities), cells)


class Ready:
    """A pipeline that has everything in its cache, and a library without articles."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)

    def open(self, article: Article) -> tuple[Row, ...]:
        """The rows."""
        return self.rows

    def fill(
        self,
        rows: Sequence[Row],
        *,
        first: int = 0,
        stop: Callable[[], bool] = lambda: False,
        only: Collection[int] | None = None,
    ) -> Iterator[list[Row]]:
        """Nothing is left to do."""
        return iter(())


class Book(Ready):
    """A pipeline that translates as one reads: only the reader keeps what has been translated."""

    def __init__(self, count: int) -> None:
        super().__init__([Row(made_row(index).segment) for index in range(count)])
        self.is_done = False

    def fill(
        self,
        rows: Sequence[Row],
        *,
        first: int = 0,
        stop: Callable[[], bool] = lambda: False,
        only: Collection[int] | None = None,
    ) -> Iterator[list[Row]]:
        """All rows, in batches."""
        for at in range(0, len(rows), BATCH):
            if stop():
                return
            yield [made_row(index) for index in range(at, min(len(rows), at + BATCH))]
        self.is_done = True


class Painted:
    """The times at which an app's screens were painted that have rows on them, and what was on them."""

    def __init__(self, app: ReaderApp) -> None:
        self._app, self._display = app, app._display
        self.times: list[float] = []
        self.screens: list[str] | None = None  # kept once this is a list
        self._observing = 0.0
        app._display = self._painted  # type: ignore[method-assign]

    def _painted(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        self._display(screen, renderable)
        if isinstance(screen, ArticleScreen) and screen.query_one(Grid).last_visible:
            start = time.perf_counter()
            self.times.append(start - self._observing)
            if self.screens is not None:
                self.screens.append(seen(self._app))
                self._observing += time.perf_counter() - start  # the reader does not look at itself


def seen(app: ReaderApp) -> str:
    """The texts on the screen, without the scroll bar, which grows truer on and on."""
    lines = [strip.text for strip in app.screen._compositor.render_strips()]
    return "\n".join(line[:-1] for line in lines)


def app_of(pipeline: Ready) -> ReaderApp:
    """An app that reads what a pipeline has."""
    article = Article("made up", "大米", "大米", (Block(Kind.TITLE, "大米", 0, (Span(0, 2),)),))
    return ReaderApp(pipeline_factory=lambda: pipeline, library=None, article=article)  # type: ignore[arg-type]


async def first_paint(count: int) -> dict[str, float]:
    """Seconds from rows in hand to rows painted."""
    pipeline = Ready(made_up(count))
    app = app_of(pipeline)
    painted = Painted(app)
    begun: list[float] = []

    def opened(article: Article) -> tuple[Row, ...]:
        begun.append(time.perf_counter())
        return pipeline.rows

    pipeline.open = opened  # type: ignore[method-assign]
    async with app.run_test(size=SIZE) as pilot:
        while not painted.times:
            await pilot.pause()
    return {"first paint": painted.times[0] - begun[0]}


async def meanwhile(count: int) -> dict[str, float]:
    """CPU seconds of pages while the article is translated."""
    pipeline = Book(count)
    app = app_of(pipeline)
    painted = Painted(app)
    async with app.run_test(size=SIZE) as pilot:
        while not painted.times:
            await pilot.pause()
        pages = await paged(app, app.screen.query_one(Grid), PAGES, pause=0.01)
    return {"median": statistics.median(pages), "worst": max(pages)}


async def paged(app: ReaderApp, grid: Grid, count: int, *, pause: float = 0) -> list[float]:
    """CPU seconds of some pages down, from the top again where the rows end."""
    pages = []
    for _ in range(count):
        if grid.current == len(grid.rows) - 1:
            grid.action_first()
            await asyncio.sleep(0.05)
        pages.append(await cpu(app, lambda: grid.action_page(1)))
        await asyncio.sleep(pause)
    return pages


async def measure(count: int) -> dict[str, float]:
    """Seconds of each step, and bytes."""
    pipeline = Book(count) if count >= BOOK else Ready(made_up(count))
    app = app_of(pipeline)
    found: dict[str, float] = {}
    painted = Painted(app)
    start = time.perf_counter()
    async with app.run_test(size=SIZE) as pilot:
        while not painted.times:
            await pilot.pause()
        found["first paint, from the app's start"] = painted.times[0] - start
        grid = app.screen.query_one(Grid)
        pages = await paged(app, grid, PAGES)
        found["page down, median CPU"] = statistics.median(pages)
        found["page down, worst CPU"] = max(pages)
        grid.go(count // 2)
        words = [await cpu(app, lambda: grid.action_word(1)) for _ in range(60)]
        found["next word, median CPU"] = statistics.median(words)
        times = [await resized(app, painted, width) for width in WIDTHS * 3]
        # Of three rounds the quickest step of each kind: what a machine does besides is not ours.
        found["resize, worst of 4"] = max(min(times[at :: len(WIDTHS)]) for at in range(len(WIDTHS)))
        while grid._refiner is not None and grid.sheet.heights.next_estimate() is not None:
            await pilot.pause(0.05)
        while isinstance(pipeline, Book) and not pipeline.is_done:
            await pilot.pause(1)
        found["all heights known"] = time.perf_counter() - start
        found["memory"] = resident()
        grid.action_readings()  # loads the tables of readings, once
        grid.action_readings()
        found["readings above, CPU"] = await cpu(app, lambda: grid.action_readings())
        grid.action_readings()
        await pilot.pause()
        read = [await cpu(app, lambda: grid.action_page(1)) for _ in range(60)]
        found["page down with pinyin, median CPU"] = statistics.median(read)
        grid.action_readings()
        grid.action_readings()
    return found


async def cpu(app: ReaderApp, action: Callable[[], None]) -> float:
    """The CPU time of an action and of painting what it leads to, without that of the thread that translates."""
    start = time.thread_time()
    action()
    for _ in range(4):  # as many turns of the loop as the messages take
        await asyncio.sleep(0)
    app.screen._on_timer_update()
    return time.thread_time() - start


async def resized(app: ReaderApp, painted: Painted, width: int) -> float:
    """The time until the first screen of another width is painted as it will stay."""
    painted.times.clear()
    painted.screens, painted._observing = [], 0.0
    size = Size(width, SIZE[1])
    start = time.perf_counter()
    app._driver._size = size  # type: ignore[union-attr]
    app.post_message(events.Resize(size, size))
    await asyncio.sleep(0.5)
    last = seen(app)
    right = [time for time, screen in zip(painted.times, painted.screens, strict=True) if screen == last]
    painted.screens = None
    return right[0] - start


def resident() -> float:
    """Bytes this process holds in memory."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096.0


MEASURED: dict[str, Callable[[int], Coroutine[None, None, dict[str, float]]]] = {
    "--measure": measure,
    "--first-paint": first_paint,
    "--meanwhile": meanwhile,
}


def alone(count: int, what: str = "--measure") -> dict[str, float]:
    """Measured in a process of its own."""
    output = process([sys.executable, __file__, what, str(count)])
    figures: dict[str, float] = json.loads(output)
    return figures


def main() -> None:
    """Prints the figures, those of many rows against those of few."""
    if sys.argv[1:2] and sys.argv[1] in MEASURED:
        print(json.dumps(asyncio.run(MEASURED[sys.argv[1]](int(sys.argv[2])))))
        return
    large_count = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    many = f"{large_count:,} rows"
    imported = best_of(RUNS, lambda: process([sys.executable, "-c", "import textual.app"]))
    line('python -c "import textual.app" (baseline)', imported)
    started = start_times(RUNS)
    if started:
        line("sanyu read FILE in tmux, to a first screen", min(started), imported, 3.0)
    first = {
        count: min(alone(count, "--first-paint")["first paint"] for _ in range(RUNS))
        for count in (SMALL, large_count)
    }
    line(f"first paint, {SMALL} rows (baseline)", first[SMALL])
    line(f"first paint, {many}", first[large_count], first[SMALL], 3.0)
    small, large = alone(SMALL), alone(large_count)
    # Pages of the small article come round again, and are painted already.
    for name, wanted in (("page down, median CPU", None), ("resize, worst of 4", 3.0)):
        line(f"{name}, {SMALL} rows (baseline)", small[name])
        line(f"{name}, {many}", large[name], small[name], wanted)
    pages = alone(large_count, "--meanwhile")
    for name, seconds in pages.items():
        line(f"page down, {name} CPU, while translating", seconds)
    more = ("first paint, from the app's start", "page down, worst CPU", "next word, median CPU")
    for name in (*more, "readings above, CPU", "page down with pinyin, median CPU", "all heights known"):
        line(f"{name}, {many}", large[name])
    print(f"{'memory at ' + format(SMALL, ',') + ' rows (baseline)':<44} {small['memory'] / 1e6:9.1f} MB")
    print(f"{'memory at ' + many:<44} {large['memory'] / 1e6:9.1f} MB")


if __name__ == "__main__":
    main()
