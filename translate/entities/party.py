"""Party: the commissions and boards of a local Party committee, such as 省委组织部."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.entities.figures import either
from translate.row import Entity, EntityType

COMMITTEES = {
    "省委": ("provincial Party Committee", "Tỉnh ủy"),
    "市委": ("municipal Party Committee", "Thành ủy"),
    "县委": ("district Party Committee", "Huyện ủy"),
    "郡委": ("district Party Committee", "Quận ủy"),
    "坊党委": ("ward Party Committee", "Đảng ủy phường"),
    "乡党委": ("commune Party Committee", "Đảng ủy xã"),
}
BOARDS = {
    "组织部": ("Organisation Commission", "Ban Tổ chức"),
    "宣教部": ("Information and Education Commission", "Ban Tuyên giáo"),
    "宣教与民运部": ("Information, Education and Mass Mobilisation Commission", "Ban Tuyên giáo và Dân vận"),
    "宣教和民运部": ("Information, Education and Mass Mobilisation Commission", "Ban Tuyên giáo và Dân vận"),
    "内政部": ("Internal Affairs Commission", "Ban Nội chính"),
    "民运部": ("Mass Mobilisation Commission", "Ban Dân vận"),
    "检查委员会": ("Inspection Commission", "Ủy ban Kiểm tra"),
    "办公厅": ("Office", "Văn phòng"),
    "办公室": ("Office", "Văn phòng"),
    "常务委员会": ("Standing Board", "Ban Thường vụ"),
    "常委会": ("Standing Board", "Ban Thường vụ"),
    "执行委员会": ("Executive Committee", "Ban Chấp hành"),
}
HEADS = {
    "部长": ("Head of the", "Trưởng"),
    "副部长": ("Deputy Head of the", "Phó Trưởng"),
    "常务副部长": ("Permanent Deputy Head of the", "Phó Trưởng Ban Thường trực"),
}
HEADED = re.compile("(?:常务)?副?部长")
BOARD = re.compile(f"(?P<committee>{either(COMMITTEES)})(?P<board>{either(BOARDS)})")


def boards(text: str) -> Iterator[Entity]:
    """Such bodies in a Simplified text, without the place they belong to (character offsets)."""
    for match in BOARD.finditer(text):
        (committee_en, committee_vi), (en, vi) = COMMITTEES[match["committee"]], BOARDS[match["board"]]
        name_en, name_vi = f"{committee_en}'s {en}", f"{vi} {committee_vi}"
        kind = EntityType.ORGANISATION
        yield Entity(match[0], match.start(), match.end(), kind, name_en, name_vi, source="rule")
        head = HEADED.match(text, match.end()) if match["board"].endswith("部") else None
        if head is not None:
            (head_en, head_vi), zh = HEADS[head[0]], text[match.start() : head.end()]
            title = EntityType.TITLE
            yield Entity(
                zh,
                match.start(),
                head.end(),
                title,
                f"{head_en} {name_en}",
                f"{head_vi} {name_vi}",
                source="rule",
            )
