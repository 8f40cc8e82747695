"""Where in an article one stopped reading, kept in the library."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from reader.tui.grid import Grid
from reader.tui.library import Library
from reader.tui.speech import phrase

_SAVE_AFTER = 1.0  # seconds at a row


class StoppingPlace:
    """The place of one article; of one that is in no library (no ``item_id``) nothing is kept."""

    def __init__(
        self,
        screen: Screen[None],
        grid: Grid,
        library: Library,
        item_id: str | None,
        complain: Callable[[BaseException, str], object],
    ) -> None:
        self._screen = screen
        self._grid = grid
        self._library = library
        self._item_id = item_id
        self._complain = complain
        self._saved = -1
        self._saving: Timer | None = None

    def moved(self) -> None:
        """Keep the place once one has stayed a while."""
        if self._saving is not None:
            self._saving.stop()
        self._saving = self._screen.set_timer(_SAVE_AFTER, self.save)

    def save(self) -> None:
        """Keep the place now."""
        place, total = self._grid.current, len(self._grid.rows)
        if self._item_id is None or place == self._saved or not total:
            return
        try:
            self._library.save_position(self._item_id, place, total)
        except Exception as error:  # whatever holds the library: reading goes on
            self._complain(error, f"{phrase('place-unsaved')} ")
        else:
            self._saved = place
