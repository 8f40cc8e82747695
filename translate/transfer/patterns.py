"""Whole-segment patterns of the genre: datelines, photo credits, sign-offs."""

from __future__ import annotations

import re

from translate.row import Entity, EntityType, Target
from translate.transfer.draft import Piece

DATELINE = re.compile(r"(?P<body>越通社[^-—–－，,。]{1,20})[-—–－]+")
CREDIT = re.compile(
    r"[\s（(]*(?P<old>资料图|档案图)?[\s。.（(]*(?:图自|图片来自|图片来源[:：]?|图[:：/]|摄影?[:：]?)\s*(?P<source>[^。.，,（()）]{1,20}?)\s*[)）]?[。.]?$"
)
FILE_PHOTO = re.compile(r"[\s（(]*(?:资料图片?|档案图片?|图片资料)\s*[)）]?[。.]?$")
SOURCES = {
    "越通社": ("VNA", "TTXVN"),
    "资料库": ("file", "tư liệu"),
    "互联网": ("Internet", "Internet"),
    "网络": ("Internet", "Internet"),
    "新华社": ("Xinhua", "Tân Hoa xã"),
    "路透社": ("Reuters", "Reuters"),
    "法新社": ("AFP", "AFP"),
    "人民报": ("Nhân Dân", "Nhân Dân"),
}
SIGN_OFFS = {
    "完": ("End", "Hết"),
    "越通社-VNA": ("VNA", "TTXVN"),
    "越通社": ("VNA", "TTXVN"),
    "VNA": ("VNA", "TTXVN"),
}


def dateline(text: str, entities: tuple[Entity, ...], target: Target) -> tuple[int, list[Piece]]:
    """越通社河内8月17日—— as ``Hanoi, August 17 (VNA) –`` / ``Hà Nội, 17/8 (TTXVN) –``.

    Returns how many characters of the segment are the dateline, 0 where there is none.
    """
    match = DATELINE.match(text)
    if not match:
        return 0, []
    rest = [entity for entity in entities if 3 <= entity.start and entity.end <= match.end("body")]
    if sum(entity.end - entity.start for entity in rest) != match.end("body") - 3:
        return 0, []
    pieces: list[Piece] = []
    for entity in rest:
        if pieces:
            pieces.append(Piece(","))
        pieces.append(Piece(short(entity, target), entity.start, entity.end))
    agency = SOURCES["越通社"][target is Target.VI]
    return match.end(), [*pieces, Piece(f"({agency})", 0, 3), Piece("–", match.end("body"), match.end())]


def short(entity: Entity, target: Target) -> str:
    """A date in a dateline goes without ``ngày``; everything else as it is."""
    text = entity.rendering(target)
    return text.removeprefix("ngày ") if entity.type is EntityType.DATE else text


def credit(text: str, target: Target) -> tuple[int, list[Piece]] | None:
    """A photo credit at the end, 图自越通社: where it starts, and ``(Photo: VNA)`` / ``(Ảnh: TTXVN)``."""
    match = CREDIT.search(text)
    if not match:
        old = FILE_PHOTO.search(text)
        word = {Target.EN: "File photo", Target.VI: "Ảnh tư liệu"}[target]
        return (old.start(), [Piece(f"({word})", old.start(), old.end())]) if old else None
    known = SOURCES.get(match["source"])
    if known is None:
        return None
    word = {Target.EN: "Photo", Target.VI: "Ảnh"}[target]
    if match["old"]:
        word = {Target.EN: "File photo", Target.VI: "Ảnh tư liệu"}[target]
    name = known[target is Target.VI]
    return match.start(), [Piece(f"({word}: {name})", match.start(), match.end())]


def sign_off(text: str, target: Target) -> list[Piece] | None:
    """(完), (越通社——VNA), 越通社 on a line of its own."""
    core = re.sub(r"[\s（()）。]", "", text)
    known = SIGN_OFFS.get(re.sub("[-—–－]+", "-", core))
    if known is None:
        return None
    bracketed = text.strip()[:1] in "（("
    name = known[target is Target.VI]
    return [Piece(f"({name})" if bracketed else name, 0, len(text))]
