"""``sanyu import-edits``: what comes back is taken once, and nothing newer is overwritten."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cli_help import sanyu
from docx import Document
from docx.oxml import parse_xml
from edits_help import AWKWARD, BOTH, EN, ROWS, VI, exported, memory, row, take
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.edits.edit import EditsError
from reader.edits.sheet import read_csv, read_xlsx
from reader.edits.word import approvals, read_word
from reader.export.formulas import guarded
from reader.export.mark import canonical
from seeds.errors import SourceError
from translate.memory.passage import Passage

TEXTS = [r.segment.text for r in ROWS]
SLOW = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def in_word(change: Callable[[object], None], data: bytes | None = None) -> bytes:
    """The exported document with its table changed."""
    document = Document(io.BytesIO(data or exported("docx")))
    change(document.tables[0])
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def in_csv(
    change: Callable[[list[dict[str, str]]], object], data: bytes | None = None, delimiter: str = ","
) -> bytes:
    """The exported spreadsheet with its rows changed."""
    lines = list(csv.DictReader(io.StringIO((data or exported("csv")).decode("utf-8-sig"), newline="")))
    names = list(lines[0])
    change(lines)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode()


def as_xlsx(data: bytes) -> bytes:
    """A CSV file as a spreadsheet program saves it."""
    book = openpyxl.Workbook()
    for line in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        book.active.append(
            [int(cell) if cell.isdigit() else re.sub(r"[\x00-\x08\x0b-\x1f]", "", cell) for cell in line]
        )  # type: ignore[union-attr]
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def edit_cell(line: int, column: int, text: str) -> Callable[[object], None]:
    def change(table: object) -> None:
        table.cell(line, column).text = text  # type: ignore[attr-defined]

    return change


def set_value(line: int, column: str, text: str) -> Callable[[list[dict[str, str]]], None]:
    def change(lines: list[dict[str, str]]) -> None:
        lines[line][column] = text

    return change


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["docx", "csv", "xlsx"])
def test_only_what_was_changed_is_taken_and_only_once(kind: str, folder: Path, home: Path) -> None:
    if kind == "docx":
        data = in_word(edit_cell(2, 2, "Both sides agree."))
    else:
        data = in_csv(set_value(1, "en", "Both sides agree."))
        data = as_xlsx(data) if kind == "xlsx" else data
    path = folder / f"edits.{kind}"
    path.write_bytes(data)
    tried = json.loads(sanyu("import-edits", path, "--dry-run", "--json").out)
    assert (
        tried["dry_run"]
        and tried["files"][0]["taken"] == 1
        and not (home / "data" / "memory.sqlite").exists()
    )
    result = sanyu("import-edits", path)
    assert result.code == 0 and "1 edit and 0 approvals taken, 7 unchanged" in result.err
    with memory(home) as kept:
        (unit,) = kept.units()
        assert (unit.source, unit.text, unit.state, unit.who) == (
            TEXTS[1],
            "Both sides agree.",
            "edited",
            "person",
        )
        assert kept.standing(Passage(TEXTS[1], TEXTS[0], TEXTS[2]), EN) == unit
    report = json.loads(sanyu("import-edits", path, "--json").out)["files"][0]
    assert (report["taken"], report["known"], report["unchanged"], report["aside"]) == (0, 1, 7, None)
    with memory(home) as kept:
        assert kept.counts().versions == 1


def test_a_mark_in_the_notes_approves(home: Path) -> None:
    def change(table: object) -> None:
        edit_cell(1, 4, "✓")(table)
        edit_cell(2, 4, "⚑ length:en  ok vi")(table)
        edit_cell(2, 3, "Hai bên nhất trí.")(table)

    with memory(home) as kept:
        take(read_word(in_word(change), "e.docx"), kept)
        assert {(u.source, u.target, u.text, u.state, u.who) for u in kept.units()} == {
            (TEXTS[0], "en", "Rice exports grow", "reviewed", "transfer"),
            (TEXTS[0], "vi", "Xuất khẩu gạo tăng", "reviewed", "transfer"),
            (TEXTS[1], "vi", "Hai bên nhất trí.", "reviewed", "person"),
        }


@pytest.mark.parametrize(
    ("note", "approved"),
    [("✓ en", {EN}), ("✓en ✓vi", {EN, VI}), ("OK", {EN, VI}), ("ok: vi", {VI}), ("", set()), ("not okay, book", set()), ("⚑ name:en", set())],
)  # fmt: skip
def test_what_a_note_approves(note: str, approved: set[object]) -> None:
    assert approvals(note) == approved


def test_a_state_in_the_spreadsheet_approves(home: Path) -> None:
    with memory(home) as kept:
        take(read_csv(in_csv(set_value(0, "state_en", "reviewed")), "e.csv"), kept)
        assert [(u.text, u.state, u.who) for u in kept.units()] == [
            ("Rice exports grow", "reviewed", "transfer")
        ]


def test_tracked_changes_count_as_accepted_and_are_told(folder: Path, home: Path) -> None:
    def change(table: object) -> None:
        paragraph = table.cell(2, 2).paragraphs[0]._p  # type: ignore[attr-defined]
        for run in paragraph.findall(".//{*}r"):
            paragraph.remove(run)
        for xml in (
            f"<w:del {W} {WHO}><w:r><w:delText>The sides</w:delText></w:r></w:del>",
            f"<w:ins {W} {WHO}><w:r><w:t>Both</w:t></w:r></w:ins>",
            f'<w:r {W}><w:t xml:space="preserve"> agree.</w:t></w:r>',
        ):
            paragraph.append(parse_xml(xml))
        line = table.rows[4]._tr  # type: ignore[attr-defined]
        line.get_or_add_trPr().append(parse_xml(f"<w:del {W} {WHO}/>"))

    (folder / "e.docx").write_bytes(in_word(change))
    result = sanyu("import-edits", "e.docx")
    assert result.code == 0 and "3 tracked" in result.err and "accepted" in result.err
    with memory(home) as kept:
        assert [unit.text for unit in kept.units()] == ["Both agree."]


def test_rows_sorted_deleted_or_of_several_articles_keep_their_places(home: Path) -> None:
    def change(lines: list[dict[str, str]]) -> None:
        lines[2]["en"] = "Exports reach 6.3 million tonnes."
        lines[0]["en"] = "Exports of rice grow"
        del lines[1]
        lines.reverse()

    with memory(home) as kept:
        plan = take(read_csv(in_csv(change, delimiter=";"), "e.csv"), kept)
        assert not plan.faults
        units = {unit.source: unit for unit in kept.units()}
        assert (units[TEXTS[0]].previous, units[TEXTS[0]].following) == ("", None)
        assert (units[TEXTS[2]].previous, units[TEXTS[2]].following) == (None, TEXTS[3])
        assert kept.standing(Passage(TEXTS[0], "", TEXTS[1]), EN) == units[TEXTS[0]]


def test_what_cannot_be_taken_is_named_and_kept_aside(folder: Path, home: Path) -> None:
    def change(lines: list[dict[str, str]]) -> None:
        lines[0].update(zh="别的中文", en="Something else")
        lines[1]["en"] = ""
        lines[2].update(id="s3-4.xxxx", en="=1+1", vi="Khác")
        lines[3]["en"] = "Fin."

    (folder / "e.csv").write_bytes(in_csv(change))
    result = sanyu("import-edits", "e.csv")
    assert result.code == 1 and "e.csv: row 2: its Chinese" in result.err and "4 kept aside" in result.err
    with memory(home) as kept:
        assert [unit.text for unit in kept.units()] == ["Fin."]
    aside = folder / "e.aside.csv"
    lines = list(csv.DictReader(io.StringIO(aside.read_text("utf-8-sig"), newline="")))
    assert [(line["place"], line["target"], line["text"]) for line in lines] == [
        ("2", "en", "Something else"), ("3", "en", ""), ("4", "en", "'=1+1"), ("4", "vi", "Khác"),
    ]  # fmt: skip
    assert all(line["reason"] and line["mend"] for line in lines)
    report = json.loads(sanyu("import-edits", "e.csv", "--json").out)["files"][0]
    assert report["aside"] == "e.aside.csv" and len(report["faults"]) == 4 and {*report["faults"][0]} == {
        "row", "target", "reason", "mend", "zh", "text", "in_memory",
    }  # fmt: skip
    assert aside.read_bytes() and not (folder / "e.aside-2.csv").exists()
    aside.write_text("mine")
    sanyu("import-edits", "e.csv")
    assert aside.read_text() == "mine" and (folder / "e.aside-2.csv").exists()


def test_a_dry_run_writes_nothing_and_still_says_what_is_wrong(folder: Path, home: Path) -> None:
    (folder / "e.csv").write_bytes(in_csv(set_value(0, "zh", "别的")) + b"")
    (folder / "f.csv").write_bytes(in_csv(lambda lines: lines[0].update(zh="别的", en="x")))
    assert sanyu("import-edits", "e.csv", "--dry-run").code == 0
    result = sanyu("import-edits", "f.csv", "--dry-run")
    assert result.code == 1 and "1 cannot be taken" in result.err
    assert {path.name for path in folder.iterdir()} == {"e.csv", "f.csv"} and not (home / "data").exists()


def test_what_was_edited_here_since_is_a_conflict(folder: Path, home: Path) -> None:
    (folder / "e.docx").write_bytes(in_word(edit_cell(2, 2, "From the reviewer.")))
    with memory(home) as kept:
        kept.edit(Passage(TEXTS[1], TEXTS[0], TEXTS[2]), EN, "From the reader.")
    result = sanyu("import-edits", "e.docx", "--json")
    (found,) = json.loads(result.out)["files"][0]["faults"]
    assert result.code == 1 and found["in_memory"] == "From the reader." and "since" in found["reason"]
    with memory(home) as kept:
        assert [unit.text for unit in kept.units()] == ["From the reader."]
    assert sanyu("import-edits", "e.docx", "--overwrite").code == 0
    with memory(home) as kept:
        (unit,) = kept.units()
        assert unit.text == "From the reviewer."
        history = kept.history(Passage(TEXTS[1], TEXTS[0], TEXTS[2]), EN)
        assert history[-1].replaced == "From the reader."


def test_an_edit_of_what_was_edited_before_is_none(home: Path) -> None:
    passage = Passage(TEXTS[2], TEXTS[1], TEXTS[3])
    with memory(home) as kept:
        kept.edit(passage, EN, "Exports: 6.3 million tonnes.")
        plan = take(
            read_word(in_word(edit_cell(3, 2, "Exports reached 6.3 million tonnes.")), "e.docx"), kept
        )
        assert len(plan.taken) == 1 and not plan.faults
        kept.revert(passage, EN)
        (fault,) = take(read_word(in_word(edit_cell(3, 2, "Again.")), "e.docx"), kept).faults
        assert "taken back" in fault.reason


def test_two_rows_that_disagree_are_not_both_taken(home: Path) -> None:
    def change(lines: list[dict[str, str]]) -> None:
        lines.append({**lines[1], "en": "Another."})
        lines[1]["en"] = "One."

    with memory(home) as kept:
        (fault,) = take(read_csv(in_csv(change), "e.csv"), kept).faults
        assert "row 3" in fault.reason and [unit.text for unit in kept.units()] == ["One."]


def test_segments_that_the_article_has_no_more_are_kept_aside(folder: Path, home: Path) -> None:
    (folder / "one.txt").write_text("大米出口增长\n\n新的一句。双方同意加强合作。\n")
    (folder / "e.csv").write_bytes(
        in_csv(lambda lines: (lines[1].update(en="Both sides agree."), lines[3].update(en="Fin.")))
    )
    result = sanyu("import-edits", "e.csv", "--article", "one.txt")
    assert result.code == 1 and "row 5: its sentence is not in the article any more" in result.err
    with memory(home) as kept:
        (unit,) = kept.units()
        assert (unit.previous, unit.following) == ("新的一句。", "")
    assert sanyu("import-edits", "e.csv", "--article", "gone.txt").code == 1


ANY = st.lists(st.tuples(AWKWARD.map(lambda t: t + "中"), AWKWARD.map(lambda t: t + "x"), AWKWARD.map(lambda t: t + "y")), min_size=1, max_size=3)  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx"])
@given(texts=ANY)
@SLOW
def test_what_nobody_touched_is_no_edit_and_what_was_comes_once(
    kind: str, texts: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    readers = {"csv": read_csv, "xlsx": lambda d, n: read_xlsx(as_xlsx(d), n), "docx": read_word}
    rows = [row(number, *three) for number, three in enumerate(texts)]
    untouched = exported("docx" if kind == "docx" else "csv", rows)
    with memory(tmp_path_factory.mktemp("home")) as kept:
        plan = take(readers[kind](untouched, f"e.{kind}"), kept)
        assert (plan.unchanged, plan.taken, plan.faults) == (2 * len(rows), [], [])
        wanted = guarded(f"-{len(texts)} of them")
        if kind == "docx":
            changed = in_word(edit_cell(1, 2, "-of them"), untouched)
            wanted = "-of them"
        else:
            changed = in_csv(set_value(0, "en", wanted), untouched)
            wanted = wanted[1:]
        for taken in (1, 0):
            assert len(take(readers[kind](changed, f"e.{kind}"), kept).taken) == taken
        (unit,) = kept.units()
        assert unit.text == wanted and canonical(unit.source) == canonical(texts[0][0])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("e.docx", b"nothing", "ZIP"),
        ("e.docx", None, "no table of sanyu"),
        ("e.csv", b"a,b\n1,2\n", "column zh and id and en or vi is missing"),
        ("e.csv", b"", "no text"),
        ("e.csv", b'zh,en,id\n"' + b"x" * 200_000 + b'",a,b\n', "no CSV file"),
        ("e.xlsx", b"PK\x03\x04", "ZIP"),
        ("e.tmx", b"<tmx/>", "no units"),
        ("e.xlf", b"<xliff>", "well-formed"),
        ("e.odt", b"x", "docx, .csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    name: str, data: bytes | None, said: str, folder: Path
) -> None:
    if data is None:
        written = io.BytesIO()
        Document().save(written)
        data = written.getvalue()
    (folder / name).write_bytes(data)
    result = sanyu("import-edits", name)
    assert result.code == 1 and said in result.err and result.err.count("\n") == 1
    assert result.err.startswith(f"sanyu: {name}: ")


def test_one_file_that_fails_leaves_the_others(folder: Path, home: Path) -> None:
    (folder / "good.csv").write_bytes(in_csv(set_value(1, "vi", "Hai bên nhất trí.")))
    result = sanyu("import-edits", "gone.docx", "good.csv", "--json")
    first, second = json.loads(result.out)["files"]
    assert result.code == 1 and "no such file" in first["error"] and second["taken"] == 1


def test_a_workbook_that_is_a_bomb_or_declares_entities_is_not_opened() -> None:
    def packed(content: bytes) -> bytes:
        data = as_xlsx(exported("csv"))
        written = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                new.writestr(name, content if name.endswith("sheet1.xml") else old.read(name))
        return written.getvalue()

    with pytest.raises(SourceError, match="far more"):
        read_xlsx(packed(b" " * (66 << 20)), "e.xlsx")
    with pytest.raises(EditsError, match="entities"):
        read_xlsx(packed(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "e.xlsx")
    with pytest.raises(EditsError, match="cannot be read"):
        read_xlsx(packed(b"<worksheet"), "e.xlsx")


def test_every_target_asked_for_has_its_marks() -> None:
    assert {edit.target for edit in read_csv(exported("csv", targets=(VI,)), "e.csv").edits} == {VI}
    assert {edit.target for edit in read_word(exported("docx", targets=BOTH), "e.docx").edits} == {EN, VI}


def test_wrong_usage_is_2() -> None:
    assert sanyu("import-edits").code == 2 and sanyu("import-edits", "--help").code == 0
