"""The dialogue that asks for what to add to the library, and the one that asks before removing."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Button, Input, Static

from reader.plain import shown
from reader.tui.entry import Entry
from reader.tui.speech import phrase
from seeds.load import SUFFIXES

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")
_SUFFIX = re.compile(rf"(?:{'|'.join(map(re.escape, SUFFIXES))})['\"]?$", re.IGNORECASE)
_LONGEST_PATH = 4096


def as_path(text: str) -> Path | None:
    """The file or folder that a text names, as typed, quoted by a shell, or dropped by a file manager."""
    text = text.strip()
    if not text or len(text) > _LONGEST_PATH or "\n" in text or "\0" in text:
        return None
    forms = [text]
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    if len(words) == 1:
        forms.append(words[0])
    if text.startswith("file://"):
        forms.append(unquote(urlsplit(text).path))
    for form in forms:
        try:
            path = Path(form).expanduser()
            if path.exists():
                return path
        except (OSError, RuntimeError, ValueError):
            continue
    return None


def is_article(text: str) -> bool:
    """Whether a text can be added as it is: it has Chinese in it and does not look like a path."""
    line = text.strip()
    path_like = "\n" not in line and (line.startswith(("/", "~", ".", "file:")) or _SUFFIX.search(line))
    return _HAN.search(text) is not None and not path_like and as_path(text) is None


class PathSuggester(Suggester):
    """Completes the path of a file or folder; the right arrow takes what is shown."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first name in the folder that begins as typed."""
        head, slash, begin = value.rpartition("/")
        if not value or (not begin and not slash):
            return None
        try:
            folder = Path(f"{head}{slash}" or ".").expanduser()
            names = sorted(
                f"{found.name}/" if found.is_dir() else found.name
                for found in folder.iterdir()
                if found.name.startswith(begin)
                and (begin or not found.name.startswith("."))
                and (found.is_dir() or found.suffix.lower() in SUFFIXES)
            )
        except (OSError, RuntimeError, ValueError):
            return None
        return f"{head}{slash}{names[0]}" if names else None


class PathLine(Entry):
    """Where one types a path; what is pasted may be an article itself."""

    @dataclass
    class Pasted(Message):
        """A text with Chinese in it was pasted."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        if is_article(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(event.text))


class AddScreen(ModalScreen[Path | str | None], inherit_bindings=False):
    """Asks for a path or a text; gives the path, the text, or None."""

    CSS_PATH = "adding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self) -> None:
        super().__init__()
        self._line = PathLine(
            placeholder=phrase("add-example"), suggester=PathSuggester(), id="path", compact=True
        )
        self._said = Static(id="said")

    def compose(self) -> ComposeResult:
        """What is asked, the line, what is wrong with it."""
        with Vertical(classes="dialogue"):
            yield Static(phrase("add-title"), classes="title")
            yield Static(phrase("add-hint"), classes="hint")
            yield self._line
            yield self._said

    def on_mount(self) -> None:
        """Type at once."""
        self._line.focus()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._said.update("")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        text = self._line.text
        path = as_path(text)
        if path is not None:
            self.dismiss(path)
        elif text.strip():
            said = phrase("add-missing", path=shown(text.strip()))
            self._said.update(Content(said))

    @on(PathLine.Pasted)
    def _pasted(self, event: PathLine.Pasted) -> None:
        self.dismiss(event.text)

    def action_cancel(self) -> None:
        """Add nothing."""
        self.dismiss(None)


class RemoveScreen(ModalScreen[bool], inherit_bindings=False):
    """Asks whether an article is really to go."""

    CSS_PATH = "adding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Remove"),
        Binding("n,escape,q", "answer(False)", "Keep"),
        Binding("left,right,tab,shift+tab", "app.focus_next", "Other button", show=False),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The question and two buttons."""
        with Vertical(classes="dialogue"):
            yield Static(phrase("remove-title"), classes="title")
            yield Static(Content(shown(self._title)))
            yield Static(phrase("remove-hint"), classes="hint")
            with Horizontal(classes="buttons"):
                yield Button(phrase("remove-keep"), id="keep", compact=True)
                yield Button(phrase("remove-remove"), id="remove", compact=True, variant="error")

    def on_mount(self) -> None:
        """A careless Enter removes nothing."""
        self.query_one("#keep").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "remove")

    def action_answer(self, removes: bool) -> None:
        """Remove or keep."""
        self.dismiss(removes)
