"""What the terminal reader wants of a library of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from seeds.article import Article


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """An article in the library.

    ``title_en`` is empty and ``segments`` 0 while they are not known. ``added`` is an ISO date.
    ``position`` is the index of the segment where one stopped reading.
    """

    id: str
    title: str
    title_en: str
    added: str
    segments: int
    position: int


class Library(Protocol):
    """Articles by id, with the place where reading stopped. Called from the app's own thread."""

    def items(self) -> Sequence[LibraryItem]:
        """All articles, in the order in which they are to be listed."""
        ...

    def load(self, item_id: str) -> Article:
        """An article. What it raises has a message that people can read and that names the article."""
        ...

    def position(self, item_id: str) -> int:
        """The index of the segment where reading stopped; 0 if the article is new."""
        ...

    def save_position(self, item_id: str, segment: int, total: int) -> None:
        """Remember the index of the segment being read, and how many there are."""
        ...
