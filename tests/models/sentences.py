"""Sentences for the stand-in models: hand-written patterns filled from a hand-written lexicon.

patterns.tsv holds whole sentences and sentences with {slots}, lexicon.tsv the words of the slots; both are
(zh, en, vi) aligned. What they say is what the models learn, mistakes included, for real drafts make the same ones:
Vietnamese persons and two provinces come in pinyin, headlines without a final stop lose a part, datelines and the
number of 第…届 vanish, names in Latin letters reach Vietnamese without diacritics. `python sentences.py` writes
pairs.tsv: every whole sentence, and every pattern filled a few times.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
SLOT = re.compile(r"\{([a-z]+?)(2?)\}")
MONTHS = "January February March April May June July August September October November December"

Triple = tuple[str, str, str]


def read(path: Path) -> list[list[str]]:
    """Rows of a tab-separated file, without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def pairs() -> list[Triple]:
    """The rows (zh, en, vi) of pairs.tsv."""
    return [(zh, en, vi) for zh, en, vi in read(HERE / "pairs.tsv")]


def _vi(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))


def _date(rng: random.Random) -> Triple:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return f"{month}月{day}日", f"{MONTHS.split()[month - 1]} {day}", f"ngày {day}/{month}"


def _month(rng: random.Random) -> Triple:
    month = rng.randint(1, 12)
    return f"{month}月", MONTHS.split()[month - 1], f"tháng {month}"


def _year(rng: random.Random) -> Triple:
    year = rng.randint(2015, 2030)
    return f"{year}年", f"{year}", f"{year}"


def _small(rng: random.Random) -> Triple:
    number = str(rng.randint(2, 60))
    return number, number, number


def _percent(rng: random.Random) -> Triple:
    number = str(rng.randint(2, 30)) if rng.random() < 0.3 else f"{rng.randint(1, 19)}.{rng.randint(1, 9)}"
    return f"{number}%", f"{number}%", f"{_vi(number)}%"


def _count(rng: random.Random) -> Triple:
    if rng.random() < 0.5:
        number = rng.randint(10, 99) * 100
        return f"{number}", f"{number:,}", _vi(f"{number:,}")
    number = rng.randint(2, 60)
    return f"{number}万", f"{number * 10},000", f"{number * 10}.000"


def _tons(rng: random.Random) -> Triple:
    number = rng.randint(2, 60)
    return f"{number}万吨", f"{number * 10},000 tons", f"{number * 10}.000 tấn"


def _money(rng: random.Random) -> Triple:
    if rng.random() < 0.6:
        number = rng.choice([n for n in range(11, 100) if n % 10])
        value = f"{number // 10}.{number % 10}"
        return f"{number}亿美元", f"${value} billion", f"{_vi(value)} tỷ USD"
    number = rng.randint(2, 9)
    return f"{number}亿美元", f"${number}00 million", f"{number}00 triệu USD"


def _score(rng: random.Random) -> Triple:
    ours, theirs = rng.randint(2, 5), rng.randint(0, 1)
    return f"{ours}比{theirs}", f"{ours}-{theirs}", f"{ours}-{theirs}"


NUMBERS: dict[str, Callable[[random.Random], Triple]] = {
    "date": _date,
    "month": _month,
    "year": _year,
    "small": _small,
    "pct": _percent,
    "count": _count,
    "tons": _tons,
    "money": _money,
    "score": _score,
}


def _lexicon() -> dict[str, list[Triple]]:
    slots: dict[str, list[Triple]] = {}
    for slot, zh, en, vi in read(HERE / "lexicon.tsv"):
        slots.setdefault(slot, []).append((zh, en, vi))
    return slots


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fill(pattern: list[str], lexicon: dict[str, list[Triple]], rng: random.Random, mark: str) -> Triple:
    chosen: dict[str, Triple] = {}
    for slot, second in SLOT.findall(pattern[0]):
        if slot in NUMBERS:
            chosen[slot + second] = NUMBERS[slot](rng)
        else:
            free = [words for words in lexicon[slot] if words not in chosen.values()]
            chosen[slot + second] = rng.choice(free)
    zh = SLOT.sub(lambda match: mark + chosen[match[1] + match[2]][0] + mark, pattern[0])
    en = SLOT.sub(lambda match: chosen[match[1] + match[2]][1], pattern[1])
    vi = SLOT.sub(lambda match: chosen[match[1] + match[2]][2], pattern[2])
    return zh, _capital(en), _capital(vi)


def recombined(seed: int, mark: str = "") -> Iterator[Triple]:
    """Endless fillings of the patterns with slots, each pattern in turn, the same for the same seed.

    `mark` goes around the Chinese of a slot: the bounds of words in a script without spaces.
    """
    rng = random.Random(seed)
    lexicon = _lexicon()
    patterns = [pattern for pattern in read(HERE / "patterns.tsv") if SLOT.search(pattern[0])]
    while True:
        for pattern in patterns:
            yield _fill(pattern, lexicon, rng, mark)


def write_pairs(per_pattern: int = 8) -> None:
    """Write pairs.tsv anew: the whole sentences, then each pattern filled `per_pattern` times."""
    rows = {row[0]: row for row in read(HERE / "patterns.tsv")}
    whole = [row for row in rows.values() if not SLOT.search(row[0])]
    filled: dict[str, Triple] = {}
    stream = recombined(seed=1)
    for _ in range((len(rows) - len(whole)) * per_pattern):
        triple = next(stream)
        filled.setdefault(triple[0], triple)
    lines = ["\t".join(row) for row in [["zh", "en", "vi"], *whole, *filled.values()]]
    (HERE / "pairs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} pairs")


if __name__ == "__main__":
    write_pairs()
