"""A row of a megabyte: every key answers, and none does the same long work again."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from tui_desk import keys, said, screen_text, until
from tui_fakes import MemoryLibrary, ReadyPipeline, linked, rice

from reader import occurrences
from reader.tui import layout
from reader.tui.app import ReaderApp
from reader.tui.card import Card
from reader.tui.grid import Grid
from reader.tui.ruby import MOST, Reading, readings
from translate.row import Row, Target

SENTENCE = ("今年", "越南", "大米", "出口", "增长", "，")
LONG = 350_000  # characters: a megabyte


def long_row(characters: int) -> Row:
    words = SENTENCE * (characters // len("".join(SENTENCE)))
    pieces = [("rice", number) for number in range(len(words))]
    return linked(words, {Target.EN: pieces, Target.VI: pieces}, 1)


def make(row: Row) -> ReaderApp:
    short = linked(("越南", "大米"), {Target.EN: [("Vietnam", 0)], Target.VI: [("Việt Nam", 0)]}, 0)
    rows = [short, row, replace(short, segment=replace(short.segment, index=2))]
    return ReaderApp(pipeline_factory=lambda: ReadyPipeline(rows), library=MemoryLibrary({}), article=rice())


@pytest.fixture(scope="module")
def megabyte() -> Row:
    return long_row(LONG)


async def test_every_key_answers_in_a_megabyte(megabyte, monkeypatch):
    broken: list[int] = []
    wrap = layout.wrap
    monkeypatch.setattr(layout, "wrap", lambda text, *more: broken.append(len(text)) or wrap(text, *more))
    app = make(megabyte)
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await keys(pilot, "j")
        assert grid.current == 1 and grid.sheet.heights[1] > 5000
        texts = sum(length > 5000 for length in broken)
        assert texts == 3
        await keys(pilot, "h", "h", "h", "H", "pagedown", "n", "right", "left", "1", "1", "c", "y")
        assert grid.current == 1
        # The texts have stayed as they are, and so have the widths but for those without the Chinese.
        assert sum(length > 5000 for length in broken) <= texts + 2
        await keys(pilot, "G", "k", "space", "g")
        assert grid.current == 0


async def test_a_row_too_long_for_readings_says_so(megabyte):
    app = make(megabyte)
    async with app.run_test(size=(160, 45)) as pilot:
        await keys(pilot, "j", "H")
        assert said(app) == "Row 2 is too long for pinyin"
        await keys(pilot, "H", "H")
        assert said(app) == "Reading of row 2: none"


async def test_readings_stand_over_a_row_of_many_pages():
    row = long_row(MOST - 100)
    assert sum(map(bool, readings(row, Reading.PINYIN))) > MOST // 2
    app = make(row)
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await keys(pilot, "j", "h")
        assert "chū" in screen_text(app)
        await keys(pilot, "h", "pagedown", "pagedown")
        assert "xuất" in screen_text(app) and grid.current == 1
        assert all(cell_len(line) == 160 for line in screen_text(app).split("\n"))
        await keys(pilot, "h", "H")
        assert "chū" in screen_text(app)


async def test_stepping_through_words_pairs_them_once(megabyte, monkeypatch):
    covered: list[int] = []
    cover = occurrences.cover
    monkeypatch.setattr(
        occurrences, "cover", lambda length, spans: covered.append(length) or cover(length, spans)
    )
    occurrences._pairs.cache_clear()
    app = make(megabyte)
    async with app.run_test(size=(160, 45)) as pilot:
        await keys(pilot, "j", "right", "right", "right", "left", "n", "p")
        assert sum(length > 5000 for length in covered) == len(Target)


async def test_the_card_of_a_word_in_a_megabyte_describes_no_row(megabyte, monkeypatch):
    monkeypatch.setattr(Row, "__repr__", lambda row: pytest.fail("the whole row was put into words"))
    app = make(megabyte)
    async with app.run_test(size=(160, 45)) as pilot:
        await keys(pilot, "j", "right", "d")
        await until(pilot, lambda: app.screen.query_one(Card).display)
