"""``sanyu doctor``: what is installed, what is where, and whether it works."""

from __future__ import annotations

import locale
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from cache.places import Places
from reader.cli.console import out, out_json, places

DISTRIBUTIONS = ("sanyu", "textual", "opencc", "jieba", "argos-translate-lt", "ctranslate2")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is, and what to do where it is broken."""

    group: str
    name: str
    value: str
    broken: bool = False
    mend: str = ""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """Check this installation and say what is where. Exit code 1 if something is broken."""
    findings = list(examine(places()))
    broken = [finding for finding in findings if finding.broken]
    if as_json:
        out_json({"sound": not broken, "findings": [record(finding) for finding in findings]})
    else:
        group = ""
        for finding in findings:
            if finding.group != group:
                group = finding.group
                out(group)
            out(f"  {'✗' if finding.broken else '✓'} {finding.name:<20} {finding.value}")
            if finding.mend:
                out(f"    → {finding.mend}")
        out("Something is broken: see ✗ above." if broken else "All is well.")
    if broken:
        ctx.exit(1)


def examine(home: Places) -> Iterator[Finding]:
    """All findings, group by group."""
    yield from versions()
    yield from folders(home)
    yield log(home)
    yield from data(home)
    yield from models(home)
    yield from preferences(home)
    yield from terminal()


def versions() -> Iterator[Finding]:
    """Python and the packages; asked of their metadata, since importing them takes seconds."""
    yield Finding("Programs", "Python", platform.python_version())
    for name in DISTRIBUTIONS:
        try:
            yield Finding("Programs", name, version(name))
        except PackageNotFoundError:
            yield Finding(
                "Programs", name, "missing", True, "Install sanyu again: pip install --force-reinstall sanyu"
            )


def folders(home: Places) -> Iterator[Finding]:
    """The four folders, each tried by writing into it."""
    for name, folder in (
        ("config", home.config),
        ("data", home.data),
        ("state", home.state),
        ("cache", home.cache),
    ):
        trouble = unwritable(folder)
        mend = "Change its permissions, or set SANYU_HOME to a folder of yours." if trouble else ""
        yield Finding("Folders", name, f"{folder}{f' ({trouble})' if trouble else ''}", bool(trouble), mend)


def log(home: Places) -> Finding:
    """Where the details of mishaps are, and when the last one was."""
    try:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(home.log.stat().st_mtime))
    except OSError:
        return Finding("Folders", "log", f"{home.log} (nothing went wrong yet)")
    return Finding("Folders", "log", f"{home.log} (last written {when})")


def unwritable(folder: Path) -> str:
    """Why a folder cannot be written; empty if it can. Folders that are not there yet are not left behind."""
    existing = next((place for place in (folder, *folder.parents) if os.path.lexists(place)), folder)
    try:
        with tempfile.TemporaryFile(dir=existing):
            return ""
    except OSError as error:
        return (error.strerror or str(error)).lower()


def data(home: Places) -> Iterator[Finding]:
    """What sanyu starts from and what it remembers."""
    from translate.terms.termbase import TermbaseError, user_entries

    for name, load in (("seed glossary", count_glossary), ("lexicon", count_lexicon)):
        try:
            yield Finding("Data", name, f"{load():,} entries")
        except Exception as error:  # whatever is wrong with the data: here is where to tell it
            yield Finding("Data", name, f"{type(error).__name__}: {error}", True, "Install sanyu again.")
    try:
        number = len(list(user_entries(home.glossary)))
        yield Finding("Data", "your glossary", f"{number:,} entries in {home.glossary}")
    except TermbaseError as error:
        yield Finding("Data", "your glossary", str(error), True)
    yield from memory(home)


def count_glossary() -> int:
    """How many entries the seed glossary has."""
    from translate.terms.termbase import seed_entries

    return len(list(seed_entries()))


def count_lexicon() -> int:
    """How many words the seed lexicon has."""
    from translate.lexicon import load_lexicon

    return len(load_lexicon())


def memory(home: Places) -> Iterator[Finding]:
    """The databases; one that is not there yet is not made."""
    from cache.library import Shelf
    from cache.translations import Translations

    said: list[str] = []
    if home.translations.exists():
        translations = Translations(home.translations, said.append)
        number = translations.count()
        translations.close()
        size = home.translations.stat().st_size / 1e6
        yield Finding("Memory", "translations", f"{number:,}, {size:.1f} MB", bool(said), " ".join(said))
    else:
        yield Finding("Memory", "translations", "none yet")
    said = []
    if home.library.exists():
        shelf = Shelf(home.library, said.append)
        number = len(shelf.entries())
        shelf.close()
        yield Finding("Memory", "library", f"{number:,} articles", bool(said), " ".join(said))
    else:
        yield Finding("Memory", "library", "none yet")
    yield own_work(home)


def own_work(home: Places) -> Finding:
    """The translation memory, looked through for damage."""
    from cache.memory import MemoryStore

    if not home.memory.exists():
        return Finding("Memory", "your edits", "none yet")
    said: list[str] = []
    store = MemoryStore(home.memory, said.append, home.backups)
    try:
        said += store.vault.check()
        counts = store.counts()
    finally:
        store.close()
    number = f"{counts.edited:,} edited, {counts.reviewed:,} reviewed"
    return Finding("Memory", "your edits", f"{number} in {home.memory}", bool(said), " ".join(said))


def models(home: Places) -> Iterator[Finding]:
    """The model packages, and which of them the neural engine uses."""
    from reader.cli.model_list import abilities, arrow, is_used, megabytes, mend
    from translate.models.package import SANYU
    from translate.models.store import look

    found = look(home.models)
    yield Finding("Models", "neural engine", abilities(found.packages))
    for one in found.packages:
        unused = "" if is_used(one, found) else "; another is used"
        value = f"{one.version}, {arrow(one)}, {megabytes(one.size)}, in {one.path}{unused}"
        yield Finding("Models", one.name, value)
    for bad in found.broken:
        value = f"not used: {bad.reason} ({bad.path})"
        yield Finding("Models", bad.path.name[:20], value, bad.origin == SANYU, mend(bad).strip())


def preferences(home: Places) -> Iterator[Finding]:
    """The settings file, what is wrong in it, and the endpoint; the key itself is never shown."""
    from reader.settings_file import read_settings

    wrong: list[str] = []
    settings = read_settings(home.settings, wrong.append)
    none = "" if home.settings.exists() else " (none yet: all is by default)"
    yield Finding("Settings", "file", f"{home.settings}{none}", bool(wrong), " ".join(wrong))
    endpoint = settings.endpoint
    value = "not configured"
    if endpoint.is_configured:
        key = "set" if os.environ.get(endpoint.key_env) else "not set"
        value = f"{endpoint.model} at {endpoint.base_url}, key in {endpoint.key_env}: {key}"
    yield Finding("Settings", "endpoint", value)


def terminal() -> Iterator[Finding]:
    """What the terminal can show."""
    encoding = (locale.getpreferredencoding(False) or "unknown").lower()
    sound = "utf" in encoding
    mend = "" if sound else "Set LANG to a UTF-8 locale, as C.UTF-8: Chinese and Vietnamese need it."
    yield Finding("Terminal", "encoding", encoding, not sound, mend)
    yield Finding("Terminal", "colours", colours())
    where = "a terminal" if sys.stdout.isatty() else "no terminal (a pipe or a file)"
    yield Finding("Terminal", "output", where)


def colours() -> str:
    """How many colours the terminal says it knows."""
    if os.environ.get("NO_COLOR"):
        return "none (NO_COLOR is set)"
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16 million"
    kind = os.environ.get("TERM", "")
    return "256" if "256" in kind else "none" if kind in ("", "dumb") else "16"


def record(finding: Finding) -> dict[str, object]:
    """One finding, for scripts."""
    return {
        "group": finding.group,
        "name": finding.name,
        "value": finding.value,
        "broken": finding.broken,
        "mend": finding.mend,
    }
