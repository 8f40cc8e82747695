"""``sanyu cache``: what is remembered of machine translations."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cache.annotations import Annotations
from cache.memory import MemoryStore
from cache.places import Places
from cache.translations import Translations
from reader.cli.console import Failure, Misuse, notice, out, out_json, places, plural


@click.group()
def cache() -> None:
    """Show and clear remembered machine translations. Your own work is never in the cache."""


@cache.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def stats(as_json: bool) -> None:
    """Say how much is remembered, and where."""
    home = places()
    number, size = count(home.translations), sum(file.stat().st_size for file in files_of(home))
    work = own_work(home)
    if as_json:
        figures = {"path": str(home.cache), "translations": number, "bytes": size}
        out_json({**figures, "own_work": {"path": str(home.data), **work}})
    else:
        out(f"{plural(number, 'translation')}, {size / 1e6:.1f} MB in {home.cache}")
        out(
            f"Your own work: {plural(work['edited'], 'segment')} edited, {work['reviewed']:,} reviewed,"
            f" {plural(work['bookmarks'], 'bookmark')}, {plural(work['notes'], 'note')} in {home.data}"
        )


@cache.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def clear(yes: bool) -> None:
    """Forget all machine translations; they are made anew when needed."""
    home = places()
    files = files_of(home)
    if not files:
        notice("The cache is empty.")
        return
    number = count(home.translations)
    if not yes:
        if not sys.stdin.isatty():
            raise Misuse("cache clear asks before it forgets; where nobody can answer, say --yes.")
        if not click.confirm(f"Forget {plural(number, 'machine translation')}?", err=True):
            notice("Nothing was forgotten.")
            return
    try:
        for file in files:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise Failure(f"{error.filename}: cannot be removed ({error.strerror}).") from error
    notice(f"{plural(number, 'machine translation')} forgotten.")


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
