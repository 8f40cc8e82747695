"""``sanyu read``: the terminal reader."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

import click

from cache.annotations import Annotations
from reader.cli.bookshelf import Bookshelf, NotOnShelfError, add_all
from reader.cli.console import Failure, HeldNotices, Misuse, is_interactive, notice, places, plural
from reader.cli.memory import Memory
from reader.cli.options import en_names_option, engine_option, plain_option, settings, to_option
from reader.cli.trouble import internal_error, log
from reader.desk import Desk
from reader.preferences import Preferences
from seeds.article import Article
from translate.engine import EngineError
from translate.pipeline import Pipeline
from translate.row import Target
from translate.terms.own_glossary import OwnGlossary
from translate.workshop import Workshop

WEB_DRIVER = "textual.drivers.web_driver:WebDriver"
UNSUITABLE = (
    "This terminal is said to write {}, which has no Chinese: it shows as question marks."
    " Set LANG to a UTF-8 locale, as C.UTF-8."
)
HEXADECIMAL = re.compile("[0-9a-fA-F]{1,10}")


@click.command()
@click.argument("source", metavar="[FILE|DIR|ID]", required=False)
@engine_option
@to_option
@en_names_option
@plain_option
@click.option("--serve", is_flag=True, help="Show it in a browser instead of here; Ctrl-C ends it.")
@click.option("--host", metavar="HOST", help="With --serve: where to listen.  [default: 127.0.0.1]")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="PORT",
    help="With --serve: at which port; 0 for any that is free.  [default: 8020]",
)  # fmt: skip
@click.pass_context
def read(
    ctx: click.Context,
    source: str | None,
    engine: str,
    targets: tuple[Target, ...],
    en_names: str,
    plain: bool,
    serve: bool,
    host: str | None,
    port: int | None,
) -> None:
    """Read an article with its translations beside it, sentence by sentence.

    FILE opens that article, DIR adds all its articles to the library and shows it, ID opens an
    article of the library (sanyu library list names them). Without any: the library.
    """
    if serve:
        from reader.cli.serve import Options, serve_reader

        ctx.exit(serve_reader(source, Options(engine, targets, en_names, plain), host, port))
    if host is not None or port is not None:
        raise Misuse("--host and --port say where --serve is to listen; add --serve")
    if not is_served() and not (is_interactive() and sys.stdin.isatty() and sys.stdout.isatty()):
        raise Misuse(
            "read needs a terminal for input and output, one whose TERM is not dumb; to translate into a file"
            " or a pipe, use sanyu translate SRC -o -"
        )
    home = places()
    notices = HeldNotices()
    failures: list[str] = []

    def fail(message: str) -> None:
        failures.append(message)
        notice(message)

    try:
        workshop = Workshop(
            choice=engine,
            user_glossary=home.glossary,
            compiled_termbase=home.termbase,
            models=home.models,
            endpoint=settings().endpoint,
            rescue=settings().prefer_transfer_when_flagged,
        )
    except EngineError as error:
        raise Failure(str(error)) from error
    with Bookshelf(home, notices.say, plain=plain) as shelf:
        choice = choose(shelf, source, fail)
        if choice is None:
            ctx.exit(1)
        encoding = unsuitable(sys.stderr)
        first = [UNSUITABLE.format(encoding)] if encoding else []
        if failures or first:
            choice = replace(choice, notice=" ".join([*first, *failures]))
        notices.hold()
        try:
            with (
                Memory(home, notices.say) as memory,
                closing(Annotations(home.annotations, notices.say, home.backups)) as annotations,
            ):
                ascii_names = en_names == "ascii"
                code = show(
                    shelf,
                    lambda: memory.pipeline(workshop, targets, ascii_names=ascii_names),
                    choice,
                    Desk(memory.edits, annotations, OwnGlossary(home), workshop, log, targets=targets),
                    Preferences(settings(), home.settings),
                )
        finally:
            notices.release()
    ctx.exit(code or (1 if failures else 0))


@dataclass(frozen=True, slots=True)
class Choice:
    """What to show: an article of the library, one just loaded, or (neither) the list; what to say first."""

    item_id: str | None = None
    article: Article | None = None
    notice: str = ""


def unsuitable(stream: TextIO) -> str:
    """The encoding of a stream on which Chinese cannot be written; empty if it can."""
    try:
        "三语ế".encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return stream.encoding
    return ""


def is_served() -> bool:
    """Whether this process draws for a page in a browser, of which a server of ours takes care."""
    return os.environ.get("TEXTUAL_DRIVER") == WEB_DRIVER


def choose(shelf: Bookshelf, source: str | None, fail: Callable[[str], None]) -> Choice | None:
    """What the argument asks for; None where there is nothing to show of it."""
    if source is None:
        if not shelf.entries():
            number = shelf.add_samples()
            return Choice(
                notice=f"The library was empty; {plural(number, 'sample article')} were put into it."
            )
        return Choice()
    path = Path(source)
    if path.is_dir():
        return Choice() if add_all(shelf, path, fail) else None
    if os.path.lexists(path):
        added = add_all(shelf, path, fail)
        return Choice(*added[0]) if added else None
    try:
        return Choice(shelf.find(source).id)
    except NotOnShelfError as error:
        if HEXADECIMAL.fullmatch(source):
            fail(str(error))
        else:
            fail(f"{source}: there is no such file or folder; check the path.")
        return None


def show(
    shelf: Bookshelf,
    pipeline_factory: Callable[[], Pipeline],
    choice: Choice,
    desk: Desk,
    preferences: Preferences,
) -> int:
    """Runs the terminal reader; its exit code."""
    from reader.tui.app import ReaderApp

    app = ReaderApp(
        pipeline_factory=pipeline_factory,
        library=shelf,
        article=choice.article,
        item_id=choice.item_id,
        notice=choice.notice,
        desk=desk,
        preferences=preferences,
    )
    app.run()
    if app.failure is not None:
        notice(internal_error(app.failure))
    return app.return_code or 0
