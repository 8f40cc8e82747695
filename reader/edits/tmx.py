"""Units of a TMX file, ours or another program's."""

from __future__ import annotations

import calendar
import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.edits.edit import Edit, EditsError, Returned
from reader.edits.xml import LANGUAGE, elements, language_of, target_of, text_of
from reader.export.mark import STATES, Mark
from reader.export.tmx import ENGINE, FOLLOWING, PREVIOUS, SLOTS, STATE, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

WHO = re.compile("[a-z0-9_][a-z0-9_.:-]{0,60}")
EDITED = "edited"


def read_tmx(data: bytes, name: str) -> Returned:
    """The units with Chinese and a target of ours; drafts that nobody touched are not worth keeping.

    A unit of another program is an edit. Raises SourceError, EditsError.
    """
    edits: list[Edit] = []
    others: Counter[str] = Counter()
    place = 0
    for place, unit in enumerate(elements(data, name, "TMX", "{*}tu"), 1):
        variants = list(variants_of(unit))
        languages = {language for language, _ in variants}
        found = list(edits_of(place, unit, variants))
        if not found and ("zh" not in languages or not languages & {"en", "vi"}):
            others[" and ".join(sorted(languages)) or "no language"] += 1
        edits += found
    if not edits and others:
        pairs = ", ".join(languages for languages, _ in others.most_common(3))
        raise EditsError(
            f"{name}: its units are in {pairs}; sanyu keeps translations from Chinese (zh) into English (en)"
            " and Vietnamese (vi): export that pair."
        )
    if not place:
        raise EditsError(f"{name}: there are no units in it; is it a TMX file? Export it again.")
    left = sum(others.values())
    remarks = [f"{left:,} units in other languages ({', '.join(others)}) were passed over"] if left else []
    return Returned("unit", edits, (), remarks)


def variants_of(unit: _Element) -> Iterator[tuple[str, _Element]]:
    """The texts of a unit with their languages."""
    for variant in unit.iterchildren("{*}tuv"):
        yield language_of(variant.get(LANGUAGE) or variant.get("lang")), variant


def edits_of(place: int, unit: _Element, variants: list[tuple[str, _Element]]) -> Iterator[Edit]:
    """The edits of a unit."""
    source = next((segment_of(variant) for language, variant in variants if language == "zh"), "")
    if not source.strip():
        return
    mark = Mark.read(unit.get("tuid") or "")
    about = properties(unit)
    for language, variant in variants:
        target = target_of(language)
        text = segment_of(variant)
        if target is None or not text.strip():
            continue
        own = properties(variant)
        state = own.get(STATE, EDITED)
        state = state if state in STATES.values() else EDITED
        who = own.get(ENGINE, "person")
        yield Edit(
            place,
            source,
            target,
            text,
            state,
            mark=mark,
            previous=about.get(PREVIOUS),
            following=about.get(FOLLOWING),
            who=who if WHO.fullmatch(who) else "person",
            saved=seconds(variant.get("changedate") or unit.get("changedate") or ""),
            slots=about.get(SLOTS, ""),
            carries=True,
        )


def segment_of(variant: _Element) -> str:
    """The text of a variant."""
    return text_of(next(variant.iterchildren("{*}seg"), None))


def properties(element: _Element) -> dict[str, str]:
    """The properties of a unit or a variant that are ours."""
    return {
        kind: unescaped(prop.text or "")
        for prop in element.iterchildren("{*}prop")
        if (kind := prop.get("type") or "").startswith("x-sanyu-")
    }


def seconds(date: str) -> int:
    """A date of TMX as Unix time, 0 where it is none."""
    try:
        return max(0, calendar.timegm(time.strptime(date, "%Y%m%dT%H%M%SZ")))
    except ValueError:
        return 0
