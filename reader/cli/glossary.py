"""``sanyu glossary``: the termbase looked up and listed.

Nothing here loads word segmentation or script conversion unless the query calls for it: a look-up
is over before one notices. The commands that change the glossary or read articles load when called.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click

from reader.cli.console import Failure, bold, dim, notice, out, out_json, places, plural
from translate.script import HAN_IN_TEXT
from translate.terms.glossary_rows import TYPES
from translate.terms.termbase import Termbase, TermbaseError, load_termbase
from translate.terms.termentry import TermEntry

ELSEWHERE = {
    "add": "reader.cli.glossary_changes",
    "remove": "reader.cli.glossary_changes",
    "undo": "reader.cli.glossary_changes",
    "import": "reader.cli.glossary_exchange",
    "export": "reader.cli.glossary_exchange",
    "check": "reader.cli.glossary_check",
}


class GlossaryGroup(click.Group):
    """The group, with the commands of other modules imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help."""
        return [*self.commands, *(name for name in ELSEWHERE if name not in self.commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in ELSEWHERE:
            command = getattr(importlib.import_module(ELSEWHERE[cmd_name]), f"{cmd_name}_command")
            assert isinstance(command, click.Command)
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=GlossaryGroup)
def glossary() -> None:
    """Look up the names and terms that sanyu knows, and keep your own."""


@glossary.command()
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON.")
def lookup(query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Look up QUERY in Chinese, English or Vietnamese.

    Capitals and diacritics do not matter, and a part is enough: bui thanh finds Bùi Thanh Sơn.
    Chinese may be spelled in pinyin or Hán-Việt: waijiaobu, ngoai giao bo. Several words are looked up
    as one phrase, or each for itself where the phrase is not known; where nothing is, the closest
    entries are shown.
    """
    known = termbase()
    phrase = " ".join(query)
    found = known.lookup(phrase, limit + 1)
    missing: list[str] = []
    likeness: dict[TermEntry, int] = {}
    if not found and (len(query) == 1 or not HAN_IN_TEXT.search(phrase)):
        # Before its words are looked up one by one: a misspelled name has parts that others bear too.
        from translate.terms.closest import closest

        likeness = dict(closest(known, phrase, limit))
        found = list(likeness)
    if not found:
        each = {word: known.lookup(word, limit) for word in dict.fromkeys(query)}
        missing = [word for word, matches in each.items() if not matches]
        found = list(dict.fromkeys(entry for matches in each.values() for entry in matches))
        limit = max(len(found), 1)
    if likeness:
        notice(f"The glossary has nothing for “{phrase}”; this comes closest.")
    if as_json:
        out_json([record(entry) | similarity(likeness.get(entry)) for entry in found[:limit]])
    else:
        for number, entry in enumerate(found[:limit]):
            if number:
                out()
            card(entry)
        if len(found) > limit:
            notice(f"There is more; --limit {limit * 3} shows it.")
    if missing:
        names = ", ".join(f"“{word}”" for word in missing)
        raise Failure(f"The glossary has nothing for {names}. Try a shorter part of it, or another language.")


@glossary.command("list")
@click.option("--type", "kind", type=click.Choice(TYPES), help="Only entries of this type.")
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON.")
def list_entries(kind: str | None, as_json: bool) -> None:
    """List all entries, one a line: Chinese, English, Vietnamese and type, with tabs between them."""
    chosen = [entry for entry in termbase() if kind is None or entry.type == kind]
    if as_json:
        out_json([record(entry) for entry in chosen])
        return
    for entry in chosen:
        out("\t".join((entry.zh, entry.en[0], entry.vi[0], entry.type.value)))
    notice(f"{plural(len(chosen), 'entry', 'entries')}.")


def termbase() -> Termbase:
    """The seed glossary with the user's own entries over it."""
    try:
        return load_termbase(places().glossary, places().termbase)
    except TermbaseError as error:
        raise Failure(str(error)) from error


def similarity(likeness: int | None) -> dict[str, object]:
    """What the record of an entry says besides, where it was found by likeness alone."""
    return {} if likeness is None else {"similarity": likeness}


def card(entry: TermEntry) -> None:
    """One entry, for people."""
    out(bold(entry.zh), dim(f"  {entry.type}"))
    source = f"{entry.source or 'not given'} ({'your glossary' if entry.status == 'user' else entry.status})"
    lines: Sequence[tuple[str, str]] = (
        ("en", " | ".join(entry.en)),
        ("vi", " | ".join(entry.vi)),
        ("note", entry.note),
        ("source", source),
    )
    for label, text in lines:
        if text:
            out(dim(f"  {label:<8}"), text)


def record(entry: TermEntry) -> dict[str, object]:
    """One entry, for scripts."""
    return {
        "zh": entry.zh,
        "en": list(entry.en),
        "vi": list(entry.vi),
        "type": entry.type.value,
        "status": entry.status,
        "note": entry.note,
        "source": entry.source,
    }
