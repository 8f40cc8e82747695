"""Where a row's entities occur in its three texts."""

from __future__ import annotations

from collections.abc import Sequence

from reader import occurrences
from reader.occurrences import Hit
from reader.tui.look import Language
from reader.tui.waymarks import following
from translate.row import Row

__all__ = ["Hit", "hits", "next_term"]


def hits(row: Row, language: Language) -> list[Hit]:
    """The occurrences of a row's entities in one of its texts, in order, none overlapping."""
    return occurrences.hits(row, language.target)


def next_term(
    rows: Sequence[Row], row: int, entity: int | None, step: int, marks: bytearray | None = None
) -> tuple[int, int] | None:
    """(row, entity) of the next term after (``step`` 1) or before (-1) one, in reading order.

    With no ``entity`` the search begins at the row's first term (or, backwards, above the row).
    ``marks`` has a byte a row, 0 for those without terms.
    """
    if entity is not None:
        order = [hit.entity for hit in hits(rows[row], Language.ZH)]
        place = order.index(entity) + step if entity in order else -1
        if 0 <= place < len(order):
            return row, order[place]
    if entity is not None or step < 0:
        row += step
    while (at := following(marks, row, step, len(rows))) is not None:
        if rows[at].entities and (found := hits(rows[at], Language.ZH)):
            return at, found[0 if step > 0 else -1].entity
        row = at + step
    return None
