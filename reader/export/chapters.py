"""The chapters of a book as XHTML documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.export.markup import marked_up, one_line
from reader.export.paragraphs import Paragraph, paragraphs_of
from reader.export.translated import Layout
from reader.reasons import REASONS
from seeds.article import Kind
from translate.row import Row, Target

HEADINGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.RELATED_TITLE: "h3"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """Paragraphs that begin with a title, or stand before the first one; ``name`` if they have none."""

    name: str
    paragraphs: tuple[Paragraph, ...]

    def title(self, target: Target | None) -> str:
        """The chapter's title in a target, or in Chinese; without one, in Chinese, its name."""
        titles = [p.text(target) for p in self.paragraphs if p.kind is Kind.TITLE]
        return " ".join(titles) or ("" if target else self.name)


def chapters_of(rows: Iterable[Row], name: str) -> Iterator[Chapter]:
    """The chapters: a title, or several in a row, with what follows up to the next title."""
    found: list[Paragraph] = []
    for paragraph in paragraphs_of(rows):
        begins = paragraph.kind is Kind.TITLE
        if found and begins and found[-1].kind is not Kind.TITLE:
            yield Chapter(name, tuple(found))
            found = []
        found.append(paragraph)
    if found:
        yield Chapter(name, tuple(found))


def document(chapter: Chapter, title: str, columns: Sequence[Target | None], layout: Layout, tag: str) -> str:
    """A chapter with some of its texts (None: the Chinese, tagged ``tag``) as an XHTML document."""
    language = columns[0] or tag
    alone = ' class="alone"' if len(columns) == 1 else ""
    body = "\n".join(body_of(chapter, columns, layout, tag))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" {named(language)}>\n<head>\n'
        f'<title>{one_line(title) or "—"}</title>\n<link rel="stylesheet" type="text/css" href="book.css"/>\n'
        f"</head>\n<body{alone}>\n{body}\n</body>\n</html>\n"
    )


def body_of(chapter: Chapter, columns: Sequence[Target | None], layout: Layout, tag: str) -> Iterator[str]:
    """The paragraphs, the related items in a section of their own."""
    for related, group in groupby(chapter.paragraphs, key=lambda paragraph: paragraph.kind.is_related):
        if related:
            yield '<section class="related">'
        for paragraph in group:
            yield paragraph_of(paragraph, columns, layout, tag)
        if related:
            yield "</section>"


def paragraph_of(paragraph: Paragraph, columns: Sequence[Target | None], layout: Layout, tag: str) -> str:
    """One paragraph: its sentences one by one with their translations, or whole texts."""
    kind = paragraph.kind
    if kind in HEADINGS:
        inner = texts(paragraph, columns, tag, HEADINGS[kind])
        return f"<header>\n{inner}\n</header>"
    if layout is Layout.INTERLEAVED and len(paragraph.rows) > 1:
        single = (Paragraph(row.segment.kind, (row,)) for row in paragraph.rows)
        inner = "\n".join(f'<div class="row">\n{texts(one, columns, tag, "p")}\n</div>' for one in single)
    else:
        inner = texts(paragraph, columns, tag, "p")
    if kind.is_caption:
        return f"<figure><figcaption>\n{inner}\n</figcaption></figure>"
    return f'<div class="par">\n{inner}\n</div>'


def texts(paragraph: Paragraph, columns: Sequence[Target | None], tag: str, element: str) -> str:
    """The texts of a paragraph, each an element of its language; the first one is ``element``."""
    lines = []
    for column in columns:
        text = paragraph.text(column)
        if text.strip():
            inner = marked_up(text) + reasons(paragraph, column)
            lines.append(f'<{element} class="{paragraph.kind}" {named(column or tag)}>{inner}</{element}>')
            element = "p"
    return "\n".join(lines)


def reasons(paragraph: Paragraph, target: Target | None) -> str:
    """Why to look twice at a translation, or nothing."""
    cells = (row.cells.get(target) for row in paragraph.rows) if target else ()
    flags = dict.fromkeys(flag for cell in cells if cell for flag in cell.flags)
    if not flags:
        return ""
    words = marked_up("; ".join(REASONS.get(flag, flag) for flag in flags))
    return f' <small class="flag" {named("en")}>⚑ {words}</small>'


def named(language: str) -> str:
    """The attributes that name a language, for old and new readers."""
    return f'lang="{language}" xml:lang="{language}"'
