"""A line on stderr that is drawn over itself, where stderr is a terminal."""

from __future__ import annotations

import time

import click

from reader.cli.console import is_interactive, notice

_WIPE = "\r\x1b[2K"
_EVERY = 0.1


class Progress:
    """How far a run has come. Where stderr is no terminal, only its notices are seen."""

    def __init__(self) -> None:
        self._drawn = False
        self._last = 0.0
        self._wanted = is_interactive()

    def show(self, number: int, total: int, name: str, done: int, of: int) -> None:
        """Draws the line, not more often than the eye can follow."""
        now = time.monotonic()
        if not self._wanted or now - self._last < _EVERY:
            return
        self._last, self._drawn = now, True
        short = name if len(name) <= 24 else f"…{name[-23:]}"
        text = "".join(c if c.isprintable() else "�" for c in short)
        click.echo(f"{_WIPE}{number}/{total} {text}: {done}/{of}", nl=False, err=True)

    def clear(self) -> None:
        """Wipes the line."""
        if self._drawn:
            self._drawn = False
            click.echo(_WIPE, nl=False, err=True)

    def notice(self, message: str) -> None:
        """A notice, with the line out of its way."""
        self.clear()
        notice(message)
