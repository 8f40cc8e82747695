"""``sanyu glossary import`` and ``export``: glossaries from and for other programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.console import Failure, Misuse, notice, out_json, places, plural
from reader.cli.glossary import termbase
from reader.cli.glossary_changes import MOST_SHOWN, UNDO, change, failures, tell_faults
from reader.cli.sources import STDIN
from reader.export.files import OutputError, write_atomically
from reader.export.harmless import harmless
from seeds.decode import decode
from seeds.errors import SourceError
from seeds.load import bytes_of
from translate.shapes import simplified
from translate.terms.exchange.formats import CSV, QUICKTRANSLATOR, READABLE, TSV, WRITERS, format_of, read
from translate.terms.glossary_rows import TYPES, Fault
from translate.terms.own_glossary import Imported, OwnGlossary, take_in
from translate.terms.termbase import seed_entries
from translate.terms.termentry import TermEntry

MARK = "\ufeff"


@click.command("import")
@click.argument("source", metavar="FILE")
@click.option("--format", "form", type=click.Choice(READABLE), help="By default told from the name.")
@click.option("--type", "kind", type=click.Choice(TYPES), help="The type of entries that have none.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def import_command(
    ctx: click.Context, source: str, form: str | None, kind: str | None, as_json: bool
) -> None:
    """Take the entries of FILE (- for stdin) into your glossary.

    TSV and CSV have the columns zh, en, vi, type and perhaps status, note, source. QuickTranslator's
    files give Vietnamese alone: the English comes from the glossary or, for people and places, is
    guessed. Rows that are no entries are named with their line and left out; the others are taken.
    """
    form = form or format_of(source)
    if form is None:
        raise Misuse(f"{source}: the name does not tell the format; say --format {'|'.join(READABLE)}.")
    if form == QUICKTRANSLATOR and kind is None:
        raise Misuse("QuickTranslator's files do not say what their entries are: say it with --type.")
    text = text_of(source)
    seeds = {entry.zh: entry for entry in seed_entries()}
    with change(f"import {source}"[:200]) as glossary:
        known = {simplified(entry.zh): entry for entry in glossary} if form == QUICKTRANSLATOR else {}

        def known_entry(zh: str) -> TermEntry | None:
            key = simplified(zh)
            return known.get(key) or seeds.get(key)

        result = take_in(glossary, read(text, form, kind or "", known_entry), seeds)
    if as_json:
        out_json(report(result))
    else:
        say(result, source)
    if result.faulty:
        ctx.exit(1)


@click.command("export")
@click.argument("target", metavar="FILE")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), help="By default told from the name.")
@click.option("--all", "everything", is_flag=True, help="The entries that come with sanyu as well.")
def export_command(target: str, form: str | None, everything: bool) -> None:
    """Write your glossary into FILE (- for stdout)."""
    form = form or (TSV if target == STDIN else format_of(target))
    if form is None or form not in WRITERS:
        raise Misuse(f"{target}: the name does not tell the format; say --format {'|'.join(WRITERS)}.")
    if everything:
        entries = list(termbase())
    else:
        with failures():
            own = OwnGlossary(places()).read()
        entries = list(own)
        tell_faults(own)
    lines = WRITERS[form](entries)
    if target == STDIN:
        # Line by line as it is, for other programs; only a terminal must be shielded from it.
        shielded = harmless if sys.stdout.isatty() else str
        for line in lines:
            click.echo(shielded(line), nl=False)
        return
    # Spreadsheets take a CSV file for one in the encoding of the country unless it begins with this mark.
    text = (MARK if form == CSV else "") + "".join(lines)
    try:
        write_atomically(Path(target), text)
    except OutputError as error:
        raise Failure(str(error).replace("another place with -o", "another place")) from error
    notice(f"{plural(len(entries), 'entry', 'entries')} written: {target}")


def text_of(source: str) -> str:
    """The text of a file or of stdin, in whatever encoding it is; Failure where there is none."""
    try:
        if source == STDIN:
            return decode(sys.stdin.buffer.read(), name="stdin").text
        return decode(bytes_of(Path(source)), name=source).text
    except SourceError as error:
        raise Failure(str(error)) from error


def report(result: Imported) -> dict[str, object]:
    """What came of an import, for scripts."""
    return {
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.same,
        "left_out": result.faulty,
        "remarked": result.remarked,
        "faults": [{"line": fault.line, "reason": fault.reason} for fault in result.faults],
        "remarks": [{"line": remark.line, "remark": remark.reason} for remark in result.remarks],
    }


def say(result: Imported, source: str) -> None:
    """What came of an import, for people."""
    show(source, result.remarks, result.remarked)
    show(source, result.faults, result.faulty)
    done = f"{result.added:,} added, {result.changed:,} changed, {result.same:,} the same"
    left = f"; {plural(result.faulty, 'row')} left out: mend them and import again" if result.faulty else ""
    undo = f" {UNDO}" if result.added or result.changed else ""
    notice(f"{done}{left}.{undo}")


def show(source: str, rows: Sequence[Fault], number: int) -> None:
    """The first rows that were noted."""
    for row in rows[:MOST_SHOWN]:
        notice(f"{source}:{row.line}: {row.reason}")
    if number > MOST_SHOWN:
        notice(f"{source}: … and {number - MOST_SHOWN:,} more; --json lists up to {len(rows):,}.")
