"""How far a run has come: a line drawn over itself on a terminal, elsewhere a plain line now and then."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

import click

from reader.cli.console import is_interactive, notice, plural

_WIPE = "\r\x1b[2K"
_EVERY = 0.1
# Without a terminal nobody waits for the next line: the first after so many seconds, then the others.
_FIRST, _NEXT = 15.0, 30.0
# The rate is that of the last seconds: the first articles wait for the tables to be loaded.
_WINDOW = 20.0


class Progress:
    """How far a run has come. ``clock`` tells seconds."""

    def __init__(self, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._drawn = False
        self._interactive = is_interactive()
        self._quiet = quiet
        self._began = clock()
        self._last = self._began - _EVERY if self._interactive else self._began + _FIRST - _NEXT
        self._articles = self._done = 0
        self._bytes = self._read = 0
        self._segments = self._shown = 0
        self._history: deque[tuple[float, int, int]] = deque()

    def begin(self, articles: int, size: int) -> None:
        """A batch begins: so many articles, of so many bytes together."""
        self._articles += articles
        self._bytes += size
        self._history.clear()
        self._history.append((self._clock(), self._read, self._segments))

    def show(self, name: str, done: int, of: int) -> None:
        """An article has come so far, in segments."""
        self._draw(f"{plain(name)}: {done:,}/{of:,}")

    def advance(self, size: int, segments: int) -> None:
        """One more article is done, failed, or passed over: its bytes, its segments."""
        self._done += 1
        self._read += size
        self._segments += segments
        self._draw("")

    def clear(self) -> None:
        """Wipes the line."""
        if self._drawn:
            self._drawn = False
            click.echo(_WIPE, nl=False, err=True)

    def notice(self, message: str) -> None:
        """A notice, with the line out of its way."""
        self.clear()
        notice(message)

    def _draw(self, at: str) -> None:
        now = self._clock()
        if self._quiet or now - self._last < (_EVERY if self._interactive else _NEXT):
            return
        self._last = now
        if not self._interactive:
            behind = f"; {at}" if at else ""
            notice(f"{self._done:,} of {plural(self._articles, 'article')}{self._pace(now)}{behind}")
            return
        self._drawn = True
        line = f"{self._done:,}/{self._articles:,}{self._pace(now)}{'  ' if at else ''}{at}"
        click.echo(_WIPE + line[: columns() - 1], nl=False, err=True)

    def _pace(self, now: float) -> str:
        """Segments so far, the rate, and the time left."""
        text = f", {plural(self._segments, 'segment')}" if self._segments else ""
        self._history.append((now, self._read, self._segments))
        while len(self._history) > 2 and now - self._history[1][0] > _WINDOW:
            self._history.popleft()
        then, read, segments = self._history[0]
        passed = now - then
        if passed < 1 or self._segments == segments:
            return text
        text += f", {(self._segments - segments) / passed:,.0f} a second"
        left = (self._bytes - self._read) * passed / (self._read - read) if self._read > read else 0
        return f"{text}, {span(left)} left" if left >= 1 else text


def plain(name: str) -> str:
    """The end of a name, fit for one line."""
    short = name if len(name) <= 24 else f"…{name[-23:]}"
    return "".join(c if c.isprintable() else "�" for c in short)


def columns() -> int:
    """The width of the terminal."""
    import shutil

    return shutil.get_terminal_size().columns


def span(seconds: float) -> str:
    """A time that is still to come, roughly."""
    if seconds < 90:
        return f"about {max(1, round(seconds))} s"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min"
    return f"about {seconds / 3600:.1f} h"
