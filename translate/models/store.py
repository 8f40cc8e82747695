"""The packages on this machine: sanyu's own folder, then those of an Argos Translate installation."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from translate.models.argos import package_folders, subfolders
from translate.models.digests import Digests
from translate.models.errors import OtherPairError, PackageError
from translate.models.package import ARGOS, SANYU, Package, read

DIGESTS = "digests.json"


@dataclass(frozen=True, slots=True)
class Broken:
    """A folder that should be a package and is none that can be used; ``reason`` is a clause."""

    path: Path
    reason: str
    origin: str


@dataclass(slots=True)
class Found:
    """What was found: packages in the order of preference, and what had to be skipped."""

    packages: list[Package] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def installed(models: Path, environ: Mapping[str, str] = os.environ) -> list[Package]:
    """All usable packages; the first of a pair is the one to use.

    ``models`` is sanyu's own folder. Broken packages are skipped: ``look`` names them.
    """
    return look(models, environ).packages


def pick(packages: Iterable[Package], source: str, target: str) -> Package | None:
    """The package to use for a pair, if there is one."""
    return next((one for one in packages if (one.source, one.target) == (source, target)), None)


def look(models: Path, environ: Mapping[str, str] = os.environ) -> Found:
    """All packages and all broken ones. No folder need exist."""
    found = Found()
    digests = Digests(models / DIGESTS)
    places = [(models, SANYU), *((folder, ARGOS) for folder in package_folders(environ))]
    seen: set[Path] = set()
    for place, origin in places:
        for folder in subfolders(place):
            if (real := folder.resolve()) in seen:
                continue
            seen.add(real)
            try:
                package = read(folder, origin)
                found.packages.append(replace(package, digest=digests.of(package)))
            except PackageError as error:
                # Packages of other languages in an Argos installation are none of our business.
                if origin == SANYU or not isinstance(error, OtherPairError):
                    found.broken.append(Broken(folder, str(error), origin))
            except OSError as error:
                why = f"it cannot be read ({error.strerror or error})"
                found.broken.append(Broken(folder, why, origin))
    digests.save()
    found.packages.sort(key=rank)
    return found


def rank(package: Package) -> tuple[object, ...]:
    """The order of preference: Simplified before Traditional, ours before Argos's, the newest first."""
    numbers = tuple(-int(part) if part.isdecimal() else 0 for part in package.version.split("."))
    latest = -package.path.stat().st_mtime_ns
    pair = (package.target, package.source != "zh", package.traditional)
    return (*pair, package.origin != SANYU, *((numbers, latest) if package.origin == ARGOS else (latest,)))
