"""``sanyu cache export`` and ``import``: the cache and a person's own work as one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from cache.exchange import (
    BATCH,
    ExchangeError,
    Kept,
    header,
    read_lines,
    take_in,
    translation_lines,
    unit_line,
)
from cache.memory import MemoryStore
from cache.translations import Translations
from cache.unit import Unit
from cache.vault import NotKeptError
from reader.cli.cache_files import usable
from reader.cli.console import Failure, notice, out_json, places, plural, unchanged
from reader.export.files import OutputError, write_pieces
from translate.memory.memory import Taken, TranslationMemory


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--only-edits", is_flag=True, help="Only what you wrote or approved yourself.")
@click.option("--json", "as_json", is_flag=True, help="Print how much was written as JSON.")
def export(file: Path, only_edits: bool, as_json: bool) -> None:
    """Write remembered translations and your own edits to FILE, as JSON Lines."""
    home = places()
    translations = None
    if home.translations.exists() and not only_edits:
        translations = usable(Translations, home.translations)
    memory = MemoryStore(home.memory, notice, home.backups)
    counts = [0, 0]

    def lines() -> Iterator[str]:
        yield header()
        for line in translation_lines(translations) if translations is not None else ():
            counts[0] += 1
            yield line
        for unit in memory.units():
            counts[1] += 1
            yield unit_line(unit)

    try:
        if memory.vault.unread:
            raise Failure(f"Nothing was written: {memory.vault.unread}")
        write_pieces(file, (f"{line}\n" for line in lines()))
    except OutputError as error:
        raise Failure(str(error)) from error
    finally:
        memory.close()
        if translations is not None:
            translations.close()
    if as_json:
        out_json({"file": str(file), "translations": counts[0], "edits": counts[1]})
    else:
        amount = f"{plural(counts[0], 'translation')} and {plural(counts[1], 'segment')} of your own"
        notice(f"{amount} written to {file}.")


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print how much was taken in as JSON.")
def import_(file: Path, as_json: bool) -> None:
    """Take in what sanyu cache export wrote, beside what is there.

    What is remembered stays as it is. Where you wrote something else here, that stays, and the
    segments are named.
    """
    home = places()
    try:
        # A file that is damaged further on is refused as a whole.
        with file.open(encoding="utf-8") as opened:
            for _ in read_lines(opened):
                pass
        translations = usable(Translations, home.translations)
        memory = TranslationMemory(home.memory, notice, home.backups)
        try:
            added = known = 0
            with file.open(encoding="utf-8") as opened:
                drafts = (item for item in read_lines(opened) if isinstance(item, Kept))
                while some := list(islice(drafts, BATCH)):
                    fresh = take_in(translations, some)
                    added, known = added + fresh, known + len(some) - fresh
            with file.open(encoding="utf-8") as opened:
                units = [item for item in read_lines(opened) if isinstance(item, Unit)]
            taken = memory.take(units) if units else Taken(0, 0, 0, ())
        finally:
            translations.close()
            memory.close()
    except OSError as error:
        raise Failure(f"{file}: cannot be read ({error.strerror or error}).") from error
    except UnicodeDecodeError as error:
        raise Failure(f"{file}: this is not a file that sanyu cache export wrote.") from error
    except ExchangeError as error:
        raise Failure(f"{file}: {error}; nothing was taken in.") from error
    except NotKeptError as error:
        raise Failure(str(error)) from error
    except sqlite3.OperationalError as error:
        raise Failure(unchanged(home.translations, error)) from error
    if as_json:
        out_json(
            {
                "translations": added, "known": known, "edits": taken.added + taken.replaced,
                "edits_known": taken.unchanged,
                "kept": [{"zh": unit.source, "target": unit.target} for unit in taken.kept],
            }
        )  # fmt: skip
        return
    own = taken.added + taken.replaced
    notice(
        f"{plural(added, 'translation')} and {plural(own, 'segment')} of your own taken in;"
        f" {known + taken.unchanged:,} were there."
    )
    for unit in taken.kept:
        notice(f"You have another {unit.target} text for “{unit.source}”; yours stays.")


def written_units(memory: MemoryStore, path: Path) -> int:
    """Writes a person's units to a file that ``import`` reads; how many. Raises OSError."""
    number = 0

    def lines() -> Iterator[str]:
        nonlocal number
        yield header()
        for unit in memory.units():
            number += 1
            yield unit_line(unit)

    try:
        write_pieces(path, (f"{line}\n" for line in lines()))
    except OutputError as error:
        raise NotKeptError(f"Nothing of your own was forgotten: {error}") from error
    return number
