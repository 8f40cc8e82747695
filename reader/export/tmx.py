"""Rows and translation memories as TMX 1.4b, the exchange format of translation memories.

Written as text: of the libraries on PyPI the one still kept (hypomnema) runs on Python 3.13 alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Mapping

from cache.unit import Unit
from reader.export.exchange import FORBIDDEN, PROLOGUE, attributes, content, reasons, source_language, version
from reader.export.mark import Mark, marks_of
from reader.export.translated import Translated
from translate.row import Cell, Row, Target

STATE, ENGINE, PREVIOUS, FOLLOWING, SLOTS, KIND = (
    f"x-sanyu-{name}" for name in ("state", "engine", "previous", "following", "slots", "kind")
)
"""The types of our own properties."""
CHARACTER = "x-character"
ESCAPE = re.compile(r"\\\\|\\u([0-9A-F]{4})")
FOOT = "</body>\n</tmx>\n"


def pieces(translated: Translated) -> Iterator[str]:
    """An article: a unit a segment, with the cells there are of the targets asked for.

    A unit's identifier is its mark; state and engine are properties, flags are notes. The same
    article gives the same bytes.
    """
    rows, targets, date = translated.rows, translated.targets, translated.article.date
    language = source_language(rows)
    made = None if date is None else f"{date.replace('-', '')}T000000Z"
    yield head(language)
    for row, mark in marks_of(rows, targets):
        yield article_unit(row, mark, targets, language, made)
    yield FOOT


def memory_tmx(units: Iterable[Unit], target: Target) -> Iterator[str]:
    """The units of a translation memory in one target, piece by piece.

    Neighbours, state, maker and what the memory abstracted are properties: reading the file gives
    the same memory.
    """
    yield head("zh-CN")
    for unit in units:
        if unit.target == target.value and unit.text is not None:
            yield memory_unit(unit, unit.text)
    yield FOOT


def head(language: str) -> str:
    """What stands before the units."""
    about = {
        "creationtool": "sanyu", "creationtoolversion": version(), "segtype": "sentence", "o-tmf": "sanyu",
        "adminlang": "en", "srclang": language, "datatype": "plaintext",
    }  # fmt: skip
    return f'{PROLOGUE}<tmx version="1.4">\n<header{attributes(about)}/>\n<body>\n'


def article_unit(row: Row, mark: Mark, targets: tuple[Target, ...], language: str, made: str | None) -> str:
    """A row as a unit; nothing where it has no translation."""
    cells = {target: row.cells[target] for target in targets if target in row.cells}
    variants = [variant(target.value, cell.text, made, properties(cell)) for target, cell in cells.items()
                if cell.text]  # fmt: skip
    if not variants:
        return ""
    notes = [
        f"<note>{content(f'{target}: {reason}', picture)}</note>"
        for target, cell in cells.items()
        for reason in reasons(cell)
    ]
    return unit_of(
        str(mark), [*notes, prop(KIND, row.segment.kind.value)], language, row.segment.text, variants
    )


def properties(cell: Cell) -> dict[str, str]:
    """What a cell says of itself."""
    return {STATE: cell.state, ENGINE: cell.engine}


def memory_unit(unit: Unit, text: str) -> str:
    """A unit of the memory."""
    context = {PREVIOUS: unit.previous, FOLLOWING: unit.following}
    known = [prop(name, value) for name, value in context.items() if value is not None]
    saved = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(unit.saved)) if unit.saved else None
    own = {STATE: unit.state, ENGINE: unit.who}
    return unit_of(
        None,
        [*known, prop(SLOTS, unit.slots)],
        "zh-CN",
        unit.source,
        [variant(unit.target, text, saved, own)],
    )


def unit_of(name: str | None, about: list[str], language: str, source: str, variants: list[str]) -> str:
    """A unit: what is known of it, its source, its translations."""
    first = variant(language, source, None, {})
    return f"<tu{attributes({'tuid': name})}>\n{''.join(about)}\n{first}{''.join(variants)}</tu>\n"


def variant(language: str, text: str, changed: str | None, own: Mapping[str, str]) -> str:
    """A text in one language."""
    about = "".join(prop(name, value) for name, value in own.items())
    dated = attributes({"xml:lang": language, "changedate": changed})
    return f"<tuv{dated}>{about}<seg>{content(text, coded)}</seg></tuv>\n"


def prop(name: str, value: str) -> str:
    """A property."""
    return f"<prop{attributes({'type': name})}>{content(escaped(value), picture)}</prop>"


def escaped(value: str) -> str:
    """The value of a property, in which no codes may stand: a backslash and a number for a character."""
    doubled = value.replace("\\", r"\\")
    return FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04X}", doubled)


def unescaped(value: str) -> str:
    """The value that ``escaped`` was given."""
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", value)


def coded(character: str) -> str:
    """A character that XML cannot hold, as a code of the native text."""
    return f'<ph type="{CHARACTER}">U+{ord(character):04X}</ph>'


def picture(character: str) -> str:
    """A character that XML cannot hold, where no code may stand."""
    return "\ufffd"
