"""Markdown documents: headings and the visible text of paragraphs, lists, quotes and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from seeds.article import Article, Block, Kind, Span
from seeds.furniture import read_date
from seeds.spans import WHITE, leftovers, make_blocks, split_lines, trim, trim_group

if TYPE_CHECKING:
    from markdown_it.token import Token

    from seeds.inline import InlineReader

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|date)[ \t]*:[ \t]*([\"']?)(.*?)\2[ \t]*$", re.MULTILINE | re.IGNORECASE)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _FrontMatter:
    """Where the front matter ends, and its title and date."""

    end: int = 0
    title: Span | None = None
    date: str | None = None


def read_markdown(text: str, name: str) -> Article:
    """The Markdown document; markup, link targets and code without Han characters are boilerplate."""
    front = _read_front_matter(text)
    page = _Page(text, front)
    page.read()
    title = next((block.text for block in page.blocks if block.kind is Kind.TITLE), None)
    title = title or next((block.text for block in page.blocks if block.kind is Kind.HEADING), None)
    return Article(
        name,
        title or PurePath(name).stem,
        text,
        tuple(page.blocks),
        leftovers(text, page.blocks),
        date=front.date,
    )


def _read_front_matter(text: str) -> _FrontMatter:
    """The YAML front matter, of which only plain ``title:`` and ``date:`` lines matter."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return _FrontMatter()
    title: Span | None = None
    date: str | None = None
    for found in _FIELD.finditer(text, match.start(), match.end()):
        if found[1].lower() == "title" and title is None and found[3]:
            title = trim(text, found.start(3), found.end(3))
        elif found[1].lower() == "date" and date is None:
            date = read_date(found[3][:10])
    return _FrontMatter(match.end(), title if title and title.start < title.end else None, date)


class _Page:
    """One document on its way from Markdown tokens to blocks."""

    def __init__(self, text: str, front: _FrontMatter) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._front = front
        self._paragraph = 0
        self._titled = False
        self._lines = [
            Span(line.start + front.end, line.end + front.end) for line in split_lines(text[front.end :])
        ]
        # Cells of one table row follow one another on a line: the next is sought behind the last.
        self._cell: tuple[int, int] = (-1, 0)

    def read(self) -> None:
        """Fill ``blocks``."""
        from markdown_it import MarkdownIt

        from seeds.inline import InlineReader

        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        parser.core.ruler.disable(["inline", "text_join"])
        env: dict[str, object] = {}
        tokens = parser.parse(self._text[self._front.end :], env)
        reader = InlineReader(parser)
        self._open_with_title(tokens)
        for number, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token, tokens[number - 1], reader, env)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            elif token.type == "html_block":
                self._html(token)

    def _open_with_title(self, tokens: list[Token]) -> None:
        """Take the front matter's title, unless the first main heading says the same."""
        span = self._front.title
        if span is None:
            return
        title = self._text[span.start : span.end]
        headings = (tokens[number + 1].content for number, token in enumerate(tokens) if token.tag == "h1")
        if next(headings, "").strip() == title:
            return
        self._titled = True
        self._add(Kind.TITLE, [span])

    def _add(self, kind: Kind, *groups: list[Span]) -> None:
        """Blocks that share one paragraph."""
        made = [block for group in groups for block in make_blocks(kind, self._text, self._paragraph, group)]
        if made:
            self.blocks += made
            self._paragraph += 1

    def _inline(self, token: Token, before: Token, reader: InlineReader, env: dict[str, object]) -> None:
        """A paragraph, a heading or a table cell."""
        visible = reader.read(token.content, env)
        groups: list[list[Span]] = [[]]
        offset = 0
        for number, line in enumerate(token.content.split("\n")):
            groups[-1] += self._place(token, number, line, offset, visible.lines[number], before.type)
            if number in visible.breaks:
                groups.append([])
            offset += len(line) + 1
        kind = Kind.CAPTION if visible.is_image else Kind.BODY
        if before.type == "heading_open":
            kind = Kind.HEADING
            if before.tag == "h1" and not self._titled:
                kind = Kind.TITLE
                self._titled = True
        self._add(kind, *groups)

    def _place(
        self, token: Token, number: int, line: str, offset: int, visible: tuple[Span, ...], opened: str
    ) -> tuple[Span, ...]:
        """The visible spans of a content line as spans of the source."""
        if not line.strip(WHITE):
            return ()
        first = token.map[0] if token.map else 0
        source = self._lines[first + number]
        content = line.strip(WHITE)
        start, end = source.start, source.end
        cell = opened in ("th_open", "td_open")
        if cell:
            start = self._cell[1] if self._cell[0] == first else start
            found = self._text.find(content, start, end)
        else:
            # Markers stand before the content: it is the end of its line.
            found = self._text.rfind(content, start, end)
        if found < 0:
            # Pipes in table cells lose their backslash on the way; show such content as written.
            match = re.compile(r"\\?".join(map(re.escape, content))).search(self._text, start, end)
            spans: tuple[Span, ...] = (Span(*match.span()),) if match else (Span(start, end),)
        else:
            lead = offset + len(line) - len(line.lstrip(WHITE))
            last = lead + len(content)
            inside = (Span(max(span.start, lead), min(span.end, last)) for span in visible)
            shift = found - lead
            spans = tuple(
                Span(span.start + shift, span.end + shift) for span in inside if span.start < span.end
            )
        if cell:
            self._cell = (first, spans[-1].end if found < 0 else found + len(content))
        return trim_group(self._text, list(spans))

    def _code(self, token: Token) -> None:
        """Code in which there is Chinese: poems and letters are often set so."""
        if not _HAN.search(token.content) or not token.map:
            return
        first = token.map[0] + (1 if token.type == "fence" else 0)
        groups = []
        for number, line in enumerate(token.content.split("\n")):
            content = line.strip(WHITE)
            if content:
                source = self._lines[first + number]
                found = self._text.rfind(content, source.start, source.end)
                groups.append([Span(found, found + len(content)) if found >= 0 else source])
        self._add(Kind.BODY, *groups)

    def _html(self, token: Token) -> None:
        """The Chinese text between the tags of an HTML block."""
        if not token.map or not _HAN.search(token.content):
            return
        start = self._lines[token.map[0]].start
        end = self._lines[min(token.map[1], len(self._lines)) - 1].end
        tags = [match.span() for match in _TAG.finditer(self._text, start, end)]
        edges = [start, *(edge for tag in tags for edge in tag), end]
        for after, before in zip(edges[::2], edges[1::2], strict=True):
            for line in split_lines(self._text[after:before]):
                span = trim(self._text, after + line.start, after + line.end)
                if _HAN.search(self._text, span.start, span.end):
                    self._add(Kind.BODY, [span])
