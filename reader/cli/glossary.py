"""``sanyu glossary``: the termbase looked up and listed.

Nothing here loads word segmentation or script conversion unless the query calls for it: a look-up
is over before one notices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reader.cli.console import Failure, bold, dim, notice, out, out_json, places, plural
from translate.row import EntityType
from translate.script import HAN_IN_TEXT, simplify
from translate.termbase import NO_MATCH, TermbaseError, TermEntry, fold, rank, seed_entries, user_entries

TYPES = [kind.value for kind in EntityType if kind not in (EntityType.NUMBER, EntityType.DATE)]


@click.group()
def glossary() -> None:
    """Look up and list the names and terms that sanyu knows, in all three languages."""


@glossary.command()
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON.")
def lookup(query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Look up QUERY in Chinese, English or Vietnamese.

    Capitals and diacritics do not matter, and a part is enough: bui thanh finds Bùi Thanh Sơn.
    Several words are looked up as one phrase, or each for itself where the phrase is not known.
    """
    entries = load(places().glossary)
    phrase = " ".join(query)
    found = search(entries, phrase, limit + 1)
    missing = [] if found else [phrase]
    if not found and len(query) > 1:
        each = {word: search(entries, word, limit) for word in dict.fromkeys(query)}
        missing = [word for word, matches in each.items() if not matches]
        found = list(dict.fromkeys(entry for matches in each.values() for entry in matches))
        limit = len(found)
    if as_json:
        out_json([record(entry) for entry in found[:limit]])
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
    chosen = [entry for entry in load(places().glossary).values() if kind is None or entry.type == kind]
    if as_json:
        out_json([record(entry) for entry in chosen])
        return
    for entry in chosen:
        out("\t".join((entry.zh, entry.en[0], entry.vi[0], entry.type.value)))
    notice(f"{plural(len(chosen), 'entry', 'entries')}.")


def load(user_glossary: Path) -> dict[str, TermEntry]:
    """All entries by their Simplified form, the user's own in the place of those they override."""
    entries = {entry.zh: entry for entry in seed_entries()}
    try:
        for entry in user_entries(user_glossary):
            entries[entry.zh if entry.zh in entries else simplify(entry.zh)] = entry
    except TermbaseError as error:
        raise Failure(str(error)) from error
    return entries


def search(entries: Mapping[str, TermEntry], query: str, limit: int) -> list[TermEntry]:
    """The entries that match, the best first: whole, beginning, beginning of a word, anywhere.

    Among equals the user's own go first, then the shorter Chinese forms.
    """
    wanted = fold(simplify(query) if HAN_IN_TEXT.search(query) else query)
    if not wanted:
        return []
    found = []
    for number, (zh, entry) in enumerate(entries.items()):
        place = rank(wanted, [fold(form) for form in (zh, *entry.en, *entry.vi)])
        if place < NO_MATCH:
            found.append((place, entry.status != "user", len(zh), number, entry))
    return [entry for *_, entry in sorted(found, key=lambda match: match[:4])[:limit]]


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
