"""Keys for working at cells: editing, translating anew, reviewing, taking back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content

from cache.history import Saved
from reader.desk import Twin, next_state
from reader.others import OtherEdits
from reader.plain import shown
from reader.tui.bench import Bench, Undo, Work, named
from reader.tui.choices import Menu, Question
from reader.tui.prose import plain
from reader.tui.speech import phrase
from reader.tui.typeahead import opens
from translate.row import Row, Target

_SHOWN = 5


class CellBench(Bench, inherit_bindings=False):
    """A frame with the keys for cells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit"),
        Binding("r", "redraft", "Translate the cell anew, with another engine if there is one", show=False),
        Binding("m", "review", "Mark the cell, or all of the row, as reviewed, or no longer", show=False),
        Binding("u", "revert", "Back to the engine's draft", show=False),
        Binding("v", "history", "History of a cell: who made what of it, and when", show=False),
        Binding("ctrl+z", "undo", "Take back the last change of a cell or the glossary", show=False),
        Binding("s", "turn", "Stop translating, or go on", show=False),
    ]

    def __init__(self, work: Work, inside: Bench) -> None:
        super().__init__(work, inside)
        self._others = OtherEdits(work.desk, work.cells, [row.segment.text for row in work.rows])

    def on_mount(self) -> None:
        """Look now and then what other readers have changed."""
        self.call_after_refresh(self._look)
        self.keep_looking()

    async def look(self) -> None:
        """Renew the rows that other readers have worked at; what is being typed here stays as it is."""
        places = await asyncio.to_thread(self._others.candidates)
        if not places:
            return
        rows = [self.work.rows[place] for place in places]
        changed = await asyncio.to_thread(self._others.changed, rows)
        if changed:
            await self.work.translation.renew(changed)
            self.tell(phrase("changed-elsewhere", number=len(changed), row=min(changed) + 1))

    @opens("cells")
    async def action_edit(self) -> None:
        """Edit the current cell."""
        # Late, like all sheets: opening an article does not wait for them.
        from reader.tui.editing import Editor

        target = await self.ask_target(phrase("what-edit"), with_cell=False)
        if target is None:
            return
        row, cells = self.work.row, self.work.cells
        prior = await asyncio.to_thread(cells.standing, row, target)
        cell = row.cells.get(target)
        seen = prior.version if prior is not None else 0
        editor = Editor(
            named(row, target),
            row.segment.text,
            cell.text if cell is not None else "",
            save=lambda text: cells.save(row, target, text, seen),
            suggest=lambda: cells.suggestions(row, target),
        )
        written = await self.app.push_screen_wait(editor)
        if written is None:
            return
        await self._show(row, target)
        self._remember("edit", row, target, lambda: cells.restore(row, target, prior))
        self._tell_saved(written.saved)
        await self._offer(row, target, written.text)

    async def _show(self, row: Row, target: Target) -> None:
        """Show what the memory has now for a row, and for those that it cannot tell from it; or the draft."""
        rows = self.work.rows
        places = await asyncio.to_thread(self.work.cells.same_place, list(rows), row, target)
        cell = await asyncio.to_thread(self.work.cells.cell, row, target)
        if cell is None:
            await self.work.translation.renew(set(places))
        else:
            for index in places:
                self.work.translation.put(index, target, cell)

    def _remember(self, about: str, row: Row, target: Target, back: Callable[[], object]) -> None:
        places = self.work.cells.same_place(self.work.rows, row, target)
        self.work.undos.append(Undo(phrase(f"undo-{about}", cell=named(row, target)), back, places))

    def _tell_saved(self, saved: Saved) -> None:
        if saved.overtaken:
            theirs = shown(saved.overtaken[-1].text or phrase("the-engines-draft"))
            self.tell(phrase("saved-over", text=theirs[:80]))
        else:
            self.tell(phrase("saved" if saved.changed else "saved-alike"))

    async def _offer(self, row: Row, target: Target, text: str) -> None:
        """Offer a new text to the rows that have the same sentence."""
        cells = self.work.cells
        twins = await asyncio.to_thread(cells.twins, list(self.work.rows), row, target, text)
        if not twins:
            return
        alike = "twins-exact" if all(twin.exact for twin in twins) else "twins-alike"
        lines = [
            Content.assemble((f"{named(twin.row)}  ", "dim"), plain(twin.text)) for twin in twins[:_SHOWN]
        ]
        question = Question(phrase(alike, number=len(twins)), *lines)
        yes = await self.app.push_screen_wait(question)
        for twin in twins:
            await self._answer_for(twin, target, yes)
        self.tell(phrase("twins-changed", number=len(twins)) if yes else phrase("twins-left"))

    async def _answer_for(self, twin: Twin, target: Target, yes: bool) -> None:
        row, cells = twin.row, self.work.cells
        if yes:
            prior = await asyncio.to_thread(cells.standing, row, target)
            await asyncio.to_thread(cells.save, row, target, twin.text)
            self._remember("edit", row, target, lambda: cells.restore(row, target, prior))
            await self._show(row, target)
        elif twin.exact:
            # Else the memory would give it this text the next time, as it knows the sentence now.
            await asyncio.to_thread(cells.leave, row, target)

    @work(exclusive=True, exit_on_error=False, group="cells")
    async def action_redraft(self) -> None:
        """Have the current cell translated anew and show both."""
        from reader.tui.comparing import Comparison

        target = await self.ask_target(phrase("what-redraft"))
        if target is None:
            return
        row, cells = self.work.row, self.work.cells
        engines = await self.work.translation.ask(lambda: cells.engines(target))
        engine = engines[0]
        if len(engines) > 1:
            names = [Content(engine.name) for engine in engines]
            number = await self.app.push_screen_wait(
                Menu(phrase("translate-with", cell=named(row, target)), names)
            )
            if number is None:
                return
            engine = engines[number]
        self.tell(phrase("engine-translating", engine=engine.name, row=row.segment.index + 1))
        made = await self.work.translation.ask(lambda: cells.draft(row, target, engine))
        present = self.work.rows[row.segment.index].cells.get(target)
        if present is None or made.text == present.text:
            self.tell(phrase("engine-says-same", engine=engine.name))
            return
        take = await self.app.push_screen_wait(
            Comparison(named(row, target), row.segment.text, present, made)
        )
        if not take:
            self.tell(phrase("stays-as-it-was"))
            return
        prior = await asyncio.to_thread(cells.standing, row, target)
        saved = await asyncio.to_thread(cells.approve, row, target, made)
        self._remember("choice", row, target, lambda: cells.restore(row, target, prior))
        await self._show(row, target)
        self._tell_saved(saved)

    @work(exclusive=True, exit_on_error=False, group="cells")
    async def action_review(self) -> None:
        """Approve the current column's cell, or, in the Chinese, all cells; again: take it back."""
        row, cells = self.work.row, self.work.cells
        column = self.work.grid.column.target
        targets = [column] if column is not None else list(self.work.desk.targets)
        some = {target: row.cells[target] for target in targets if target in row.cells}
        if not some:
            self.tell(phrase("not-translated-yet"))
            return
        reviewed = next_state(list(some.values()))
        for target, cell in some.items():
            if (cell.state == "reviewed") is reviewed:
                continue
            prior = await asyncio.to_thread(cells.standing, row, target)
            await asyncio.to_thread(cells.approve, row, target, cell, reviewed=reviewed)
            self._remember("review", row, target, partial(cells.restore, row, target, prior))
            await self._show(row, target)
        states = {
            cell.state for target, cell in self.work.rows[row.segment.index].cells.items() if target in some
        }
        self.tell(f"{named(row, column)}: {', '.join(phrase(f'state-{state}') for state in sorted(states))}")

    @work(exclusive=True, exit_on_error=False, group="cells")
    async def action_revert(self) -> None:
        """Give the engine's draft back to the current cell."""
        target = await self.ask_target(phrase("what-revert"))
        if target is None:
            return
        row, cells = self.work.row, self.work.cells
        prior = await asyncio.to_thread(cells.standing, row, target)
        if prior is None:
            self.tell(phrase("is-draft-already"))
            return
        await asyncio.to_thread(cells.revert, row, target)
        self._remember("way-back", row, target, lambda: cells.restore(row, target, prior))
        await self._show(row, target)
        self.tell(phrase("draft-is-back"))

    @work(exclusive=True, exit_on_error=False, group="cells")
    async def action_history(self) -> None:
        """Show what was made of the current cell; what is chosen comes back."""
        from reader.tui.versions import HistoryMenu, pasts

        target = await self.ask_target(phrase("what-history"))
        if target is None:
            return
        row, cells = self.work.row, self.work.cells
        past = pasts(await asyncio.to_thread(cells.history, row, target))
        if not past:
            self.tell(phrase("nobody-changed"))
            return
        number = await self.app.push_screen_wait(
            HistoryMenu(phrase("history-of", cell=named(row, target)), past)
        )
        if number is None:
            return
        prior = await asyncio.to_thread(cells.standing, row, target)
        saved = await asyncio.to_thread(cells.revert, row, target, past[number].number)
        self._remember("way-back", row, target, lambda: cells.restore(row, target, prior))
        await self._show(row, target)
        self.tell(phrase("version-is-back" if saved.changed else "version-stands"))

    @work(exclusive=True, exit_on_error=False, group="cells")
    async def action_undo(self) -> None:
        """Take back the last change that was made on this screen."""
        if not self.work.undos:
            self.tell(phrase("nothing-to-take-back"))
            return
        undo = self.work.undos[-1]
        await asyncio.to_thread(undo.work)
        self.work.undos.pop()
        if undo.glossary:
            await self.work.translation.ask(self.work.desk.tools.renew)
        await self.work.translation.renew(set(undo.rows))
        self.tell(phrase("taken-back", what=undo.about))

    def action_turn(self) -> None:
        """Stop the translation of the article, or let it go on."""
        translation = self.work.translation
        if not translation.is_halted and not translation.is_running and translation.tally.is_complete:
            self.tell(phrase("all-translated"))
        elif translation.turn():
            self.tell(phrase("translation-goes-on"))
        else:
            self.tell(phrase("translation-halted"))
        translation.changed(())
