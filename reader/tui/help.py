"""The list of keys, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from reader.tui.prose import Prose
from reader.tui.speech import key_words
from reader.tui.wrap import wrap


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
        descriptions[key] = key_words(binding.tooltip or binding.description)
    return [("  ".join(dict.fromkeys(names)), descriptions[key]) for key, names in keys.items()]


class KeyList(Prose):
    """Keys on the left, what they do on the right, over as many lines as that takes."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def _lines(self, width: int) -> list[Content]:
        indent = min(max((cell_len(names) for names, _ in self._keys), default=0) + 3, width // 2)
        lines = []
        for names, description in self._keys:
            words = [description[slice(*span)] for span in wrap(description, max(8, width - indent))]
            for left, right in zip_longest(in_lines(names, indent - 1), words, fillvalue=""):
                lines.append(Content.assemble((set_cell_size(left, indent), "bold $text-accent"), right))
        return lines


def in_lines(names: str, width: int) -> list[str]:
    """Names of keys, two spaces between them, over as many lines of a width in cells as they take."""
    lines: list[str] = []
    for name in names.split("  "):
        if lines and cell_len(f"{lines[-1]}  {name}") <= width:
            lines[-1] += f"  {name}"
        else:
            lines.append(name)
    return [set_cell_size(line, max(1, min(width, cell_len(line)))) for line in lines]


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """The keys of the screen below."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close"),
    ]

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys, to scroll through."""
        with VerticalScroll():
            yield KeyList(self._keys)
