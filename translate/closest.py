"""The closest entries, for a query that is misspelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.readings import hanviet, pinyin
from translate.script import HAN_IN_TEXT, simplify
from translate.spellings import fold
from translate.termbase import TermEntry

# How alike two forms must be, of 100: one wrong character of three, or some wrong letters of ten.
LEAST_HAN, LEAST = 60.0, 76.0
SHORTEST = 4
# Several forms of one entry may be close.
FORMS_PER_ENTRY = 6


def closest(
    entries: Mapping[str, TermEntry], query: str, limit: int, least: float = LEAST
) -> list[tuple[TermEntry, int]]:
    """Entries that look like ``query``, each with its likeness of 100, the best first.

    ``entries`` go by their Simplified form. They are compared by all their forms and by the spelling of
    the Chinese in pinyin and Hán-Việt; the order of words counts little.
    """
    # Late: only a query that nothing matches needs it.
    from rapidfuzz import fuzz, process

    chinese = bool(HAN_IN_TEXT.search(query))
    wanted = fold(simplify(query) if chinese else query)
    if len(wanted) < (2 if chinese else SHORTEST):
        return []
    owners = list(entries.values())
    forms, numbers = chinese_forms(list(entries)) if chinese else spelled_forms(entries)
    best: dict[int, float] = {}
    cutoff = LEAST_HAN if chinese else least
    for scorer in (fuzz.ratio,) if chinese else (fuzz.ratio, fuzz.token_sort_ratio):
        for _, score, index in process.extract(
            wanted, forms, scorer=scorer, limit=limit * FORMS_PER_ENTRY, score_cutoff=cutoff
        ):
            best[numbers[index]] = max(best.get(numbers[index], 0.0), score)
    ranked = sorted(best, key=lambda n: (-best[n], owners[n].status != "user", len(owners[n].zh), n))
    return [(owners[number], round(best[number])) for number in ranked[:limit]]


def chinese_forms(keys: Sequence[str]) -> tuple[list[str], list[int]]:
    """The Chinese forms, each with its entry's number."""
    return list(keys), list(range(len(keys)))


def spelled_forms(entries: Mapping[str, TermEntry]) -> tuple[list[str], list[int]]:
    """All that people may type in Latin letters, folded, each with its entry's number."""
    forms: list[str] = []
    numbers: list[int] = []
    for number, (zh, entry) in enumerate(entries.items()):
        own = {fold(form) for form in (*entry.en, *entry.vi)} | {pinyin(zh), fold(hanviet(zh))}
        forms += own
        numbers += [number] * len(own)
    return forms, numbers
