"""Fingerprints: digests of the tables and the code that an answer depends on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

SUFFIXES = (".py", ".tsv")


@cache
def fingerprint(*folders: str) -> str:
    """A digest of the .py and .tsv files of packages or folders in them: it changes with every version.

    ``folders`` are named like ``translate/transfer``; subfolders are not entered.
    """
    digest = blake2b(digest_size=8)
    for folder in folders:
        package, _, below = folder.partition("/")
        place = files(package).joinpath(below) if below else files(package)
        for file in tables_and_code(place):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def transfer_fingerprint() -> str:
    """The embedded engine's fingerprint: its rules, its tables, and the modules it leans on."""
    packages = ("translate", "translate/transfer", "translate/entities")
    return f"transfer/{fingerprint(*packages, 'seeds/lexicon', 'seeds/readings')}"


def tables_and_code(place: Traversable) -> Iterator[Traversable]:
    """The files of a folder that shape answers, in order of name."""
    yield from sorted((f for f in place.iterdir() if f.name.endswith(SUFFIXES)), key=lambda f: f.name)


def digest_of_files(paths: Iterable[Path]) -> str:
    """A digest of files that may be missing, such as a person's own glossary."""
    digest = blake2b(digest_size=8)
    for path in paths:
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()
