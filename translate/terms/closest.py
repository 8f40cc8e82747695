"""The closest entries, for a query that is misspelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.readings import hanviet, pinyin
from translate.script import HAN_IN_TEXT
from translate.shapes import simplified
from translate.terms.spellings import fold
from translate.terms.termentry import USER, TermEntry

# How alike two forms must be, of 100: one wrong character of three, or some wrong letters of ten.
LEAST_HAN, LEAST = 60.0, 78.0
SHORTEST_HAN, SHORTEST = 2, 4
# Several forms of one entry may be close.
FORMS_PER_ENTRY = 6


def closest(entries: Iterable[TermEntry], query: str, limit: int) -> list[tuple[TermEntry, int]]:
    """Entries that look like ``query``, each with its likeness of 100, the best first.

    They are compared by all their forms and by the spelling of the Chinese in pinyin and Hán-Việt;
    the order of words counts little.
    """
    # Late: only a query that nothing matches needs it.
    from rapidfuzz import fuzz, process

    chinese = bool(HAN_IN_TEXT.search(query))
    wanted = fold(simplified(query) if chinese else query)
    if len(wanted) < (SHORTEST_HAN if chinese else SHORTEST):
        return []
    owners: list[TermEntry] = []
    forms: list[str] = []
    for entry in entries:
        own = (simplified(entry.zh),) if chinese else tuple(spelled_forms(entry))
        forms += own
        owners += [entry] * len(own)
    best: dict[TermEntry, float] = {}
    for scorer in (fuzz.ratio,) if chinese else (fuzz.ratio, fuzz.token_sort_ratio):
        for _, score, number in process.extract(
            wanted,
            forms,
            scorer=scorer,
            limit=limit * FORMS_PER_ENTRY,
            score_cutoff=LEAST_HAN if chinese else LEAST,
        ):
            best[owners[number]] = max(best.get(owners[number], 0.0), score)
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0].status != USER, len(pair[0].zh)))
    return [(entry, round(score)) for entry, score in ranked[:limit]]


def spelled_forms(entry: TermEntry) -> Iterator[str]:
    """All that people may type in Latin letters for an entry, folded."""
    zh = simplified(entry.zh)
    yield from dict.fromkeys((*map(fold, (*entry.en, *entry.vi)), pinyin(zh), fold(hanviet(zh))))
