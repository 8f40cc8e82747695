"""Edits that could not be taken, kept in a file for people."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from reader.edits.edit import Fault
from reader.export.files import OutputError, write_atomically
from reader.export.sheet import BYTE_ORDER_MARK, shown

COLUMNS = ("place", "reason", "mend", "target", "zh", "text", "in_memory")

# Bytes.
LONGEST = 230


def keep_aside(faults: Sequence[Fault], source: Path, folder: Path) -> Path:
    """Writes them beside their file, or into ``folder`` where that cannot be; the path.

    No file is overwritten: one that holds the same is left, else the next number is taken. Raises
    OutputError.
    """
    text = as_csv(faults)
    name = f"{shortened(source.stem)}.aside.csv"
    try:
        return write_free(source.with_name(name), text)
    except OutputError:
        return write_free(folder / name, text)


def shortened(stem: str) -> str:
    """As much of a name as leaves room for a suffix and a number: file systems take 255 bytes."""
    whole = os.fsencode(stem)
    return stem if len(whole) <= LONGEST else whole[:LONGEST].decode("utf-8", "ignore")


def write_free(path: Path, text: str) -> Path:
    """Writes under the first name that is free or holds the same."""
    number = 1
    free = path
    while free.exists() and not holds(free, text):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    write_atomically(free, text)
    return free


def holds(path: Path, text: str) -> bool:
    """Whether a file holds a text."""
    try:
        return path.read_bytes() == text.encode("utf-8", "replace")
    except OSError:
        return False


def as_csv(faults: Sequence[Fault]) -> str:
    """The rows as CSV, no cell a formula."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for fault in faults:
        edit = fault.edit
        words = ("", "", "") if edit is None else (edit.target.value, edit.source, edit.text)
        writer.writerow([fault.place, *map(shown, (fault.reason, fault.mend, *words, fault.here))])
    return text.getvalue()
