"""Full-text search over 1,000 articles of 40 segments: making the index, asking it; against a LIKE scan.

Run: python tests/benchmarks/search_speed.py
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from statistics import median

from timing import best_of, line, temporary

from cache.search import Line, SearchIndex
from reader.cli.indexing import search_words
from seeds.tables import folder, read_cells

ARTICLES, SEGMENTS = 1_000, 40
QUERIES = (
    "越",
    "越南",
    "外长",
    "外交部长",
    "viet nam",
    "kinh te",
    "export",
    "an ninh",
    "国家 cooperation",
    "水稻",
    "zzz",
)


def main() -> None:
    """Prints the measurements, queries beside a scan of the same texts with LIKE."""
    texts = list(sentences(random.Random(7), ARTICLES * SEGMENTS))
    with temporary() as name:
        path = Path(name, "search.sqlite")
        index = SearchIndex(path, search_words())
        print(f"{'with' if index.is_quick else 'WITHOUT'} FTS5, SQLite {sqlite3.sqlite_version}")
        start = time.perf_counter()
        for number in range(ARTICLES):
            some = texts[number * SEGMENTS : (number + 1) * SEGMENTS]
            index.put(str(number), [Line(str(number), at, *text) for at, text in enumerate(some)])
        made = time.perf_counter() - start
        line(f"index {ARTICLES:,} articles of {SEGMENTS} segments", made)
        size = sum(file.stat().st_size for file in Path(name).iterdir())
        amount = sum(len(text.encode()) for some in texts for text in some)
        print(f"size: {size / 1e6:.1f} MB for {amount / 1e6:.1f} MB of text ({size / amount:.1f}×)")
        changed = [Line("7", at, zh, f"{en} again", vi) for at, (zh, en, vi) in enumerate(texts[280:320])]
        line("change the 40 segments of an article", best_of(1, lambda: index.update(changed)))
        ratios = []
        with closing(plain(Path(name, "plain.sqlite"), texts)) as scan:
            for query in QUERIES:
                wanted = index.words.query(query)
                asked = best_of(5, lambda wanted=wanted: index.find(wanted, 200))  # type: ignore[misc]
                scanned = best_of(5, lambda query=query: look(scan, query))  # type: ignore[misc]
                line(f"{query} ({len(index.find(wanted, 100_000)):,} found, 200 taken)", asked, scanned)
                ratios.append(asked / scanned)
        print(f"median ratio to LIKE: {median(ratios):.2f}×")
        index.close()


def plain(path: Path, texts: list[tuple[str, str, str]]) -> sqlite3.Connection:
    """The same texts in a table, folded, for LIKE."""
    words = search_words()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE line (zh TEXT, en TEXT, vi TEXT)")
    folded = ([words.fold(text) for text in some] for some in texts)
    connection.executemany("INSERT INTO line VALUES (?, ?, ?)", folded)
    connection.commit()
    return connection


def look(connection: sqlite3.Connection, query: str) -> list[object]:
    """What LIKE finds, word by word; all of it, for none of it is ranked."""
    words = query.split()
    where = " AND ".join("(zh LIKE ? OR en LIKE ? OR vi LIKE ?)" for _ in words)
    patterns = [f"%{word}%" for word in words for _ in range(3)]
    return connection.execute(f"SELECT rowid FROM line WHERE {where}", patterns).fetchall()


def sentences(chance: random.Random, number: int) -> Iterator[tuple[str, str, str]]:
    """Sentences of dictionary words, some as frequent as words are, with made-up translations."""
    words = [cells[0] for cells in read_cells(folder("lexicon").joinpath("cedict.tsv")) if len(cells[0]) < 5]
    chance.shuffle(words)
    words[:0] = ["越南", "国家", "外交部长", "外长"]
    english = (
        "the of Vietnam cooperation minister export exports growth security rice economy visit two sides"
    )
    vietnamese = "Việt Nam kinh tế an ninh hợp tác tăng trưởng xuất khẩu bộ trưởng ngoại giao hai bên của và"
    pools = [words[:30_000]] + [
        some.split() + ["".join(chance.choices("abcdeghiklmnotuươ", k=5)) for _ in range(9_000)]
        for some in (english, vietnamese)
    ]
    weights = [list(accumulate(1 / (rank + 3) for rank in range(len(pool)))) for pool in pools]
    for _ in range(number):
        counts = (chance.randint(8, 28), chance.randint(10, 35), chance.randint(12, 42))
        zh, en, vi = (
            chance.choices(pool, cum_weights=w, k=k)
            for pool, w, k in zip(pools, weights, counts, strict=True)
        )
        yield "".join(zh) + "。", " ".join(en) + ".", " ".join(vi) + "."


if __name__ == "__main__":
    main()
