"""Whole-segment patterns of the genre: datelines, labels, photo credits, sign-offs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translate.row import Entity, EntityType, Target
from translate.transfer.draft import Piece

AGENCY = "越通社"
# 越通社河内8月17日—— or (越通社河内8月17日电).
DATELINE = re.compile(
    r"[（(【]?越通社(?P<body>[^-—–－，,。]{1,20}?)(?:(?:消息)?[-—–－]+|(?:电|讯)(?=$|[\s)）】:：]))[)）】:：\s]*"
)
CREDIT = re.compile(
    r"[\s（(]*(?P<old>资料图片?|档案图片?)?[\s。.（(]*"
    r"(?:图自|图片来自|图片来源[:：]?|图源[:：]|图片[:：]|照片[:：]|图[:：/]|摄影?[:：]?)\s*"
    r"(?P<source>[^。.，,（()）]{1,20}?)\s*[)）]?[。.]?$"
)
FILE_PHOTO = re.compile(
    r"[\s（(]*(?:(?:图片?|照片)[:：]\s*)?(?:资料图片?|档案图片?|图片资料)\s*[)）]?[。.]?$"
)
SOURCES = {
    "越通社": ("VNA", "TTXVN"),
    "资料库": ("file", "tư liệu"),
    "资料": ("file", "tư liệu"),
    "互联网": ("Internet", "Internet"),
    "网络": ("Internet", "Internet"),
    "新华社": ("Xinhua", "Tân Hoa xã"),
    "路透社": ("Reuters", "Reuters"),
    "法新社": ("AFP", "AFP"),
    "美联社": ("AP", "AP"),
    "人民报": ("Nhân Dân", "Nhân Dân"),
    "组委会": ("organisers", "Ban tổ chức"),
}
SIGN_OFFS = {
    "完": ("End", "Hết"),
    "越通社-VNA": ("VNA", "TTXVN"),
    "越通社": ("VNA", "TTXVN"),
    "VNA": ("VNA", "TTXVN"),
}
# Who made it: (来源：越通社).
ORIGIN = re.compile(r"(?P<word>来源|编译|编辑|综合|转载自?)[:：](?P<source>.{1,20})")
ORIGINS = {
    "来源": ("Source", "Nguồn"),
    "编译": ("Translated by", "Biên dịch"),
    "编辑": ("Edited by", "Biên tập"),
    "综合": ("Compiled by", "Tổng hợp"),
    "转载": ("Reprinted from", "Đăng lại từ"),
    "转载自": ("Reprinted from", "Đăng lại từ"),
}
# What stands before a headline or a caption and says what kind of thing it is.
LABELS = {
    "组图": ("Photo gallery", "Chùm ảnh"),
    "图集": ("Photo gallery", "Chùm ảnh"),
    "视频": ("Video", "Video"),
    "音频": ("Audio", "Âm thanh"),
    "图表新闻": ("Infographic", "Đồ họa thông tin"),
    "信息图": ("Infographic", "Đồ họa thông tin"),
    "图解": ("Infographic", "Đồ họa thông tin"),
    "快讯": ("News flash", "Tin nhanh"),
    "短讯": ("News in brief", "Tin vắn"),
    "简讯": ("News in brief", "Tin vắn"),
    "短评": ("Commentary", "Bình luận"),
    "评论": ("Commentary", "Bình luận"),
    "时评": ("Commentary", "Bình luận"),
    "社论": ("Editorial", "Xã luận"),
    "专访": ("Interview", "Phỏng vấn"),
    "独家": ("Exclusive", "Độc quyền"),
    "专题": ("Feature", "Chuyên đề"),
    "特写": ("Feature", "Phóng sự"),
    "综述": ("Roundup", "Tổng hợp"),
    "更新": ("Update", "Cập nhật"),
}
LABEL = re.compile(rf"\s*(?P<label>{'|'.join(LABELS)})\s*[:：|｜丨]\s*(?=\S)")
SHOWN = re.compile(r"\s*(?:图|图片|图中)为[:：]?(?=[^\s，,。])")
IN_THE_PHOTO = ("In the photo:", "Trong ảnh:")


def head_end(text: str, entities: tuple[Entity, ...], *, shows: bool) -> int:
    """How many characters at the start are a dateline or a label; 0 where there is neither.

    ``shows`` says whether the text stands under a picture or in running text, where 图为 is one.
    """
    match = LABEL.match(text) or (SHOWN.match(text) if shows else None)
    return match.end() if match else dateline_end(text, entities)


def head(text: str, entities: tuple[Entity, ...], target: Target) -> list[Piece]:
    """The dateline or label that ``text`` is."""
    label = LABEL.match(text + ".")
    if label:
        word = LABELS[label["label"]][target is Target.VI]
        return [Piece(f"{word}:", label.start("label"), label.end("label"))]
    if SHOWN.match(text + "图"):
        return [Piece(IN_THE_PHOTO[target is Target.VI], 0, len(text.rstrip(":：")))]
    return dateline(text, entities, target)


def dateline_end(text: str, entities: tuple[Entity, ...]) -> int:
    """How many characters at the start are a dateline, 越通社河内8月17日——; 0 where there is none."""
    match = DATELINE.match(text)
    if not match:
        return 0
    start, end = match.span("body")
    inside = [entity for entity in entities if start <= entity.start and entity.end <= end]
    known = sum(entity.end - entity.start for entity in inside)
    return match.end() if inside and known == end - start else 0


def dateline(text: str, entities: tuple[Entity, ...], target: Target) -> list[Piece]:
    """A dateline as ``Hanoi, August 17 (VNA) –`` / ``Hà Nội, 17/8 (TTXVN) –``."""
    if not text:
        return []
    pieces: list[Piece] = []
    start = text.index(AGENCY)
    end = start + len(AGENCY)
    for entity in entities:
        if end <= entity.start and entity.end <= len(text):
            if pieces:
                pieces.append(Piece(","))
            pieces.append(Piece(short(entity, target), entity.start, entity.end))
            end = entity.end
    agency = SOURCES[AGENCY][target is Target.VI]
    return [*pieces, Piece(f"({agency})", start, start + len(AGENCY)), Piece("–", end, len(text))]


def short(entity: Entity, target: Target) -> str:
    """A date in a dateline goes without ``ngày``; everything else as it is."""
    text = entity.rendering(target)
    return text.removeprefix("ngày ") if entity.type is EntityType.DATE else text


def source_name(source: str, entities: Iterable[Entity], target: Target) -> str | None:
    """Who took a picture, as it is written in a credit: AFP/越通社 is AFP/VNA; None where nobody knows."""
    known = {entity.zh: entity.rendering(target) for entity in entities}
    names = []
    for part in re.split(r"\s*[/／、]\s*", source):
        if part in SOURCES:
            names.append(SOURCES[part][target is Target.VI])
        elif part in known:
            names.append(known[part].removeprefix("the "))
        elif re.fullmatch(
            r"[\x21-\x7e\u00c0-\u024f\u1e00-\u1eff][\x20-\x7e\u00c0-\u024f\u1e00-\u1eff]*", part
        ):
            names.append(part)
        else:
            return None
    return "/".join(names)


def credit_start(text: str, entities: tuple[Entity, ...] = ()) -> int:
    """Where a photo credit at the end begins (图自越通社, 资料图); the text's end where there is none."""
    match = CREDIT.search(text)
    if match and source_name(match["source"], entities, Target.EN) is not None:
        return match.start()
    old = FILE_PHOTO.search(text)
    return old.start() if old else len(text)


def credit(text: str, entities: tuple[Entity, ...], start: int, target: Target) -> list[Piece]:
    """The photo credit from ``start`` on as ``(Photo: VNA)`` / ``(Ảnh: TTXVN)``."""
    if start >= len(text):
        return []
    match = CREDIT.match(text, start)
    name = source_name(match["source"], entities, target) if match else None
    old = match is None or name is None or match["old"]
    word = {Target.EN: "File photo" if old else "Photo", Target.VI: "Ảnh tư liệu" if old else "Ảnh"}[target]
    return [Piece(f"({word}: {name})" if name else f"({word})", start, len(text))]


def sign_off(text: str, entities: tuple[Entity, ...], target: Target) -> list[Piece] | None:
    """(完), (越通社——VNA), (来源：越通社), 越通社 on a line of its own."""
    core = re.sub(r"[\s（()）【】。]", "", text)
    known = SIGN_OFFS.get(re.sub("[-—–－]+", "-", core))
    if known is not None:
        name = known[target is Target.VI]
    else:
        match = ORIGIN.fullmatch(core)
        source = source_name(match["source"], entities, target) if match else None
        if match is None or source is None:
            return None
        word = ORIGINS[match["word"]][target is Target.VI]
        name = (
            f"{word} {source}"
            if target is Target.EN and word.endswith(("by", "from"))
            else f"{word}: {source}"
        )
    bracketed = text.strip()[:1] in "（(【"
    return [Piece(f"({name})" if bracketed else name, 0, len(text))]
