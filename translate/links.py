"""Alignments as bytes, the way the cache keeps them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from translate.row import Link

FOUR = struct.Struct("<4I")


def pack_links(links: Sequence[Link]) -> bytes:
    """An alignment as bytes: four unsigned integers of 32 bits a link."""
    return b"".join(
        FOUR.pack(link.source_start, link.source_end, link.target_start, link.target_end) for link in links
    )


def unpack_links(packed: bytes) -> tuple[Link, ...]:
    """An alignment from its bytes."""
    return tuple(Link(*values) for values in FOUR.iter_unpack(packed))
