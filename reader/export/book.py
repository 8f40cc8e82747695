"""An article or a book as EPUB 3: its chapters, every text named by its language."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from uuid import NAMESPACE_URL, uuid5

from reader.export.chapters import Chapter, chapters_of, document
from reader.export.markup import visible
from reader.export.translated import Layout, Translated
from reader.export.webcells import LANGUAGE_TAGS, script_in
from translate.row import Target

NAMES = {None: "中文", Target.EN: "English", Target.VI: "Tiếng Việt"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The same text gives the same bytes: the book is as old as the article, its parts as ZIP can count.
UNDATED = datetime.datetime(2000, 1, 1)
OLDEST = (1980, 1, 1, 0, 0, 0)
READERS_ARE_TOLD = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A document of the book: its file's name, its title, its XHTML; the language of all of it, if one."""

    name: str
    title: str
    text: str
    language: Target | None = None


def render(translated: Translated) -> bytes:
    """The book; every title in the article begins a chapter."""
    layout = translated.layout or Layout.INTERLEAVED
    article, targets = translated.article, translated.targets
    tag = LANGUAGE_TAGS[script_in(translated.rows)]
    if layout is Layout.LANGUAGES:
        columns: list[tuple[Target | None, ...]] = [(None,), *((target,) for target in targets)]
    else:
        columns = [(None, *targets)]
    made: list[list[Part]] = [[] for _ in columns]
    titles: dict[Target, str] = {}
    # Of a chapter only its text is kept: the rows of a book are many times as large.
    for number, chapter in enumerate(chapters_of(translated.rows, article.title)):
        for shown, parts in zip(columns, made, strict=True):
            parts.append(part(chapter, number, shown, layout, tag))
        titles = {} if number else {target: chapter.title(target) for target in targets}
    return packed(bound(translated, [part for parts in made for part in parts], titles, tag))


def part(chapter: Chapter, number: int, shown: tuple[Target | None, ...], layout: Layout, tag: str) -> Part:
    """A chapter in some languages as a document."""
    alone = shown[0] if layout is Layout.LANGUAGES else None
    language = "" if layout is not Layout.LANGUAGES else f"-{alone or 'zh'}"
    title = chapter.title(alone) or chapter.title(None)
    if layout is not Layout.LANGUAGES and len(shown) > 1:
        title = " · ".join(dict.fromkeys(filter(None, (title, chapter.title(shown[1])))))
    name = f"chapter-{number + 1:04}{language}.xhtml"
    return Part(name, visible(title), document(chapter, title, shown, layout, tag), alone)


def bound(translated: Translated, parts: Sequence[Part], titles: Mapping[Target, str], tag: str) -> bytes:
    """The parts put together as EPUB by EbookLib; ``titles`` are those of a book of one chapter."""
    from ebooklib import epub

    article, targets = translated.article, translated.targets
    book = epub.EpubBook()
    digest = sha256("\0".join([article.name, *(part.text for part in parts)]).encode("utf-8", "replace"))
    book.set_identifier(f"urn:uuid:{uuid5(NAMESPACE_URL, digest.hexdigest())}")
    book.set_title(visible(article.title))
    book.set_language(tag)
    for target in targets:
        book.add_metadata("DC", "language", target.value)
        if title := titles.get(target):
            book.add_metadata("DC", "title", visible(title), {XML_LANG: target.value})
    if article.date:
        book.add_metadata("DC", "date", article.date)
    for name, value in READERS_ARE_TOLD:
        book.add_metadata(None, "meta", value, {"property": name})
    style = files("reader.export").joinpath("page", "book.css").read_bytes()
    book.add_item(epub.EpubItem("style", "book.css", "text/css", style))
    for part in parts:
        identity = part.name.removesuffix(".xhtml")
        item = epub.EpubItem(identity, part.name, "application/xhtml+xml", part.text.encode("utf-8"))
        book.add_item(item)
        book.spine.append(item)
    book.toc = contents(parts)
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    written = io.BytesIO()
    options = {"mtime": modified(article.date), "epub3_pages": False, "epub3_landmark": False}
    epub.EpubWriter(written, book, options).write()
    return written.getvalue()


def contents(parts: Sequence[Part]) -> list[object]:
    """The table of contents: the chapters, by language where each stands for itself."""
    from ebooklib.epub import Link, Section

    languages = list(dict.fromkeys(part.language for part in parts))

    def links(some: Iterable[Part]) -> list[object]:
        return [Link(part.name, part.title, part.name.removesuffix(".xhtml")) for part in some]

    if len(languages) == 1:
        return links(parts)
    if len(parts) == len(languages):
        return [Link(part.name, NAMES[part.language], part.name.removesuffix(".xhtml")) for part in parts]
    groups = [[part for part in parts if part.language is language] for language in languages]
    return [(Section(NAMES[group[0].language], group[0].name), links(group)) for group in groups]


def modified(date: str | None) -> datetime.datetime:
    """When the book was last changed, as it says of itself."""
    return datetime.datetime.fromisoformat(date) if date else UNDATED


def packed(book: bytes, part: str = "", mark: str = "", pieces: Iterable[str] = ()) -> bytes:
    """The same archive without the time at which it was made; ``pieces`` stand for a mark in one part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in in_order(old.namelist()):
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            if name == part:
                before, after = old.read(name).split(mark.encode())
                with new.open(entry, "w") as file:
                    file.write(before)
                    file.writelines(piece.encode() for piece in pieces)
                    file.write(after)
            else:
                new.writestr(entry, old.read(name), compresslevel=6)
    return packed.getvalue()


def in_order(names: Iterable[str]) -> Iterator[str]:
    """The names with ``mimetype`` first, as the standard has it."""
    yield from sorted(names, key=lambda name: name != "mimetype")
