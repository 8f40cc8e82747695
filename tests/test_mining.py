"""What articles teach, and ``sanyu glossary check``. The people and bodies are invented."""

import json
from pathlib import Path

import pytest
from cli_help import sanyu
from hypothesis import given, settings
from hypothesis import strategies as st
from recognition import entities_of, grows_linearly, recogniser, segments

from translate.row import EntityType, Row
from translate.script import simplify
from translate.terms.mining import Candidate, Reason, mine
from translate.terms.termbase import load_termbase

ORGANISATION, PERSON, PLACE = EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE


def mined(*texts: str) -> list[Candidate]:
    rows = [Row(s, e) for s, e in zip(segments(*texts), entities_of(*texts), strict=True)]
    termbase = load_termbase()
    return mine(rows, lambda zh: termbase.get(zh) is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柬埔寨外交大臣安布拉德(Anne Brad)访问河内。", ("安布拉德", "Anne Brad", "Anne Brad", PERSON)),
        ("罗伯特·库珀德尔（Robert Cooperdel）说。", ("罗伯特·库珀德尔", "Robert Cooperdel", "Robert Cooperdel", PERSON)),
        ("越南加入湄公水资源研究所(MWRI)以来", ("湄公水资源研究所", "MWRI", "MWRI", ORGANISATION)),
        ("同塔荷香基金会（DTF）举行会议。", ("同塔荷香基金会", "DTF", "DTF", ORGANISATION)),
        ("綠水投資銀行（Green Water Bank）", ("绿水投资银行", "Green Water Bank", "Green Water Bank", ORGANISATION)),
        ("位于北部的翠云乡石泉岛(Thạch Tuyền)", ("翠云乡石泉岛", "Thach Tuyen", "Thạch Tuyền", PLACE)),
        ("首届蓝色海洋论坛(BOF)开幕", ("首届蓝色海洋论坛", "BOF", "BOF", EntityType.EVENT)),
    ],
)  # fmt: skip
def test_latin_in_brackets_teaches(text: str, expected: tuple[str, str, str, EntityType]) -> None:
    (found,) = mined(text)
    assert (found.zh, found.en, found.vi, found.type) == expected
    assert (
        found.reason is Reason.LATIN
        and found.is_complete
        and "(" in simplify(text)[found.start : found.end].replace("（", "(")
    )


@pytest.mark.parametrize(
    "text",
    [
        "世界贸易组织(WTO)", "河内（Hanoi）", "国内生产总值(GDP)增长", "裴青山(Bui Thanh Son)", "他说（Yes）", "(ABC)",
        "会议（Meeting", "甲（乙）",
    ],
)  # fmt: skip
def test_what_is_known_or_no_name_teaches_nothing(text: str) -> None:
    assert mined(text) == []


def test_short_forms_are_rendered_as_what_they_are_short_for() -> None:
    (found,) = mined("越南国家油气集团（以下简称“油气集”）表示，油气集将扩大合作。")
    assert (found.zh, found.reason, found.long_form) == ("油气集", Reason.SHORT, "越南国家油气集团")
    assert found.en == "Petrovietnam" and found.is_complete
    entry = found.entry("a.txt")
    assert (entry.status, entry.note, entry.source) == (
        "mined",
        "Short for 越南国家油气集团",
        "mined from a.txt",
    )
    found_all = {c.zh: c for c in mined("湄公水资源研究所（MWRI），以下简称“湄水所”，成立。")}
    assert found_all["湄水所"].en == found_all["湄公水资源研究所"].en == "MWRI"
    (found,) = mined("越南蓝海航运股份公司（以下简称蓝海航）表示")
    assert (found.zh, found.type, found.is_complete) == ("蓝海航", ORGANISATION, False)


def test_what_a_speech_is_called() -> None:
    (found,) = mined("他发表题为《绿水与青山的未来》的讲话。")
    assert (found.zh, found.reason, found.is_complete) == ("绿水与青山的未来", Reason.TITLE, False)


@pytest.mark.parametrize("before", ["他发表题为", "他推荐"])
def test_a_title_is_taught_with_its_latin_form(before: str) -> None:
    (found,) = mined(f"{before}《绿水与青山的未来》（The Future of Water）的书。")
    assert (found.zh, found.en, found.reason) == ("绿水与青山的未来", "The Future of Water", Reason.TITLE)


def test_each_form_is_taught_once() -> None:
    texts = ["湄公水资源研究所(MWRI)成立。"] * 3
    assert len(mined(*texts)) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "（",
                "(",
                "）",
                ")",
                "以下简称",
                "“",
                "”",
                "WTO",
                "银行",
                "题为《",
                "》",
                "，",
                "越南",
                "的",
                " ",
                "罗伯特·",
            ]
        ),
        max_size=14,
    )
)
def test_offsets_lie_within_the_segment(parts: list[str]) -> None:
    text = "".join(parts)
    if text.strip():
        for found in mined(text):
            assert 0 <= found.start < found.end <= len(text) and found.zh and found.zh in text


@pytest.mark.parametrize("unit", ["（", "(A", "银行（W", "，以下简称", "题为《", "库", "(A "])
def test_adversarial_text_is_read_with_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        mine([Row(segment) for segment in segments(unit * size)], lambda zh: False)

    assert grows_linearly(work, 1_000)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article, and a recogniser that is loaded once for all tests."""

    class Shop:
        def __init__(self, **options: object) -> None:
            self.recogniser = recogniser()

    monkeypatch.setattr("reader.cli.glossary_check.Workshop", Shop)
    path = tmp_path / "article.txt"
    path.write_text(
        "越南外长裴青山8月17日在河内会见柬埔寨外交大臣安布拉德(Anne Brad)。河内很美。\n范文乙部长说：湄公水资源研究所（MWRI）成立。\n"
        "越南蓝海航运股份公司（以下简称“蓝海航”）表示。\n"
    )
    return path


def test_check_tells_terms_conflicts_unknown_names_and_candidates(article: Path) -> None:
    sanyu("glossary", "add", "裴青山", "--en", "Mr Son")
    (found,) = json.loads(sanyu("glossary", "check", article, "--json").out)
    assert found["article"] == str(article)
    assert {(t["zh"], t["count"]) for t in found["terms"]} >= {("河内", 2)}
    (conflict,) = found["conflicts"]
    assert conflict["zh"] == "裴青山" and conflict["yours"]["en"] == ["Mr Son"] != conflict["seed"]["en"]
    (unknown,) = [u for u in found["unknown"] if u["zh"] == "范文乙"]
    assert unknown["candidates"] == {"vietnamese": "Phạm Văn Ất", "pinyin": "Fan Wenyi"}
    assert [(c["zh"], c["en"]) for c in found["candidates"]] == [
        ("安布拉德", "Anne Brad"),
        ("湄公水资源研究所", "MWRI"),
        ("蓝海航", None),
    ]


def test_the_commands_printed_work_and_adopting_does_the_same(article: Path, home: Path) -> None:
    shown = sanyu("glossary", "check", article).out
    import shlex

    lines = [line.partition("  #")[0].strip() for line in shown.splitlines() if "glossary add" in line]
    assert len(lines) == 3 and "…" in lines[2]
    assert all(sanyu(*shlex.split(line)[1:]).code == 0 for line in lines[:2])
    added = json.loads(sanyu("glossary", "lookup", "安布拉德", "--json").out)[0]
    assert added["status"] == "user"
    sanyu("glossary", "undo"), sanyu("glossary", "undo")
    result = sanyu("glossary", "check", article, "--adopt")
    assert result.code == 0 and "安布拉德" in result.err and "undo" in result.err
    added = json.loads(sanyu("glossary", "lookup", "安布拉德", "--json").out)[0]
    assert added["status"] == "mined" and str(article) in added["source"] and added["en"] == ["Anne Brad"]
    assert "nothing to add" in sanyu("glossary", "check", article, "--adopt").err
    assert sanyu("glossary", "undo").code == 0 and not (home / "data" / "glossary.tsv").exists()


def test_checking_what_cannot_be_read(article: Path) -> None:
    result = sanyu("glossary", "check", "missing.txt", article)
    assert result.code == 1 and "missing.txt" in result.err and "河内" in result.out
    assert sanyu("glossary", "check").code == 2
