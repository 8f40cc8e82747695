"""Characters a second of the whole pipeline, against jieba's tagger on the same text.

Run: python tests/benchmarks/pipeline_speed.py [SRC]
"""

from __future__ import annotations

import logging
import sys
from importlib.resources import files
from pathlib import Path

import jieba
import jieba.posseg
from timing import best_of, temporary

from seeds.load import find_sources, load_file
from translate.workshop import Workshop

# The pipeline may take so many times the time of the tagger.
BOUND = 4.0


def main() -> None:
    """Prints both speeds and their ratio."""
    source = Path(sys.argv[1] if len(sys.argv) > 1 else str(files("seeds") / "articles"))
    articles = [load_file(path) for path in find_sources(source)]
    texts = [block.text for article in articles for block in article.blocks]
    characters = sum(map(len, texts))
    jieba.setLogLevel(logging.WARNING)
    with temporary() as folder:
        jieba.dt.tmp_dir = folder
        list(jieba.posseg.cut("河内"))
        tagging = best_of(3, lambda: [list(jieba.posseg.cut(text)) for text in texts])
    pipeline = Workshop().pipeline(None)

    def whole() -> None:
        for article in articles:
            for _ in pipeline.fill(pipeline.open(article)):
                pass

    first = best_of(1, whole)
    warm = best_of(3, whole)
    print(f"{len(articles)} articles, {characters:,} characters, both languages, nothing remembered")
    print(f"jieba.posseg.cut (baseline)  {characters / tagging:10,.0f} characters/s")
    print(f"whole pipeline               {characters / warm:10,.0f} characters/s")
    ratio = warm / tagging
    print(
        f"time against the baseline's  {ratio:10.2f}×  ({'within' if ratio <= BOUND else 'ABOVE'} {BOUND:g}×)"
    )
    print(f"of its first run, {first:.2f} s, {max(0.0, first - warm):.2f} s go into loading")


if __name__ == "__main__":
    main()
