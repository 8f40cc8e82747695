"""``sanyu translate --on ray://…``: why nobody answers, and the same files from workers that are lost."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import no_network
import pytest
from cli_help import process, sanyu
from ray_help import (
    alone,
    contents,
    descendants,
    kill_one_at_work,
    long_news,
    news,
    of_kind,
    real,
    started,
    wait_for,
)

from reader.cli.batch.cluster.knock import knock, place_of
from reader.cli.batch.cluster.rays import trouble
from reader.cli.console import Failure

# Joining Ray has been seen to take forty seconds longer than it should.
pytestmark = pytest.mark.timeout(600)


@dataclass
class Refused(Exception):
    """What gRPC raises."""

    status: str
    said: str = ""

    def code(self) -> SimpleNamespace:
        return SimpleNamespace(name=self.status)

    def details(self) -> str:
        return self.said


class Door:
    """Plays gRPC: a server that wants a token, or answers as it is told; keeps the tokens it was shown."""

    RpcError = Refused

    def __init__(self, wanted: str = "", error: Refused | None = None) -> None:
        self._wanted = wanted
        self._error = error
        self.shown: list[str] = []

    def insecure_channel(self, place: str) -> Door:
        assert place == "10.0.0.5:10001"
        return self

    def __enter__(self) -> Door:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def unary_unary(self, method: str) -> Callable[..., bytes]:
        return self._answer

    def _answer(self, request: bytes, timeout: float, metadata: Sequence[tuple[str, str]]) -> bytes:
        if self._error is not None:
            raise self._error
        if self._wanted:
            self.shown.append(dict(metadata).get("authorization", ""))
            if self.shown[-1] != f"Bearer {self._wanted}":
                raise Refused("UNAUTHENTICATED")
        return b""


ADDRESS = "ray://10.0.0.5:10001"


def knocked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, door: Door, environ: dict[str, str]
) -> dict[str, str]:
    """The environment after a knock, by somebody whose home holds no token."""
    monkeypatch.setitem(sys.modules, "grpc", door)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    knock(ADDRESS, "10.0.0.5:10001", environ)
    return environ


def test_a_token_is_shown_to_a_cluster_that_wants_one_and_to_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door()
    assert "RAY_AUTH_MODE" not in knocked(monkeypatch, tmp_path, door, {"RAY_AUTH_TOKEN": "key"})
    door = Door("key")
    environ = knocked(monkeypatch, tmp_path, door, {"RAY_AUTH_TOKEN": "key"})
    assert environ["RAY_AUTH_MODE"] == "token" and door.shown == ["", "Bearer key"]
    (tmp_path / "file").write_text("key\n")
    environ = knocked(monkeypatch, tmp_path, Door("key"), {"RAY_AUTH_TOKEN_PATH": str(tmp_path / "file")})
    assert environ["RAY_AUTH_MODE"] == "token"
    (tmp_path / ".ray").mkdir()
    (tmp_path / ".ray" / "auth_token").write_text("key")
    assert knocked(monkeypatch, tmp_path, Door("key"), {})["RAY_AUTH_MODE"] == "token"


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({}, "wants a token, and there is none here; on its head, ray get-auth-token prints it"),
        ({"RAY_AUTH_MODE": "token"}, "RAY_AUTH_MODE is token, but there is none here"),
        ({"RAY_AUTH_MODE": "disabled", "RAY_AUTH_TOKEN": "key"}, "leave out RAY_AUTH_MODE=disabled"),
        ({"RAY_AUTH_TOKEN": "other"}, "does not accept the token of RAY_AUTH_TOKEN"),
        ({"RAY_AUTH_TOKEN": "钥匙"}, "does not accept the token of RAY_AUTH_TOKEN"),
    ],
)
def test_a_cluster_that_wants_another_token_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], told: str
) -> None:
    with pytest.raises(Failure, match=told):
        knocked(monkeypatch, tmp_path, Door("key"), environ)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Refused("UNAVAILABLE", "connect: Connection refused (111)"), "nothing listens there"),
        (Refused("UNAVAILABLE", "errors resolving mars: Domain name not found"), "no machine of that name"),
        (Refused("UNAVAILABLE", "last error: No route to host"), r"no cluster answers \(No route to host\)"),
        (Refused("UNAVAILABLE", "Failed parsing HTTP/2"), "not Ray's client server; its port is 10001"),
        (Refused("UNIMPLEMENTED"), "not Ray's client server; its port is 10001"),
        (Refused("DEADLINE_EXCEEDED"), "no answer within 10 seconds"),
    ],
)
def test_a_door_that_stays_shut_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Refused, told: str
) -> None:
    with pytest.raises(Failure, match=told) as caught:
        knocked(monkeypatch, tmp_path, Door(error=error), {"http_proxy": "http://proxy:3128"})
    assert str(caught.value).startswith(ADDRESS) and "through a proxy (http_proxy)" in str(caught.value)


def test_an_address_is_a_machine_and_a_port() -> None:
    assert place_of("ray://[fd00::2]:10001") == "[fd00::2]:10001"
    assert place_of("ray://mars.example:1") == "mars.example:1"
    for other in ("mars:6379", "auto", "ray://mars", "ray://mars:0", "ray://mars:65536", "ray://u@mars:1"):
        assert place_of(other) is None


def test_other_versions_are_told_with_both() -> None:
    said = (
        "Version mismatch: The cluster was started with:\n    Ray: 2.60.0\n    Python: 3.11.7\n"
        "This process on Ray Client was started with:\n    Ray: 2.61.0\n    Python: 3.12.1\n"
    )
    told = trouble(ADDRESS, RuntimeError(said))
    assert "Ray 2.60.0 and Python 3.11.7, this machine Ray 2.61.0 and Python 3.12.1" in told
    assert told.endswith("for the same Python 3.11.")


class Unsteady:
    """Plays Ray: a cluster that is lost when something is sent to it."""

    class exceptions:
        RayError = RaySystemError = LookupError

    def __init__(self, error: Exception) -> None:
        self._error = error

    def init(self, address: str, **options: object) -> None:
        assert address == ADDRESS

    def shutdown(self) -> None:
        pass

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": 2.0}

    def put(self, value: object) -> None:
        raise self._error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ConnectionError("Client is shutting down."), "broke off; what is finished is kept"),
        (Refused("UNAVAILABLE"), "broke off; what is finished is kept"),
        (LookupError("not started"), "broke off; what is finished is kept"),
        (ModuleNotFoundError("No module named 'reader'"), "say there pip install sanyu"),
    ],
)
def test_a_cluster_that_fails_on_the_way_ends_the_batch_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    monkeypatch.setitem(sys.modules, "ray", Unsteady(error))
    monkeypatch.setitem(sys.modules, "grpc", Door())
    done = sanyu("translate", news(tmp_path / "news", 1), "-o", tmp_path / "out", "--on", ADDRESS)
    assert done.code == 1 and done.err.count("\n") == 1
    assert told in done.err


# What follows runs Ray itself: a head with two workers on this machine.


# Ray keeps to this machine, and asks who comes.
CLOSED = {
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_AUTH_MODE": "token", "RAY_USAGE_STATS_ENABLED": "0",
}  # fmt: skip


@dataclass(frozen=True)
class Head:
    """A cluster: the process that began it, its address, and its token."""

    pid: int
    address: str
    token: str


@pytest.fixture(scope="module")
def head() -> Iterator[Head]:
    """A cluster for this machine only, which wants a token. All its processes end with the tests."""
    # Ray's sockets lie below it, and their names must be short.
    folder, token = Path(tempfile.mkdtemp(prefix="sanyu-head-", dir="/tmp")), secrets.token_hex(32)
    with no_network.loopback(), socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    words = ("--head", "--block", "--port=0", f"--ray-client-server-port={port}", f"--temp-dir={folder}",
             "--num-cpus=2", "--include-dashboard=false",
             "--object-store-memory=128000000")  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "ray.scripts.scripts", "start", *words],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, **CLOSED, "RAY_AUTH_TOKEN": token},
    )  # fmt: skip
    try:
        wait_for(lambda: listens(port) or process.poll() is not None)
        yield Head(process.pid, f"ray://127.0.0.1:{port}", token)
    finally:
        below = descendants(process.pid)
        process.terminate()
        process.wait(60)
        for pid in below:
            if Path(f"/proc/{pid}").exists():
                os.kill(pid, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


def listens(port: int) -> bool:
    try:
        with no_network.loopback():
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


@real
def test_two_workers_one_killed_give_the_files_of_one_job(
    tmp_path: Path, home: Path, head: Head, monkeypatch: pytest.MonkeyPatch, one_workshop: None
) -> None:
    folder = long_news(tmp_path / "news")
    child = started(folder, tmp_path / "cluster", head.address, RAY_AUTH_TOKEN=head.token)
    wait_for(lambda: child.poll() is not None or (tmp_path / "cluster" / "00.jsonl").exists())
    assert child.poll() is None, child.communicate()
    kill_one_at_work(head.pid)
    out, err = child.communicate(timeout=180)
    assert child.returncode == 0, err
    assert out == "" and "was lost; " in err and "Traceback" not in err
    assert contents(tmp_path / "cluster") == alone(folder, tmp_path, monkeypatch)


@real
def test_ctrl_c_leaves_no_worker_in_the_cluster(tmp_path: Path, home: Path, head: Head) -> None:
    child = started(long_news(tmp_path / "news"), tmp_path / "out", head.address, RAY_AUTH_TOKEN=head.token)
    wait_for(lambda: child.poll() is not None or (tmp_path / "out" / "00.jsonl").exists())
    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=180)
    assert child.returncode == 130 and "Interrupted" in err and "Traceback" not in err, err
    wait_for(lambda: not of_kind(head.pid, "ray::ClusterWorker"))


@real
def test_a_wrong_token_and_a_dead_address_end_with_a_sentence(tmp_path: Path, head: Head) -> None:
    folder = news(tmp_path / "news", 1)
    wrong = {**os.environ, "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    for address, told in (
        (head.address, "does not accept the token"),
        ("ray://127.0.0.1:9", "nothing listens"),
    ):
        done = process("translate", folder, "-o", tmp_path / "out", "--on", address, env=wrong)
        assert done.returncode == 1 and told in done.stderr and done.stderr.count("\n") == 1, done.stderr
