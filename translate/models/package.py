"""A neural model package on this machine: what it translates and where its parts lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate.models.errors import PackageError
from translate.models.metadata import METADATA, Metadata, parse

SANYU = "sanyu"
ARGOS = "argos"
MODEL = "model.bin"
SHARED = "sentencepiece.model"
SOURCE = "source.spm"
TARGET = "target.spm"
BPE = "bpe.model"
# The SHA-256 of the archive a package of ours came in; no part of the package itself.
ARCHIVE = "archive.sha256"


@dataclass(frozen=True, slots=True)
class Package:
    """One installed package.

    ``source`` and ``target`` are zh, en or vi. ``name`` is the pair as the package itself writes it:
    zt_en, trained on Traditional script, has ``source`` zh. ``model`` is the folder that holds
    model.bin; ``target_sentencepiece`` equals ``sentencepiece`` where both languages share one.
    ``digest`` is that of everything that decides what comes out, so that it names the model in
    cache keys. ``origin`` is "sanyu", or "argos" for what an Argos Translate installation holds.
    """

    source: str
    target: str
    name: str
    version: str
    path: Path
    model: Path
    sentencepiece: Path
    target_sentencepiece: Path
    target_prefix: str = ""
    digest: str = ""
    origin: str = SANYU

    @property
    def traditional(self) -> bool:
        """Whether the model expects Chinese in Traditional script."""
        return self.name.startswith("zt_")

    @property
    def files(self) -> list[Path]:
        """The files that decide what comes out, sorted."""
        model = [file for file in self.model.iterdir() if file.is_file() and file.name != ARCHIVE]
        return sorted({*model, self.sentencepiece, self.target_sentencepiece})

    @property
    def size(self) -> int:
        """How many bytes these files have."""
        return sum(file.stat().st_size for file in self.files)


def read(folder: Path, origin: str = SANYU, metadata: Metadata | None = None) -> Package:
    """The package in a folder, without its digest. Raises PackageError.

    ``metadata`` stands in for metadata.json where a plain pair of model and SentencePiece has none.
    """
    known = metadata or parse(read_metadata(folder))
    model = next((place for place in (folder / "model", folder) if (place / MODEL).is_file()), None)
    if model is None:
        raise PackageError(f"there is no {MODEL} in it, so it is no CTranslate2 package")
    source, target = sentencepieces(folder, model)
    return Package(
        source=known.source,
        target=known.target,
        name=known.name,
        version=known.version,
        path=folder,
        model=model,
        sentencepiece=source,
        target_sentencepiece=target,
        target_prefix=known.target_prefix,
        origin=origin,
    )


def read_metadata(folder: Path) -> bytes:
    """What metadata.json holds; longer than any honest one is cut, and then is no JSON."""
    try:
        with (folder / METADATA).open("rb") as file:
            return file.read(1 << 16)
    except FileNotFoundError:
        raise PackageError(
            f"there is no {METADATA} in it; for a plain CTranslate2 model say its languages,"
            " as in --from zh --to vi"
        ) from None


def sentencepieces(folder: Path, model: Path) -> tuple[Path, Path]:
    """The SentencePiece files for source and target."""
    for place in (folder, model):
        if (place / SHARED).is_file():
            return place / SHARED, place / SHARED
        if (place / SOURCE).is_file() and (place / TARGET).is_file():
            return place / SOURCE, place / TARGET
    if (folder / BPE).is_file():
        raise PackageError(
            f"its tokenizer is BPE ({BPE}) and sanyu reads only SentencePiece;"
            " take a version of the package that has sentencepiece.model"
        )
    raise PackageError(f"it has no SentencePiece model; sanyu needs {SHARED}, or {SOURCE} and {TARGET}")
