"""``sanyu read --serve``: the reader in a browser, on this machine and for nobody else."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from chromium import CHROMIUM, Chromium

from reader.web.addresses import is_local, names_this_machine, same_place, url_of

pytestmark = [
    pytest.mark.usefixtures("loopback"),
    pytest.mark.skipif(os.name == "nt", reason="ends the server by a signal"),
]
HERE = Path(__file__).parent.parent
TEXT = "越南大米出口保持增长势头\n\n芹苴市的一家合作社说：新品种耐盐耐旱。\n"


@contextmanager
def served(*words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server that runs, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reader.cli.main", "read", "--serve", "--port", "0", *words],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE,
    )  # fmt: skip
    try:
        lines = []
        while True:
            line = process.stderr.readline()
            assert line, lines
            lines.append(line)
            if found := re.search(r"http://\S+", line):
                yield found[0], process
                return
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def get(url: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(
        url, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def test_the_page_and_all_it_needs_come_from_this_machine_and_others_are_refused():
    with served() as (address, process):
        status, page = get(address)
        assert status == 200 and "三语" in page
        links = re.findall(r"""(?:src|href)="([^"]+)"|url\("([^"]+)"\)""", page)
        local = [first or second for first, second in links]
        assert len(local) >= 4 and all(link.startswith(("/static/", "data:")) for link in local)
        for link in local:
            if link.startswith("/"):
                status, text = get(address.rstrip("/") + link)
                assert status == 200
                assert not re.search(r"@import|url\(['\"]?(?:https?:)?//", text)
        netloc = address.split("/")[2]
        assert re.findall(r"wss?://[^\"]+", page) == [f"ws://{netloc}/ws"]
        # A foreign name that leads here, a foreign page, something that is no page.
        assert get(address, Host="evil.example")[0] == 403
        assert get(f"{address}ws", Origin="http://evil.example")[0] == 403
        assert get(f"{address}ws", Origin="http://127.0.0.1:1")[0] == 403
        assert get(f"{address}ws")[0] == 403
        # A second server on the same port says so.
        port = netloc.rpartition(":")[2]
        again = subprocess.run(
            [sys.executable, "-m", "reader.cli.main", "read", "--serve", "--port", port],
            capture_output=True, text=True, cwd=HERE, timeout=60,
        )  # fmt: skip
        assert again.returncode == 1 and again.stdout == ""
        assert f"port {port} of 127.0.0.1 is taken" in again.stderr and "--port" in again.stderr
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=60)
        assert (process.returncode, out) == (0, "") and "closed" in errors


def test_a_page_gets_a_reader_of_its_own_that_ends_with_it(tmp_path):
    file = tmp_path / "rice & $(touch x); 'quoted'.txt"
    file.write_text(TEXT, "utf-8")

    async def visit(address: str, process: subprocess.Popen[str]) -> None:
        from aiohttp import ClientSession, WSMsgType

        async with ClientSession(headers={"Origin": address.rstrip("/")}) as session:
            async with session.ws_connect(f"{address}ws?width=100&height=30") as socket:
                seen = b""
                while "大米出口".encode() not in seen or b"Search" not in seen:
                    message = await socket.receive(timeout=60)
                    assert message.type is WSMsgType.BINARY, message
                    seen += message.data
                assert len(children(process.pid)) == 1
                await socket.send_str("no JSON")
                await socket.send_json(["stdin", "?"])
                while b"Previous term" not in seen:
                    seen += (await socket.receive(timeout=60)).data
                await socket.send_json(["stdin", "q"])
            end = time.monotonic() + 60
            while children(process.pid) and time.monotonic() < end:
                await asyncio.sleep(0.02)
            assert children(process.pid) == []
            # Ctrl-C ends the readers that are still open.
            async with session.ws_connect(f"{address}ws") as socket:
                await socket.receive(timeout=60)
                (child,) = children(process.pid)
                process.send_signal(signal.SIGINT)
                while (await socket.receive(timeout=60)).type is WSMsgType.BINARY:
                    pass
            process.wait(60)
            assert process.returncode == 0 and not Path(f"/proc/{child}").exists()

    with served(str(file)) as (address, process):
        asyncio.run(visit(address, process))


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")
def test_a_browser_shows_an_article_and_keys_work(tmp_path):
    file = tmp_path / "rice.txt"
    file.write_text(TEXT, "utf-8")
    with served(str(file)) as (address, _):
        browser = Chromium(tmp_path / "profile")
        try:
            browser.size(1200, 700)
            browser.open(address)
            browser.until("document.body.classList.contains('-first-byte')")
            browser.until("document.activeElement.className.includes('xterm-helper')")
            before, after = tmp_path / "a.png", tmp_path / "b.png"
            browser.picture(before)
            for _ in range(40):
                # As long as it changes, what changes is not what the key did.
                time.sleep(0.3)
                browser.picture(after)
                if after.read_bytes() == before.read_bytes():
                    break
                before.write_bytes(after.read_bytes())
            browser.key("/", text="/")
            browser.type("大米")
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                browser.picture(after)
                if after.read_bytes() != before.read_bytes():
                    break
                time.sleep(0.1)
            assert after.read_bytes() != before.read_bytes() and after.stat().st_size > 10_000
            hosts = {url.split("/")[2] for url in browser.requests if url.startswith(("http", "ws"))}
            assert hosts == {address.split("/")[2]}
            assert not [one for one in browser.troubles if "WebGL" not in one and "GPU" not in one]
        finally:
            browser.close()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--port", "8000"], 2, "add --serve"),
        (["--host", "127.0.0.1"], 2, "add --serve"),
        (["--serve", "--port", "70000"], 2, "70000"),
        (["--serve", "no such file.txt"], 1, "there is no such file"),
        (["--serve", "--host", "no.such.host.invalid"], 1, "cannot be used"),
    ],
)
def test_what_cannot_be_served_is_said_in_a_sentence(words, code, told):
    done = subprocess.run(
        [sys.executable, "-m", "reader.cli.main", "read", *words],
        capture_output=True, text=True, cwd=HERE, timeout=60, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == code and told in done.stderr and "Traceback" not in done.stderr


def test_another_address_than_this_machine_s_comes_with_a_warning():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "reader.cli.main", "read", "--serve", "--host", "0.0.0.0",
             "--port", str(taken.getsockname()[1])],
            capture_output=True, text=True, cwd=HERE, timeout=60,
        )  # fmt: skip
    assert "whoever reaches it can read and change" in done.stderr and done.returncode == 1


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True), ("LOCALHOST.", True), ("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("[::1]", True),
        ("0.0.0.0", False), ("::", False), ("192.168.1.2", False), ("example.org", False), ("", False),
        ("127.0.0.1.evil.example", False), ("localhost.evil.example", False),
    ],
)  # fmt: skip
def test_which_hosts_are_this_machine_alone(host, local):
    assert is_local(host) is local
    netloc = f"{host}:8020" if host.count(":") < 2 or host.startswith("[") else f"[{host}]:8020"
    assert names_this_machine(netloc) is local


def test_addresses():
    assert url_of("127.0.0.1", 8020) == "http://127.0.0.1:8020/"
    assert url_of("::1", 8020) == "http://[::1]:8020/"
    assert url_of("0.0.0.0", 8020) == "http://localhost:8020/"
    assert same_place("http://127.0.0.1:8020", "127.0.0.1:8020")
    assert not same_place("http://127.0.0.1:8021", "127.0.0.1:8020")
    assert not same_place("null", "127.0.0.1:8020")
    assert not names_this_machine("[::1") and not same_place("http://[", "x")
