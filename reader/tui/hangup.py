"""Noticing that the terminal has gone, and ending then."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

_LOOK_EVERY = 1000  # milliseconds
_PATIENCE = 10.0  # seconds for an orderly end
CODE = 129
"""The exit code of a process whose terminal has hung up."""


class Hangup:
    """Waits in a thread until nobody can type any more; ``ended`` is called once, from that thread.

    Without it, Textual would go on reading nothing from a terminal that has gone, as fast as it can.
    """

    def __init__(self, ended: Callable[[], object]) -> None:
        self._ended = ended
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to wait, where there is a terminal to wait for."""
        if hasattr(select, "poll") and sys.__stdin__ is not None and sys.__stdin__.isatty():
            threading.Thread(target=self._wait, args=(sys.__stdin__.fileno(),), daemon=True).start()

    def stop(self) -> None:
        """Wait no longer."""
        self._over.set()

    def _wait(self, terminal: int) -> None:
        poll = select.poll()
        poll.register(terminal, 0)  # that it has hung up is told all the same
        while not self._over.is_set():
            for _, event in poll.poll(_LOOK_EVERY):
                # Some systems cannot poll terminals and say so: then there is nothing to wait for.
                if event & (select.POLLHUP | select.POLLERR):
                    self._ended()
                return


def let_go() -> None:
    """Let all that is still to be written go nowhere, and see to it that the process ends."""
    # What writes to a terminal that has gone fails, and what waits for that waits for ever.
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
    end = threading.Timer(_PATIENCE, os._exit, (CODE,))
    end.daemon = True
    end.start()
