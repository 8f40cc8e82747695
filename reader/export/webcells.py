"""The texts of a row as HTML elements: terms marked, and which words stand for each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reader.export.markup import marked_up, visible
from reader.export.terms import Term
from reader.occurrences import hits, pairs
from reader.reasons import REASONS
from reader.script import in_script
from translate.row import Cell, Entity, Row, Target
from translate.script import Script, script_of

LANGUAGE_TAGS = {Script.SIMPLIFIED: "zh-Hans", Script.TRADITIONAL: "zh-Hant"}


def script_in(rows: Sequence[Row]) -> Script:
    """The script of an article, Simplified where nothing tells; its first rows are enough to see it."""
    script = script_of(visible("".join(row.segment.text for row in rows[:200])))
    return Script.TRADITIONAL if script is Script.TRADITIONAL else Script.SIMPLIFIED


class Glossary:
    """The terms of an article, in the order they come, each with the number of its card."""

    def __init__(self) -> None:
        self._numbers: dict[Entity, int] = {}
        self._cards: dict[Term, int] = {}

    def number(self, entity: Entity) -> int:
        """The number of an entity's card; those that show the same have one card."""
        # Where it stands and how the engines take it is of no account for the card.
        key = replace(entity, start=0, end=0, role="")
        if key not in self._numbers:
            self._numbers[key] = self._cards.setdefault(Term.of(entity), len(self._cards))
        return self._numbers[key]

    def cards(self) -> Iterator[tuple[int, Term]]:
        """Each card's number with what it shows."""
        yield from ((number, term) for term, number in self._cards.items())


def chinese(row: Row, script: Script, glossary: Glossary, tag: str) -> str:
    """The Chinese cell in an element ``tag``; ``script`` is the article's.

    ``data-hans`` and ``data-hant`` hold the text in the script named, where it is another.
    """
    text = visible(row.segment.text)
    other = ""
    for name, wanted in (("hans", Script.SIMPLIFIED), ("hant", Script.TRADITIONAL)):
        turned = visible(in_script(row.segment.text, wanted))
        if turned != text:
            other += f' data-{name}="{marked_up(turned)}"'
    inner = terms_marked(row, None, glossary)
    return f'<{tag} class="zh" lang="{LANGUAGE_TAGS[script]}"{other}>{inner}</{tag}>'


def translation(row: Row, target: Target, glossary: Glossary) -> str:
    """A translated cell with the reasons to look twice below it.

    ``data-links`` tells what stands for what: source start, source end, start and end here, in
    UTF-16 units, by commas; links by spaces.
    """
    cell = row.cells.get(target)
    if cell is None or not cell.text.strip():
        return f'<p class="{target} none" lang="{target}">—{reasons(cell)}</p>'
    inner = terms_marked(row, target, glossary)
    links = " ".join(
        ",".join(map(str, (*units(row.segment.text, source), *units(cell.text, here))))
        for source, here in pairs(row, target)
    )
    told = f' data-links="{links}"' if links else ""
    return f'<p class="{target}" lang="{target}"{told}>{inner}{reasons(cell)}</p>'


def terms_marked(row: Row, target: Target | None, glossary: Glossary) -> str:
    """The Chinese (None) or a translation with its terms as elements that name their card."""
    text = row.segment.text if target is None else row.cells[target].text
    # The Chinese terms are the stops of the Tab key: one stop a term, not three.
    stop = ' tabindex="0"' if target is None else ""
    parts, done = [], 0
    for hit in hits(row, target):
        number = glossary.number(row.entities[hit.entity])
        parts.append(marked_up(text[done : hit.start]))
        inner = marked_up(text[hit.start : hit.end])
        parts.append(f'<span class="term"{stop} aria-describedby="t{number}">{inner}</span>')
        done = hit.end
    parts.append(marked_up(text[done:]))
    return "".join(parts)


def reasons(cell: Cell | None) -> str:
    """Why to look twice at a cell, or nothing."""
    if cell is None or not cell.flags:
        return ""
    words = "; ".join(marked_up(REASONS.get(flag, flag)) for flag in cell.flags)
    return f'<small class="flag" lang="en">⚑ {words}</small>'


def units(text: str, offsets: tuple[int, int]) -> tuple[int, int]:
    """Offsets in UTF-16 units, as browsers count, of offsets in characters."""
    if not is_wide(text):
        return offsets
    start, end = (len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2 for offset in offsets)
    return start, end


@lru_cache(maxsize=4)
def is_wide(text: str) -> bool:
    """Whether a character of the text takes two UTF-16 units; asked for every link of a cell."""
    return not text.isascii() and max(text) > "\uffff"


def card(number: int, term: Term) -> str:
    """What is known of a term, as an item of a description list."""
    scripts = f'<span lang="zh-Hans">{marked_up(term.simplified)}</span>'
    if term.traditional != term.simplified:
        scripts += f' <span lang="zh-Hant">{marked_up(term.traditional)}</span>'
    lines = (
        ("pinyin", "zh-Latn", term.pinyin),
        ("Hán-Việt", "vi", term.hanviet),
        ("English", "en", term.en),
        ("Tiếng Việt", "vi", term.vi),
        ("note", "", term.note),
    )
    told = "".join(
        f"<dd><i>{label}</i> {spoken(text, language)}</dd>" for label, language, text in lines if text
    )
    return (
        f'<div id="t{number}" class="card"><dt>{scripts}</dt>{told}'
        f'<dd class="origin">{marked_up(term.type)} · {marked_up(term.source)}</dd></div>'
    )


def spoken(text: str, language: str) -> str:
    """A text that keeps its direction to itself, with its language where that is known."""
    return f'<bdi lang="{language}">{marked_up(text)}</bdi>' if language else f"<bdi>{marked_up(text)}</bdi>"
