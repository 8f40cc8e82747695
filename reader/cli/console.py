"""What the commands share: messages on stderr, places, failures."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from cache.places import Places
from reader.export.harmless import harmless


class Failure(click.ClickException):
    """Something failed and the message says what to do; exit code 1."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(harmless(message))


def notice(message: str) -> None:
    """One line on stderr, harmless for the terminal."""
    click.echo(harmless(f"sanyu: {message}"), err=True)


def notice_once() -> Callable[[str], None]:
    """A notice that does not say the same thing twice."""
    said: set[str] = set()

    def say(message: str) -> None:
        if message not in said:
            said.add(message)
            notice(message)

    return say


def places() -> Places:
    """The four folders of this machine."""
    return Places.find()


def is_interactive() -> bool:
    """Whether stderr is a terminal, so that progress may be drawn."""
    return sys.stderr.isatty()
