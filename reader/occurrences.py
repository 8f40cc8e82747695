"""Where terms and words stand in a row's texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translate.row import Row, Target

Span = tuple[int, int]
"""Character offsets of a stretch of text, the end excluded."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence: character offsets in a text, and the index of the entity in its row."""

    start: int
    end: int
    entity: int


def hits(row: Row, target: Target | None) -> list[Hit]:
    """The occurrences of a row's entities in its Chinese (None) or a target, in order, none overlapping."""
    text = text_of(row, target)
    if not text:
        return []
    if target is None:
        found = [Hit(e.start, e.end, at) for at, e in enumerate(row.entities) if 0 <= e.start < e.end]
        return _apart(found, len(text))
    renderings: dict[str, list[int]] = {}
    for at, entity in enumerate(row.entities):
        for rendering in dict.fromkeys(entity.renderings(target)):
            if rendering:
                renderings.setdefault(rendering, []).append(at)
    return _rendered(text, renderings)


def pairs(row: Row, target: Target) -> Sequence[tuple[Span, Span]]:
    """Stretches of the Chinese with those that stand for them: the engine's links, and terms besides."""
    return _pairs(Same(row), target)


class Same:
    """A row as a key: no other row, be it equal, is the same. Rows never change."""

    __slots__ = ("row",)

    def __init__(self, row: Row) -> None:
        self.row = row

    def __hash__(self) -> int:
        return id(self.row)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.row is self.row


# Whoever steps through the words of a row asks for its pairs again and again.
@lru_cache(maxsize=8)
def _pairs(same: Same, target: Target) -> Sequence[tuple[Span, Span]]:
    row = same.row
    cell = row.cells.get(target)
    if cell is None:
        return ()
    source_end, target_end = len(row.segment.text), len(cell.text)
    found = [
        ((link.source_start, link.source_end), (link.target_start, link.target_end))
        for link in cell.alignment
        if 0 <= link.source_start < link.source_end <= source_end
        and 0 <= link.target_start < link.target_end <= target_end
    ]
    linked = cover(source_end, (source for source, _ in found))
    for hit in hits(row, target):
        entity = row.entities[hit.entity]
        if 0 <= entity.start < entity.end <= source_end and linked.find(1, entity.start, entity.end) < 0:
            found.append(((entity.start, entity.end), (hit.start, hit.end)))
    return found


def cover(length: int, spans: Iterable[Span]) -> bytearray:
    """A byte a character, 1 where a stretch lies."""
    covered = bytearray(length)
    for start, end in spans:
        covered[start:end] = b"\1" * (min(end, length) - start)
    return covered


def text_of(row: Row, target: Target | None) -> str | None:
    """A row's Chinese, or its text in a target; None where there is none yet."""
    if target is None:
        return row.segment.text
    cell = row.cells.get(target)
    return None if cell is None else cell.text


def _apart(found: list[Hit], length: int) -> list[Hit]:
    found.sort(key=lambda hit: (hit.start, -hit.end))
    apart: list[Hit] = []
    for hit in found:
        if hit.end <= length and (not apart or hit.start >= apart[-1].end):
            apart.append(hit)
    return apart


def _rendered(text: str, renderings: dict[str, list[int]]) -> list[Hit]:
    """Longest first, so that Vietnam does not take the place of Vietnam News Agency."""
    taken = bytearray(len(text))
    found: list[Hit] = []
    for rendering in sorted(renderings, key=len, reverse=True):
        owners = renderings[rendering]
        count = 0
        start = text.find(rendering)
        while start >= 0:
            end = start + len(rendering)
            if not any(taken[start:end]) and _is_whole(text, start, end):
                taken[start:end] = b"\1" * len(rendering)
                found.append(Hit(start, end, owners[min(count, len(owners) - 1)]))
                count += 1
            start = text.find(rendering, end)
    return sorted(found, key=lambda hit: hit.start)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number goes on beyond the stretch."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if (before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum()):
        return False
    # 5 is not whole within 1,5 or 5.9
    if before in {".", ","} and text[start].isdigit() and text[max(0, start - 2)].isdigit():
        return False
    return not (after in {".", ","} and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit())
