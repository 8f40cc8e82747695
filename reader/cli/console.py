"""What the commands share: messages on stderr, styles, places, failures."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

import click

from cache.places import Places
from reader.export.harmless import escaped_json, harmless


class Failure(click.ClickException):
    """Something failed and the message says what to do; exit code 1."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(harmless(message))

    def show(self, file: IO[Any] | None = None) -> None:
        """The message, one line."""
        click.echo(f"sanyu: {' '.join(self.message.split())}", file=file, err=True)


class Misuse(Failure):
    """The command cannot be used in this way, and the message says how it can; exit code 2."""

    exit_code = 2


class HeldNotices:
    """Notices kept back while the screen belongs to the terminal reader."""

    def __init__(self) -> None:
        self._held: list[str] | None = None
        self._say = notice_once()

    def say(self, message: str) -> None:
        """Says it now, or later if the screen is taken."""
        if self._held is None:
            self._say(message)
        else:
            self._held.append(message)

    def hold(self) -> None:
        """Say nothing until released."""
        self._held = self._held or []

    def release(self) -> None:
        """Say what was held, and from now on everything at once."""
        held, self._held = self._held or [], None
        for message in held:
            self._say(message)


def notice(message: str) -> None:
    """One line on stderr, harmless for the terminal."""
    click.echo(f"sanyu: {harmless(' '.join(message.split()))}", err=True)


def notice_once(tell: Callable[[str], None] | None = None) -> Callable[[str], None]:
    """A notice that does not say the same thing twice; ``tell`` says it in another way."""
    said: set[str] = set()

    def say(message: str) -> None:
        if message not in said:
            said.add(message)
            (tell or notice)(message)

    return say


class Styled(NamedTuple):
    """A piece of text with its style."""

    text: str
    bold: bool = False
    dim: bool = False


def bold(text: str) -> Styled:
    """Text in bold, where stdout may be styled."""
    return Styled(text, bold=True)


def dim(text: str) -> Styled:
    """Text that steps back, where stdout may be styled."""
    return Styled(text, dim=True)


def out(*pieces: str | Styled) -> None:
    """One line of data on stdout, harmless for the terminal."""
    styled = colours() and sys.stdout.isatty()
    line = ""
    for piece in pieces:
        text, is_bold, is_dim = (piece, False, False) if isinstance(piece, str) else piece
        shown = harmless(text.replace("\n", " "))
        line += click.style(shown, bold=is_bold, dim=is_dim) if styled and (is_bold or is_dim) else shown
    click.echo(line)


def out_json(value: object) -> None:
    """A value on stdout as JSON."""
    click.echo(escaped_json(value, indent=2))


def say(as_json: bool, sentence: str, figures: Mapping[str, object]) -> None:
    """What was done, for people or for scripts."""
    if as_json:
        out_json(figures)
    else:
        notice(sentence)


def unchanged(path: Path, error: Exception) -> str:
    """Why a database was not changed, and what to do."""
    from cache.trouble import is_held, mend_of

    if is_held(error):
        return f"{path} is held by another program and was not changed; try again when that has finished."
    return f"{path} cannot be changed ({error}). {mend_of(error, path)}"


def colours() -> bool:
    """Whether styles are wanted at all: not with NO_COLOR, nor on a terminal that knows none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def places() -> Places:
    """The four folders of this machine."""
    return Places.find()


def is_interactive() -> bool:
    """Whether stderr is a terminal on which progress may be drawn."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def plural(number: int, noun: str, nouns: str = "") -> str:
    """``1 article``, ``2 articles``."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
