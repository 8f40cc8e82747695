"""What a person says about an endpoint, and what of it is usable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

KEY_NAME = re.compile(r"[A-Z_][A-Z0-9_]{0,63}")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class AddressError(ValueError):
    """Not the address of an endpoint; the message says why and never repeats the address."""


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """An OpenAI-compatible server and how to ask it.

    ``base_url`` is the address up to and with ``/v1``; ``key_env`` names the environment variable
    that holds the key, which itself is kept nowhere. ``concurrency`` requests run at once, each may
    take ``timeout`` seconds, and a segment is asked for again at most ``retries`` times.
    """

    base_url: str = ""
    model: str = ""
    key_env: str = "SANYU_API_KEY"
    concurrency: int = 2
    timeout: float = 120.0
    retries: int = 3

    @property
    def is_configured(self) -> bool:
        """Whether there is somebody to ask: an address and a model."""
        return bool(self.base_url.strip() and self.model.strip())


def chat_url(base_url: str) -> str:
    """The address that answers chats, from any form of the base address. Raises AddressError."""
    base = base_url.strip()
    if not SCHEME.match(base):
        base = f"http://{base}"
    try:
        parts = urlsplit(base)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise AddressError("it is no URL; write it like http://localhost:11434/v1") from error
    if parts.scheme not in ("http", "https"):
        raise AddressError("it must begin with http:// or https://")
    if not host or not host.strip(".") or re.search(r"[\x00-\x20\x7f]", base):
        raise AddressError("it names no host; write it like http://localhost:11434/v1")
    if parts.username is not None or parts.password is not None:
        raise AddressError(
            "it holds a user name or a password; put a key into the environment variable instead"
        )
    if parts.query or parts.fragment:
        raise AddressError("it holds a ? or #; write it like http://localhost:11434/v1")
    path = parts.path.rstrip("/").removesuffix("/chat/completions") or "/v1"
    return f"{parts.scheme}://{parts.netloc}{path}/chat/completions"


def is_loopback(url: str) -> bool:
    """Whether an address is this machine itself."""
    import ipaddress

    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
