"""``sanyu translate``: articles to files, or to stdout."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from cache.translations import Translations
from reader.cli.console import Failure, is_interactive, notice, notice_once, places
from reader.export.files import OutputError, write_atomically
from seeds.article import Article
from seeds.errors import SourceError
from seeds.load import find_sources, load_bytes, load_file
from translate.engine import EngineError
from translate.pipeline import Pipeline
from translate.row import Row, Target
from translate.script import HAN_IN_TEXT
from translate.termbase import TermbaseError
from translate.workshop import CHOICES, Workshop

FORMATS = ("md", "txt", "jsonl")
LATER = ("html", "csv", "tmx", "xliff")
SUFFIXES = {"md": ".md", "txt": ".txt", "jsonl": ".jsonl"}
STDIN, STDOUT = "-", "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One document: where it is, and its name below the folder it came with."""

    path: Path | None
    name: str

    def load(self, *, plain: bool) -> Article:
        """The document as an article; raises SourceError."""
        if self.path is None:
            return load_bytes(sys.stdin.buffer.read(), "stdin", plain=plain)
        return load_file(self.path, name=self.name, plain=plain)


@dataclass(slots=True)
class Tally:
    """What came of a run."""

    articles: int = 0
    segments: int = 0
    cached: int = 0
    cells: int = 0
    flagged: int = 0
    written: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def count(self, rows: Sequence[Row]) -> None:
        """Adds an article's rows."""
        cells = [cell for row in rows for cell in row.cells.values()]
        self.articles += 1
        self.segments += len(rows)
        self.cells += len(cells)
        self.cached += sum(cell.cached for cell in cells)
        self.flagged += sum(bool(row.flags) for row in rows)


def languages(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[Target, ...]:
    """The targets of ``--to en,vi``."""
    try:
        targets = tuple(dict.fromkeys(Target(code.strip()) for code in value.split(",")))
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: choose en, vi or en,vi.") from error
    return targets


def formats(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """The formats of ``--format md,jsonl``."""
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",")))
    for name in names:
        if name in LATER:
            raise click.BadParameter(f"{name} is not written by this version; choose {', '.join(FORMATS)}.")
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is unknown; choose {', '.join(FORMATS)}.")
    return names


@click.command()
@click.argument("sources", metavar="SRC...", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="DIR|FILE|-", help="Where to write; - for stdout. Default: ./translated"
)
@click.option(
    "--to", "targets", callback=languages, default="en,vi", metavar="LANGS", help="en, vi or en,vi."
)
@click.option(
    "--format",
    "kinds",
    callback=formats,
    default="md",
    metavar="FORMATS",
    help="md, txt, jsonl; several with commas.",
)
@click.option("--engine", type=click.Choice(CHOICES), default="auto", help="Which engine translates.")
@click.option("--plain", is_flag=True, help="Each line is a paragraph; no page clean-up.")
@click.option("--dry-run", is_flag=True, help="Say what would be translated; translate and write nothing.")
@click.option(
    "--en-names",
    type=click.Choice(["diacritics", "ascii"]),
    default="diacritics",
    help="Vietnamese people in English.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON (not with -o -).")
@click.option("-q", "--quiet", is_flag=True, help="No report, only failures.")
def translate(
    sources: tuple[str, ...],
    output: str | None,
    targets: tuple[Target, ...],
    kinds: tuple[str, ...],
    engine: str,
    plain: bool,
    dry_run: bool,
    en_names: str,
    as_json: bool,
    quiet: bool,
) -> None:
    """Translate articles: SRC is a file, a folder, or - for stdin.

    A folder keeps its structure below the output folder. What is translated is remembered, so the
    same command after an interruption goes on where it stopped.
    """
    to_stdout = output == STDOUT
    if to_stdout and len(kinds) > 1:
        raise click.UsageError("-o - takes one format.")
    if to_stdout and as_json:
        raise click.UsageError("--json prints a report to stdout; write the translation to files then.")
    tally = Tally()
    documents = list(gather(sources, tally))
    home = places()
    translations = Translations(home.translations, notice_once())
    try:
        workshop = Workshop(choice=engine, user_glossary=home.glossary)
        pipeline = workshop.pipeline(translations, targets, ascii_names=en_names == "ascii")
        started = time.monotonic()
        if dry_run:
            count_only(documents, pipeline, tally, plain=plain)
        else:
            destination = Destination(output, documents, kinds, sources)
            run(documents, pipeline, destination, tally, targets=targets, plain=plain)
        elapsed = time.monotonic() - started
    except (TermbaseError, EngineError) as error:
        raise Failure(str(error)) from error
    finally:
        translations.close()
    if as_json:
        click.echo(json.dumps(report(tally, elapsed, dry_run=dry_run), ensure_ascii=False))
    elif not quiet and not to_stdout:
        summarise(tally, elapsed, output or "translated", dry_run=dry_run, kinds=kinds)
    if tally.failures:
        sys.exit(1)


def gather(sources: Sequence[str], tally: Tally) -> Iterator[Source]:
    """The documents that the arguments name; those that cannot be found are failures."""
    for source in sources:
        if source == STDIN:
            yield Source(None, "stdin")
            continue
        path = Path(source)
        try:
            for found in find_sources(path):
                name = found.relative_to(path).as_posix() if path.is_dir() else found.name
                yield Source(found, name)
        except SourceError as error:
            fail(tally, str(error))


def fail(tally: Tally, message: str) -> None:
    """Notes a failure and says it at once."""
    tally.failures.append(message)
    notice(message)


class Destination:
    """Where the translations of each document go."""

    def __init__(
        self, output: str | None, documents: Sequence[Source], kinds: Sequence[str], sources: Sequence[str]
    ) -> None:
        self.stdout = output == STDOUT
        self._kinds = kinds
        target = Path(output or "translated")
        single = len(sources) == 1 and sources[0] != STDIN and not Path(sources[0]).is_dir()
        names_file = (
            single and len(kinds) == 1 and target.suffix == SUFFIXES[kinds[0]] and not target.is_dir()
        )
        self._file = target if names_file else None
        self._folder = target
        self._names = stems(documents)

    def paths(self, source: Source) -> list[tuple[str, Path]]:
        """Format and path of each output of a document."""
        if self._file is not None:
            return [(self._kinds[0], self._file)]
        stem = self._names[source]
        return [(kind, self._folder / (stem + SUFFIXES[kind])) for kind in self._kinds]


def stems(documents: Sequence[Source]) -> dict[Source, str]:
    """A name without suffix for each document; two that would meet keep their suffix or get a number."""
    chosen: dict[Source, str] = {}
    taken: set[str] = set()
    for document in documents:
        plain = str(Path(document.name).with_suffix(""))
        candidates = [
            plain,
            document.name,
            *(f"{document.name}-{number}" for number in range(2, len(documents) + 2)),
        ]
        stem = next(name for name in candidates if name.casefold() not in taken)
        taken.add(stem.casefold())
        chosen[document] = stem
    return chosen


def run(
    documents: Sequence[Source],
    pipeline: Pipeline,
    destination: Destination,
    tally: Tally,
    *,
    targets: Sequence[Target],
    plain: bool,
) -> None:
    """Translates document by document and writes each when it is whole."""
    for number, document in enumerate(documents, 1):
        try:
            article = document.load(plain=plain)
            say = progress(number, len(documents), document.name)
            rows = translated(article, pipeline, say)
            for kind, text in rendered(article, rows, destination, document, targets):
                if destination.stdout:
                    sys.stdout.write(text)
                elif write_atomically(kind, text):
                    pass
                if not destination.stdout:
                    tally.written.append(kind)
            tally.count(rows)
        except (SourceError, OutputError) as error:
            fail(tally, str(error))
        except MemoryError:
            fail(tally, f"{document.name}: not enough memory for a document of this size; split it.")
    if destination.stdout:
        sys.stdout.flush()
    clear_progress()


def translated(article: Article, pipeline: Pipeline, say: Callable[[int, int], None]) -> list[Row]:
    """All rows of an article, translated."""
    rows = list(pipeline.open(article))
    if not any(HAN_IN_TEXT.search(row.segment.text) for row in rows):
        notice(f"{article.name}: there is no Chinese in it; the text is passed through as it is.")
    done = 0
    for batch in pipeline.fill(rows):
        for row in batch:
            rows[row.segment.index] = row
        done += len(batch)
        say(done, len(rows))
    return rows


def rendered(
    article: Article,
    rows: Sequence[Row],
    destination: Destination,
    document: Source,
    targets: Sequence[Target],
) -> Iterator[tuple[Path, str]]:
    """Path and text of each output of an article."""
    from reader.export.jsonl import to_jsonl
    from reader.export.markdown import to_markdown
    from reader.export.text import to_text

    for kind, path in destination.paths(document):
        match kind:
            case "jsonl":
                yield path, to_jsonl(article.name, rows, targets)
            case "md":
                yield path, to_markdown(article.name, rows, targets)
            case _:
                yield path, to_text(rows, targets)


def count_only(documents: Sequence[Source], pipeline: Pipeline, tally: Tally, *, plain: bool) -> None:
    """Counts what a run would translate."""
    for document in documents:
        try:
            rows = pipeline.open(document.load(plain=plain))
        except SourceError as error:
            fail(tally, str(error))
            continue
        tally.articles += 1
        tally.segments += len(rows)


def progress(number: int, total: int, name: str) -> Callable[[int, int], None]:
    """A line on stderr that is drawn over itself; nothing where stderr is not a terminal."""
    if not is_interactive():
        return lambda done, of: None

    def say(done: int, of: int) -> None:
        click.echo(f"\r\x1b[2K{number}/{total} {name[:50]}: {done}/{of}", nl=False, err=True)

    return say


def clear_progress() -> None:
    """Wipes the progress line."""
    if is_interactive():
        click.echo("\r\x1b[2K", nl=False, err=True)


def report(tally: Tally, elapsed: float, *, dry_run: bool) -> dict[str, object]:
    """The report for scripts."""
    return {
        "articles": tally.articles,
        "segments": tally.segments,
        "cells": tally.cells,
        "cached": tally.cached,
        "flagged": tally.flagged,
        "written": [str(path) for path in tally.written],
        "failures": tally.failures,
        "seconds": round(elapsed, 2),
        "dry_run": dry_run,
    }


def summarise(tally: Tally, elapsed: float, output: str, *, dry_run: bool, kinds: Sequence[str]) -> None:
    """The report for people, on stderr; where the files are and how to read them."""
    if dry_run:
        notice(f"{tally.articles} articles, {tally.segments} segments to translate; nothing was written.")
        return
    notice(
        f"{tally.articles} articles, {tally.segments} segments in {elapsed:.1f} s;"
        f" {tally.cached} of {tally.cells} cells remembered, {tally.flagged} segments flagged."
    )
    if tally.written:
        first = tally.written[0]
        notice(f"Written to {output}: {len(tally.written)} files, as {first}")
        notice("Read them in any editor, or side by side in the terminal: sanyu read FILE")
    if tally.failures:
        notice(f"{len(tally.failures)} inputs failed, named above.")
