"""Hosts and addresses: which are this machine, and how one writes them."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_local(host: str) -> bool:
    """Whether nobody but this machine reaches a server on a host: localhost, 127.0.0.1, ::1."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def names_this_machine(netloc: str) -> bool:
    """Whether ``host:port``, as a browser sends it, means this machine."""
    try:
        return is_local(urlsplit(f"//{netloc}").hostname or "")
    except ValueError:
        return False


def same_place(origin: str, netloc: str) -> bool:
    """Whether a page from ``origin`` came from ``host:port``."""
    try:
        return urlsplit(origin).netloc.lower() == netloc.lower()
    except ValueError:
        return False


def url_of(host: str, port: int) -> str:
    """The address of a server, to open in a browser."""
    if host in ("0.0.0.0", "::", ""):
        host = "localhost"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
