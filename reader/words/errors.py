"""What went wrong, in a person's language."""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Iterator, Mapping

from reader.words.messages import Messages, Piece

_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
_VALUE = re.compile("[a-z]+")  # names that a message can have for its values
_SYSTEM = {
    errno.ENOENT: "missing",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.EEXIST: "no-folder",
}
# Words of SQLite's own messages.
_DATABASE = {
    "locked": "locked",
    "busy": "locked",
    "full": "full",
    "readonly": "forbidden",
    "unable to open": "forbidden",
}
_ENDS = tuple(".!?…。！？")


def told(error: BaseException, messages: Messages) -> str:
    """An error as one line; in the English it came with where nobody has put it into other words."""
    for name in names_of(error):
        if name in messages:
            text = messages(name, **values_of(error, messages))
            path = error.filename if isinstance(error, OSError) else None
            if name.startswith("error-system"):  # a clause, to stand behind the name of a file
                return f"{path}: {text}" if path else text[:1].upper() + text[1:]
            return text
    text = " ".join(str(error).split())
    if not text:
        return type(error).__name__
    return text if text.endswith(_ENDS) or not getattr(error, "why", "") else f"{text}."


def names_of(error: BaseException) -> Iterator[str]:
    """The names of the messages that may tell an error, the most exact first."""
    why = why_of(error)
    for kind in type(error).__mro__:
        if kind in (Exception, BaseException, object):
            return
        name = f"error-{_HUMP.sub('-', kind.__name__).lower().removesuffix('-error')}"
        if why:
            yield f"{name}-{why}"
        yield name
        if kind in (OSError, sqlite3.Error) and why:
            yield f"error-system-{why}"


def why_of(error: BaseException | None) -> str:
    """Why, in a word: as the error says itself, else as what caused it says; empty if nobody knows."""
    if error is None:
        return ""
    why = getattr(error, "why", "")
    if isinstance(error, OSError):
        why = _SYSTEM.get(error.errno or 0, "")
    elif isinstance(error, sqlite3.Error):
        why = next((word for part, word in _DATABASE.items() if part in str(error)), "")
    return str(why) or why_of(error.__cause__)


def values_of(error: BaseException, messages: Messages) -> Mapping[str, Piece]:
    """What an error knows, by name; errors that it holds in words."""
    values: dict[str, Piece] = {}
    for name, value in {**vars(error), **getattr(error, "values", {})}.items():
        if name == "failures":
            value = "; ".join(f"{who}: {told(failure, messages)}" for who, failure in value.items())
        if _VALUE.fullmatch(name):
            values[name] = value if isinstance(value, int) else " ".join(str(value).split())
    return values
