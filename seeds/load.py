"""From a file, a folder or bytes to articles."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from pathlib import Path, PurePath

from seeds.article import Article
from seeds.decode import Decoded, decode
from seeds.errors import MissingSource, NoArticles, SourceError, UnreadableSource
from seeds.newspage import looks_like_newspage, read_newspage
from seeds.plain import read_lines, read_plain
from seeds.srt import is_srt, read_srt

_ZIP_START = b"PK\x03\x04"
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".epub", ".docx", ".srt")
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")

# Bytes that a pipe may give, and that are taken from it at a time.
LONGEST = 200_000_000
_PIECE = 1 << 20
_SNIFFED = 4096
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article)\b",
    re.IGNORECASE | re.DOTALL,
)
# The first member of an EPUB names its kind, uncompressed.
_EPUB_START = re.compile(rb"PK\x03\x04.{26}mimetype.{0,64}?application/epub\+zip", re.DOTALL)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,50}?(?:title|date)[ \t]*:", re.IGNORECASE)


def load_file(path: Path, *, name: str | None = None, plain: bool = False) -> Article:
    """The article in a file; ``name`` is what to call it, the file's name unless given."""
    return load_bytes(bytes_of(path), name or path.name, plain=plain)


def bytes_of(path: Path) -> bytes:
    """What a file holds, or a pipe gives; a device may never end. Raises SourceError."""
    try:
        with path.open("rb") as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read()
            pieces, left = [], LONGEST
            while left and (piece := file.read(min(left, _PIECE))):
                pieces.append(piece)
                left -= len(piece)
    except OSError as error:
        raise _as_source_error(error, str(path)) from error
    if not left:
        raise UnreadableSource(str(path), f"it gives more than {LONGEST // 1_000_000:,} MB")
    return b"".join(pieces)


def load_bytes(data: bytes, name: str, *, plain: bool = False) -> Article:
    """The article in ``data``, read by the suffix of ``name`` and by what it looks like.

    With ``plain`` every line of a text is a paragraph and nothing is cleaned up, whatever the suffix.
    Raises SourceError.
    """
    if PurePath(name).suffix.lower() == ".epub" or _EPUB_START.match(data):
        from seeds.epub import read_epub

        return read_epub(data, name)
    is_named_so = PurePath(name).suffix.lower() == ".docx"
    if is_named_so or data.startswith(_ZIP_START):
        from seeds.docx import is_docx, read_docx

        if is_named_so or is_docx(data):
            return read_docx(data, name)
    if plain:
        decoded = decode(data, name=name)
        return replace(read_lines(decoded.text, name), encoding=decoded.encoding)
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML:
        return _load_html(data, name)
    decoded = decode(data, name=name)
    start = decoded.text[:_SNIFFED]
    if _HTML_START.match(start):
        return _load_html(data, name)
    return replace(_read_text(decoded, name, suffix), encoding=decoded.encoding)


def find_sources(path: Path) -> list[Path]:
    """All documents in a folder and the folders below it, sorted; a file is its own only source.

    Hidden files and folders are passed over. Raises NoArticles, MissingSource, UnreadableSource.
    """
    if not path.is_dir():
        if not os.path.lexists(path):
            raise MissingSource(str(path))
        return [path]
    found: list[Path] = []
    try:
        for folder, folders, files in os.walk(path, onerror=_raise):
            folders[:] = [below for below in folders if not below.startswith(".")]
            found += [Path(folder, file) for file in files if _is_source(Path(folder, file))]
    except OSError as error:
        raise _as_source_error(error, error.filename or str(path)) from error
    if not found:
        raise NoArticles(str(path))
    return sorted(found)


def _read_text(decoded: Decoded, name: str, suffix: str) -> Article:
    """Markdown, a saved news page or plain text."""
    text = decoded.text
    start = text[:_SNIFFED]
    if suffix == ".srt" or is_srt(text):
        return read_srt(text, name)
    marked_up = _MARKDOWN_HEADING.search(start) is not None or _FRONT_MATTER.match(start) is not None
    # A news page that somebody saved as .md has no Markdown in it: its line ends are paragraph ends.
    page = looks_like_newspage(text)
    if (marked_up and suffix not in SUFFIXES) or (suffix in _MARKDOWN and (marked_up or not page)):
        from seeds.markdown import read_markdown

        return read_markdown(text, name)
    if page:
        return read_newspage(text, name)
    return read_plain(text, name)


def _load_html(data: bytes, name: str) -> Article:
    """A web page."""
    from seeds.html import read_html

    return read_html(data, name)


def _is_source(path: Path) -> bool:
    """Whether a file of a folder is a document; links that lead nowhere are, and fail by name later."""
    # Word keeps a file ~$name.docx beside each one it has open.
    if path.name.startswith((".", "~$")) or path.suffix.lower() not in SUFFIXES:
        return False
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _raise(error: OSError) -> None:
    """Make os.walk tell what it cannot list."""
    raise error


def _as_source_error(error: OSError, name: str) -> SourceError:
    """The system's error in our words."""
    if isinstance(error, FileNotFoundError):
        return MissingSource(name)
    reason = (error.strerror or str(error)).lower()
    return UnreadableSource(name, reason)
