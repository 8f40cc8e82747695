"""What is asked of ``sanyu translate``: formats, layouts and options that go together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.console import Misuse
from reader.cli.destination import STDOUT
from reader.cli.sources import STDIN
from reader.export.formats import FORMATS, format_of
from reader.export.translated import Layout

# ``--watch`` without a folder: the folders that are named anyway.
SOURCES = "\0"


def formats(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The formats of ``--format md,jsonl``; none where it was not given."""
    names = tuple(dict.fromkeys(name.strip() for name in value.split(","))) if value is not None else ()
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is unknown; choose {', '.join(FORMATS)}.")
    return names


def layout_of(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Layout | None:
    """The layout of ``--layout table``."""
    return None if value is None else Layout(value)


def check_layout(layout: Layout | None, kinds: Sequence[str]) -> None:
    """Raises UsageError for a layout that none of the formats can do."""
    if layout is None or any(layout in FORMATS[kind].layouts for kind in kinds):
        return
    able = [name for name, format in FORMATS.items() if layout in format.layouts]
    raise click.UsageError(
        f"--layout {layout} is for {' and '.join(able)}, not for {', '.join(kinds)}; choose another with"
        " --format, or leave --layout out."
    )


def folders_of(sources: tuple[str, ...], watched: str | None) -> tuple[str, ...]:
    """What to translate: SRC, with the folder of ``--watch``. Raises UsageError where that is nothing."""
    if watched not in (None, SOURCES):
        sources = (*sources, watched)
    if not sources:
        raise click.UsageError("Missing argument 'SRC...'.")
    if watched is not None:
        for source in sources:
            if source == STDIN or not Path(source).is_dir():
                raise Misuse(f"{source}: --watch is for folders that are there; make it, or name another.")
    return sources


def check_together(
    output: str | None,
    *,
    as_json: bool,
    explain: bool,
    watched: str | None,
    dry_run: bool,
    on: str | None,
) -> None:
    """Raises UsageError for options that exclude each other."""
    if output == STDOUT and as_json:
        raise click.UsageError("--json prints a report to stdout; write the translation to files then.")
    if explain and (output == STDOUT or as_json):
        raise click.UsageError("--explain prints to stdout; write the translation to files, without --json.")
    if watched and (output == STDOUT or dry_run):
        raise click.UsageError("--watch writes files; leave out --dry-run, and name a folder with -o.")
    if on is not None and explain:
        raise click.UsageError("--explain shows how this machine reads; leave out --on.")


def suffix_kind(output: str | None) -> str | None:
    """The format that the name of an output file tells."""
    format = format_of(Path(output or "").suffix)
    return None if format is None else format.name
