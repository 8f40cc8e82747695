"""An article as a Word document: a table that a reviewer edits, a row a segment, or a text to read."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence

from reader.export.book import packed
from reader.export.exchange import source_language
from reader.export.mark import Mark, marks_of
from reader.export.markup import marked_up, visible
from reader.export.paragraphs import Paragraph, paragraphs_of
from reader.export.translated import Layout, Translated
from seeds.article import Kind
from translate.row import Cell, Row, Target

NAMES = {Target.EN: "English", Target.VI: "Tiếng Việt"}
NUMBER, SOURCE, NOTES = "#", "中文", "Notes"
APPROVED = "✓"
STYLES: dict[Target | None, str] = {None: "SanyuZh", Target.EN: "SanyuEn", Target.VI: "SanyuVi"}
TAGS: dict[Target | None, str] = {Target.EN: "en-GB", Target.VI: "vi-VN"}
# Where the body goes in what python-docx has written.
BODY = "sanyu"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Twentieths of a point: A4 lying, with margins of 1.5 cm.
LONG, SHORT, MARGIN = 16838, 11906, 850
NARROW, SIDE = 800, 1700
# Word replaces what it does not have; these are on every Windows and Mac.
LATIN, HAN = "Calibri", "SimSun"
UNDATED = datetime.datetime(2000, 1, 1)


def render(translated: Translated) -> bytes:
    """The document; the same article gives the same bytes.

    As a table, its own layout, it comes back by ``sanyu import-edits``: under each row's number, small
    and grey, stands its mark. ``Notes`` holds the flags, and ``✓ en`` where a cell is reviewed.
    """
    from docx import Document
    from docx.oxml import parse_xml

    article = translated.article
    language = source_language(translated.rows)
    document = Document()
    body = document.element.body
    for child in list(body):
        body.remove(child)
    # As a tree a book would take more than a gigabyte.
    body.append(parse_xml(f'<w:p xmlns:w="{WORD}"><w:r><w:t>{BODY}</w:t></w:r></w:p>'))
    styles = document.styles.element
    for style in style_sheet(language):
        styles.append(parse_xml(style))
    about = document.core_properties
    about.title = visible(article.title)[:255]
    about.author = about.last_modified_by = "sanyu"
    about.comments = ""
    about.subject = visible(article.name)[:255]
    about.created = about.modified = (
        datetime.datetime.fromisoformat(article.date) if article.date else UNDATED
    )
    written = io.BytesIO()
    document.save(written)
    return packed(
        written.getvalue(),
        "word/document.xml",
        f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>",
        pieces(translated, language),
    )


def pieces(translated: Translated, language: str) -> Iterator[str]:
    """What stands in the document's body."""
    rows, targets = translated.rows, translated.targets
    if translated.layout is Layout.READING:
        yield from reading(rows, targets)
        yield page(lying=False)
        return
    yield heading(translated.article.title, language)
    yield advice(targets)
    yield from table(rows, targets)
    yield "<w:p/>"
    yield page(lying=True)


def heading(title: str, language: str) -> str:
    """The article's title."""
    about = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    return f"<w:p>{about}{run(title, language=language)}</w:p>"


def advice(targets: Sequence[Target]) -> str:
    """What a reviewer should know, in one paragraph."""
    names = " and ".join(NAMES[target] for target in targets)
    return (
        "<w:p>"
        + run(
            f"Edit {names} in the table; tracked changes are welcome. A {APPROVED} in Notes approves the row"
            f" ({APPROVED} en or {APPROVED} vi: one text of it). Leave {SOURCE} and the small grey marks as"
            " they are. Then: sanyu import-edits FILE.docx"
        )
        + "</w:p>"
    )


def table(rows: Sequence[Row], targets: tuple[Target, ...]) -> Iterator[str]:
    """All rows below a head that every page repeats."""
    whole = LONG - 2 * MARGIN
    text = (whole - NARROW - SIDE) // (1 + len(targets))
    widths = [NARROW, *[text] * (1 + len(targets)), SIDE]
    titles = [NUMBER, SOURCE, *(NAMES[target] for target in targets), NOTES]
    head = "".join(
        cell(width, paragraph(run(title, bold=True))) for width, title in zip(widths, titles, strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    )
    for row, mark in marks_of(rows, targets):
        yield line(row, mark, targets, widths)
    yield "</w:tbl>"


def line(row: Row, mark: Mark, targets: tuple[Target, ...], widths: Sequence[int]) -> str:
    """One segment as a row of the table."""
    cells = [row.cells.get(target) for target in targets]
    number = paragraph(run(str(row.segment.index + 1))) + paragraph(run(str(mark)), "SanyuMark")
    texts = [paragraph(run(row.segment.text), STYLES[None])]
    texts += [
        paragraph(run(found.text if found else ""), STYLES[target])
        for target, found in zip(targets, cells, strict=True)
    ]
    notes = paragraph(run(remarks(targets, cells)), "SanyuNotes")
    filled = "".join(map(cell, widths, [number, *texts, notes]))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{filled}</w:tr>"


def remarks(targets: Sequence[Target], cells: Sequence[Cell | None]) -> str:
    """What stands in the notes of a row."""
    known = [(target, found) for target, found in zip(targets, cells, strict=True) if found is not None]
    approved = [f"{APPROVED} {target}" for target, found in known if found.state == "reviewed"]
    flags = [f"{flag}:{target}" for target, found in known for flag in found.flags]
    return "  ".join(approved + ([f"⚑ {' '.join(flags)}"] if flags else []))


def cell(width: int, content: str) -> str:
    """A cell of the table."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def paragraph(content: str, style: str = "SanyuNotes") -> str:
    """A paragraph in one of our styles."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def run(text: str, *, bold: bool = False, language: str = "") -> str:
    """A stretch of text; markup and control characters in it show as they are."""
    about = "<w:b/>" if bold else ""
    about += f'<w:lang w:val="{language}" w:eastAsia="{language}"/>' if language else ""
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{marked_up(text)}</w:t></w:r>'


def reading(rows: Sequence[Row], targets: tuple[Target, ...]) -> Iterator[str]:
    """Each paragraph with its translations below it."""
    for shown in paragraphs_of(rows):
        for target in (None, *targets):
            text = shown.text(target)
            if text:
                yield paragraph(run(text), style_of(shown, target))


def style_of(shown: Paragraph, target: Target | None) -> str:
    """The style of a paragraph: only the Chinese of a title is a heading to Word, its translations not."""
    if target is None and shown.kind.is_title:
        return "Heading1" if shown.kind is Kind.TITLE else "Heading2"
    return STYLES[target]


def page(*, lying: bool) -> str:
    """The section: A4."""
    width, height = (LONG, SHORT) if lying else (SHORT, LONG)
    turned = ' w:orient="landscape"' if lying else ""
    margins = "".join(f' w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar{margins} w:header="425" w:footer="425" w:gutter="0"/></w:sectPr>'
    )


def style_sheet(chinese: str) -> list[str]:
    """A style for each language, which tells the spelling checker; one for notes, one for marks."""
    tags: dict[Target | None, str] = {None: chinese, **TAGS}
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{HAN}"/>'
    made = [
        style(name, f'{fonts}<w:sz w:val="20"/><w:lang w:val="{tags[target]}" w:eastAsia="{chinese}"/>')
        for target, name in STYLES.items()
    ]
    made.append(style("SanyuNotes", f'{fonts}<w:sz w:val="16"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'))
    made.append(style("SanyuMark", f'{fonts}<w:noProof/><w:color w:val="BFBFBF"/><w:sz w:val="8"/>'))
    return made


def style(name: str, about: str) -> str:
    """A style of paragraphs."""
    return (
        f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="20" w:after="20"'
        f' w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>{about}</w:rPr></w:style>'
    )
