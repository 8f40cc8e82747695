"""What a format is given to write: a translated article, and how its languages are to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from seeds.article import Article
from translate.row import Row, Target


class Layout(StrEnum):
    """How the languages stand to each other."""

    READING = "reading"
    """Each paragraph, its translations below it."""
    INTERLEAVED = "interleaved"
    """Each sentence, its translations below it."""
    TABLE = "table"
    """Side by side, a row a sentence."""
    LANGUAGES = "languages"
    """The whole in one language after the other."""
    BILINGUAL = "bilingual"
    """A file for each target."""
    TRILINGUAL = "trilingual"
    """All targets in one file."""


@dataclass(frozen=True, slots=True)
class Translated:
    """An article with its rows, the targets asked for, and the layout: None is the format's own."""

    article: Article
    rows: Sequence[Row]
    targets: tuple[Target, ...]
    layout: Layout | None = None
