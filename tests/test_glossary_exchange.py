"""Glossaries come and go in four formats, and bad rows are named."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_help import sanyu
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from recognition import grows_linearly

from seeds.decode import normalise
from translate.row import EntityType
from translate.terms.exchange.formats import READABLE, WRITERS, read
from translate.terms.exchange.quicktranslator import write_quicktranslator
from translate.terms.exchange.spreadsheet import write_csv
from translate.terms.exchange.tbx import read_tbx
from translate.terms.glossary_file import GlossaryFile
from translate.terms.glossary_rows import Fault, Numbered
from translate.terms.own_glossary import take_in
from translate.terms.termentry import TermEntry

HEADER = "zh\ten\tvi\ttype\tstatus\tnote\tsource\n"
KINDS = [kind for kind in EntityType if kind not in (EntityType.NUMBER, EntityType.DATE)]
LETTERS = "abcXYZéñ '\"=+-@<>&;,:/#.()0123"
cells = st.text(LETTERS, min_size=1, max_size=12).map(lambda s: " ".join(s.split())).filter(bool)
vietnamese = st.text(LETTERS + "ăđơưảầễ", max_size=12).map(lambda s: " ".join(f"ệ{s}".split()))
entries = st.builds(
    TermEntry,
    st.text("越南外长东海河内·ABC", min_size=1, max_size=8).map(lambda s: f"甲{s}"),
    st.lists(cells, min_size=1, max_size=3).map(tuple),
    st.lists(vietnamese, min_size=1, max_size=3).map(tuple),
    st.sampled_from(KINDS),
    st.sampled_from(["user", "mined"]),
    cells | st.just(""),
    cells | st.just(""),
)
glossaries = st.lists(entries, max_size=6, unique_by=lambda entry: entry.zh)


def rows_of(text: str, form: str, kind: str = "") -> tuple[list[TermEntry], list[tuple[int, str]]]:
    rows = list(read(normalise(text), form, kind, lambda zh: None))
    good = [row.entry for row in rows if isinstance(row, Numbered)]
    return good, [(row.line, row.reason) for row in rows if isinstance(row, Fault)]


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=60, deadline=None)
@given(glossary=glossaries)
def test_what_is_exported_is_imported_again(form: str, glossary: list[TermEntry]) -> None:
    if form == "tbx" and not glossary:
        return
    assert rows_of("".join(WRITERS[form](glossary)), form) == (glossary, [])


@settings(max_examples=60, deadline=None)
@given(glossary=glossaries)
def test_quicktranslator_gives_the_vietnamese_again(glossary: list[TermEntry]) -> None:
    known = {entry.zh: entry for entry in glossary}
    text = "".join(write_quicktranslator(glossary))
    rows = list(read(text, "quicktranslator", "term", known.get))
    assert [row.entry.zh for row in rows if isinstance(row, Numbered)] == [entry.zh for entry in glossary]
    for row, entry in zip(rows, glossary, strict=True):
        assert isinstance(row, Numbered) and (row.entry.en, row.entry.type) == (entry.en, entry.type)
        assert list(row.entry.vi) == [" ".join(form.replace("/", " ").split()) for form in entry.vi]


@given(glossary=glossaries)
def test_no_cell_of_a_csv_file_is_a_formula(glossary: list[TermEntry]) -> None:
    for cells_ in csv.reader(io.StringIO("".join(write_csv(glossary)))):
        assert not [cell for cell in cells_ if cell[:1] in tuple("=+-@")]


@settings(max_examples=40)
@given(glossary=glossaries)
def test_the_file_gives_back_what_was_put_in(glossary: list[TermEntry]) -> None:
    file = GlossaryFile()
    for entry in glossary:
        file.put(entry.zh, entry)
    again = GlossaryFile(b"".join(file.chunks()))
    assert list(again) == list(file) == glossary and not again.faults


BAD = [
    ("河内\tHanoi", "too few columns"),
    ("河内\tHanoi\tHà Nội\tplace\t\t\t\tmore\tyet", "too many columns"),
    ("甲城\t\tHà Nội\tplace", "en is empty"),
    ("乙城\tcity B\t|\tplace", "vi is empty"),
    ("\tcity\tthành phố\tplace", "zh is empty"),
    ("Hanoi\tHanoi\tHà Nội\tplace", "no Chinese character"),
    ("丙城\tcity C\tthành phố C\ttown", "type 'town'"),
    ("丙城\tcity C\tthành phố C\tplace\tgold", "status 'gold'"),
    ("丁城\tHải Phòng\tHai Phong\tplace", "swapped"),
    ("戊城\t戊城\tthành phố\tplace", "en has Chinese"),
    ("好城\tcity\tthành phố\tplace", "a duplicate"),
    ("好詞\tcity\tthành phố\tplace", "a duplicate"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_bad_rows_are_named_and_the_others_taken(
    encoding: str, form: str, tmp_path: Path, home: Path
) -> None:
    lines = [
        "zh\ten\tvi\ttype\tstatus\tnote\tsource",
        "好城\tgood city\tthành phố tốt\tplace",
        "# 甲\t\t",
        "好词\tgood\ttốt\tterm",
    ]
    lines += [line for line, _ in BAD] + ["己城\tcity F\tthành phố F\tplace"]
    if form == "csv":
        lines = [
            ",".join(f'"{cell}"' for cell in line.split("\t")) for line in lines if not line.startswith("#")
        ]
        lines.insert(2, "")
    file = tmp_path / f"bad.{form}"
    file.write_bytes("\r\n".join(lines).encode(encoding))
    result = sanyu("glossary", "import", file)
    assert result.code == 1 and "3 added" in result.err and f"{len(BAD)} rows left out" in result.err
    told = result.err.splitlines()[: len(BAD)]
    for number, (line, (_, reason)) in enumerate(zip(told, BAD, strict=True), 5):
        assert line.startswith(f"sanyu: {file}:{number}: ") and reason in line, line
    report = json.loads(sanyu("glossary", "import", file, "--json").out)
    assert (report["added"], report["unchanged"], report["left_out"]) == (0, 3, len(BAD))
    assert [fault["line"] for fault in report["faults"]] == list(range(5, 5 + len(BAD)))
    own = home / "data" / "glossary.tsv"
    assert [line.split("\t")[0] for line in own.read_text().splitlines()[1:]] == ["好城", "好词", "己城"]
    assert sanyu("glossary", "undo").code == 0 and not own.exists()


def test_a_big5_file(tmp_path: Path) -> None:
    file = tmp_path / "big5.tsv"
    rows = "".join(f"國會{c}\tassembly\tquoc hoi\tterm\n" for c in "甲乙丙丁戊己庚辛壬癸")
    file.write_bytes(f"zh\ten\tvi\ttype\n{rows}".encode("big5"))
    assert "10 added" in sanyu("glossary", "import", file).err


def test_a_file_that_is_none(tmp_path: Path) -> None:
    for name, data, words in (
        ("a.tsv", None, "no such file"),
        ("a.csv", b"", "no text"),
        ("a.tbx", b"%PDF-1.4", "not text"),
    ):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        result = sanyu("glossary", "import", tmp_path / name)
        assert result.code == 1 and words in result.err and result.err.count("\n") == 1
    assert sanyu("glossary", "import", tmp_path / "a.xyz").code == 2
    assert "--type" in sanyu("glossary", "import", tmp_path / "a.txt").err
    assert sanyu("glossary", "export", tmp_path / "a.xyz").code == 2
    (tmp_path / "b.tsv").write_text("zh\ten\tnote\n河内\tHanoi\tx\n")
    assert "lacks vi, type" in sanyu("glossary", "import", tmp_path / "b.tsv").err


def test_columns_in_any_order_and_a_type_for_all() -> None:
    assert rows_of("vi\ten\tzh\ná\ta\t甲词\n", "tsv", "term")[0] == [
        TermEntry("甲词", ("a",), ("á",), EntityType.TERM, "user")
    ]
    good, faults = rows_of("甲词\ta\tá\tterm\n", "tsv")
    assert len(good) == 1 and not faults
    good, faults = rows_of("zh;en;vi;type\n甲词;a, b;á;term\n", "csv")
    assert good[0].en == ("a, b",) and not faults


def test_a_quote_that_never_closes_swallows_no_other_row() -> None:
    rows = [f"词{chr(0x4E00 + n)},a,á,term" for n in range(100)]
    rows[10] = '坏词,"a,á,term'
    rows[50] = '"多\n行词","a\nb",á,term'
    good, faults = rows_of("\n".join(["zh,en,vi,type", *rows]) + "\n", "csv")
    assert len(good) == 99 and faults == [(12, "a quotation mark is opened and not closed")]
    assert "多 行词" in {entry.zh for entry in good}


def test_english_that_is_not_given_is_found_or_guessed(tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("甲乙丙=Đặng Ất Bính/ông Bính\n河内=Hà Nội\n坏行\n=x\n词词=\n", encoding="utf-16")
    result = sanyu("glossary", "import", file, "--type", "person", "--json")
    report = json.loads(result.out)
    assert (
        result.code == 1
        and report["added"] == 2
        and [fault["line"] for fault in report["faults"]] == [3, 4, 5]
    )
    assert [(remark["line"], remark["remark"][:10]) for remark in report["remarks"]] == [(1, "en guessed")]
    (found,) = json.loads(sanyu("glossary", "lookup", "甲乙丙", "--json").out)
    assert (found["en"], found["vi"]) == (["Dang At Binh"], ["Đặng Ất Bính", "ông Bính"])
    (found, *_) = json.loads(sanyu("glossary", "lookup", "河内", "--json").out)
    assert found["en"][0] == "Hanoi" and found["type"] == "place" and found["status"] == "user"
    good, faults = rows_of("甲乙丙=thử\n", "quicktranslator", "term")
    assert not good and "no English" in faults[0][1]


def tbx(body: str, head: str = '<?xml version="1.0" encoding="UTF-16"?>\n') -> str:
    return f"{head}<martif type='TBX'><text><body>{body}</body></text></martif>"


CONCEPT = (
    "<termEntry>\n<descrip type='subjectField'>place</descrip>"
    + "".join(
        f"<langSet xml:lang='{code}'><tig><term>{form}</term></tig></langSet>"
        for code, form in (
            ("zh-CN", "甲<hi>城</hi>"),
            ("en-GB", "City A"),
            ("vi", "Thành phố A"),
            ("fr", "Ville"),
        )
    )
    + "</termEntry>\n"
)


def test_tbx_of_the_older_edition_is_read() -> None:
    good, faults = rows_of(tbx(CONCEPT), "tbx")
    assert good == [TermEntry("甲城", ("City A",), ("Thành phố A",), EntityType.PLACE, "user")] and not faults
    _, faults = rows_of(tbx(CONCEPT + "\n<termEntry/>"), "tbx")
    assert faults == [(5, "zh is empty")]
    good, faults = rows_of(tbx(CONCEPT + "</oops>"), "tbx")
    assert len(good) == 1 and "well-formed" in faults[0][1]
    assert "not a TBX file" in rows_of("<html>词</html>", "tbx")[1][0][1]


def test_tbx_opens_nothing_and_unfolds_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("城")
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    for dtd in (
        f'<!DOCTYPE martif [<!ENTITY x SYSTEM "{secret.as_uri()}">]>',
        f'<!DOCTYPE martif [<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;]>',
        f'<!DOCTYPE martif [<!ENTITY e0 "城">{levels}<!ENTITY x "&e11;">]>',
        f'<!DOCTYPE martif [<!entity x "{"城" * 10}">]>',
    ):
        # Unfolded, it would fill the memory.
        rows = list(read_tbx(tbx(CONCEPT.replace("城", "&x;"), dtd)))
        assert len(rows) == 1 and isinstance(rows[0], Fault)
    # A DTD outside is not asked for.
    external = tbx(CONCEPT, f'<!DOCTYPE martif SYSTEM "{(tmp_path / "none.dtd").as_uri()}">')
    assert len(rows_of(external, "tbx")[0]) == 1
    deep = rows_of(tbx("<a>" * 5000 + "</a>" * 5000), "tbx")
    assert not deep[0] and len(deep[1]) == 1


@given(glossary=glossaries)
def test_tbx_has_each_category_at_its_level(glossary: list[TermEntry]) -> None:
    root = etree.fromstring("".join(WRITERS["tbx"](glossary)).encode())
    names = [[etree.QName(part).localname for part in element] for element in root.iter()]
    assert names[0] == ["tbxHeader", "text"] and (root.get("style"), root.get("type")) == ("dca", "TBX-Basic")
    for concept in root.iter("{*}conceptEntry"):
        inside = [etree.QName(part).localname for part in concept]
        assert inside[-3:] == ["langSec"] * 3 and {*inside[:-3]} <= {"descrip", "admin", "note"}
    for part in root.iter("{*}admin", "{*}descrip", "{*}langSec"):
        above = etree.QName(part.getparent()).localname
        kind = part.get("type")
        assert above == ("termSec" if kind == "projectSubset" else "conceptEntry")
        assert kind or [etree.QName(term).localname for term in part] == ["termSec"] * len(part) != []


def test_everything_is_exported_and_the_seed_comes_back_as_nothing_new(tmp_path: Path, home: Path) -> None:
    sanyu("glossary", "add", "甲词", "--en", "a", "--vi", "á", "--type", "term")
    for form in ("tsv", "csv", "tbx"):
        file = tmp_path / f"all.{form}"
        assert sanyu("glossary", "export", file, "--all").code == 0
        report = json.loads(sanyu("glossary", "import", file, "--json").out)
        assert (report["added"], report["changed"], report["left_out"]) == (0, 0, 0), form
        assert report["unchanged"] > 4000
    assert sanyu("glossary", "export", "-").out == (home / "data" / "glossary.tsv").read_text()
    assert sanyu("glossary", "export", "-", "--format", "csv").out.splitlines()[1] == "甲词,a,á,term,user,,"
    assert sanyu("glossary", "import", "-", "--format", "tsv", stdin="乙词\tb\tbờ\tterm\n").code == 0
    assert sanyu("glossary", "export", tmp_path / "no" / "x.csv").code == 0
    assert (tmp_path / "no" / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfzh,")
    (tmp_path / "file").write_text("")
    result = sanyu("glossary", "export", tmp_path / "file" / "x.tsv")
    assert result.code == 1 and "file" in result.err.lower() and " -o" not in result.err


@pytest.mark.parametrize("form", READABLE)
def test_a_large_import_is_linear(form: str) -> None:
    def work(size: int) -> None:
        kind = EntityType.TERM
        glossary = [
            TermEntry(
                f"词{chr(0x3400 + n % 90)}{chr(0x3400 + n // 90)}", (f"term {n}",), (f"từ {n}",), kind, "user"
            )
            for n in range(size)
        ]
        known = {entry.zh: entry for entry in glossary}
        writer = write_quicktranslator if form == "quicktranslator" else WRITERS[form]
        text = "".join(writer(glossary))
        result = take_in(GlossaryFile(), read(text, form, "term", known.get), {})
        assert result.added == size and not result.faulty

    assert grows_linearly(work, 500)


def test_a_million_faults_are_counted_and_few_are_kept() -> None:
    result = take_in(GlossaryFile(), (Fault(n, "no") for n in range(100_000)), {})
    assert result.faulty == 100_000 and len(result.faults) == 1000
