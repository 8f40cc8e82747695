"""Shapes: single characters in their usual Simplified form, from a table, without loading OpenCC."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from translate.readings import columns
from translate.script import simplify, usual_shapes


@cache
def simplified_table() -> Mapping[str, str]:
    """Each character that conversion may change, with its Simplified form when it stands alone."""
    return {cells[0]: cells[1] for cells in columns("simplified.tsv")}


def simplified_shapes(text: str) -> str:
    """``text`` with each character for itself in its usual Simplified shape, of the same length."""
    if text.isascii():
        return text
    table = simplified_table()
    return "".join(table.get(character, character) for character in usual_shapes(text))


def simplified(text: str) -> str:
    """``text`` as ``simplify`` gives it; OpenCC is loaded only where a character calls for it."""
    if text.isascii():
        return text
    return usual_shapes(text) if simplified_table().keys().isdisjoint(text) else simplify(text)
