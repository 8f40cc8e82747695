"""Where the translations of documents go."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reader.cli.console import Misuse
from reader.cli.sources import STDIN, Source, folded, real
from reader.export.files import OutputError, mend
from reader.export.formats import FORMATS, Format, format_of
from reader.export.translated import Layout
from translate.row import Target

STDOUT = "-"
DEFAULT = "translated"


@dataclass(frozen=True, slots=True)
class Output:
    """One output of a document: its format, its path, and the targets that it holds."""

    format: Format
    path: Path
    targets: tuple[Target, ...]


class Destination:
    """The outputs of a run: stdout, one file, or a folder in which each document has its names."""

    def __init__(
        self,
        output: str | None,
        kinds: Sequence[str],
        targets: tuple[Target, ...],
        layout: Layout | None = None,
    ) -> None:
        self.stdout = output == STDOUT
        self.path = Path(output or DEFAULT)
        self._given = output or ""
        self._formats = [FORMATS[kind] for kind in kinds]
        self._targets = targets
        self._layout = layout
        self._names: dict[Source, str] = {}
        self._sources: set[Path] = set()

    @property
    def folder(self) -> Path | None:
        """The folder written into; None for stdout and a single file."""
        return None if self.stdout or self.is_file else self.path

    @property
    def is_file(self) -> bool:
        """Whether ``-o`` names a file: by one of our suffixes, and there is no such folder."""
        return (
            not self.stdout
            and format_of(self.path.suffix) is not None
            and not self._given.endswith(("/", os.sep))
            and not self.path.is_dir()
        )

    def check(self, arguments: Sequence[str]) -> None:
        """Raises Misuse for what cannot be meant, OutputError where nothing could be written."""
        if self.stdout:
            self._check_stdout()
            return
        if self.is_file:
            self._check_file(arguments)
            check_folder(self.path.parent)
            return
        for argument in arguments:
            if argument != STDIN and Path(argument).is_dir() and real(Path(argument)) == real(self.path):
                raise Misuse(
                    f"{argument}: the translations would lie among the articles, and count as articles"
                    " the next time; choose another folder with -o."
                )
        check_folder(self.path)

    def _check_stdout(self) -> None:
        if len(self._formats) > 1:
            raise Misuse("-o - takes one format; name one with --format.")
        chosen = self._formats[0]
        if not chosen.is_text:
            raise Misuse(f"-o - takes a text format; write {chosen.name} to a file or a folder.")
        if len(self._shares(chosen)) > 1:
            raise Misuse(f"-o - takes one target in {chosen.name}; name it with --to.")

    def _check_file(self, arguments: Sequence[str]) -> None:
        single = len(self._names) <= 1 and not any(Path(a).is_dir() for a in arguments if a != STDIN)
        chosen = self._formats[0]
        if single and len(self._formats) == 1 and len(self._shares(chosen)) > 1:
            together = (
                ", or put all in it with --layout trilingual" if Layout.TRILINGUAL in chosen.layouts else ""
            )
            raise Misuse(
                f"-o {self.path} names one file, and {chosen.name} holds one target a file: name it with"
                f" --to{together}, or name a folder."
            )
        if not single or len(self._formats) > 1:
            raise Misuse(f"-o {self.path} names one file, but there are several to write; name a folder.")
        if self.path.suffix != chosen.suffix:
            raise Misuse(
                f"-o {self.path} and --format {chosen.name} do not agree; leave out --format or"
                f" change the suffix to {chosen.suffix}."
            )

    def assign(self, documents: Sequence[Source]) -> None:
        """Gives each document its name without suffix; those that would meet keep their suffix."""
        names = {source: str(PurePosixPath(source.name).with_suffix("")) for source in documents}
        while meeting := [source for source in meeting_in(names) if names[source] != source.name]:
            names.update({source: source.name for source in meeting})
        self._names = names
        self._sources = {real(source.path) for source in documents if source.path is not None}

    def outputs(self, source: Source) -> list[Output]:
        """The outputs of a document; raises OutputError rather than name a source."""
        outputs = [
            Output(format, self._place(source, format, targets), targets)
            for format in self._formats
            for targets in self._shares(format)
        ]
        for output in outputs:
            if real(output.path) in self._sources:
                raise OutputError(
                    f"{output.path}: this is one of the articles, and the translation would overwrite it;"
                    " choose another place with -o."
                )
        return outputs

    def _shares(self, format: Format) -> list[tuple[Target, ...]]:
        """The targets of each file that a document becomes in a format."""
        if format.parts_targets(self._layout):
            return [(target,) for target in self._targets]
        return [self._targets]

    def _place(self, source: Source, format: Format, targets: tuple[Target, ...]) -> Path:
        if self.is_file:
            return self.path
        language = f".{targets[0].value}" if format.parts_targets(self._layout) else ""
        return self.path / f"{self._names[source]}{language}{format.suffix}"


def meeting_in(names: Mapping[Source, str]) -> list[Source]:
    """The documents whose name another one has too, upper and lower case not counted."""
    often = Counter(map(folded, names.values()))
    return [source for source, name in names.items() if often[folded(name)] > 1]


def check_folder(folder: Path) -> None:
    """Raises OutputError for a folder that cannot be made or written, before any work is done for it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror or error}). {mend(error)}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(
            f"{folder}: this folder is read-only. Choose another place with -o, or change its permissions."
        )
