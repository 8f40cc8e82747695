"""The sheet on which a cell is edited, with what the memory suggests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea
from textual.worker import Worker, WorkerState

from cache.history import Saved
from reader.plain import shown
from reader.tui.choices import Question
from reader.tui.filling import readable
from reader.tui.prose import Prose, marked, plain
from reader.tui.sheetlet import Sheetlet
from reader.tui.speech import phrase
from reader.tui.writing import Writing
from translate.memory.fuzzy import Suggestion

_MARKED = "bold $text-warning underline"


@dataclass(frozen=True, slots=True)
class Written:
    """What was saved, and how that went."""

    text: str
    saved: Saved


class Editor(Sheetlet[Written], inherit_bindings=False):
    """A text to be changed. It closes only when what was typed is saved, or given up on purpose.

    ``save`` and ``suggest`` are called in threads of their own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "Save", priority=True),
        Binding("f2", "take", "Take the next suggestion"),
        Binding("escape", "leave", "Close"),
    ]

    def __init__(
        self,
        heading: str,
        source: str,
        text: str,
        *,
        save: Callable[[str], Saved],
        suggest: Callable[[], Sequence[Suggestion]],
    ) -> None:
        super().__init__(heading, phrase("editor-foot"))
        self._source = source
        self._before = shown(text)
        self._save = save
        self._suggest = suggest
        self._suggestions: Sequence[Suggestion] = ()
        self._taken = -1
        self._saving = False
        self._refused = ""
        self.writing = Writing(self._before, one_line=True)
        self._offers = Prose(classes="label", id="suggestions")

    def contents(self) -> Iterable[Widget]:
        """The Chinese, the text, the suggestions."""
        yield Prose(plain(self._source))
        yield self.writing
        yield self._offers

    def on_mount(self) -> None:
        """Type at once; the suggestions come when they are found."""
        self.writing.focus()
        self._find_suggestions()

    @work(exit_on_error=False)
    async def _find_suggestions(self) -> None:
        self._suggestions = await asyncio.to_thread(self._suggest)
        self._show_suggestions()

    def _show_suggestions(self) -> None:
        lines = []
        if self._suggestions:
            lines.append(Content.styled(phrase("editor-memory"), "dim"))
        for number, suggestion in enumerate(self._suggestions):
            arrow = "▸ " if number == self._taken else "  "
            known = marked(
                suggestion.unit.source,
                [(one.known_start, one.known_end) for one in suggestion.differences],
                _MARKED,
            )
            lines.append(Content.assemble(arrow, (f"{suggestion.score} %  ", "dim"), known))
            lines.append(Content.assemble("  ", plain(suggestion.adapted.text)))
            if suggestion.adapted.left:
                left = ", ".join(suggestion.adapted.left)
                lines.append(Content.styled(shown(f"  {phrase('editor-by-hand', terms=left)}"), "dim"))
        self._offers.show(*lines)

    def action_take(self) -> None:
        """Put the next suggestion in the place of the text."""
        if self._suggestions:
            self._taken = (self._taken + 1) % len(self._suggestions)
            self.writing.write(shown(self._suggestions[self._taken].adapted.text))
            self._show_suggestions()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What was wrong need not be wrong any more."""
        if self.trouble and self.writing.text != self._refused:
            self.complain("")

    @property
    def is_changed(self) -> bool:
        """Whether there is something to lose."""
        return self.writing.written != " ".join(self._before.split())

    def action_save(self) -> None:
        """Save; where that fails the text stays here."""
        if self._saving:
            return
        self._refused = self.writing.text
        if not self.writing.written:
            self.complain(phrase("editor-empty"))
        elif not self.is_changed:
            self.dismiss(None)
        else:
            self._saving = True
            self._store(self.writing.written)

    @work(exit_on_error=False)
    async def _store(self, text: str) -> None:
        try:
            saved = await asyncio.to_thread(self._save, text)
        except Exception as error:  # what was typed is worth more than knowing which it may be
            self.complain(phrase("still-here", error=readable(error)))
        else:
            self.dismiss(Written(text, saved))
        finally:
            self._saving = False

    def action_leave(self) -> None:
        """Close, after asking where something would be lost."""
        if self.is_changed:
            self.app.push_screen(
                Question(phrase("typed-unsaved"), yes=phrase("throw-away"), no=phrase("go-on-typing")),
                self._answered,
            )
        else:
            self.dismiss(None)

    def _answered(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Without suggestions one can type all the same."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self._offers.show(Content(shown(phrase("no-suggestions", error=readable(event.worker.error)))))
