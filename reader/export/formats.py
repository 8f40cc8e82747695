"""The formats of translations: their names, their files' suffixes, and who writes them."""

from __future__ import annotations

from collections.abc import Sequence

from seeds.article import Article
from translate.row import Row, Target

FORMATS = {"md": ".md", "txt": ".txt", "jsonl": ".jsonl"}


def rendered(kind: str, article: Article, rows: Sequence[Row], targets: Sequence[Target]) -> str:
    """An article in a format."""
    match kind:
        case "jsonl":
            from reader.export.jsonl import to_jsonl

            return to_jsonl(article.name, rows, targets)
        case "md":
            from reader.export.markdown import to_markdown

            return to_markdown(article.name, rows, targets)
        case _:
            from reader.export.text import to_text

            return to_text(rows, targets)
