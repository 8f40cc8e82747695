"""Units of the translation memory: a segment with what people made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from cache.history import Version

# The columns of table ``unit``, called u, and of ``version``, called v, from which values are made.
COLUMNS = (
    "u.source, u.target, u.text, u.state, u.who, u.saved, u.previous, u.following, u.abstract, u.slots,"
    " u.lookup, u.before, u.after, u.version, u.alignment"
)
VERSION = "v.id, v.action, v.text, v.state, v.who, v.saved, v.replaced, v.replaced_by"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a unit belongs: digests of the source text, as it is looked up, and of its neighbours.

    ``before`` and ``after`` are empty where the neighbours are unknown.
    """

    lookup: bytes
    target: str
    before: bytes = b""
    after: bytes = b""


@dataclass(frozen=True, slots=True)
class Unit:
    """One segment with what people made of it.

    ``text`` is None where the edits were taken back. ``state`` is edited or reviewed (draft where
    taken back); ``who`` is ``person`` or the engine whose draft was approved; ``saved`` is a Unix time in
    seconds. ``previous`` and ``following`` are the neighbours' texts, empty at the ends of an
    article, None where unknown. ``abstract`` is the source with placeholders, ``slots`` and
    ``alignment`` are opaque here. ``version`` is the id of the latest version.
    """

    address: Address
    source: str
    text: str | None
    state: str
    who: str
    previous: str | None = None
    following: str | None = None
    abstract: str = ""
    slots: str = "[]"
    alignment: bytes = b""
    saved: int = 0
    version: int = 0

    @property
    def target(self) -> str:
        """The language of the text."""
        return self.address.target


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the memory: living units, those edited and reviewed among them, versions."""

    units: int = 0
    edited: int = 0
    reviewed: int = 0
    versions: int = 0


def shape_of(abstract: str) -> bytes:
    """A digest of an abstract source, 8 bytes: an index of the texts themselves would be as large as they."""
    return blake2b(abstract.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def unit_of(row: Sequence[object]) -> Unit:
    """A unit from the columns COLUMNS names."""
    source, target, text, state, who, saved, previous, following, abstract, slots, *rest = row
    lookup, before, after, version, alignment = rest[:5]
    assert (
        isinstance(lookup, bytes)
        and isinstance(before, bytes)
        and isinstance(after, bytes)
        and isinstance(alignment, bytes)
    )
    assert isinstance(saved, int) and isinstance(version, int)
    return Unit(
        Address(lookup, str(target), before, after), str(source), optional(text), str(state), str(who),
        optional(previous), optional(following), str(abstract), str(slots), alignment, saved, version,
    )  # fmt: skip


def version_of(row: Sequence[object]) -> Version:
    """A version from the columns VERSION names."""
    number, action, text, state, who, saved, replaced, replaced_by = row
    assert isinstance(number, int) and isinstance(saved, int)
    return Version(
        number, str(action), optional(text), str(state), str(who), saved, str(replaced), str(replaced_by)
    )


def optional(value: object) -> str | None:
    """A text that may be missing."""
    return None if value is None else str(value)
