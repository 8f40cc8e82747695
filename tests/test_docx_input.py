"""Word documents as sources: what is read, how tracked changes count, what is refused."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.article import Article, Kind
from seeds.errors import (
    BinarySource,
    DamagedSource,
    EmptySource,
    OversizedSource,
    ProtectedSource,
    SourceError,
)
from seeds.load import find_sources, load_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WHO = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def saved(document: object) -> bytes:
    data = io.BytesIO()
    document.save(data)  # type: ignore[attr-defined]
    return data.getvalue()


def with_body(xml: str) -> bytes:
    """A document of the paragraphs and tables given."""
    document = Document()
    for element in parse_xml(f"<w:body {W}>{xml}</w:body>"):
        document.element.body.append(element)
    return saved(document)


def replaced(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The archive with members changed, or left out."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return written.getvalue()


def texts(article: Article) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in article.blocks]


def test_headings_captions_tables_and_paragraphs() -> None:
    document = Document()
    document.add_heading("大米出口", 0)
    document.add_heading("第一章", 1)
    document.add_paragraph("双方同意。").add_run("加强合作。")
    document.add_paragraph("图片说明", style="Caption")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "越南", "河内"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "里面"
    document.add_paragraph("一行\n二行\tHanoi\n市")
    article = load_bytes(saved(document), "report.docx")
    assert texts(article) == [
        (Kind.TITLE, "大米出口"), (Kind.HEADING, "第一章"), (Kind.BODY, "双方同意。加强合作。"),
        (Kind.CAPTION, "图片说明"), (Kind.BODY, "越南"), (Kind.BODY, "里面"), (Kind.BODY, "河内"),
        (Kind.BODY, "一行二行 Hanoi 市"),
    ]  # fmt: skip
    assert article.title == "大米出口" and not article.boilerplate
    assert [block.paragraph for block in article.blocks] == [*range(8)]
    for block in article.blocks:
        assert "".join(article.source[p.start : p.end] for p in block.pieces) == block.text


def test_without_headings_a_short_first_line_is_the_title() -> None:
    xml = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("大米出口增长", "双方同意。"))
    assert load_bytes(with_body(xml), "a.docx").title == "大米出口增长"
    one = "<w:p><w:r><w:t>双方同意。</w:t></w:r></w:p>"
    assert load_bytes(with_body(one * 2), "a.docx").blocks[0].kind is Kind.BODY


def test_tracked_changes_are_taken_as_accepted() -> None:
    article = load_bytes(
        with_body(
            f"<w:p><w:r><w:t>今年</w:t></w:r><w:del {WHO}><w:r><w:delText>出口</w:delText></w:r></w:del>"
            f"<w:ins {WHO}><w:r><w:t>进口</w:t></w:r></w:ins><w:moveFrom {WHO}><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
            f"<w:moveTo {WHO}><w:r><w:t>新</w:t></w:r></w:moveTo><w:r><w:t>大米。</w:t></w:r></w:p>"
            f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr><w:r><w:t>双方</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>同意。</w:t></w:r></w:p>"
            f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p><w:r><w:t>删去</w:t></w:r></w:p></w:tc></w:tr>"
            f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc><w:p><w:r><w:t>添上</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "a.docx",
    )
    assert [text for _, text in texts(article)] == ["今年进口新大米。", "双方同意。", "添上"]


def test_what_is_not_to_be_seen_is_not_read() -> None:
    article = load_bytes(
        with_body(
            '<w:p><w:r><w:t xml:space="preserve">甲 </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>'
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            "<w:ruby><w:rt><w:r><w:t>pīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby>"
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>栏</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p/>"
        ),
        "a.docx",
    )
    assert [text for _, text in texts(article)] == ["甲 乙拼", "框", "栏"]


def test_footnotes_follow_the_text() -> None:
    data = with_body("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>")
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(
            "word/footnotes.xml",
            f'<w:footnotes {W}><w:footnote w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>'
            "<w:footnote><w:p><w:r><w:t>脚注。</w:t></w:r></w:p></w:footnote></w:footnotes>",
        )
    assert [text for _, text in texts(load_bytes(written.getvalue(), "a.docx"))] == ["正文。", "脚注。"]


def test_the_strict_edition_and_other_names_are_read() -> None:
    data = with_body("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>")
    strict = replaced(
        data,
        lambda name, content: (
            content.replace(W[9:-1].encode(), STRICT.encode()) if name == "word/document.xml" else content
        ),
    )
    for some in (data, strict):
        assert load_bytes(some, "a.docx").blocks[0].text == "正文。"
        assert load_bytes(some, "a.zip.txt").blocks[0].text == "正文。"


def test_a_folder_has_its_documents(tmp_path: Path) -> None:
    (tmp_path / "a.DOCX").write_bytes(with_body("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>"))
    assert find_sources(tmp_path) == [tmp_path / "a.DOCX"]


def test_bombs_are_not_opened() -> None:
    def bomb(name: str, content: bytes) -> bytes:
        return (
            content.replace(b">x<", b">" + b" " * (66 << 20) + b"<")
            if name == "word/document.xml"
            else content
        )

    with pytest.raises(OversizedSource, match="Word"):
        load_bytes(replaced(with_body("<w:p><w:r><w:t>x</w:t></w:r></w:p>"), bomb), "a.docx")


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

    def declare(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        head, _, rest = content.partition(b"?>")
        return head + f'?><!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'.encode() + rest.replace(b"LOL", b"&l9;")

    with pytest.raises(DamagedSource, match=r"word/document\.xml"):
        load_bytes(replaced(with_body("<w:p><w:r><w:t>LOL</w:t></w:r></w:p>"), declare), "a.docx")


def test_what_is_wrong_is_said() -> None:
    data = with_body("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>")
    with pytest.raises(DamagedSource, match="ZIP"):
        load_bytes(data[: len(data) // 2], "a.docx")
    with pytest.raises(DamagedSource, match=r"word/document\.xml is missing"):
        load_bytes(replaced(data, lambda name, c: None if name == "word/document.xml" else c), "a.docx")
    with pytest.raises(DamagedSource, match="cannot be read"):
        load_bytes(replaced(data, lambda name, c: c[:-9] if name == "word/document.xml" else c), "a.docx")
    with pytest.raises(ProtectedSource):
        load_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a.docx")
    with pytest.raises(EmptySource):
        load_bytes(with_body("<w:p/>"), "a.docx")
    with pytest.raises(BinarySource):
        load_bytes(replaced(data, lambda name, c: c if "docProps" in name else None), "a.txt")


SIMPLE = with_body("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>")


@given(st.binary(max_size=200), st.integers(0, 4000))
@settings(deadline=None, max_examples=60)
def test_a_broken_file_is_named_in_one_sentence(noise: bytes, at: int) -> None:
    data = SIMPLE
    try:
        load_bytes(data[:at] + noise + data[at + len(noise) :], "a.docx")
    except SourceError as error:
        assert str(error).startswith("a.docx: ")
