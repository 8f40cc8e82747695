"""``sanyu cache``: what is remembered of machine translations."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from cache.annotations import Annotations
from cache.memory import MemoryStore
from cache.places import Places
from cache.recognitions import Recognitions
from cache.translations import Translations
from cache.upkeep import Amount, amounts, forget, forget_units, hit_rate, segments, shrink
from cache.vault import NotKeptError
from reader.cli.cache_check import check
from reader.cli.cache_exchange import export, import_, written_units
from reader.cli.console import Failure, Misuse, notice, out, out_json, places, plural
from reader.cli.options import settings
from translate.row import Target
from translate.workshop import CHOICES

MEGABYTE = 1_000_000
# The longest bar, in characters.
BAR = 30
ENGINES = CHOICES[1:]


@click.group()
def cache() -> None:
    """Look after remembered machine translations. Your own work is never in the cache."""


cache.add_command(check)
cache.add_command(export)
cache.add_command(import_)


@cache.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def stats(as_json: bool) -> None:
    """Say how much is remembered, by engine and language, and how often it helps."""
    home = places()
    size = sum(file.stat().st_size for file in files_of(home))
    with opened(home) as found:
        parts = amounts(found[0]) if found else []
        texts = segments(found[0]) if found else 0
        rate = hit_rate(found[0]) if found else None
    number = sum(part.translations for part in parts)
    work = own_work(home)
    if as_json:
        out_json(
            {
                "path": str(home.cache),
                "translations": number,
                "segments": texts,
                "bytes": size,
                "limit_bytes": settings().cache_limit_mb * MEGABYTE or None,
                "hit_rate": None if rate is None else round(rate, 4),
                "engines": [
                    {
                        "engine": part.engine, "language": part.target, "translations": part.translations,
                        "bytes": part.bytes,
                    }
                    for part in parts
                ],
                "own_work": {"path": str(home.data), **work},
            }
        )  # fmt: skip
        return
    out(
        f"{plural(number, 'translation')} of {plural(texts, 'segment')}, {size / MEGABYTE:.1f} MB"
        f" in {home.cache}"
    )
    for line in chart(parts):
        out(line)
    if rate is not None:
        out(f"Found when looked for: {rate:.0%}")
    out(
        f"Your own work: {plural(work['edited'], 'segment')} edited, {work['reviewed']:,} reviewed,"
        f" {plural(work['bookmarks'], 'bookmark')}, {plural(work['notes'], 'note')} in {home.data}"
    )


def chart(parts: list[Amount]) -> Iterator[str]:
    """A bar for each engine and language; its length is the number of translations."""
    if not parts:
        return
    names = [f"{part.engine} {part.target}" for part in parts]
    width = max(map(len, names))
    figures = [f"{part.translations:,}" for part in parts]
    digits = max(map(len, figures))
    most = max(part.translations for part in parts)
    for name, figure, part in zip(names, figures, parts, strict=True):
        eighths = max(1, round(BAR * 8 * part.translations / most))
        bar = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
        yield f"  {name:<{width}}  {figure:>{digits}}  {bar}"


@cache.command()
@click.option("--engine", type=click.Choice(ENGINES), help="Only what this engine made.")
@click.option("--to", "target", type=click.Choice([t.value for t in Target]), help="Only this language.")
@click.option(
    "--older-than", "days", type=click.IntRange(min=0), metavar="DAYS", help="Only what was made before that."
)
@click.option(
    "--including-edits", is_flag=True, help="Your own edits and approvals too (a copy of them is kept)."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print what was forgotten as JSON.")
def clear(
    engine: str | None, target: str | None, days: int | None, including_edits: bool, yes: bool, as_json: bool
) -> None:
    """Forget machine translations, all or some; they are made anew when needed.

    What you wrote or approved yourself stays, unless you say --including-edits.
    """
    if including_edits and engine is not None:
        raise Misuse("your edits belong to no engine; leave out --engine or --including-edits.")
    home = places()
    everything = engine is None and target is None and days is None
    files = files_of(home)
    number = count(home.translations)
    work = own_work(home)
    edits = work["edited"] + work["reviewed"] if including_edits else 0
    if not files and not edits:
        say(as_json, "The cache is empty.", {"translations": 0, "edits": 0})
        return
    if not yes:
        asked = f"Forget {plural(number, 'machine translation') if everything else 'these translations'}"
        if edits:
            asked += f" AND what you made yourself: up to {plural(edits, 'segment')}"
        if not sys.stdin.isatty():
            raise Misuse("cache clear asks before it forgets; where nobody can answer, say --yes.")
        if not click.confirm(f"{asked}?", err=True):
            notice("Nothing was forgotten.")
            return
    copy = None
    try:
        units = 0
        if edits:
            units, copy = clear_edits(home, target, days)
        if everything:
            for file in files:
                file.unlink(missing_ok=True)
        else:
            with opened(home) as found:
                number = forget(found[0], engine=engine, target=target, days=days) if found else 0
    except OSError as error:
        raise Failure(f"{error.filename}: cannot be removed ({error.strerror}).") from error
    except NotKeptError as error:
        raise Failure(str(error)) from error
    except sqlite3.OperationalError as error:
        raise Failure(f"{home.translations}: cannot be changed ({error}); try again later.") from error
    sentence = f"{plural(number, 'machine translation')} forgotten."
    if copy is not None:
        sentence += (
            f" {plural(units, 'segment')} of your own forgotten; sanyu cache import {copy} brings them back."
        )
    say(
        as_json,
        sentence,
        {"translations": number, "edits": units, "copy": None if copy is None else str(copy)},
    )


def clear_edits(home: Places, target: str | None, days: int | None) -> tuple[int, Path | None]:
    """Deletes a person's units, after they were written to a file; how many, and the file."""
    memory = MemoryStore(home.memory, notice, home.backups)
    try:
        copy = home.backups / f"cleared-{time.strftime('%Y%m%d-%H%M%S')}.jsonl"
        written_units(memory, copy)
        return forget_units(memory, target=target, days=days), copy
    finally:
        memory.close()


@cache.command()
@click.option(
    "--limit", type=click.FloatRange(min=0, min_open=True), metavar="MB",
    help="Megabytes that may stay; else as in the settings (cache_limit_mb).",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def gc(limit: float | None, as_json: bool) -> None:
    """Bring the cache below a size: what old versions made goes first, then the oldest."""
    home = places()
    chosen = limit if limit is not None else settings().cache_limit_mb
    if not chosen:
        say(as_json, "No limit is set; name one with --limit, or set cache_limit_mb.", {"translations": 0})
        return
    with opened(home) as found:
        if not found:
            say(as_json, "The cache is empty.", {"translations": 0})
            return
        try:
            done = shrink(*found, int(chosen * MEGABYTE))
        except sqlite3.OperationalError as error:
            raise Failure(f"{home.cache}: cannot be changed ({error}); try again later.") from error
    figures = {
        "translations": done.translations,
        "stretches": done.recognitions,
        "bytes_before": done.before,
        "bytes": done.after,
        "limit_bytes": int(chosen * MEGABYTE),
    }
    said = f"{done.after / MEGABYTE:.1f} MB of {chosen:g} MB in use"
    if done.translations or done.recognitions:
        said += (
            f"; {plural(done.translations, 'translation')} forgotten ({done.before / MEGABYTE:.1f} MB before)"
        )
    say(as_json, f"{said}.", figures)


def say(as_json: bool, sentence: str, figures: Mapping[str, object]) -> None:
    """What was done, for people or for scripts."""
    if as_json:
        out_json(figures)
    else:
        notice(sentence)


@contextlib.contextmanager
def opened(home: Places) -> Iterator[tuple[Translations, Recognitions] | None]:
    """The two databases, None where there is no cache: asking makes none."""
    if not home.translations.exists():
        yield None
        return
    translations, recognitions = (
        Translations(home.translations, notice),
        Recognitions(home.recognitions, notice),
    )
    try:
        yield translations, recognitions
    finally:
        translations.close()
        recognitions.close()


def count(path: Path) -> int:
    """How many translations are remembered in a file, which need not exist."""
    if not path.exists():
        return 0
    translations = Translations(path, notice)
    try:
        return translations.count()
    finally:
        translations.close()


def own_work(home: Places) -> dict[str, int]:
    """How much a person wrote, approved and marked; nothing is made by asking."""
    memory = MemoryStore(home.memory, notice, home.backups)
    annotations = Annotations(home.annotations, notice, home.backups)
    try:
        counts, marks = memory.counts(), annotations.all()
    finally:
        memory.close()
        annotations.close()
    return {
        "edited": counts.edited,
        "reviewed": counts.reviewed,
        "versions": counts.versions,
        "bookmarks": sum(mark.bookmarked for mark in marks),
        "notes": sum(bool(mark.note) for mark in marks),
    }


def files_of(home: Places) -> list[Path]:
    """The databases with the files SQLite keeps beside them, and damaged ones that were moved aside."""
    if not home.cache.is_dir():
        return []
    return sorted(
        file
        for path in (home.translations, home.recognitions, home.termbase, home.search)
        for file in home.cache.glob(f"{path.name}*")
    )
