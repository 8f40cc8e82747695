"""Keys for bookmarks and notes beside rows."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from cache.annotations import Annotation, Placed
from reader.others import OtherMarks
from reader.tui.bench import Bench, Work
from reader.tui.grid import Grid
from reader.tui.notes import MarksMenu, mark_of
from reader.tui.speech import phrase
from reader.tui.typeahead import opens


class MarkBench(Bench, inherit_bindings=False):
    """A frame with the keys for bookmarks and notes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "bookmark", "Set a bookmark, or take it away", show=False),
        Binding("apostrophe", "next", "Next bookmark or note", show=False),
        Binding("B", "list", "All bookmarks and notes", show=False),
        Binding("N", "note", "Note on the row", show=False),
    ]

    class Noted(Message):
        """The note on the current row is to be shown; empty: none."""

        def __init__(self, note: str) -> None:
            super().__init__()
            self.note = note

    def __init__(self, work: Work, inside: Bench) -> None:
        super().__init__(work, inside)
        self._placed: dict[int, Annotation] = {}
        self._others = OtherMarks(work.desk.annotations)

    def on_mount(self) -> None:
        """Look what there is beside the rows, and now and then what other readers put there."""
        self._read()
        self.keep_looking()

    async def look(self) -> None:
        """Read again what stands beside the rows if other readers have changed it."""
        if await asyncio.to_thread(self._others.changed):
            self._read()

    @work(exclusive=True, exit_on_error=False, group="marks")
    async def _read(self) -> None:
        annotations, article = self.work.desk.annotations, self.work.article_id

        def placed() -> list[Placed]:
            self._others.changed()  # what comes after this the next look notices
            if not annotations.stored(article):  # as in most articles: no need to look at their texts
                return []
            return annotations.placed(article, [row.segment.text for row in self.work.rows])

        self._take_up(await asyncio.to_thread(placed))

    def _take_up(self, placed: list[Placed]) -> None:
        self._placed = {}
        for one in placed:
            self._placed.setdefault(one.row, one.annotation)
        self.work.grid.mark({row: mark_of(mark) for row, mark in self._placed.items()})
        self._show_note()

    def _put(self, row: int, *, bookmarked: bool, note: str) -> None:
        """Keep what is beside a row. Raises NotKeptError."""
        old = self._placed.get(row)
        self.work.desk.annotations.put(
            self.work.article_id,
            row,
            self.work.rows[row].segment.text,
            bookmarked=bookmarked,
            label=old.label if old is not None else "",
            note=note,
            instead_of=old,
        )

    @work(exclusive=True, exit_on_error=False, group="marking")
    async def action_bookmark(self) -> None:
        """Set a bookmark beside the current row, or take it away."""
        row = self.work.grid.current
        old = self._placed.get(row)
        bookmarked = old is None or not old.bookmarked
        note = old.note if old is not None else ""
        await asyncio.to_thread(self._put, row, bookmarked=bookmarked, note=note)
        self._read()
        self.tell(phrase("bookmark-set" if bookmarked else "bookmark-gone", row=row + 1))

    @opens("marking")
    async def action_note(self) -> None:
        """Write a note on the current row."""
        # Late, like all sheets: opening an article does not wait for them.
        from reader.tui.note_sheet import NoteSheet

        row = self.work.row
        index = row.segment.index
        old = self._placed.get(index)
        bookmarked = old is not None and old.bookmarked
        sheet = NoteSheet(
            phrase("note-on", row=index + 1),
            row.segment.text,
            old.note if old is not None else "",
            lambda note: self._put(index, bookmarked=bookmarked, note=note),
        )
        if await self.app.push_screen_wait(sheet) is not None:
            self._read()

    def action_next(self) -> None:
        """Go to the next row with a bookmark or note; after the last one, to the first."""
        if not self._placed:
            self.tell(phrase("no-bookmarks"))
            return
        current = self.work.grid.current
        rows = sorted(self._placed)
        following = [row for row in rows if row > current]
        self._go(following[0] if following else rows[0])

    @work(exclusive=True, exit_on_error=False, group="marking")
    async def action_list(self) -> None:
        """List all bookmarks and notes, to go to one."""
        if not self._placed:
            self.tell(phrase("no-marks"))
            return
        placed = [Placed(row, mark) for row, mark in sorted(self._placed.items())]
        number = await self.app.push_screen_wait(MarksMenu(placed, self.work.rows))
        if number is not None:
            self._go(placed[number].row)

    def _go(self, row: int) -> None:
        grid = self.work.grid
        grid.close_term()
        grid.go(row, at=grid.size.height // 3)
        self._show_note()

    @on(Grid.Moved)
    def _show_note(self) -> None:
        mark = self._placed.get(self.work.grid.current)
        self.post_message(self.Noted(mark.note if mark is not None else ""))
