"""``sanyu translate``: articles to files, or to stdout."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from reader.cli.batch.run import Batch, Options, Stopped
from reader.cli.batch.signals import terminations_as_interrupts
from reader.cli.batch.task import Task, task_of
from reader.cli.batch.watch import watch
from reader.cli.console import Failure, notice_once, out_json, places
from reader.cli.destination import Destination
from reader.cli.options import en_names_option, engine_option, plain_option, settings, to_option
from reader.cli.progress import Progress
from reader.cli.sources import Source, gather
from reader.cli.tally import Tally
from reader.cli.translate_options import (
    SOURCES,
    check_layout,
    check_together,
    folders_of,
    formats,
    layout_of,
    suffix_kind,
)
from reader.export.files import OutputError, write_atomically
from reader.export.harmless import escaped_json
from reader.export.translated import Layout
from seeds.errors import NoArticles
from translate.engine import EngineError
from translate.row import Target
from translate.terms.termbase import TermbaseError
from translate.workshop import Workshop

if TYPE_CHECKING:
    from reader.cli.batch.cluster.elsewhere import Elsewhere


EXAMPLES = """\b
Examples:
  sanyu translate article.txt
  sanyu translate news -o out --format md,html --jobs 2
  cat article.txt | sanyu translate - -o - --to vi --format txt
"""


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="SRC...", nargs=-1)
@click.option(
    "-o", "--output", metavar="DIR|FILE|-", help="Where to write; - for stdout. Default: ./translated"
)
@to_option
@click.option(
    "--format",
    "kinds",
    callback=formats,
    metavar="FORMATS",
    help="md (the default), html, epub, docx, txt, csv, jsonl, srt (of subtitles); for translation tools tmx,"
    " xliff (1.2), xliff2 (2.1), a file a target. Several with commas.",
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    callback=layout_of,
    help="md: translations below each paragraph (reading, its default) or each sentence (interleaved), or"
    " side by side (table). epub: interleaved (its default), reading, or one text after the other"
    " (languages). docx: a table to edit (its default), or reading. tmx: a file a target (bilingual, its"
    " default), or all in one (trilingual).",
)
@engine_option
@plain_option
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=lambda: settings().jobs, metavar="N",
    show_default="as in the settings, else 1",
    help="Translate N articles at once: transfer in N processes, argos on N threads.",
)  # fmt: skip
@click.option(
    "--on", metavar="local|ray://HOST:PORT",
    help="Translate on a cluster of Ray, or with a Ray of this machine's own: --jobs workers, else one a"
    " processor core.",
)  # fmt: skip
@click.option(
    "--only-missing", is_flag=True, help="Pass over articles whose outputs are there and not older."
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first article that fails.")
@click.option(
    "--watch", "watched", is_flag=False, flag_value=SOURCES, metavar="[DIR]",
    help="Stay, and translate what appears or changes in DIR (else in SRC), until Ctrl-C.",
)  # fmt: skip
@click.option(
    "--dry-run", is_flag=True,
    help="Count articles, segments, remembered cells, and estimate the time; write nothing.",
)  # fmt: skip
@click.option(
    "--explain", is_flag=True, help="Print how each sentence was read, word by word (not with -o -)."
)
@en_names_option
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON (not with -o -).")
@click.option(
    "--report", "report_file", type=click.Path(dir_okay=False), metavar="FILE",
    help="Write a report as JSON: counts, flags, engines, time and failure of each article.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No report and no progress, only failures.")
@click.pass_context
def translate(
    ctx: click.Context,
    sources: tuple[str, ...],
    output: str | None,
    targets: tuple[Target, ...],
    kinds: tuple[str, ...],
    layout: Layout | None,
    engine: str,
    plain: bool,
    jobs: int,
    on: str | None,
    only_missing: bool,
    fail_fast: bool,
    watched: str | None,
    dry_run: bool,
    explain: bool,
    en_names: str,
    as_json: bool,
    report_file: str | None,
    quiet: bool,
) -> None:
    """Translate articles: SRC is a file, a folder, or - for stdin.

    A folder keeps its structure below the output folder. Each output appears when it is whole, and
    one that would not change is not written again. What is translated is remembered: the same
    command after an interruption goes on where it stopped, and writes what it would have written. "cached"
    in JSON Lines means: remembered before the command first began.
    """
    sources = folders_of(sources, watched)
    check_together(output, as_json=as_json, explain=explain, watched=watched, dry_run=dry_run, on=on)
    progress = Progress(quiet=quiet)
    tally = Tally(progress.notice, detailed=report_file is not None)
    kinds = kinds or (suffix_kind(output) or "md",)
    check_layout(layout, kinds)
    destination = Destination(output, kinds, targets, layout)
    options = Options(
        engine, targets, en_names == "ascii", plain, layout, jobs, fail_fast, only_missing, explain,
        destination.stdout,
    )  # fmt: skip
    threads = jobs if ctx.get_parameter_source("jobs") is ParameterSource.COMMANDLINE else None
    batch: Batch | None = None
    started = time.monotonic()
    try:
        if dry_run:
            dry(sources, destination, options, tally, as_json=as_json, quiet=quiet)
            ctx.exit(1 if tally.failures else 0)
        with (
            terminations_as_interrupts(),
            reported(report_file, tally, started),
            elsewhere(on, threads) as cluster,
        ):
            work = None if watched else gathered(sources, destination, tally)
            if work or watched:
                destination.check(sources)
                engines = workshop(engine, threads, notice_once(progress.notice))
                batch = Batch(options, places(), engines, tally, progress, notice_once(), cluster)
                if work:
                    batch.run(tasks_of(work, destination, tally))
                elif watched:
                    keep_watch(sources, destination, batch, tally)
    except (TermbaseError, EngineError, OutputError) as error:
        raise Failure(str(error)) from error
    except Stopped as error:
        progress.notice(str(error))
    finally:
        progress.clear()
    elapsed = time.monotonic() - started
    if as_json:
        out_json(tally.report(elapsed, dry_run=False))
    elif not quiet and not destination.stdout:
        tally.summarise(elapsed, sources[0])
    if batch is not None:
        batch.finish()
    if tally.failures:
        ctx.exit(1)


def workshop(
    engine: str, threads: int | None, told: Callable[[str], None] = lambda message: None
) -> Workshop:
    """The engines of this machine; ``threads`` bounds those of a neural one, ``told`` hears what fails."""
    home, chosen = places(), settings()
    environ: Mapping[str, str] = os.environ
    if threads is not None and "ARGOS_INTER_THREADS" not in environ:
        environ = {**environ, "ARGOS_INTER_THREADS": str(threads)}
    return Workshop(
        choice=engine,
        user_glossary=home.glossary,
        compiled_termbase=home.termbase,
        models=home.models,
        endpoint=chosen.endpoint,
        rescue=chosen.prefer_transfer_when_flagged,
        environ=environ,
        told=told,
    )


def gathered(sources: Sequence[str], destination: Destination, tally: Tally) -> list[Source]:
    """The documents to translate, each with its outputs; what cannot be found is told."""
    documents = gather(sources, tally.fail, destination.folder)
    destination.assign(documents)
    return documents


def tasks_of(documents: Sequence[Source], destination: Destination, tally: Tally) -> list[Task]:
    """The tasks of documents; one whose output would overwrite an article is told."""
    tasks: list[Task] = []
    for document in documents:
        try:
            tasks.append(task_of(len(tasks), document, destination.outputs(document)))
        except OutputError as error:
            tally.fail(str(error))
    return tasks


def keep_watch(sources: Sequence[str], destination: Destination, batch: Batch, tally: Tally) -> None:
    """Translates what appears or changes in the folders, until somebody interrupts the waiting."""
    said: set[str] = {str(NoArticles(source)) for source in sources}

    def tell(message: str) -> None:
        if message not in said:
            said.add(message)
            tally.fail(message)

    def look() -> list[Source]:
        documents = gather(sources, tell, destination.folder)
        destination.assign(documents)
        return documents

    def do(documents: Sequence[Source]) -> None:
        before = len(tally.written)
        batch.run(tasks_of(documents, destination, tally))
        batch.finish()
        for path in tally.written[before:]:
            tally.say(f"Written: {path}")

    tally.say(f"Watching {', '.join(sources)}; Ctrl-C ends it.")
    watch(look, do)


def dry(
    sources: Sequence[str],
    destination: Destination,
    options: Options,
    tally: Tally,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Counts what a run would do; nothing is made, not even a cache."""
    from cache.translations import Translations
    from reader.cli.batch.estimate import estimate

    started = time.monotonic()
    tasks = tasks_of(gathered(sources, destination, tally), destination, tally)
    path = places().translations
    translations = Translations(path, notice_once()) if path.exists() else None
    try:
        found = estimate(
            tasks, workshop(options.engine, None), options.targets, translations, plain=options.plain,
            jobs=options.jobs, only_missing=options.only_missing,
        )  # fmt: skip
    finally:
        if translations is not None:
            translations.close()
    for message in found.failures:
        tally.fail(message)
    found.failures = tally.failures
    if as_json:
        out_json(found.report(time.monotonic() - started))
    elif not quiet:
        for sentence in found.sentences():
            tally.say(sentence)


@contextmanager
def elsewhere(address: str | None, workers: int | None) -> Iterator[Elsewhere | None]:
    """The cluster of ``--on``, left in every case; None where all is to be done here."""
    if address is None:
        yield None
        return
    from reader.cli.batch.cluster.elsewhere import Elsewhere

    with closing(
        Elsewhere(address, workers, places(), rescue=settings().prefer_transfer_when_flagged)
    ) as cluster:
        yield cluster


@contextmanager
def reported(path: str | None, tally: Tally, started: float) -> Iterator[None]:
    """Writes the report when the run ends, in whatever way."""
    ended = "interrupted"
    try:
        yield
        ended = "whole"
    except Stopped:
        ended = "stopped"
        raise
    finally:
        if path is not None:
            report = tally.full_report(time.monotonic() - started, ended=ended)
            write_atomically(Path(path), escaped_json(report, indent=2) + "\n")
