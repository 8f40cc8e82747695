"""Rows as Markdown: reading order, Chinese with its translations quoted below."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.export.harmless import harmless
from reader.export.paragraphs import Paragraph, paragraphs_of
from seeds.article import Kind
from translate.row import Row, Target

# What Markdown or the HTML inside it would take for markup.
SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")
# What at the start of a line would make a list of it, or a rule.
LINE_START = re.compile(r"^([-+=]|\d{1,9}[.)](?=\s|$))")
LEVELS = {Kind.TITLE: "# ", Kind.HEADING: "## ", Kind.RELATED_TITLE: "### "}


def to_markdown(name: str, rows: Iterable[Row], targets: Iterable[Target]) -> str:
    """An article. Every paragraph is followed by its translations, each named by its language code."""
    asked = tuple(targets)
    head = f"<!-- {comment(name)}: {', '.join(['zh', *asked])}, translated by sanyu -->"
    parts, related = [head], False
    for paragraph in paragraphs_of(rows):
        if paragraph.kind.is_related and not related:
            related = True
            parts.append("---")
        parts.append(block(paragraph, asked))
    return "\n\n".join(parts) + "\n"


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
    return SPECIAL.sub(r"\\\1", harmless(text.replace("\n", " ").strip()))


def comment(text: str) -> str:
    """A name that cannot end the HTML comment it stands in."""
    return harmless(text.replace("\n", " ")).replace("--", "- -").replace(">", "")


def last_escaped(match: re.Match[str]) -> str:
    """What was matched, its last character escaped."""
    return f"{match[0][:-1]}\\{match[0][-1]}"
