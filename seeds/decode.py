"""From bytes to text: which encoding, and one normal form for everything after."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from seeds.errors import BinarySource, EmptySource, UndecodableSource
from seeds.plausible import plausibility
from seeds.spans import EDGES

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_LABELS = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "big5": "Big5",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
# Python's cp950 is Big5 as Windows writes it; big5hkscs adds Hong Kong's characters.
_CODECS = {"big5": ("cp950", "big5hkscs")}
# Encodings of one byte a character fit any bytes: a guess among them would be no better than a loss.
_NEIGHBOURS = ("big5hkscs", "euc_jp", "cp932", "euc_jis_2004", "shift_jis_2004", "euc_kr", "cp949", "johab")
_SAMPLE = 8192
_CLEAR = 0.5

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_RAW_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document in normal form, and the encoding its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes, *, name: str) -> Decoded:
    """The text in ``data``; ``name`` is for messages only.

    A byte order mark decides; then UTF-16 and UTF-32 betrayed by their NULs, strict UTF-8, and
    last the likeliest of GB18030, Big5, UTF-16 and what charset-normalizer finds. The text is in
    normal form (see ``normalise``): all offsets count in it. Nothing is dropped or guessed over: bytes
    that do not fit raise UndecodableSource, other things than text BinarySource, and text
    without one visible character EmptySource.
    """
    if not data:
        raise EmptySource(name)
    raw, encoding = _detect(data, name)
    text = normalise(raw)
    if not text.strip(EDGES):
        raise EmptySource(name)
    return Decoded(text, encoding)


def normalise(text: str) -> str:
    """``text`` in NFC, with line feeds as line ends and without raw control characters.

    Control characters other than tab and line feed become their control pictures, one for one
    (NUL is U+2400, DEL U+2421), those above DEL U+FFFD; Unicode's own line and paragraph
    separators become spaces, so that a line of the text is a line of the file. No-break spaces
    and bidirectional controls stay.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub(_picture, text)
    return unicodedata.normalize("NFC", text)


def decode_as(data: bytes, encoding: str) -> str | None:
    """``data`` strictly in ``encoding`` (any name Python knows), or None; a leading mark is dropped."""
    try:
        text = _strict(data, _canonical(encoding))
    except (LookupError, ValueError):
        return None
    return text.removeprefix("\ufeff")


def _canonical(encoding: str) -> str:
    """The superset that files so labelled are really in."""
    name = codecs.lookup(encoding).name
    if name in ("gb2312", "gbk"):
        return "gb18030"
    return "big5" if name in ("cp950", "big5hkscs") else name


def _strict(data: bytes, encoding: str) -> str:
    """``data`` decoded without mercy; the first codec's error counts."""
    first: UnicodeDecodeError | None = None
    for codec in _CODECS.get(encoding, (encoding,)):
        try:
            return data.decode(codec)
        except UnicodeDecodeError as error:
            first = first or error
    assert first is not None
    raise first


def _detect(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and not (encoding == "utf-32-le" and len(data) % 4):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                offset = error.start + len(mark)
                raise UndecodableSource(name, offset, _LABELS[encoding]) from error
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinarySource(name, what)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise BinarySource(name, "a picture or a recording")
    if b"\x00" in data and (wide := _wide(data)):
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise BinarySource(name, "a binary file") from error
        return _legacy(data, name, error.start)
    # A stray control character is shown as its picture; a file full of them is not text.
    if len(_RAW_CONTROLS.findall(text[:_SAMPLE])) > max(2, min(len(text), _SAMPLE) // 20):
        raise BinarySource(name, "a binary file")
    return text, "utf-8"


def _wide(data: bytes) -> tuple[str, str] | None:
    """``data`` as UTF-16 or UTF-32 without a mark, if it reads as text without NULs."""
    found: list[tuple[float, str, str]] = []
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        text = decode_as(data, encoding)
        if text is not None and "\x00" not in text:
            found.append((plausibility(text[:_SAMPLE]), text, encoding))
    if not found:
        return None
    score, text, encoding = max(found)
    return (text, encoding) if score >= _CLEAR else None


def _legacy(data: bytes, name: str, offset: int) -> tuple[str, str]:
    """The text of ``data``, which is not UTF-8 from byte ``offset`` on."""
    candidates = ("utf-8", *_candidates(data))
    score, encoding = max((_likelihood(data, encoding), encoding) for encoding in candidates)
    if score < _CLEAR and _mostly_utf8(data):
        score, encoding = 1.0, "utf-8"
    if score >= _CLEAR:
        try:
            return _strict(data, encoding), encoding
        except UnicodeDecodeError as error:
            raise UndecodableSource(name, error.start, _LABELS[encoding]) from error
    guess = _guess(data)
    if guess is None:
        raise UndecodableSource(name, offset, None)
    return guess


def _candidates(data: bytes) -> tuple[str, ...]:
    """Encodings of Chinese without NULs; UTF-16 only where the length allows it."""
    return ("gb18030", "big5") if len(data) % 2 else ("gb18030", "big5", "utf-16-le", "utf-16-be")


def _likelihood(data: bytes, encoding: str) -> float:
    """How much a stretch of ``data`` from its first high byte on reads like text in ``encoding``."""
    start = next(match.start() for match in re.finditer(rb"[\x80-\xff]", data))
    if encoding.startswith("utf-16"):
        start -= start % 2
    sample = data[start : start + _SAMPLE]
    codec = _CODECS.get(encoding, (encoding,))[-1]
    # Not final: the sample may end inside a character, the data may not.
    decoder = codecs.getincrementaldecoder(codec)("replace")
    return plausibility(decoder.decode(sample, final=len(sample) < _SAMPLE))


def _mostly_utf8(data: bytes) -> bool:
    """Whether whole UTF-8 characters far outnumber the bytes that spoil them."""
    text = data[: 8 * _SAMPLE].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(char > "\x7f" for char in text) - wrong
    return right >= 3 * wrong


def _guess(data: bytes) -> tuple[str, str] | None:
    """What charset-normalizer makes of it, if that is text."""
    from charset_normalizer import from_bytes

    # The whole, for a sample could end inside a character; nothing so rare is large.
    best = from_bytes(data, cp_isolation=list(_NEIGHBOURS)).best()
    text = decode_as(data, best.encoding) if best else None
    if best is None or text is None or _RAW_CONTROLS.search(text):
        return None
    return text, _canonical(best.encoding)


def _picture(match: re.Match[str]) -> str:
    """The visible stand-in of one control character."""
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return " " if code in (0x2028, 0x2029) else "\ufffd"
