"""Alignments as bytes, the way the cache keeps them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from translate.row import Link

# Each link by its distance from the one before: almost always one byte a number. The leading byte
# tells the width and makes the length odd; without it, the numbers stand as they are.
STEPS = {1: struct.Struct("<bBbB"), 2: struct.Struct("<hHhH")}
PLAIN = struct.Struct("<4I")


def pack_links(links: Sequence[Link]) -> bytes:
    """An alignment as bytes: five bytes a link or less, sixteen where distances are very long."""
    if not links:
        return b""
    steps, source, target = [], 0, 0
    for link in links:
        steps.append(
            (
                link.source_start - source,
                link.source_end - link.source_start,
                link.target_start - target,
                link.target_end - link.target_start,
            )
        )
        source, target = link.source_start, link.target_end
    for width, step in STEPS.items():
        try:
            return bytes((width,)) + b"".join(step.pack(*numbers) for numbers in steps)
        except struct.error:
            continue
    return b"".join(
        PLAIN.pack(link.source_start, link.source_end, link.target_start, link.target_end) for link in links
    )


def unpack_links(packed: bytes) -> tuple[Link, ...]:
    """An alignment from its bytes."""
    if not len(packed) % 2:
        return tuple(Link(*values) for values in PLAIN.iter_unpack(packed))
    links, source, target = [], 0, 0
    for ahead, length, gap, width in STEPS[packed[0]].iter_unpack(packed[1:]):
        source += ahead
        start = target + gap
        target = start + width
        links.append(Link(source, source + length, start, target))
    return tuple(links)
