"""An article about the rice trade, a pipeline that makes translations up, a library in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from textual.pilot import Pilot
from tui_still import until

from reader.tui import translation, typeahead
from reader.tui.library import Added, Hit, LibraryItem
from seeds.article import Article, Block, Kind, Span
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

# The screen looks every 250 ms what has been translated: too seldom for many tests.
translation._REPAINT_EVERY = 0.03
# What opens may take its time on a machine that others use.
typeahead._PATIENCE = 60.0
typeahead._LOST = 20.0

SENTENCES = (
    "今年前八个月，越南大米出口量达630万吨，同比增长5.9%。",
    "农业部表示，“一乡一品”计划使稻米质量明显提高；出口商对市场前景感到乐观（尤其是菲律宾和印度尼西亚市场）。",
    "芹苴市的一家合作社说：新品种耐盐耐旱，每公顷产量提高到七吨。",
    "专家认为，运输成本仍然偏高。",
    "双方将于8月17日在河内举行会议，讨论粮食安全问题。",
)
TERMS = (
    ("越南", EntityType.PLACE, "Vietnam", "Việt Nam"),
    ("农业部", EntityType.ORGANISATION, "the Ministry of Agriculture", "Bộ Nông nghiệp"),
    ("630万吨", EntityType.NUMBER, "6.3 million tonnes", "6,3 triệu tấn"),
    ("一乡一品", EntityType.TERM, "One Commune One Product", "mỗi xã một sản phẩm"),
    ("芹苴市", EntityType.PLACE, "Can Tho City", "thành phố Cần Thơ"),
    ("河内", EntityType.PLACE, "Hanoi", "Hà Nội"),
    ("8月17日", EntityType.DATE, "August 17", "ngày 17/8"),
    ("菲律宾", EntityType.PLACE, "the Philippines", "Philippines"),
)
RENDERED = {
    SENTENCES[0]: (
        "In the first eight months of this year, Vietnam exported 6.3 million tonnes of rice, up 5.9% year on year.",
        "Trong tám tháng đầu năm nay, Việt Nam xuất khẩu 6,3 triệu tấn gạo, tăng 5,9% so với cùng kỳ năm trước.",
    ),
    SENTENCES[1]: (
        "According to the Ministry of Agriculture, the One Commune One Product programme has clearly improved the quality of rice; exporters are optimistic about the market (above all the Philippines and Indonesia).",
        "Bộ Nông nghiệp cho biết chương trình mỗi xã một sản phẩm đã nâng cao rõ rệt chất lượng lúa gạo; các nhà xuất khẩu lạc quan về triển vọng thị trường (nhất là Philippines và Indonesia).",
    ),
    SENTENCES[2]: (
        "A cooperative in Can Tho City says that the new variety withstands salt and drought, with a yield of seven tonnes a hectare.",
        "Một hợp tác xã ở thành phố Cần Thơ cho biết giống mới chịu mặn, chịu hạn, năng suất đạt bảy tấn mỗi ha.",
    ),
    SENTENCES[3]: (
        "Experts believe that transport costs are still on the high side.",
        "Các chuyên gia cho rằng chi phí vận tải vẫn còn cao.",
    ),
    SENTENCES[4]: (
        "The two sides will meet in Hanoi on August 17 to discuss food security.",
        "Hai bên sẽ họp tại Hà Nội ngày 17/8 để bàn về an ninh lương thực.",
    ),
}


def article(blocks: Sequence[tuple[Kind, Sequence[str]]], name: str = "rice.txt") -> Article:
    """An article of blocks given as their sentences."""
    made, source = [], ""
    for paragraph, (kind, sentences) in enumerate(blocks):
        text = "".join(sentences)
        made.append(Block(kind, text, paragraph, (Span(len(source), len(source) + len(text)),)))
        source += text + "\n"
    title = next((block.text for block in made if block.kind is Kind.TITLE), "")
    return Article(name, title, source, tuple(made))


def rice(paragraphs: int = 20) -> Article:
    """An article with blocks of every kind."""
    blocks: list[tuple[Kind, Sequence[str]]] = [
        (Kind.TITLE, ["越南大米出口保持增长势头"]),
        (Kind.LEAD, [SENTENCES[0]]),
        (Kind.CAPTION, ["附图：芹苴市的稻田。图自越通社"]),
    ]
    for at in range(paragraphs):
        blocks.append((Kind.BODY, [SENTENCES[at % 5], SENTENCES[(at + 1) % 5]]))
    blocks.append((Kind.SIGN_OFF, ["（完）"]))
    blocks.append((Kind.RELATED_TITLE, ["湄公河三角洲的夏秋稻丰收"]))
    blocks.append((Kind.RELATED_BODY, [SENTENCES[3]]))
    return article(blocks)


def entities(text: str) -> tuple[Entity, ...]:
    """The known terms in a text."""
    found = []
    for zh, type_, en, vi in TERMS:
        at = text.find(zh)
        while at >= 0:
            found.append(Entity(zh, at, at + len(zh), type_, en, vi, note="made up", source="seed"))
            at = text.find(zh, at + 1)
    return tuple(sorted(found, key=lambda entity: entity.start))


async def resized(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the app another size and wait until it has taken it up."""

    def taken_up() -> bool:
        strips = pilot.app.screen._compositor.render_strips()
        return len(strips) == height and all(strip.cell_length == width for strip in strips)

    await pilot.resize_terminal(width, height)
    await until(pilot, taken_up)


@dataclass
class FakePipeline:
    """Segments at 。 and fills with what is in ``RENDERED``, or a made-up sentence.

    While ``held``, nothing is translated.
    """

    held: bool = False
    delay: float = 0.0
    batch: int = 4
    error: str = ""
    error_after: int = 1
    cut: bool = True
    firsts: list[int] = field(default_factory=list)
    yielded: int = 0

    def open(self, article: Article) -> tuple[Row, ...]:
        rows: list[Row] = []
        for number, block in enumerate(article.blocks):
            start = 0
            pieces = block.text.replace("。", "。\0").split("\0") if self.cut else [block.text]
            for piece in filter(None, pieces):
                end = start + len(piece)
                segment = Segment(len(rows), block.paragraph, block.kind, piece, number, start, end)
                rows.append(Row(segment))
                start = end
        return tuple(rows)

    def fill(
        self, rows: Sequence[Row], *, first: int = 0, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[list[Row]]:
        self.firsts.append(first)
        order = [*rows[first:], *rows[:first]]
        for number, at in enumerate(range(0, len(order), self.batch)):
            if stop():
                return
            if self.error and number == self.error_after:
                raise RuntimeError(self.error)
            time.sleep(self.delay)
            while self.held and not stop():
                time.sleep(0.01)
            self.yielded += 1
            yield [filled(row) for row in order[at : at + self.batch]]


FARMERS_ZH = ("农民", "昨天", "在", "芹苴市", "收获", "了", "水稻", "。")
FARMERS = {
    Target.EN: [
        ("Farmers", 0),
        ("harvested", 4),
        ("rice", 6),
        ("in", 2),
        ("Can Tho City", 3),
        ("yesterday", 1),
    ],
    Target.VI: [
        ("Hôm qua", 1),
        ("nông dân", 0),
        ("thu hoạch", 4),
        ("lúa", 6),
        ("ở", 2),
        ("thành phố Cần Thơ", 3),
    ],
}


def linked(
    zh: Sequence[str], pieces: Mapping[Target, Sequence[tuple[str, int]]], index: int = 0, **flags: str
) -> Row:
    """A row of Chinese words, and translations of pieces that each stand for the word of a number."""
    text = "".join(zh)
    starts = [0, *accumulate(map(len, zh))]
    cells = {}
    for target, parts in pieces.items():
        links, draft = [], ""
        for part, word in parts:
            links.append(Link(starts[word], starts[word + 1], len(draft), len(draft) + len(part)))
            draft += part + " "
        flagged = tuple(flags[target.value].split()) if target.value in flags else ()
        cells[target] = Cell(draft.rstrip() + ".", "fake", flags=flagged, alignment=tuple(links))
    return Row(Segment(index, index, Kind.BODY, text, index, 0, len(text)), entities(text), cells)


@dataclass
class ReadyPipeline:
    """Has its rows, whatever the article; fills nothing in."""

    rows: Sequence[Row]

    def open(self, article: Article) -> tuple[Row, ...]:
        return tuple(self.rows)

    def fill(
        self, rows: Sequence[Row], *, first: int = 0, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[list[Row]]:
        return iter(())


def filled(row: Row) -> Row:
    """A row with its entities and both cells."""
    text = row.segment.text
    en, vi = RENDERED.get(
        text, (f"Sentence {row.segment.index} about rice.", f"Câu số {row.segment.index} về lúa gạo.")
    )
    flags = ("number",) if row.segment.index % 7 == 6 else ()
    cells = {Target.EN: Cell(en, "fake", flags=flags), Target.VI: Cell(vi, "fake")}
    return Row(row.segment, entities(text), cells)


@dataclass
class MemoryLibrary:
    """A library of articles held in memory."""

    articles: dict[str, Article]
    positions: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    saves: int = 0
    noted: set[tuple[str, int]] = field(default_factory=set)

    def items(self) -> Sequence[LibraryItem]:
        return [
            LibraryItem(
                key,
                article.title,
                "Vietnam's rice exports keep growing" if key == "rice" else "",
                "2025-08-17",
                self.totals.get(key, 0),
                self.positions.get(key, 0),
            )
            for key, article in self.articles.items()
        ]

    def load(self, item_id: str) -> Article:
        if item_id not in self.articles:
            raise LookupError(f"{item_id}: the file has vanished")
        return self.articles[item_id]

    def position(self, item_id: str) -> int:
        return self.positions.get(item_id, 0)

    def last(self) -> str | None:
        return next(reversed(self.positions), None)

    def note(self, item_id: str, rows: Iterable[Row]) -> None:
        self.noted.update((item_id, row.segment.index) for row in rows)

    def add_files(self, path: Path, stop: Callable[[], bool]) -> Iterator[Added]:
        raise OSError(f"{path}: nothing is added here")

    def add_text(self, text: str) -> str:
        raise OSError("nothing is added here")

    def take_out(self, item_id: str) -> None:
        del self.articles[item_id]

    def put_back(self) -> str | None:
        return None

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        return ()

    def catch_up(self, stop: Callable[[], bool]) -> Iterator[tuple[int, int]]:
        return iter(())

    def save_position(self, item_id: str, segment: int, total: int) -> None:
        self.saves += 1
        self.positions[item_id] = segment
        self.totals[item_id] = total
