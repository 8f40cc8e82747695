"""What is put into the library while one looks at it: files, folders, texts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual.screen import Screen
from textual.worker import get_current_worker

from reader.tui.filling import readable
from reader.tui.library import Library
from reader.tui.speech import phrase

_SAY_EVERY = 0.2
_GROUP = "adding"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: the ids of the articles, a sentence for each failure, whether it was stopped."""

    ids: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    is_stopped: bool = False

    def told(self) -> str:
        """All of it in one line."""
        number = len(dict.fromkeys(self.ids))
        parts = [phrase("adding-stopped")] if self.is_stopped else []
        parts += [phrase("articles-added", number=number)] if self.ids or not self.failures else []
        parts += self.failures[:1]
        if len(self.failures) > 1:
            parts.append(phrase("articles-refused", number=len(self.failures) - 1))
        return " ".join(parts)


class Intake:
    """Adds to a library in a thread. ``say`` is told how it goes, ``done`` what came of it."""

    def __init__(
        self,
        screen: Screen[None],
        library: Library,
        *,
        say: Callable[[str], object],
        done: Callable[[Taken], object],
    ) -> None:
        self._screen = screen
        self._library = library
        self._say = say
        self._done = done

    def take(self, what: Path | str) -> None:
        """Add a file, a folder, or a text."""
        if isinstance(what, Path):
            self._screen.run_worker(
                lambda: self._add_files(what), thread=True, exclusive=True, exit_on_error=False, group=_GROUP
            )
            return
        try:
            taken = Taken((self._library.add_text(what),))
        except Exception as error:  # whatever is wrong with the text
            taken = Taken(failures=(readable(error),))
        self._done(taken)

    def stop(self) -> None:
        """Add no more."""
        self._screen.workers.cancel_group(self._screen, _GROUP)

    def _add_files(self, path: Path) -> None:
        worker, app = get_current_worker(), self._screen.app
        ids: list[str] = []
        failures: list[str] = []
        said = 0.0
        try:
            for some in self._library.add_files(path, lambda: worker.is_cancelled):
                ids += some.ids
                failures += map(readable, some.failures)
                if time.monotonic() - said > _SAY_EVERY and not worker.is_cancelled:
                    said = time.monotonic()
                    app.call_from_thread(self._say, phrase("adding", number=len(ids)))
        except Exception as error:  # whatever is wrong with the folder or the library
            failures.append(readable(error))
        if app.is_running and self._screen.is_attached:
            app.call_from_thread(self._done, Taken(tuple(ids), tuple(failures), worker.is_cancelled))
