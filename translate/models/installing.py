"""Installing and removing of packages: from an archive, a folder, or the network."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from translate.models import archive, model_file, vocabulary
from translate.models.argos import subfolders
from translate.models.digests import compute, sha256_of
from translate.models.errors import ModelError, PackageError
from translate.models.known import KNOWN
from translate.models.metadata import METADATA, Metadata, compose, parse
from translate.models.package import ARCHIVE, ARGOS, MODEL, SANYU, SOURCE, Package, read, read_metadata
from translate.models.staging import changing, place, retire
from translate.models.store import look

PLAIN_VERSION = "1.0"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Installed:
    """What came of it: the package, and whether just that was there already."""

    package: Package
    unchanged: bool


def install_archive(
    path: Path, models: Path, say: Say, pair: tuple[str, str] | None = None, sha256: str = ""
) -> Installed:
    """Installs an .argosmodel file. Raises ModelError.

    ``pair`` names the languages of a plain model without metadata, ``sha256`` the digest that the file
    must have, in lower-case hexadecimal.
    """
    with changing(models, say) as stage, named(path):
        return take_archive(path, models, stage, say, pair, sha256)


def take_archive(
    path: Path, models: Path, stage: Path, say: Say, pair: tuple[str, str] | None, sha256: str
) -> Installed:
    """Installs an archive by way of a stage. Raises PackageError, OSError."""
    digest = sha256_of(path)
    if sha256 and digest != sha256:
        raise PackageError(
            f"its SHA-256 is {digest[:12]}…, not {sha256[:12]}…; the file is damaged or another one,"
            " copy or download it again"
        )
    unpacked = stage / "package"
    unpacked.mkdir()
    archive.unpack(path, unpacked)
    (unpacked / ARCHIVE).write_text(digest)
    installed = settle(unpacked, models, stage, pair)
    remark = "" if sha256 else other_than_published(installed.package, digest)
    if remark:
        say(f"{path}: {remark}")
    return installed


def from_archive(name: str, sha256: str, models: Path) -> Package | None:
    """The sound package of ours, if there is one, that came in an archive with a digest."""
    for folder in subfolders(models):
        try:
            if (folder / ARCHIVE).read_text() == sha256:
                package = read(folder)
                digest = compute(package, package.files)
                if package.name == name and folder.name == folder_name(package, digest):
                    return replace(package, digest=digest)
        except (PackageError, OSError, ValueError):
            continue
    return None


def install_folder(folder: Path, models: Path, say: Say, pair: tuple[str, str] | None = None) -> Installed:
    """Installs an unpacked package, or a folder with a CTranslate2 model and its SentencePiece files."""
    with changing(models, say) as stage, named(folder):
        copied = stage / "package"
        copied.mkdir()
        copy(folder, copied)
        return settle(copied, models, stage, pair)


def settle(folder: Path, models: Path, stage: Path, pair: tuple[str, str] | None) -> Installed:
    """Checks what lies in the stage and puts it among the packages."""
    package = checked(folder, pair)
    digest = compute(package, package.files)
    target = models / folder_name(package, digest)
    unchanged = intact(target, digest)
    if not unchanged:
        place(folder, target, stage)
    for other in subfolders(models):
        if other != target and is_of(other, package.name):
            retire(other, stage)
    return Installed(replace(read(target), digest=digest), unchanged)


def folder_name(package: Package, digest: str) -> str:
    """The name of a package's folder: with the digest, so that one never stands in another's place."""
    return f"{package.name}-{package.version}-{digest[:8]}"


def checked(folder: Path, pair: tuple[str, str] | None) -> Package:
    """The package in a folder, with metadata written where it had none. Raises PackageError."""
    if pair is not None:
        if (folder / METADATA).exists():
            own = parse(read_metadata(folder))
            if (own.from_code, own.to_code) != pair:
                raise PackageError(
                    f"it says itself that it translates {own.from_code}→{own.to_code};"
                    " leave --from and --to out"
                )
        else:
            metadata = Metadata(*pair, PLAIN_VERSION)
            read(folder, SANYU, metadata)
            (folder / METADATA).write_bytes(compose(metadata))
            end_sentences(folder)
    package = read(folder)
    # Importing ctranslate2 is slow; only installing needs to know what it can read.
    from ctranslate2.specs.model_spec import CURRENT_BINARY_VERSION

    model_file.check(package.model / MODEL, CURRENT_BINARY_VERSION)
    vocabulary.check(package)
    return package


def end_sentences(folder: Path) -> None:
    """Has CTranslate2 append the end of sentence to the source, where a Marian model expects it.

    Models of OPUS-MT were trained with it. The converter for Marian says so in config.json; that for
    Transformers leaves it to the tokenizer of that library, and is known by a decoder that starts
    with the end of sentence.
    """
    for path in (folder / "config.json", folder / "model" / "config.json"):
        if not path.is_file() or not any((place / SOURCE).is_file() for place in (folder, path.parent)):
            continue
        try:
            config = json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            raise PackageError("its config.json is no JSON; convert or copy the model again") from None
        ending = config.get("eos_token", "</s>") if isinstance(config, dict) else None
        if ending is None or config.get("add_source_eos") or config.get("decoder_start_token") != ending:
            continue
        path.write_text(json.dumps(config | {"add_source_eos": True}, indent=2), encoding="utf-8")


def copy(source: Path, target: Path) -> None:
    """Copies the files of a package that sanyu needs."""
    for folder in (source, source / "model"):
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            name = file.relative_to(source).as_posix()
            # Links are followed: model hubs keep their files behind them.
            if not file.is_file() or not archive.is_needed(name):
                continue
            (target / name).parent.mkdir(exist_ok=True)
            with file.open("rb") as original, (target / name).open("xb") as written:
                shutil.copyfileobj(original, written, 1 << 20)
                written.flush()
                os.fsync(written.fileno())


def intact(folder: Path, digest: str) -> bool:
    """Whether a folder holds just the package of a digest."""
    try:
        package = read(folder)
        return compute(package, package.files) == digest
    except (PackageError, OSError):
        return False


def is_of(folder: Path, name: str) -> bool:
    """Whether a folder is a package of a name, sound or not."""
    try:
        return parse(read_metadata(folder)).name == name
    except (PackageError, OSError):
        return folder.name.startswith(f"{name}-")


def remove(name: str, models: Path, environ: Mapping[str, str], say: Say) -> list[Path]:
    """Removes sanyu's own packages of a name; the folders they lay in. Raises ModelError."""
    found = look(models, environ)
    own = [package.path for package in found.packages if (package.name, package.origin) == (name, SANYU)]
    own += [one.path for one in found.broken if one.origin == SANYU and name_fits(one.path, name)]
    if not own:
        raise ModelError(why_not_there(name, found.packages))
    with changing(models, say) as stage:
        for path in own:
            retire(path, stage)
    return own


def name_fits(folder: Path, name: str) -> bool:
    """Whether a broken package is meant by a name."""
    return folder.name == name or is_of(folder, name)


def why_not_there(name: str, packages: list[Package]) -> str:
    """Why a package cannot be removed, and what can."""
    for package in packages:
        if (package.name, package.origin) == (name, ARGOS):
            return (
                f"{name}: it belongs to your Argos Translate installation ({package.path}) and stays;"
                f" argospm remove translate-{name} removes it."
            )
    names = sorted({package.name for package in packages if package.origin == SANYU})
    return f"{name}: no such package is installed; {'there is ' + ', '.join(names) if names else 'none is'}."


def other_than_published(package: Package, digest: str) -> str:
    """A sentence where an archive calls itself a published package and is another; else empty."""
    known = KNOWN.get(package.name)
    if known is None or known.version != package.version or known.sha256 == digest:
        return ""
    return (
        f"it calls itself {known.name} {known.version}, but its SHA-256 is {digest[:12]}…, that of the"
        f" published one {known.sha256[:12]}…. It is installed as you asked; use it only if you know where"
        " it comes from."
    )


@contextlib.contextmanager
def named(path: Path) -> Iterator[None]:
    """Puts the name of what is installed before what is wrong with it."""
    try:
        yield
    except PackageError as error:
        raise ModelError(f"{path}: {error}. Nothing was installed.") from error
