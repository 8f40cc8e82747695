"""Word documents (DOCX): paragraphs, headings, tables and notes; tracked changes are taken as accepted."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from seeds.archive import Archive
from seeds.article import Article, Block, Kind, Span
from seeds.decode import normalise
from seeds.errors import DamagedSource, EmptySource, ProtectedSource
from seeds.spans import EDGES, ends_sentence, leftovers, make_blocks

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

FORMAT = "Word"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""The beginning of an old Office file, and of a new one under a password."""
# Text that was deleted or moved away, codes of fields, readings above characters, and the double of
# a drawing for older programs.
_UNSEEN = frozenset(
    ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "rt", "Fallback", "txbxContent")
)
_TRACKED = ("{*}ins", "{*}del", "{*}moveFrom", "{*}moveTo")
_LONGEST_TITLE = 60
_OUTLINE = re.compile(r"heading ([1-9])")
_CHARACTER = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
# A line break between Chinese characters is no space.
_WRAPPED = re.compile(f"(?<={_CHARACTER})[ \\t]*\\n\\s*(?={_CHARACTER})")


def is_docx(data: bytes) -> bool:
    """Whether the data look like a Word document, whatever their name."""
    head = data[:65536]
    return data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head and b"word/" in data


def read_docx(data: bytes, name: str) -> Article:
    """The document as an article: its highest headings are titles, captions are told by their style.

    Cells of tables are paragraphs, foot- and endnotes follow the text. Without any heading a short first
    line is the title. Raises DamagedSource, OversizedSource, ProtectedSource, EmptySource.
    """
    lines = list(WordFile(data, name).lines())
    if not lines:
        raise EmptySource(name)
    source = "\n\n".join(text for _, text in lines)
    blocks: list[Block] = []
    start = 0
    for number, (kind, text) in enumerate(with_title(lines)):
        blocks += make_blocks(kind, source, number, [Span(start, start + len(text))])
        start += len(text) + 2
    title = next((block.text for block in blocks if block.kind is Kind.TITLE), PurePath(name).stem)
    return Article(name, title, source, tuple(blocks), leftovers(source, blocks))


def with_title(lines: list[tuple[int | Kind, str]]) -> Iterator[tuple[Kind, str]]:
    """Lines with what they are, from lines with the level of their heading (from 0) or their kind."""
    levels = [level for level, _ in lines if not isinstance(level, Kind)]
    highest = levels[0] if levels else -1
    for number, (level, text) in enumerate(lines):
        if not isinstance(level, Kind):
            yield (Kind.TITLE if level <= highest else Kind.HEADING), text
        elif number == 0 and not levels and len(lines) > 1 and is_title(text):
            yield Kind.TITLE, text
        else:
            yield level, text


def is_title(text: str) -> bool:
    """Whether a paragraph is a short line without punctuation at its end."""
    whole = Span(0, len(text))
    return len(text) <= _LONGEST_TITLE and not ends_sentence(text, whole) and text[-1] not in "，,；;：:、"


class WordFile:
    """The parts of a document that hold its text. Nothing is unpacked to disk, fetched or expanded.

    ``tracked`` counts the changes that were tracked in the text.
    """

    def __init__(self, data: bytes, name: str) -> None:
        if data.startswith(OLD_OFFICE):
            raise ProtectedSource(name, FORMAT)
        self._archive = Archive(data, name, FORMAT)
        self._part = self._main_part()
        root = self._xml(self._part)
        body = next(root.iter("{*}body"), None)
        if body is None:
            raise DamagedSource(name, FORMAT, "it has no text part")
        self.body = body
        self.tracked = sum(1 for _ in body.iter(*_TRACKED))
        self._levels = dict(self._styles())

    def lines(self) -> Iterator[tuple[int | Kind, str]]:
        """All paragraphs with something in them: the level of a heading, from 0, or a kind, and the text."""
        for paragraph, raw in paragraphs_of(self.body):
            text = one_line(raw)
            if text.strip(EDGES):
                yield self._level(paragraph), text
        for part in ("footnotes.xml", "endnotes.xml"):
            path = posixpath.join(posixpath.dirname(self._part), part)
            if path not in self._archive:
                continue
            for note in self._xml(path):
                # The lines between text and notes are notes as well, of a type.
                if attribute(note, "type") in ("", "normal"):
                    for _, raw in paragraphs_of(note):
                        text = one_line(raw)
                        if text.strip(EDGES):
                            yield Kind.BODY, text

    def tables(self) -> Iterator[Iterator[list[str]]]:
        """Each table: its rows, and their cells on one line each."""
        for table in self.body.iter("{*}tbl"):
            yield rows_of(table)

    def _level(self, paragraph: _Element) -> int | Kind:
        """What a paragraph is, by its own outline level or that of its style."""
        about = next(paragraph.iterchildren("{*}pPr"), None)
        if about is None:
            return Kind.BODY
        own = next(about.iterchildren("{*}outlineLvl"), None)
        if own is not None and attribute(own, "val") in tuple("012345678"):
            return int(attribute(own, "val")) + 1
        style = next(about.iterchildren("{*}pStyle"), None)
        return Kind.BODY if style is None else self._levels.get(attribute(style, "val"), Kind.BODY)

    def _styles(self) -> Iterator[tuple[str, int | Kind]]:
        """The styles of titles, headings and captions, with those based on them."""
        path = posixpath.join(posixpath.dirname(self._part), "styles.xml")
        if path not in self._archive:
            return
        known: dict[str, int | Kind] = {}
        above: dict[str, str] = {}
        for style in self._xml(path).iter("{*}style"):
            identity = attribute(style, "styleId")
            named = next(style.iterchildren("{*}name"), None)
            label = "" if named is None else attribute(named, "val").lower()
            outline = next(style.iter("{*}outlineLvl"), None)
            based = next(style.iterchildren("{*}basedOn"), None)
            if based is not None:
                above[identity] = attribute(based, "val")
            heading = _OUTLINE.fullmatch(label)
            if label == "title":
                known[identity] = 0
            elif label == "caption":
                known[identity] = Kind.CAPTION
            elif heading is not None:
                known[identity] = int(heading[1])
            elif outline is not None and attribute(outline, "val") in tuple("012345678"):
                known[identity] = int(attribute(outline, "val")) + 1
        for identity in {*known, *above}:
            root, seen = identity, {identity}
            while root not in known and above.get(root, root) not in seen:
                root = above[root]
                seen.add(root)
            if root in known:
                yield identity, known[root]

    def _main_part(self) -> str:
        """The path of the text in the archive."""
        if "_rels/.rels" in self._archive:
            for relation in self._xml("_rels/.rels"):
                if (relation.get("Type") or "").endswith("/officeDocument"):
                    return posixpath.normpath((relation.get("Target") or "").lstrip("/"))
        return "word/document.xml"

    def _xml(self, path: str) -> _Element:
        from lxml import etree  # type: ignore[import-untyped]

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        data = self._archive.read(path)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedSource(self._archive.name, FORMAT, f"{path} cannot be read") from error
        if root.getroottree().docinfo.internalDTD is not None:
            # The standard forbids it: nothing good would come of it.
            raise DamagedSource(self._archive.name, FORMAT, f"{path} declares a document type")
        return root


def paragraphs_of(container: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs in an element, in reading order; one whose end was deleted goes on in the next."""
    held: tuple[_Element, str] | None = None
    for paragraph in leaves(container):
        text = text_of(paragraph)
        first, before = held or (paragraph, "")
        held = (first, before + text)
        if not ends_deleted(paragraph):
            yield held
            held = None
        boxes = [box for box in paragraph.iter("{*}txbxContent") if is_first_seen(box, paragraph)]
        for box in boxes:
            yield from paragraphs_of(box)
    if held is not None:
        yield held


def leaves(container: _Element) -> Iterator[_Element]:
    """The paragraph elements in an element, but not those of deleted rows or within paragraphs."""
    for child in container:
        name = local(child)
        if name == "p":
            yield child
        elif not (name in _UNSEEN or (name == "tr" and is_deleted_row(child))):
            yield from leaves(child)


def rows_of(table: _Element) -> Iterator[list[str]]:
    """The rows of a table: its cells, each on one line."""
    for row in table.iterchildren("{*}tr"):
        if not is_deleted_row(row):
            yield [
                one_line("\n".join(text for _, text in paragraphs_of(cell)))
                for cell in row.iter("{*}tc")
                if next(cell.iterancestors("{*}tr")) is row
            ]


def text_of(paragraph: _Element) -> str:
    """The text of a paragraph as it is when all tracked changes are accepted."""
    pieces: list[str] = []
    gather(paragraph, pieces)
    return "".join(pieces)


def gather(element: _Element, pieces: list[str]) -> None:
    """Adds the text of an element."""
    for child in element:
        name = local(child)
        if name in _UNSEEN or (name == "r" and is_hidden(child)):
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name == "tab":
            pieces.append("\t")
        elif name in ("br", "cr"):
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("\u2011")
        else:
            gather(child, pieces)


def is_first_seen(box: _Element, paragraph: _Element) -> bool:
    """Whether a text box belongs to this paragraph itself, and is not a double or deleted."""
    for above in box.iterancestors():
        if above is paragraph:
            return True
        if local(above) in _UNSEEN:
            return False
    return False


def is_hidden(run: _Element) -> bool:
    """Whether a run is marked as hidden text."""
    return any(
        attribute(mark, "val") not in ("0", "false")
        for about in run.iterchildren("{*}rPr")
        for mark in about.iterchildren("{*}vanish")
    )


def is_deleted_row(row: _Element) -> bool:
    """Whether a row of a table was deleted, and the deletion is tracked."""
    return any(True for about in row.iterchildren("{*}trPr") for _ in about.iterchildren("{*}del"))


def ends_deleted(paragraph: _Element) -> bool:
    """Whether the end of a paragraph was deleted, and the deletion is tracked."""
    return any(
        True
        for about in paragraph.iterchildren("{*}pPr")
        for own in about.iterchildren("{*}rPr")
        for _ in own.iterchildren("{*}del")
    )


def local(element: _Element) -> str:
    """The name of an element without its namespace; drawings' own texts are not Word's."""
    namespace, _, name = str(element.tag).rpartition("}")
    return f"a:{name}" if "drawingml" in namespace and name == "t" else name


def attribute(element: _Element, name: str) -> str:
    """An attribute in Word's namespace, of either edition of the standard."""
    return next((str(v) for key, v in element.items() if key.rpartition("}")[2] == name), "")


def one_line(text: str) -> str:
    """A text on one line, in normal form."""
    return " ".join(_WRAPPED.sub("", normalise(text)).split())
