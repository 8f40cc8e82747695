"""Vietnamese names: without diacritics through the pivot, with them again behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.argos.required import Need, folded
from translate.argos.sketch import Sketch
from translate.row import EntityType

PROPER = frozenset({EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION})


def restored(sketch: Sketch, needs: Sequence[Need]) -> Sketch:
    """The sketch with each name written as its rendering writes it, wherever only diacritics differ.

    Offsets stay: letters without diacritics and with them are one character each.
    """
    text = sketch.text
    for need in needs:
        taken = [
            match.span()
            for other in needs
            if other.zh != need.zh
            for form in other.forms
            for match in re.finditer(re.escape(form), text)
        ]
        for form in dict.fromkeys(forms_of(need)):
            plain = folded(text)
            for match in re.finditer(rf"(?<!\w){re.escape(folded(form))}(?!\w)", plain, re.IGNORECASE):
                here = text[match.start() : match.end()]
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                if here != form and is_name(here) and here not in need.forms:
                    text = text[: match.start()] + form + text[match.end() :]
    return Sketch(text, sketch.words)


def is_name(text: str) -> bool:
    """Whether each of its words begins in upper case."""
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def forms_of(need: Need) -> Iterator[str]:
    """The rendering of a name and, of a person's with a title, the name alone."""
    if need.type not in PROPER or folded(need.rendering) == need.rendering:
        return
    if is_name(need.rendering):
        yield need.rendering
    if need.type is EntityType.PERSON:
        words = need.rendering.split()
        for first in range(1, len(words) - 1):
            tail = " ".join(words[first:])
            if is_name(tail) and folded(words[first]) + folded(words[-1]) != words[first] + words[-1]:
                yield tail
