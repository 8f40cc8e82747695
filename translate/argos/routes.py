"""Routes: which packages make which pair, directly or through English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translate.models.package import Package
from translate.row import Target

ZH = "zh"


@dataclass(frozen=True, slots=True)
class Route:
    """The way to a target: one package, or one into English and one on from there."""

    package: Package
    through: Package | None = None

    @property
    def packages(self) -> tuple[Package, ...]:
        """All packages of the way, in order."""
        return (self.through, self.package) if self.through else (self.package,)


def routes_of(packages: Iterable[Package]) -> dict[Target, Route]:
    """The route to each target that can be reached; of several packages for a pair the first counts.

    The graph is that of Argos Translate, whose only bridge between our languages is English; a
    direct package is preferred to two.
    """
    pairs: dict[tuple[str, str], Package] = {}
    for package in packages:
        pairs.setdefault((package.source, package.target), package)
    routes = {}
    to_english = pairs.get((ZH, Target.EN))
    if to_english is not None:
        routes[Target.EN] = Route(to_english)
    direct, onwards = pairs.get((ZH, Target.VI)), pairs.get((Target.EN, Target.VI))
    if direct is not None:
        routes[Target.VI] = Route(direct)
    elif to_english is not None and onwards is not None:
        routes[Target.VI] = Route(onwards, to_english)
    return routes
