"""``sanyu glossary add``, ``remove`` and ``undo``: the user's own entries."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace

import click

from cache.versions import VersionError
from reader.cli.console import Failure, Misuse, notice, out_json, places
from reader.cli.glossary import record
from translate.shapes import simplified
from translate.terms.glossary_file import GlossaryFile, GlossaryFileError, Put
from translate.terms.glossary_rows import TYPES, RowError, entry_from
from translate.terms.own_glossary import OwnGlossary, put
from translate.terms.termbase import seed_entries
from translate.terms.termentry import USER, TermEntry

# More of the same on a screen helps nobody.
MOST_SHOWN = 20
UNDO = "sanyu glossary undo takes it back."


@click.command("add")
@click.argument("zh", metavar="ZH")
@click.option("--en", multiple=True, metavar="TEXT", help="English; several: repeat, or separate by |.")
@click.option("--vi", multiple=True, metavar="TEXT", help="Vietnamese; likewise.")
@click.option("--type", "kind", type=click.Choice(TYPES), help="What it is.")
@click.option("--note", metavar="TEXT", help="Who or what it is, for the card.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def add_command(
    zh: str, en: tuple[str, ...], vi: tuple[str, ...], kind: str | None, note: str | None, as_json: bool
) -> None:
    """Add an entry of your own, or change one: yours win over those that come with sanyu.

    For a ZH that the glossary has already, what you leave out stays as it is.
    """
    with change(f"add {zh}") as glossary:
        before = glossary.get(zh)
        known = before or seed(zh)
        entry = made(zh, en, vi, kind, note, known)
        outcome = put(glossary, entry)
    if as_json:
        out_json(record(entry) | {"outcome": outcome.value, "before": record(known) if known else None})
    elif outcome is Put.SAME:
        notice(f"{entry.zh} is so already.")
    else:
        overridden = known is not None and before is None
        notice(f"{entry.zh} is {outcome}{'; it overrides the seed glossary' if overridden else ''}. {UNDO}")


@click.command("remove")
@click.argument("zh", metavar="ZH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print what was removed as JSON.")
def remove_command(zh: tuple[str, ...], as_json: bool) -> None:
    """Take entries of your own out of the glossary."""
    missing: list[str] = []
    removed: list[TermEntry] = []
    with change(f"remove {' '.join(zh)}"[:200]) as glossary:
        for form in zh:
            entry = glossary.get(form)
            if entry is None or not glossary.remove(form):
                missing.append(form)
            else:
                removed.append(entry)
    if as_json:
        out_json([record(entry) for entry in removed])
    elif removed:
        notice(f"{', '.join(entry.zh for entry in removed)}: out of your glossary. {UNDO}")
    for form in missing[:-1]:
        notice(why_missing(form))
    if missing:
        raise Failure(why_missing(missing[-1]))


@click.command("undo")
@click.option("--force", is_flag=True, help="Even if the file was edited by hand since; the edit is lost.")
@click.option("--json", "as_json", is_flag=True, help="Print what was taken back as JSON.")
def undo_command(force: bool, as_json: bool) -> None:
    """Take back the last change of your glossary; again, the one before it."""
    with failures():
        undone = OwnGlossary(places()).undo(force=force)
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(undone.when))
    if as_json:
        out_json({"undone": undone.about, "when": when})
    else:
        notice(f"Taken back: {undone.about} ({when}).")


def made(
    zh: str, en: tuple[str, ...], vi: tuple[str, ...], kind: str | None, note: str | None,
    known: TermEntry | None,
) -> TermEntry:  # fmt: skip
    """The entry that the options describe, with the rest from the known one; Misuse where it is none."""
    given = {"--en": en or known, "--vi": vi or known, "--type": kind or known}
    lacking = [option for option, value in given.items() if not value]
    if not zh.strip():
        raise Misuse("ZH is empty: name the Chinese of the entry.")
    if lacking:
        raise Misuse(f"{zh} is not in the glossary yet: give {' and '.join(lacking)} too.")
    cells = {
        "zh": zh,
        "en": " | ".join(en or (known.en if known else ())),
        "vi": " | ".join(vi or (known.vi if known else ())),
        "type": kind or (known.type.value if known else ""),
        "note": note if note is not None else known.note if known else "",
    }
    try:
        entry = entry_from(cells)
    except RowError as error:
        raise Misuse(f"{zh}: {error}.") from error
    return replace(entry, source=known.source if known and known.status == USER else "")


def seed(zh: str) -> TermEntry | None:
    """The seed glossary's entry of a Chinese form."""
    wanted = {zh, simplified(zh)}
    return next((entry for entry in reversed(list(seed_entries())) if entry.zh in wanted), None)


def why_missing(zh: str) -> str:
    """Why an entry cannot be removed, and what can be done."""
    if seed(zh) is not None:
        return (
            f"{zh} belongs to the seed glossary and stays;"
            f" sanyu glossary add {zh} --en … --vi … overrides it."
        )
    return f"{zh} is not in your glossary; sanyu glossary export - shows what is."


@contextlib.contextmanager
def failures() -> Iterator[None]:
    """Turns what can go wrong with the glossary file into messages for people."""
    try:
        yield
    except (VersionError, GlossaryFileError) as error:
        raise Failure(str(error)) from error


@contextlib.contextmanager
def change(about: str) -> Iterator[GlossaryFile]:
    """The user's glossary, to be changed."""
    with failures(), OwnGlossary(places()).changing(about) as glossary:
        yield glossary
    tell_faults(glossary)


def tell_faults(glossary: GlossaryFile) -> None:
    """Names the lines of the user's file that are no entries: nothing works until they are mended."""
    for fault in glossary.faults[:MOST_SHOWN]:
        notice(f"{places().glossary}, line {fault.line}: {fault.reason}. Mend the line or remove it.")
