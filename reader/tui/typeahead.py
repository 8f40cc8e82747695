"""Keys typed while something opens: they go into it, not to what was there before."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from textual import events, work
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

_PATIENCE = 8.0  # seconds after which keys are waited with no longer
_LOST = 2.0  # seconds after which a key counts as heeded even if nobody has said so
_NOW = frozenset({"ctrl+q"})  # what never waits
_ENDS = frozenset({"enter", "escape"})  # what one ends a line with

Node = TypeVar("Node", bound=DOMNode)


class Typeahead(App[None]):
    """An app in which keys wait while a screen or a line to type in opens.

    Those that waited are sent one by one, each when what the one before did is done.
    """

    class Passed(Message):
        """What was sent to a widget before this has been heeded, by whoever heeds it."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._held: deque[events.Key] = deque()
        self._waiting = False
        self._sending: events.Key | None = None
        self._holds = 0
        self._sent: WeakKeyDictionary[events.Key, DOMNode] = WeakKeyDictionary()

    def on_mount(self) -> None:
        """Heed every screen that opens."""
        self.screen_change_signal.subscribe(self, self._screen_changed, immediate=True)

    def _screen_changed(self, screen: Screen[Any]) -> None:
        if not screen.is_mounted:
            self.hold_keys()
            screen.call_after_refresh(self.release_keys)

    def hold_keys(self) -> int:
        """From now on keys wait. Which hold it is, for ``drop_keys``."""
        self._waiting = True
        self._holds += 1
        self.set_timer(_PATIENCE, partial(self.drop_keys, self._holds))
        return self._holds

    def drop_keys(self, hold: int | None = None) -> None:
        """Forget the keys that wait: what they were for did not open. With ``hold``: if it is the latest."""
        if hold in (None, self._holds) and self._waiting:
            self._held.clear()
            self._waiting = False

    def release_keys(self) -> None:
        """Send the keys on that wait, once all that has been asked of the app before is done."""
        self.call_later(self._send_on)

    async def _send_on(self) -> None:
        self._waiting = False
        if self._sending is None:
            await self._send_next()

    async def _send_next(self, after: events.Key | None = None) -> None:
        if self._sending is not after:
            return
        self._sending = None
        if not self._held or self._waiting:
            return
        key = self._held.popleft()
        self._sending = key = events.Key(key.key, key.character)
        to = self.focused or self.screen
        await super().on_event(key)
        self._wait_for(to, key)

    async def on_typeahead_passed(self) -> None:
        """Send the next key."""
        await self._send_next(self._sending)

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait, or note where it goes."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if event.key not in _NOW and (self._waiting or self._held or self._sending is not None):
                self._held.append(event)
                return
            to = self.focused or self.screen
            if self._goes_first(event.key) or (event.key in _ENDS and isinstance(to, Input)):
                # Textual acts on it at once, ahead of letters that are still on their way; or it ends the
                # typing, and letters after it are not for the line.
                self._held.append(event)
                self._sending = event
                self._wait_for(to, event)
                return
            self._sent[event] = to
        await super().on_event(event)

    def _goes_first(self, key: str) -> bool:
        found = self.screen._bindings.key_to_bindings.get(key, ())
        return key not in _NOW and any(binding.priority for binding in found)

    def _wait_for(self, to: DOMNode, key: events.Key) -> None:
        to.post_message(self.Passed())
        # What was to tell that it has passed may have closed.
        self.set_timer(_LOST, partial(self._send_next, key))

    async def _on_key(self, event: events.Key) -> None:
        """A key that nobody took: it may have been sent before what it is meant for had opened."""
        if event is self._sending:
            return
        to = self._sent.pop(event, None)
        if self._waiting or self._held or self._sending is not None:
            event.prevent_default()
            self._held.append(event)
        elif to is not None and to is not (self.focused or self.screen):
            event.prevent_default()
            await self.on_event(events.Key(event.key, event.character))


def expect(widget: Widget) -> None:
    """From now on keys wait for what a widget has asked for; if that does not open: ``drop_keys``."""
    app = widget.app
    if isinstance(app, Typeahead):
        app.hold_keys()


def turn_to(widget: Widget) -> None:
    """Let one type into a widget; what has been typed already goes there too."""
    app = widget.app
    if isinstance(app, Typeahead):
        app.hold_keys()
        widget.focus()
        app.release_keys()
    else:
        widget.focus()


def opens(
    group: str,
) -> Callable[[Callable[[Node], Coroutine[Any, Any, None]]], Callable[[Node], None]]:
    """An action that opens something to type in, done in a worker of a group: keys wait until it is there."""

    def decorated(action: Callable[[Node], Coroutine[Any, Any, None]]) -> Callable[[Node], None]:
        @work(exclusive=True, exit_on_error=False, group=group)
        async def run(node: Node, hold: int) -> None:
            try:
                await action(node)
            finally:
                if isinstance(node.app, Typeahead):
                    node.app.drop_keys(hold)

        @wraps(action)
        def start(node: Node) -> None:
            run(node, node.app.hold_keys() if isinstance(node.app, Typeahead) else 0)

        return start

    return decorated
