"""``sanyu read --serve``: the terminal reader in a browser."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass

import click

from reader.cli.bookshelf import Bookshelf
from reader.cli.console import Failure, notice, places
from reader.cli.options import settings
from reader.cli.read import choose
from reader.web.addresses import is_local
from translate.row import Target

HOST = "127.0.0.1"
PORT = 8020


@dataclass(frozen=True, slots=True)
class Options:
    """How a reader is to read, as on the command line."""

    engine: str
    targets: Sequence[Target]
    en_names: str
    plain: bool

    def words(self) -> list[str]:
        """The options as words of a command line."""
        targets = ",".join(target.value for target in self.targets)
        plain = ["--plain"] if self.plain else []
        return ["--engine", self.engine, "--to", targets, "--en-names", self.en_names, *plain]


def serve_reader(source: str | None, options: Options, host: str | None, port: int | None) -> int:
    """Serves the reader until Ctrl-C; its exit code. Each page in a browser has a reader of its own."""
    from reader.web.server import Page, ServeError, Server
    from reader.words.messages import language_of, messages

    host = HOST if host is None else host
    with Bookshelf(places(), notice, plain=options.plain) as shelf:
        choice = choose(shelf, source, notice)
    if choice is None:
        return 1
    # An article in the library is opened from there, so that each page finds the place of the last one.
    shown = choice.item_id or (source if choice.article is not None else None)
    command = [sys.executable, "-m", "reader.cli.main", "read", *options.words()]
    words = messages(language_of(settings().language))
    page = Page(words.language, "sanyu 三语", words("browser-ended"), words("browser-again"))
    if not is_local(host):
        notice(
            f"{host} is not this machine alone: whoever reaches it can read and change your library and your"
            " translations, and nothing is encrypted. Without --host only this machine can."
        )

    def ready(address: str) -> None:
        click.echo(f"sanyu: reading at {address} (Ctrl-C ends it)", err=True)

    try:
        # What a reader of its own accord writes to its stderr is passed on to stdout by the library.
        with redirect_stdout(sys.stderr):
            Server(
                [*command, *(["--", shown] if shown else [])],
                page,
                host,
                PORT if port is None else port,
                ready,
            ).run()
    except ServeError as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        pass
    click.echo("sanyu: the reader is closed.", err=True)
    return 0
