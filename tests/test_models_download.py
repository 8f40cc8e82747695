"""``sanyu models install zh_en``: fetched from a server on this machine, resumed, checked, refused."""

import contextlib
import errno
import hashlib
import http.server
import json
import shutil
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import model_fakes as fakes
import pytest
from cli_help import sanyu, written

from cache.places import Places
from reader.cli.download_bar import line
from translate.models import download
from translate.models.download import Download
from translate.models.errors import ModelError
from translate.models.known import KNOWN

pytestmark = pytest.mark.usefixtures("loopback")


class Server(socketserver.ThreadingTCPServer):
    """Serves one file, in the ways real servers do and should not."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = content
        self.requests: list[tuple[str, str]] = []
        self.status = 0
        # After how many bytes the connection breaks off, for the first so many requests.
        self.breaks = [0]
        self.ranges = True
        self.chunked = False
        self.shift = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        server = self.server
        server.requests.append((self.path, self.headers.get("Range", "")))
        if server.status:
            self.send_error(server.status)
            return
        asked = self.headers.get("Range", "") if server.ranges else ""
        start = int(asked.removeprefix("bytes=").rstrip("-") or 0)
        if start and start >= len(server.content):
            self.send_error(416)
            return
        body = server.content[start:]
        self.send_response(206 if start else 200)
        if start:
            first = start + server.shift
            self.send_header(
                "Content-Range", f"bytes {first}-{len(server.content) - 1}/{len(server.content)}"
            )
        if not server.chunked:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body[: server.breaks.pop(0) or None] if server.breaks else body)


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """A server, and what it serves under the name of zh_en."""
    content = fakes.archive(tmp_path / "served.argosmodel", fakes.package()).read_bytes()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Server(content) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        monkeypatch.setenv("SANYU_MODELS_URL", server.address)
        digest = hashlib.sha256(content).hexdigest()
        yield SimpleNamespace(
            server=server, digest=digest, install=["models", "install", "zh_en", "--sha256", digest]
        )
        server.shutdown()


def parts() -> list[int]:
    return [path.stat().st_size for path in (Places.find().models / ".downloads").glob("*")]


def test_it_is_fetched_checked_and_installed(served: SimpleNamespace) -> None:
    result = sanyu(*served.install)
    assert result.code == 0 and result.out == "", result.err
    assert served.server.requests == [("/v1/translate-zh_en-1_9.argosmodel", "")]
    # No bar where stderr is no terminal.
    assert "\r" not in result.err and "█" not in result.err
    assert sanyu("models", "verify", "zh_en").code == 0 and parts() == []


def test_what_is_there_is_not_fetched_again(served: SimpleNamespace) -> None:
    sanyu(*served.install)
    again = sanyu(*served.install, "--json")
    assert again.code == 0 and json.loads(again.out)[0]["unchanged"] and len(served.server.requests) == 1
    # One that rotted is.
    weights = next(Places.find().models.glob("zh_en*/model/model.bin"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    assert sanyu(*served.install).code == 0 and len(served.server.requests) == 2


def test_a_broken_connection_goes_on_where_it_broke(served: SimpleNamespace) -> None:
    served.server.breaks = [50_000, 60_000]
    assert sanyu(*served.install).code == 0
    assert [asked for _, asked in served.server.requests] == ["", "bytes=50000-", "bytes=110000-"]


def test_the_same_command_resumes_later(served: SimpleNamespace) -> None:
    served.server.breaks = [50_000, 10, 10]
    result = sanyu(*served.install)
    assert result.code == 1 and "broke off" in result.err and "0.1 MB are kept" in result.err
    assert result.err.count("\n") == 1 and parts() == [50_020]
    assert written(Places.find().models) - {".lock"} == {f".downloads/{served.digest[:16]}.part"}
    assert sanyu(*served.install).code == 0
    assert served.server.requests[-1][1] == "bytes=50020-" and parts() == []


def test_a_server_that_cannot_resume_starts_over(served: SimpleNamespace) -> None:
    served.server.breaks = [50_000]
    served.server.ranges = False
    assert sanyu(*served.install).code == 0 and len(served.server.requests) == 2


def test_a_server_that_resumes_elsewhere_is_not_believed(served: SimpleNamespace) -> None:
    served.server.breaks, served.server.shift = [50_000], 7
    result = sanyu(*served.install)
    assert result.code == 1 and "another part of the file" in result.err


def test_a_part_that_rotted_is_fetched_anew(served: SimpleNamespace) -> None:
    folder = Places.find().models / ".downloads"
    folder.mkdir(parents=True)
    (folder / f"{served.digest[:16]}.part").write_bytes(b"x" * 1000)
    assert sanyu(*served.install).code == 0
    assert [asked for _, asked in served.server.requests] == ["bytes=1000-", ""]


def test_a_part_longer_than_the_file(served: SimpleNamespace) -> None:
    folder = Places.find().models / ".downloads"
    folder.mkdir(parents=True)
    (folder / f"{served.digest[:16]}.part").write_bytes(b"x" * 1_000_000)
    result = sanyu(*served.install)
    assert result.code == 1 and "less of the file" in result.err
    assert sanyu(*served.install).code == 0


def test_what_is_no_package_is_not_kept(served: SimpleNamespace) -> None:
    served.server.content = b"no archive"
    digest = hashlib.sha256(b"no archive").hexdigest()
    result = sanyu("models", "install", "zh_en", "--sha256", digest)
    assert result.code == 1 and "no zip archive" in result.err and parts() == []


def test_a_full_disk_keeps_no_part(served: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Download, answer: object, start: int, report: object) -> None:
        self._part.write_bytes(b"some")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Download, "_append", full)
    result = sanyu(*served.install)
    assert result.code == 1 and "no space left" in result.err and parts() == []


def test_a_hash_that_differs(served: SimpleNamespace) -> None:
    result = sanyu("models", "install", "zh_en", "--sha256", "0" * 64)
    assert result.code == 1 and "SHA-256 of what it sent" in result.err and parts() == []
    assert json.loads(sanyu("models", "list", "--json").out)["installed"] == []


def test_a_mirror_with_another_file_under_a_known_name_is_refused(served: SimpleNamespace) -> None:
    served.server.content += bytes(KNOWN["zh_en"].size)
    result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and "more than the file has" in result.err and parts() == []


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_a_server_that_refuses(served: SimpleNamespace, status: int) -> None:
    served.server.status = status
    result = sanyu("models", "install", "en_vi")
    assert result.code == 1 and f"answered {status}" in result.err and result.err.count("\n") == 1
    assert "translate-en_vi-1_9.argosmodel" in result.err and "package index no more" in result.err


def test_no_network(served: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANYU_MODELS_URL", "http://127.0.0.1:9/v1")
    result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and "cannot be reached" in result.err and result.err.count("\n") == 1
    assert "sanyu models install translate-zh_en-1_9.argosmodel" in result.err


def test_a_server_that_hangs(served: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "SILENCE", 0.2)
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as deaf:
        # Connections are taken by the system, and nobody ever answers.
        monkeypatch.setenv("SANYU_MODELS_URL", f"http://127.0.0.1:{deaf.server_address[1]}")
        result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and "nothing came" in result.err


@pytest.mark.parametrize("address", ["file:///etc", "ftp://x", "nonsense"])
def test_a_mirror_that_is_none(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("SANYU_MODELS_URL", address)
    result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and "must begin with https://" in result.err


def test_no_room_is_told_before_the_download(
    served: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=10_000_000))
    result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and "186 MB are needed and 10 MB are free" in result.err
    assert served.server.requests == []


def test_the_second_link_helps_where_the_first_fails(served: SimpleNamespace, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    links = ["http://127.0.0.1:9/a", f"{served.server.address}/a"]
    size = len(served.server.content)
    path = Download(links, served.digest, size, tmp_path / "parts").run(lambda *of: told.append(of))
    assert path.read_bytes() == served.server.content
    assert told[-1] == (size, size) and told == sorted(told)


def test_a_file_cut_short_without_a_length_does_not_count(served: SimpleNamespace, tmp_path: Path) -> None:
    served.server.chunked, served.server.breaks = True, [1000]
    path = Download([served.server.address], served.digest, len(served.server.content), tmp_path)
    with pytest.raises(ModelError, match="SHA-256"):
        path.run(lambda *of: None)


def test_the_bar() -> None:
    assert (
        line("zh_en", 37_240_701, 74_481_402, 5e6)
        == f"zh_en {'█' * 12}{'░' * 12}  50% 37.2/74.5 MB, 5.0 MB/s"
    )
    assert line("zh_en", 1_000_000, 0, 0) == "zh_en 1.0 MB, 0.0 MB/s"


def test_known_packages_are_whole() -> None:
    for name, known in KNOWN.items():
        assert known.name == name and len(known.sha256) == 64 and int(known.sha256, 16)
        assert all(link.startswith("https://") for link in known.links())
    assert KNOWN["zh_en"].links("http://mirror/") == ["http://mirror/translate-zh_en-1_9.argosmodel"]
