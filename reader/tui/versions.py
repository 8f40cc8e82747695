"""The sheet with a cell's history: who made what of it, and when."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from cache.history import Version
from reader.plain import shown
from reader.tui.choices import Menu
from reader.tui.comparing import apart
from reader.tui.prose import marked, plain
from reader.tui.speech import phrase, spoken

_PUT = "bold $text-success"


@dataclass(frozen=True, slots=True)
class Past:
    """Something that stood in a cell; ``number`` is its version's, None for the engine's draft."""

    label: str
    text: str
    number: int | None


def pasts(versions: Sequence[Version]) -> list[Past]:
    """All that stood in a cell, the latest first; the engine's draft last, as it was."""
    found = []
    for version in versions:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(version.saved))
        action = spoken().given(f"action-{version.action}", version.action)
        if version.text is None:
            found.append(Past(f"{when} · {phrase('draft-put-back')}", version.replaced, None))
        else:
            found.append(Past(f"{when} · {_who(version.who)} · {action}", version.text, version.number))
    if versions and versions[-1].replaced and versions[-1].replaced_by not in ("", "person"):
        oldest = versions[-1]
        found.append(
            Past(
                f"{phrase('before-that')} · {_who(oldest.replaced_by)} · {phrase('state-draft')}",
                oldest.replaced,
                None,
            )
        )
    return found


def _who(who: str) -> str:
    return phrase("who-you") if who == "person" else shown(who or "?")


class HistoryMenu(Menu):
    """All that stood in a cell; answers with the number of what is wanted back."""

    def __init__(self, heading: str, past: Sequence[Past]) -> None:
        super().__init__(heading, _lines(past), phrase("history-foot"))


def _lines(past: Sequence[Past]) -> list[Content]:
    lines = []
    for number, one in enumerate(past):
        before = past[number + 1].text if number + 1 < len(past) else one.text
        if one.number is None:
            text = plain(phrase("the-engines-draft") if number + 1 < len(past) else one.text)
        else:
            text = marked(one.text, apart(before, one.text).new, _PUT)
        lines.append(Content("\n   ").join([Content.styled(one.label, "dim"), text]))
    return lines
