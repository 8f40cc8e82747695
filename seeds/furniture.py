"""The fixed marks of a saved news page: photo markers, credits, datelines, sign-offs, dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from seeds.article import Span
from seeds.spans import EDGES, trim

_AGENCY = "(?:越通社|越南通[讯訊]社|新[华華]社|中新社|中央社)"
_VNA = r"(?:越通社|越南通[讯訊]社|VNA|TTXVN)"
_DASHES = "[-－—–―─]"
_OPEN, _CLOSE = "[（(【\\[]", "[)）】\\]]"

# Not inside a Vietnamese word such as "cảnh"; NFD as well, for texts that come unnormalised.
_MARKER = re.compile(r"(?<![a-zà-ỹ])(?:[ảẢ]|[aA]\u0309)nh[\s\u200b]*(\d+)")
_MORE = re.compile(r"更多[\s:：>›»]*")
_DATELINE = re.compile(
    rf"{_OPEN}?{_AGENCY}[^，,。．;；:：!！?？、\n“”《》－—–―─-]{{0,24}}"
    rf"(?:[—–―─]{{1,4}}|(?<!\d)[-－]{{1,3}}|(?<=日)[电電讯訊](?:\s*[－—–―─-]{{1,4}})?){_CLOSE}?"
)
_SIGN_OFF = rf"{_OPEN}\s*(?:全文完|完|[终終]|{_VNA}(?:\s*{_DASHES}*\s*{_VNA})?)\s*{_CLOSE}"
_SIGN_OFF_END = re.compile(rf"(?:{_SIGN_OFF}\s*)+(?:{_VNA}\s*)?[。.]?$|(?<=[。！？”])\s*{_VNA}$")
_SIGN_OFF_LINE = re.compile(
    rf"(?:{_SIGN_OFF}\s*)+(?:{_VNA})?[。.]?|(?:[来來]源[:：]\s*)?{_VNA}(?:\s*[-－—–―─/]*\s*{_VNA})?|完"
)
_CREDIT_START = re.compile(
    "(?:【[^】]{0,6}】)?(?:资料图|資料圖|图为|圖為|[插附配]?[图圖]片?[:：]|【[图圖]】)"
)
# Set off from the words before it: 试图自己 and 地图自 are no credits.
_APART = r"(?:^|(?<=[\s\u200b。．.！？!?…”’》〉)）】\]，,、:：;；(（【]))"
_CREDIT_END = re.compile(
    _APART + r"(?:[图圖][自源]|[图圖]片?[来來]源\s*[:：]?|(?:[图圖]片?|[摄攝]影?|供[图圖])\s*[:：/])"
    r"[^。！？!?：:\n]{0,30}[)）]?[。.]?$"
    r"|[图圖]自(?:越通社|互[联聯][网網]|[网網][络絡]|[资資]料|VNA|TTXVN)[^，。！？,!?\n]{0,12}[)）]?[。.]?$"
    r"|(?:[资資]料[图圖]片?|[供摄攝][图圖]?[)）])[)）]?[。.]?$"
)
_DATE_LINE = re.compile(
    r"(?:\D{0,12}[:：\s])?(?P<y>\d{4})(?:年|[-/.])(?P<m>\d{1,2})(?:月|[-/.])(?P<d>\d{1,2})日?"
    r"(?:\s*[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?(?:[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s*GMT\s*\+\s*7)?"
)
_HEADING_NUMBER = re.compile(
    r"第?[一二三四五六七八九十]{1,3}[、．.章节節部]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d)"
)
# Captions rarely have half of this; a longer line is a paragraph that ends in a credit.
_LONGEST_CAPTION = 160
_TAIL = 80


def find_markers(text: str, start: int, end: int, first: int) -> Iterator[Span]:
    """The photo markers ``ảnh N``, N expected to count up from ``first``.

    The caption follows without a space and may begin with a figure, as in ``ảnh 12024年``:
    so the number expected there is taken before the longest one.
    """
    for match in _MARKER.finditer(text, start, end):
        digits = match.group(1)
        number = str(first)
        if not digits.startswith(number):
            number = digits if len(digits) < 3 else digits[0]
        yield Span(match.start(), match.start(1) + len(number))
        first += 1


def is_more(line: str) -> bool:
    """Whether the line announces the related items."""
    return line.startswith("更多") and _MORE.fullmatch(line) is not None


def dateline_end(text: str, span: Span) -> int:
    """Where the dateline that the span begins with ends, or the span's start if there is none."""
    match = _DATELINE.match(text, span.start, span.end)
    return match.end() if match else span.start


def sign_off_start(text: str, span: Span) -> int:
    """Where the sign-off that the span ends with begins, or the span's end if there is none."""
    start = max(span.start, span.end - _TAIL)
    match = _SIGN_OFF_END.search(text[start : span.end])
    return trim(text, start + match.start(), span.end).start if match else span.end


def is_sign_off(line: str) -> bool:
    """Whether the whole line is the agency's name or another end mark."""
    return len(line) < _TAIL and _SIGN_OFF_LINE.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether the line names the source of a photo."""
    if len(line) > _LONGEST_CAPTION:
        return False
    return _CREDIT_START.match(line) is not None or _CREDIT_END.search(line) is not None


def is_numbered(line: str) -> bool:
    """Whether the line begins as numbered headings do."""
    return _HEADING_NUMBER.match(line) is not None


def read_date(line: str) -> str | None:
    """The date (``2024-08-17``) of a line that holds nothing else but a label and a time."""
    if len(line) > 60:
        return None
    match = _DATE_LINE.fullmatch(line.strip(EDGES))
    if not match:
        return None
    try:
        return datetime.date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None
