"""``sanyu cache export`` and ``import``: the cache and a person's own work as one file."""

from __future__ import annotations

import contextlib
import io
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

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
from reader.cli.console import Failure, Misuse, notice, out_json, places, plural, unchanged
from reader.cli.sources import STDIN
from reader.export.files import OutputError, write_pieces
from reader.export.harmless import harmless
from translate.memory.memory import Taken, TranslationMemory

# Bytes of a file's first line.
LONGEST_HEADER = 1_000


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--only-edits", is_flag=True, help="Only what you wrote or approved yourself.")
@click.option("--json", "as_json", is_flag=True, help="Print how much was written as JSON.")
def export(file: Path, only_edits: bool, as_json: bool) -> None:
    """Write remembered translations and your own edits to FILE (- for stdout), as JSON Lines."""
    if as_json and str(file) == STDIN:
        raise Misuse("-, stdout, holds the lines themselves; leave out --json or name a file.")
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
        if str(file) == STDIN:
            # For other programs as it is; only a terminal must be shielded from it.
            shielded = harmless if sys.stdout.isatty() else str
            for line in lines():
                click.echo(shielded(line))
        else:
            write_pieces(file, (f"{line}\n" for line in lines()))
    except OutputError as error:
        raise Failure(str(error).replace("another place with -o", "another place")) from error
    finally:
        memory.close()
        if translations is not None:
            translations.close()
    if as_json:
        out_json({"file": str(file), "translations": counts[0], "edits": counts[1]})
    else:
        amount = f"{plural(counts[0], 'translation')} and {plural(counts[1], 'segment')} of your own"
        notice(f"{amount} written to {'stdout' if str(file) == STDIN else file}.")


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print how much was taken in as JSON.")
def import_(file: Path, as_json: bool) -> None:
    """Take in what sanyu cache export wrote (- for stdin), beside what is there.

    What is remembered stays as it is. Where you wrote something else here, that stays, and the
    segments are named.
    """
    home, stack = places(), contextlib.ExitStack()
    try:
        # A file that is damaged further on is refused as a whole.
        opened = stack.enter_context(readable(file))
        for _ in read_lines(opened):
            pass
        translations = usable(Translations, home.translations)
        memory = TranslationMemory(home.memory, notice, home.backups)
        try:
            added = known = 0
            opened.seek(0)
            drafts = (item for item in read_lines(opened) if isinstance(item, Kept))
            while some := list(islice(drafts, BATCH)):
                fresh = take_in(translations, some)
                added, known = added + fresh, known + len(some) - fresh
            opened.seek(0)
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
    finally:
        stack.close()
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


@contextlib.contextmanager
def readable(file: Path) -> Iterator[IO[str]]:
    """A file that is read several times; what comes through a pipe is kept in one meanwhile.

    Raises OSError, UnicodeDecodeError, ExchangeError.
    """
    with contextlib.ExitStack() as stack:
        if str(file) == STDIN:
            source: IO[bytes] = sys.stdin.buffer
        else:
            source = stack.enter_context(file.open("rb"))
        first = source.readline(LONGEST_HEADER)
        # What never ends is not read to its end.
        for _ in read_lines([first.decode("utf-8")]):
            pass
        kept = stack.enter_context(tempfile.TemporaryFile(prefix="sanyu-"))
        kept.write(first)
        shutil.copyfileobj(source, kept)
        kept.seek(0)
        yield io.TextIOWrapper(kept, encoding="utf-8")


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
