"""Why a file cannot be read or written, and what to do about it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

# Bytes.
CROWDED = 500_000


def is_held(error: Exception) -> bool:
    """Whether the error says that another program holds the file."""
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def is_crowded(folder: Path) -> bool:
    """Whether there is next to no space: SQLite may call that a disk error when it maps its files."""
    try:
        return shutil.disk_usage(folder).free < CROWDED
    except OSError:
        return False


def mend_of(error: Exception, path: Path) -> str:
    """What to do about a file that cannot be written."""
    said = str(error)
    no_space = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if no_space or "full" in said or ("disk I/O" in said and is_crowded(path.parent)):
        return "Free some space, then try again."
    if "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        return "Change the permissions of the file and its folder, or set SANYU_HOME to a folder of yours."
    return "Check the disk, then try again."
