"""Output files: written whole or not at all, never rewritten when unchanged."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.export.leftovers import SUFFIX, prefix_of

# Bytes compared at a time.
PIECE = 1 << 20


class OutputError(Exception):
    """An output, the file ``path``, cannot be written; the message says why and what to do."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


def write_atomically(path: Path, content: str | bytes) -> bool:
    """Writes a file by way of a temporary neighbour; whether it changed. Raises OutputError.

    A text is written in UTF-8, its line ends as they are. A file that holds the same already is
    not touched.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    with told(path):
        if is_special(path):
            return replaced(path, [data])
        with contextlib.suppress(OSError):
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return False
        return replaced(path, [data])


def write_pieces(path: Path, pieces: Iterable[str]) -> bool:
    """The same for a text that comes in pieces and need not fit into memory. Raises OutputError."""
    with told(path):
        return replaced(path, (piece.encode("utf-8", "replace") for piece in pieces))


def replaced(path: Path, pieces: Iterable[bytes]) -> bool:
    """Writes a neighbour that takes the file's place, unless that holds the same. Raises OSError."""
    if is_special(path):
        # A file in the place of /dev/null or of a pipe would be the end of it for all programs.
        with path.open("wb") as special:
            for piece in pieces:
                special.write(piece)
        return True
    # A link stays a link, /dev/stdout too: what it leads to is replaced.
    path = Path(os.path.realpath(path))
    handle, temporary = neighbour(path)
    try:
        with open(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if is_same(temporary, path):
            os.unlink(temporary)
            return False
        os.chmod(temporary, 0o666 & ~current_umask())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return True


def is_special(path: Path) -> bool:
    """Whether there is something to write into that is no file: a device, a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def neighbour(path: Path) -> tuple[int, str]:
    """An empty file beside a path, in a folder that is made where there is none: its handle and name."""

    def made() -> tuple[int, str]:
        path.parent.mkdir(parents=True, exist_ok=True)
        return tempfile.mkstemp(dir=path.parent, prefix=prefix_of(path.name), suffix=SUFFIX)

    try:
        return made()
    except FileNotFoundError:
        # Somebody removed the folder in this very moment.
        return made()


def is_same(temporary: str, path: Path) -> bool:
    """Whether a file that is there holds the same."""
    try:
        if os.path.getsize(temporary) != path.stat().st_size:
            return False
        with open(temporary, "rb") as one, path.open("rb") as other:
            while piece := one.read(PIECE):
                if piece != other.read(PIECE):
                    return False
    except OSError:
        return False
    return True


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Trouble with a file in our words."""
    try:
        yield
    except OSError as error:
        said = f"{path}: cannot be written ({error.strerror or error}). {mend(error)}"
        raise OutputError(said, str(path)) from error


def mend(error: OSError) -> str:
    """What to do about an error of the file system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free some space and run the same command again; what is done is kept."
    if error.errno == errno.EFBIG:
        return "The place, or a limit on this session (ulimit -f), takes no files so large: change that."
    if error.errno == errno.ENAMETOOLONG:
        return "Give the article a shorter name; each format adds its suffix to it."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Choose another place with -o, or change its permissions."
    if error.errno == errno.ENOENT:
        return "Its folder was removed meanwhile: run the same command again; what is done is kept."
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
