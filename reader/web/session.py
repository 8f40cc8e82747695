"""One reader that a page in a browser drives: a process of its own."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_PATIENCE = 5.0  # seconds that a reader has to save its place and end


class Session(AppService):
    """A reader's process. It is started as a list of words, so that no shell reads a file's name."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
        download_manager: DownloadManager,
    ) -> None:
        async def hang_up() -> None:
            await close()

        super().__init__(
            "", write_bytes=write_bytes, write_str=write_str, close=hang_up, download_manager=download_manager
        )
        self._words = tuple(words)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width=width, height=height),
            # Ctrl-C in the terminal is for the server, which ends its readers in good order.
            start_new_session=True,
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def stop(self) -> None:
        """End the process: ask it, then insist."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ConnectionError, OSError, RuntimeError):
            await self.send_meta({"type": "quit"})
        for insist in (None, process.terminate, process.kill):
            if insist is not None:
                with suppress(ProcessLookupError):
                    insist()
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), _PATIENCE)
                break
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError, ConnectionError, OSError):
                await self._task
            self._task = None
