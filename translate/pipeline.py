"""From an article to rows: segments, entities, cache, engines, checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from seeds.article import Article
from translate.row import Row


class Pipeline:
    """Turns articles into rows. Safe to use from one thread at a time."""

    def open(self, article: Article) -> tuple[Row, ...]:
        """The article's rows as segments only: no entities, no cells. Fast, loads nothing heavy."""
        raise NotImplementedError

    def fill(
        self, rows: Sequence[Row], *, first: int = 0, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[list[Row]]:
        """Rows with entities and cells, in batches, those from index ``first`` on before the others.

        ``rows`` are all rows of one article as ``open`` gave them. ``stop`` is asked between
        batches. Every batch is committed to the cache before it is yielded.
        """
        raise NotImplementedError
