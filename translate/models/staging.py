"""Changes of the models folder: one process at a time, each whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from translate.models.errors import ModelError

LOCK = ".lock"
STAGE = ".stage-"
DOWNLOADS = ".downloads"
PATIENCE = 600.0
AT_ONCE = 1.0


@contextlib.contextmanager
def changing(models: Path, say: Callable[[str], None]) -> Iterator[Path]:
    """A fresh folder beside the packages to build in; it is gone afterwards, with what is left in it.

    Holds the lock. What killed processes left behind is cleared first. Raises ModelError, also for
    every OSError inside.
    """
    with failures(models), locked(models, say):
        for left in models.glob(f"{STAGE}*"):
            shutil.rmtree(left, ignore_errors=True)
        stage = Path(tempfile.mkdtemp(dir=models, prefix=STAGE))
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)


@contextlib.contextmanager
def locked(models: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Keeps other processes from changing the folder; waits for one that does."""
    from filelock import FileLock, Timeout

    models.mkdir(parents=True, exist_ok=True)
    lock = FileLock(models / LOCK)
    try:
        lock.acquire(timeout=AT_ONCE)
    except Timeout:
        say("Another sanyu is changing the models; waiting for it. Ctrl-C stops.")
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            raise ModelError(
                f"{models}: another sanyu has been changing the models for long; end it and try again."
            ) from None
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def failures(models: Path) -> Iterator[None]:
    """Turns the system's errors into ours."""
    try:
        yield
    except OSError as error:
        raise trouble(models, error) from error


def trouble(models: Path, error: OSError) -> ModelError:
    """The system's error in a sentence."""
    where, why = error.filename or models, error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ModelError(
            f"{models}: there is no space left on the disk; nothing was installed."
            " Free some space, a model needs about 100 MB, and try again."
        )
    if error.errno == errno.ENOENT:
        return ModelError(f"{where}: there is no such file or folder; check the path. Nothing was installed.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ModelError(f"{where}: {why}; change its permissions, or set SANYU_HOME to a folder of yours.")
    return ModelError(f"{where}: {why}; nothing was installed.")


def place(ready: Path, target: Path, stage: Path) -> None:
    """Puts a finished folder in its place; one that stands there goes into the stage."""
    if target.exists():
        retire(target, stage)
    os.replace(ready, target)
    with contextlib.suppress(OSError):
        # So that the name, too, is on the disk.
        handle = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def retire(folder: Path, stage: Path) -> None:
    """Takes a folder out of use at once; it is deleted with the stage."""
    os.replace(folder, Path(tempfile.mkdtemp(dir=stage)) / folder.name)
