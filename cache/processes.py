"""Processes: who we are, and whether another one still runs."""

from __future__ import annotations

import os
import socket
import sys
from hashlib import blake2b

# Windows: the right to ask about a process, and the exit code of one that has not ended.
_QUERY = 0x1000
_STILL_ACTIVE = 259


def host() -> str:
    """Four hexadecimal digits for this machine: a process id means nothing on another one.

    Nor in another container, which may have the same name and share a folder: to each other their
    processes do not seem to run.
    """
    try:
        space = os.readlink("/proc/self/ns/pid")
    except OSError:
        space = ""
    name = f"{socket.gethostname()} {space}"
    return blake2b(name.encode("utf-8", "replace"), digest_size=2).hexdigest()


def is_running(pid: int) -> bool:
    """Whether a process of this machine runs; yes where that cannot be known."""
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Whether a process has ended and only waits for its parent to take note; Linux tells."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[:1] == [b"Z"]
    except OSError:
        return False


def _runs_on_windows(pid: int) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (exists on Windows only)
    process = kernel.OpenProcess(_QUERY, False, pid)
    if not process:
        return False
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(process, ctypes.byref(code))
    kernel.CloseHandle(process)
    return not known or code.value == _STILL_ACTIVE
