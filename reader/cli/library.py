"""``sanyu library``: the articles kept for reading."""

from __future__ import annotations

import time
from pathlib import Path

import click

from cache.library import Entry
from reader.cli.bookshelf import Bookshelf, NotOnShelfError, add_all
from reader.cli.console import Failure, bold, dim, notice, out, out_json, places, plural
from reader.cli.options import plain_option


@click.group()
def library() -> None:
    """Add, list and remove the articles that sanyu read offers."""


@library.command()
@click.argument("sources", metavar="SRC...", nargs=-1, required=True)
@plain_option
@click.option("--json", "as_json", is_flag=True, help="Print the articles as JSON.")
@click.pass_context
def add(ctx: click.Context, sources: tuple[str, ...], plain: bool, as_json: bool) -> None:
    """Add articles: SRC is a file or a folder. Their text is kept, the files may go."""
    failures: list[str] = []

    def fail(message: str) -> None:
        failures.append(message)
        notice(message)

    with Bookshelf(places(), notice, plain=plain) as shelf:
        added = [key for source in sources for key, _ in add_all(shelf, Path(source), fail)]
        entries = {entry.id: entry for entry in shelf.entries()}
        show([entries[key] for key in dict.fromkeys(added)], shelf, as_json=as_json)
    if failures:
        ctx.exit(1)


@library.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the articles as JSON.")
def list_articles(as_json: bool) -> None:
    """List the articles, the one opened last first: id, day, place, title."""
    with Bookshelf(places(), notice) as shelf:
        entries = shelf.entries()
        show(entries, shelf, as_json=as_json)
    if not entries:
        notice("The library is empty; sanyu library add SRC puts articles into it.")


@library.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print what was removed as JSON.")
def remove(ids: tuple[str, ...], as_json: bool) -> None:
    """Take articles out of the library; the beginning of an ID is enough."""
    missing, removed = [], []
    with Bookshelf(places(), notice) as shelf:
        for key in ids:
            try:
                removed.append(shelf.remove(key))
            except NotOnShelfError as error:
                missing.append(str(error))
    if as_json:
        out_json([{"id": entry.id, "title": entry.title} for entry in removed])
    for entry in removed if not as_json else ():
        notice(f"{entry.id} {entry.title} is out of the library.")
    for message in missing[:-1]:
        notice(message)
    if missing:
        raise Failure(missing[-1])


def show(entries: list[Entry], shelf: Bookshelf, *, as_json: bool) -> None:
    """Articles, for people or for scripts."""
    if as_json:
        out_json([record(entry, shelf.position(entry.id)) for entry in entries])
        return
    for entry in entries:
        place = f"{shelf.position(entry.id) + 1}/{entry.segments}"
        out(bold(entry.id), dim(f"  {day(entry.added)}  {place:>9}  "), entry.title)
    if entries:
        notice(f"{plural(len(entries), 'article')}. sanyu read ID opens one.")


def record(entry: Entry, position: int) -> dict[str, object]:
    """One article, for scripts."""
    return {
        "id": entry.id,
        "name": entry.name,
        "title": entry.title,
        "segments": entry.segments,
        "position": position,
        "added": day(entry.added),
        "opened": day(entry.opened),
    }


def day(seconds: int) -> str:
    """A Unix time as a date of here."""
    return time.strftime("%Y-%m-%d", time.localtime(seconds))
