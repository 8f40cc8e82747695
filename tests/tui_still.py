"""Makes Textual's Pilot wait until an app has nothing left to do, however slow the machine is.

Textual takes an app for idle when its process has used little CPU time for a moment. So it is, too, while
another process has the CPU: what a key does would then be looked at before it has been done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any
from weakref import WeakSet

import textual.app
import textual.constants
import textual.pilot
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot

PATIENCE = 60.0  # seconds until what a test waits for counts as never to come
_THREADS = 10.0  # seconds after which work in a thread counts as held up by the test itself
_ENDLESS = frozenset({"filling", "dictionary"})  # workers that go on, or are waited for, while one reads

_in_thread = asyncio.to_thread
_waiting: WeakSet[asyncio.Task[Any]] = WeakSet()


async def _counted(work: Callable[..., Any], /, *arguments: Any, **more: Any) -> Any:
    """``asyncio.to_thread``, noted while it lasts."""
    task = asyncio.current_task()
    assert task is not None
    _waiting.add(task)
    try:
        return await _in_thread(work, *arguments, **more)
    finally:
        _waiting.discard(task)


def _works(app: App[Any]) -> bool:
    """Whether a thread does something that will end."""
    loop = asyncio.get_running_loop()
    return any(task.get_loop() is loop for task in _waiting) or any(
        worker.is_running and worker._thread_worker and worker.group not in _ENDLESS for worker in app.workers
    )


def _is_unpainted(app: App[Any]) -> bool:
    screen = app.screen
    return screen.is_current and bool(
        screen._layout_required or screen._scroll_required or screen._repaint_required
        or screen._dirty_widgets or screen._callbacks
    )  # fmt: skip


async def still(*_: float) -> None:
    """Wait until the event loop has nothing ready to run, no thread is at work, and all is painted."""
    app, ready = active_app.get(), asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    start, calm = monotonic(), 0
    while calm < 3 and app._running and (passed := monotonic() - start) < PATIENCE:
        await asyncio.sleep(0)
        if ready:
            calm = 0
        elif passed < _THREADS and _works(app):
            calm = 0
            await asyncio.sleep(0.002)
        elif app.screen_stack and _is_unpainted(app) and not app._batch_count:
            calm = 0
            # Not by ourselves: what goes wrong in it is the app's affair.
            app.screen.call_later(app.screen._on_timer_update)
        else:
            calm += 1


async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Wait until something holds, and then until nothing is going on."""
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end, "\n".join(
            strip.text for strip in pilot.app.screen._compositor.render_strips()
        )
        await pilot.pause(0.01)
    await pilot.pause()


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until no short pause runs after which something would be done, and nothing is going on."""

    def pauses(app: App[Any]) -> bool:
        return any(
            timer._repeat == 0 and timer._interval < 1 and timer._task is not None and not timer._task.done()
            for node in (app, app.screen, *app.screen.query("*"))
            for timer in node._timers
        )

    await until(pilot, lambda: not pauses(pilot.app) and not _works(pilot.app))


asyncio.to_thread = _counted
textual.app.wait_for_idle = still
textual.pilot.wait_for_idle = still
# Scrolling and colours take no time: nobody looks.
textual.constants.TEXTUAL_ANIMATIONS = "none"
