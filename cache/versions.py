"""A file a person's work lies in: replaced whole, under a lock, with its previous versions beside it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

KEPT = 50
# A glossary of a million entries has some 60 MB: fifty of those would fill a disk.
KEPT_BYTES = 256_000_000
PATIENCE = 15.0
# The digest of a file that does not exist.
ABSENT = ""


class VersionError(Exception):
    """The file ``path`` cannot be changed or a version not be restored; the message says what to do."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


class EditedSinceError(VersionError):
    """The file is not what the last change left."""


class NothingToUndoError(VersionError):
    """No change is remembered."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its number, what it was, when, and the digests of the file before and after it."""

    number: int
    about: str
    when: int
    before: str
    after: str


class VersionedFile:
    """A file whose every change is atomic, safe among processes, and can be taken back.

    ``folder`` holds the previous versions, a journal of the changes and the lock. All but ``read``
    must run within ``locked``.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        # A link stays a link: what it leads to is replaced.
        self._path = Path(os.path.realpath(path))
        self._folder = folder
        self._journal = folder / "journal.json"

    def read(self) -> bytes | None:
        """The file's bytes; None if it does not exist. Raises VersionError."""
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise trouble(self._path, error, "read") from error

    def stamp(self) -> tuple[int, int, int] | None:
        """What changes with every change of the file, without reading it; None if it does not exist."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    @contextlib.contextmanager
    def locked(self, patience: float = PATIENCE) -> Iterator[None]:
        """Keeps other processes from changing the file meanwhile. Raises VersionError."""
        # Late: only changes need it, and it takes longer to load than a look-up to answer.
        from filelock import FileLock, Timeout

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._folder / "lock", timeout=patience)
            lock.acquire()
        except Timeout as error:
            raise VersionError(
                f"{self._path}: another sanyu is changing this file; try again when it has finished.",
                str(self._path),
            ) from error
        except OSError as error:
            raise trouble(self._folder, error, "written") from error
        try:
            yield
        finally:
            lock.release()

    def replace(self, chunks: Iterable[bytes], about: str, when: int) -> bool:
        """Replaces the file's content and remembers the old one; whether anything changed."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh_neighbour(self._path) as temporary:
                after = write(temporary, chunks)
                before = digest_of(self._path)
                if after == before:
                    return False
                changes = self._changes(before)
                number = changes[-1].number + 1 if changes else 1
                if before != ABSENT:
                    copy(self._path, self._version(number))
                # Before the file itself: a change that is written down but was never made is told by
                # the digests, one that was made but not written down could not be taken back.
                self._write_journal([*changes, Change(number, about, when, before, after)])
                settle(temporary, self._path)
        except OSError as error:
            raise trouble(self._path, error, "written") from error
        return True

    def undo(self, *, force: bool = False) -> Change:
        """Takes the last change back, to the byte, and says which it was.

        Raises EditedSinceError where that would lose what somebody edited since, unless forced;
        NothingToUndoError where no change is remembered.
        """
        try:
            current = digest_of(self._path)
            changes = self._changes(current)
            if not changes:
                raise NothingToUndoError("There is no change to take back.")
            last = changes[-1]
            if current != last.after and not force:
                raise EditedSinceError(
                    f"{self._path}: edited since the last change ({last.about}); taking that back would"
                    " lose the edit. Keep a copy, then say --force."
                )
            if last.before == ABSENT:
                self._path.unlink(missing_ok=True)
            else:
                with fresh_neighbour(self._path) as temporary:
                    shutil.copyfile(self._version(last.number), temporary)
                    if digest_of(temporary) != last.before:
                        raise VersionError(f"{self._version(last.number)}: damaged; it cannot be restored.")
                    settle(temporary, self._path)
            self._write_journal(changes[:-1])
        except OSError as error:
            raise trouble(self._path, error, "restored") from error
        return last

    def _changes(self, current: str) -> list[Change]:
        """The changes remembered, without one that was written down last but never made."""
        try:
            changes = [Change(**change) for change in json.loads(self._journal.read_bytes())]
        except FileNotFoundError:
            return []
        except (ValueError, TypeError):
            # A damaged journal is no reason to refuse new work; the versions themselves stay.
            return self._renumbered()
        if changes and changes[-1].before == current != changes[-1].after:
            changes.pop()
        return changes

    def _renumbered(self) -> list[Change]:
        """No changes, and the versions out of the way of new numbers."""
        lost = Path(tempfile.mkdtemp(dir=self._folder, prefix="lost-"))
        for version in self._folder.glob("[0-9]*"):
            version.rename(lost / version.name)
        return []

    def _write_journal(self, changes: list[Change]) -> None:
        kept = changes[-KEPT:]
        sizes = [self._size(change) for change in kept]
        while len(kept) > 1 and sum(sizes[-len(kept) :]) > KEPT_BYTES:
            kept.pop(0)
        with fresh_neighbour(self._journal) as temporary:
            text = json.dumps([asdict(change) for change in kept], ensure_ascii=False, indent=1)
            write(temporary, [text.encode("utf-8", "replace")])
            settle(temporary, self._journal)
        wanted = {self._version(change.number) for change in kept}
        for version in self._folder.glob("[0-9]*"):
            if version not in wanted:
                version.unlink(missing_ok=True)

    def _size(self, change: Change) -> int:
        return self._version(change.number).stat().st_size if change.before != ABSENT else 0

    def _version(self, number: int) -> Path:
        """Where the content from before a change is kept."""
        return self._folder / f"{number:06}{self._path.suffix}"


@contextlib.contextmanager
def fresh_neighbour(path: Path) -> Iterator[Path]:
    """A new empty file in the same folder, which is gone afterwards unless it was moved away."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


def write(path: Path, chunks: Iterable[bytes]) -> str:
    """Writes a file, safely on the disk; the digest of what it holds."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def copy(path: Path, target: Path) -> None:
    """Copies a file, safely on the disk."""
    shutil.copyfile(path, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def settle(temporary: Path, path: Path) -> None:
    """Puts a finished file in the place of another, with the permissions of that one."""
    if path.exists():
        shutil.copymode(path, temporary)
    else:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    os.replace(temporary, path)


def digest_of(path: Path) -> str:
    """The digest of a file's content, ABSENT if there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ABSENT


def trouble(path: Path, error: OSError, done: str) -> VersionError:
    """The system's error in our words."""
    return VersionError(
        f"{error.filename or path}: cannot be {done} ({error.strerror or error});"
        " check its permissions and that there is space on the disk.",
        str(error.filename or path),
    )
