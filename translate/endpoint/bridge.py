"""From asynchronous work in a thread of its own to a plain iterator."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")


class End(Exception):
    """All items have come."""


def iterate(source: Callable[[], AsyncIterator[T]]) -> Iterator[T]:
    """Yields what ``source`` yields, which runs ahead in an event loop of its own.

    Closing the iterator cancels what still runs and waits until it has ended. The thread is a
    daemon: it holds up no exit.
    """
    items: SimpleQueue[tuple[T] | BaseException] = SimpleQueue()
    loop = asyncio.new_event_loop()

    async def pump() -> None:
        async for item in source():
            items.put((item,))

    task = loop.create_task(pump())

    def run() -> None:
        try:
            loop.run_until_complete(task)
            items.put(End())
        except BaseException as error:
            items.put(error)
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    thread = threading.Thread(target=run, name="sanyu-endpoint", daemon=True)
    thread.start()
    try:
        while True:
            item = items.get()
            if isinstance(item, End):
                return
            if isinstance(item, BaseException):
                raise item
            yield item[0]
    finally:
        with contextlib.suppress(RuntimeError):  # It has ended, and its loop is closed.
            loop.call_soon_threadsafe(task.cancel)
        thread.join()
