"""Units of an XLIFF file, 1.2 or 2, ours or another program's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.edits.edit import Edit, EditsError, Returned
from reader.edits.xml import LANGUAGE, elements, language_of, target_of, text_of
from reader.export.mark import Mark
from translate.row import Target

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

REVIEWED = frozenset(("final", "signed-off", "reviewed"))
# Nobody has translated or approved these.
RAW = frozenset(
    ("new", "initial", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-adaptation",
     "needs-review-l10n", "needs-review-translation")
)  # fmt: skip
BRANCHES = ("{*}file", "{*}xliff")


def read_xliff(data: bytes, name: str) -> Returned:
    """The units of a file from Chinese into a target of ours. Raises SourceError, EditsError."""
    edits: list[Edit] = []
    place = 0
    for place, unit in enumerate(elements(data, name, "XLIFF", "{*}trans-unit", "{*}unit"), 1):
        target = pair_of(unit, name)
        edits += edits_of(place, unit, target)
    if not place:
        raise EditsError(f"{name}: there are no units in it; is it an XLIFF file? Export it again.")
    return Returned("unit", edits)


def pair_of(unit: _Element, name: str) -> Target:
    """The target of the file a unit stands in. Raises EditsError for another pair of languages."""
    source = above(unit, "source-language", "srcLang")
    target = above(unit, "target-language", "trgLang")
    if not target:
        target = next((t.get(LANGUAGE) or "" for t in unit.iterchildren("{*}target")), "")
    found = target_of(target)
    if language_of(source) != "zh" or found is None:
        raise EditsError(
            f"{name}: it goes from {source or 'no language'} into {target or 'no language'}; sanyu keeps"
            " translations from Chinese (zh) into English (en) and Vietnamese (vi)."
        )
    return found


def above(unit: _Element, *names: str) -> str:
    """An attribute of the file or the document a unit stands in."""
    for branch in unit.iterancestors(*BRANCHES):
        for name in names:
            if branch.get(name):
                return str(branch.get(name))
    return ""


def edits_of(place: int, unit: _Element, target: Target) -> Iterator[Edit]:
    """The edit of a unit, if it holds one."""
    if unit.get("translate") == "no":
        return
    segments = [part for part in unit if str(part.tag).rpartition("}")[2] in ("segment", "ignorable")]
    parts = segments or [unit]
    source = "".join(text_of(child(part, "source")) for part in parts)
    text = "".join(text_of(child(part, "target")) for part in parts)
    if not source.strip() or not text.strip():
        return
    mark = Mark.read(unit.get("id") or "")
    yield Edit(place, source, target, text, state_of(unit, segments), mark=mark, carries=True)


def state_of(unit: _Element, segments: list[_Element]) -> str:
    """What a unit says of its text: reviewed, draft, or edited."""
    if segments:
        states = [part.get("state") or "initial" for part in segments if part.tag.endswith("}segment")]
    else:
        target = child(unit, "target")
        states = [(target.get("state") if target is not None else None) or "translated"]
        if unit.get("approved") == "yes":
            return "reviewed"
        if target is not None and target.get("state-qualifier") in ("mt-suggestion", "fuzzy-match"):
            return "reviewed" if states[0] in REVIEWED else "draft"
    if all(state in REVIEWED for state in states):
        return "reviewed"
    return "draft" if any(state in RAW for state in states) else "edited"


def child(element: _Element, name: str) -> _Element | None:
    """The first child of a name."""
    return next(element.iterchildren(f"{{*}}{name}"), None)
