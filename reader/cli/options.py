"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from translate.row import Target
from translate.workshop import CHOICES

F = TypeVar("F", bound=Callable[..., object])


def languages(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[Target, ...]:
    """The targets of ``--to en,vi``."""
    try:
        return tuple(dict.fromkeys(Target(code.strip()) for code in value.split(",")))
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: choose en, vi or en,vi.") from error


def to_option(command: F) -> F:
    """``--to``: the languages to translate into."""
    return click.option(
        "--to", "targets", callback=languages, default="en,vi", metavar="LANGS",
        help="en, vi or en,vi (the default).",
    )(command)  # fmt: skip


def engine_option(command: F) -> F:
    """``--engine``: who translates."""
    return click.option(
        "--engine", type=click.Choice(CHOICES), default="auto", show_default=True,
        help="Which engine translates.",
    )(command)  # fmt: skip


def plain_option(command: F) -> F:
    """``--plain``: no reading of page structure."""
    return click.option("--plain", is_flag=True, help="Each line is a paragraph; no page clean-up.")(command)
