"""The argos engine against argostranslate.translate.translate on the same text, machine and run.

A full-size package of random weights, 40 articles made of the sample articles' sentences, beam 4. Argos Translate
runs as it comes, and with the threads it is fastest with; its sentence splitter, which wants to fetch a model, is
replaced by a split at full stops. Each way runs in a process of its own, whose peak memory is taken too.

Run: python tests/benchmarks/argos_speed.py [SENTENCES OF EACH ARTICLE]
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from timing import process, temporary

from seeds.load import find_sources, load_file
from translate.argos.engine import Argos
from translate.argos.routes import routes_of
from translate.argos.settings import Machine
from translate.engine import Job
from translate.models.store import installed
from translate.row import Target
from translate.segment import segments_of

ARTICLES, SENTENCES = 40, 4
# The bounds: so many times the segments a second of Argos Translate as it comes and at its best; the
# first segment against one call for one sentence; memory against Argos Translate's.
AS_IT_COMES, AT_ITS_BEST, FIRST, MEMORY = 10.0, 4.0, 1.5, 1.3


def articles(sentences: int) -> list[list[str]]:
    """40 articles of so many sentences."""
    texts = [
        segment.text
        for path in find_sources(Path(str(files("seeds") / "articles")))
        for segment in segments_of(load_file(path))
        if 8 <= len(segment.text) <= 80
    ]
    endless = cycle(texts)
    return [list(islice(endless, sentences)) for _ in range(ARTICLES)]


def stock(sentences: int) -> dict[str, float]:
    """Argos Translate, one call an article, as its users call it."""
    from argostranslate import sbd, translate

    def split(self: object, text: str) -> list[str]:
        return [text]

    sbd.MiniSBDSentencizer.split_sentences = split
    texts = articles(sentences)
    translate.translate("你好。", "zh", "en")
    start, cpu = time.perf_counter(), time.process_time()
    for article in texts:
        translate.translate("\n".join(article), "zh", "en")
    return {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu}


def engine(folder: str, steps: frozenset[str]) -> Argos:
    """The argos engine with the packages in a folder."""
    return Argos(routes_of(installed(Path(folder), {"HOME": folder})), environ={}, steps=steps)


def bulk(folder: str, sentences: int) -> dict[str, float]:
    """The argos engine, all articles in one stream, no ladder: random drafts carry no names."""
    made = engine(folder, frozenset())
    jobs = [Job(text, ()) for article in articles(sentences) for text in article]
    list(made.translate(jobs[:1], Target.EN))
    start, cpu = time.perf_counter(), time.process_time()
    assert len(list(made.translate(jobs, Target.EN))) == len(jobs)
    return {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu}


def opened(folder: str, sentences: int) -> dict[str, float]:
    """The first segment of an opened article, one call for one sentence, the start of a second article."""
    made = engine(folder, frozenset())
    texts = [text for article in articles(sentences) for text in article][:32]
    cold = time.perf_counter()
    next(made.translate([Job(texts[0], ())], Target.EN))
    loading = time.perf_counter() - cold
    calls = [one_call(made, texts[0]) for _ in range(5)]
    firsts = []
    for _ in range(5):
        start = time.perf_counter()
        found = made.translate([Job(text, ()) for text in texts], Target.EN)
        next(found)
        firsts.append(time.perf_counter() - start)
        assert len(list(found)) == len(texts) - 1
    return {"first": min(firsts), "call": min(calls), "cold": loading}


def one_call(made: Argos, text: str) -> float:
    """Seconds that CTranslate2 alone takes for one sentence, with the settings of Argos Translate."""
    (decoder,) = made._decoders.values()
    translator: Any
    translator, pieces = decoder._loaded  # type: ignore[attr-defined]
    start = time.perf_counter()
    translator.translate_batch(
        [pieces.encode(text)], beam_size=4, length_penalty=0.2, replace_unknowns=True, return_scores=True
    )
    return time.perf_counter() - start


def task(name: str, folder: str, sentences: int) -> None:
    """One way to translate, in a process of its own; prints its measurements."""
    result = (
        stock(sentences) if name == "stock" else {"bulk": bulk, "opened": opened}[name](folder, sentences)
    )
    result["megabytes"] = peak()
    print(json.dumps(result))


def peak() -> float:
    """Megabytes of memory this process had at most, itself alone: getrusage remembers its parent."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def measured(name: str, folder: Path, sentences: int, **environ: str) -> dict[str, float]:
    """The measurements of one way."""
    home = folder.parent / "home"
    homes = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE")}
    os.environ.update({"ARGOS_PACKAGES_DIR": str(folder), "HOME": str(home), **homes})
    os.environ.update(environ)
    found: dict[str, float] = json.loads(
        process([sys.executable, __file__, "--task", name, str(folder), str(sentences)])
    )
    for variable in environ:
        del os.environ[variable]
    return found


def verdict(text: str, value: float, bound: float, *, more: bool) -> None:
    """One ratio and whether it is good enough."""
    good = value >= bound if more else value <= bound
    print(f"{text:<62} {value:6.2f}×  ({'within' if good else 'MISSES'} {'≥' if more else '≤'} {bound:g}×)")


def main() -> None:
    """Prints speeds, memory and their ratios."""
    sentences = int(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES
    count = sum(map(len, articles(sentences)))
    with temporary() as name:
        folder = Path(name) / "packages"
        folder.mkdir()
        process([sys.executable, str(Path(__file__).with_name("random_model.py")), str(folder)])
        workers = str(Machine().workers)
        ours = measured("bulk", folder, sentences)
        best = measured("stock", folder, sentences, ARGOS_INTRA_THREADS="1", ARGOS_INTER_THREADS=workers)
        comes = measured("stock", folder, sentences)
        one = measured("opened", folder, sentences)
    print(
        f"{ARTICLES} articles, {count} segments, {len(os.sched_getaffinity(0))} cores, beam 4, random weights"
    )
    for text, found in (
        ("as it comes", comes),
        ("at its best, one thread", best),
        ("the argos engine", ours),
    ):
        speed = count / found["seconds"]
        effort = 1000 * found["cpu"] / count
        print(f"{text:<28} {speed:8.2f} segments/s  {effort:6.0f} ms CPU each  {found['megabytes']:6.0f} MB")
    verdict(
        "speed against Argos Translate as it comes",
        comes["seconds"] / ours["seconds"],
        AS_IT_COMES,
        more=True,
    )
    verdict(
        "speed against Argos Translate at its best", best["seconds"] / ours["seconds"], AT_ITS_BEST, more=True
    )
    verdict(
        "first segment of an article against one bare call", one["first"] / one["call"], FIRST, more=False
    )
    verdict(
        "peak memory against Argos Translate's", ours["megabytes"] / comes["megabytes"], MEMORY, more=False
    )
    print(
        f"first segment {one['first'] * 1000:.0f} ms; with loading the model {one['cold'] * 1000:.0f} ms, once"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--task"]:
        task(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main()
