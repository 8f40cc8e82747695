"""``sanyu import-edits``: what reviewers and other programs changed, into the translation memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cache.vault import NotKeptError
from reader.cli.console import Failure, notice, notice_once, out_json, places, plural
from reader.edits.edit import EditsError, Returned
from reader.export.files import OutputError
from seeds.errors import SourceError
from seeds.load import bytes_of

if TYPE_CHECKING:
    from cache.places import Places
    from reader.edits.plan import Plan
    from translate.row import Entity, Segment

READERS = {
    ".docx": ("word", "read_word"),
    ".csv": ("sheet", "read_csv"),
    ".xlsx": ("sheet", "read_xlsx"),
    ".tmx": ("tmx", "read_tmx"),
    ".xlf": ("xliff", "read_xliff"),
    ".xliff": ("xliff", "read_xliff"),
}
MOST_SHOWN = 10
EXAMPLES = """\b
Examples:
  sanyu import-edits out/article.docx --dry-run
  sanyu import-edits out/article.docx --article news/article.txt
"""


@click.command("import-edits", epilog=EXAMPLES)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--article", "articles", multiple=True, metavar="FILE|DIR",
    help="The article as it is now: edits whose sentences are not in it any more are kept aside.",
)  # fmt: skip
@click.option("--overwrite", is_flag=True, help="Take edits also where something newer stands in the memory.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken; change and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def import_edits(
    ctx: click.Context,
    files: tuple[str, ...],
    articles: tuple[str, ...],
    overwrite: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take the edits in FILE (docx, csv, xlsx, tmx, xliff) into the translation memory.

    FILE is what sanyu translate wrote, edited, or a TMX or XLIFF file of another program. Only what was
    changed is taken, and what is marked as reviewed. What cannot be taken is named and kept aside in
    FILE.aside.csv; nothing newer is overwritten.
    """
    from reader.edits.aside import keep_aside
    from reader.edits.plan import apply, plan_for, with_entities
    from translate.memory.memory import TranslationMemory
    from translate.terms.termbase import TermbaseError

    home = places()
    memory = TranslationMemory(home.memory, notice_once(), home.backups)
    reports: list[dict[str, object]] = []
    failed = False
    try:
        segments = None if not articles else list(segments_in(articles))
        for file in files:
            path = Path(file)
            try:
                returned = read(path)
                plan = plan_for(returned, memory, segments, overwrite=overwrite)
                aside = None
                if not dry_run:
                    if plan.taken:
                        with_entities(plan, recogniser(home))
                    apply(plan, memory)
                    if plan.faults:
                        aside = keep_aside(plan.faults, path, home.data / "aside-edits")
            except (EditsError, SourceError, OutputError, NotKeptError, TermbaseError) as error:
                failed = True
                notice(str(error))
                reports.append({"file": file, "error": str(error)})
                continue
            failed = failed or bool(plan.faults)
            reports.append(report(file, returned, plan, aside))
            if not as_json:
                say(file, returned, plan, aside, dry_run=dry_run)
    finally:
        memory.close()
    if as_json:
        out_json({"dry_run": dry_run, "files": reports})
    if failed:
        ctx.exit(1)


def read(path: Path) -> Returned:
    """What a file holds. Raises SourceError, EditsError."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise EditsError(
            f"{path}: edits come back as {', '.join(READERS)}; save or export it as one of these."
        )
    data = bytes_of(path)
    module, name = reader
    function: Callable[[bytes, str], Returned] = getattr(import_module(f"reader.edits.{module}"), name)
    return function(data, str(path))


def segments_in(articles: Sequence[str]) -> Iterator[list[str]]:
    """The segments of each article. Raises Failure where one cannot be read."""
    from reader.cli.sources import gather
    from translate.segment import segments_of

    failures: list[str] = []
    for source in gather(articles, failures.append):
        try:
            yield [segment.text for segment in segments_of(source.load(plain=False))]
        except SourceError as error:
            failures.append(str(error))
    if failures:
        raise Failure(" ".join(failures))


def recogniser(home: Places) -> Callable[[Sequence[Segment]], list[tuple[Entity, ...]]]:
    """What finds names and figures in sentences. Raises TermbaseError."""
    from translate.workshop import Workshop

    workshop = Workshop(user_glossary=home.glossary, compiled_termbase=home.termbase)
    return workshop.recogniser.recognise


def report(file: str, returned: Returned, plan: Plan, aside: Path | None) -> dict[str, object]:
    """What came of a file, for scripts."""
    kinds = counted(plan)
    return {
        "file": file,
        "taken": len(plan.taken),
        "edited": kinds["edited"],
        "reviewed": kinds["reviewed"],
        "withdrawn": kinds["withdrawn"],
        "unchanged": plan.unchanged,
        "known": plan.known,
        "remarks": list(returned.remarks),
        "aside": None if aside is None else str(aside),
        "faults": [
            {
                returned.unit: fault.place,
                "target": None if fault.edit is None else fault.edit.target.value,
                "reason": fault.reason,
                "mend": fault.mend,
                "zh": None if fault.edit is None else fault.edit.source,
                "text": None if fault.edit is None else fault.edit.text,
                "in_memory": fault.here or None,
            }
            for fault in plan.faults
        ],
    }


def say(file: str, returned: Returned, plan: Plan, aside: Path | None, *, dry_run: bool) -> None:
    """What came of a file, for people."""
    for remark in returned.remarks:
        notice(f"{file}: {remark}.")
    for fault in plan.faults[:MOST_SHOWN]:
        notice(f"{file}: {returned.unit} {fault.place}: {fault.reason}; {fault.mend}.")
    if len(plan.faults) > MOST_SHOWN:
        notice(f"{file}: … and {len(plan.faults) - MOST_SHOWN:,} more; --json lists them all.")
    kinds = counted(plan)
    kept = f", {len(plan.faults):,} kept aside" if plan.faults and not dry_run else ""
    kept = kept or (f", {len(plan.faults):,} cannot be taken" if plan.faults else "")
    back = f", {plural(kinds['withdrawn'], 'approval')} taken back" if kinds["withdrawn"] else ""
    notice(
        f"{file}: {plural(kinds['edited'], 'edit')} and {plural(kinds['reviewed'], 'approval')}"
        f" {'would be taken' if dry_run else 'taken'}{back}, {plan.unchanged:,} unchanged,"
        f" {plan.known:,} in the memory already{kept}."
    )
    if aside is not None:
        notice(f"Kept aside, with the reasons: {aside}")


def counted(plan: Plan) -> Counter[str]:
    """How many of the units taken are edited, how many reviewed, of how many the approval was taken back."""
    return Counter("withdrawn" if taken.withdrawn else taken.unit.state for taken in plan.taken)
