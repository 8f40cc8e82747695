"""Compaction: a text without the white space that typography sets between Chinese and digits or Latin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from translate.row import Entity

HAN = "\u3400-\u9fff〇"
# Newlines part headlines from each other; all other white space here is mere typography.
SPACE = r"[^\S\r\n]"
TYPOGRAPHIC = re.compile(
    rf"(?<=[{HAN}]){SPACE}+(?=[0-9A-Za-z０-９])|(?<=[0-9A-Za-z０-９%％])"
    rf"{SPACE}+(?=[{HAN}])|(?<=[0-9０-９]){SPACE}+(?=[%％])"
)


@dataclass(frozen=True, slots=True)
class Compact:
    """A text without typographic spaces; ``offsets`` are its characters' places in the text as it stood.

    ``offsets`` is None where nothing was taken out.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def in_original(self, original: str, entity: Entity) -> Entity:
        """An entity of the compact text as one of the original, spaces inside it included."""
        start, end = entity.start, entity.end
        if self.offsets is not None:
            start, end = self.offsets[start], self.offsets[end - 1] + 1
        zh = original[start:end]
        if (zh, start, end) == (entity.zh, entity.start, entity.end):
            return entity
        return replace(entity, zh=zh, start=start, end=end)


def compact(text: str) -> Compact:
    """The text without typographic spaces, with the way back."""
    spaces = [match.span() for match in TYPOGRAPHIC.finditer(text)]
    if not spaces:
        return Compact(text)
    parts: list[str] = []
    offsets: list[int] = []
    position = 0
    for start, end in (*spaces, (len(text), len(text))):
        parts.append(text[position:start])
        offsets += range(position, start)
        position = end
    return Compact("".join(parts), tuple(offsets))
