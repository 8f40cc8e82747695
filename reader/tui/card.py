"""The card that shows what is known of a term."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from reader.tui.plain import shown
from reader.tui.wrap import wrap
from translate.row import Entity

_WIDEST = 48
_NAMES = 8

SOURCES = {
    "seed": "glossary",
    "user": "your glossary",
    "mined": "found in texts",
    "reading": "Hán-Việt reading",
    "pinyin": "pinyin: a guess",
    "rule": "rule",
}
"""Where a rendering comes from, in words."""


class Card(Static):
    """An overlay near a term; hidden until told of one."""

    def show_term(self, entity: Entity, x: int, top: int, bottom: int) -> None:
        """Show an entity's card below (or, for want of room, above) some lines of the screen."""
        width, height = self.screen.size
        lines = list(_lines(entity, max(4, min(_WIDEST, width - 6))))
        self.update(Content("\n").join(lines))
        # The layout puts it below this place, or above it where it would not fit below.
        fits = bottom + 1 + len(lines) + 2 <= height
        self.absolute_offset = Offset(x, bottom if fits else top)
        self.display = True

    def hide(self) -> None:
        """Take the card away."""
        self.display = False


def _lines(entity: Entity, width: int) -> Iterator[Content]:
    """The card's lines, at most ``width`` cells wide."""
    for line in _broken(entity.zh, width):
        yield Content.styled(line, "bold")
    yield Content.styled(f"{entity.type} · {SOURCES.get(entity.source, entity.source)}", "dim")
    yield Content("")
    for label, text in (("en", entity.en), ("vi", entity.vi), ("note", entity.note)):
        if not text:
            continue
        names = 5 if width < 24 else _NAMES - 2
        for number, line in enumerate(_broken(text, width - names)):
            head = label if number == 0 else ""
            yield Content.assemble((head.ljust(names), "dim"), line)


def _broken(text: str, width: int) -> list[str]:
    text = shown(text)
    return [text[start:end] for start, end in wrap(text, max(2, width))]
