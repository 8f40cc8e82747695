"""What the list of commands offers: every action that works on a screen just now, with its keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.screen import Screen

from reader.tui.speech import key_words

_PALETTE = "command_palette"


def commands_of(app: App[None], screen: Screen[object]) -> Iterator[SystemCommand]:
    """Each action once, named as in the help; what it does is done where its key would have done it."""
    keys: dict[tuple[int, str], list[str]] = {}
    found: dict[tuple[int, str], tuple[str, DOMNode]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not active.enabled or not binding.description or binding.system or binding.action == _PALETTE:
            continue
        place = (id(active.node), binding.action)
        keys.setdefault(place, []).append(app.get_key_display(binding))
        found[place] = (key_words(binding.tooltip or binding.description), active.node)
    for place, (name, node) in found.items():
        run = partial(app.run_action, place[1], node)
        yield SystemCommand(name, "  ".join(dict.fromkeys(keys[place])), run)
