"""A list of articles on screen."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from reader.plain import shown
from reader.tui.library import LibraryItem
from reader.tui.roll import Roll, cut
from reader.tui.speech import phrase
from reader.tui.typeahead import expect

_WIDE = 100  # from here on both translations of a title stand on one line
_LOW = 12  # below this height in lines, nothing is left blank and one translation must do


class Shelf(Roll[LibraryItem]):
    """Articles: the title, its translations, how long it is and how far one has come."""

    @dataclass
    class Opened(Message):
        """An article is to be read."""

        item: LibraryItem

    @property
    def tall(self) -> int:
        """Two, three or four lines."""
        if self.size.height < _LOW:
            return 2
        return 3 if self.size.width >= _WIDE else 4

    def key_of(self, entry: LibraryItem) -> str:
        """The article's id."""
        return entry.id

    def opened(self, entry: LibraryItem) -> None:
        """Ask for the article."""
        expect(self)
        self.post_message(self.Opened(entry))

    def line(self, entry: LibraryItem, number: int, base: Style) -> list[Segment]:
        """The title and its date, or translations and progress."""
        more = self.style("roll--more", base)
        right = (_date(entry), _progress(entry, self.room))[number] if number < 2 else ""
        room = max(0, self.room - cell_len(right) - 2 * bool(right))
        if room < 12:
            right, room = "", self.room
        if number == 0:
            text = shown(entry.title or entry.title_en or entry.id)
            segments = [Segment(cut(text, room), self.style("roll--title", base))]
        else:
            segments = [Segment(self._translations(entry, number, room), more)]
        return [*segments, Segment("  ", base), Segment(right, more)] if right else segments

    def _translations(self, entry: LibraryItem, number: int, room: int) -> str:
        """The title in other languages, or the file's name where none is known."""
        en, vi = shown(entry.title_en), shown(entry.title_vi)
        if not (en or vi):
            return cut(shown(entry.name) if number == 1 and entry.name != entry.title else "", room)
        if self.tall == 4:
            return cut(en if number == 1 else vi, room)
        if self.tall == 2 or not (en and vi):
            return cut(en or vi, room)
        # Each has half of the room, and what the other one leaves.
        half = (room - 3) // 2
        left = max(half, room - 3 - cell_len(vi))
        en = cut(en, min(left, cell_len(en)))
        return cut(f"{en} · {vi}", room)


def _date(item: LibraryItem) -> str:
    """The page's own date, or the day on which the article came here."""
    return item.date or (phrase("added-on", date=item.added) if item.added else "")


def _progress(item: LibraryItem, room: int) -> str:
    """How much is marked, read, translated, and how long it is; less of it where there is little room."""
    if not item.segments:
        return ""
    marks = [f"★ {item.bookmarks}"] if item.bookmarks else []
    read = [phrase("share-read", share=read_share(item))] if item.position else []
    done = min(100, item.translated * 100 // item.segments)
    translated = [phrase("share-translated", share=done)] if done else []
    rows = [phrase("rows", number=item.segments)]
    for parts in (marks + read + translated + rows, marks + read + rows, marks + rows):
        text = " · ".join(parts)
        if cell_len(text) * 5 <= room * 2:
            return text
    return " · ".join([*marks, str(item.segments)])


def read_share(item: LibraryItem) -> int:
    """How much of an article lies before the place where one stopped, per cent."""
    return min(100, (item.position + 1) * 100 // item.segments) if item.segments and item.position else 0
