"""The form in which an entry is added to one's own glossary, or corrected."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.plain import shown
from reader.proposal import Proposal
from reader.tui.entry import Entry
from reader.tui.filling import readable
from reader.tui.prose import Prose
from reader.tui.sheetlet import Sheetlet
from reader.tui.speech import phrase
from reader.tui.turn import Turn
from translate.row import Target
from translate.terms.glossary_file import Put
from translate.terms.glossary_rows import TYPES, RowError, entry_from
from translate.terms.termentry import TermEntry

_PAUSE = 0.3  # seconds without a key after which what is typed counts as a word


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry that was saved, what stood there before, and how that went."""

    entry: TermEntry
    before: TermEntry | None
    outcome: Put


class TermForm(Sheetlet[Entered], inherit_bindings=False):
    """Chinese, English, Vietnamese, type and note of an entry.

    ``propose`` says what to fill in for a Chinese form, ``save`` saves; both are called in threads
    of their own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "Save", priority=True),
        Binding("f2", "take", "Next candidate for the field"),
        Binding("tab", "app.focus_next", "Next field", show=False),
        Binding("shift+tab", "app.focus_previous", "Previous field", show=False),
        Binding("escape", "dismiss", "Close"),
    ]

    def __init__(
        self,
        zh: str,
        *,
        propose: Callable[[str], Proposal],
        save: Callable[[TermEntry], Entered],
    ) -> None:
        super().__init__(
            phrase("term-title"),
            phrase("term-foot"),
        )
        self._propose = propose
        self._save = save
        self._proposal = Proposal(zh)
        self._offered: dict[str, str] = {}
        self._waiting: Timer | None = None
        self._saving = False
        self._tried = False
        self._fields = {
            name: Entry(zh if name == "zh" else "", id=name) for name in ("zh", "en", "vi", "note")
        }
        self._type = Turn(TYPES, "term", id="type", called=lambda word: phrase(f"kind-{word}"))
        self._hints = {target: Prose(classes="hint") for target in Target}

    def contents(self) -> Iterable[Widget]:
        """The fields, with candidates below those for renderings."""
        labels = {
            "zh": "中文",
            "en": "English",
            "vi": "Tiếng Việt",
            "type": phrase("term-type"),
            "note": phrase("term-note"),
        }
        for name, label in labels.items():
            field: Widget = self._type if name == "type" else self._fields[name]
            yield Horizontal(Static(label, classes="name", markup=False), field, classes="field")
            if name in ("en", "vi"):
                yield self._hints[Target(name)]

    def on_mount(self) -> None:
        """Where there is a word, its English comes first; else the word itself."""
        zh = self._proposal.zh
        self._fields["en" if zh else "zh"].focus()
        if zh:
            self._look_up(zh)

    @property
    def zh(self) -> str:
        """The Chinese form that is looked up."""
        return self._proposal.zh

    @property
    def values(self) -> dict[str, str]:
        """What the fields say, by their names."""
        return {**{name: field.text for name, field in self._fields.items()}, "type": self._type.word}

    def set_values(self, **texts: str) -> None:
        """Fill fields in, whatever stands there."""
        for name, text in texts.items():
            self._fields[name].value = text

    # Proposals

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.input.id == "zh" and self._fields["zh"].text != self._proposal.zh:
            if self._waiting is not None:
                self._waiting.stop()
            self._waiting = self.set_timer(_PAUSE, lambda: self._look_up(self._fields["zh"].text))
        self._check()

    @work(exclusive=True, exit_on_error=False, group="proposal")
    async def _look_up(self, zh: str) -> None:
        try:
            proposal = await asyncio.to_thread(self._propose, zh)
        except Exception as error:  # one can fill the form in oneself
            self.complain(phrase("no-candidates", error=readable(error)))
            proposal = Proposal(zh)
        self._proposal = proposal
        self._fill("en", proposal.en[:1])
        self._fill("vi", proposal.vi[:1])
        self._fill("note", (proposal.note,))
        if self._offered.get("type", "term") == self._type.word:
            self._type.word = self._offered["type"] = proposal.type.value
        for target, hint in self._hints.items():
            others = proposal.of(target)
            hint.show(*([Content(shown(" · ".join(others)))] if len(others) > 1 else []))
        self._check()

    def _fill(self, name: str, texts: tuple[str, ...]) -> None:
        """Fill a field in, unless somebody has written there."""
        field = self._fields[name]
        if field.text == self._offered.get(name, ""):
            field.value = self._offered[name] = texts[0] if texts else ""

    def action_take(self) -> None:
        """Put the next candidate into the field one is in."""
        name = self.focused.id if self.focused is not None else None
        if name not in ("en", "vi"):
            return
        candidates = self._proposal.of(Target(name))
        if candidates:
            field = self._fields[name]
            at = candidates.index(field.text) + 1 if field.text in candidates else 0
            field.value = candidates[at % len(candidates)]
            field.cursor_position = len(field.value)

    # Saving

    def _entry(self) -> TermEntry:
        """What the fields say; raises RowError."""
        entry = entry_from(self.values)
        known = self._proposal.known
        return replace(entry, source=known.source) if known is not None else entry

    def _check(self) -> None:
        """Say what is wrong so far; what is still empty only once somebody wanted to save."""
        try:
            self._entry()
        except RowError as error:
            empty = any(not self._fields[name].text.strip() for name in ("zh", "en", "vi"))
            self.complain(readable(error) if self._tried or not empty else "")
        else:
            self.complain("")

    def action_save(self) -> None:
        """Save, if this makes an entry."""
        self._tried = True
        self._check()
        if not self.trouble and not self._saving:
            self._saving = True
            self._store(self._entry())

    @work(exit_on_error=False)
    async def _store(self, entry: TermEntry) -> None:
        try:
            entered = await asyncio.to_thread(self._save, entry)
        except Exception as error:  # what was typed is worth more than knowing which it may be
            self.complain(phrase("not-saved", error=readable(error)))
        else:
            self.dismiss(entered)
        finally:
            self._saving = False
