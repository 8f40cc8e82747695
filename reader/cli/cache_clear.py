"""``sanyu cache clear``: what is remembered of machine translations, forgotten."""

from __future__ import annotations

import sqlite3
import sys
import time
from pathlib import Path

import click

from cache.memory import MemoryStore
from cache.places import Places
from cache.upkeep import empty, forget, forget_units, in_use
from cache.vault import NotKeptError
from reader.cli.cache_exchange import written_units
from reader.cli.cache_files import files_of, opened, own_work
from reader.cli.console import Failure, Misuse, notice, places, plural, say, unchanged
from translate.row import Target
from translate.workshop import CHOICES

ENGINES = CHOICES[1:]


@click.command()
@click.option("--engine", type=click.Choice(ENGINES), help="Only what this engine made.")
@click.option("--to", "target", type=click.Choice([t.value for t in Target]), help="Only this language.")
@click.option(
    "--older-than",
    "days",
    type=click.IntRange(0, 100_000),
    metavar="DAYS",
    help="Only what was made before that.",
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
    number = count(home, everything=everything)
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
    try:
        # What can be made anew goes first: where that fails, nothing of one's own is gone.
        if everything:
            clear_all(home)
        else:
            with opened(home) as found:
                number = forget(found[0], engine=engine, target=target, days=days) if found else 0
        units, copy = clear_edits(home, target, days) if edits else (0, None)
    except OSError as error:
        raise Failure(f"{error.filename}: cannot be removed ({error.strerror}).") from error
    except NotKeptError as error:
        raise Failure(str(error)) from error
    except sqlite3.OperationalError as error:
        raise Failure(unchanged(home.translations, error)) from error
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


def count(home: Places, *, everything: bool) -> int:
    """How many translations are remembered. Raises Failure where what is asked cannot be done."""
    try:
        with opened(home) as found:
            return found[0].count() if found else 0
    except Failure:
        # Files that nobody can read, or of a newer sanyu, are removed without being counted.
        if not everything or in_use(home.translations) or in_use(home.recognitions):
            raise
        return 0


def clear_all(home: Places) -> None:
    """Removes the files of the cache; those that another process works with are emptied instead.

    Raises OSError, sqlite3.OperationalError.
    """
    kept: list[Path] = []
    if in_use(home.translations) or in_use(home.recognitions):
        with opened(home) as found:
            if found:
                empty(*found)
        kept += [home.translations, home.recognitions]
    if in_use(home.search):
        kept.append(home.search)
    beside = {path.with_name(path.name + suffix) for path in kept for suffix in ("", "-wal", "-shm")}
    for file in files_of(home):
        if file not in beside:
            file.unlink(missing_ok=True)


def clear_edits(home: Places, target: str | None, days: int | None) -> tuple[int, Path | None]:
    """Deletes a person's units, after they were written to a file; how many, and the file."""
    memory = MemoryStore(home.memory, notice, home.backups)
    try:
        copy = home.backups / f"cleared-{time.strftime('%Y%m%d-%H%M%S')}.jsonl"
        written_units(memory, copy)
        return forget_units(memory, target=target, days=days), copy
    finally:
        memory.close()
