"""What nobody foresaw: one line for people, the traceback into a log file."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
import traceback
from collections.abc import Mapping
from pathlib import Path

from cache.places import Places
from reader.cli.console import notice
from reader.export.harmless import harmless

# The log is for the last mishaps, not a history.
LONGEST = 1_000_000
SECRET = re.compile("key|token|secret|passw", re.IGNORECASE)
SHORTEST = 6  # characters; a shorter value would blot out innocent words


def internal_error(error: BaseException, about: str = "") -> str:
    """Logs an unexpected error; one sentence that says so and where the details are."""
    lines = harmless(" ".join(str(error).split()))
    what = f"internal error ({type(error).__name__}{': ' if lines else ''}{lines[:200]})"
    where = log(error)
    details = f"details in {where}" if where else "and the log file could not be written"
    return f"{about}{': ' if about else ''}{what}; {details}. Please report it."


def log(error: BaseException) -> Path | None:
    """Appends the traceback to the log file; its path, or None if it cannot be written.

    A log that has grown long becomes ``sanyu.log.1``; what was there under this name goes.
    """
    told = f"\n{time.strftime('%Y-%m-%d %H:%M:%S')} sanyu {' '.join(sys.argv[1:])}\n"
    try:
        path = Places.find().log
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LONGEST:
            path.replace(path.with_name(f"{path.name}.1"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(without_secrets(told + "".join(traceback.format_exception(error))))
    except OSError:
        return None
    return path


def without_secrets(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """A text in which the values of variables that hold keys and passwords are blotted out."""
    secrets = {value for name, value in environ.items() if SECRET.search(name) and len(value) >= SHORTEST}
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, "[secret]")
    return text


def output_trouble(error: OSError) -> int:
    """Says why stdout could not be written and gives the exit code; silent where nobody listens."""
    deafen(sys.stdout)
    if error.errno == errno.EPIPE:
        # The reader of our output has gone (``| head``): it had enough, and that is no failure.
        return 0
    if error.errno == errno.ENOENT and is_adrift():
        notice("the folder this was started in is gone; change to another one and run the command again.")
        return 1
    notice(f"the output cannot be written ({error.strerror or error}).")
    return 1


def is_adrift() -> bool:
    """Whether the working folder was removed: paths that begin in it lead nowhere."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def deafen(stream: object) -> None:
    """Sends what is still to be written into the void: at exit Python would complain about it."""
    fileno = getattr(stream, "fileno", None)
    try:
        if fileno is not None:
            void = os.open(os.devnull, os.O_WRONLY)
            os.dup2(void, fileno())
            os.close(void)
    except (OSError, ValueError):
        pass
