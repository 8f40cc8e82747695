"""Glossaries of QuickTranslator: lines ``中文=Vietnamese/another rendering``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from translate.row import EntityType
from translate.script import HAN_IN_TEXT
from translate.terms.glossary_rows import Fault, GlossaryRow, Numbered, RowError, entry_from, lines_in, tidy
from translate.terms.marks import without_marks
from translate.terms.termentry import TermEntry

GUESSED = "en guessed"
# Names of these are written in English as in Vietnamese, but for the marks.
NAMED = (EntityType.PERSON, EntityType.PLACE)
Known = Callable[[str], TermEntry | None]


def write_quicktranslator(entries: Iterable[TermEntry]) -> Iterator[str]:
    """Entries as lines; English, type and note have no place there."""
    for entry in entries:
        yield f"{entry.zh}={'/'.join(form.replace('/', ' ') for form in entry.vi)}\n"


def read_quicktranslator(text: str, kind: str, known: Known) -> Iterator[GlossaryRow]:
    """The rows of a file that gives Vietnamese alone.

    The English and the type are those of the entry ``known`` by the same Chinese form. Else the type
    is ``kind``, and the English of a name is guessed: the Vietnamese without marks.
    """
    for number, line in enumerate(lines_in(text), 1):
        line = line.strip().removeprefix("\ufeff")
        if not line or (line.startswith(("#", "//")) and not HAN_IN_TEXT.search(line.partition("=")[0])):
            continue
        zh, equals, value = line.partition("=")
        if not equals:
            yield Fault(number, f"no = between Chinese and Vietnamese ({line[:40]})")
            continue
        forms = [form for form in map(tidy, value.replace("|", "/").split("/")) if form]
        yield row_from(number, tidy(zh), forms, kind, known)


def row_from(number: int, zh: str, forms: list[str], kind: str, known: Known) -> GlossaryRow:
    """One line as an entry or a fault."""
    same = known(zh)
    cells = {"zh": zh, "en": "?", "vi": " | ".join(forms), "type": same.type.value if same else kind}
    try:
        entry = entry_from(cells)
    except RowError as error:
        return Fault(number, str(error))
    if same is not None:
        return Numbered(number, replace(entry, en=same.en))
    if entry.type not in NAMED:
        return Fault(number, f"no English, and none can be guessed for the type {entry.type}")
    return Numbered(number, replace(entry, en=(without_marks(entry.vi[0]),)), GUESSED)
