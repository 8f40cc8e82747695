"""``sanyu translate``: articles to files, or to stdout."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from reader.cli.console import Failure, notice_once, out_json, places
from reader.cli.destination import STDOUT, Destination
from reader.cli.explain import explanation
from reader.cli.memory import Memory
from reader.cli.options import en_names_option, engine_option, plain_option, to_option
from reader.cli.progress import Progress
from reader.cli.sources import Source, gather
from reader.cli.tally import Tally
from reader.cli.trouble import internal_error
from reader.export.files import OutputError, write_atomically
from reader.export.formats import FORMATS, format_of
from reader.export.translated import Layout, Translated
from seeds.errors import SourceError
from translate.engine import EngineError
from translate.pipeline import Pipeline
from translate.row import Row, Target
from translate.script import HAN_IN_TEXT
from translate.terms.termbase import TermbaseError
from translate.workshop import Workshop

LATER = ("tmx", "xliff")


class ForeignText(Exception):
    """A document without any Chinese."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: there is no Chinese in it, so nothing to translate; check that it is the right file."
        )


def formats(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The formats of ``--format md,jsonl``; none where it was not given."""
    names = tuple(dict.fromkeys(name.strip() for name in value.split(","))) if value is not None else ()
    for name in names:
        if name in LATER:
            raise click.BadParameter(f"{name} is not written by this version; choose {', '.join(FORMATS)}.")
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


@click.command()
@click.argument("sources", metavar="SRC...", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="DIR|FILE|-", help="Where to write; - for stdout. Default: ./translated"
)
@to_option
@click.option(
    "--format",
    "kinds",
    callback=formats,
    metavar="FORMATS",
    help="md (the default), html, epub, txt, csv, jsonl; several with commas.",
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    callback=layout_of,
    help="md: translations below each paragraph (reading, its default) or each sentence (interleaved), or"
    " side by side (table). epub: interleaved (its default), reading, or one text after the other"
    " (languages).",
)
@engine_option
@plain_option
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Accepted; this version runs one job."
)
@click.option("--dry-run", is_flag=True, help="Say what would be translated; translate and write nothing.")
@click.option(
    "--explain", is_flag=True, help="Print how each sentence was read, word by word (not with -o -)."
)
@en_names_option
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON (not with -o -).")
@click.option("-q", "--quiet", is_flag=True, help="No report, only failures.")
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
    dry_run: bool,
    explain: bool,
    en_names: str,
    as_json: bool,
    quiet: bool,
) -> None:
    """Translate articles: SRC is a file, a folder, or - for stdin.

    A folder keeps its structure below the output folder. What is translated is remembered, so the
    same command after an interruption goes on where it stopped.
    """
    if output == STDOUT and as_json:
        raise click.UsageError("--json prints a report to stdout; write the translation to files then.")
    if explain and (output == STDOUT or as_json):
        raise click.UsageError("--explain prints to stdout; write the translation to files, without --json.")
    progress = Progress()
    tally = Tally(progress.notice)
    kinds = kinds or (suffix_kind(output) or "md",)
    check_layout(layout, kinds)
    destination = Destination(output, kinds, targets)
    documents = gather(sources, tally.fail, destination.folder)
    started = time.monotonic()
    try:
        destination.assign(documents)
        if dry_run:
            count_only(documents, tally, plain=plain)
        elif documents:
            destination.check(sources)
            home = places()
            work = Workshop(
                choice=engine,
                user_glossary=home.glossary,
                compiled_termbase=home.termbase,
                models=home.models,
            )
            with Memory(places(), notice_once()) as memory:
                pipeline = memory.pipeline(work, targets, ascii_names=en_names == "ascii")
                explainer = work if explain else None
                run(
                    documents,
                    pipeline,
                    destination,
                    tally,
                    progress,
                    plain=plain,
                    layout=layout,
                    explainer=explainer,
                )
    except (TermbaseError, EngineError, OutputError) as error:
        raise Failure(str(error)) from error
    finally:
        progress.clear()
    elapsed = time.monotonic() - started
    if as_json:
        out_json(tally.report(elapsed, dry_run=dry_run))
    elif not quiet and not destination.stdout:
        tally.summarise(elapsed, sources[0], dry_run=dry_run)
    if tally.failures:
        ctx.exit(1)


def suffix_kind(output: str | None) -> str | None:
    """The format that the name of an output file tells."""
    format = format_of(Path(output or "").suffix)
    return None if format is None else format.name


def run(
    documents: Sequence[Source],
    pipeline: Pipeline,
    destination: Destination,
    tally: Tally,
    progress: Progress,
    *,
    plain: bool,
    layout: Layout | None = None,
    explainer: Workshop | None = None,
) -> None:
    """Translates document by document and writes each when it is whole; what fails is passed over."""
    for number, document in enumerate(documents, 1):

        def show(done: int, of: int, number: int = number, name: str = document.name) -> None:
            progress.show(number, len(documents), name, done, of)

        try:
            outputs = destination.outputs(document)
            article = document.load(plain=plain)
            rows = list(pipeline.open(article))
            if not any(HAN_IN_TEXT.search(row.segment.text) for row in rows):
                raise ForeignText(document.label)
            aligned = any(output.format.aligned for output in outputs)
            translate_rows(rows, pipeline, show, aligned=aligned)
            for output in outputs:
                able = layout if layout in output.format.layouts else None
                content = output.format.render(Translated(article, rows, output.targets, able))
                if isinstance(content, str) and destination.stdout:
                    progress.clear()
                    sys.stdout.write(content)
                else:
                    write_atomically(output.path, content)
                    tally.written.append(output.path)
            tally.count(rows)
            if explainer is not None:
                progress.clear()
                for line in explanation(rows, explainer):
                    click.echo(line)
        except (SourceError, OutputError, ForeignText) as error:
            tally.fail(str(error))
        except EngineError as error:
            tally.fail(f"{document.label}: {error}")
        except MemoryError:
            tally.fail(f"{document.label}: there is not enough memory for a document of this size; split it.")
        except (OSError, TermbaseError):
            # stdout is gone, or no document can be translated: the run ends here.
            raise
        except Exception as error:
            tally.fail(internal_error(error, document.label))


def translate_rows(
    rows: list[Row], pipeline: Pipeline, show: Callable[[int, int], None], *, aligned: bool = False
) -> None:
    """Puts translated rows in the place of an article's rows."""
    done = 0
    for batch in pipeline.fill(tuple(rows)):
        for row in batch:
            rows[row.segment.index] = row if aligned else lean(row)
        done += len(batch)
        show(done, len(rows))


def lean(row: Row) -> Row:
    """A row without alignments: few formats show them, and in a book they are most of the memory."""
    return replace(row, cells={target: replace(cell, alignment=()) for target, cell in row.cells.items()})


def count_only(documents: Sequence[Source], tally: Tally, *, plain: bool) -> None:
    """Counts what a run would translate."""
    from translate.segment import segments_of

    for document in documents:
        try:
            segments = segments_of(document.load(plain=plain))
        except SourceError as error:
            tally.fail(str(error))
            continue
        tally.articles += 1
        tally.segments += len(segments)
