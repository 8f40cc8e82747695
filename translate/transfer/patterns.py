"""Whole-segment patterns of the genre: datelines, photo credits, sign-offs."""

from __future__ import annotations

import re

from translate.row import Entity, EntityType, Target
from translate.transfer.draft import Piece

AGENCY = "越通社"
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


def dateline_end(text: str, entities: tuple[Entity, ...]) -> int:
    """How many characters at the start are a dateline, 越通社河内8月17日——; 0 where there is none."""
    match = DATELINE.match(text)
    if not match:
        return 0
    inside = [
        entity for entity in entities if len(AGENCY) <= entity.start and entity.end <= match.end("body")
    ]
    known = sum(entity.end - entity.start for entity in inside)
    return match.end() if known == match.end("body") - len(AGENCY) else 0


def dateline(text: str, entities: tuple[Entity, ...], target: Target) -> list[Piece]:
    """A dateline as ``Hanoi, August 17 (VNA) –`` / ``Hà Nội, 17/8 (TTXVN) –``."""
    if not text:
        return []
    pieces: list[Piece] = []
    end = len(AGENCY)
    for entity in entities:
        if len(AGENCY) <= entity.start and entity.end <= len(text):
            if pieces:
                pieces.append(Piece(","))
            pieces.append(Piece(short(entity, target), entity.start, entity.end))
            end = entity.end
    agency = SOURCES[AGENCY][target is Target.VI]
    return [*pieces, Piece(f"({agency})", 0, len(AGENCY)), Piece("–", end, len(text))]


def short(entity: Entity, target: Target) -> str:
    """A date in a dateline goes without ``ngày``; everything else as it is."""
    text = entity.rendering(target)
    return text.removeprefix("ngày ") if entity.type is EntityType.DATE else text


def credit_start(text: str) -> int:
    """Where a photo credit at the end begins (图自越通社, 资料图); the text's end where there is none."""
    match = CREDIT.search(text)
    if match and match["source"] in SOURCES:
        return match.start()
    old = FILE_PHOTO.search(text)
    return old.start() if old else len(text)


def credit(text: str, start: int, target: Target) -> list[Piece]:
    """The photo credit from ``start`` on as ``(Photo: VNA)`` / ``(Ảnh: TTXVN)``."""
    if start >= len(text):
        return []
    match = CREDIT.match(text, start)
    if match is None or match["source"] not in SOURCES:
        word = {Target.EN: "File photo", Target.VI: "Ảnh tư liệu"}[target]
        return [Piece(f"({word})", start, len(text))]
    word = {Target.EN: "Photo", Target.VI: "Ảnh"}[target]
    if match["old"]:
        word = {Target.EN: "File photo", Target.VI: "Ảnh tư liệu"}[target]
    name = SOURCES[match["source"]][target is Target.VI]
    return [Piece(f"({word}: {name})", start, len(text))]


def sign_off(text: str, target: Target) -> list[Piece] | None:
    """(完), (越通社——VNA), 越通社 on a line of its own."""
    core = re.sub(r"[\s（()）。]", "", text)
    known = SIGN_OFFS.get(re.sub("[-—–－]+", "-", core))
    if known is None:
        return None
    bracketed = text.strip()[:1] in "（("
    name = known[target is Target.VI]
    return [Piece(f"({name})" if bracketed else name, 0, len(text))]
