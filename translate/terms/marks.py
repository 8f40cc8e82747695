"""Marks: Vietnamese letters written plainly, capitals kept."""

from __future__ import annotations

import unicodedata


def without_marks(text: str) -> str:
    """``text`` without diacritics: ``Đà Nẵng`` as ``Da Nang``."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if not unicodedata.combining(c))
