"""The list of keys, made from the bindings themselves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static


def keys_of(screen: Screen[None]) -> list[tuple[str, str]]:
    """(keys, description) of every binding that works on a screen just now, each action once."""
    keys: dict[tuple[int, str], list[str]] = {}
    descriptions: dict[tuple[int, str], str] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if (binding.system and binding.action != "command_palette") or not binding.description:
            continue
        key = (id(active.node), binding.action)
        keys.setdefault(key, []).append(screen.app.get_key_display(binding))
        descriptions[key] = binding.tooltip or binding.description
    return [("  ".join(dict.fromkeys(names)), descriptions[key]) for key, names in keys.items()]


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """The keys of the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close"),
    ]

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One line a key."""
        width = max((len(names) for names, _ in self._keys), default=0)
        lines = [
            Content.assemble((names.ljust(width + 3), "bold $text-accent"), description)
            for names, description in self._keys
        ]
        with VerticalScroll():
            yield Static(Content("\n").join(lines))
