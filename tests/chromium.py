"""A page in headless Chromium, driven through its DevTools protocol over a pipe: no socket, no driver."""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60.0


class Chromium:
    """A browser with one open page. What the page does wrong gathers in ``troubles``.

    Warnings do not count: a terminal in the page warns when the machine is slow.
    """

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM
        their_in, self._out = os.pipe()
        self._in, their_out = os.pipe()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (lives with the browser)

        def place_pipes() -> None:
            # The browser reads from 3 and writes to 4. The copies lie above all that is open, so that
            # neither takes the other's place, whatever numbers the pipes have.
            high_in, high_out = (fcntl.fcntl(end, fcntl.F_DUPFD, 100) for end in (their_in, their_out))
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        self._process = subprocess.Popen(
            [
                CHROMIUM, "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu",
                "--disable-background-networking", "--disable-component-update", "--no-first-run",
                "--disable-dev-shm-usage", f"--user-data-dir={profile}", "about:blank",
            ],
            close_fds=False, preexec_fn=place_pipes, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=self._log,
        )  # fmt: skip
        os.close(their_in)
        os.close(their_out)
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self._events: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """Ends the browser."""
        os.close(self._out)
        os.close(self._in)
        try:
            self._process.wait(3)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Calls a method of the protocol; its result."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return answer["result"]  # type: ignore[no-any-return]

    def open(self, url: str) -> None:
        """Opens a page and waits until it is loaded and painted."""
        self._events.clear()
        self.call("Page.navigate", url=url)
        while "Page.loadEventFired" not in self._events:
            self._next()
        # What has not been painted yet may be skipped as unseen: content-visibility leaves it no text.
        painted = "requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 30000)"
        self.run(f"new Promise(done => {{ {painted} }})")

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression; promises are awaited."""
        result = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def until(self, expression: str) -> None:
        """Waits for an expression to become true."""
        deadline = time.monotonic() + PATIENCE
        while not self.run(expression):
            assert time.monotonic() < deadline, f"never true: {expression}"
            time.sleep(0.02)

    def size(self, width: int, height: int = 900, *, touch: bool = False) -> None:
        """Sets the size of the window, in CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=touch,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.until(f"matchMedia('(width: {width}px)').matches")

    def scheme(self, name: str) -> None:
        """What the system prefers: light or dark."""
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])
        self.until(f"matchMedia('(prefers-color-scheme: {name})').matches")

    def middle(self, selector: str) -> dict[str, float]:
        """The middle of an element, scrolled into view."""
        return self.run(  # type: ignore[no-any-return]
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            " const r = e.getClientRects()[0]; return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()"
        )

    def hover(self, selector: str) -> None:
        """Moves the mouse onto an element, as a hand does: a single move may come before it has been painted."""
        place, deadline = self.middle(selector), time.monotonic() + PATIENCE
        while True:
            self.call("Input.dispatchMouseEvent", type="mouseMoved", **place)
            if self.run(f"document.querySelector({json.dumps(selector)}).matches(':hover')"):
                return
            assert time.monotonic() < deadline, f"never under the mouse: {selector}"
            time.sleep(0.02)
            place["y"] += 1 if place["y"] % 2 < 1 else -1

    def click(self, selector: str) -> None:
        """Clicks on an element."""
        self.hover(selector)
        place = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def tap(self, selector: str) -> None:
        """Taps on an element with a finger."""
        place = self.middle(selector)
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[place])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def key(self, key: str, *, text: str = "") -> None:
        """Presses a key."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "/": 191}
        values = {"key": key, "windowsVirtualKeyCode": codes[key], **({"text": text} if text else {})}
        self.call("Input.dispatchKeyEvent", type="keyDown", **values)
        self.call("Input.dispatchKeyEvent", type="keyUp", **values)

    def type(self, text: str) -> None:
        """Types a text where the focus is."""
        self.call("Input.insertText", text=text)

    def picture(self, path: Path) -> None:
        """Keeps what the window shows as a PNG file."""
        path.write_bytes(b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._in], [], [], PATIENCE)[0], "the browser does not answer"
            data = os.read(self._in, 1 << 20)
            assert data, f"the browser has ended: {self._last_words()}"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        event: dict[str, Any] = json.loads(message)
        self._note(event)
        return event

    def _last_words(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(3)
        self._log.seek(0)
        return f"code {self._process.returncode}\n{self._log.read().decode(errors='replace')[-2000:]}"

    def _note(self, event: dict[str, Any]) -> None:
        method, told = event.get("method", ""), event.get("params", {})
        self._events.append(method)
        if method == "Runtime.exceptionThrown":
            self.troubles.append(json.dumps(told["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "assert"):
            self.troubles.append(json.dumps(told["args"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.troubles.append(json.dumps(told["entry"]))
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
