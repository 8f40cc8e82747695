"""``sanyu cache``: what is remembered of machine translations."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cache.translations import Translations
from reader.cli.console import Failure, Misuse, notice, out, out_json, places, plural


@click.group()
def cache() -> None:
    """Show and clear remembered machine translations. Your own work is never in the cache."""


@cache.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def stats(as_json: bool) -> None:
    """Say how much is remembered, and where."""
    path = places().translations
    number, size = count(path), sum(file.stat().st_size for file in files_of(path))
    if as_json:
        out_json({"path": str(path), "translations": number, "bytes": size})
    else:
        out(f"{plural(number, 'translation')}, {size / 1e6:.1f} MB in {path}")


@cache.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def clear(yes: bool) -> None:
    """Forget all machine translations; they are made anew when needed."""
    path = places().translations
    files = files_of(path)
    if not files:
        notice("The cache is empty.")
        return
    number = count(path)
    if not yes:
        if not sys.stdin.isatty():
            raise Misuse("cache clear asks before it forgets; where nobody can answer, say --yes.")
        if not click.confirm(f"Forget {plural(number, 'machine translation')}?", err=True):
            notice("Nothing was forgotten.")
            return
    try:
        # The log goes last: should we stop half-way, SQLite finds either all or nothing.
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


def files_of(path: Path) -> list[Path]:
    """The database with the files SQLite keeps beside it, and damaged ones that were moved aside."""
    return sorted(path.parent.glob(f"{path.name}*")) if path.parent.is_dir() else []
