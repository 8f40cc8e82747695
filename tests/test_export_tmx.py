"""TMX: what is written holds to the standard, and comes back as it was."""

from pathlib import Path

import cli_help
import pytest
from edits_help import AWKWARD, BOTH, CHINESE, EN, ROWS, VI, VISIBLE, exported, memory, row, take, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.edits.edit import EditsError
from reader.edits.tmx import read_tmx
from reader.export.harmless import UNSAFE
from reader.export.tmx import memory_tmx
from reader.export.translated import Layout
from seeds.errors import SourceError
from translate.memory.memory import unit_for
from translate.memory.passage import Passage
from translate.row import Cell, Row, Target

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD = '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="{0}" datatype="plaintext"/><body>'  # fmt: skip
SLOW = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def foreign(*units: tuple[tuple[str, str], ...], srclang: str = "zh-CN") -> bytes:
    """A file of another program: each unit some languages with texts."""
    body = "".join(
        "<tu>" + "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in unit) + "</tu>"
        for unit in units
    )
    return (HEAD.format(srclang) + body + "</body></tmx>").encode()


@pytest.mark.usefixtures("one_workshop")
def test_a_file_a_target_or_all_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(cli_help.CHINESE)
    assert cli_help.sanyu("translate", "one.txt", "-o", "out", "--format", "tmx,xliff,xliff2,docx").code == 0
    assert cli_help.written(tmp_path / "out") == {
        *(f"one.{target}.{suffix}" for target in BOTH for suffix in ("tmx", "xlf", "xliff")), "one.docx",
    }  # fmt: skip
    result = cli_help.sanyu(
        "translate", "one.txt", "-o", "all", "--format", "tmx,md", "--layout", "trilingual"
    )
    assert result.code == 0 and cli_help.written(tmp_path / "all") == {"one.tmx", "one.md"}
    units = etree.parse(tmp_path / "all" / "one.tmx").findall("body/tu")
    assert [len(unit.findall("tuv")) for unit in units] == [3] * 2
    assert cli_help.sanyu("translate", "one.txt", "-o", "vi.tmx", "--to", "vi").code == 0
    assert b'xml:lang="vi"' in (tmp_path / "vi.tmx").read_bytes()
    assert cli_help.sanyu("translate", "one.txt", "-o", "vi.tmx").code == 2
    result = cli_help.sanyu("translate", "one.txt", "-o", "-", "--to", "en", "--format", "tmx")
    assert result.out == (tmp_path / "out" / "one.en.tmx").read_text()
    before = sorted(tmp_path.rglob("*"))
    assert cli_help.sanyu("import-edits", *(tmp_path / "out").iterdir()).code == 0
    assert sorted(tmp_path.rglob("*")) == before


def children(element: etree._Element) -> list[str]:
    return [child.tag for child in element]


@pytest.mark.parametrize("targets", [(EN,), (VI,), BOTH])
def test_the_structure_is_that_of_the_standard(targets: tuple[Target, ...]) -> None:
    root = etree.fromstring(exported("tmx", targets=targets, layout=Layout.TRILINGUAL))
    assert (root.tag, root.get("version"), children(root)) == ("tmx", "1.4", ["header", "body"])
    assert {*root[0].attrib} == {
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
    }  # fmt: skip
    units = root.findall("body/tu")
    assert len(units) == len(ROWS) and len({unit.get("tuid") for unit in units}) == len(units)
    for unit in units:
        assert not any(character.isspace() for character in unit.get("tuid"))
        names = children(unit)
        variants = names.index("tuv")
        assert {*names[:variants]} <= {"note", "prop"} and {*names[variants:]} == {"tuv"}
        assert [v.get(LANG) for v in unit.iter("tuv")] == ["zh-CN", *(target.value for target in targets)]
        assert all(
            children(v)[-1] == "seg" and {*children(v)[:-1]} <= {"note", "prop"} for v in unit.iter("tuv")
        )


def test_states_and_flags_are_told_and_the_bytes_are_the_same_each_time() -> None:
    root = etree.fromstring(exported("tmx", targets=(EN,)))
    states = [prop.text for prop in root.iterfind(".//prop[@type='x-sanyu-state']")]
    assert states == ["draft", "draft", "edited", "draft"]
    assert [note.text for note in root.iter("note")] == [
        "en: ⚑ length: much shorter or longer than one would expect"
    ]
    assert exported("tmx") == exported("tmx")


def test_traditional_script_has_its_own_code() -> None:
    rows = [row(0, "雙方同意加強合作，發展經濟關係。", "Yes.", "Vâng.")]
    assert etree.fromstring(exported("tmx", rows)).find("header").get("srclang") == "zh-TW"


@given(CHINESE, VISIBLE)
@SLOW
def test_no_text_breaks_it_or_acts_on_a_terminal(zh: str, en: str) -> None:
    written = exported("tmx", [row(0, zh, en, "x")], (EN,)).decode()
    assert not UNSAFE.search(written)
    (edit,) = read_tmx(written.encode(), "a.tmx").edits
    assert (edit.source, edit.text) == (zh, en) and edit.mark is not None and edit.mark.is_of(zh)


@given(
    st.lists(st.tuples(CHINESE, VISIBLE, st.none() | AWKWARD, st.none() | AWKWARD, st.booleans()), max_size=4)
)
@SLOW
def test_a_memory_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, units: list[tuple[str, str, str | None, str | None, bool]]
) -> None:
    with memory(tmp_path_factory.mktemp("one")) as one, memory(tmp_path_factory.mktemp("two")) as two:
        for target in BOTH:
            one.take(
                unit_for(
                    Passage(zh, before, after), target, text, *(("reviewed", "transfer") if engine else ())
                )
                for zh, text, before, after, engine in units
            )
        for _ in range(2):
            for target in BOTH:
                data = "".join(memory_tmx(one.units(), target)).encode()
                plan = take(read_tmx(data, "m.tmx"), two) if units else None
                assert plan is None or not plan.faults
        assert sorted(map(repr, map(told, two.units()))) == sorted(map(repr, map(told, one.units())))


def test_entities_of_a_memory_come_back(home: Path, tmp_path: Path) -> None:
    from translate.row import Entity, EntityType

    entity = Entity("河内", 0, 2, EntityType.PLACE, "Hanoi", "Hà Nội")
    with memory(home) as one, memory(tmp_path) as two:
        one.edit(Passage("河内出口大米。", "", None, (entity,)), EN, "Hanoi exports rice.")
        take(read_tmx("".join(memory_tmx(one.units(), EN)).encode(), "m.tmx"), two)
        assert [*map(told, two.units())] == [*map(told, one.units())]
        assert "河" not in next(two.units()).abstract


def test_only_what_was_changed_in_an_exported_article_is_taken(home: Path) -> None:
    changed = exported("tmx", targets=(EN,)).decode().replace("The sides agree.", "Both sides agree.")
    with memory(home) as kept:
        plan = take(read_tmx(changed.encode(), "a.tmx"), kept)
        # The other one is what a person wrote before the export: the file may come from elsewhere.
        unit, other = kept.units()
        assert (unit.text, unit.state, unit.who) == ("Both sides agree.", "edited", "person")
        assert (unit.previous, unit.following) == ("大米出口增长", "今年出口630万吨。")
        assert (other.text, other.state, other.who) == ("Exports: 6.3 million tonnes.", "edited", "person")
        assert plan.unchanged == len(ROWS) - 2
        assert not take(read_tmx(changed.encode(), "a.tmx"), kept).taken


def test_an_older_file_brings_back_nothing_that_was_changed_or_taken_back_since(home: Path) -> None:
    data, passage = exported("tmx", targets=(EN,)), Passage(*(ROWS[n].segment.text for n in (2, 1, 3)))
    with memory(home) as kept:
        kept.edit(passage, EN, "Something newer.")
        assert not take(read_tmx(data, "a.tmx"), kept).taken
        kept.revert(passage, EN)
        plan = take(read_tmx(data, "a.tmx"), kept)
        assert not plan.taken and not plan.faults and kept.standing(passage, EN) is None


def test_a_file_of_another_program_brings_its_units(home: Path) -> None:
    data = foreign(
        (("zh", "双方<ph>\\b</ph>同意<hi>合作</hi>。"), ("en-US", "They <bpt i='1'>b</bpt>agree<ept i='1'>/b</ept>.")),
        (("ZH-tw", "經濟"), ("vi_VN", "kinh tế"), ("de", "Wirtschaft")),
        (("de", "nein"), ("fr", "non")),
    )  # fmt: skip
    for encoded in (data, data.decode().encode("utf-16"), b'<?xml version="1.0" encoding="GB18030"?>' + data.decode().encode("gb18030")):  # fmt: skip
        returned = read_tmx(encoded, "x.tmx")
        assert [(e.source, e.target, e.text) for e in returned.edits] == [
            ("双方同意合作。", EN, "They agree."), ("經濟", VI, "kinh tế"),
        ]  # fmt: skip
        assert "de and fr" in returned.remarks[0]
    with memory(home) as kept:
        take(returned, kept)
        standing = kept.standing(Passage("经济", "别的", ""), VI)
        assert standing is not None and standing.text == "kinh tế"
        other = foreign((("zh", "經濟"), ("vi", "nền kinh tế")))
        (fault,) = take(read_tmx(other, "y.tmx"), kept).faults
        assert fault.here == "kinh tế" and "--overwrite" in fault.mend
        assert not take(read_tmx(other, "y.tmx"), kept, overwrite=True).faults


def test_another_pair_of_languages_is_refused_by_name() -> None:
    with pytest.raises(EditsError, match=r"de and fr.*zh"):
        read_tmx(foreign((("de", "ja"), ("fr", "oui")), srclang="de"), "x.tmx")
    with pytest.raises(EditsError, match="en and ja"):
        read_tmx(foreign((("ja", "はい"), ("en", "yes"))), "x.tmx")


def test_entities_and_document_types_of_its_own_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = foreign((("zh", "&x;中"), ("en", "&x;y"))).decode()
    for declared in (
        f'<!ENTITY l0 "lol">{laughs}<!ENTITY x "&l9;">',
        f'<!ENTITY x SYSTEM "file://{secret}">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;',
        '<!ATTLIST tuv a CDATA "x">',
    ):
        data = f"<!DOCTYPE tmx [{declared}]>{body}"
        for encoding in ("utf-8", "utf-16"):
            with pytest.raises(EditsError, match="entities"):
                read_tmx(data.encode(encoding), "x.tmx")


def test_a_plain_document_type_is_passed_over_and_nothing_is_fetched() -> None:
    data = b'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:1/tmx14.dtd">' + foreign((("zh", "中"), ("en", "a")))
    assert len(read_tmx(data, "x.tmx").edits) == 1


@given(
    st.binary(max_size=60) | AWKWARD.map(lambda t: HEAD.format("zh").encode() + t.encode("utf-8", "replace"))
)
@SLOW
def test_whatever_it_is_there_is_one_sentence_about_it(data: bytes) -> None:
    with pytest.raises((EditsError, SourceError)) as caught:
        read_tmx(data, "x.tmx")
    assert str(caught.value).startswith("x.tmx: ")


def test_lies_about_names_and_makers_are_not_believed(home: Path) -> None:
    data = foreign((("zh", "中文"), ("en", "Chinese"))).decode()
    data = data.replace("<tu>", '<tu><prop type="x-sanyu-slots">[[0,99,"person","x"]]</prop>')
    data = data.replace(
        '"en">', '"en"><prop type="x-sanyu-engine">a\x7f b</prop><prop type="x-sanyu-state">?</prop>'
    )
    with memory(home) as kept:
        take(read_tmx(data.encode(), "x.tmx"), kept)
        (unit,) = kept.units()
        assert (unit.who, unit.state, unit.slots) == ("person", "edited", "[]")


def test_a_draft_that_lost_its_mark_is_still_no_edit() -> None:
    rows: list[Row] = [row(0, "中", Cell("middle", "transfer"), Cell("giữa", "person", state="edited"))]
    data = exported("tmx", rows).decode()
    stripped = data.replace(' tuid="', ' x="').encode()
    states = {edit.target: edit.state for edit in read_tmx(stripped, "x.tmx").edits}
    assert states == {EN: "draft", VI: "edited"}
