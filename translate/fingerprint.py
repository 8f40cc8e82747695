"""Fingerprints: digests of the tables and the code that an answer depends on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

SUFFIXES = (".py", ".tsv")
# All packages lie side by side. The standard library's own way to them takes longer than the digests.
ROOT = Path(__file__).parent.parent


def fingerprint(*folders: str) -> str:
    """A digest of the .py and .tsv files of packages or folders in them: it changes with every version.

    ``folders`` are named like ``translate/transfer``; subfolders are not entered.
    """
    return blake2b(b"".join(map(digest_of, folders)), digest_size=8).hexdigest()


@cache
def digest_of(folder: str) -> bytes:
    """A digest of the files of a folder that shape answers, in order of name; each is read once a process."""
    digest = blake2b(digest_size=16)
    place = os.path.join(ROOT, folder)
    for name in sorted(name for name in os.listdir(place) if name.endswith(SUFFIXES)):
        with open(os.path.join(place, name), "rb") as file:
            digest.update(name.encode() + file.read())
    return digest.digest()


def transfer_fingerprint() -> str:
    """The embedded engine's fingerprint: its rules, its tables, and the modules it leans on."""
    packages = ("translate", "translate/transfer", "translate/entities")
    return f"transfer/{fingerprint(*packages, 'seeds/lexicon', 'seeds/readings')}"


def digest_of_files(paths: Iterable[Path]) -> str:
    """A digest of files that may be missing, such as a person's own glossary."""
    digest = blake2b(digest_size=8)
    for path in paths:
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()
