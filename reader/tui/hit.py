"""Where a row's entities occur in its three texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.tui.look import Language, text_of
from translate.row import Row


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence: character offsets in a text, and the index of the entity in its row."""

    start: int
    end: int
    entity: int


def hits(row: Row, language: Language) -> list[Hit]:
    """The occurrences of a row's entities in one of its texts, in order, none overlapping."""
    text = text_of(row, language)
    if not text:
        return []
    if language.target is None:
        found = [Hit(e.start, e.end, at) for at, e in enumerate(row.entities) if 0 <= e.start < e.end]
        return _apart(found, len(text))
    renderings: dict[str, list[int]] = {}
    for at, entity in enumerate(row.entities):
        for rendering in dict.fromkeys(entity.renderings(language.target)):
            if rendering:
                renderings.setdefault(rendering, []).append(at)
    return _rendered(text, renderings)


def next_term(rows: Sequence[Row], row: int, entity: int | None, step: int) -> tuple[int, int] | None:
    """(row, entity) of the next term after (``step`` 1) or before (-1) one, in reading order.

    With no ``entity`` the search begins at the row's first term (or, backwards, above the row).
    """
    if entity is not None:
        order = [hit.entity for hit in hits(rows[row], Language.ZH)]
        place = order.index(entity) + step if entity in order else -1
        if 0 <= place < len(order):
            return row, order[place]
    if entity is not None or step < 0:
        row += step
    while 0 <= row < len(rows):
        if rows[row].entities and (found := hits(rows[row], Language.ZH)):
            return row, found[0 if step > 0 else -1].entity
        row += step
    return None


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
