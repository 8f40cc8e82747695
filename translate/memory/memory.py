"""The translation memory as the reader and the commands use it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cache.database import ignore
from cache.history import Saved, Version
from cache.memory import MemoryStore
from cache.unit import Counts, Unit
from translate.links import pack_links
from translate.memory.folding import lookup
from translate.memory.matching import best_match
from translate.memory.passage import Passage
from translate.row import Link, Target

if TYPE_CHECKING:
    # What is like what is asked when somebody edits: reading does without.
    from translate.memory.fuzzy import Suggestion
    from translate.memory.likeness import Twin

PERSON = "person"
DRAFT, EDITED, REVIEWED = "draft", "edited", "reviewed"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking units in; ``kept`` are those that would have replaced other work."""

    added: int
    replaced: int
    unchanged: int
    kept: tuple[Unit, ...]


class TranslationMemory:
    """What people wrote and approved, by passage and target.

    Every change is a version, and who makes one says which version was seen (``Unit.version`` of
    ``standing``, 0 where that was None): the answer then names the versions overtaken. Changes raise
    cache.vault.NotKeptError where they cannot be kept. Texts are kept in NFC. Usable from several
    threads.
    """

    def __init__(
        self, path: Path, notice: Callable[[str], None] = ignore, copies: Path | None = None
    ) -> None:
        self.store = MemoryStore(path, notice, copies)

    def close(self) -> None:
        """Closes the file."""
        self.store.close()

    @property
    def is_empty(self) -> bool:
        """Whether there is no file at all; knowing costs next to nothing."""
        return not self.store.vault.exists

    @property
    def unread(self) -> str:
        """Why nothing of what the file holds is seen, as a sentence; empty where it is."""
        return self.store.vault.unread

    def standing(self, passage: Passage, target: Target) -> Unit | None:
        """The unit that stands for a passage: of the same context, else of the same source."""
        return self.standing_all([passage], target)[0]

    def standing_all(self, passages: Sequence[Passage], target: Target) -> list[Unit | None]:
        """The unit that stands for each passage, or None."""
        if self.is_empty:
            return [None] * len(passages)
        # The neighbours are looked at only where the source is known: in most articles little is.
        keys = [lookup(passage.source) for passage in passages]
        found = self.store.matches(keys, target.value)
        return [
            best_match(some, passage.address(target)) if some else None
            for some, passage in zip(map(found.get, keys), passages, strict=True)
        ]

    def edit(
        self,
        passage: Passage,
        target: Target,
        text: str,
        *,
        replaced: str = "",
        replaced_by: str = "",
        seen: int | None = None,
    ) -> Saved:
        """Saves a person's text; ``replaced`` stood there before, made by ``replaced_by``."""
        unit = unit_for(passage, target, text, EDITED, PERSON)
        return self.store.save(unit, "edit", replaced, replaced_by, seen)

    def review(
        self,
        passage: Passage,
        target: Target,
        text: str,
        who: str,
        *,
        reviewed: bool = True,
        alignment: Sequence[Link] = (),
        seen: int | None = None,
    ) -> Saved:
        """Approves a text that ``who`` made (``person`` or an engine), or takes the approval back.

        An approved draft stays as it is whatever engines say later. Without approval a person's text is
        edited, and an engine's is a draft again.
        """
        if not reviewed and who != PERSON:
            return self.revert(passage, target, replaced=text, replaced_by=who, seen=seen)
        unit = unit_for(passage, target, text, REVIEWED if reviewed else EDITED, who)
        unit = replace(unit, alignment=pack_links(tuple(alignment)))
        return self.store.save(unit, "review" if reviewed else "unreview", text, who, seen)

    def revert(
        self,
        passage: Passage,
        target: Target,
        *,
        to: int | None = None,
        replaced: str | None = None,
        replaced_by: str | None = None,
        seen: int | None = None,
    ) -> Saved:
        """Goes back to a version by its number, or, without one, to the engine's draft.

        Only this passage is changed, even where what stood there came from another place. What is
        taken back stays in the history. Raises cache.history.VersionMissingError.
        """
        standing = self.standing(passage, target)
        if standing is None and to is None:
            return Saved(0, False)
        if replaced is None or replaced_by is None:
            replaced = (standing.text or "") if standing else ""
            replaced_by = standing.who if standing else ""
        unit = unit_for(passage, target, None, DRAFT, "")
        if to is not None:
            version = self.store.version(unit.address, to)
            unit = replace(unit, text=version.text, state=version.state, who=version.who)
        return self.store.save(unit, "revert", replaced, replaced_by, seen)

    def history(self, passage: Passage, target: Target) -> list[Version]:
        """The versions of a passage, the oldest first; of what stands there where it has none of its own."""
        own = self.store.history(passage.address(target))
        if own:
            return own
        standing = self.standing(passage, target)
        return self.store.history(standing.address) if standing else []

    def suggestions(
        self, passage: Passage, target: Target, *, cutoff: float | None = None, limit: int = 5
    ) -> list[Suggestion]:
        """Units that could serve for a passage, the likest first, without the one that is its own.

        ``cutoff`` is the least likeness, from 0 to 1; ``fuzzy.CUTOFF`` unless given.
        """
        if self.is_empty:
            return []
        from translate.memory import fuzzy, likeness

        cutoff = fuzzy.CUTOFF if cutoff is None else cutoff
        return likeness.suggestions(self.store, passage, target, cutoff=cutoff, limit=limit)

    def twins(self, passage: Passage, target: Target, text: str = "") -> list[Twin]:
        """The other units with the passage's source but for names and figures.

        ``text`` is the passage's new text; each twin comes with what it would become by it.
        """
        if self.is_empty:
            return []
        from translate.memory import likeness

        return likeness.twins(self.store, passage, target, text)

    def worked_at(self, since: int | None) -> tuple[int, list[tuple[int, str]]]:
        """The number of the latest version, and those after ``since``, each with its source text.

        Raises sqlite3.DatabaseError.
        """
        return self.store.worked_at(since)

    def counts(self) -> Counts:
        """How much is in the memory; nothing is created by asking."""
        return self.store.counts()

    def units(self) -> Iterator[Unit]:
        """All living units, for exports."""
        return self.store.units()

    def take(self, units: Iterable[Unit], *, overwrite: bool = False, about: str = "import") -> Taken:
        """Takes units in from elsewhere, all or none of them.

        One that would replace another text of the same place is kept out and named, unless
        ``overwrite``; then what it replaces stays in the history. A text that was taken back here
        counts as another text.
        """
        added = changed = unchanged = 0
        kept: list[Unit] = []
        with self.store.writing() as writer:
            for unit in units:
                here = writer.at(unit.address)
                if here is not None and here[0] != unit.text and not overwrite:
                    kept.append(unit)
                    continue
                text, state, who = here or ("", "", "")
                if state == REVIEWED and not overwrite:
                    unchanged += 1
                    continue
                saved = writer.save(unit, about, text or "", who)
                added += here is None
                changed += here is not None and saved.changed
                unchanged += not saved.changed
        return Taken(added, changed, unchanged, tuple(kept))


def unit_for(
    passage: Passage, target: Target, text: str | None, state: str = EDITED, who: str = PERSON
) -> Unit:
    """A unit for a passage, as ``take`` wants it."""
    from translate.memory.abstraction import abstracted, pack_slots

    abstract = abstracted(passage.source, passage.entities, target)
    return Unit(
        passage.address(target),
        passage.source,
        None if text is None else unicodedata.normalize("NFC", text),
        state,
        who,
        passage.previous,
        passage.following,
        abstract.text,
        pack_slots(abstract.slots),
    )
