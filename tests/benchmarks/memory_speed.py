"""A translation memory of 100,000 units: taking in, exact and fuzzy look-up, size; against rapidfuzz alone.

Run: python tests/benchmarks/memory_speed.py
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import process as fuzzy
from rapidfuzz.distance import Levenshtein
from timing import best_of, line, process, temporary

from seeds.tables import folder, read_cells
from translate.memory.memory import TranslationMemory, unit_for
from translate.memory.passage import Passage
from translate.row import Target

UNITS, LOOK_UPS, BOUND = 100_000, 200, 0.030


def main() -> None:
    """Prints the measurements, each beside its bound."""
    chance = random.Random(5)
    sources = sentences(chance, UNITS)
    with temporary() as name:
        path = Path(name, "memory.sqlite")
        memory = TranslationMemory(path)
        units = [
            unit_for(Passage(zh, sources[n - 1], ""), Target.EN, f"{n} " + "word " * (len(zh) // 2))
            for n, zh in enumerate(sources)
        ]
        line(f"take {UNITS:,} units in", best_of(1, lambda: memory.take(units)))
        text = sum(len(part.encode()) for u in units for part in (u.source, u.previous or "", u.text or ""))
        memory.close()
        bytes_each = (path.stat().st_size - text) / UNITS
        print(f"bytes a unit beyond source, neighbours and text {bytes_each:20.0f}")
        memory = TranslationMemory(path)
        passages = [Passage(zh, sources[n - 1], "") for n, zh in enumerate(sources)]
        known = best_of(1, lambda: memory.standing_all(passages, Target.EN))
        line(f"exact look-up of {UNITS:,} segments", known)
        line("open the file and look up one", best_of(5, lambda: first_look(path, passages[0])))
        queries = [Passage(edited(zh, chance), "", "") for zh in chance.sample(sources, LOOK_UPS)]
        alone, found = baseline(sources, queries)
        first = best_of(1, lambda: TranslationMemory(path).suggestions(queries[0], Target.EN))
        line("the first fuzzy look-up after opening", first)
        asked, missed = [], 0
        for query, best in zip(queries, found, strict=True):
            start = time.perf_counter()
            offered = memory.suggestions(query, Target.EN)
            asked.append(time.perf_counter() - start)
            missed += best >= 0.70 and not (offered and offered[0].score >= min(99, int(100 * best)))
        memory.close()
    near = sum(best >= 0.70 for best in found)
    line("rapidfuzz over all, the best one (baseline)", median(alone))
    line("suggestions: median", median(asked), median(alone))
    print(f"  {'within' if median(asked) <= BOUND else 'ABOVE'} {BOUND * 1000:.0f} ms")
    line("suggestions: 95 of 100", quantiles(asked, n=20)[-1], median(alone))
    line("suggestions: the slowest", max(asked), median(alone))
    print(f"the closest unit found: {near - missed} of {near} (of at least 70 per cent)")
    empty = process([sys.executable, "-c", EMPTY])
    print(f"an empty memory, a batch of 32 rows: {float(empty) * 1e6:.1f} µs")


EMPTY = """
import sys, timeit
from pathlib import Path
from translate.memory.edits import Edits
from translate.memory.memory import TranslationMemory
from translate.row import Target
edits = Edits(TranslationMemory(Path("/nowhere/memory.sqlite")))
print(min(timeit.repeat(lambda: edits.cells([None] * 32, Target.EN, []), number=100, repeat=5)) / 100)
"""


def first_look(path: Path, passage: Passage) -> None:
    """Opens the memory for one question."""
    memory = TranslationMemory(path)
    assert memory.standing(passage, Target.EN) is not None
    memory.close()


def baseline(sources: Sequence[str], queries: Sequence[Passage]) -> tuple[list[float], list[float]]:
    """What rapidfuzz takes without an index, in seconds, and how near its best is."""
    times, best = [], []
    for query in queries:
        start = time.perf_counter()
        _, score, _ = fuzzy.extractOne(query.source, sources, scorer=Levenshtein.normalized_similarity)
        times.append(time.perf_counter() - start)
        best.append(score)
    return times, best


def sentences(chance: random.Random, number: int) -> list[str]:
    """Different sentences of dictionary words, some of them as frequent as words are in a language."""
    words = [cells[0] for cells in read_cells(folder("lexicon").joinpath("cedict.tsv")) if len(cells[0]) < 5]
    chance.shuffle(words)
    del words[30_000:]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    choose: Callable[[int], list[str]] = lambda k: chance.choices(words, cum_weights=weights, k=k)  # noqa: E731
    found: dict[str, None] = {}
    while len(found) < number:
        clauses = ("".join(choose(chance.randint(3, 9))) for _ in range(chance.randint(1, 4)))
        found["，".join(clauses) + "。"] = None
    return list(found)


def edited(text: str, chance: random.Random) -> str:
    """``text`` with up to a quarter of its characters replaced, left out or doubled."""
    characters = list(text)
    for _ in range(chance.randint(1, 1 + len(text) // 4)):
        place = chance.randrange(len(characters))
        characters[place] = chance.choice((chance.choice("的是不了人我在有他这"), "", characters[place] * 2))
    return "".join(characters)


if __name__ == "__main__":
    main()
