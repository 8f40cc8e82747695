"""Articles with translations made by hand, and what is written of them, for the tests of exchange formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from cache.places import Places
from cache.unit import Unit
from reader.edits.edit import Returned
from reader.edits.plan import Plan, apply, plan_for
from reader.export.formats import FORMATS
from reader.export.translated import Layout, Translated
from seeds.article import Article, Kind
from translate.memory.memory import TranslationMemory
from translate.row import Cell, Row, Segment, Target

EN, VI = Target.EN, Target.VI
BOTH = (EN, VI)
# What a person may paste and a program may stumble over.
AWKWARD = st.text(
    st.sampled_from("a越=+-@'\"<>&;|\\/\x00\x07\x1b\x7f\x85\x9b\u00a0\u0338\u200d\u2028\u202e\u2066😀👩\ufffd\ufffe\uffff\t\n\r 。1e\u0301")
    | st.characters(codec="utf-8"),
    max_size=40,
)  # fmt: skip
VISIBLE = AWKWARD.map(lambda text: f"{text}x")
CHINESE = AWKWARD.map(lambda text: f"{text}中")


def row(number: int, zh: str, en: Cell | str, vi: Cell | str, kind: Kind = Kind.BODY) -> Row:
    """A row; a text alone is a draft."""
    cells = {
        target: cell if isinstance(cell, Cell) else Cell(cell, "transfer")
        for target, cell in zip(BOTH, (en, vi), strict=True)
    }
    return Row(Segment(number, number, kind, zh, number, 0, len(zh)), (), cells)


ROWS = (
    row(0, "大米出口增长", "Rice exports grow", "Xuất khẩu gạo tăng", Kind.TITLE),
    row(1, "双方同意加强合作。", Cell("The sides agree.", "transfer", flags=("length",)), "Hai bên đồng ý."),
    row(
        2,
        "今年出口630万吨。",
        Cell("Exports: 6.3 million tonnes.", "person", state="edited"),
        "6,3 triệu tấn.",
    ),
    row(3, "完。", "The end.", Cell("Hết.", "transfer", state="reviewed")),
)


def exported(
    kind: str, rows: Sequence[Row] = ROWS, targets: tuple[Target, ...] = BOTH, layout: Layout | None = None
) -> bytes:
    """What is written of rows."""
    article = Article("one.txt", "大米出口增长", "", (), date="2026-01-02")
    content = FORMATS[kind].render(Translated(article, rows, targets, layout))
    return content.encode("utf-8") if isinstance(content, str) else content


@contextmanager
def memory(home: Path) -> Iterator[TranslationMemory]:
    """The translation memory of a home, closed in the end."""
    places = Places.find({"SANYU_HOME": str(home)})
    opened = TranslationMemory(places.memory, print, places.backups)
    try:
        yield opened
    finally:
        opened.close()


def take(returned: Returned, into: TranslationMemory, **options: object) -> Plan:
    """Takes edits into a memory."""
    plan = plan_for(returned, into, **options)  # type: ignore[arg-type]
    apply(plan, into)
    return plan


def told(unit: Unit) -> tuple[object, ...]:
    """All of a unit that another memory must have as well."""
    return (
        unit.address, unit.source, unit.text, unit.state, unit.who, unit.previous, unit.following,
        unit.abstract, unit.slots, unit.saved,
    )  # fmt: skip
