"""Steps to the next word, term or flag: quick where there is nothing to step to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tui_desk import keys, said
from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, linked, rice

from reader.tui.align import next_word
from reader.tui.app import ReaderApp
from reader.tui.grid import Grid
from reader.tui.hit import next_term
from reader.tui.sheet import Sheet
from reader.tui.waymarks import Waymarks, following
from translate.row import Row, Target

FULL = linked(FARMERS_ZH, FARMERS, 0, vi="name")
KINDS = (
    FULL,
    Row(FULL.segment),  # not translated yet
    replace(FULL, cells={}),  # its terms are known
    replace(FULL, entities=(), cells={t: replace(c, alignment=(), flags=()) for t, c in FULL.cells.items()}),
    linked(FARMERS_ZH, {Target.EN: FARMERS[Target.EN]}, 0),
)


def book(kinds) -> list[Row]:
    rows = [KINDS[kind] for kind in kinds]
    return [replace(row, segment=replace(row.segment, index=at)) for at, row in enumerate(rows)]


@given(st.lists(st.integers(0, len(KINDS) - 1), min_size=1, max_size=12), st.data())
def test_marks_hide_nothing_that_a_look_at_every_row_would_find(kinds, data):
    rows = book(kinds)
    marks = Waymarks(rows)
    row, step = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.sampled_from([1, -1]))
    assert next_word(rows, row, None, step, marks.words) == next_word(rows, row, None, step)
    assert next_term(rows, row, None, step, marks.terms) == next_term(rows, row, None, step)
    assert next_term(rows, row, 0, step, marks.terms) == next_term(rows, row, 0, step)


def test_a_step_looks_at_no_row_without_words():
    class Counted(list):
        seen = 0

        def __getitem__(self, at):
            self.seen += 1
            return super().__getitem__(at)

    rows = Counted(book([0, *[1] * 5000, 0]))
    marks = Waymarks(rows)
    last = (len(rows[0].segment.text) - 1, len(rows[0].segment.text))
    assert next_word(rows, 0, last, 1, marks.words) == (5001, (0, 2))
    assert rows.seen < 10


def test_marks_follow_what_comes_in():
    rows = book([1, 1, 1])
    sheet = Sheet(rows)
    assert following(sheet.marks.flags, 0, 1, 3) is None
    sheet.update([replace(FULL, segment=rows[2].segment)])
    assert following(sheet.marks.flags, 0, 1, 3) == 2 == following(sheet.marks.terms, 2, -1, 3)
    sheet.update([rows[2]])
    assert following(sheet.marks.words, 0, 1, 3) is None


async def test_flags_forwards_and_back():
    rows = book([4, 0, 4, 0, 4])
    app = ReaderApp(pipeline_factory=lambda: ReadyPipeline(rows), library=MemoryLibrary({}), article=rice())
    async with app.run_test(size=(120, 40)) as pilot:
        grid = app.screen.query_one(Grid)
        seen = []
        for key in "]]][[":
            await keys(pilot, "right_square_bracket" if key == "]" else "left_square_bracket")
            seen.append((grid.current, said(app).startswith("⚑")))
        assert seen == [(1, True), (3, True), (3, False), (1, True), (1, False)]
