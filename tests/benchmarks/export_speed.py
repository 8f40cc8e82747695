"""How long the exports of a long article take, and whether ten times the text takes ten times as long.

    python tests/benchmarks/export_speed.py [FOLDER]

With a folder, the long page stays there, to be opened in a browser.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from reader.export.formats import FORMATS
from reader.export.translated import Translated
from seeds.load import find_sources, load_file
from translate.row import Row, Target
from translate.workshop import Workshop

SHORT, LONG = 1_000, 10_000


def main() -> None:
    """Prints seconds, sizes and the ratio for every format."""
    pipeline = Workshop().pipeline(None)
    folder = Path(__file__).parents[2] / "seeds" / "articles"
    articles = [load_file(path) for path in find_sources(folder)]
    real = [row for a in articles for batch in pipeline.fill(list(pipeline.open(a))) for row in batch]
    print(f"{'format':8}{SHORT:>10,} {LONG:>10,}   ratio       MB")
    for format in FORMATS.values():
        times, size = [], 0
        for count in (SHORT, LONG):
            translated = Translated(articles[0], repeated(real, count), tuple(Target))
            started = time.perf_counter()
            content = format.render(translated)
            times.append(time.perf_counter() - started)
            size = len(content.encode() if isinstance(content, str) else content)
            if count == LONG and format.name == "html" and len(sys.argv) > 1:
                Path(sys.argv[1], "long.html").write_text(str(content), "utf-8")
        print(
            f"{format.name:8}{times[0]:9.2f}s {times[1]:9.2f}s {times[1] / times[0]:7.1f} {size / 1e6:8.1f}"
        )


def repeated(rows: list[Row], count: int) -> list[Row]:
    """That many rows, numbered on; each a paragraph of at most four."""
    return [
        replace(row, segment=replace(row.segment, index=number, paragraph=number // 4))
        for number, row in enumerate(islice(cycle(rows), count))
    ]


if __name__ == "__main__":
    main()
