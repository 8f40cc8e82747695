"""Fetching of an archive over HTTP: resumed where it broke off, and checked by its digest."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from translate.models.digests import sha256_of
from translate.models.errors import ModelError

ATTEMPTS = 3
CONNECTING, SILENCE = 15.0, 30.0
MOST_BYTES = 4 << 30
# Unpacked, a package is a sixth larger than its archive, and both are there for a moment.
ROOM = 2.5
PROXY = "check the proxy settings of your environment"
_RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)\Z")

# Bytes so far, bytes in all; 0 where the server does not say.
Report = Callable[[int, int], None]


class OtherFileError(Exception):
    """A server sends something that is not the file wanted; a clause."""


class Download:
    """One archive from the first of several links that has it.

    ``sha256`` is what the file must have; ``size``, in bytes, is 0 where not known. What arrived of
    it stays in ``folder``, under the digest's name, until the file is whole.
    """

    def __init__(self, links: list[str], sha256: str, size: int, folder: Path) -> None:
        self._links = links
        self._sha256 = sha256
        self._size = size
        self._part = folder / f"{sha256[:16]}.part"

    def run(self, report: Report) -> Path:
        """The whole file, whose digest is right. Raises ModelError, OSError."""
        import httpx

        troubles: list[str] = []
        self._make_room()
        try:
            client = httpx.Client(
                follow_redirects=True,
                timeout=httpx.Timeout(SILENCE, connect=CONNECTING),
                headers={"Accept-Encoding": "identity", "User-Agent": "sanyu"},
            )
        except OSError as error:
            raise ModelError(
                f"the certificates that the environment names cannot be read ({error.strerror or error});"
                " correct or unset SSL_CERT_FILE and SSL_CERT_DIR"
            ) from error
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            raise ModelError(f"it could not be fetched ({error}; {PROXY})") from error
        try:
            with client:
                for link in self._links:
                    if trouble := self._fetch(client, link, report):
                        troubles.append(f"{urlsplit(link).netloc}: {trouble}")
                    else:
                        return self._part
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            troubles.append(f"{error}; {PROXY}")
        raise ModelError(f"it could not be fetched ({'; '.join(troubles)})" + self._kept())

    def discard(self) -> None:
        """Removes what arrived."""
        self._part.unlink(missing_ok=True)

    def _kept(self) -> str:
        with contextlib.suppress(OSError):
            if have := self._part.stat().st_size:
                return f"; {have / 1e6:.1f} MB are kept, and the same command goes on from there"
        return ""

    def _make_room(self) -> None:
        self._part.parent.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self._part.parent).free
        if free < self._size * ROOM - self._have():
            raise ModelError(
                f"there is no space for it in {self._part.parent}:"
                f" {self._size * ROOM / 1e6:.0f} MB are needed and {free / 1e6:.0f} MB are free"
            )

    def _have(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _fetch(self, client: Any, link: str, report: Report) -> str:
        """Fetches from one link, in several attempts; why it failed, empty if it did not."""
        import httpx

        trouble = ""
        for _ in range(ATTEMPTS):
            start = self._have()
            try:
                self._receive(client, link, report)
            except OtherFileError as error:
                return str(error)
            except httpx.HTTPError as error:
                trouble = plain(error)
                if self._have() == start:
                    return trouble
                continue
            digest = sha256_of(self._part)
            if digest == self._sha256:
                return ""
            self.discard()
            trouble = f"the SHA-256 of what it sent is {digest[:12]}…, not {self._sha256[:12]}…"
            if not start:
                return trouble
        return trouble

    def _receive(self, client: Any, link: str, report: Report) -> None:
        """Appends what is missing. Raises httpx.HTTPError, OtherFileError."""
        start = self._have()
        if self._size and start >= self._size:
            if start == self._size:
                return
            self.discard()
            start = 0
        headers = {"Range": f"bytes={start}-"} if start else {}
        with client.stream("GET", link, headers=headers) as answer:
            if answer.status_code == 416:
                self.discard()
                raise OtherFileError("it has less of the file than came before; try again")
            if answer.status_code not in (200, 206):
                raise OtherFileError(f"it answered {answer.status_code} {answer.reason_phrase}".rstrip())
            given = _RANGE.match(answer.headers.get("Content-Range", ""))
            goes_on = answer.status_code == 206 and given is not None and int(given[1]) == start
            if answer.status_code == 206 and not goes_on:
                raise OtherFileError("it sent another part of the file than was asked for")
            self._append(answer, start if goes_on else 0, report)

    def _append(self, answer: Any, start: int, report: Report) -> None:
        length = answer.headers.get("Content-Length", "")
        total = self._size or (start + int(length) if length.isdecimal() else 0)
        have = start
        with self._part.open("ab" if start else "wb") as file:
            # As it comes: what httpx gathers into larger chunks is lost when the connection breaks.
            for chunk in answer.iter_bytes():
                have += len(chunk)
                if have > (self._size or MOST_BYTES):
                    file.close()
                    self.discard()
                    raise OtherFileError("it sends more than the file has")
                file.write(chunk)
                report(have, total)


def plain(error: Exception) -> str:
    """What went wrong on the network, in a few words."""
    import httpx

    if isinstance(error, httpx.ConnectTimeout):
        return "it does not answer"
    if isinstance(error, httpx.TimeoutException):
        return f"nothing came for {SILENCE:.0f} seconds"
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError):
        return "the connection broke off"
    if isinstance(error, httpx.ConnectError):
        return f"it cannot be reached ({str(error) or 'no connection'})"
    return f"{str(error) or type(error).__name__}"
