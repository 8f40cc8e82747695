"""Glossary rows: what makes an entry, what is wrong with one that is none, and entries as lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.row import EntityType
from translate.script import HAN_IN_TEXT
from translate.terms.termentry import COLUMNS, SEED, USER, TermEntry, forms_of

MINED = "mined"
REQUIRED = COLUMNS[:4]
TYPES = tuple(kind.value for kind in EntityType if kind not in (EntityType.NUMBER, EntityType.DATE))
KINDS: Mapping[str, EntityType] = {name: EntityType(name) for name in TYPES}
STATUSES = (USER, MINED, SEED)
HEADER = "\t".join(COLUMNS)
LONGEST_ZH, LONGEST = 100, 2000
# Letters that Vietnamese alone writes, and all those it may write besides the plain ones.
# à é ô are French and ã is Portuguese too: they speak for nothing.
VIETNAMESE_ALONE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
ANY_MARKED = re.compile("[^\x00-\x7f]")


class RowError(ValueError):
    """A row is no glossary entry; the message says why, ``why`` in a word, ``values`` of what."""

    def __init__(self, message: str, why: str = "", **values: str | int) -> None:
        super().__init__(message)
        self.why = why
        self.values = values


@dataclass(frozen=True, slots=True)
class Numbered:
    """An entry and the line of the file it begins in; ``remark`` is what a person should look at."""

    line: int
    entry: TermEntry
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is no entry: its line and the reason."""

    line: int
    reason: str


GlossaryRow = Numbered | Fault


def entry_from(cells: Mapping[str, str], kind: str = "") -> TermEntry:
    """The entry of a row's cells by column; ``kind`` is its type where the row has none.

    Raises RowError.
    """
    # Written for speed: an import may have a million rows.
    get = cells.get
    zh, en_cell, vi_cell = tidy(get("zh", "")), tidy(get("en", "")), tidy(get("vi", ""))
    named, status = tidy(get("type", "")) or kind, tidy(get("status", "")) or USER
    note, source = tidy(get("note", "")), tidy(get("source", ""))
    if not HAN_IN_TEXT.search(zh):
        if not zh:
            raise RowError("zh is empty", "empty", column="zh")
        raise RowError(f"zh has no Chinese character ({zh[:40]})", "not-chinese", cell=zh[:40])
    en, vi = renderings_in("en", en_cell), renderings_in("vi", vi_cell)
    if VIETNAMESE_ALONE.search(en_cell) and not ANY_MARKED.search(vi_cell):
        raise RowError(
            f"en and vi are swapped: {en[0][:40]} is Vietnamese, {vi[0][:40]} is not",
            "swapped",
            en=en[0][:40],
            vi=vi[0][:40],
        )
    if named not in KINDS:
        raise RowError(
            f"the type {named[:40]!r} is none of {', '.join(TYPES)}" if named else "there is no type"
        )
    if status not in STATUSES:
        raise RowError(f"the status {status[:40]!r} is none of {', '.join(STATUSES)}")
    if len(zh) > LONGEST_ZH:
        raise RowError(
            f"zh has {len(zh):,} characters; more than {LONGEST_ZH} are no term",
            "long",
            number=len(zh),
            most=LONGEST_ZH,
        )
    if max(len(en_cell), len(vi_cell), len(note), len(source)) > LONGEST:
        raise RowError(f"a cell has more than {LONGEST:,} characters", "cell-long", most=LONGEST)
    return TermEntry(zh, en, vi, KINDS[named], status, note, source)


def renderings_in(column: str, cell: str) -> tuple[str, ...]:
    """The renderings of a tidy cell; raises RowError where there is none, or none in Latin letters."""
    forms = forms_of(cell) if "|" in cell else (cell,) if cell else ()
    if not forms:
        raise RowError(f"{column} is empty", "empty", column=column)
    if HAN_IN_TEXT.search(cell):
        raise RowError(
            f"{column} has Chinese characters ({cell[:40]}); are columns swapped?",
            "chinese",
            column=column,
            cell=cell[:40],
        )
    return forms


def tidy(cell: str) -> str:
    """A cell without white space around it, and with single spaces for any inside (tabs, line ends)."""
    if not cell:
        return cell
    tidied = " ".join(cell.split())
    return tidied if tidied.isascii() else unicodedata.normalize("NFC", tidied)


def cells_of(entry: TermEntry) -> tuple[str, ...]:
    """An entry as cells, in the order of COLUMNS."""
    return (
        entry.zh, " | ".join(entry.en), " | ".join(entry.vi), entry.type.value,
        entry.status, entry.note, entry.source,
    )  # fmt: skip


def read_tsv(lines: Iterable[str], kind: str = "") -> Iterator[GlossaryRow]:
    """The rows of a TSV file; a file without a header line has its columns in the usual order."""
    columns: Sequence[str] = ()
    for number, line in enumerate(lines, 1):
        line = line.removesuffix("\n").removeprefix("\ufeff" if number == 1 else "")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            try:
                columns, is_header = columns_of(cells, kind)
            except RowError as error:
                yield Fault(number, str(error))
                return
            if is_header:
                continue
        yield row_of(number, cells, columns, kind)


def row_of(number: int, cells: Sequence[str], columns: Sequence[str], kind: str) -> GlossaryRow:
    """One row as an entry or a fault."""
    needed = 3 if kind else 4
    if len(cells) < needed:
        return Fault(number, f"too few columns: {len(cells)} of at least {needed}")
    if len(cells) > len(columns):
        return Fault(number, f"too many columns: {len(cells)} under {len(columns)} headings")
    try:
        return Numbered(number, entry_from(dict(zip(columns, cells, strict=False)), kind))
    except RowError as error:
        return Fault(number, str(error))


def header_of(cells: Sequence[str]) -> tuple[str, ...]:
    """The column names of a header line; nothing for a line of data."""
    names = tuple(cell.strip().strip("\ufeff").lower() for cell in cells)
    return names if "zh" in names or not HAN_IN_TEXT.search("".join(cells)) else ()


def columns_of(first: Sequence[str], kind: str) -> tuple[Sequence[str], bool]:
    """The columns that a file's first line names, and whether it names any: without, the usual ones.

    The type column may be left out where ``kind`` gives it for the whole file. Raises RowError.
    """
    columns = header_of(first)
    if not columns:
        return COLUMNS, False
    missing = [column for column in (REQUIRED[:3] if kind else REQUIRED) if column not in columns]
    if missing:
        raise RowError(f"the header lacks {', '.join(missing)}")
    return columns, True


def lines_in(text: str) -> Iterator[str]:
    """The lines of a text one by one, with their ends: a large text is not held twice."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
