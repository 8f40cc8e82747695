"""``sanyu cache``: what is remembered of machine translations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import click

from cache.upkeep import MEGABYTE, Amount, amounts, hit_rate, segments, shrink
from reader.cli.cache_check import check
from reader.cli.cache_clear import clear
from reader.cli.cache_exchange import export, import_
from reader.cli.cache_files import files_of, opened, own_work
from reader.cli.console import Failure, out, out_json, places, plural, say, unchanged
from reader.cli.options import settings

# The longest bar, in characters.
BAR = 30


@click.group()
def cache() -> None:
    """Look after remembered machine translations. Your own work is never in the cache."""


cache.add_command(check)
cache.add_command(clear)
cache.add_command(export)
cache.add_command(import_)


def finite(ctx: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """A number that is one."""
    if value != value:
        raise click.BadParameter("this is no number of megabytes.")
    return value


@cache.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def stats(as_json: bool) -> None:
    """Say how much is remembered, by engine and language, and how often it helps."""
    home = places()
    size = sum(file.stat().st_size for file in files_of(home))
    with opened(home) as found:
        parts = amounts(found[0]) if found else []
        texts = segments(found[0]) if found else 0
        rate = hit_rate(found[0]) if found else None
    number = sum(part.translations for part in parts)
    work = own_work(home)
    if as_json:
        out_json(
            {
                "path": str(home.cache),
                "translations": number,
                "segments": texts,
                "bytes": size,
                "limit_bytes": settings().cache_limit_mb * MEGABYTE or None,
                "hit_rate": None if rate is None else round(rate, 4),
                "engines": [
                    {
                        "engine": part.engine, "language": part.target, "translations": part.translations,
                        "bytes": part.bytes,
                    }
                    for part in parts
                ],
                "own_work": {"path": str(home.data), **work},
            }
        )  # fmt: skip
        return
    out(
        f"{plural(number, 'translation')} of {plural(texts, 'segment')}, {size / MEGABYTE:.1f} MB"
        f" in {home.cache}"
    )
    for line in chart(parts):
        out(line)
    if rate is not None:
        out(f"Found when looked for: {rate:.0%}")
    out(
        f"Your own work: {plural(work['edited'], 'segment')} edited, {work['reviewed']:,} reviewed,"
        f" {plural(work['bookmarks'], 'bookmark')}, {plural(work['notes'], 'note')} in {home.data}"
    )


def chart(parts: list[Amount]) -> Iterator[str]:
    """A bar for each engine and language; its length is the number of translations."""
    if not parts:
        return
    names = [f"{part.engine} {part.target}" for part in parts]
    width = max(map(len, names))
    figures = [f"{part.translations:,}" for part in parts]
    digits = max(map(len, figures))
    most = max(part.translations for part in parts)
    for name, figure, part in zip(names, figures, parts, strict=True):
        eighths = max(1, round(BAR * 8 * part.translations / most))
        bar = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
        yield f"  {name:<{width}}  {figure:>{digits}}  {bar}"


@cache.command()
@click.option(
    "--limit", type=click.FloatRange(min=0, min_open=True, max=1e9), callback=finite, metavar="MB",
    help="Megabytes that may stay; else as in the settings (cache_limit_mb).",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def gc(limit: float | None, as_json: bool) -> None:
    """Bring the cache below a size: what old versions made goes first, then the oldest."""
    home = places()
    chosen = limit if limit is not None else settings().cache_limit_mb
    if not chosen:
        say(as_json, "No limit is set; name one with --limit, or set cache_limit_mb.", {"translations": 0})
        return
    with opened(home) as found:
        if not found:
            say(as_json, "The cache is empty.", {"translations": 0})
            return
        try:
            done = shrink(*found, int(chosen * MEGABYTE))
        except sqlite3.OperationalError as error:
            raise Failure(unchanged(home.translations, error)) from error
    figures = {
        "translations": done.translations,
        "stretches": done.recognitions,
        "bytes_before": done.before,
        "bytes": done.after,
        "limit_bytes": int(chosen * MEGABYTE),
    }
    said = f"{done.after / MEGABYTE:.1f} MB of {chosen:g} MB in use"
    if done.translations or done.recognitions:
        said += (
            f"; {plural(done.translations, 'translation')} forgotten ({done.before / MEGABYTE:.1f} MB before)"
        )
    say(as_json, f"{said}.", figures)
