"""The visible characters of a stretch of Markdown: what is left when the markup is taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from seeds.article import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class Visible:
    """What of a Markdown paragraph people see, in character offsets of its content.

    ``lines`` has the visible spans of each line; ``breaks`` the numbers of the lines that end in
    a hard break; ``is_image`` tells that there is nothing but one picture.
    """

    lines: tuple[tuple[Span, ...], ...]
    breaks: frozenset[int]
    is_image: bool


@dataclass(slots=True)
class _Trace:
    """What the inline rules found while they went over one paragraph."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    delimiters: list[tuple[int, int, Token]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    images: list[tuple[int, int]] = field(default_factory=list)
    muted: int = 0


class InlineReader:
    """Runs markdown-it's inline rules and notes which characters each of them takes for markup.

    The tokens that the rules make have no positions; the rules themselves see them, so each is
    wrapped by one that looks where it began and ended.
    """

    def __init__(self, parser: MarkdownIt) -> None:
        from markdown_it import rules_inline as rules

        self._parser = parser
        self._trace = _Trace()
        # Joining tokens would mix the delimiters left as text with the text around them.
        parser.inline.ruler2.disable("fragments_join")
        observers: list[tuple[str, Rule, Callable[[StateInline, int], None]]] = [
            ("newline", rules.newline, self._see_newline),
            ("escape", rules.escape, self._see_escape),
            ("backticks", rules.backtick, self._see_backticks),
            ("strikethrough", rules.strikethrough.tokenize, self._see_delimiters),
            ("emphasis", rules.emphasis.tokenize, self._see_delimiters),
            ("link", rules.link, self._see_link),
            ("autolink", rules.autolink, self._see_autolink),
            ("html_inline", rules.html_inline, self._see_html),
            ("entity", rules.entity, self._see_entity),
        ]
        for name, rule, observer in observers:
            parser.inline.ruler.at(name, self._watched(rule, observer))
        parser.inline.ruler.at("image", self._image)

    def read(self, content: str, env: dict[str, object]) -> Visible:
        """The visible spans of ``content``; ``env`` holds the document's link references."""
        self._trace = trace = _Trace()
        self._parser.inline.parse(content, self._parser, env, [])
        # A delimiter that found no partner is text: it kept its content.
        unpaired = {start for start, _, token in trace.delimiters if token.content}
        trace.hidden += [(start, end) for start, end, _ in trace.delimiters if start not in unpaired]
        lines: list[tuple[Span, ...]] = []
        breaks = set()
        hidden = sorted(trace.hidden)
        hard = set(trace.breaks)
        start, first = 0, 0
        for number, line in enumerate(content.split("\n")):
            end = start + len(line)
            while first < len(hidden) and hidden[first][1] <= start:
                first += 1
            lines.append(_uncovered(start, end, hidden, first))
            if end in hard:
                breaks.add(number)
            start = end + 1
        whole = (0, len(content)) in trace.images
        return Visible(tuple(lines), frozenset(breaks), whole)

    def _watched(self, rule: Rule, observer: Callable[[StateInline, int], None]) -> Rule:
        """``rule``, with ``observer`` told of each match that is no mere look-ahead."""

        def watched(state: StateInline, silent: bool) -> bool:
            start = state.pos
            matched = rule(state, silent)
            if matched and not silent and not self._trace.muted:
                observer(state, start)
            return matched

        return watched

    def _hide(self, start: int, end: int) -> None:
        if start < end:
            self._trace.hidden.append((start, end))

    def _image(self, state: StateInline, silent: bool) -> bool:
        """The image rule; it parses the alternative text with offsets of its own."""
        from markdown_it.rules_inline import image

        start = state.pos
        self._trace.muted += 1
        try:
            matched = image(state, silent)
        finally:
            self._trace.muted -= 1
        if matched and not silent and not self._trace.muted:
            label_end = self._parser.helpers.parseLinkLabel(state, start + 1, False)
            self._hide(start, start + 2)
            self._hide(label_end, state.pos)
            self._trace.images.append((start, state.pos))
        return matched

    def _see_newline(self, state: StateInline, start: int) -> None:
        if state.tokens[-1].type == "hardbreak":
            self._trace.breaks.append(start)

    def _see_escape(self, state: StateInline, start: int) -> None:
        token = state.tokens[-1]
        if token.type == "hardbreak":
            self._trace.breaks.append(start + 1)
        if token.type == "hardbreak" or token.content != token.markup:
            self._hide(start, start + 1)

    def _see_backticks(self, state: StateInline, start: int) -> None:
        token = state.tokens[-1] if state.tokens else None
        # Pending text means that the run found no partner and is text itself.
        if token is not None and token.type == "code_inline" and not state.pending:
            width = len(token.markup)
            code = state.src[start + width : state.pos - width]
            # One space next to each run of backticks belongs to the markup.
            if code.strip() and code[0] in " \n" and code[-1] in " \n":
                width += 1
            self._hide(start, start + width)
            self._hide(state.pos - width, state.pos)

    def _see_delimiters(self, state: StateInline, start: int) -> None:
        run = state.src[start : state.pos]
        tokens: list[Token] = []
        length = 0
        while length < len(run):
            tokens.append(state.tokens[-1 - len(tokens)])
            length += len(tokens[-1].content)
        for token in reversed(tokens):
            end = start + len(token.content)
            self._trace.delimiters.append((start, end, token))
            start = end

    def _see_link(self, state: StateInline, start: int) -> None:
        self._hide(start, start + 1)
        self._hide(self._parser.helpers.parseLinkLabel(state, start, True), state.pos)

    def _see_autolink(self, state: StateInline, start: int) -> None:
        self._hide(start, start + 1)
        self._hide(state.pos - 1, state.pos)

    def _see_html(self, state: StateInline, start: int) -> None:
        self._hide(start, state.pos)

    def _see_entity(self, state: StateInline, start: int) -> None:
        content = state.tokens[-1].content
        # Only an ampersand stands in the source as itself; other entities are shown as written.
        if content == "&":
            self._hide(start + 1, state.pos)
        elif content.isspace():
            self._hide(start, state.pos)


def _uncovered(start: int, end: int, hidden: list[tuple[int, int]], first: int) -> tuple[Span, ...]:
    """The parts of a line outside the ``hidden`` ranges (sorted, from number ``first`` on)."""
    spans = []
    for low, high in hidden[first:]:
        if low >= end:
            break
        if low > start:
            spans.append(Span(start, low))
        start = max(start, high)
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)
