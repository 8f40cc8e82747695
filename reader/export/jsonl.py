"""Rows as JSON Lines, one object a segment: the form that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.harmless import escaped_json
from reader.export.translated import Translated
from translate.row import Entity, Row, Target


def pieces(translated: Translated) -> Iterator[str]:
    """All rows of an article, line by line. A language not asked for is null."""
    for row in translated.rows:
        yield line(translated.article.name, row, translated.targets) + "\n"


def line(name: str, row: Row, targets: tuple[Target, ...]) -> str:
    """One row as a JSON object, its keys in the order of the contract."""
    segment = row.segment
    cells = {target: row.cells.get(target) if target in targets else None for target in Target}
    record = {
        "article": name,
        "segment": segment.index,
        "paragraph": segment.paragraph,
        "kind": segment.kind.value,
        "zh": segment.text,
        **{target.value: cell.text if cell else None for target, cell in cells.items()},
        "engine": {target.value: cell.engine if cell else None for target, cell in cells.items()},
        "cached": {target.value: cell.cached if cell else None for target, cell in cells.items()},
        "terms": [term(entity) for entity in row.entities],
        "flags": [flag for flag in row.flags if flag.rpartition(":")[2] in {t.value for t in targets}],
    }
    return escaped_json(record)


def term(entity: Entity) -> dict[str, object]:
    """One entity; ``start`` and ``end`` are character offsets in ``zh``."""
    return {
        "zh": entity.zh,
        "start": entity.start,
        "end": entity.end,
        "type": entity.type.value,
        "en": entity.en,
        "vi": entity.vi,
        "note": entity.note,
    }
