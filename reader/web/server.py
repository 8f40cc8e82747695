"""The terminal reader in a browser: a server on this machine, and a reader of its own for each page."""

from __future__ import annotations

import asyncio
import errno
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path

import textual_serve
from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.download_manager import DownloadManager

from reader.web.addresses import is_local, names_this_machine, same_place, url_of
from reader.web.session import Session

_STATIC = Path(textual_serve.__file__).parent / "static"
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "connect-src 'self' ws: wss:",
        "img-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "script-src 'self' 'unsafe-inline' blob:",
        "frame-ancestors 'none'",
    )
)
_SMALLEST, _LARGEST = 8, 40  # sizes of the font, in pixels


class ServeError(Exception):
    """The reader cannot be served; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page itself says: its language, its title, that the reader has ended, how to begin anew."""

    language: str
    title: str
    ended: str
    again: str


class Server:
    """Serves readers that ``command`` starts, until told to stop. ``ready`` is told the address."""

    def __init__(
        self, command: Sequence[str], page: Page, host: str, port: int, ready: Callable[[str], None]
    ) -> None:
        self._command = command
        self._page = page
        self._host = host
        self._port = port
        self._ready = ready
        self._sockets: set[web.WebSocketResponse] = set()
        self._template = (files("reader.web") / "page.html").read_text("utf-8")

    def run(self) -> None:
        """Serve until SIGINT or SIGTERM; all readers have ended then. Raises ServeError."""
        asyncio.run(self.serve())

    async def serve(self) -> None:
        """The same within a running loop; ends when cancelled too."""
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            # Not on Windows, nor outside the main thread; there KeyboardInterrupt cancels this.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(number, stop.set)
        runner = web.AppRunner(self._app(), access_log=None, handle_signals=False)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port, shutdown_timeout=5).start()
            address = runner.addresses[0]
            self._ready(url_of(self._host, address[1]))
            await stop.wait()
        except OSError as error:
            raise ServeError(self._trouble(error)) from error
        finally:
            await runner.cleanup()

    def _trouble(self, error: OSError) -> str:
        where = f"port {self._port} of {self._host}"
        if error.errno == errno.EADDRINUSE:
            return f"{where} is taken, perhaps by another sanyu; choose another one with --port."
        if error.errno == errno.EACCES:
            return f"{where} is not allowed; choose a port from 1024 on with --port."
        return f"{where} cannot be used ({error.strerror or error}); choose others with --host and --port."

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws", self._websocket),
                web.static("/static", _STATIC),
            ]
        )
        app.on_shutdown.append(self._hang_up)
        return app

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse what a page of somewhere else makes the browser ask for.

        Without this any web page could drive the reader: websockets know no same-origin policy,
        and a foreign name can be made to lead to this machine.
        """
        if is_local(self._host) and not names_this_machine(request.host):
            raise web.HTTPForbidden(text="Open this page by the address that sanyu has printed.")
        origin = request.headers.get("Origin")
        if origin is not None and not same_place(origin, request.host):
            raise web.HTTPForbidden(text="Other pages may not use this reader.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = _POLICY
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    async def _index(self, request: web.Request) -> web.Response:
        text = self._template
        size = _whole(request.query.get("fontsize"), 16)
        for name, value in {
            "language": self._page.language,
            "title": self._page.title,
            "ended": self._page.ended,
            "again": self._page.again,
            # The host as the browser knows it: there may be a tunnel in between.
            "websocket": f"{'wss' if request.secure else 'ws'}://{request.host}/ws",
            "size": str(max(_SMALLEST, min(size, _LARGEST))),
        }.items():
            text = text.replace("{{ " + name + " }}", escape(value))
        return web.Response(text=text, content_type="text/html", charset="utf-8")

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        if request.headers.get("Origin") is None:
            raise web.HTTPForbidden(text="Only a browser's page may use this reader.")
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        self._sockets.add(socket)
        session = Session(
            self._command,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=socket.close,
            download_manager=DownloadManager(),
        )
        width = _whole(request.query.get("width"), 80)
        height = _whole(request.query.get("height"), 24)
        try:
            await session.start(width, height)
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._obey(message.data, socket, session)
        except (ConnectionError, OSError):
            pass
        finally:
            self._sockets.discard(socket)
            await session.stop()
        return socket

    async def _obey(self, text: str, socket: web.WebSocketResponse, session: Session) -> None:
        """Pass on what the page says; what makes no sense is left out."""
        import json

        try:
            kind, *rest = json.loads(text)
            value = rest[0] if rest else None
        except (ValueError, TypeError):
            return
        if kind == "stdin" and isinstance(value, str):
            await session.send_bytes(value.encode("utf-8", "replace"))
        elif kind == "resize" and isinstance(value, dict):
            await session.set_terminal_size(_whole(value.get("width"), 80), _whole(value.get("height"), 24))
        elif kind == "ping":
            await socket.send_json(["pong", value])
        elif kind == "blur":
            await session.blur()
        elif kind == "focus":
            await session.focus()

    async def _hang_up(self, app: web.Application) -> None:
        """Close all pages; their readers end with them."""
        for socket in tuple(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)


def _whole(value: object, default: int) -> int:
    """A size in cells or pixels, within reason."""
    try:
        return max(1, min(int(str(value)), 2000))
    except ValueError:
        return default
