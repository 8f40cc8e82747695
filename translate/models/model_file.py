"""model.bin, the weights of a CTranslate2 model: its header and the list of its variables.

The layout (little endian): binary version u32; name of the specification (u16 length with the final
zero byte, bytes); its revision u32; number of variables u32; each variable as name, rank u8, a u32 a
dimension, type u8, number of bytes u32, bytes; number of aliases u32; each alias as two names.
Written by ctranslate2.specs.model_spec; this holds for the binary versions 4 to 6.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from translate.models.errors import PackageError

TRANSLATES = "TransformerSpec"
FIRST_WALKED = 4
MOST_VARIABLES = 100_000
INCOMPLETE = "its model.bin is damaged or incomplete; copy or download the package again"


def check(path: Path, newest: int) -> None:
    """Raises PackageError for a file that is no whole model, or newer than this CTranslate2 reads.

    ``newest`` is the highest binary version the installed CTranslate2 knows.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        version = number(file, "<I")
        if version == 0 or version > 255:
            raise PackageError("its model.bin is no CTranslate2 model")
        if version > newest:
            raise PackageError(
                f"it was made for a newer CTranslate2 (its model has version {version}, this one reads"
                f" up to {newest}); say pip install --upgrade ctranslate2"
            )
        if version < FIRST_WALKED:
            return
        if (kind := name(file)) != TRANSLATES:
            raise PackageError(
                f"its model is a {kind[:40]!a}; sanyu needs one that translates ({TRANSLATES})"
            )
        number(file, "<I")
        walk(file, size)


def walk(file: BinaryIO, size: int) -> None:
    """Goes through all variables without reading their bytes; the file must end where they do."""
    variables = number(file, "<I")
    if not 0 < variables <= MOST_VARIABLES:
        raise PackageError(INCOMPLETE)
    for _ in range(variables):
        name(file)
        rank = number(file, "<B")
        take(file, 4 * rank + 1)
        if file.seek(number(file, "<I"), 1) > size:
            raise PackageError(INCOMPLETE)
    for _ in range(min(number(file, "<I"), MOST_VARIABLES)):
        name(file)
        name(file)
    if file.tell() != size:
        raise PackageError(INCOMPLETE)


def name(file: BinaryIO) -> str:
    """The next name."""
    return take(file, number(file, "<H")).rstrip(b"\0").decode("utf-8", "replace")


def number(file: BinaryIO, layout: str) -> int:
    """The next number."""
    value: int = struct.unpack(layout, take(file, struct.calcsize(layout)))[0]
    return value


def take(file: BinaryIO, count: int) -> bytes:
    """The next bytes; PackageError where there are not as many."""
    data = file.read(count)
    if len(data) < count:
        raise PackageError(INCOMPLETE)
    return data
