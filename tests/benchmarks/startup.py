"""How soon commands answer, against the time of importing click alone.

Run: python tests/benchmarks/startup.py [N]
"""

from __future__ import annotations

import sys
from pathlib import Path

from timing import best_of, line, process, temporary

SCRIPT = str(Path(sys.executable).with_name("sanyu"))
COMMANDS = (
    (["--help"], 3.0),
    (["--version"], 3.0),
    (["translate", "--help"], None),
    (["glossary", "lookup", "bui thanh son"], 3.0),
    (["glossary", "lookup", "ngoai giao"], 3.0),
    (["glossary", "lookup", "waijiaobu"], 3.0),
    (["glossary", "lookup", "Politburo"], 3.0),
    (["glossary", "lookup", "裴青山"], 3.0),
    (["glossary", "lookup", "裴靑山"], 3.0),
    (["glossary", "lookup", "外交部長"], 3.0),
    (["library", "list"], None),
)


def main() -> None:
    """Prints the ratios."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with temporary() as folder:
        home = Path(folder)
        baseline = best_of(times, lambda: process([sys.executable, "-c", "import click"], home))
        line('python -c "import click" (baseline)', baseline)
        for words, wanted in COMMANDS:
            seconds = best_of(times, lambda words=words: process([SCRIPT, *words], home))  # type: ignore[misc]
            line(f"sanyu {' '.join(words)}", seconds, baseline, wanted)


if __name__ == "__main__":
    main()
