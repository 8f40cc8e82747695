"""``sanyu library``: the articles kept for reading."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cache.library import Entry
from reader.cli.bookshelf import Bookshelf, NotOnShelfError, add_all, day
from reader.cli.console import (
    Failure,
    Styled,
    bold,
    dim,
    is_interactive,
    notice,
    out,
    out_json,
    places,
    plural,
    unchanged,
)
from reader.cli.options import plain_option
from reader.snippet import snippet

if TYPE_CHECKING:
    from reader.tui.library import Hit, Passage

# What a line of a search result that is not written to a terminal may hold, in cells.
WIDTH = 160


@click.group()
def library() -> None:
    """Add, list, search and remove the articles that sanyu read offers."""


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

    with lasting(plain=plain) as shelf:
        added = [key for source in sources for key, _ in add_all(shelf, Path(source), fail)]
        entries = {entry.id: entry for entry in shelf.entries()}
        show([entries[key] for key in dict.fromkeys(added)], shelf, as_json=as_json)
    if failures:
        ctx.exit(1)


@contextmanager
def lasting(*, plain: bool = False) -> Iterator[Bookshelf]:
    """The library, to be changed. Raises Failure where no change would last."""
    home = places()
    try:
        with Bookshelf(home, notice, plain=plain) as shelf:
            if shelf.refusal:
                raise Failure(shelf.refusal)
            yield shelf
    except sqlite3.OperationalError as error:
        raise Failure(unchanged(home.library, error)) from error


@library.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the articles as JSON.")
def list_articles(as_json: bool) -> None:
    """List the articles, the one opened last first: id, date, place, share translated, titles."""
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
    with lasting() as shelf:
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


@library.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def search(ctx: click.Context, query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find sentences in all articles and languages, with or without diacritics, in either script.

    All words of QUERY must be in the sentence or its translations; words in quotation marks, side by side.
    """
    text = " ".join(query)
    failures: list[str] = []

    def fail(message: str) -> None:
        failures.append(message)
        notice(message)

    with Bookshelf(places(), notice) as shelf:
        if not shelf.indexing.index.words.query(text):
            raise click.UsageError("there is no word in QUERY to search for.")
        catch_up(shelf, fail)
        hits = shelf.search(text, limit + 1)
        is_empty = not hits and not shelf.entries()
    if as_json:
        out_json([found(hit) for hit in hits[:limit]])
    else:
        show_hits(hits[:limit])
        if hits:
            more = f"There is more; --limit {limit * 5} shows it. " if len(hits) > limit else ""
            notice(f"{more}sanyu read ID opens an article.")
    if is_empty:
        raise Failure("The library is empty; sanyu library add SRC puts articles into it.")
    if not hits:
        raise Failure(
            f"The library has nothing for “{text}”. Try fewer or other words; sentences are found in"
            " English and Vietnamese once they are translated."
        )
    if failures:
        ctx.exit(1)


def catch_up(shelf: Bookshelf, fail: Callable[[str], None]) -> None:
    """Brings the search index up to date, with progress where somebody watches."""
    shown = False
    for done, total in shelf.catch_up(fail=fail):
        if is_interactive() and (done % 10 == 0 or done == total):
            click.echo(f"\r\x1b[Kindexing {done}/{total}", err=True, nl=False)
            shown = True
    if shown:
        click.echo("\r\x1b[K", err=True, nl=False)


def show_hits(hits: Sequence[Hit]) -> None:
    """What was found, by article, for people."""
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH
    by_article: dict[str, list[Hit]] = {}
    for hit in hits:
        by_article.setdefault(hit.item.id, []).append(hit)
    for number, (key, some) in enumerate(by_article.items()):
        if number:
            out()
        out(bold(key), "  ", some[0].item.title)
        for hit in some:
            label = f"  {hit.segment + 1:>5} "
            for passage in hit.passages:
                if passage.spans:
                    out(dim(label), dim(f"{passage.language}  "), *marked(passage, max(20, wide - 12)))
                    label = " " * len(label)


def marked(passage: Passage, room: int) -> Iterator[str | Styled]:
    """The part of a text around what was found, that in bold."""
    text, spans = snippet(" ".join(passage.text.splitlines()), passage.spans, room)
    at = 0
    for start, end in spans:
        yield text[at:start]
        yield bold(text[start:end])
        at = end
    yield text[at:]


def found(hit: Hit) -> dict[str, object]:
    """One segment that was found, for scripts."""
    texts = {passage.language: passage.text for passage in hit.passages}
    return {
        "article": hit.item.id,
        "title": hit.item.title,
        "segment": hit.segment,
        **{language: texts.get(language) for language in ("zh", "en", "vi")},
        "matches": [
            {"language": passage.language, "start": start, "end": end}
            for passage in hit.passages
            for start, end in passage.spans
        ],
    }


def show(entries: list[Entry], shelf: Bookshelf, *, as_json: bool) -> None:
    """Articles, for people or for scripts."""
    bookmarks = shelf.bookmarks()
    if as_json:
        out_json([record(entry, shelf.position(entry.id), bookmarks) for entry in entries])
        return
    for entry in entries:
        place = f"{shelf.position(entry.id) + 1}/{entry.segments}"
        share = f"{100 * entry.translated // max(1, entry.segments)} %"
        marks = f"  ★ {bookmarks[entry.id]}" if bookmarks[entry.id] else ""
        date = entry.date or day(entry.added)
        out(bold(entry.id), dim(f"  {date}  {place:>9}  {share:>5}  "), entry.title, dim(marks))
        for title in (entry.title_en, entry.title_vi):
            if title:
                out(" " * 42, dim(title))
    if entries:
        notice(f"{plural(len(entries), 'article')}. sanyu read ID opens one.")


def record(entry: Entry, position: int, bookmarks: Counter[str]) -> dict[str, object]:
    """One article, for scripts."""
    return {
        "id": entry.id,
        "name": entry.name,
        "title": entry.title,
        "title_en": entry.title_en or None,
        "title_vi": entry.title_vi or None,
        "date": entry.date or None,
        "segments": entry.segments,
        "translated": min(entry.translated, entry.segments),
        "position": position,
        "bookmarks": bookmarks[entry.id],
        "added": day(entry.added),
        "opened": day(entry.opened),
    }
