"""Unpacking of .argosmodel files, which are zip archives from anywhere and may be made to harm."""

from __future__ import annotations

import errno
import os
import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from translate.models.errors import PackageError
from translate.models.metadata import METADATA
from translate.models.package import BPE, MODEL

MOST_MEMBERS = 5_000
MOST_BYTES = 4 << 30
# Weights shrink by a tenth, word lists to a fifth; a bomb, by a thousand and more.
MOST_RATIO = 100
FREE_OF_RATIO = 16 << 20
MOST_DIRECTORY = 4 << 20
ODD = "the archive is packed in a way that no .argosmodel file is; unpack it and install the folder"
DAMAGED = "the archive is damaged or incomplete; copy or download it again"

_END = b"PK\x05\x06"
_ZIP64 = b"PK\x06\x07"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_CHUNK = 1 << 20


def unpack(path: Path, folder: Path) -> None:
    """Unpacks what sanyu needs of an archive's package into a folder, which must be empty.

    Everything else in the archive is looked at and left there. Raises PackageError, OSError.
    """
    try:
        with path.open("rb") as file:
            look_at_end(file)
            with zipfile.ZipFile(file) as archive:
                members = [member for member in archive.infolist() if sound(member)]
                refuse_bomb(members, path.stat().st_size)
                root = root_of([member.filename for member in members])
                extract(archive, wanted(members, root), folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, OverflowError):
        raise PackageError(DAMAGED) from None
    except OSError as error:
        # zipfile goes wherever the archive says its members are, even before the beginning.
        if error.errno == errno.EINVAL:
            raise PackageError(DAMAGED) from None
        raise
    except NotImplementedError:
        raise PackageError(ODD) from None


def look_at_end(file: BinaryIO) -> None:
    """Refuses an archive whose list of members alone would fill the memory, before it is read."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - (1 << 16) - 22 - 20))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        raise PackageError(
            DAMAGED if starts_like_zip(file) else "it is no zip archive, so no .argosmodel file"
        )
    members, directory = struct.unpack_from("<HI", tail, end + 10)
    if members > MOST_MEMBERS or directory > MOST_DIRECTORY or tail[max(0, end - 20) :].startswith(_ZIP64):
        raise PackageError(f"the archive has more than {MOST_MEMBERS:,} members, and no model needs as many")


def starts_like_zip(file: BinaryIO) -> bool:
    """Whether a file begins as a zip archive does."""
    file.seek(0)
    return file.read(4) == b"PK\x03\x04"


def sound(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a file to consider. Raises PackageError for one that must not be there."""
    name = member.orig_filename
    parts = name.removesuffix("/").split("/")
    # A colon is a drive or a stream on Windows, a backslash a separator.
    if (
        not name.isprintable()
        or set(name) & set("\\:\0")
        or any(part in ("", ".", "..") or len(part) > 255 for part in parts)
        or len(parts) > 20
    ):
        raise PackageError(
            f"the archive holds a path that leads outside of it or is none ({name[:60]!a});"
            " it was not made by honest tools, do not use it"
        )
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageError(
            f"the archive holds a link or a device ({name[:60]!a}); no model needs one, do not use it"
        )
    if member.flag_bits & 1:
        raise PackageError("the archive is encrypted; unpack it and install the folder")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackageError(ODD)
    return not member.is_dir()


def refuse_bomb(members: list[zipfile.ZipInfo], packed: int) -> None:
    """Raises PackageError where the sizes an archive admits to are too large, or names come twice."""
    if len(members) > MOST_MEMBERS:
        raise PackageError(f"the archive has more than {MOST_MEMBERS:,} members, and no model needs as many")
    too_large(sum(member.file_size for member in members), packed)
    if len({member.filename.casefold() for member in members}) < len(members):
        raise PackageError(
            "the archive holds the same name twice; it was not made by honest tools, do not use it"
        )


def too_large(unpacked: int, packed: int) -> None:
    """Raises PackageError where so much must not come out of so little."""
    if unpacked > MOST_BYTES or (unpacked > FREE_OF_RATIO and unpacked > MOST_RATIO * packed):
        raise PackageError(
            f"the archive unpacks to {unpacked / 1e6:,.0f} MB or more, too much for its size; do not use it"
        )


def root_of(names: list[str]) -> str:
    """The folder of the package inside its archive, with a slash at the end; empty if there is none."""
    heads = {name: name.rsplit("/", 1)[0] + "/" if "/" in name else "" for name in names}
    roots = {head for name, head in heads.items() if name == head + METADATA and head.count("/") < 2}
    if not roots:
        models = {head.removesuffix("model/") for name, head in heads.items() if name == head + MODEL}
        roots = {head for head in models if head.count("/") < 2}
    if not roots:
        raise PackageError(f"there is neither {METADATA} nor {MODEL} in it, so it is no model package")
    if len(roots) > 1:
        raise PackageError("there are several packages in it; unpack it and install their folders one by one")
    return roots.pop()


def wanted(members: list[zipfile.ZipInfo], root: str) -> dict[str, zipfile.ZipInfo]:
    """The members to unpack, by their path in the package."""
    inside = {member.filename[len(root) :]: member for member in members if member.filename.startswith(root)}
    return {name: member for name, member in inside.items() if is_needed(name)}


def is_needed(name: str) -> bool:
    """Whether sanyu needs a file of a package: those at its top and those in model/."""
    *folders, last = name.split("/")
    return folders in ([], ["model"]) and _NAME.match(last) is not None


def extract(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], folder: Path) -> None:
    """Writes members into a folder, counting what really comes out of them."""
    unpacked, packed = 0, sum(member.compress_size for member in members.values())
    for name, member in members.items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        with archive.open(member) as source, target.open("xb") as file:
            if name == BPE:
                # That it is there says why the package cannot be used.
                continue
            while chunk := source.read(_CHUNK):
                unpacked += len(chunk)
                too_large(unpacked, packed)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
