"""Books in EPUB 2 and 3: the chapters in the order of the spine, each with its title."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from seeds.archive import Archive
from seeds.article import Article, Block, Kind, Span
from seeds.decode import decode, normalise
from seeds.errors import DamagedSource, EmptySource, ProtectedSource
from seeds.furniture import read_date
from seeds.spans import EDGES, leftovers, make_blocks

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

FORMAT = "EPUB"
_DOCUMENTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|ruby|rb"
    "|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
# Readings above characters would double the text.
_UNSEEN = frozenset(
    (
        "head",
        "script",
        "style",
        "template",
        "rt",
        "rp",
        "rtc",
        "svg",
        "math",
        "object",
        "audio",
        "video",
        "iframe",
    )
)
_HEADING = re.compile("h[1-6]")
_CHARACTER = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
# A line end of the file between Chinese characters is no space.
_WRAPPED = re.compile(f"(?<={_CHARACTER})[ \\t]*\\n\\s*(?={_CHARACTER})")
_SELF_CLOSED = re.compile(r"<(title|script|style|a|p|div|span|i|b|em|td|h[1-6])(\s[^<>]*)?/>", re.IGNORECASE)
# Where a document defines entities of its own.
_SUBSET = re.compile(rb"(<!DOCTYPE[^>\[]*)\[.*?\]\s*>", re.DOTALL)
_PROLOG = re.compile(r"^\s*<\?xml\b[^>]*\?>")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of a chapter; ``level`` is that of a heading, 1 to 6, or 0."""

    text: str
    level: int = 0
    is_caption: bool = False


def read_epub(data: bytes, name: str) -> Article:
    """The book as an article: chapter titles are titles, lesser headings headings.

    A chapter without a heading takes its title from the table of contents. Nothing is unpacked to
    disk, fetched, or expanded from entities. Raises DamagedSource, OversizedSource,
    ProtectedSource, EmptySource.
    """
    book = _Book(Archive(data, name, FORMAT))
    lines: list[str] = []
    kinds: list[Kind] = []
    for path in book.chapters:
        for kind, text in _with_kinds(list(book.paragraphs(path)), book.label(path)):
            kinds.append(kind)
            lines.append(text)
    if not lines:
        raise EmptySource(name)
    source = "\n\n".join(lines)
    blocks: list[Block] = []
    start = 0
    for number, (kind, line) in enumerate(zip(kinds, lines, strict=True)):
        blocks += make_blocks(kind, source, number, [Span(start, start + len(line))])
        start += len(line) + 2
    title = book.title or next((b.text for b in blocks if b.kind is Kind.TITLE), PurePath(name).stem)
    return Article(name, title, source, tuple(blocks), leftovers(source, blocks), date=book.date)


def _with_kinds(paragraphs: Sequence[_Paragraph], label: str) -> Iterator[tuple[Kind, str]]:
    """The paragraphs of a chapter with what they are: its first heading's level is that of titles."""
    if not paragraphs:
        return
    level = paragraphs[0].level
    if not level and label and not any(p.level for p in paragraphs[:3]):
        if paragraphs[0].text == label:
            yield Kind.TITLE, label
            paragraphs = paragraphs[1:]
        else:
            yield Kind.TITLE, label
    for paragraph in paragraphs:
        if paragraph.level:
            level = level or paragraph.level
            yield (Kind.TITLE if paragraph.level <= level else Kind.HEADING), paragraph.text
        else:
            yield (Kind.CAPTION if paragraph.is_caption else Kind.BODY), paragraph.text


class _Book:
    """The package: what belongs to it, in which order, and what its contents call each part."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        container = self._xml("META-INF/container.xml")
        self._package = next(
            (e.get("full-path", "") for e in container.iter("{*}rootfile") if e.get("full-path")), ""
        )
        package = self._xml(self._package)
        self._items = {item.get("id", ""): item for item in package.iter("{*}item")}
        self.title = _line(next((_text(e) for e in package.iter("{*}title")), ""))
        dates = (read_date(_text(e).strip()[:10]) for e in package.iter("{*}date"))
        self.date = next(filter(None, dates), None)
        self.chapters = list(dict.fromkeys(self._spine(package)))
        if not self.chapters:
            raise DamagedSource(archive.name, FORMAT, "it lists no chapters")
        self._check_protection()
        self._labels = dict(self._contents())

    def label(self, path: str) -> str:
        """What the table of contents calls a chapter; empty where it does not name it."""
        return self._labels.get(path, "")

    def paragraphs(self, path: str) -> Iterator[_Paragraph]:
        """The visible text of a chapter."""
        root = self._document(path)
        if root is not None:
            yield from _Reader(root).paragraphs()

    def _spine(self, package: _Element) -> Iterator[str]:
        for reference in package.iter("{*}itemref"):
            item = self._items.get(reference.get("idref", ""))
            if item is None or not item.get("href"):
                raise DamagedSource(self._archive.name, FORMAT, "a chapter is listed that is not in it")
            navigation = "nav" in (item.get("properties") or "").split()
            if item.get("media-type", "").lower() in _DOCUMENTS and not navigation:
                yield self._path(self._package, item.get("href", ""))

    def _contents(self) -> Iterator[tuple[str, str]]:
        """The entries of the table of contents from last to first, so that the first of a part stays."""
        found: list[tuple[str, str]] = []
        for item in self._items.values():
            navigation = "nav" in (item.get("properties") or "").split()
            path = self._path(self._package, item.get("href", ""))
            if not (navigation or item.get("media-type") == "application/x-dtbncx+xml"):
                continue
            root = self._document(path) if path in self._archive else None
            if root is None:
                continue
            if navigation:
                found += [(self._path(path, a.get("href", "")), _line(_text(a))) for a in root.iter("{*}a")]
            else:
                for point in root.iter("{*}navPoint"):
                    label = next((_text(e) for e in point.iter("{*}text")), "")
                    target = next((e.get("src", "") for e in point.iter("{*}content")), "")
                    found.append((self._path(path, target), _line(label)))
        yield from reversed([(path, label) for path, label in found if label])

    def _check_protection(self) -> None:
        """Raises ProtectedSource where a chapter is encrypted; fonts may be scrambled."""
        path = "META-INF/encryption.xml"
        if path not in self._archive:
            return
        hidden = {unquote(e.get("URI", "")) for e in self._xml(path).iter("{*}CipherReference")}
        if hidden.intersection(self.chapters):
            raise ProtectedSource(self._archive.name, FORMAT)

    def _document(self, path: str) -> _Element | None:
        """A document's tree: as XML where it is well-formed, else as browsers read HTML."""
        data = self._archive.read(path)
        root = _parsed(data)
        if root is not None:
            return root
        from lxml import etree  # type: ignore[import-untyped]
        from lxml import html as pages

        try:
            text = decode(_SUBSET.sub(rb"\1>", data), name=f"{self._archive.name}: {path}").text
            text = _SELF_CLOSED.sub(r"<\1\2></\1>", _PROLOG.sub("", text, count=1))
            return pages.fromstring(text, parser=pages.HTMLParser(no_network=True))
        except (EmptySource, etree.ParserError, ValueError):
            return None

    def _xml(self, path: str) -> _Element:
        root = _parsed(self._archive.read(path), recover=True)
        if root is None:
            raise DamagedSource(self._archive.name, FORMAT, f"{path} cannot be read")
        return root

    @staticmethod
    def _path(base: str, reference: str) -> str:
        """The path in the archive that a reference in one of its files names."""
        target = unquote(reference.partition("#")[0])
        if not target:
            return base
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), target)).lstrip("/")


class _Reader:
    """A chapter on its way from elements to paragraphs."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._pieces: list[str] = []
        self._level = 0
        self._captions = 0

    def paragraphs(self) -> Iterator[_Paragraph]:
        """Its paragraphs: what stands between the edges of blocks and line breaks."""
        from lxml import etree

        unseen = 0
        for event, element in etree.iterwalk(self._root, events=("start", "end", "comment", "pi")):
            tag = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
            inline = not tag or tag in _UNSEEN or _INLINE.fullmatch(tag) is not None
            if event == "start":
                if tag and not inline:
                    yield from self._flush()
                unseen += tag in _UNSEEN
                self._enter(tag)
                if not unseen:
                    self._pieces.append(_entity(element) if not tag else element.text or "")
            elif event == "end":
                if not inline:
                    yield from self._flush()
                unseen -= tag in _UNSEEN
                self._leave(tag)
            if event != "start" and not unseen and element is not self._root:
                self._pieces.append(element.tail or "")
        yield from self._flush()

    def _enter(self, tag: str) -> None:
        if _HEADING.fullmatch(tag):
            self._level = int(tag[1])
        self._captions += tag in ("figcaption", "caption")

    def _leave(self, tag: str) -> None:
        if _HEADING.fullmatch(tag):
            self._level = 0
        self._captions -= tag in ("figcaption", "caption")

    def _flush(self) -> Iterator[_Paragraph]:
        text = _line("".join(self._pieces))
        self._pieces.clear()
        if text.strip(EDGES):
            yield _Paragraph(text, self._level, self._captions > 0)


def _parsed(data: bytes, *, recover: bool = False) -> _Element | None:
    """The root of an XML document, None where it is not well-formed; no entity of its own counts."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)
    try:
        root = etree.fromstring(_SUBSET.sub(rb"\1>", data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _entity(element: _Element) -> str:
    """What HTML's named entities stand for; those that a file defines for itself stay as written."""
    name = getattr(element, "name", "")
    return html.unescape(f"&{name};") if name else ""


def _text(element: _Element) -> str:
    """All text in an element."""
    return str(element.xpath("string()"))


def _line(text: str) -> str:
    """A text on one line, in normal form."""
    return " ".join(_WRAPPED.sub("", normalise(text)).split())
