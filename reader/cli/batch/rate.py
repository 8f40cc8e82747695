"""How fast this machine drafts: kept after a batch, asked before one."""

from __future__ import annotations

from collections.abc import Iterable

from cache.translations import Translations

# Fewer drafts say more about the loading of tables than about the rate.
ENOUGH = 200
# How much the latest batch counts against those before.
WEIGHT = 0.5


def keep_rate(
    translations: Translations, engines: Iterable[str], drafted: int, seconds: float, jobs: int
) -> None:
    """Keeps the rate of a batch that drafted so many cells with so many jobs."""
    if drafted < ENOUGH or seconds <= 0:
        return
    rate, name = drafted / seconds / jobs, name_of(engines)
    before = translations.figure(name)
    translations.keep_figure(name, rate if before is None else before + WEIGHT * (rate - before))


def rate_of(translations: Translations, engines: Iterable[str]) -> float | None:
    """Cells a second of one job with these engines, None where nobody has measured."""
    return translations.figure(name_of(engines))


def name_of(engines: Iterable[str]) -> str:
    """The name of the figure."""
    return f"rate/{'+'.join(sorted(set(engines)))}"
