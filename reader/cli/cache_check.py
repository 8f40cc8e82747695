"""``sanyu cache check``: whether every database is sound, and fits the articles it is about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from cache.annotations import Annotations
from cache.library import Shelf
from cache.memory import MemoryStore
from cache.places import Places
from cache.translations import Translations
from cache.upkeep import HeldError, Orphans, orphans, remove_orphans, unsound
from reader.cli.console import Failure, notice, out, out_json, places, plural, unchanged
from reader.cli.options import settings
from translate.row import Target


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said of one database: nothing where it is sound. ``mended`` says what was done.

    ``held``: another program has it, and nothing is known of it.
    """

    name: str
    path: Path
    problems: tuple[str, ...]
    mended: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Drift:
    """An article of the library against the cache, in cells: up to date, outdated, not translated."""

    id: str
    title: str
    current: int
    outdated: int
    missing: int


@click.command()
@click.option(
    "--mend", is_flag=True, help="Put sound copies in the place of what is damaged, remove orphans."
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def check(ctx: click.Context, mend: bool, as_json: bool) -> None:
    """Check all databases, what is left over in them, and how articles and cache have drifted apart.

    Exit code 1 where something is damaged and was not mended.
    """
    home = places()
    findings = list(examined(home, mend=mend))
    lost = left_over(home, mend=mend) if sound(findings, home.translations) else Orphans(0, 0)
    drifts = (
        list(drifted(home)) if sound(findings, home.translations) and sound(findings, home.library) else []
    )
    bad = [finding for finding in findings if finding.problems and not finding.mended]
    if as_json:
        out_json(
            {
                "databases": [
                    {
                        "name": finding.name, "path": str(finding.path), "sound": not finding.problems,
                        "problems": list(finding.problems), "mended": finding.mended or None,
                    }
                    for finding in findings
                ],
                "orphans": {"translations": lost.translations, "engines": lost.engines, "removed": mend},
                "articles": [
                    {
                        "id": drift.id, "title": drift.title, "current": drift.current,
                        "outdated": drift.outdated, "missing": drift.missing,
                    }
                    for drift in drifts
                ],
            }
        )  # fmt: skip
    else:
        tell(findings, lost, drifts, mend=mend)
    if bad:
        ctx.exit(1)


def tell(findings: list[Finding], lost: Orphans, drifts: list[Drift], *, mend: bool) -> None:
    """The findings for people."""
    if not findings:
        out("There is nothing to check yet.")
    for finding in findings:
        said = "; ".join(finding.problems) or "sound"
        out(f"{finding.name:<13} {said}{f'; {finding.mended}' if finding.mended else ''}")
    if lost:
        done = "removed" if mend else "--mend removes them"
        out(
            f"left over     {plural(lost.translations, 'translation')} without an engine,"
            f" {plural(lost.engines, 'engine')} without a translation; {done}"
        )
    old = [drift for drift in drifts if drift.outdated]
    if old:
        out(
            f"articles      {len(old):,} of {len(drifts):,} have translations of an earlier version;"
            " they are made anew when next read"
        )
        for drift in old[:10]:
            cells = drift.current + drift.outdated + drift.missing
            out(f"  {drift.id}  {drift.outdated:,} of {cells:,}  {drift.title}")
    elif drifts:
        out(f"articles      {plural(len(drifts), 'article')}, none with outdated translations")
    if any(finding.problems and not (finding.mended or finding.held) for finding in findings):
        notice("Mend what is damaged with sanyu cache check --mend.")


def examined(home: Places, *, mend: bool) -> Iterator[Finding]:
    """Each database that is there, and what is wrong with it."""
    disposable = (
        ("translations", home.translations),
        ("recognitions", home.recognitions),
        ("search index", home.search),
    )
    for name, path in disposable:
        if path.exists():
            problems, held = looked_at(path)
            mended = ""
            if problems and mend and not held:
                for suffix in ("", "-wal", "-shm"):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
                mended = "removed; it is made anew when needed"
            yield Finding(name, path, problems, mended, held)
    for name, path in (("library", home.library), ("places", home.positions)):
        if path.exists():
            problems, held = looked_at(path)
            yield Finding(name, path, problems, held=held)
    yield from own_work(home, mend=mend)


def looked_at(path: Path) -> tuple[tuple[str, ...], bool]:
    """What is wrong with a database, and whether that is only that another program holds it."""
    try:
        return tuple(unsound(path)), False
    except HeldError:
        return ("held by another program; check again when that has finished",), True


def own_work(home: Places, *, mend: bool) -> Iterator[Finding]:
    """The databases of a person's work; a damaged one gives way to its copy and what it still shows."""
    memory = MemoryStore(home.memory, notice, home.backups)
    annotations = Annotations(home.annotations, notice, home.backups)
    try:
        for name, vault in (("memory", memory.vault), ("annotations", annotations.vault)):
            if not vault.exists:
                continue
            unread = vault.unread
            problems, mended = (unread,) if unread else tuple(vault.check()), ""
            if problems and mend and vault.mend():
                mended = "moved aside, the newest copy put in its place"
                if name == "memory" and (aside := vault.aside()):
                    mended += f", {plural(memory.rescue(aside[-1]), 'segment')} saved from it"
            yield Finding(name, vault.path, problems, mended)
    finally:
        memory.close()
        annotations.close()


def sound(findings: list[Finding], path: Path) -> bool:
    """Whether a database is there and whole."""
    return path.exists() and not any(finding.path == path and finding.problems for finding in findings)


def left_over(home: Places, *, mend: bool) -> Orphans:
    """Rows of the cache that belong to nothing."""
    translations = Translations(home.translations, notice)
    try:
        found = orphans(translations)
        if found and mend:
            remove_orphans(translations)
        return found
    except sqlite3.OperationalError as error:
        raise Failure(unchanged(home.translations, error)) from error
    finally:
        translations.close()


def drifted(home: Places) -> Iterator[Drift]:
    """The articles of the library, each with the state of its translations by the engines of today.

    A cell whose entities have another rendering since then counts as up to date here: that only the
    recogniser could tell.
    """
    from seeds.errors import SourceError
    from seeds.load import load_bytes
    from translate.segment import segments_of
    from translate.workshop import Workshop

    work = Workshop(user_glossary=home.glossary, models=home.models)
    engines = {Target(code): work.chosen(Target(code)) for code in settings().targets}
    shelf, translations = Shelf(home.library, notice), Translations(home.translations, notice)
    try:
        for entry in shelf.entries():
            source = shelf.source(entry.id)
            try:
                article = load_bytes(source or b"", entry.name)
            except SourceError:
                continue
            texts = [segment.text for segment in segments_of(article)]
            current = outdated = 0
            for target, engine in engines.items():
                known = translations.known(texts, target.value, engine.fingerprint)
                ever = translations.known(texts, target.value, None)
                current += sum(text in known for text in texts)
                outdated += sum(text in ever and text not in known for text in texts)
            missing = len(texts) * len(engines) - current - outdated
            yield Drift(entry.id, entry.title, current, outdated, missing)
    finally:
        shelf.close()
        translations.close()
