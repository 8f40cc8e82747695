"""What a person works with while reading: memory, marks, glossary, engines, exports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cache.annotations import Annotations
from cache.history import Saved, Version
from cache.unit import Unit
from translate.drafting import NoEngineError, answers
from translate.engine import Engine
from translate.memory.edits import cell_of
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.pipeline import job_of
from translate.row import Cell, Row, Target
from translate.terms.own_glossary import OwnGlossary

if TYPE_CHECKING:
    from translate.memory.fuzzy import Suggestion

NEAR = 2000
"""So many rows either way are looked through for sentences that differ in names and figures only."""


class Tools(Protocol):
    """What the desk wants of ``translate.workshop.Workshop``."""

    def choices(self, target: Target) -> Sequence[Engine]:
        """The engines there are for a target, whichever was chosen, the best first."""
        ...

    def renew(self) -> None:
        """Take up a changed glossary."""
        ...


def no_log(_: BaseException) -> Path | None:
    """Keeps no log."""
    return None


@dataclass(frozen=True, slots=True)
class Desk:
    """The stores a person's work goes into, and the tools for it.

    ``log`` keeps an error with its traceback and says where. ``folder`` is where exports are
    proposed to go, ``targets`` what the article is translated into.
    """

    memory: TranslationMemory
    annotations: Annotations
    glossary: OwnGlossary
    tools: Tools
    log: Callable[[BaseException], Path | None] = no_log
    folder: Path = field(default_factory=Path.cwd)
    targets: tuple[Target, ...] = tuple(Target)


@dataclass(frozen=True, slots=True)
class Twin:
    """A row whose sentence is another's, and what it would say; ``exact``: there is no difference at all."""

    row: Row
    text: str
    exact: bool


class Cells:
    """The cells of one article as a person changes them: every change goes into the memory.

    ``texts`` are all segments of the article, ``made`` the numbers of the versions made here. What is
    saved raises cache.vault.NotKeptError.
    """

    def __init__(self, desk: Desk, texts: Sequence[str]) -> None:
        self._memory = desk.memory
        self._tools = desk.tools
        self._texts = texts
        self.made: set[int] = set()

    def _noted(self, saved: Saved) -> Saved:
        if saved.changed:
            self.made.add(saved.version)
        return saved

    def passage(self, row: Row) -> Passage:
        """A row as the memory knows it."""
        return Passage.of(row, self._texts)

    def standing(self, row: Row, target: Target) -> Unit | None:
        """What a person wrote or approved for a row, as the memory has it."""
        return self._memory.standing(self.passage(row), target)

    def restore(self, row: Row, target: Target, prior: Unit | None) -> Saved:
        """Goes back to what stood at a row before."""
        passage = self.passage(row)
        if prior is None or prior.text is None:
            return self._noted(self._memory.revert(passage, target))
        if prior.address == passage.address(target):
            return self._noted(self._memory.revert(passage, target, to=prior.version))
        # It came from the same sentence elsewhere, and has no version of its own here.
        if prior.state == "reviewed":
            return self._noted(self._memory.review(passage, target, prior.text, prior.who))
        return self._noted(self._memory.edit(passage, target, prior.text))

    def cell(self, row: Row, target: Target) -> Cell | None:
        """What a person wrote or approved for a row."""
        unit = self.standing(row, target)
        return None if unit is None else cell_of(unit, row, target)

    def save(self, row: Row, target: Target, text: str, seen: int | None = None) -> Saved:
        """Saves a text; ``seen`` is the version that its writer saw."""
        old = row.cells.get(target)
        return self._noted(
            self._memory.edit(
                self.passage(row),
                target,
                text,
                replaced=old.text if old else "",
                replaced_by=old.engine if old else "",
                seen=seen,
            )
        )

    def approve(self, row: Row, target: Target, cell: Cell, *, reviewed: bool = True) -> Saved:
        """Approves a cell, or takes the approval back."""
        return self._noted(
            self._memory.review(
                self.passage(row),
                target,
                cell.text,
                cell.engine,
                reviewed=reviewed,
                alignment=cell.alignment,
            )
        )

    def revert(self, row: Row, target: Target, to: int | None = None) -> Saved:
        """Goes back to a version, or to the engine's draft."""
        return self._noted(self._memory.revert(self.passage(row), target, to=to))

    def leave(self, row: Row, target: Target) -> Saved:
        """Keeps the engine's draft although the same sentence has been edited elsewhere."""
        return self._noted(self._memory.revert(self.passage(row), target))

    def history(self, row: Row, target: Target) -> list[Version]:
        """What has been made of a row, the latest first."""
        return self._memory.history(self.passage(row), target)[::-1]

    def suggestions(self, row: Row, target: Target) -> list[Suggestion]:
        """What the memory has for a row."""
        return self._memory.suggestions(self.passage(row), target)

    def same_place(self, rows: Sequence[Row], row: Row, target: Target) -> list[int]:
        """The indexes of the rows that the memory cannot tell from a row: same sentence, same neighbours.

        The row itself is among them.
        """
        address = self.passage(row).address(target)
        alike = [other for other in rows if other.segment.text == row.segment.text]
        return [other.segment.index for other in alike if self.passage(other).address(target) == address]

    def twins(self, rows: Sequence[Row], row: Row, target: Target, text: str) -> list[Twin]:
        """The other rows with a row's sentence, or one that differs in names and figures only.

        Each comes with what ``text`` would be there. Rows that a person has worked at, those that say
        it already, and those where a name or figure cannot be placed for sure are not among them.
        """
        # Late: reading alone does without what tells likeness.
        from translate.memory.abstraction import abstracted
        from translate.memory.adaptation import adapt
        from translate.memory.difference import compare
        from translate.memory.likeness import alike

        wanted = self.passage(row)
        same = self.same_place(rows, row, target)
        here = abstracted(wanted.source, wanted.entities, target)
        near = [
            other
            for other in rows
            if other.segment.text == row.segment.text or abs(other.segment.index - row.segment.index) <= NEAR
        ]
        found = []
        for number in alike(wanted, [Passage.of(other, self._texts) for other in near], target):
            other = near[number]
            cell = other.cells.get(target)
            if other.segment.index in same or (cell is not None and cell.state != "draft"):
                continue
            there = abstracted(other.segment.text, other.entities, target)
            made = adapt(text, compare(here, there).slots)
            if not made.left and (cell is None or made.text != cell.text):
                found.append(Twin(other, made.text, other.segment.text == row.segment.text))
        return found

    def engines(self, target: Target) -> Sequence[Engine]:
        """The engines that could draft a cell."""
        return self._tools.choices(target)

    def draft(self, row: Row, target: Target, engine: Engine) -> Cell:
        """A row drafted anew by an engine, and by no other. Raises EngineError."""
        through = engine.pivot(target)
        pivot = None if through is None else row.cells.get(through)
        if through is not None and (pivot is None or pivot.engine != engine.name):
            pivot = self.draft(row, through, engine)
        for answer in answers([job_of(row, pivot)], target, [engine], rescue=False):
            return answer.cell
        raise NoEngineError(f"{engine.name}: no answer")


def next_state(cells: Sequence[Cell]) -> bool:
    """Whether the next state of some cells is reviewed; else they go back to what they were."""
    return any(cell.state != "reviewed" for cell in cells)
