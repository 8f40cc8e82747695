"""Blocks the network for this process, below anything that Python code could get round.

An audit hook cannot be removed, and CPython calls it in the C code of the socket module. Sockets of
the family AF_UNIX stay: asyncio wakes itself through a pair of them. Tests that play a server on
this machine ask for the fixture ``loopback``; nothing but this machine's own addresses opens up.
"""

import contextlib
import socket
import sys
from collections.abc import Iterator

WITH_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
NAMES = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
HERE = frozenset({"127.0.0.1", "::1", "localhost"})
_opened: list[bool] = []


class NetworkUsedError(AssertionError):
    """Something tried to use the network."""


@contextlib.contextmanager
def loopback() -> Iterator[None]:
    """Lets this machine talk to itself."""
    _opened.append(True)
    try:
        yield
    finally:
        _opened.pop()


def is_here(address: object) -> bool:
    """Whether loopback is open and a host, or a (host, port) pair, is this machine."""
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return bool(_opened) and (host is None or host in HERE)


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """The audit hook."""
    if not event.startswith("socket."):
        return
    if event == "socket.__new__":
        family = arguments[1]
        # -1: the socket is made from a file descriptor, as by socketpair(); its family shows later.
        if family not in (socket.AF_UNIX, -1) and not _opened:
            raise NetworkUsedError(f"a socket of family {family!r} was opened")
    elif event in NAMES:
        if not is_here(arguments[0]):
            raise NetworkUsedError(f"{event} {arguments!r}")
    elif event in WITH_ADDRESS:
        sender = arguments[0]
        is_local = isinstance(sender, socket.SocketType) and sender.family == socket.AF_UNIX
        if not is_local and not is_here(arguments[1]):
            raise NetworkUsedError(f"{event} {arguments[1:]!r}")


def block() -> None:
    """No network from here on, until the process ends."""
    sys.addaudithook(refuse)
