"""How quick the reader is: headless, 160×45 cells, articles of 100 and 10,000 translated rows.

Run: python tests/benchmarks/tui_speed.py [ROWS]
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence

from rich.console import RenderableType
from textual.screen import Screen
from timing import best_of, line, process

from reader.tui.app import ReaderApp
from reader.tui.grid import Grid
from seeds.article import Article, Block, Kind, Span
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

SIZE = (160, 45)
SMALL = 100
LARGE = 10_000
BOOK = 50_000  # from so many rows on, they are translated meanwhile
BATCH = 400
PAGES = 300
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


def watch(app: ReaderApp) -> list[float]:
    """Fills with the times at which screens with rows on them have been painted."""
    display = app._display
    times: list[float] = []

    def timed(screen: Screen[object], renderable: RenderableType | None) -> None:
        display(screen, renderable)
        if app.screen.query(Grid) and app.screen.query_one(Grid).last_visible:
            times.append(time.perf_counter())

    app._display = timed  # type: ignore[method-assign]
    return times


async def measure(count: int) -> dict[str, float]:
    """Seconds of each step, and bytes."""
    pipeline = Book(count) if count >= BOOK else Ready(made_up(count))
    article = Article("made up", "大米", "大米", (Block(Kind.TITLE, "大米", 0, (Span(0, 2),)),))
    app = ReaderApp(pipeline_factory=lambda: pipeline, library=None, article=article)  # type: ignore[arg-type]
    found: dict[str, float] = {}
    painted = watch(app)
    start = time.perf_counter()
    async with app.run_test(size=SIZE) as pilot:
        while not painted:
            await pilot.pause()
        found["first paint"] = painted[0] - start
        grid = app.screen.query_one(Grid)
        pages = []
        for _ in range(PAGES):
            if grid.current == count - 1:
                grid.action_first()
                await pilot._wait_for_screen()
            pages.append(await cpu(app, lambda: grid.action_page(1)))
        found["page down, median CPU"] = statistics.median(pages)
        found["page down, worst CPU"] = max(pages)
        grid.go(count // 2)
        words = [await cpu(app, lambda: grid.action_word(1)) for _ in range(60)]
        found["next word, median CPU"] = statistics.median(words)
        found["resize, worst of 4"] = max([await resized(app, width) for width in (120, 160, 90, 160)])
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


async def resized(app: ReaderApp, width: int) -> float:
    """The time until the first screen of another width is right."""
    from textual import events
    from textual.geometry import Size

    start = time.perf_counter()
    size = Size(width, SIZE[1])
    app._driver._size = size  # type: ignore[union-attr]
    app.post_message(events.Resize(size, size))
    while True:
        await asyncio.sleep(0)
        strips = app.screen._compositor.render_strips()
        if all(strip.cell_length == width for strip in strips):
            return time.perf_counter() - start


def resident() -> float:
    """Bytes this process holds in memory."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096.0


def alone(count: int) -> dict[str, float]:
    """Measured in a process of its own."""
    output = process([sys.executable, __file__, "--measure", str(count)])
    figures: dict[str, float] = json.loads(output)
    return figures


def main() -> None:
    """Prints the figures, those of many rows against those of few."""
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(asyncio.run(measure(int(sys.argv[2])))))
        return
    large_count = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    imported = best_of(5, lambda: process([sys.executable, "-c", "import textual.app"]))
    line('python -c "import textual.app" (baseline)', imported)
    small, large = alone(SMALL), alone(large_count)
    # Pages of the small article come round again, and are painted already.
    for name, wanted in (("first paint", 3.0), ("page down, median CPU", None), ("resize, worst of 4", 3.0)):
        line(f"{name}, {SMALL} rows (baseline)", small[name])
        line(f"{name}, {large_count:,} rows", large[name], small[name], wanted)
    more = ("page down, worst CPU", "next word, median CPU", "readings above, CPU")
    for name in (*more, "page down with pinyin, median CPU", "all heights known"):
        line(f"{name}, {large_count:,} rows", large[name])
    print(f"{'memory at ' + format(SMALL, ',') + ' rows (baseline)':<44} {small['memory'] / 1e6:9.1f} MB")
    print(f"{'memory at ' + format(large_count, ',') + ' rows':<44} {large['memory'] / 1e6:9.1f} MB")


if __name__ == "__main__":
    main()
