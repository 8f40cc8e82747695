"""Nothing opens a socket: not in this suite, not in a process that translates."""

import _socket
import asyncio
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from cli_help import CHINESE, written
from no_network import NetworkUsedError

TRY = "import socket; socket.create_connection(('127.0.0.1', 9))"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
@pytest.mark.parametrize("kind", [socket.socket, _socket.socket])
def test_the_suite_cannot_open_a_socket(family: int, kind: type) -> None:
    with pytest.raises(NetworkUsedError):
        kind(family, socket.SOCK_STREAM)


def test_nor_ask_for_a_name_nor_fetch_a_page() -> None:
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("localhost", 80)
    with pytest.raises(NetworkUsedError):
        urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)


def test_but_asyncio_can_wake_itself() -> None:
    async def answer() -> int:
        return await asyncio.get_running_loop().run_in_executor(None, lambda: 3)

    assert asyncio.run(answer()) == 3


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """The environment of processes that have no network from their first line on."""
    site = tmp_path / "site"
    site.mkdir()
    source = (Path(__file__).parent / "no_network.py").read_text()
    (site / "sitecustomize.py").write_text(source + "\n\nblock()\n")
    return {**os.environ, "PYTHONPATH": str(site)}


def test_translating_opens_no_socket(tmp_path: Path, offline: dict[str, str]) -> None:
    attempt = subprocess.run([sys.executable, "-c", TRY], env=offline, capture_output=True, text=True)
    assert "NetworkUsedError" in attempt.stderr
    (tmp_path / "a.txt").write_text(CHINESE)
    words = ["translate", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--format", "md,jsonl"]
    result = subprocess.run(
        [sys.executable, "-m", "reader.cli.main", *words],
        env=offline,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert written(tmp_path / "out") == {"a.md", "a.jsonl"}
    assert "Hồ Chí Minh" in (tmp_path / "out" / "a.md").read_text()
