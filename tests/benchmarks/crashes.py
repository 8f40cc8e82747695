"""Kills batches at random moments, again and again, and checks after each resumption that nothing is lost.

Run: python tests/benchmarks/crashes.py [KILLS [KILLS OF TWO BATCHES AT ONCE]]
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from timing import temporary

sys.path.insert(0, str(Path(__file__).parents[1]))

from crash_help import Batch


def main() -> None:
    """Prints how often what was killed; ends with an AssertionError where something differs."""
    single, double = [int(word) for word in [*sys.argv[1:], "50", "20"][:2]] if sys.argv[1:2] else (50, 20)
    chance = random.Random(2024)
    with temporary() as folder:
        batch = Batch(Path(folder), articles=20, sentences=40)
        print(f"one batch, nobody interferes: {batch.seconds:.1f} s")
        for kind, wanted in (("one", single), ("two", double)):
            killed = rounds = 0
            while killed < wanted:
                rounds += 1
                name = f"{kind}{rounds}"
                if kind == "one":
                    killed += batch.kill_and_resume(chance, name, 4, jobs=1 + rounds % 2)
                else:
                    killed += batch.kill_two_and_resume(chance, name)
                print(f"{kind}: round {rounds}, {killed} killed, all outputs the same", flush=True)


if __name__ == "__main__":
    main()
