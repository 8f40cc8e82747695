"""``sanyu glossary check``: what the glossary makes of an article, and what the article could teach it."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from reader.cli.console import bold, dim, notice, out, out_json, places, plural
from reader.cli.glossary import termbase
from reader.cli.glossary_changes import UNDO, change
from reader.cli.options import plain_option
from reader.cli.sources import gather
from seeds.errors import SourceError
from translate.lexicon import CORE, Lexicon, load_lexicon
from translate.pipeline import STRETCH
from translate.readings import hanviet_name, pinyin_name
from translate.row import Entity, EntityType, Row
from translate.segment import segments_of
from translate.shapes import simplified
from translate.terms.glossary_file import Put
from translate.terms.mining import Candidate, mine
from translate.terms.own_glossary import put
from translate.terms.suspects import Suspect, suspects
from translate.terms.termbase import Termbase, seed_entries
from translate.terms.termentry import SEED, TermEntry
from translate.workshop import Workshop

QUANTITIES = (EntityType.NUMBER, EntityType.DATE)
# Where renderings come from that are no glossary entries but made by rule.
BY_RULE = ("reading", "pinyin")
LACKING = "…"


@dataclass(frozen=True, slots=True)
class Found:
    """What an article mentions, how often, and in which form first."""

    entity: Entity
    count: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry of the user's that says something else than the seed glossary."""

    own: TermEntry
    seed: TermEntry
    count: int


@dataclass(frozen=True, slots=True)
class Checked:
    """An article held against the glossary."""

    name: str
    terms: tuple[Found, ...]
    conflicts: tuple[Conflict, ...]
    unknown: tuple[Found, ...]
    candidates: tuple[Candidate, ...]
    suspects: tuple[Suspect, ...]


@click.command("check")
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@click.option("--adopt", is_flag=True, help="Add what the articles teach to your glossary, as mined.")
@plain_option
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def check_command(
    ctx: click.Context, sources: tuple[str, ...], adopt: bool, plain: bool, as_json: bool
) -> None:
    """Say which terms occur in articles, which names are unknown, and what the articles teach.

    An article teaches by Latin in brackets behind a name, by 以下简称“…” and by 题为《…》. What the
    tagger of jieba takes for names besides is listed as perhaps names. FILE may be a folder, or - for stdin.
    """
    failures: list[str] = []

    def fail(message: str) -> None:
        failures.append(message)
        notice(message)

    known = termbase()
    recognise = Workshop(
        user_glossary=places().glossary, compiled_termbase=places().termbase
    ).recogniser.recognise
    seeds = {entry.zh: entry for entry in seed_entries()}
    checked: list[Checked] = []
    for source in gather(sources, fail):
        try:
            segments = segments_of(source.load(plain=plain))
        except SourceError as error:
            fail(str(error))
            continue
        stretches = (segments[start : start + STRETCH] for start in range(0, len(segments), STRETCH))
        rows = [
            Row(segment, entities)
            for stretch in stretches
            for segment, entities in zip(stretch, recognise(stretch), strict=True)
        ]
        checked.append(examine(source.label, rows, known, seeds))
        if not as_json:
            show(checked[-1], first=len(checked) == 1)
    adopted = adopt_all(checked) if adopt else []
    if as_json:
        out_json([record(one) for one in checked])
    elif adopt:
        names = ", ".join(entry.zh for entry in adopted)
        notice(f"Added to your glossary: {names}. {UNDO}" if adopted else "There is nothing to add.")
    if failures:
        ctx.exit(1)


def examine(name: str, rows: Sequence[Row], known: Termbase, seeds: dict[str, TermEntry]) -> Checked:
    """Holds an article's rows against the glossary."""
    lexicon = load_lexicon()
    entities = [entity for row in rows for entity in row.entities if entity.type not in QUANTITIES]
    text = "\n".join(simplified(row.segment.text) for row in rows)
    return Checked(
        name,
        tuple(counted(entities, lambda entity: entity.source not in BY_RULE)),
        tuple(conflicts(known, seeds, text)),
        tuple(counted(entities, lambda entity: entity.source in BY_RULE)),
        tuple(mine(rows, lambda zh: known.get(zh) is not None)),
        tuple(suspects(rows, lambda zh: is_word(zh, lexicon), places().cache)),
    )


def is_word(zh: str, lexicon: Lexicon) -> bool:
    """Whether somebody wrote an entry for a word."""
    return any(sense.layer == CORE for sense in lexicon.get(zh))


def counted(entities: Iterable[Entity], wanted: Callable[[Entity], bool]) -> Iterator[Found]:
    """The entities asked for, each once with its number, the most frequent first."""
    first: dict[tuple[str, str, str], Entity] = {}
    counts: Counter[tuple[str, str, str]] = Counter()
    for entity in filter(wanted, entities):
        key = (simplified(entity.zh), entity.en, entity.vi)
        first.setdefault(key, entity)
        counts[key] += 1
    return (Found(first[key], count) for key, count in counts.most_common())


def conflicts(known: Termbase, seeds: dict[str, TermEntry], text: str) -> Iterator[Conflict]:
    """The user's entries that occur in a text and that the seed glossary renders otherwise."""
    for entry in known:
        seed = seeds.get(simplified(entry.zh)) if entry.status != SEED else None
        if seed is None or (entry.en[0], entry.vi[0], entry.type) == (seed.en[0], seed.vi[0], seed.type):
            continue
        count = text.count(seed.zh)
        if count:
            yield Conflict(entry, seed, count)


def adopt_all(checked: Iterable[Checked]) -> list[TermEntry]:
    """Adds all complete candidates to the user's glossary, none over an entry there; those added."""
    entries = [
        candidate.entry(one.name) for one in checked for candidate in one.candidates if candidate.is_complete
    ]
    if not entries:
        return []
    with change(f"adopt {plural(len(entries), 'mined entry', 'mined entries')}") as glossary:
        return [
            entry for entry in entries if glossary.get(entry.zh) is None and put(glossary, entry) is Put.ADDED
        ]


def renderings_of(name: str) -> dict[str, str]:
    """How a name nobody knows would read in Vietnamese and in pinyin."""
    return {"vietnamese": hanviet_name(name), "pinyin": pinyin_name(name)}


def command_for(candidate: Candidate) -> str:
    """The command line that adds a candidate; what the article does not tell is left to fill in."""
    words = [
        "sanyu", "glossary", "add", candidate.zh, "--en", candidate.en or LACKING,
        "--vi", candidate.vi or LACKING, "--type", candidate.type.value,
    ]  # fmt: skip
    return shlex.join(words)


def show(checked: Checked, *, first: bool) -> None:
    """The findings in one article, for people."""
    if not first:
        out()
    out(bold(checked.name))
    if not (checked.terms or checked.unknown or checked.suspects or checked.candidates):
        out(dim("nothing that the glossary or the tagger knows as a name or term"))
    if checked.terms:
        out(dim("terms"))
    for found in checked.terms:
        entity = found.entity
        out(f"  {found.count:>3} × {entity.zh}  ", dim(f"{entity.type}  "), f"{entity.en} | {entity.vi}")
    if checked.conflicts:
        out(dim("your glossary differs from the seed"))
    for conflict in checked.conflicts:
        own, seed = conflict.own, conflict.seed
        out(
            f"  {conflict.count:>3} × {own.zh}  {own.en[0]} | {own.vi[0]}",
            dim(f"  seed: {seed.en[0]} | {seed.vi[0]} ({seed.type})"),
        )
    if checked.unknown:
        out(dim("not in the glossary"))
    for found in checked.unknown:
        entity, read = found.entity, renderings_of(found.entity.zh)
        out(
            f"  {found.count:>3} × {entity.zh}  {entity.en} | {entity.vi}",
            dim(f"  Hán-Việt {read['vietnamese']}, pinyin {read['pinyin']}"),
        )
    if checked.suspects:
        out(dim("perhaps names"))
    for suspect in checked.suspects:
        read = renderings_of(suspect.zh)
        readings = f"Hán-Việt {read['vietnamese']}, pinyin {read['pinyin']}"
        out(f"  {suspect.count:>3} × {suspect.zh}  ", dim(f"{suspect.type}?  {readings}"))
    if checked.candidates:
        out(dim("the article teaches"))
    for candidate in checked.candidates:
        place = f"  # {candidate.reason}, segment {candidate.segment}"
        out(f"  {command_for(candidate)}", dim(place))


def record(checked: Checked) -> dict[str, object]:
    """The findings in one article, for scripts."""
    return {
        "article": checked.name,
        "terms": [mention(found) for found in checked.terms],
        "conflicts": [
            {"zh": c.own.zh, "count": c.count, "yours": forms(c.own), "seed": forms(c.seed)}
            for c in checked.conflicts
        ],
        "unknown": [
            mention(found) | {"candidates": renderings_of(found.entity.zh)} for found in checked.unknown
        ],
        "suspects": [
            {"zh": s.zh, "count": s.count, "type": s.type.value, "candidates": renderings_of(s.zh)}
            for s in checked.suspects
        ],
        "candidates": [
            {
                "zh": c.zh,
                "en": c.en or None,
                "vi": c.vi or None,
                "type": c.type.value,
                "reason": c.reason.value,
                "segment": c.segment,
                "start": c.start,
                "end": c.end,
                "short_for": c.long_form or None,
            }
            for c in checked.candidates
        ],
    }


def mention(found: Found) -> dict[str, object]:
    """A term with its number, for scripts."""
    entity = found.entity
    return {
        "zh": entity.zh,
        "count": found.count,
        "type": entity.type.value,
        "en": entity.en,
        "vi": entity.vi,
        "source": entity.source,
    }


def forms(entry: TermEntry) -> dict[str, object]:
    """What an entry renders how, for scripts."""
    return {"en": list(entry.en), "vi": list(entry.vi), "type": entry.type.value}
