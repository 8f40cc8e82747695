"""The registry of formats, spreadsheets, and Markdown's layouts."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cli_help import CHINESE, sanyu
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.cli.batch.spool import Spool
from reader.cli.batch.task import Share
from reader.export.formats import FORMATS, format_of
from reader.export.formulas import guarded, unguarded
from reader.export.translated import Layout, Translated
from seeds.article import Article, Kind
from translate.row import Cell, Row, Segment, Target

BOTH = tuple(Target)


def row(index: int, paragraph: int, kind: Kind, zh: str, en: str, vi: str, *flags: str) -> Row:
    cells = {Target.EN: Cell(en, "transfer", flags=flags), Target.VI: Cell(vi, "argos")}
    return Row(Segment(index, paragraph, kind, zh, paragraph, 0, len(zh)), (), cells)


ROWS = (
    row(0, 0, Kind.TITLE, "河内的大米", "Rice in Hanoi", "Gạo ở Hà Nội"),
    row(1, 1, Kind.BODY, "=一|二。", "=One|two.", "+Một|hai.", "number"),
    row(2, 1, Kind.BODY, "三。", "Three.", "Ba."),
    row(3, 2, Kind.HEADING, "市场", "Markets", "Chợ"),
    row(4, 3, Kind.CAPTION, "四。", "Four.", "Bốn."),
    row(5, 4, Kind.RELATED_TITLE, "别的", "Other", "Khác"),
)
ARTICLE = Article("-a.txt", "河内的大米", "", ())


def rendered(name: str, layout: Layout | None = None, targets: tuple[Target, ...] = BOTH) -> str:
    content = FORMATS[name].render(Translated(ARTICLE, ROWS, targets, layout))
    assert isinstance(content, str)
    return content


def test_a_book_is_written_bit_by_bit_and_the_same() -> None:
    spool = Spool()
    spool.append(list(ROWS[:4]))
    spool.append(list(ROWS[4:]))
    flowing = [format for format in FORMATS.values() if format.pieces is not None]
    assert {format.name for format in flowing} >= {"md", "txt", "csv", "jsonl"}
    for format in flowing:
        for layout in (None, *format.layouts):
            content = Share(format.name, BOTH).render(ARTICLE, spool, layout)
            assert not isinstance(content, str | bytes)
            pieces = list(content)
            assert len(pieces) > 3 and "".join(pieces) == rendered(format.name, layout)


def test_every_format_keeps_what_it_says() -> None:
    for name, format in FORMATS.items():
        assert format.name == name and format_of(format.suffix) is format
        article = (
            replace(ARTICLE, source="1\n00:00:01,000 --> 00:00:02,000\n一\n") if name == "srt" else ARTICLE
        )
        for layout in (None, *format.layouts):
            targets = BOTH[:1] if format.parts_targets(layout) else BOTH
            content = format.render(Translated(article, ROWS, targets, layout))
            assert isinstance(content, str if format.is_text else bytes)
            assert content == format.render(Translated(article, ROWS, targets, layout))
        own = BOTH[:1] if format.per_target else BOTH
        assert not format.layouts or content != format.render(Translated(article, ROWS, own))


def test_no_format_loads_the_terminal_reader(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom seeds.article import Article\nfrom reader.export.formats import FORMATS\n"
        "from reader.export.translated import Translated\n"
        "for f in FORMATS.values(): f.render(Translated(Article('a', 'a', '', ()), (), ()))\n"
        "assert not {'textual', 'rich'} & {*sys.modules}"
    )
    root = Path(__file__).parent.parent
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=root
    )
    assert result.returncode == 0, result.stderr


def test_a_spreadsheet_has_a_line_a_segment_and_no_formula() -> None:
    text = rendered("csv")
    assert text.startswith("\ufeffarticle,") and text.count("\r\n") == len(ROWS) + 1
    head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert head == [
        "article",
        "segment",
        "paragraph",
        "kind",
        "zh",
        "en",
        "vi",
        "engine_en",
        "engine_vi",
        "flags",
        "state_en",
        "state_vi",
        "id",
    ]
    assert lines[1][:-1] == [
        "'-a.txt", "1", "1", "body", "'=一|二。", "'=One|two.", "'+Một|hai.", "transfer", "argos", "number:en",
        "draft", "draft",
    ]  # fmt: skip
    assert [unguarded(cell) for cell in lines[1][4:7]] == ["=一|二。", "=One|two.", "+Một|hai."]
    only = list(csv.reader(io.StringIO(rendered("csv", targets=(Target.VI,)), newline="")))[2]
    assert only[5:-1] == ["", "'+Một|hai.", "", "argos", "", "", "draft"]


@given(st.text(st.sampled_from("'=+-@\t\r\n＝a越 "), max_size=6) | st.text())
def test_a_guarded_cell_comes_back_as_it_was_and_is_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in {*"=+-@\t\r\n＝＋－＠"} - {""}


def test_markdown_sets_sentences_side_by_side() -> None:
    html = MarkdownIt("commonmark").enable("table").render(rendered("md", Layout.TABLE))
    assert html.count("<table>") == 2 and html.count("<h1>") == html.count("<h2>") == html.count("<h3>") == 1
    assert "<td>=一|二。</td>\n<td>=One|two. ⚑ number</td>\n<td>+Một|hai.</td>" in html
    assert "<td><em>四。</em></td>" in html and html.index("<hr") > html.index("四。")
    only = MarkdownIt("commonmark").enable("table").render(rendered("md", Layout.TABLE, (Target.VI,)))
    assert "One" not in only and "⚑" not in only and "+Một|hai." in only


def test_markdown_sets_sentences_one_below_the_other() -> None:
    text = rendered("md", Layout.INTERLEAVED)
    assert text.index("=One") < text.index("三。") < text.index("Three.")
    reading = rendered("md")
    assert reading == rendered("md", Layout.READING)
    assert reading.index("三。") < reading.index("=One")


@pytest.mark.usefixtures("one_workshop")
def test_the_layout_is_chosen_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(CHINESE)
    result = sanyu("translate", "one.txt", "-o", "-", "--layout", "table", "--to", "vi")
    assert result.code == 0 and result.out.count("\n| ") == 4 and "| 中文 | Tiếng Việt |" in result.out
    assert sanyu("translate", "one.txt", "--format", "md,csv", "--layout", "table", "-q").code == 0
    assert (tmp_path / "translated" / "one.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for arguments in (
        ["--format", "csv", "--layout", "table"],
        ["--layout", "sideways"],
        ["--format", "epub", "-o", "-"],
        ["--format", "epub", "-o", "one.html"],
    ):
        result = sanyu("translate", "one.txt", *arguments)
        assert result.code == 2 and result.err and not result.out


@pytest.mark.usefixtures("one_workshop")
@pytest.mark.parametrize("suffix", [format.suffix for format in FORMATS.values()])
def test_a_second_run_touches_no_file(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "one.srt" if suffix == ".srt" else "one.txt"
    (tmp_path / name).write_text(
        f"1\n00:00:01,000 --> 00:00:02,000\n{CHINESE}" if suffix == ".srt" else CHINESE
    )
    path = tmp_path / f"out{suffix}"
    runs = 3 if suffix == ".jsonl" else 2  # JSON Lines tell what was remembered, and so differ once
    stamps = []
    for _ in range(runs):
        assert sanyu("translate", name, "-o", path.name, "-q", "--to", "en").code == 0
        stamps.append(path.stat().st_mtime_ns)
    assert stamps[-1] == stamps[-2]
