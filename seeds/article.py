"""An article as it came: its text, and the typed blocks found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    LEAD = "lead"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    SIGN_OFF = "sign-off"
    RELATED_CAPTION = "related-caption"
    RELATED_TITLE = "related-title"
    RELATED_BODY = "related-body"

    @property
    def is_related(self) -> bool:
        """Whether the block belongs to an item below the article, not to the article itself."""
        return self.value.startswith("related")

    @property
    def is_title(self) -> bool:
        """Whether the block is a line in headline style."""
        return self in (Kind.TITLE, Kind.HEADING, Kind.RELATED_TITLE)

    @property
    def is_caption(self) -> bool:
        """Whether the block stands under a photo."""
        return self in (Kind.CAPTION, Kind.RELATED_CAPTION)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: character offsets, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One typed stretch of an article.

    ``text`` equals the slices of ``Article.source`` named by ``pieces``, joined; there is more
    than one piece where something (a caption, a line break) stood inside a paragraph.
    Blocks that belong to one paragraph (a dateline and what follows it, a paragraph and the
    sign-off at its end) share ``paragraph``, which counts from 0.
    """

    kind: Kind
    text: str
    paragraph: int
    pieces: tuple[Span, ...]

    def source_offset(self, offset: int) -> int:
        """The offset in ``Article.source`` of the character at ``offset`` of ``text`` (end allowed)."""
        for piece in self.pieces:
            length = piece.end - piece.start
            if offset < length or (offset == length and piece is self.pieces[-1]):
                return piece.start + offset
            offset -= length
        raise IndexError(f"offset past the block's end by {offset}")


@dataclass(frozen=True, slots=True)
class Article:
    """A document: the decoded text and its blocks in reading order.

    Every character of ``source`` that is not white space lies in exactly one block or in
    ``boilerplate`` (page furniture: the marker ``更多``, a title glued to a photo, ``ảnh 1``).
    ``name`` is what people call it by: a file name, a path below the folder given, ``stdin``.
    """

    name: str
    title: str
    source: str
    blocks: tuple[Block, ...]
    boilerplate: tuple[Span, ...] = ()
    encoding: str = "utf-8"
    date: str | None = None
