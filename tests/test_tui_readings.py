"""Pinyin and Hán-Việt above the Chinese."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FARMERS, FARMERS_ZH, FakePipeline, MemoryLibrary, ReadyPipeline, filled, linked, rice

from reader.tui.app import ReaderApp
from reader.tui.grid import Grid
from reader.tui.layout import Geometry, lay
from reader.tui.look import Look
from reader.tui.ruby import Reading, readings
from reader.tui.strips import COMPONENTS, Find, Painter
from reader.tui.wrap import wrap
from seeds.article import Kind
from translate.row import Entity, EntityType, Row, Segment
from translate.script import Script
from translate.syllables import hanviet_syllables, joined_pinyin, named, pinyin_syllables

STYLES = {name: Style() for name in COMPONENTS}


def row(zh: str, *entities: Entity) -> Row:
    return Row(Segment(0, 0, Kind.BODY, zh, 0, 0, len(zh)), entities)


def make(rows) -> ReaderApp:
    pipeline = ReadyPipeline(rows)
    return ReaderApp(pipeline_factory=lambda: pipeline, library=MemoryLibrary({}), article=rice())


def lines_of(app) -> list[str]:
    return ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]


@pytest.mark.parametrize(
    ("text", "pinyin", "hanviet"),
    [
        ("增长", "zēng zhǎng", "tăng trưởng"),
        ("长期", "cháng qī", "trường kỳ"),
        ("部长", "bù zhǎng", "bộ trưởng"),
        ("银行", "yín háng", "ngân hàng"),
        ("重要", "zhòng yào", "trọng yếu"),
        ("领土复杂", "lǐng tǔ fù zá", "lãnh thổ phức tạp"),
        ("音乐", "yīn yuè", "âm nhạc"),
        ("俱乐部", "jù lè bù", "câu lạc bộ"),
    ],
)
def test_characters_are_read_by_the_word_they_are_in(text, pinyin, hanviet):
    assert " ".join(pinyin_syllables(text)) == pinyin
    assert " ".join(hanviet_syllables(text)) == hanviet


def test_known_words_keep_others_from_reaching_across_them():
    assert pinyin_syllables("家长期待")[1] == "cháng"  # 长期 is all that is known
    assert pinyin_syllables("家长期待", [(0, 2), (2, 4)])[1] == "zhǎng"
    assert hanviet_syllables("外交部部长", [(0, 5), (0, 3), (3, 5)])[-2:] == ["bộ", "trưởng"]


def test_names_are_read_as_vietnamese_writes_them():
    assert named("裴青山", "Bùi Thanh Sơn") == ["Bùi", "Thanh", "Sơn"]
    assert named("泰国", "Thái Lan") is None
    assert named("河内市", "Hà Nội") is None
    place = Entity("河内", 1, 3, EntityType.PLACE, "Hanoi", "Hà Nội")
    assert readings(row("在河内。", place), Reading.HANVIET) == ("tại", "Hà", "Nội", "")
    assert joined_pinyin(["xī", "ān"]) == "xī'ān" and joined_pinyin(["ér", "nǚ"]) == "érnǚ"


def test_traditional_is_read_like_simplified():
    assert readings(row("銀行長期發展"), Reading.PINYIN) == readings(row("银行长期发展"), Reading.PINYIN)


odd = st.text(
    st.sampled_from("越南农业部长银行增长，。《》（）“”—…abc 1５\u0301\u200d\u202e\x1b[b]👩\ufe0f\u0378한𠀀")
    | st.characters(),
    max_size=60,
)


@given(odd, st.sampled_from([Reading.PINYIN, Reading.HANVIET]))
def test_there_is_one_reading_a_character(text, reading):
    found = readings(row(text), reading)
    assert len(found) == len(text)
    assert all(not syllable or char >= "\u2e80" for char, syllable in zip(text, found, strict=True))


@given(odd, st.lists(st.integers(0, 6), min_size=60, max_size=60), st.integers(9, 40))
@settings(max_examples=200, deadline=None)
def test_lines_have_room_for_what_characters_take_besides(text, extra, width):
    extra = extra[: len(text)]
    at = 0
    for start, end in wrap(text, width, extra):
        assert text[at:start].strip() == "" and start >= at
        assert cell_len(text[start:end]) + sum(extra[start:end]) <= width
        at = end
    assert text[at:].strip() == ""


@given(odd, st.integers(12, 160), st.sampled_from(list(Reading)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_each_reading_stands_over_its_own_character(text, width, reading, below):
    geometry = Geometry.fit(width, Look(reading=reading, below=below))
    found = row(text)
    laid = lay(found, None, geometry)
    painter = Painter(geometry, Style(), STYLES)
    marks = painter.marks(found, Find(), None)
    column, cell = geometry.columns[0], laid.cells[0]
    strips = [painter.paint(found, laid, line, marks, False) for line in range(laid.height)]
    assert {strip.cell_length for strip in strips} == {width}
    painted = ["".join(s.text for s in strip) for strip in strips]
    assert all(cell_len(line) == width for line in painted)
    seen = []
    for line in range(cell.height):
        number, is_reading = cell.text_line(line)
        start, end = cell.lines[number]
        if is_reading:
            continue
        seen.extend(range(start, end))
        for offset in range(start, end):
            at = column.x + cell.cells_before(offset)
            assert cell_len(cell.text[offset]) == 0 or cut(painted[line], at).startswith(cell.text[offset])
            assert at + cell_len(cell.text[offset]) + (cell.extra[offset] if cell.extra else 0) <= (
                column.x + column.width
            )
            if cell.readings and cell.readings[offset]:
                other = line + (1 if below else -1)
                assert cut(painted[other], at).startswith(cell.readings[offset])
                assert cell.offset_at(other, at - column.x) == offset
    assert [cell.text[at] for at in range(len(text)) if at not in seen and not cell.text[at].isspace()] == []


def cut(line: str, cells: int) -> str:
    """What of a line comes after some cells."""
    at = 0
    while cells > 0 and at < len(line):
        cells -= cell_len(line[at])
        at += 1
    while at < len(line) and cell_len(line[at]) == 0:
        at += 1
    return line[at:]


async def test_h_goes_from_no_reading_to_pinyin_to_hanviet_and_the_row_stays():
    app = make([filled(r) for r in FakePipeline().open(rice())])
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        grid.go(9)
        await pilot.pause()
        place = grid._at
        seen = []
        for _ in range(4):
            text = "\n".join(lines_of(app))
            seen.append(("dà" in text, " mễ " in text, grid.current, grid._at))
            await pilot.press("h")
        assert seen == [
            (False, False, 9, place),
            (True, False, 9, place),
            (False, True, 9, place),
            (False, False, 9, place),
        ]


async def test_shift_h_is_for_the_row_alone_until_h_is_for_all():
    app = make([linked(FARMERS_ZH, FARMERS, index) for index in range(3)])
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("j", "H")
        assert [grid.sheet.laid(at).cells[0].readings != () for at in range(3)] == [False, True, False]
        text = lines_of(app)
        above = next(line for line in text if "nóng mín" in line)
        assert text[text.index(above) + 1].index("农") == above.index("nóng")
        await pilot.press("ctrl+h")
        text = lines_of(app)
        under = next(line for line in text if "nóng mín" in line)
        assert text[text.index(under) - 1].index("农") == under.index("nóng")
        await pilot.press("h")
        assert [grid.sheet.reading_of(at) for at in range(3)] == [Reading.PINYIN] * 3


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (80, 24), (160, 45)])
async def test_readings_fit_terminals_of_any_size(size):
    app = make([filled(r) for r in FakePipeline().open(rice())])
    async with app.run_test(size=size) as pilot:
        await pilot.press("h", "j", "n", "right", "t", "H", "G", "g", "pagedown")
        assert all(cell_len(line) == size[0] for line in lines_of(app))
        assert app.screen.query_one(Grid).look == Look(script=Script.SIMPLIFIED, reading=Reading.PINYIN)


async def test_a_word_under_its_reading_can_be_pointed_at():
    app = make([linked(FARMERS_ZH, FARMERS)])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("h")
        grid = app.screen.query_one(Grid)
        text = lines_of(app)
        line = next(at for at, line in enumerate(text) if "shuǐ" in line)
        x = cell_len(text[line][: text[line].index("shuǐ")])
        for y in (line, line + 1):
            await pilot.hover(Grid, offset=(x, y - grid.region.y))
            zh = grid.rows[0].segment.text
            assert [zh[slice(*span)] for span in grid.lit.spans[grid.look.languages[0]]] == ["水稻"]
            await pilot.hover(Grid, offset=(x, 30))
