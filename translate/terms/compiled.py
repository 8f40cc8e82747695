"""The compiled form of a termbase: one file of plain text that is loaded at once.

It holds nothing that cannot be made anew. A first line names the sources it was compiled from, by
their digest, and the digest of the rest: a stale or damaged file is as good as none.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from translate.terms.forms import Forms, decoded, encoded

FORMAT = "sanyu termbase 1"
# No section has an empty line.
BETWEEN_SECTIONS = b"\n\n"


class Compiled(NamedTuple):
    """The entries' forms, and each entry as a line of a glossary file."""

    forms: Forms
    rows: list[bytes]


def read_compiled(path: Path, sources: str) -> Compiled | None:
    """What ``path`` holds, if it was compiled from ``sources``, which is a digest, and is whole."""
    try:
        with path.open("rb") as file:
            heading, body = file.readline(), file.read()
    except OSError:
        return None
    if heading != heading_of(sources, body):
        return None
    keys, rows, folded, syllables = body.split(BETWEEN_SECTIONS)
    return Compiled(Forms(decoded(keys).split("\n"), folded + b"\n", syllables), rows.split(b"\n"))


def write_compiled(path: Path, sources: str, compiled: Compiled) -> None:
    """Writes the file in one step; where it cannot be written, there is none, and nothing is lost."""
    if not compiled.rows:
        return
    forms, rows = compiled
    sections = (encoded("\n".join(forms.keys)), b"\n".join(rows), forms.folded.rstrip(b"\n"), forms.syllables)
    body = BETWEEN_SECTIONS.join(sections)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
            try:
                file.write(heading_of(sources, body) + body)
                file.close()
                os.replace(file.name, path)
            except OSError:
                Path(file.name).unlink(missing_ok=True)


def heading_of(sources: str, body: bytes) -> bytes:
    """The first line of a compiled file."""
    return f"{FORMAT} {sources} {blake2b(body, digest_size=16).hexdigest()}\n".encode()
