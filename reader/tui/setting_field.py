"""One setting on screen: its name, a widget that fits its kind, what it does, what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.plain import shown
from reader.settings import SETTINGS
from reader.settings_kinds import Choice, Flag, Kind, Number, Several, Whole, WrongValueError
from reader.tui.entry import Entry
from reader.tui.picks import Picks
from reader.tui.prose import Prose
from reader.tui.speech import phrase, spoken
from reader.tui.turn import Turn
from reader.words.messages import slug

_OFF, _ON = "no", "yes"


class Choices(Turn, inherit_bindings=False):
    """One of some words, shown by what they mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,enter", "turn(1)", "Next value", show=False),
        Binding("left", "turn(-1)", "Previous value", show=False),
    ]


class Field(Vertical):
    """A setting that can be changed; what is typed is told of on Enter or on leaving, the rest at once."""

    class Set(Message):
        """The setting is to have this value, which is one of its kind."""

        def __init__(self, key: str, value: object) -> None:
            super().__init__()
            self.key = key
            self.value = value

    def __init__(self, key: str, value: object, themes: Sequence[str]) -> None:
        super().__init__(id=slug(key), classes="setting")
        self.key = key
        self._value = value
        self._kind: Kind = SETTINGS[key].kind
        self._control = self._made(themes)
        self._trouble = Prose(classes="trouble")

    def _made(self, themes: Sequence[str]) -> Widget:
        value = self._value
        if self.key == "theme":
            names = [*themes, *([str(value)] if value not in themes else [])]
            return Choices(names, str(value), called=value_words)
        match self._kind:
            case Choice(all_words):
                return Choices(all_words, str(value), called=value_words)
            case Flag():
                return Choices((_ON, _OFF), _ON if value else _OFF, called=value_words)
            case Several(all_words):
                assert isinstance(value, tuple)
                return Picks({word: value_words(word) for word in all_words}, value)
        return Entry(_written(value), compact=True)

    def compose(self) -> ComposeResult:
        """Name and widget side by side; below, what it does."""
        name = Static(Content(phrase(f"setting-{slug(self.key)}")), classes="name")
        yield Horizontal(name, self._control, classes="field")
        help = spoken().given(f"setting-{slug(self.key)}-help", SETTINGS[self.key].help)
        yield Prose(Content(help), classes="hint")
        yield self._trouble

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self._trouble.display = False

    @property
    def trouble(self) -> str:
        """What is wrong with what stands there; empty if nothing is."""
        return self._trouble.text if self._trouble.display else ""

    @property
    def has_focus_within_it(self) -> bool:
        """Whether one is at this field."""
        return self._control.has_focus

    def take_focus(self) -> None:
        """Go to this field."""
        self._control.focus()

    def put(self, value: object) -> None:
        """Show a value that has been set elsewhere."""
        self._value = value
        if isinstance(self._control, Picks):
            assert isinstance(value, tuple)
            self._control.show(value)
        elif isinstance(self._control, Turn):
            self._control.word = (_ON if value else _OFF) if isinstance(self._kind, Flag) else str(value)
        elif isinstance(self._control, Entry):
            self._control.value = _written(value)

    def pending(self) -> object | None:
        """What has been typed and not told of yet, if it is right and another value than before."""
        value = self._typed()
        if value is None or value == self._value:
            return None
        self._value = value
        return value

    def _typed(self) -> object | None:
        """The value that stands there; None if it is wrong."""
        if not isinstance(self._control, Entry):
            return self._value
        try:
            value = self._kind.checked(_read(self._control.text.strip(), self._kind))
        except WrongValueError:
            self._complain(_wrong(self.key, self._kind))
            return None
        self._complain("")
        return value

    def _complain(self, text: str) -> None:
        self._trouble.show(Content(shown(text)))
        self._trouble.display = bool(text)

    @on(Turn.Turned)
    def _turned(self, event: Turn.Turned) -> None:
        event.stop()
        word = event.turn.word
        self._value = word == _ON if isinstance(self._kind, Flag) else word
        self.post_message(self.Set(self.key, self._value))

    @on(Picks.Picked)
    def _picked(self, event: Picks.Picked) -> None:
        event.stop()
        self._value = event.picks.picked
        self.post_message(self.Set(self.key, self._value))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed()

    @on(Input.Submitted)
    @on(Input.Blurred)
    def _finished(self, event: Input.Submitted | Input.Blurred) -> None:
        event.stop()
        value = self.pending()
        if value is not None:
            self.post_message(self.Set(self.key, value))


def value_words(word: str) -> str:
    """What a value is called."""
    return spoken().named("value", word)


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _read(text: str, kind: Kind) -> object:
    """What was typed, as a number where one is wanted and it is one."""
    try:
        if isinstance(kind, Whole):
            return int(text)
        if isinstance(kind, Number):
            return float(text.replace(",", "."))
    except ValueError:
        pass
    return text


def _wrong(key: str, kind: Kind) -> str:
    if isinstance(kind, Whole | Number):
        name = "wrong-whole" if isinstance(kind, Whole) else "wrong-number"
        return phrase(name, least=f"{kind.least:g}", most=f"{kind.most:,.0f}".replace(",", "\u202f"))
    return phrase(f"wrong-{slug(key)}")
