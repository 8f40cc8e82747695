"""How the time for odd text grows with its length: prints the ratio for ten times the text.

    python tests/benchmarks/odd_text.py

Ten says linear. What the regular expressions do is in it, which the tests cannot count.
"""

from __future__ import annotations

import time

from seeds.article import Kind
from translate.entities.quantities import find_quantities
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Row, Segment
from translate.terms.mining import mine
from translate.terms.termbase import load_termbase

UNITS = (
    "（",
    "(A",
    "阮",
    "·斯",
    "斯特·",
    "部长阮",
    "代表金",
    "9",
    "1至",
    "8月至",
    "每公斤2",
    "1/",
    "几",
    "题为《",
    "，以下简称",
)
SMALL, LARGE = 10_000, 100_000


def main() -> None:
    """Prints a line for each kind of text."""
    recogniser = Recogniser(load_termbase(), load_lexicon())

    def seconds(unit: str, size: int) -> tuple[float, float, float]:
        text = unit * (size // len(unit))
        segment = Segment(0, 0, Kind.BODY, text, 0, 0, len(text))
        times = [time.process_time()]
        list(find_quantities(text))
        times.append(time.process_time())
        recogniser.recognise([segment])
        times.append(time.process_time())
        mine([Row(segment)], lambda zh: False)
        times.append(time.process_time())
        return times[1] - times[0], times[2] - times[1], times[3] - times[2]

    seconds("热身", SMALL)
    print(f"{'text':>8}  quantities  entities  mining  (times for ten times the text)")
    for unit in UNITS:
        small, large = seconds(unit, SMALL), seconds(unit, LARGE)
        ratios = [after / max(before, 1e-4) for before, after in zip(small, large, strict=True)]
        print(f"{unit:>8}  {ratios[0]:10.1f}  {ratios[1]:8.1f}  {ratios[2]:6.1f}")


if __name__ == "__main__":
    main()
