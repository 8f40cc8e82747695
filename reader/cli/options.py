"""Options that several commands share; where one is not given, the settings tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from reader.cli.console import notice, places
from reader.settings import Settings
from translate.row import Target
from translate.workshop import CHOICES

F = TypeVar("F", bound=Callable[..., object])


def settings() -> Settings:
    """The settings of this machine; the file is read once a command, and only when somebody asks."""
    from reader.settings_file import read_settings

    kept = click.get_current_context().meta
    if "sanyu.settings" not in kept:
        kept["sanyu.settings"] = read_settings(places().settings, notice)
    found = kept["sanyu.settings"]
    assert isinstance(found, Settings)
    return found


def languages(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[Target, ...]:
    """The targets of ``--to en,vi``."""
    try:
        return tuple(dict.fromkeys(Target(code.strip()) for code in value.split(",")))
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: choose en, vi or en,vi.") from error


def to_option(command: F) -> F:
    """``--to``: the languages to translate into."""
    return click.option(
        "--to", "targets", callback=languages, default=lambda: ",".join(settings().targets), metavar="LANGS",
        show_default="as in the settings, else en,vi", help="en, vi or en,vi.",
    )(command)  # fmt: skip


def engine_option(command: F) -> F:
    """``--engine``: who translates."""
    return click.option(
        "--engine", type=click.Choice(CHOICES), default=lambda: settings().engine,
        show_default="as in the settings, else auto", help="Which engine translates.",
    )(command)  # fmt: skip


def en_names_option(command: F) -> F:
    """``--en-names``: how Vietnamese people are spelled in English."""
    return click.option(
        "--en-names", type=click.Choice(["diacritics", "ascii"]), default=lambda: settings().en_names,
        show_default="as in the settings, else diacritics",
        help="Vietnamese people in English: Bùi Thanh Sơn or Bui Thanh Son.",
    )(command)  # fmt: skip


def plain_option(command: F) -> F:
    """``--plain``: no reading of page structure."""
    return click.option("--plain", is_flag=True, help="Each line is a paragraph; no page clean-up.")(command)
