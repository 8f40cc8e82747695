"""Unfinished files of processes that were killed: how they are named, and their removal."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from cache.processes import host, is_running

SUFFIX = ".part"
_NAME = re.compile(r"\..*\.(?P<host>[0-9a-f]{4})-(?P<pid>[0-9]{1,10})\.[^.]*\.part", re.DOTALL)


def prefix_of(name: str) -> str:
    """How the name of an unfinished file begins: hidden, and telling whose it is."""
    return f".{name[:40]}.{host()}-{os.getpid()}."


def sweep(folder: Path) -> None:
    """Removes from a folder what processes of this machine left there when they were killed."""
    here = host()
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _NAME.fullmatch(entry.name)
            if found and found["host"] == here and not is_running(int(found["pid"])):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)
