"""A termbase of 100,000 entries: loading, memory, matching, look-up; against pyahocorasick.

Run: python tests/benchmarks/termbase_speed.py
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from importlib.resources import files
from pathlib import Path

from timing import best_of, line, process, temporary

from seeds.load import find_sources, load_file
from seeds.tables import folder, read_cells
from translate.readings import hanviet
from translate.shapes import simplified
from translate.terms.termbase import load_termbase, seed_entries

ENTRIES = 100_000
CHARACTERS = 1_000_000
QUERIES = ("bui thanh son", "waijiaobu", "裴靑山", "an")


def main() -> None:
    """Prints the measurements, each beside its bound."""
    with temporary() as name:
        glossary, compiled, text = Path(name, "glossary.tsv"), Path(name, "termbase.tsv"), Path(name, "text")
        write_glossary(glossary)
        text.write_text(long_text(), "utf-8", newline="")
        compiling = best_of(1, lambda: load_termbase(glossary, compiled))
        words = [sys.executable, __file__, str(glossary), str(compiled), str(text)]
        runs = [json.loads(process(words)) for _ in range(5)]
        size = compiled.stat().st_size
    best = {key: min(run[key] for run in runs) for key in runs[0]}
    print(f"{best['entries']:,} entries, {CHARACTERS:,} characters, {best['matches']:,} matches")
    line("compile from the glossary files, once", compiling)
    bounded(f"load the compiled form, {size / 1e6:.1f} MB", best["load"], 0.4)
    bounded("the same, ready to match and to look up", best["ready"], 0.4)
    megabytes = max(run["memory"] for run in runs)
    print(f"memory that takes, at its peak {megabytes:24.0f} MB  ({within(megabytes, 80)} 80 MB)")
    line("pyahocorasick: iterate over all matches (baseline)", best["baseline"])
    line("Termbase.matches: the same, with their entries", best["matching"], best["baseline"], 1.5)
    for query in QUERIES:
        line(f"look up {query!r}", best[query])


def bounded(name: str, seconds: float, bound: float) -> None:
    """One measurement beside an absolute bound."""
    print(f"{name:<44} {seconds * 1000:9.1f} ms  ({within(seconds, bound)} {bound * 1000:.0f} ms)")


def within(value: float, bound: float) -> str:
    """Whether a bound is kept."""
    return "within" if value <= bound else "ABOVE"


def write_glossary(path: Path) -> None:
    """So many entries that it is 100,000 with the seeds: words of CC-CEDICT, then pairs of them."""
    known = {entry.zh for entry in seed_entries()}
    rows = read_cells(folder("lexicon").joinpath("cedict.tsv"))
    words = {simplified(zh): en for zh, _, en in rows if len(zh) > 1}
    chosen = [(zh, en) for zh, en in words.items() if zh not in known][: ENTRIES - len(known)]
    taken, chance, all_words = known | set(words), random.Random(3), list(words.items())
    while len(chosen) + len(known) < ENTRIES:
        (first, one), (second, two) = chance.choice(all_words), chance.choice(all_words)
        zh = simplified(first + second)
        if zh not in taken:
            taken.add(zh)
            chosen.append((zh, f"{one} {two}"))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("zh\ten\tvi\ttype\tstatus\tnote\tsource\n")
        file.writelines(
            f"{zh}\t{en}\t{hanviet(zh)}\tterm\tuser\tnumber {n}\t\n" for n, (zh, en) in enumerate(chosen)
        )


def long_text() -> str:
    """The sample articles over and over."""
    articles = [load_file(path) for path in find_sources(Path(str(files("seeds") / "articles")))]
    text = "\n".join(block.text for article in articles for block in article.blocks)
    return (text * (CHARACTERS // len(text) + 1))[:CHARACTERS]


def measure(glossary: Path, compiled: Path, text: str) -> dict[str, float]:
    """What one process measures that finds the termbase compiled."""
    gc.collect()
    before, start = peak(), time.perf_counter()
    termbase = load_termbase(glossary, compiled)
    load = time.perf_counter() - start
    list(termbase.matches("越南外交部长"))
    termbase.get("越南")
    termbase.lookup("裴青山")
    result = {"load": load, "ready": time.perf_counter() - start, "memory": (peak() - before) / 1e6}
    for query in QUERIES:
        result[query] = best_of(1, lambda query=query: termbase.lookup(query))  # type: ignore[misc]
    result["matches"] = sum(1 for _ in termbase.matches(text))
    result["matching"] = best_of(3, lambda: sum(1 for _ in termbase.matches(text)))

    # pip install pyahocorasick (not a dependency of the project)
    import ahocorasick

    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for entry in termbase:
        automaton.add_word(entry.zh)
    automaton.make_automaton()
    assert sum(1 for _ in automaton.iter(text)) == result["matches"]
    result["baseline"] = best_of(3, lambda: sum(1 for _ in automaton.iter(text)))
    return result | {"entries": len(termbase)}


def peak() -> int:
    """The most memory this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        return 1024 * int(status.read_text().partition("VmHWM:")[2].split()[0])
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    if len(sys.argv) > 1:
        glossary, compiled, text = map(Path, sys.argv[1:])
        print(json.dumps(measure(glossary, compiled, text.read_text("utf-8"))))
    else:
        main()
