"""Blocks the network for this process, below anything that Python code could get round.

An audit hook cannot be removed, and CPython calls it in the C code of the socket module. Sockets of
the family AF_UNIX stay: asyncio wakes itself through a pair of them.
"""

import socket
import sys

WITH_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
NAMES = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)


class NetworkUsedError(AssertionError):
    """Something tried to use the network."""


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """The audit hook."""
    if not event.startswith("socket."):
        return
    if event == "socket.__new__":
        family = arguments[1]
        # -1: the socket is made from a file descriptor, as by socketpair(); its family shows later.
        if family not in (socket.AF_UNIX, -1):
            raise NetworkUsedError(f"a socket of family {family!r} was opened")
    elif event in NAMES:
        raise NetworkUsedError(f"{event} {arguments!r}")
    elif event in WITH_ADDRESS:
        sender = arguments[0]
        if not isinstance(sender, socket.SocketType) or sender.family != socket.AF_UNIX:
            raise NetworkUsedError(f"{event} {arguments[1:]!r}")


def block() -> None:
    """No network from here on, until the process ends."""
    sys.addaudithook(refuse)
