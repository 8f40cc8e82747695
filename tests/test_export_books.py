"""Books are written bit by bit: what an export holds in memory hardly grows with their length."""

import tracemalloc
from pathlib import Path

import pytest

from reader.cli.batch.spool import Spool
from reader.cli.batch.task import Share
from reader.export.files import write_atomically, write_pieces
from reader.export.formats import FORMATS
from seeds.article import Article, Kind
from translate.row import Cell, Row, Segment, Target

FEW, MANY = 300, 2_300


def book(length: int) -> Spool:
    """Chapters of fifty sentences, ten a paragraph."""
    spool = Spool()
    for first in range(0, length, 50):
        rows = []
        for index in range(first, first + 50):
            kind = Kind.TITLE if index == first else Kind.BODY
            text = f"第{index}次会议在河内举行，双方同意加强合作。"
            segment = Segment(
                index, index if index == first else index // 10 * 10 + 1, kind, text, 0, 0, len(text)
            )
            cells = {
                target: Cell(f"The {index}th meeting took place in Hanoi.", "transfer") for target in Target
            }
            rows.append(Row(segment, (), cells))
        spool.append(rows)
    return spool


def peak(name: str, length: int, file: Path) -> int:
    """The bytes that the export of a book holds at its height."""
    targets = (Target.EN,) if FORMATS[name].per_target else tuple(Target)
    rows, article = book(length), Article("book.txt", "book", "", ())
    tracemalloc.start()
    content = Share(name, targets).render(article, rows, None)
    if isinstance(content, str | bytes):
        write_atomically(file, content)
    else:
        write_pieces(file, content)
    _, height = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return height


# Bytes a row. A row itself has two thousand; an EPUB's chapters are held as texts, its archive packed.
@pytest.mark.parametrize(
    ("name", "bound"),
    [(name, 1_000) for name in ("md", "txt", "csv", "jsonl", "html", "tmx", "xliff", "xliff2", "docx")]
    + [("epub", 2_500)],
)
def test_memory_hardly_grows_with_the_length_of_a_book(name: str, bound: int, tmp_path: Path) -> None:
    peak(name, 50, tmp_path / "first")  # what is loaded and kept
    few = peak(name, FEW, tmp_path / "few")
    many = peak(name, MANY, tmp_path / "many")
    assert (tmp_path / "many").stat().st_size > 2 * (tmp_path / "few").stat().st_size
    assert many - few < bound * (MANY - FEW)
