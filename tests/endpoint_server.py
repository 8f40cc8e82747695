"""A local server that plays a chat endpoint, well or badly."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Played:
    """What the server answers: a status, headers, a body; ``hang`` until the test ends, or ``drop`` the line."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    drop: bool = False
    endless: bytes = b""


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    question: dict[str, object]

    @property
    def text(self) -> str:
        """The Chinese that was to be translated."""
        found = re.search("^<zh>(.*)</zh>$", self.said, re.MULTILINE)
        return found[1] if found else ""

    @property
    def said(self) -> str:
        """All that the model was told."""
        return "\n".join(message["content"] for message in self.question["messages"])  # type: ignore[index, attr-defined]


Play = Callable[[Asked, int], Played]


def chat(text: object, ended: str | None = "stop") -> Played:
    """A proper chat completion."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": ended}
    return Played(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def error(status: int, message: str = "", **headers: str) -> Played:
    """A refusal, as servers word it."""
    body = json.dumps({"error": {"message": message}}).encode()
    return Played(body, status, {name.replace("_", "-"): value for name, value in headers.items()})


@dataclass
class Server:
    """A running server: its address and what it was asked so far."""

    url: str
    asked: list[Asked]
    most_at_once: list[int]


@contextlib.contextmanager
def serving(play: Play) -> Iterator[Server]:
    """Runs a server; ``play`` gets each request and its number from 0."""
    ended = threading.Event()
    lock = threading.Lock()
    asked: list[Asked] = []
    running = [0, 0]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            request = Asked(self.path, dict(self.headers.items()), json.loads(body))
            with lock:
                number = len(asked)
                asked.append(request)
                running[0] += 1
                running[1] = max(running)
            try:
                self.answer(play(request, number))
            except OSError:
                self.close_connection = True  # the client went away
            finally:
                with lock:
                    running[0] -= 1

        def answer(self, played: Played) -> None:
            if played.hang:
                ended.wait(100)
            if played.hang or played.drop:
                self.close_connection = True
                return
            self.send_response(played.status)
            for name, value in played.headers.items():
                self.send_header(name, value)
            if played.endless:
                self.close_connection = True
                self.end_headers()
                while not ended.is_set():
                    self.wfile.write(played.endless)
                return
            self.send_header("Content-Length", str(len(played.body)))
            self.end_headers()
            self.wfile.write(played.body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def server_bind(self) -> None:
            # The original asks for the name of the address.
            ThreadingHTTPServer.__mro__[2].server_bind(self)  # type: ignore[attr-defined]
            self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

        def handle_error(self, request: object, client_address: object) -> None:
            """Nothing."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{server.server_address[1]}/v1", asked, running)
        finally:
            ended.set()
            server.shutdown()
