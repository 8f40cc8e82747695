"""Writing of derived tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

SEEDS = Path(__file__).parent.parent


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes a TSV with a header line and sorted rows, and says how many."""
    lines = sorted("\t".join(row) for row in rows)
    path.write_text("\n".join(["\t".join(header), *lines]) + "\n", "utf-8")
    print(f"{path.relative_to(SEEDS)}: {len(lines)} rows")
