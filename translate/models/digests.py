"""Digests of packages, remembered, because hashing a model takes longer than looking at it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

from translate.models.package import Package

_LENGTH = 16


class Digests:
    """The digest of each package, computed when one of its files changed since.

    Remembered in one JSON file: per package folder the state of its files (size, times, inode) and
    the digest. Where that file cannot be written, the digests are computed again each time.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._read()
        self._changed = False

    def of(self, package: Package) -> str:
        """The digest of a package; raises OSError where a file cannot be read."""
        files = package.files
        state = [[str(file.relative_to(package.path)), *marks(file)] for file in files]
        known = self._known.get(str(package.path))
        if isinstance(known, dict) and known.get("files") == state and isinstance(known.get("digest"), str):
            return str(known["digest"])
        digest = compute(package, files)
        self._known[str(package.path)] = {"files": state, "digest": digest}
        self._changed = True
        return digest

    def save(self) -> None:
        """Remembers what was computed, of packages that are still there."""
        if not self._changed:
            return
        kept = {path: known for path, known in self._known.items() if Path(path).is_dir()}
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=".digests.")
            try:
                with open(handle, "w", encoding="utf-8") as file:
                    json.dump(kept, file, indent=1)
                os.replace(temporary, self._path)
            except BaseException:
                os.unlink(temporary)
                raise

    def _read(self) -> dict[str, object]:
        try:
            known = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return known if isinstance(known, dict) else {}


def marks(file: Path) -> list[int]:
    """What changes when a file does."""
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def compute(package: Package, files: list[Path]) -> str:
    """The digest of a package's content: the same wherever it lies, and however it came there."""
    whole = hashlib.sha256(f"{package.name}\0{package.target_prefix}".encode())
    for file in files:
        with file.open("rb") as stream:
            whole.update(f"\0{file.name}\0".encode())
            whole.update(hashlib.file_digest(stream, "sha256").digest())
    return whole.hexdigest()[:_LENGTH]


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
