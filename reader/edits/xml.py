"""XML from elsewhere, read without a way out of the file: no entities, no DTD, no network, in bounds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.edits.edit import EditsError
from seeds.decode import decode
from translate.row import Target

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

LARGEST = 256 << 20
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DECLARATION = re.compile(r"\s*<\?xml\s[^>]{0,500}\?>")
# Declared entities are how a small file unfolds into a huge one, or fetches another.
ENTITIES = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
CHARACTER = re.compile(r"U\+([0-9A-F]{4,6})")
# Codes of a format that is not ours; what stands between them is text.
CODES = frozenset(("ph", "bpt", "ept", "it", "ut", "x", "bx", "ex", "sub", "sc", "ec", "sm", "em"))
LANGUAGES = {
    "zh": "zh", "zho": "zh", "chi": "zh", "cmn": "zh", "en": "en", "eng": "en", "vi": "vi", "vie": "vi",
}  # fmt: skip


def elements(data: bytes, name: str, what: str, *tags: str) -> Iterator[_Element]:
    """The elements with one of these tags, each when it is whole; what is read is let go.

    Raises EditsError for what is not well-formed, too large, or declares entities; SourceError for
    what is no text.
    """
    from lxml import etree  # type: ignore[import-untyped]

    text = text_of_file(data, name, what)
    if ENTITIES.search(text):
        raise EditsError(
            f"{name}: this {what} file declares XML entities or a document type of its own, which sanyu does"
            " not read; save it without them."
        )
    head = DECLARATION.match(text)
    bare = text[head.end() :] if head else text
    try:
        for _, element in etree.iterparse(
            io.BytesIO(bare.encode("utf-8", "replace")), events=("end",), tag=tags, resolve_entities=False,
            no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        ):  # fmt: skip
            yield element
            if element.getparent() is not None:
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise EditsError(
            f"{name}: this is no well-formed {what} file (line {error.lineno}: {error.msg}); save it again"
            " from the program it comes from."
        ) from error


def text_of_file(data: bytes, name: str, what: str) -> str:
    """The text as it stands: nothing in it is brought into another form."""
    if len(data) > LARGEST:
        raise EditsError(f"{name}: this {what} file is larger than {LARGEST >> 20} MB; split it.")
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data, name=name).text


def language_of(code: str | None) -> str:
    """The language of a code such as ``zh-CN``, one of ours, else the code itself."""
    found = (code or "").strip().lower().replace("_", "-")
    return LANGUAGES.get(found.partition("-")[0], found or "none")


def target_of(code: str | None) -> Target | None:
    """The target that a code names."""
    language = language_of(code)
    return Target(language) if language in {target.value for target in Target} else None


def text_of(element: _Element | None) -> str:
    """The text in an element without the codes of other formats, our own coded characters put back."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name == "cp":
            pieces.append(character(child.get("hex", "")))
        elif "x-character" in (child.get("type"), child.get("ctype")):
            found = CHARACTER.fullmatch((child.text or "").strip())
            pieces.append(character(found[1]) if found else "")
        elif name not in CODES:
            pieces.append(text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def character(code: str) -> str:
    """A character by its number in hexadecimal; nothing where it is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
