"""Keys for the glossary and for exports: what comes of an article besides its reading."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.others import OtherTerms, rows_with
from reader.tui.align import counterparts
from reader.tui.bench import Bench, Undo, Work
from reader.tui.grid import Grid
from reader.tui.look import Language
from reader.tui.speech import phrase
from reader.tui.typeahead import opens
from translate.shapes import simplified
from translate.terms.own_glossary import put

if TYPE_CHECKING:
    from reader.proposal import Proposal
    from reader.tui.term_form import Entered
    from translate.terms.termentry import TermEntry


class TermBench(Bench, inherit_bindings=False):
    """A frame with the keys for the glossary and for exports."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a", "add", "Add term", tooltip="Add what is lit up or selected to your glossary, or correct it"
        ),
        Binding("x", "export", "Write the article into a file", show=False),
    ]

    def __init__(self, work: Work, inside: Grid) -> None:
        super().__init__(work, inside)
        self._others = OtherTerms(work.desk.glossary, [row.segment.text for row in work.rows])

    def on_mount(self) -> None:
        """Look now and then whether others have changed the glossary."""
        self.call_after_refresh(self._look)
        self.keep_looking()

    async def look(self) -> None:
        """Take up what others, as ``sanyu glossary add``, have changed, and renew the rows it is about."""
        rows = await asyncio.to_thread(self._others.changed)
        if rows is None:
            return
        await self.work.translation.ask(self.work.desk.tools.renew)
        if rows:
            await self.work.translation.renew(set(rows))
            self.tell(phrase("glossary-changed-elsewhere", number=len(rows)))

    @opens("terms")
    async def action_add(self) -> None:
        """Add an entry for what is selected or lit up; the rows that have it become new."""
        # Late, like all sheets: opening an article does not wait for them.
        from reader.tui.term_form import TermForm
        from translate.terms.glossary_file import Put

        grid = self.work.grid
        zh = pointed_at(self)
        grid.close_term()
        entered = await self.app.push_screen_wait(TermForm(zh, propose=self._propose, save=self._save))
        if entered is None:
            return
        zh = entered.entry.zh
        if entered.outcome is Put.SAME:
            self.tell(phrase("term-same", term=zh))
            return
        outcome = phrase(f"outcome-{entered.outcome.value}")
        rows = await asyncio.to_thread(
            rows_with, {simplified(zh)}, [row.segment.text for row in self.work.rows]
        )
        undo = Undo(f"{zh}: {outcome}", lambda: self._put_back(entered), rows, glossary=True)
        self.work.undos.append(undo)
        await self.work.translation.ask(self.work.desk.tools.renew)
        self.tell(phrase("term-renewing", term=zh, outcome=outcome, number=len(rows)))
        await self.work.translation.renew(set(rows))
        self.tell(phrase("term-renewed", term=zh, outcome=outcome, number=len(rows)))

    def _propose(self, zh: str) -> Proposal:
        from reader.proposal import propose

        known = self.work.desk.glossary.read().get(zh) if zh.strip() else None
        return propose(zh.strip(), list(self.work.rows), known)

    def _save(self, entry: TermEntry) -> Entered:
        from reader.tui.term_form import Entered
        from translate.terms.glossary_file import Put

        with self.work.desk.glossary.changing(f"add {entry.zh}") as glossary:
            before = glossary.get(entry.zh)
            outcome = put(glossary, entry)
            if outcome is not Put.SAME:
                self._others.leave_out(entry.zh, entry.line())
            return Entered(entry, before, outcome)

    def _put_back(self, entered: Entered) -> None:
        """Take an entry back: out again, or as it was."""
        with self.work.desk.glossary.changing(f"take back {entered.entry.zh}") as glossary:
            if entered.before is not None:
                put(glossary, entered.before)
                self._others.leave_out(entered.before.zh, entered.before.line())
            else:
                glossary.remove(entered.entry.zh)
                self._others.leave_out(entered.entry.zh)

    @opens("terms")
    async def action_export(self) -> None:
        """Write the article as it stands into a file."""
        from reader import exporting
        from reader.tui.export_form import ExportForm

        job = self.work
        rows, targets = list(job.rows), job.desk.targets
        missing = exporting.untranslated(rows, targets)
        remark = phrase("export-missing", number=missing) if missing else ""
        form = ExportForm(
            propose=lambda format: exporting.proposed(job.article, format, job.desk.folder),
            existing=lambda format, path: [
                file for file, _ in exporting.paths_of(path, format, targets) if file.exists()
            ],
            write=lambda format, path: exporting.export(job.article, rows, targets, format, path),
            remark=remark,
        )
        written: Sequence[Path] | None = await self.app.push_screen_wait(form)
        if written:
            self.tell(phrase("export-written", files=", ".join(str(path.absolute()) for path in written)))


def pointed_at(bench: Bench) -> str:
    """The Chinese of what is selected or lit up; of a translation, what it stands for."""
    grid = bench.work.grid
    if grid.selected is not None:
        row = grid.selected.rows[0]
        language, span = grid.selected.language, grid.selected.within(row)
    elif grid.pointed is not None:
        stretch = grid.pointed
        row, language, span = stretch.row, stretch.language, (stretch.start, stretch.end)
    else:
        return ""
    text = grid.rows[row].segment.text
    if language is Language.ZH:
        return text[slice(*span)].strip()
    sources = counterparts(grid.rows[row], language, span)[Language.ZH]
    return text[sources[0][0] : sources[-1][1]].strip() if sources else ""
