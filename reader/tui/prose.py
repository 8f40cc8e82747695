"""Paragraphs in three languages, broken into lines as Chinese and the others want it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widget import Widget

from reader.plain import shown
from reader.tui.wrap import wrap


class Prose(Widget):
    """Some paragraphs, as high as they need to be."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"

    def __init__(self, *paragraphs: Content, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs: Sequence[Content] = paragraphs

    @property
    def text(self) -> str:
        """All there is to read, a paragraph a line."""
        return "\n".join(paragraph.plain for paragraph in self._paragraphs)

    def show(self, *paragraphs: Content) -> None:
        """Show other paragraphs."""
        self._paragraphs = paragraphs
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines."""
        return len(self._lines(width))

    def render(self) -> VisualType:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return [
            paragraph[start:end]
            for paragraph in self._paragraphs
            for start, end in wrap(paragraph.plain, max(2, width))
        ]


def plain(text: str, style: str = "") -> Content:
    """A text of the article, made harmless."""
    return Content.styled(shown(text), style) if style else Content(shown(text))


def marked(text: str, spans: Sequence[tuple[int, int]], style: str) -> Content:
    """A text with stretches of it, in character offsets, in a style of their own."""
    content = Content(shown(text))
    for start, end in spans:
        content = content.stylize(style, start, end)
    return content
