"""10,000 segments through the neural engine, killed on the way: what was finished stays, nothing is doubled.

The trained pair of tests/models translates a file into both languages. The process is killed (SIGKILL) at
several moments and started again; then the segments of the output, and what the cache holds, are held against
those of a run that nobody disturbed.

Run: python tests/benchmarks/argos_kills.py [SEGMENTS] [KILLS]
"""

from __future__ import annotations

import csv
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

from timing import temporary

MODELS = Path(__file__).resolve().parents[1] / "models"
SHOWN = ("segment", "zh", "en", "vi", "engine", "flags")


def lines(count: int) -> list[str]:
    """So many different segments: two sentences that the models know, in every order."""
    with (MODELS / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        known = [
            row["zh"].rstrip("。") for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    known = [text for text in known if len(text) <= 12]
    chosen = [f"{first}，{second}。" for first, second in product(known, known) if first != second]
    random.Random(1).shuffle(chosen)
    return chosen[:count]


def environment(home: Path) -> dict[str, str]:
    """An environment with a home of its own."""
    return {**os.environ, "SANYU_HOME": str(home)}


def sanyu(home: Path, *words: str) -> subprocess.Popen[bytes]:
    """The command, started."""
    command = [sys.executable, "-m", "reader.cli.main", *words]
    return subprocess.Popen(
        command, env=environment(home), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def translate(home: Path, source: Path, out: Path) -> subprocess.Popen[bytes]:
    """A run over the whole file."""
    words = ("--plain", "--engine", "argos", "--format", "jsonl", "-q", "-o", str(out))
    return sanyu(home, "translate", str(source), *words)


def remembered(home: Path) -> set[bytes]:
    """The keys of what the cache holds."""
    path = home / "cache" / "translations.sqlite"
    if not path.exists():
        return set()
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {key for (key,) in database.execute("SELECT key FROM translation")}


def shown(out: Path) -> list[dict[str, object]]:
    """What the output tells of each segment, but whether it was cached."""
    (path,) = out.glob("*.jsonl")
    return [{key: json.loads(line)[key] for key in SHOWN} for line in path.read_text("utf-8").splitlines()]


def main() -> None:
    """Kills, and prints what was found."""
    count, kills = (int(word) for word in [*sys.argv[1:], "10000", "5"][:2])
    with temporary() as folder:
        base = Path(folder)
        source = base / "source.txt"
        source.write_text("\n".join(lines(count)) + "\n", "utf-8")
        homes = [base / "calm", base / "killed"]
        for home in homes:
            for pair in ("zh_en", "en_vi"):
                assert sanyu(home, "models", "install", str(MODELS / f"{pair}.argosmodel")).wait() == 0
        start = time.perf_counter()
        assert translate(homes[0], source, base / "out-calm").wait() in (0, 1)
        whole = time.perf_counter() - start
        print(f"{count:,} segments, undisturbed: {whole:.1f} s, {len(remembered(homes[0])):,} cells")
        before: set[bytes] = set()
        moments = random.Random(2)
        for number in range(1, kills + 1):
            process = translate(homes[1], source, base / "out-killed")
            time.sleep(whole / (kills + 1) * moments.uniform(0.7, 1.3))
            finished = process.poll() is not None
            process.kill()
            process.wait()
            now = remembered(homes[1])
            assert before <= now, "something that was finished is gone"
            assert finished or not list((base / "out-killed").glob("*.jsonl")), "half an output was left"
            print(f"kill {number}: {len(now):,} cells, {len(now - before):,} of them since the last")
            before = now
        assert translate(homes[1], source, base / "out-killed").wait() in (0, 1)
        assert remembered(homes[0]) == remembered(homes[1]), "the caches differ"
        calm, killed = shown(base / "out-calm"), shown(base / "out-killed")
        assert [row["zh"] for row in calm] == [row["zh"] for row in killed], "segments are missing or doubled"
        assert all(row["en"] and row["vi"] for row in killed), "a cell is empty"
        other = sum(one != two for one, two in zip(calm, killed, strict=True))
        print(
            f"afterwards: all {len(killed):,} segments, each once; {other} drafts differ from the calm run's"
        )
        print("(batches of another size round otherwise, which now and then turns a close choice)")


if __name__ == "__main__":
    main()
