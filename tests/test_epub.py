"""Books come in as articles, chapter by chapter, and no file can do harm."""

import io
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from cli_help import sanyu
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.article import Kind
from seeds.errors import DamagedSource, EmptySource, OversizedSource, ProtectedSource, SourceError
from seeds.load import load_bytes

CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
NAV = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
    '<nav epub:type="toc"><ol><li><a href="text/two.xhtml">第二章 大米</a></li></ol></nav></body></html>'
)


def page(body: str, head: str = "") -> str:
    return f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


def package(*names: str, title: str = "越南的早晨") -> str:
    items = "".join(
        f'<item id="c{n}" href="text/{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(names)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:date>2024-08-17</dc:date>'
        f'</metadata><manifest>{items}<item id="nav" href="nav.xhtml" properties="nav"'
        f' media-type="application/xhtml+xml"/></manifest><spine>{spine}<itemref idref="nav"/></spine></package>'
    )


def archived(members: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def book(chapters: Mapping[str, str | bytes], **more: str | bytes) -> bytes:
    members = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package(*chapters), "OPS/nav.xhtml": NAV}
    members |= {f"OPS/text/{name}": text for name, text in chapters.items()}
    return archived(members | {name.replace("__", "/"): content for name, content in more.items()})


def blocks(data: bytes) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in load_bytes(data, "book.epub").blocks]


ONE = page(
    "<h1>第一章 河内</h1>\n<p>\u3000\u3000河内的\n早晨很<em>安静</em>。<!-- 不见 --></p><h2>市场</h2>"
    "<p>人们买<ruby>米<rt>mi</rt></ruby>。<br/>也买鱼。</p><figure><img src='a.jpg' alt='x'/>"
    "<figcaption>市场一角</figcaption></figure>"
)
TWO = page("<p>今年大米丰收。</p>")


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    article = load_bytes(book({"one.xhtml": ONE, "two.xhtml": TWO}), "book.epub")
    assert (article.title, article.date) == ("越南的早晨", "2024-08-17")
    assert [(block.kind, block.text) for block in article.blocks] == [
        (Kind.TITLE, "第一章 河内"),
        (Kind.BODY, "河内的早晨很安静。"),
        (Kind.HEADING, "市场"),
        (Kind.BODY, "人们买米。"),
        (Kind.BODY, "也买鱼。"),
        (Kind.CAPTION, "市场一角"),
        (Kind.TITLE, "第二章 大米"),
        (Kind.BODY, "今年大米丰收。"),
    ]
    assert article.boilerplate == ()
    for block in article.blocks:
        assert "".join(article.source[p.start : p.end] for p in block.pieces) == block.text


def test_it_is_known_by_its_first_bytes_too_and_stays_a_book_with_plain() -> None:
    data = book({"one.xhtml": ONE})
    named = load_bytes(data, "book.epub").blocks
    assert load_bytes(data, "download").blocks == load_bytes(data, "book.epub", plain=True).blocks == named


@pytest.mark.parametrize(
    "chapter",
    [
        "<html><head><title/></head><body><p>大米<br>出口 & 咖啡&nbsp;出口<p>丰收</body>",
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://localhost:9/x">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><script/></head><body><p>大米<br/>出口 &amp; 咖啡&nbsp;出口</p>'
        "<div>丰收</div></body></html>",
    ],
    ids=["careless HTML", "XHTML with HTML's entities"],
)
def test_chapters_are_read_whatever_their_dialect(chapter: str) -> None:
    assert blocks(book({"x.xhtml": chapter})) == [("body", t) for t in ("大米", "出口 & 咖啡 出口", "丰收")]


def test_a_chapter_in_another_encoding_says_so() -> None:
    chapter = '<?xml version="1.0" encoding="gb18030"?>' + page("<p>大米</p>")
    assert blocks(book({"x.xhtml": chapter.encode("gb18030")})) == [("body", "大米")]


def test_entities_of_a_chapter_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE html [<!ENTITY l0 "哈哈哈哈"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>'
    assert blocks(book({"x.xhtml": page("<p>大米&l11;&f;</p>", head)})) == [("body", "大米&l11;&f;")]
    in_attribute = page('<p title="&l11;">大米</p>', head)
    assert blocks(book({"x.xhtml": in_attribute})) == [("body", "大米")]


def test_paths_that_lead_out_of_the_book_lead_nowhere() -> None:
    with pytest.raises(DamagedSource, match="is missing in it"):
        blocks(book({"../../../../etc/passwd": "x"}))
    data = book({"one.xhtml": ONE}, **{"..__..__evil.txt": "x"})
    assert blocks(data)[0] == ("title", "第一章 河内")


def test_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    zeros = page("<p>大米</p>" + " " * (80 << 20))
    with pytest.raises(OversizedSource, match="unpacks to far more"):
        blocks(book({"x.xhtml": zeros}))
    monkeypatch.setattr("seeds.archive.LARGEST_WHOLE", 3 << 20)
    many = {f"{n}.xhtml": page("<p>大米</p>" + " " * (900 << 10)) for n in range(4)}
    with pytest.raises(OversizedSource):
        blocks(book(many))


def test_a_head_that_lies_about_its_size_is_found_out() -> None:
    data = bytearray(book({"x.xhtml": page("<p>大米</p>" + " " * (8 << 20))}))
    place = data.rfind(b"OPS/text/x.xhtml") - 46
    data[place + 24 : place + 28] = (200).to_bytes(4, "little")
    with pytest.raises((DamagedSource, OversizedSource)):
        blocks(bytes(data))


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", DamagedSource, "no whole ZIP"),
        (b"no book", DamagedSource, "no whole ZIP"),
        (book({"one.xhtml": ONE})[:-30], DamagedSource, "no whole ZIP"),
        (archived({}), DamagedSource, "META-INF/container.xml is missing"),
        (archived({"META-INF/container.xml": "<x/>"}), DamagedSource, "missing"),
        (archived({"META-INF/container.xml": "<"}), DamagedSource, "cannot be read"),
        (book({}), DamagedSource, "lists no chapters"),
        (book({"one.xhtml": page("<p> </p>")}), EmptySource, "no text"),
        (
            book(
                {"one.xhtml": ONE},
                **{"META-INF__encryption.xml": '<e><CipherReference URI="OPS/text/one.xhtml"/></e>'},
            ),
            ProtectedSource,
            "encrypted",
        ),
    ],
)
def test_what_is_wrong_with_a_book_is_said(data: bytes, error: type[SourceError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        load_bytes(data, "book.epub")
    assert str(caught.value).startswith("book.epub: ") and str(caught.value).endswith(".")


WHOLE = book({"one.xhtml": ONE, "two.xhtml": TWO})


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_spoilt_book_is_an_article_or_a_source_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place] = byte
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            assert load_bytes(bytes(data), "book.epub").blocks
        except SourceError as error:
            assert str(error).startswith("book.epub: ")


@pytest.mark.usefixtures("one_workshop")
def test_a_book_is_translated_into_a_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "book.epub").write_bytes(book({"one.xhtml": ONE, "two.xhtml": TWO}))
    (tmp_path / "shelf" / "torn.epub").write_bytes(b"PK")
    result = sanyu("translate", "shelf", "-o", "out", "--format", "epub,md")
    assert result.code == 1 and "torn.epub: this EPUB file is damaged" in result.err
    again = load_bytes((tmp_path / "out" / "book.epub").read_bytes(), "again.epub")
    titles = [block.text for block in again.blocks if block.kind is Kind.TITLE]
    assert again.title == "越南的早晨" and titles == ["第一章 河内", "第二章 大米"]
    assert "今年大米丰收。" in [block.text for block in again.blocks]
    before = (tmp_path / "out" / "book.epub").stat().st_mtime_ns
    assert sanyu("translate", "shelf", "-o", "out", "--format", "epub", "-q").code == 1
    assert (tmp_path / "out" / "book.epub").stat().st_mtime_ns == before
