"""Finding the next place where rows contain what is searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.tui.look import ALL, Look
from translate.row import Row

Place = tuple[int, int, int]
"""Row, column among those shown, and the character offset in the text stored there."""

_BREATH = 500


def seek(
    rows: Sequence[Row], folded: str, begin: Place, step: int, look: Look = ALL
) -> Iterator[Place | None]:
    """The first match after (``step`` 1) or before (-1) ``begin``, going round at the ends.

    Yields None now and then, so that a caller can let others run, and ends after a match or
    when there is none.
    """
    count = len(rows)
    for turn in range(count + 1):
        row = (begin[0] + step * turn) % count
        places = _places(rows[row], row, folded, look)[::step]
        if turn == 0:
            places = [place for place in places if (place > begin if step > 0 else place < begin)]
        if places:
            yield places[0]
            return
        if turn % _BREATH == _BREATH - 1:
            yield None


def _places(row: Row, index: int, folded: str, look: Look) -> list[Place]:
    return [
        (index, column, start)
        for column, language in enumerate(look.languages)
        for start, _ in look.find(row, language, folded)
    ]
