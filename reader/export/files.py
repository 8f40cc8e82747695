"""Output files: written whole or not at all, never rewritten when unchanged."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path


class OutputError(Exception):
    """An output cannot be written; the message says why and what to do."""


def write_atomically(path: Path, content: str | bytes) -> bool:
    """Writes a file by way of a temporary neighbour; whether it changed. Raises OutputError.

    A text is written in UTF-8, its line ends as they are. A file that holds the same already is
    not touched.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return False
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o666 & ~current_umask())
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}). {mend(error)}") from error
    return True


def mend(error: OSError) -> str:
    """What to do about an error of the file system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free some space and run the same command again; what is done is kept."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Choose another place with -o, or change its permissions."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return "A file stands where a folder is needed: move it away, or choose another place with -o."
    if error.errno == errno.EISDIR:
        return "A folder has that name: choose another place with -o."
    return "Choose another place with -o."


def current_umask() -> int:
    """The process's file mode mask."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
