"""Word documents that are written: a table to edit, and a text to read."""

import io
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from edits_help import AWKWARD, BOTH, EN, ROWS, VI, exported, row
from hypothesis import given, settings

from reader.export.mark import Mark, canonical, digest
from reader.export.markup import visible
from reader.export.translated import Layout
from seeds.load import load_bytes
from translate.row import Target


def opened(data: bytes) -> object:
    return Document(io.BytesIO(data))


def lines(data: bytes) -> list[list[str]]:
    (table,) = Document(io.BytesIO(data)).tables
    return [[cell.text for cell in line.cells] for line in table.rows]


@pytest.mark.parametrize(("targets", "names"), [(BOTH, ["English", "Tiếng Việt"]), ((VI,), ["Tiếng Việt"])])
def test_a_row_a_segment_and_the_columns_asked_for(targets: tuple[Target, ...], names: list[str]) -> None:
    head, *rows = lines(exported("docx", targets=targets))
    assert head == ["#", "中文", *names, "Notes"] and len(rows) == len(ROWS)
    assert [cells[1] for cells in rows] == [r.segment.text for r in ROWS]
    assert [cells[-2] for cells in rows] == [r.cells[VI].text for r in ROWS]
    assert rows[-1][-1] == "✓ vi"
    if EN in targets:
        assert rows[1][-1] == "⚑ length:en"
    for number, cells in enumerate(rows, 1):
        shown, mark = cells[0].split("\n")
        read = Mark.read(mark)
        assert shown == str(number) and read is not None and read.segment == number - 1
        assert {*read.cells} == {*targets} and read.is_of(cells[1])


def test_the_head_is_repeated_the_page_lies_and_languages_are_told() -> None:
    document = Document(io.BytesIO(exported("docx")))
    (table,) = document.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE and section.page_width > section.page_height
    tags = []
    for cell in table.rows[1].cells[1:4]:
        about = cell.paragraphs[0].style.element.rPr
        tags.append(
            (about.find(qn("w:lang")).get(qn("w:val")), about.find(qn("w:rFonts")).get(qn("w:eastAsia")))
        )
    assert tags == [("zh-CN", "SimSun"), ("en-GB", "SimSun"), ("vi-VN", "SimSun")]
    assert document.core_properties.title == "大米出口增长"


def test_the_bytes_are_the_same_each_time_and_hold_no_time() -> None:
    data = exported("docx")
    assert data == exported("docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(AWKWARD.map(lambda text: text + "中"), AWKWARD)
@settings(deadline=None, max_examples=25)
def test_no_text_breaks_it(zh: str, en: str) -> None:
    (_, cells) = lines(exported("docx", [row(0, zh, en, "<w:b/>&amp;")]))
    assert digest(cells[1]) == digest(zh) and canonical(cells[2]) == canonical(visible(en))
    assert cells[3] == "<w:b/>&amp;"
    mark = Mark.read(cells[0].split("\n")[1])
    assert mark is not None and mark.is_of(cells[1]) and mark.cells[EN].digest == digest(cells[2])


def test_a_text_to_read_has_each_paragraph_with_its_translations_below() -> None:
    data = exported("docx", layout=Layout.READING)
    document = Document(io.BytesIO(data))
    assert not document.tables and document.sections[0].page_height > document.sections[0].page_width
    shown = [(p.style.name, p.text) for p in document.paragraphs]
    assert shown[:4] == [
        ("Heading 1", "大米出口增长"), ("SanyuEn", "Rice exports grow"), ("SanyuVi", "Xuất khẩu gạo tăng"),
        ("SanyuZh", "双方同意加强合作。"),
    ]  # fmt: skip
    assert len(shown) == 3 * len(ROWS)
    assert load_bytes(data, "x.docx").title == "大米出口增长"


def test_a_mark_is_read_as_it_was_written_and_nothing_else_is() -> None:
    mark = Mark.of_row(ROWS[2], len(ROWS), BOTH)
    assert Mark.read(str(mark)) == mark
    assert Mark.read(f" {str(mark).upper()[:9]}\n{str(mark)[9:]} ") == mark
    for text in ("", "s0-4.aaaaaaaa", "s5-4.aaaaaaaa", "s1-4", str(mark)[:-1], f"{mark}x", f"{mark}.en-d-x"):
        assert Mark.read(text) is None
