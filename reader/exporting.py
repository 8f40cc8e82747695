"""Writing an article as it stands into files of a format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from reader.export.files import write_atomically
from reader.export.formats import Format
from reader.export.translated import Translated
from seeds.article import Article
from translate.row import Cell, Row, Target

_UNWANTED = re.compile('[\x00-\x1f/\\\\:*?"<>|]+')


def proposed(article: Article, format: Format, folder: Path) -> Path:
    """A path for an article's translation that overwrites nothing, least of all the article."""
    stem = _UNWANTED.sub(" ", PurePath(article.name).stem).strip(" .")[:80] or "article"
    path = folder / f"{stem}{format.suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{format.suffix}"
        number += 1
    return path


def paths_of(path: Path, format: Format, targets: Sequence[Target]) -> list[tuple[Path, tuple[Target, ...]]]:
    """The files that a path stands for, with their targets: in some formats one for each."""
    if not format.parts_targets(None):
        return [(path, tuple(targets))]
    return [(path.with_name(f"{path.stem}.{target.value}{path.suffix}"), (target,)) for target in targets]


def export(
    article: Article, rows: Sequence[Row], targets: Sequence[Target], format: Format, path: Path
) -> list[Path]:
    """Writes an article's files, each whole or not at all; which they are. Raises OutputError.

    Rows that are not translated yet stay empty.
    """
    whole = [with_all(row, targets) for row in rows]
    written = []
    for file, some in paths_of(path, format, targets):
        write_atomically(file, format.render(Translated(article, whole, some)))
        written.append(file)
    return written


def with_all(row: Row, targets: Sequence[Target]) -> Row:
    """A row with a cell for each target, empty where there is none yet."""
    for target in targets:
        if target not in row.cells:
            row = row.with_cell(target, Cell("", "", flags=("empty",)))
    return row


def untranslated(rows: Sequence[Row], targets: Sequence[Target]) -> int:
    """How many rows lack a cell."""
    return sum(any(target not in row.cells for target in targets) for row in rows)
