"""Vietnamese words: what stands for a leaf, and words that rules ask about."""

from __future__ import annotations

import re

from translate.foreign import is_foreign_name
from translate.readings import hanviet, pinyin
from translate.transfer.tokens import Token, is_latin

NUMERALS = {
    "一": "một", "二": "hai", "两": "hai", "三": "ba", "四": "bốn", "五": "năm", "六": "sáu", "七": "bảy",
    "八": "tám", "九": "chín", "十": "mười", "百": "trăm", "千": "nghìn", "零": "không", "〇": "không",
}  # fmt: skip
# How many times as much.
COUNTED = {
    "2": "đôi",
    "3": "ba lần",
    "4": "bốn lần",
    "5": "năm lần",
    "6": "sáu lần",
    "7": "bảy lần",
    "8": "tám lần",
}
# 这 as a subject: this is it, or what has been said.
HERE = {"这": "đây", "那": "đó", "这些": "đây", "那些": "đó", "此": "đây"}
WHAT_WAS_SAID = {
    "这": "điều này",
    "那": "điều đó",
    "此": "điều này",
    "这个": "điều này",
    "这些": "những điều này",
    "那些": "những điều đó",
}
# The preposition that a noun asks for where Chinese says 对.
ASKED = {
    **dict.fromkeys(("依赖", "依赖程度", "依赖度", "依赖性", "投资", "信心"), "vào"),
    **dict.fromkeys(("影响", "影响力", "关注", "兴趣"), "đến"),
    "贡献": "cho",
    "需求": "về",
}
FALLS = re.compile("(?:giảm|hạ|sụt|rớt|tụt|xuống)")
PASSIVE_VERB = re.compile(
    r"(?:được )?([^_]+) (thành|làm|là|vào|ở mức|ở|để|tại|đến|lên|xuống còn|còn|xuống|sang|tới)$"
)
DEGREES = frozenset(["最", "最为", "更", "更为", "更加"])
MORE = frozenset(["更", "更为", "更加"])
PASSIVES = frozenset(
    """
    passive passive-by passive-into passive-by-into passive-for passive-to passive-do passive-to-do
    passive-into-do
    """.split()
)
HARM = re.compile(
    "(?:bắt|giết|phá|tấn công|cấm|hủy|buộc|ép|đánh|phạt|trục xuất|thương|ảnh hưởng|cướp|tố|cáo buộc|nghi"
    "|giam|từ chối|chỉ trích"
    "|lên án|xử|kết|đe dọa|xâm|chiếm|đâm|bắn|chặn|mắc|mất|trộm|lừa|hại|tàn|đốt|thiêu|chôn|ngập"
    "|nhiễm|lây|đình chỉ|tuyên|khởi tố"
    "|sát|ám sát|đóng cửa|cách chức|sa thải|loại|hạn chế|bóc|cuốn|vây|kiểm soát|truy"
    "|tịch thu|phong tỏa|lạm dụng|bãi)"
)


def unknown(token: Token) -> str:
    """A word of no dictionary: as it stands in Latin, else by its Hán-Việt reading."""
    if is_latin(token.text):
        return token.text
    if is_foreign_name(token.text):
        # Vietnamese no longer reads foreign names in Hán-Việt.
        return pinyin(token.text).capitalize()
    return NUMERALS.get(token.text) or hanviet(token.text)
