"""Words that stand for each other light up together."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, filled, linked, rice

from reader.plain import shown
from reader.tui.align import Stretch, counterparts, light, next_word, stretch_at, tokens
from reader.tui.app import ReaderApp
from reader.tui.card import Card
from reader.tui.grid import Grid
from reader.tui.layout import Geometry, lay
from reader.tui.look import Language, Look, text_of
from reader.tui.strips import COMPONENTS, Find, Painter
from seeds.article import Kind
from translate.row import Cell, Link, Row, Segment, Target

ZH, EN, VI = Language


def farmers(index: int = 0, **flags: str) -> Row:
    return linked(FARMERS_ZH, FARMERS, index, **flags)


def texts(row: Row, spans) -> dict[Language, list[str]]:
    return {
        language: [(text_of(row, language) or "")[start:end] for start, end in found]
        for language, found in spans.items()
    }


def span_of(row: Row, language: Language, words: str) -> tuple[int, int]:
    start = (text_of(row, language) or "").index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (ZH, "水稻", ["水稻", "rice", "lúa"]),
        (EN, "rice", ["水稻", "rice", "lúa"]),
        (VI, "lúa", ["水稻", "rice", "lúa"]),
        (EN, "Tho", ["芹苴市", "Can Tho City", "thành phố Cần Thơ"]),
        (VI, "qua", ["昨天", "yesterday", "Hôm qua"]),
        (ZH, "在芹苴市", ["在芹苴市", "in Can Tho City", "ở thành phố Cần Thơ"]),
    ],
)
def test_counterparts_go_by_way_of_the_chinese(language, words, expected):
    row = farmers()
    found = counterparts(row, language, span_of(row, language, words))
    assert texts(row, found) == {ZH: expected[:1], EN: expected[1:2], VI: expected[2:]}


def test_what_stands_for_nothing_has_no_counterparts():
    row = farmers()
    assert texts(row, counterparts(row, ZH, span_of(row, ZH, "了"))) == {ZH: ["了"], EN: [], VI: []}
    assert stretch_at(row, ZH, row.segment.text.index("了")) is None
    assert counterparts(Row(row.segment), EN, (0, 3)) == {ZH: [], EN: [], VI: []}


def test_terms_stand_for_each_other_where_the_engine_gives_no_links():
    row = filled(Row(Segment(0, 0, Kind.BODY, "双方将于8月17日在河内举行会议，讨论粮食安全问题。", 0, 0, 25)))
    assert texts(row, counterparts(row, EN, span_of(row, EN, "Hanoi"))) == {
        ZH: ["河内"],
        EN: ["Hanoi"],
        VI: ["Hà Nội"],
    }
    assert [row.segment.text[slice(*span)] for span in tokens(row)] == ["8月17日", "河内"]


def test_links_that_do_not_fit_are_passed_over():
    cell = Cell(
        "rice", "fake", alignment=(Link(0, 9, 0, 4), Link(1, 1, 0, 4), Link(0, 2, 3, 9), Link(-1, 2, 0, 4))
    )
    row = Row(Segment(0, 0, Kind.BODY, "水稻", 0, 0, 2), (), {Target.EN: cell})
    assert tokens(row) == []
    assert stretch_at(row, EN, 0) is None


def test_words_are_stepped_through_in_order_across_rows():
    rows = [farmers(), Row(Segment(1, 1, Kind.BODY, "没有", 1, 0, 2)), farmers(2)]
    at, seen = (0, None), []
    while (found := next_word(rows, *at, 1)) is not None:
        seen.append((found[0], rows[found[0]].segment.text[slice(*found[1])]))
        at = found
    words = ["农民", "昨天", "在", "芹苴市", "收获", "水稻"]
    assert seen == [(0, word) for word in words] + [(2, word) for word in words]
    back = []
    while (found := next_word(rows, *at, -1)) is not None:
        back.append((found[0], rows[found[0]].segment.text[slice(*found[1])]))
        at = found
    assert back == seen[-2::-1]


words = st.text(
    st.sampled_from("农业，大米ạ́aé\u0301\u200b\u202e。《》（ビ한👍🏽é\x1b\t\u0378アא𠀀—")
    | st.characters(codec="utf-8"),
    min_size=1,
    max_size=9,
)
STYLES = {name: Style() for name in COMPONENTS} | {"aligned": Style(bold=True), "open": Style(reverse=True)}


@given(st.lists(words, min_size=1, max_size=9), st.randoms(), st.integers(20, 130), st.data())
def test_exactly_the_counterparts_are_painted_and_pointed_at(zh, random, width, data):
    pieces = {}
    for target in Target:
        order = list(range(len(zh)))
        random.shuffle(order)
        pieces[target] = [(data.draw(words), word) for word in order]
    row = linked(zh, pieces)
    word = data.draw(st.integers(0, len(zh) - 1))
    start = sum(map(len, zh[:word]))
    lit = light(row, Stretch(0, ZH, start, start + len(zh[word])), stepped=True)
    geometry = Geometry.fit(width)
    laid = lay(row, None, geometry)
    painter = Painter(geometry, Style(), STYLES)
    marks = painter.marks(row, Find(), lit)
    painted: dict[Language, str] = dict.fromkeys(Language, "")
    for line in range(laid.height):
        strip = painter.paint(row, laid, line, marks, False)
        x = 0
        at = dict(laid.texts_at(line))
        for segment in strip:
            for char in segment.text:
                for place, cell_line in at.items():
                    column = geometry.columns[place]
                    inside = x - column.x
                    if cell_len(char) and 0 <= inside < column.width:
                        offset = laid.cells[place].offset_at(cell_line, inside)
                        if offset is not None and laid.cells[place].text[offset] == char:
                            continue
                        assert offset is None and char == " "
                if segment.style.bold or segment.style.reverse:
                    place = next(
                        p
                        for p in at
                        if geometry.columns[p].x <= x < geometry.columns[p].x + geometry.columns[p].width + 1
                    )
                    painted[geometry.columns[place].language] += char
                x += cell_len(char)
    for language, spans in lit.spans.items():
        text = shown(text_of(row, language))
        expected = "".join(text[start:end] for start, end in spans)
        assert "".join(painted[language].split()) == "".join(expected.split())


def make(rows, **more) -> ReaderApp:
    pipeline = ReadyPipeline(rows)
    return ReaderApp(pipeline_factory=lambda: pipeline, library=MemoryLibrary({}), article=rice(), **more)


def strips_of(app):
    return app.screen._compositor.render_strips()


def lit_texts(app) -> list[str]:
    """What is painted as stepped to, or as aligned."""
    found = []
    for strip in strips_of(app):
        for segment in strip:
            style = segment.style
            if style and style.bold and (style.reverse or style.underline) and segment.text.strip():
                found.append(segment.text)
    return found


def spot(app, words: str) -> tuple[int, int]:
    """The cell of the grid where words begin."""
    grid = app.screen.query_one(Grid)
    for y, strip in enumerate(strips_of(app)):
        line = "".join(segment.text for segment in strip)
        if words in line:
            return cell_len(line[: line.index(words)]), y - grid.region.y
    raise AssertionError(words)


def card(app) -> str | None:
    found = app.screen.query_one(Card)
    return str(found.render()) if found.display else None


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20)])
async def test_hovering_any_word_lights_up_its_counterparts(size):
    app = make([farmers()])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for words in ("水稻", "rice", "lúa"):
            x, y = spot(app, words)
            for at in (x, x + cell_len(words) - 1):
                await pilot.hover(Grid, offset=(at, y))
                assert sorted(lit_texts(app)) == ["lúa", "rice", "水稻"]
                assert card(app) is None
        x, y = spot(app, "芹苴市")
        await pilot.hover(Grid, offset=(x + 5, y))
        assert sorted(lit_texts(app)) == ["Can Tho City", "thành phố Cần Thơ", "芹苴市"]
        assert card(app).startswith("芹苴市")
        await pilot.hover(Grid, offset=(x - 1, y))  # 在
        assert "芹苴市" not in lit_texts(app) and card(app) is None
        await pilot.hover("#bar")
        assert lit_texts(app) == []


async def test_arrows_step_through_the_words_without_a_mouse():
    app = make([farmers(), farmers(1)])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        grid = app.screen.query_one(Grid)
        seen = []
        for _ in range(3):
            await pilot.press("right")
            seen.append(sorted(lit_texts(app)))
        assert seen == [
            ["Farmers", "nông dân", "农民"],
            ["Hôm qua", "yesterday", "昨天"],
            ["in", "ở", "在"],
        ]
        await pilot.press("n")  # a term's card, from where the words go on
        assert card(app) is not None
        assert sorted(lit_texts(app)) == ["Can Tho City", "thành phố Cần Thơ", "芹苴市"]
        await pilot.press("right")
        assert card(app) is None and "harvested" in lit_texts(app)
        await pilot.press("right", "right")
        assert grid.current == 1
        await pilot.press("left")
        assert (grid.current, sorted(lit_texts(app))) == (0, ["lúa", "rice", "水稻"])
        await pilot.press("escape")
        assert lit_texts(app) == []
        await pilot.press("right", "j")
        assert lit_texts(app) == []


async def test_a_word_hovered_gives_way_to_the_one_stepped_to():
    app = make([farmers()])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("right")
        await pilot.hover(Grid, offset=spot(app, "rice"))
        assert "水稻" in lit_texts(app)
        await pilot.hover("#bar")
        assert sorted(lit_texts(app)) == ["Farmers", "nông dân", "农民"]


async def test_a_row_that_changes_goes_dark():
    app = make([farmers()])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("right")
        grid = app.screen.query_one(Grid)
        grid.update_rows([farmers()])
        assert grid.lit is not None
        grid.update_rows([farmers(en="number")])
        await pilot.pause()
        assert grid.lit is None and lit_texts(app) == []


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_what_is_lit_up_can_be_told_apart_without_colour(theme, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = make([farmers()])
    async with app.run_test(size=(160, 45)) as pilot:
        app.theme = theme
        await pilot.press("right")
        assert sorted(lit_texts(app)) == ["Farmers", "nông dân", "农民"]


async def test_a_hidden_language_is_passed_over():
    app = make([farmers()])
    async with app.run_test(size=(160, 45)) as pilot:
        app.screen.query_one(Grid).dress(Look((EN, VI)))
        await pilot.press("right", "n")
        await pilot.pause()
        assert sorted(lit_texts(app)) == ["Can Tho City", "thành phố Cần Thơ"]
        assert app.screen.query_one(Card).region.x == spot(app, "Can Tho City")[0]
