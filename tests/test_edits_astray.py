"""Edits whose rows, neighbours or approvals are not what was exported."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cli_help import sanyu
from docx import Document
from edits_help import BOTH, EN, ROWS, VI, exported, memory, row, take

from reader.edits.respelled import respelled
from reader.edits.sheet import read_csv, read_xlsx
from reader.edits.word import read_word
from reader.export.mark import Mark, marks_of
from translate.memory.passage import Passage

TEXTS = [r.segment.text for r in ROWS]
# The same article later: another sentence in the middle, as many as before.
LATER = (*ROWS[:2], row(2, "今年出口700万吨。", "Exports: 7 million tonnes.", "7 triệu tấn."), ROWS[3])
Lines = list[dict[str, str]]


def in_csv(change: Callable[[Lines], object], *datas: bytes) -> bytes:
    """The rows of exported sheets, one below the other, changed."""
    lines = [
        line
        for data in datas or (exported("csv"),)
        for line in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    ]
    change(lines)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(lines[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode()


def set_text(line: int, text: str, column: str = "en") -> Callable[[Lines], object]:
    return lambda lines: lines[line].update({column: text})


def rotate(lines: Lines) -> None:
    """A column sorted alone."""
    texts = [line["en"] for line in lines]
    for line, text in zip(lines, texts[1:] + texts[:1], strict=True):
        line["en"] = text


def insert_cell(lines: Lines) -> None:
    """A cell inserted, the others pushed down."""
    texts = [line["vi"] for line in lines]
    for line, text in zip(lines[1:], ["Thêm.", *texts[1:]], strict=False):
        line["vi"] = text


def test_a_mark_tells_what_stood_beside_its_row() -> None:
    marks = [mark for _, mark in marks_of(ROWS, BOTH)]
    assert [Mark.read(str(mark)) for mark in marks] == marks
    assert marks[0].is_between("", TEXTS[1]) and marks[3].is_between(TEXTS[2], "")
    assert marks[1].is_between(TEXTS[0] + " ", TEXTS[2])
    assert not marks[1].is_between("", TEXTS[2]) and not marks[1].is_between(TEXTS[0], "")
    old = Mark.of_row(ROWS[1], 4, BOTH)
    assert Mark.read(str(old)) == old and old.is_between("a", "b")


@pytest.mark.parametrize(
    ("change", "astray"),
    [(rotate, [1, 2, 3, 4]), (insert_cell, [3, 4])],
)
def test_texts_that_left_their_rows_are_kept_aside(
    change: Callable[[Lines], None], astray: list[int], home: Path
) -> None:
    with memory(home) as kept:
        plan = take(read_csv(in_csv(change), "x.csv"), kept)
        assert [fault.place - 1 for fault in plan.faults] == astray
        assert all("its text is that of row" in fault.reason for fault in plan.faults)
        # What is new is a text of its own.
        assert [taken.unit.text for taken in plan.taken] == (["Thêm."] if change is insert_cell else [])


def test_rows_that_were_sorted_whole_and_texts_that_were_copied_are_taken(home: Path) -> None:
    def sort(lines: Lines) -> None:
        lines[1]["en"] = lines[0]["en"]
        lines.reverse()
        del lines[0]

    with memory(home) as kept:
        plan = take(read_csv(in_csv(sort), "x.csv"), kept)
        assert not plan.faults
        (taken,) = plan.taken
        assert taken.unit.text == "Rice exports grow"
        assert (taken.unit.previous, taken.unit.following) == (TEXTS[0], TEXTS[2])


def test_a_sentence_between_others_than_at_the_export_is_kept_aside(home: Path) -> None:
    def mix(lines: Lines) -> None:
        # Half of each version of the article.
        lines[:] = [*lines[:2], lines[4 + 2], lines[4 + 3]]
        lines[1]["en"] = "The two sides agree."
        lines[3]["en"] = "That is all."

    with memory(home) as kept:
        plan = take(read_csv(in_csv(mix, exported("csv"), exported("csv", LATER)), "x.csv"), kept)
        assert [fault.place for fault in plan.faults] == [3]
        assert "beside it" in plan.faults[0].reason and "export the article again" in plan.faults[0].mend
        (taken,) = plan.taken
        assert (taken.unit.text, taken.unit.previous) == ("That is all.", LATER[2].segment.text)


def test_two_versions_in_one_file_each_find_their_own_neighbours(home: Path) -> None:
    def edit(lines: Lines) -> None:
        lines[1]["en"] = lines[5]["en"] = "The two sides agree."
        lines[7]["en"] = "That is all."

    with memory(home) as kept:
        plan = take(read_csv(in_csv(edit, exported("csv"), exported("csv", LATER)), "x.csv"), kept)
        assert not plan.faults
        following = {(taken.unit.source, taken.unit.following) for taken in plan.taken}
        assert following == {(TEXTS[1], TEXTS[2]), (TEXTS[1], LATER[2].segment.text), (TEXTS[3], "")}


def test_what_is_kept_aside_is_told_and_written(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_bytes(in_csv(rotate))
    result = sanyu("import-edits", "x.csv")
    assert result.code == 1 and "moved or sorted without their rows" in result.err
    assert "4 kept aside" in result.err and "Rice exports grow" in (tmp_path / "x.aside.csv").read_text()
    with memory(home) as kept:
        assert list(kept.units()) == []


def unapproved(kind: str, data: bytes) -> bytes:
    """The file without its approvals."""
    if kind == "csv":
        return in_csv(lambda lines: [line.update(state_en="", state_vi="draft") for line in lines], data)
    document = Document(io.BytesIO(data))
    for line in document.tables[0].rows[1:]:
        line.cells[4].text = line.cells[4].text.replace("✓", "")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


READERS = {"csv": read_csv, "docx": read_word}


@pytest.mark.parametrize("kind", READERS)
def test_an_approval_that_was_rubbed_out_is_taken_back(kind: str, home: Path, tmp_path: Path) -> None:
    passage = Passage.of(ROWS[3], TEXTS)
    other = Passage.of(ROWS[2], TEXTS)
    with memory(home) as kept:
        kept.review(passage, VI, "Hết.", "transfer")
        kept.review(other, EN, "Exports: 6.3 million tonnes.", "person")
    rows = list(ROWS)
    cells = dict(rows[2].cells)
    cells[EN] = type(cells[EN])("Exports: 6.3 million tonnes.", "person", state="reviewed")
    rows[2] = type(rows[2])(rows[2].segment, (), cells)
    data = exported(kind, rows)
    path = tmp_path / f"x.{kind}"
    path.write_bytes(data)
    report = json.loads(sanyu("import-edits", path, "--json").out)["files"][0]
    assert (report["taken"], report["withdrawn"]) == (0, 0)
    path.write_bytes(unapproved(kind, data))
    result = sanyu("import-edits", path)
    assert result.code == 0 and "2 approvals taken back" in result.err
    with memory(home) as kept:
        # The engine's draft stands again, the person's text stays.
        own = kept.standing(other, EN)
        assert kept.standing(passage, VI) is None
        assert own is not None and (own.text, own.state) == ("Exports: 6.3 million tonnes.", "edited")
        first, last = kept.history(passage, VI)
        assert (first.state, last.action, last.replaced) == ("reviewed", "import-edits", "Hết.")
        kept.revert(passage, VI, to=first.number)
        again = kept.standing(passage, VI)
        assert again is not None and (again.text, again.state) == ("Hết.", "reviewed")
        kept.revert(passage, VI)
    # It is known the second time.
    report = json.loads(sanyu("import-edits", path, "--json").out)["files"][0]
    assert (report["taken"], report["withdrawn"], report["known"]) == (0, 0, 2)


@pytest.mark.parametrize("kind", READERS)
def test_an_approval_of_another_text_is_not_taken_back(kind: str, home: Path) -> None:
    passage = Passage.of(ROWS[3], TEXTS)
    with memory(home) as kept:
        kept.review(passage, VI, "Hết chuyện.", "person")
        returned = READERS[kind](unapproved(kind, exported(kind)), "x")
        plan = take(returned, kept)
        assert not plan.taken and "approved here since" in plan.faults[0].reason
        assert plan.faults[0].here == "Hết chuyện."
        take(returned, kept, overwrite=True)
        unit = kept.standing(passage, VI)
        assert unit is not None and (unit.text, unit.state) == ("Hết.", "edited")


def test_a_sheet_without_the_column_of_states_says_nothing_of_approvals(home: Path) -> None:
    def drop(lines: Lines) -> None:
        for line in lines:
            del line["state_en"], line["state_vi"]

    with memory(home) as kept:
        kept.review(Passage.of(ROWS[3], TEXTS), VI, "Hết.", "transfer")
        plan = take(read_csv(in_csv(drop), "x.csv"), kept)
        assert not plan.taken and not plan.faults


def test_an_approval_is_taken_back_where_only_its_row_came_back(home: Path) -> None:
    passage = Passage.of(ROWS[3], TEXTS)
    with memory(home) as kept:
        kept.review(passage, VI, "Hết.", "transfer")
        data = in_csv(lambda lines: lines.__delitem__(slice(0, 3)), unapproved("csv", exported("csv")))
        take(read_csv(data, "x.csv"), kept)
        assert kept.standing(passage, VI) is None


@pytest.mark.parametrize(
    ("exported_as", "comes_back"),
    [
        ("007", "7"), ("1.50", "1.5"), ("1.50", "1,5"), ("50%", "0.5"), ("50%", "50.00%"), ("32,8%", "0.328"), ("12.5%", "0.125"),
        ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("2024-01-02", "2024-01-02 00:00:00"),
        ("2/1/2024", "2024-01-02 00:00:00"), ("02/01/2024", "2024-01-02"), ("2024年1月2日", "2024-01-02"),
        ("TRUE", "True"), ("12:30", "12:30:00"), ("9:05", "09:05:00"), ("Text", "Text"),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_respelled_nobody_edited(exported_as: str, comes_back: str) -> None:
    if comes_back == "1,5":
        # A comma here is not known to be a decimal one: it may be an edit.
        assert respelled(comes_back, exported_as.__eq__) == comes_back
    else:
        assert respelled(comes_back, exported_as.__eq__) == exported_as
        assert respelled(comes_back + "9", exported_as.__eq__) == comes_back + "9"


@pytest.mark.parametrize("text", ["", "NaN", "Infinity", "1e999", "9" * 40, "2024-13-45", "-0", "٣"])
def test_what_is_no_number_stays(text: str) -> None:
    assert respelled(text, "x".__eq__) == text


def test_a_number_in_a_workbook_is_no_edit(home: Path) -> None:
    rows = [row(0, "50%", "50%", "50 %"), row(1, "共007人。", "007", "1.50")]
    book = openpyxl.Workbook()
    for line in csv.reader(io.StringIO(exported("csv", rows).decode("utf-8-sig"), newline="")):
        book.active.append([{"50%": 0.5, "007": 7, "1.50": 1.5}.get(cell, cell) for cell in line])
    written = io.BytesIO()
    book.save(written)
    with memory(home) as kept:
        plan = take(read_xlsx(written.getvalue(), "x.xlsx"), kept)
        assert (len(plan.taken), len(plan.faults), plan.unchanged) == (0, 0, 4)
