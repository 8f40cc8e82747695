"""Documents that are ZIP archives (EPUB, DOCX): read in memory, within bounds, never unpacked."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from seeds.errors import DamagedSource, OversizedSource, ProtectedSource

# Far beyond any book's text; what is larger was made to fill a machine's memory.
MOST_MEMBERS = 50_000
LARGEST_MEMBER = 64 << 20
LARGEST_WHOLE = 512 << 20
# Text shrinks to a tenth, a table to a fiftieth; a bomb to a thousandth.
STEEPEST = 250
SMALL = 1 << 20

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


class Archive:
    """A ZIP archive whose members are read one by one; ``name`` and ``format`` are for messages.

    Raises DamagedSource, OversizedSource (a bomb, or far too large) and ProtectedSource (a password).
    """

    def __init__(self, data: bytes, name: str, format: str) -> None:
        self.name = name
        self.format = format
        self._left = LARGEST_WHOLE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise DamagedSource(name, format, "it is no whole ZIP archive") from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        if len(self._members) > MOST_MEMBERS:
            raise OversizedSource(name, format)

    def __contains__(self, path: str) -> bool:
        return path in self._members

    def names(self) -> list[str]:
        """The paths of all members that are files."""
        return [path for path in self._members if not path.endswith("/")]

    def read(self, path: str) -> bytes:
        """A member's bytes. What its head says of its size is not believed: reading ends at the bound."""
        member = self._members.get(path)
        if member is None:
            raise DamagedSource(self.name, self.format, f"{path} is missing in it")
        if member.flag_bits & 1:
            raise ProtectedSource(self.name, self.format)
        bound = min(LARGEST_MEMBER, self._left, max(SMALL, STEEPEST * member.compress_size))
        if member.file_size > bound:
            raise OversizedSource(self.name, self.format)
        try:
            with self._zip.open(member) as file:
                content = file.read(bound + 1)
        except (*_DAMAGE, RuntimeError) as error:
            raise DamagedSource(self.name, self.format, f"{path} cannot be unpacked") from error
        if len(content) > bound:
            raise OversizedSource(self.name, self.format)
        self._left -= len(content)
        return content
