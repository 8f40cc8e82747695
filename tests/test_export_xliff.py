"""XLIFF 1.2 and 2.1: what is written holds to the standards, and comes back as it was."""

from pathlib import Path

import pytest
from edits_help import AWKWARD, BOTH, CHINESE, EN, ROWS, VI, VISIBLE, exported, memory, row, take
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.edits.edit import EditsError
from reader.edits.xliff import read_xliff
from reader.export.formats import FORMATS
from reader.export.harmless import UNSAFE
from seeds.errors import SourceError
from translate.row import Target

ONE = "{urn:oasis:names:tc:xliff:document:1.2}"
TWO = "{urn:oasis:names:tc:xliff:document:2.0}"
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
KINDS = pytest.mark.parametrize("kind", ["xliff", "xliff2"])
SLOW = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def test_version_1_2_has_one_target_states_and_notes() -> None:
    root = etree.fromstring(exported("xliff", targets=(EN,)))
    assert root.tag == f"{ONE}xliff" and root.get("version") == "1.2"
    (file,) = root
    assert {"original", "source-language", "target-language", "datatype"} <= {*file.attrib}
    assert (file.get("source-language"), file.get("target-language")) == ("zh-CN", "en")
    assert names(file) == ["header", "body"]
    units = file.findall(f"{ONE}body/{ONE}trans-unit")
    assert [names(unit)[:2] for unit in units] == [["source", "target"]] * len(ROWS)
    targets = [unit[1] for unit in units]
    assert [target.get("state") for target in targets] == [
        "needs-review-translation", "needs-review-translation", "translated", "needs-review-translation",
    ]  # fmt: skip
    assert [t.get("state-qualifier") for t in targets] == [
        "mt-suggestion",
        "mt-suggestion",
        None,
        "mt-suggestion",
    ]
    assert [note.text for note in root.iter(f"{ONE}note")] == [
        "⚑ length: much shorter or longer than one would expect"
    ]
    vietnamese = etree.fromstring(exported("xliff", targets=(VI,)))
    last = vietnamese.findall(f".//{ONE}trans-unit")[-1]
    assert last.get("approved") == "yes" and last[1].get("state") == "final"


def test_version_2_1_has_states_notes_and_metadata() -> None:
    root = etree.fromstring(exported("xliff2", targets=(EN,)))
    assert root.tag == f"{TWO}xliff"
    assert [root.get(name) for name in ("version", "srcLang", "trgLang")] == ["2.1", "zh-CN", "en"]
    units = root.findall(f"{TWO}file/{TWO}unit")
    assert [names(unit) for unit in units] == [
        ["metadata", "segment"], ["metadata", "notes", "segment"], ["metadata", "segment"], ["metadata", "segment"],
    ]  # fmt: skip
    segments = [unit.find(f"{TWO}segment") for unit in units]
    assert [s.get("state") for s in segments] == ["initial", "initial", "translated", "initial"]
    assert [s.get("subState") for s in segments] == [
        f"sanyu:{s}" for s in ("draft", "draft", "edited", "draft")
    ]
    assert [meta.text for meta in units[1].iter(f"{MDA}meta")] == ["transfer", "draft", "length"]
    vietnamese = etree.fromstring(exported("xliff2", targets=(VI,)))
    assert vietnamese.findall(f".//{TWO}segment")[-1].get("state") == "reviewed"


@KINDS
def test_what_was_not_translated_has_no_text(kind: str) -> None:
    root = etree.fromstring(exported(kind, [row(0, "中", "", "x")], (EN,)))
    assert "".join(target.text or "" for target in root.iter("{*}target")) == ""
    assert not read_xliff(exported(kind, [row(0, "中", "", "x")], (EN,)), "x.xlf").edits


@KINDS
@given(zh=CHINESE, en=VISIBLE)
@SLOW
def test_no_text_breaks_it_or_acts_on_a_terminal(kind: str, zh: str, en: str) -> None:
    written = exported(kind, [row(0, zh, en, "x")], (EN,)).decode()
    assert not UNSAFE.search(written)
    (edit,) = read_xliff(written.encode(), "a.xlf").edits
    assert (edit.source, edit.text) == (zh, en) and edit.mark is not None and edit.mark.is_of(zh)


@KINDS
@given(
    texts=st.lists(
        st.tuples(CHINESE, VISIBLE), min_size=1, max_size=4, unique_by=lambda pair: " ".join(pair[0].split())
    )
)
@SLOW
def test_what_a_tool_translated_comes_into_the_memory_once(
    kind: str, texts: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = [row(number, zh, "draft", "nháp") for number, (zh, _) in enumerate(texts)]
    root = etree.fromstring(exported(kind, rows, (EN,)))
    mine = [row(number, zh, en, "") for number, (zh, en) in enumerate(texts)]
    filled = etree.fromstring(exported(kind, mine, (EN,)))
    for old, new in zip(root.iter("{*}target"), filled.iter("{*}target"), strict=True):
        new.set("state", "translated")
        new.attrib.pop("state-qualifier", None)
        old.getparent().replace(old, new)
    with memory(tmp_path_factory.mktemp("home")) as kept:
        returned = read_xliff(etree.tostring(root), "a.xlf")
        take(returned, kept)
        assert {(u.source, u.state) for u in kept.units()} == {(zh, "edited") for zh, _ in texts}
        again = take(returned, kept)
        assert not again.taken and not again.faults


@KINDS
def test_final_and_signed_off_are_reviewed_and_drafts_stay_drafts(kind: str, home: Path) -> None:
    data = exported(kind, targets=(EN,))
    with memory(home) as kept:
        take(read_xliff(data, "a.xlf"), kept)
        (edited,) = kept.units()
        assert (edited.text, edited.who) == (ROWS[2].cells[EN].text, "person")
        root = etree.fromstring(data)
        if kind == "xliff":
            next(root.iter(f"{ONE}target")).set("state", "signed-off")
        else:
            next(root.iter(f"{TWO}segment")).set("state", "final")
        take(read_xliff(etree.tostring(root), "a.xlf"), kept)
        _, unit = kept.units()
        assert (unit.text, unit.state, unit.who) == ("Rice exports grow", "reviewed", "transfer")


def test_a_tool_that_approves_an_edit_is_heard(home: Path) -> None:
    data = exported("xliff", targets=(EN,)).decode()
    with memory(home) as kept:
        take(read_xliff(data.encode(), "a.xlf"), kept)
        signed = data.replace('state="translated"', 'state="signed-off"')
        take(read_xliff(signed.encode(), "a.xlf"), kept)
        (unit,) = kept.units()
        assert (unit.state, unit.who) == ("reviewed", "person")
        assert not take(read_xliff(data.encode(), "a.xlf"), kept).taken


def test_another_programs_files_bring_what_people_translated(home: Path) -> None:
    data = (
        '<xliff version="1.2"><file source-language="zh-Hans" target-language="vi-VN" original="x" datatype="plaintext">'
        '<body><group><trans-unit id="1"><source>经<g id="1">济</g><x id="2"/></source><target state="translated">kinh tế'
        '</target><alt-trans><target>sai</target></alt-trans></trans-unit></group><trans-unit id="2"><source>大米</source>'
        '<target state="needs-review-translation" state-qualifier="mt-suggestion">gạo</target></trans-unit>'
        '<trans-unit id="3"><source>空</source><target/></trans-unit></body></file></xliff>'
    )
    with memory(home) as kept:
        take(read_xliff(data.encode(), "x.xlf"), kept)
        assert [(unit.source, unit.target, unit.text) for unit in kept.units()] == [("经济", "vi", "kinh tế")]


def test_segments_a_tool_cut_in_two_are_one_again() -> None:
    root = etree.fromstring(exported("xliff2", [row(0, "一。二。", "One. Two.", "x")], (EN,)))
    (segment,) = root.iter(f"{TWO}segment")
    unit = segment.getparent()
    unit.remove(segment)
    for zh, en in (("一。", "One. "), ("二。", "Two!")):
        part = etree.SubElement(unit, f"{TWO}segment", state="translated")
        etree.SubElement(part, f"{TWO}source").text = zh
        etree.SubElement(part, f"{TWO}target").text = en
    (edit,) = read_xliff(etree.tostring(root), "a.xlf").edits
    assert (edit.source, edit.text, edit.state) == ("一。二。", "One. Two!", "edited")


@pytest.mark.parametrize(("source", "target"), [("de", "en"), ("zh", "ja"), ("en", "zh")])
def test_another_pair_of_languages_is_refused_by_name(source: str, target: str) -> None:
    data = exported("xliff", targets=(EN,)).decode()
    data = data.replace('source-language="zh-CN"', f'source-language="{source}"')
    data = data.replace('target-language="en"', f'target-language="{target}"')
    with pytest.raises(EditsError, match=f"from {source} into {target}"):
        read_xliff(data.encode(), "x.xlf")


@KINDS
def test_entities_are_refused(kind: str) -> None:
    data = exported(kind, targets=(EN,)).decode().partition("\n")[2]
    with pytest.raises(EditsError, match="entities"):
        read_xliff(f'<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>{data}'.encode(), "x.xlf")


@given(
    st.binary(max_size=60)
    | AWKWARD.map(lambda text: f'<xliff version="1.2">{text}'.encode("utf-8", "replace"))
)
@SLOW
def test_whatever_it_is_there_is_one_sentence_about_it(data: bytes) -> None:
    with pytest.raises((EditsError, SourceError)) as caught:
        read_xliff(data, "x.xlf")
    assert str(caught.value).startswith("x.xlf: ")


def test_a_file_holds_one_target() -> None:
    for kind in ("xliff", "xliff2", "tmx"):
        assert FORMATS[kind].per_target and FORMATS[kind].parts_targets(None)
    shares: tuple[Target, ...] = BOTH
    assert b'target-language="vi"' not in exported("xliff", targets=shares)
