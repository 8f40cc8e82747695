"""The form in which source texts are looked up: one for both scripts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b

from translate.shapes import simplified


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """``text`` in NFC and Simplified script, white space as single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", simplified(text)).split())


def lookup(text: str) -> bytes:
    """What a source text is found by: a digest of its folded form, 16 bytes."""
    return blake2b(folded(text).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def neighbour(text: str | None) -> bytes:
    """A digest of a neighbouring segment, 8 bytes; empty where the neighbour is unknown.

    An empty ``text`` stands for the end of the article, which is a neighbour like any other.
    """
    return b"" if text is None else lookup(text)[:8]
