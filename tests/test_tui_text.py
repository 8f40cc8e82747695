"""What the reader does with text before any of it is on a screen."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FakePipeline, article, filled, rice

from reader.plain import shown
from reader.tui.fold import find_all, fold
from reader.tui.heights import Heights
from reader.tui.hit import hits, next_term
from reader.tui.layout import Above, Geometry
from reader.tui.look import Language
from reader.tui.seek import seek
from reader.tui.sheet import Sheet
from seeds.article import Kind
from translate.row import Cell, Entity, EntityType, Row, Segment, Target


def row(zh: str, en: str = "", vi: str = "", *terms: tuple[str, str, str], index: int = 0) -> Row:
    found = tuple(
        Entity(t, zh.index(t), zh.index(t) + len(t), EntityType.PLACE, en_, vi_) for t, en_, vi_ in terms
    )
    cells = {Target.EN: Cell(en, "fake"), Target.VI: Cell(vi, "fake")}
    return Row(Segment(index, 0, Kind.BODY, zh, 0, 0, len(zh)), found, cells)


@given(st.text())
def test_shown_text_has_the_same_length_and_no_control_characters(text):
    clean = shown(text)
    assert len(clean) == len(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in clean)
    clean.encode()
    assert cell_len(clean) == sum(map(cell_len, clean))


def test_escapes_and_bidi_controls_become_visible():
    assert shown("\x1b[31m\x00\x7f\u202e\u2066\ud800a\tb[b]") == "␛[31m␀␡··\ufffda b[b]"


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Chủ tịch nước", "chu tich", ["Chủ tịch"]),
        (unicodedata.normalize("NFD", "Chủ tịch"), "tịch", [unicodedata.normalize("NFD", "tịch")]),
        ("Đà Nẵng, đà nẵng", "da nang", ["Đà Nẵng", "đà nẵng"]),
        ("越南大米，大米", "大米", ["大米", "大米"]),
        ("STRASSE Straße", "strasse", ["STRASSE", "Straße"]),
        ("rice", "", []),
        ("rice", "price", []),
    ],
)
def test_search_disregards_case_and_diacritics(text, query, expected):
    assert [text[start:end] for start, end in find_all(text, fold(query))] == expected


@given(st.text(max_size=30), st.text(min_size=1, max_size=3))
def test_matches_lie_in_the_text(text, query):
    for start, end in find_all(text, fold(query)):
        assert 0 <= start < end <= len(text)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=600), st.data())
def test_heights_find_what_they_add_up(sizes, data):
    heights = Heights(len(sizes), 3)
    for index, size in enumerate(sizes):
        heights.set(index, size)
    index = data.draw(st.integers(0, len(sizes) - 1))
    assert heights.total == sum(sizes)
    assert heights.offset(index) == sum(sizes[:index])
    assert heights.find(heights.offset(index)) == (index, 0)
    assert heights.find(heights.offset(index) + sizes[index] - 1) == (index, sizes[index] - 1)
    assert heights.next_estimate() is None


def test_renderings_are_found_longest_first_and_only_whole():
    found = row(
        "越南与越南通讯社5",
        "Vietnam News Agency, Vietnam, Vietnamese, 15 and 5",
        "",
        ("越南", "Vietnam", "Việt Nam"),
        ("越南通讯社", "Vietnam News Agency", ""),
        ("5", "5", "5"),
    )
    text = found.cells[Target.EN].text
    assert [(text[h.start : h.end], h.entity) for h in hits(found, Language.EN)] == [
        ("Vietnam News Agency", 1),
        ("Vietnam", 0),
        ("5", 2),
    ]


def test_terms_are_stepped_through_in_reading_order_across_rows():
    rows = [
        row("越南在河内", "", "", ("河内", "Hanoi", ""), ("越南", "Vietnam", "")),
        row("没有", index=1),
        row("芹苴", "", "", ("芹苴", "Can Tho", ""), index=2),
    ]
    assert next_term(rows, 0, None, 1) == (0, 1)
    assert next_term(rows, 0, 1, 1) == (0, 0)
    assert next_term(rows, 0, 0, 1) == (2, 0)
    assert next_term(rows, 2, 0, 1) is None
    assert next_term(rows, 2, 0, -1) == (0, 0)
    assert next_term(rows, 2, None, -1) == (0, 0)
    assert next_term(rows, 0, 1, -1) is None


def test_seek_goes_round_in_both_directions():
    rows = [row("大米", "rice and rice"), row("鱼", "fish", index=1), row("大米", "rice", index=2)]
    at, places = (0, -1, -1), []
    for _ in range(4):
        at = next(place for place in seek(rows, "rice", at, 1) if place)
        places.append(at)
    assert places == [(0, 1, 0), (0, 1, 9), (2, 1, 0), (0, 1, 0)]
    assert next(place for place in seek(rows, "rice", (0, 1, 0), -1) if place) == (2, 1, 0)
    assert next(place for place in seek(rows, "fish", (1, 1, 0), 1) if place) == (1, 1, 0)
    assert [place for place in seek(rows, "tea", (0, 0, 0), 1) if place] == []


@pytest.mark.parametrize("width", [1, 8, 20, 39, 40, 99, 100, 160, 300])
def test_columns_fit_the_width(width):
    geometry = Geometry.fit(width)
    assert geometry.stacked == (width < 100)
    assert all(column.width >= 2 for column in geometry.columns)
    if width > 8:
        assert max(column.x + column.width for column in geometry.columns) <= width


def test_related_items_begin_under_a_rule():
    rows = FakePipeline().open(rice(1))
    sheet = Sheet(rows, Geometry.fit(120))
    first = len(rows) - 2
    assert sheet.laid(first).above == (Above.BLANK, Above.FOLDED) and sheet.laid(first).folded == 2
    assert sheet.laid(first + 1).height == 0
    assert sheet.turn_fold(first + 1) and not sheet.turn_fold(0)
    ruled = [r for r in range(len(rows)) if Above.RULE in sheet.laid(r).above]
    assert [rows[r].segment.kind for r in ruled] == [Kind.RELATED_TITLE]


@pytest.mark.parametrize("width", [30, 80, 120])
def test_a_settled_view_is_exact_and_refining_moves_nothing(width):
    rows = [filled(r) for r in FakePipeline().open(rice(100))]
    sheet = Sheet(rows, Geometry.fit(width))
    for at_row in (0, 7, 100, len(rows) - 1):
        top = sheet.settle(at_row, 5, 30)
        before = sheet.view(top, 30)
        assert len(before) == 30
        anchor, line = before[0]
        while sheet.refine(0.0):
            pass
        assert sheet.view(sheet.heights.offset(anchor) + line, 30) == before
        sheet.reshape(Geometry.fit(width + 1))
        sheet.reshape(Geometry.fit(width))


def test_changed_rows_are_told():
    rows = FakePipeline().open(article([(Kind.BODY, ["一。", "二。"])]))
    sheet = Sheet(rows, Geometry.fit(120))
    assert sheet.update([rows[0], filled(rows[1])]) == {1}
    assert sheet.update([filled(rows[1])]) == set()
