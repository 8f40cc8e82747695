"""Reading of the TSV tables that ship with the project."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


class TableError(ValueError):
    """A table has a line that does not fit its header."""


def folder(name: str) -> Traversable:
    """The folder ``seeds/<name>``, wherever the package is installed."""
    return files("seeds").joinpath(name)


def read_rows(table: Traversable | Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each data line of a TSV with a header line, as (line number from 1, column -> text).

    Missing trailing columns are empty; lines that are blank or start with ``#`` are skipped, and so is
    a byte order mark.
    Raises TableError for a line with more cells than the header.
    """
    with table.open("r", encoding="utf-8-sig") as lines:
        header = next(lines, "").rstrip("\n").split("\t")
        for number, line in enumerate(lines, 2):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) > len(header):
                raise TableError(f"{table.name}:{number}: {len(cells)} cells under {len(header)} headings")
            cells += [""] * (len(header) - len(cells))
            yield number, dict(zip(header, cells, strict=True))


def read_cells(table: Traversable | Path) -> list[list[str]]:
    """The cells of each data line of a large table, without the checks of ``read_rows``."""
    lines = table.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines[1:] if line]


def read_columns(table: Traversable | Path, count: int) -> tuple[list[str], ...]:
    """The columns of a large table that has ``count`` cells in every line; quicker than row by row.

    Raises TableError where the cells do not come out even.
    """
    cells = table.read_text(encoding="utf-8").rstrip("\n").replace("\n", "\t").split("\t")
    if len(cells) % count:
        raise TableError(f"{table.name}: not every line has {count} cells")
    return tuple(cells[count + column :: count] for column in range(count))
