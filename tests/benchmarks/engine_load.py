"""How soon the embedded engine is ready, how much memory it takes, and whether time grows with the text.

Times are CPU times, so that what else the machine does counts little.

Run: python tests/benchmarks/engine_load.py [ARTICLES]
"""

from __future__ import annotations

import json
import sys
import time
from importlib.resources import files
from pathlib import Path

from timing import line, process

from seeds.article import Article
from seeds.load import find_sources, load_bytes, load_file

ARTICLES = 1_000
JIEBA = "import jieba.posseg; jieba.setLogLevel(60); jieba.initialize()"
ENGINE = (
    "from translate.lexicon import load_lexicon; from translate.transfer.engine import Transfer;"
    " Transfer(load_lexicon())"
)
# The bounds: seconds until the engine is loaded and until a first text is there, and megabytes.
LOADED, FIRST_TEXT, MEMORY = 0.4, 1.2, 350.0
# 10 times the articles may take so many times as long.
LINEAR = 11.0


def main() -> None:
    """Prints the measurements, each beside its bound."""
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    jieba = seconds_of(JIEBA)
    line("import jieba.posseg; jieba.initialize() (baseline)", jieba)
    loaded = seconds_of(ENGINE)
    line("engine: imported and loaded, ready to draft", loaded, jieba)
    bounded(loaded, LOADED, "s")
    one = alone(0)
    line("workshop: imported, loaded, a first sentence drafted", one["first"], jieba)
    bounded(one["first"], FIRST_TEXT, "s")
    few, many = alone(count // 10), alone(count)
    line(f"{count // 10:,} articles of {few['characters'] / (count // 10):,.0f} characters", few["seconds"])
    line(f"{count:,} articles", many["seconds"], few["seconds"], LINEAR)
    for name, run in ((count // 10, few), (count, many)):
        print(f"{f'memory at its peak, {name:,} articles':<44} {run['memory']:9.0f} MB")
    bounded(many["memory"], MEMORY, "MB")


def seconds_of(code: str) -> float:
    """The CPU time of some code in a process of its own, without Python's own start; the best of five."""
    words = [sys.executable, "-c", f"import time; start = time.process_time(); {code}"]
    words[-1] += "; print(time.process_time() - start)"
    return min(float(process(words)) for _ in range(5))


def bounded(value: float, bound: float, unit: str) -> None:
    """Whether an absolute bound is kept."""
    print(f"{'':44} {value:9.2f} {unit}  ({'within' if value <= bound else 'ABOVE'} {bound:g} {unit})")


def alone(count: int) -> dict[str, float]:
    """Measured in a process of its own: the best of three for few articles."""
    words = [sys.executable, __file__, "--measure", str(count)]
    runs = [json.loads(process(words)) for _ in range(3 if count < ARTICLES else 1)]
    figures: dict[str, float] = min(runs, key=lambda run: run["first"] + run["seconds"])
    return figures


def measure(count: int) -> dict[str, float]:
    """Seconds until a first sentence is drafted, then those for the articles, and megabytes."""
    start = time.process_time()
    from translate.workshop import Workshop

    pipeline = Workshop().pipeline(None)
    opening = load_text("越南和老挝加强合作。")
    for _ in pipeline.fill(pipeline.open(opening)):
        pass
    first = time.process_time() - start
    articles = [load_file(path) for path in find_sources(Path(str(files("seeds") / "articles")))]
    samples = ["\n".join(block.text for block in article.blocks) for article in articles]
    characters, start = 0, time.process_time()
    for number in range(count):
        # Another number in each, so that no sentence is known from before.
        text = samples[number % len(samples)].replace("。", f"，第{number}号文件说。")
        article = load_text(text)
        characters += len(text)
        for _ in pipeline.fill(pipeline.open(article)):
            pass
    seconds = time.process_time() - start
    return {"first": first, "seconds": seconds, "characters": characters, "memory": peak() / 1e6}


def load_text(text: str) -> Article:
    """A text as an article."""
    return load_bytes(text.encode(), "benchmark.txt")


def peak() -> int:
    """The most memory this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        return 1024 * int(status.read_text().partition("VmHWM:")[2].split()[0])
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
