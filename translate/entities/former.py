"""Former offices: 原 and 前 between a body and its office, as in 国会原主席."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.row import Entity, EntityType
from translate.terms.termbase import Termbase

FORMER = {"原": ("former", "nguyên"), "前": ("former", "cựu")}
WITHIN = re.compile("[原前]")
LONGEST_BODY, LONGEST_OFFICE = 12, 6


def former_offices(text: str, termbase: Termbase) -> Iterator[Entity]:
    """Offices of the termbase with 原 or 前 in their middle, in a Simplified text."""
    for match in WITHIN.finditer(text):
        for start in range(max(0, match.start() - LONGEST_BODY), match.start() - 1):
            for end in range(match.end() + 2, min(len(text), match.end() + LONGEST_OFFICE) + 1):
                entry = termbase.get(text[start : match.start()] + text[match.end() : end])
                if entry is not None and entry.type is EntityType.TITLE:
                    en, vi = FORMER[match[0]]
                    title = EntityType.TITLE
                    yield Entity(
                        text[start:end],
                        start,
                        end,
                        title,
                        f"{en} {entry.en[0]}",
                        f"{vi} {entry.vi[0]}",
                        entry.note,
                        "rule",
                    )
