"""Batches: two jobs against one, a second run against the first, and the memory of 5,000 articles against 100.

Run: python tests/benchmarks/batch_speed.py [ARTICLES]
"""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from timing import SANYU, temporary

from seeds.load import find_sources, load_file
from translate.segment import segments_of

FASTER, WARMER, FLAT = 1.7, 30.0, 1.10


def sentences() -> list[str]:
    """The sentences of the articles that come with sanyu and of the tests of the grammar."""
    from importlib.resources import files

    paths = find_sources(Path(str(files("seeds") / "articles")))
    texts = [segment.text for path in paths for segment in segments_of(load_file(path))]
    for table in sorted((Path(__file__).parents[1] / "grammar").glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as lines:
            texts += [row["zh"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [text for text in dict.fromkeys(text.rstrip("。") for text in texts) if len(text) > 4]


def write_articles(folder: Path, number: int, length: int = 20) -> None:
    """Articles of sentences that are all different, as those of a newspaper are: three or four of the pool.

    They have some forty characters, as those of the agency's articles have.
    """
    chance, pool = random.Random(1), sentences()
    folder.mkdir()
    for article in range(number):
        texts = ["，".join(chance.sample(pool, chance.choice((3, 4)))) + "。" for _ in range(length)]
        (folder / f"{article:05}.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")


def run(source: Path, out: Path, home: Path, *words: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a batch (of the largest process)."""
    environ = {**os.environ, "SANYU_HOME": str(home)}
    script = (
        "import resource, subprocess, sys;"
        " code = subprocess.run(sys.argv[1:]).returncode;"
        " print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)"
    )
    command = [sys.executable, "-c", script, *SANYU, "translate", str(source), "-o", str(out), "-q", *words]
    start = time.perf_counter()
    shown = subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout
    seconds = time.perf_counter() - start
    return seconds, int(shown) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def verdict(name: str, value: float, bound: float, good: bool) -> None:
    """One ratio against its bound."""
    print(f"{name:<44} {value:7.2f}×  ({'good' if good else 'MISSED'}: {bound:g}×)")


def main() -> None:
    """Prints the ratios."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{number:,} articles of 20 sentences; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with temporary() as folder:
        place = Path(folder)
        write_articles(place / "news", number)
        one, _ = run(place / "news", place / "one", place / "home1", "--jobs", "1")
        two, _ = run(place / "news", place / "two", place / "home2", "--jobs", "2")
        warm = min(run(place / "news", place / "one", place / "home1")[0] for _ in range(3))
        print(f"one job {one:.1f} s, two jobs {two:.1f} s, second run {warm:.2f} s")
        verdict("two jobs faster than one", one / two, FASTER, one / two >= FASTER)
        verdict("second run faster than the first", one / warm, WARMER, one / warm >= WARMER)
        peaks = []
        for articles in (100, 5000):
            source = place / f"short{articles}"
            write_articles(source, articles, 2)
            peaks.append(run(source, place / f"out{articles}", place / f"home{articles}")[1])
        print(f"peak memory: {peaks[0]:.0f} MB for 100 articles, {peaks[1]:.0f} MB for 5,000")
        verdict(
            "memory of 5,000 articles against 100", peaks[1] / peaks[0], FLAT, peaks[1] / peaks[0] <= FLAT
        )
    own = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"processor time of all runs: {own.ru_utime + own.ru_stime:.0f} s")


if __name__ == "__main__":
    main()
