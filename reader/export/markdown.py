"""Rows as Markdown: Chinese with its translations quoted below, or side by side in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.export.harmless import UNSAFE, harmless
from reader.export.paragraphs import Paragraph, paragraphs_of
from reader.export.translated import Layout, Translated
from seeds.article import Kind
from translate.row import Row, Target

# What Markdown or the HTML inside it would take for markup.
SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")
TELLING = re.compile(f"{SPECIAL.pattern}|{UNSAFE.pattern}")
# What at the start of a line would make a list of it, or a rule.
LINE_START = re.compile(r"^([-+=]|\d{1,9}[.)](?=\s|$))")
LEVELS = {Kind.TITLE: "# ", Kind.HEADING: "## ", Kind.RELATED_TITLE: "### "}


NAMES = {None: "中文", Target.EN: "English", Target.VI: "Tiếng Việt"}


def pieces(translated: Translated) -> Iterator[str]:
    """An article in one of the layouts; what follows the Chinese is named by its language code."""
    name, layout, asked = translated.article.name, translated.layout or Layout.READING, translated.targets
    yield f"<!-- {comment(name)}: {', '.join(['zh', *asked])}, translated by sanyu -->"
    related = False
    for paragraphs in groups(translated.rows, layout):
        if paragraphs[0].kind.is_related and not related:
            related = True
            yield "\n\n---"
        if layout is Layout.TABLE and paragraphs[0].kind not in LEVELS:
            yield f"\n\n{table(paragraphs, asked)}"
        else:
            for paragraph in paragraphs:
                yield f"\n\n{block(paragraph, asked)}"
    yield "\n"


def groups(rows: Iterable[Row], layout: Layout) -> Iterator[list[Paragraph]]:
    """The paragraphs, or sentences, that stand together: all between two headings share a table."""
    if layout is Layout.INTERLEAVED:
        yield from ([Paragraph(row.segment.kind, (row,))] for row in rows)
        return
    if layout is not Layout.TABLE:
        yield from ([paragraph] for paragraph in paragraphs_of(rows))
        return
    for _, group in groupby(paragraphs_of(rows), key=lambda p: (p.kind in LEVELS, p.kind.is_related)):
        yield list(group)


def table(paragraphs: Iterable[Paragraph], targets: tuple[Target, ...]) -> str:
    """Paragraphs side by side, one line a segment."""
    columns = (None, *targets)
    lines = [line(NAMES[column] for column in columns), line("---" for _ in columns)]
    for paragraph in paragraphs:
        mark = "*" if paragraph.kind.is_caption else ""
        for row in paragraph.rows:
            single = Paragraph(row.segment.kind, (row,))
            texts = [f"{mark}{escaped(single.text(None))}{mark}"]
            for target in targets:
                cell = row.cells.get(target)
                flags = f" ⚑ {escaped(', '.join(cell.flags))}" if cell and cell.flags else ""
                texts.append(escaped(single.text(target)) + flags)
            lines.append(line(texts))
    return "\n".join(lines)


def line(cells: Iterable[str]) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells)} |"


def block(paragraph: Paragraph, targets: tuple[Target, ...]) -> str:
    """One paragraph with its translations."""
    chinese = LINE_START.sub(last_escaped, escaped(paragraph.text(None)))
    if paragraph.kind in LEVELS:
        chinese = LEVELS[paragraph.kind] + chinese
    elif paragraph.kind.is_caption:
        chinese = f"*{chinese}*"
    lines = [chinese, ""]
    for target in targets:
        lines.append(f"> **{target.value}** {escaped(paragraph.text(target))}  ")
    flags = paragraph.flags()
    if flags:
        lines.append(f"> ⚑ {escaped(', '.join(flags))}")
    return "\n".join(lines).rstrip()


def escaped(text: str) -> str:
    """Text that shows as it is, whatever marks it holds."""
    plain = text.replace("\n", " ").strip()
    if TELLING.search(plain) is None:
        return plain
    return SPECIAL.sub(r"\\\1", harmless(plain))


def comment(text: str) -> str:
    """A name that cannot end the HTML comment it stands in."""
    return harmless(text.replace("\n", " ")).replace("--", "- -").replace(">", "")


def last_escaped(match: re.Match[str]) -> str:
    """What was matched, its last character escaped."""
    return f"{match[0][:-1]}\\{match[0][-1]}"
