"""``sanyu models``: neural model packages, installed, removed and tried."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from reader.cli.console import Misuse, bold, dim, notice, out, out_json, places, plural
from reader.cli.model_list import (
    abilities,
    arrow,
    broken_record,
    is_used,
    known_record,
    megabytes,
    mend,
    record,
    show_installed,
    show_known,
)
from translate.models.errors import ModelError, PackageError
from translate.models.known import KNOWN
from translate.models.package import Package
from translate.models.store import Found, look

CODES = ("zh", "zt", "en")
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


@click.group()
def models() -> None:
    """Install, list, remove and try the models of the neural engine (argos)."""


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the packages as JSON.")
def list_command(as_json: bool) -> None:
    """List the packages on this machine, and those sanyu can fetch by name."""
    found = look(places().models)
    if as_json:
        out_json(
            {
                "installed": [record(one) | {"used": is_used(one, found)} for one in found.packages],
                "broken": [broken_record(one) for one in found.broken],
                "known": [known_record(one, found) for one in KNOWN.values()],
            }
        )
        return
    show_installed(found)
    show_known(found)
    for one in found.broken:
        notice(f"{one.path}: not used: {one.reason}.{mend(one)}")
    notice(abilities(found.packages))


@models.command("install")
@click.argument("sources", metavar="SRC...", nargs=-1, required=True)
@click.option("--from", "source", type=click.Choice(CODES), help="Source language of a plain model.")
@click.option("--to", "target", type=click.Choice(("en", "vi")), help="Its target language.")
@click.option("--sha256", metavar="HEX", default="", help="The digest that the archive must have.")
@click.option("--json", "as_json", is_flag=True, help="Print what was installed as JSON.")
@click.pass_context
def install(
    ctx: click.Context,
    sources: tuple[str, ...],
    source: str | None,
    target: str | None,
    sha256: str,
    as_json: bool,
) -> None:
    """Install packages. SRC is an .argosmodel file, a folder, or a name from the list, as zh_en.

    Only a name needs the network; SANYU_MODELS_URL names a mirror. A file or a folder is copied: it
    may go afterwards. A folder may hold an unpacked package, or a plain CTranslate2 model
    (model.bin, its vocabulary) with source.spm and target.spm, or sentencepiece.model; say its
    languages with --from and --to.
    """
    pair = languages(source, target)
    digest = sha256.lower()
    if digest and not _DIGEST.match(digest):
        raise Misuse("--sha256 takes the 64 hexadecimal digits of a SHA-256.")
    if digest and len(sources) > 1:
        raise Misuse("--sha256 is the digest of one archive; install them one by one.")
    done: list[dict[str, object]] = []
    failed = False
    for name in sources:
        try:
            package, unchanged = install_one(name, pair, digest)
        except ModelError as error:
            failed = True
            notice(str(error))
            continue
        done.append(record(package) | {"unchanged": unchanged})
        if not as_json:
            state = "was installed already" if unchanged else "is installed"
            notice(f"{package.name} {package.version} {state} ({arrow(package)}, {megabytes(package.size)}).")
    if as_json:
        out_json(done)
    elif done:
        notice(abilities(look(places().models).packages))
    if failed:
        ctx.exit(1)


@models.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print what was removed as JSON.")
@click.pass_context
def remove(ctx: click.Context, names: tuple[str, ...], as_json: bool) -> None:
    """Remove packages that sanyu installed. NAME is as in the list: zh_en."""
    from translate.models.installing import remove as remove_package

    removed: list[str] = []
    failed = False
    for name in names:
        try:
            remove_package(name, places().models, os.environ, notice)
        except ModelError as error:
            failed = True
            notice(str(error))
            continue
        removed.append(name)
        if not as_json:
            notice(f"{name} is removed. What it translated stays in the cache.")
    if as_json:
        out_json(removed)
    if failed:
        ctx.exit(1)


@models.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--text", metavar="TEXT", default="", help="The line to translate, instead of sanyu's own.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.pass_context
def verify(ctx: click.Context, names: tuple[str, ...], text: str, as_json: bool) -> None:
    """Load packages and have each translate a line; without NAME, all that are installed."""
    found = look(places().models)
    records: list[dict[str, object]] = []
    failed = False
    for name in missing(names, found):
        failed = True
        notice(f"{name}: no such package is installed; sanyu models list shows what is.")
    for package in found.packages:
        if not names or package.name in names:
            result = try_out(package, text, show=not as_json)
            failed = failed or "reason" in result
            records.append(result)
    for one in found.broken if not names else ():
        failed = True
        notice(f"{one.path}: {one.reason}.{mend(one)}")
        records.append(broken_record(one))
    if as_json:
        out_json(records)
    elif not names and not records:
        notice("No package is installed; sanyu models list shows what there is.")
    if failed:
        ctx.exit(1)


def install_one(name: str, pair: tuple[str, str] | None, sha256: str) -> tuple[Package, bool]:
    """Installs what a word of the command line names; whether it was there already."""
    from translate.models.installing import install_archive, install_folder

    home = places().models
    path = Path(name).expanduser()
    if name not in KNOWN and path.is_dir():
        if sha256:
            raise Misuse("--sha256 is the digest of an archive, and this is a folder.")
        installed = install_folder(path, home, notice, pair)
    elif name not in KNOWN and (path.exists() or looks_like_path(name)):
        installed = install_archive(path, home, notice, pair, sha256)
    else:
        from reader.cli.download_bar import DownloadBar
        from translate.models.fetching import install_known

        if pair:
            raise Misuse(f"--from and --to are for plain models; {name} knows its languages.")
        bar = DownloadBar()
        try:
            installed = install_known(name, home, os.environ, bar.notice, bar.named, sha256)
        finally:
            bar.clear()
    return installed.package, installed.unchanged


def looks_like_path(name: str) -> bool:
    """Whether a word names a file rather than a package."""
    return any(mark in name for mark in ("/", "\\", ".")) or name.startswith("~")


def languages(source: str | None, target: str | None) -> tuple[str, str] | None:
    """The languages given, if any."""
    if source is None and target is None:
        return None
    if source is None or target is None:
        raise Misuse("Say both --from and --to, as in --from zh --to vi.")
    from translate.models.metadata import PAIRS

    if (source, target) not in PAIRS:
        raise Misuse(f"sanyu translates zh→en, zh→vi and en→vi, not {source}→{target}.")
    return source, target


def missing(names: tuple[str, ...], found: Found) -> list[str]:
    """The names that no installed package has."""
    there = {package.name for package in found.packages}
    return [name for name in dict.fromkeys(names) if name not in there]


def try_out(package: Package, text: str, *, show: bool) -> dict[str, object]:
    """Verifies one package and says how it went; its record, with a ``reason`` where it failed."""
    from translate.models.verify import verify as verify_package

    try:
        trial = verify_package(package, text)
    except (PackageError, OSError) as error:
        reason = str(error) if isinstance(error, PackageError) else f"it cannot be read ({error.strerror})"
        notice(f"{package.name} {package.version}: {reason}.")
        return record(package) | {"sound": False, "reason": reason}
    if show:
        out(bold(f"{package.name} {package.version}"), dim(f"  {arrow(package)}  {package.path}"))
        out(f"  {trial.line}")
        out(f"  {trial.translation}")
        known = f"{len(trial.tokens) - len(trial.unknown)} of {plural(len(trial.tokens), 'token')} known"
        out(dim(f"  {known}; loaded in {trial.loading:.2f} s, translated in {trial.translating:.2f} s"))
    return record(package) | {
        "sound": True,
        "line": trial.line,
        "translation": trial.translation,
        "tokens": trial.tokens,
        "unknown": trial.unknown,
        "loading": round(trial.loading, 3),
        "translating": round(trial.translating, 3),
    }
