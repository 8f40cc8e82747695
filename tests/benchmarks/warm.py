"""A second run over the same articles, against the first.

Run: python tests/benchmarks/warm.py [SRC]
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

from timing import SANYU, best_of, line, process, temporary


def main() -> None:
    """Prints both times, the share of remembered cells, and the ratio."""
    source = sys.argv[1] if len(sys.argv) > 1 else str(files("seeds") / "articles")
    with temporary() as folder:
        home, reports = Path(folder) / "home", []

        def run() -> None:
            words = [*SANYU, "translate", source, "-o", f"{folder}/out", "--format", "md,jsonl", "--json"]
            reports.append(json.loads(process(words, home)))

        cold = best_of(1, run)
        warm = best_of(5, run)
        bare = best_of(5, lambda: process([*SANYU, "translate", "--help"], home))
    line("first run (baseline)", cold)
    line("second run, whole process", warm, cold)
    line("of which the program's start", bare, cold)
    first, last = reports[0], reports[-1]
    print(
        f"cells remembered: {first['cached']} of {first['cells']}, then {last['cached']} of {last['cells']}"
    )
    inner = first["seconds"] / max(0.001, last["seconds"])
    print(f"second run faster by: {cold / warm:.1f}× (process), {inner:.1f}× (without the program's start)")


if __name__ == "__main__":
    main()
