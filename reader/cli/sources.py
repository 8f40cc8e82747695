"""The documents that a command line names."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seeds.article import Article
from seeds.errors import NoArticles, SourceError
from seeds.load import find_sources, load_bytes, load_file

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One document: where it is (None: stdin), and its name, a path below the folder it came with."""

    path: Path | None
    name: str

    @property
    def label(self) -> str:
        """What to call it when it fails: the whole path."""
        return self.name if self.path is None else str(self.path)

    def load(self, *, plain: bool) -> Article:
        """The document as an article; raises SourceError, which names the whole path."""
        if self.path is None:
            return load_bytes(sys.stdin.buffer.read(), self.name, plain=plain)
        try:
            return load_file(self.path, name=self.name, plain=plain)
        except SourceError as error:
            error.name = self.label
            raise


def gather(
    arguments: Sequence[str], fail: Callable[[str], None], passed_over: Path | None = None
) -> list[Source]:
    """The documents that the arguments name, each once; what cannot be found is told ``fail``.

    ``passed_over`` is a folder whose files are no sources: that into which the command writes.
    Documents of several arguments whose names would meet are named with their folder as well.
    """
    found: dict[Path | None, tuple[Source, str]] = {}
    hidden = None if passed_over is None else real(passed_over)
    for argument in arguments:
        pairs = list(documents(argument, fail))
        kept = [pair for pair in pairs if hidden is None or not is_output(pair[0], hidden, argument)]
        if pairs and not kept:
            fail(str(NoArticles(argument)))
        for source, folder in kept:
            found.setdefault(None if source.path is None else real(source.path), (source, folder))
    return distinct(found.values())


def documents(argument: str, fail: Callable[[str], None]) -> Iterator[tuple[Source, str]]:
    """The documents of one argument, each with the name of the folder to tell it apart by."""
    if argument == STDIN:
        yield Source(None, "stdin"), ""
        return
    path = Path(argument)
    try:
        for found in find_sources(path):
            if path.is_dir():
                yield Source(found, found.relative_to(path).as_posix()), real(path).name
            else:
                yield Source(found, found.name), real(path).parent.name
    except SourceError as error:
        fail(str(error))


def is_output(source: Source, hidden: Path, argument: str) -> bool:
    """Whether a document lies in the hidden folder, itself somewhere within the folder asked for."""
    if source.path is None:
        return False
    root = real(Path(argument))
    return hidden != root and hidden.is_relative_to(root) and real(source.path).is_relative_to(hidden)


def real(path: Path) -> Path:
    """A path without links; where they go in a circle, as far as they lead."""
    return Path(os.path.realpath(path))


def folded(name: str) -> str:
    """A name as file systems compare it that look neither at case nor at how accents are written."""
    return unicodedata.normalize("NFC", name).casefold()


def distinct(found: Iterable[tuple[Source, str]]) -> list[Source]:
    """The documents under names of which no two are the same to any file system (see ``folded``)."""
    pairs = list(found)
    often = Counter(name for name, _ in {(folded(source.name), folder) for source, folder in pairs})
    # All of a folder's documents get its name, or none: what lay together stays together.
    meeting = {folder for source, folder in pairs if often[folded(source.name)] > 1}
    named = [
        replace(source, name=f"{folder}/{source.name}") if folder and folder in meeting else source
        for source, folder in pairs
    ]
    taken: set[str] = set()
    chosen = []
    for source in named:
        path, number = Path(source.name), 1
        name = source.name
        while folded(name) in taken:
            number += 1
            name = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
        taken.add(folded(name))
        chosen.append(replace(source, name=name))
    return chosen
