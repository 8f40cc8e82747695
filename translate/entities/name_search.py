"""Search for names: in an article as a whole, behind titles, beside other names and by mere repetition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from translate.entities.names import (
    BEHIND,
    ENDS_IN_ROW,
    ENOUGH,
    HAN_NAME,
    NO_NAME,
    Surroundings,
    begins_with_surname,
    evident,
    lengths,
    score_of,
)
from translate.entities.nations import Nation
from translate.entities.renderings import VIETNAMESE_SURNAMES, NameFound, render

ROW = frozenset("、和与及")


def find_names(segments: Sequence[Surroundings], is_word: Callable[[str], bool]) -> list[NameFound]:
    """The names that titles, verbs of saying or repeated mention speak for, in a whole article."""
    nations: dict[str, Nation] = {}
    for segment in segments:
        for zh, nation in evident(segment, is_word):
            if nations.get(zh, Nation.UNKNOWN) is Nation.UNKNOWN:
                nations[zh] = nation
    for segment in segments:
        for zh, nation in in_a_row(segment, nations, is_word):
            nations.setdefault(zh, nation)
    for zh in repeated(segments, is_word):
        if not any(zh in known or known in zh for known in nations):
            nations[zh] = Nation.UNKNOWN
    return [render(zh, nation) for zh, nation in nations.items()]


def in_a_row(
    segment: Surroundings, nations: Mapping[str, Nation], is_word: Callable[[str], bool]
) -> Iterator[tuple[str, Nation]]:
    """Names that stand behind another person's, joined by 、 or 和: 武红清 in 阮克定、武红清等."""
    text = segment.text
    ends = {end: Nation.UNKNOWN for end in segment.people_end}
    for name, nation in nations.items():
        for match in re.finditer(re.escape(name), text):
            ends[match.end()] = nation
    waiting = sorted(ends)
    while waiting:
        end = waiting.pop()
        start = end + 1
        if text[end:start] not in ROW or start >= len(text) or not begins_with_surname(text, start):
            continue
        nation = ends[end]
        best: tuple[int, int] | None = None
        for length in lengths(text, start, nation):
            last = start + length
            if ENDS_IN_ROW.match(text, last) and NO_NAME.isdisjoint(text[start:last]):
                score = score_of(segment, start, length, nation, is_word, after_title=True)
                if score is not None and score >= ENOUGH and (best is None or score > best[0]):
                    best = score, last
        if best is not None and best[1] not in ends:
            yield text[start : best[1]], nation
            ends[best[1]] = nation
            waiting.append(best[1])


def repeated(segments: Sequence[Surroundings], is_word: Callable[[str], bool]) -> Iterator[str]:
    """Three-character names that stand at least twice in the article and hold no common word."""
    counts: dict[str, int] = {}
    for segment in segments:
        for start, character in enumerate(segment.text):
            if character not in VIETNAMESE_SURNAMES or any(
                i in segment.taken for i in range(start, start + 3)
            ):
                continue
            name = segment.text[start : start + 3]
            if len(name) < 3 or not HAN_NAME.fullmatch(name) or not NO_NAME.isdisjoint(name):
                continue
            if BEHIND.match(segment.text, start + 3):
                words = (name, name[:2], name[1:], segment.text[max(0, start - 1) : start + 1])
                if not any(is_word(word) for word in words):
                    counts[name] = counts.get(name, 0) + 1
    return (name for name, count in counts.items() if count > 1)
