"""What LibreOffice makes of our files, and what comes back from it."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from cli_help import sanyu
from docx import Document
from edits_help import EN, ROWS, exported, memory, row

from translate.memory.passage import Passage
from translate.row import Cell

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
# Commas and UTF-8, as its dialogue offers where a file begins with a byte order mark.
READ_CSV, WRITE_CSV = "--infilter=CSV:44,34,76,1", "csv:Text - txt - csv (StarCalc):44,34,76,1"
AWKWARD = (
    "=1+1 & more", "+84 24 3825", "-5%", "@user", "'quoted'", 'He said "yes", then', "a;b",
    "a\u00a0b", "e\u0301 😀", "tab\there", "  two  spaces  ", "50%", "<b>bold</b>", "{curly} [square]",
    "a\u200bzero", "Ho\u0300a bi\u0300nh", "…—“”", "\\n",
)  # fmt: skip
REVIEWED = Cell("Both sides agree.", "transfer", state="reviewed")
LINES = (
    *ROWS,
    row(4, "双方同意。", REVIEWED, "Hai bên đồng ý."),
    *(row(n, f"{text}，第{n}句。", text, f"{text} vi") for n, text in enumerate(AWKWARD, 5)),
)
CHANGES = {2: "Both parties agree.", 8: "=SUM(A1) is no formula", 12: "Đây là “một” câu, có dấu"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice made of a document and a sheet."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(exported("docx", LINES))
    (folder / "a.csv").write_bytes(exported("csv", LINES))
    convert(folder, "odt", folder / "a.docx")
    convert(folder, "docx:MS Word 2007 XML", folder / "a.odt", into="back")
    convert(folder, "xlsx", folder / "a.csv", READ_CSV)
    return folder


def convert(folder: Path, kind: str, path: Path, *options: str, into: str = "") -> None:
    """Has LibreOffice save a file as another kind."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [OFFICE, profile, "--headless", *options, "--convert-to", kind, "--outdir", str(folder / into)]
    done = subprocess.run([*words, str(path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "convert" in done.stdout, done.stderr


def imported(path: Path) -> dict[str, object]:
    """What ``sanyu import-edits`` made of a file."""
    result = sanyu("import-edits", path, "--json")
    (report,) = json.loads(result.out)["files"]
    assert isinstance(report, dict) and not report["faults"], report
    return report


def own(home: Path) -> dict[int, tuple[str | None, str]]:
    """A person's work by row."""
    numbers = {line.segment.text: line.segment.index for line in LINES}
    with memory(home) as kept:
        return {numbers[unit.source]: (unit.text, unit.state) for unit in kept.units()}


EXPECTED = {number - 1: (text, "edited") for number, text in CHANGES.items()}


def test_a_word_table_comes_back_from_writer(office: Path, home: Path, tmp_path: Path) -> None:
    untouched = imported(office / "back" / "a.docx")
    assert (untouched["taken"], untouched["unchanged"]) == (0, 2 * len(LINES))
    document = Document(str(office / "back" / "a.docx"))
    table = document.tables[0]
    for number, text in CHANGES.items():
        table.cell(number, 2).paragraphs[0].runs[0].text = text
    with memory(home) as kept:
        kept.review(Passage.of(LINES[4], [r.segment.text for r in LINES]), EN, REVIEWED.text, "transfer")
    assert "✓" in table.cell(5, 4).text
    for paragraph in table.cell(5, 4).paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("✓", "")
    document.save(str(tmp_path / "edited.docx"))
    report = imported(tmp_path / "edited.docx")
    assert (report["edited"], report["withdrawn"]) == (len(CHANGES), 1)
    assert own(home) == EXPECTED


def test_a_sheet_comes_back_from_calc(office: Path, home: Path, tmp_path: Path) -> None:
    untouched = imported(office / "a.xlsx")
    assert (untouched["taken"], untouched["unchanged"]) == (0, 2 * len(LINES))
    book = openpyxl.load_workbook(office / "a.xlsx")
    columns = [cell.value for cell in book.active[1]]
    for number, text in CHANGES.items():
        # As typed: an apostrophe before it makes a text of what would be a formula.
        cell = book.active.cell(number + 1, columns.index("en") + 1)
        cell.value, cell.data_type = text, "s"
    book.save(tmp_path / "edited.xlsx")
    assert imported(tmp_path / "edited.xlsx")["edited"] == len(CHANGES)
    assert own(home) == EXPECTED
    convert(office, WRITE_CSV, tmp_path / "edited.xlsx", into="sheets")
    again = imported(office / "sheets" / "edited.csv")
    assert (again["taken"], again["known"]) == (0, len(CHANGES)), own(home)
    lines = list(csv.reader(io.StringIO((office / "sheets" / "edited.csv").read_text("utf-8"))))
    assert len(lines) == 1 + len(LINES)
