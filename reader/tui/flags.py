"""The reasons to look twice at a row, in words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.plain import shown
from reader.reasons import REASONS
from reader.tui.look import Language
from reader.tui.speech import spoken
from translate.row import Row


def reasons(row: Row) -> str:
    """Why a row is flagged, each reason once with the languages it holds for."""
    found: dict[str, list[str]] = {}
    for target, cell in row.cells.items():
        for flag in cell.flags:
            reason = reason_of(flag)
            found.setdefault(reason, []).append(Language(target.value).title)
    return "; ".join(f"{reason} ({', '.join(titles)})" for reason, titles in found.items())


def words_of(flags: Sequence[str]) -> str:
    """Flags in words."""
    return "; ".join(dict.fromkeys(map(reason_of, flags)))


def reason_of(flag: str) -> str:
    """What a flag means; of an unknown one its name."""
    return spoken().given(f"reason-{flag}", REASONS.get(flag, shown(flag)))
