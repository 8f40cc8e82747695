"""How far a download is: a bar on stderr that is drawn over itself, where stderr is a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable

import click

from reader.cli.console import is_interactive, notice

_WIPE = "\r\x1b[2K"
_EVERY = 0.1
_WIDTH = 24


class DownloadBar:
    """One line: name, bar, share, megabytes, speed. Where stderr is no terminal, nothing is drawn."""

    def __init__(self) -> None:
        self._wanted = is_interactive()
        self._drawn = False
        self._last = 0.0

    def named(self, name: str) -> Callable[[int, int], None]:
        """What to tell the bytes so far and in all, 0 if unknown, of a download of that name."""
        started: list[tuple[float, int]] = []

        def show(done: int, total: int) -> None:
            now = time.monotonic()
            started.append((now, done)) if not started else None
            if self._wanted and (now - self._last >= _EVERY or done == total):
                self._last, self._drawn = now, True
                since, begun = started[0]
                click.echo(
                    _WIPE + line(name, done, total, (done - begun) / max(now - since, 0.1)),
                    nl=False,
                    err=True,
                )

        return show

    def clear(self) -> None:
        """Wipes the line."""
        if self._drawn:
            self._drawn = False
            click.echo(_WIPE, nl=False, err=True)

    def notice(self, message: str) -> None:
        """A notice, with the line out of its way."""
        self.clear()
        notice(message)


def line(name: str, done: int, total: int, speed: float) -> str:
    """The line to draw; ``speed`` in bytes a second."""
    if not total:
        return f"{name} {done / 1e6:.1f} MB, {speed / 1e6:.1f} MB/s"
    share = min(done / total, 1.0)
    full = round(share * _WIDTH)
    bar = "█" * full + "░" * (_WIDTH - full)
    return f"{name} {bar} {share:4.0%} {done / 1e6:.1f}/{total / 1e6:.1f} MB, {speed / 1e6:.1f} MB/s"
