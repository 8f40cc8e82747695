"""The formats of translations: their names, their files' suffixes, and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from reader.export.translated import Layout, Translated

Renderer = Callable[[Translated], str | bytes]
Pieces = Callable[[Translated], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of output files.

    ``render`` gives a text where ``is_text``, else bytes; ``pieces``, of formats that can, the text bit
    by bit, so that a book need not be held in memory. ``layouts`` are those it can do, its own
    first; none where there is no choice. ``per_target``: a file holds one target, so an article
    becomes one file for each, unless the layout is trilingual. ``aligned``: it shows which words stand
    for each other.
    """

    name: str
    suffix: str
    is_text: bool
    render: Renderer
    layouts: tuple[Layout, ...] = ()
    per_target: bool = False
    aligned: bool = False
    pieces: Pieces | None = None

    def parts_targets(self, layout: Layout | None) -> bool:
        """Whether each target has a file of its own in a layout."""
        return self.per_target and not (layout is Layout.TRILINGUAL and layout in self.layouts)


def late(module: str) -> Renderer:
    """The function ``render`` of a module beside this one, which is loaded when first called."""

    def render(translated: Translated) -> str | bytes:
        found: Renderer = import_module(f"reader.export.{module}").render
        return found(translated)

    return render


def flowing(
    name: str,
    module: str,
    layouts: tuple[Layout, ...] = (),
    *,
    suffix: str = "",
    per_target: bool = False,
    aligned: bool = False,
) -> Format:
    """A format of text whose module beside this one has ``pieces``."""

    def pieces(translated: Translated) -> Iterator[str]:
        found: Pieces = import_module(f"reader.export.{module}").pieces
        return found(translated)

    def render(translated: Translated) -> str:
        return "".join(pieces(translated))

    return Format(name, suffix or f".{name}", True, render, layouts, per_target, aligned, pieces)


_ALL = (
    flowing("md", "markdown", (Layout.READING, Layout.INTERLEAVED, Layout.TABLE)),
    flowing("html", "webpage", aligned=True),
    Format("epub", ".epub", False, late("book"), (Layout.INTERLEAVED, Layout.READING, Layout.LANGUAGES)),
    flowing("txt", "text"),
    flowing("csv", "sheet"),
    flowing("jsonl", "jsonl"),
    Format("docx", ".docx", False, late("word"), (Layout.TABLE, Layout.READING)),
    flowing("tmx", "tmx", (Layout.BILINGUAL, Layout.TRILINGUAL), per_target=True),
    flowing("xliff", "xliff", suffix=".xlf", per_target=True),
    flowing("xliff2", "xliff2", suffix=".xliff", per_target=True),
    Format("srt", ".srt", True, late("subtitles")),
)

FORMATS = {format.name: format for format in _ALL}
"""Every format by its name."""


def format_of(suffix: str) -> Format | None:
    """The format whose files have a suffix (``.md``), if there is one."""
    return next((format for format in FORMATS.values() if format.suffix == suffix), None)
