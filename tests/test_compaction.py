import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recognition import entities_of

from translate.entities.compaction import HAN, compact
from translate.row import EntityType

PIECES = [
    "越南", "外交部", "部长", "裴青山", "在", "2016", "年", "1759年9月24日", "约1,000万份", "2个进球", "APEC", "GMS-6", "32.8%",
    "增长", "，", "。", "第15届国会", "CPTPP", "签署", "COP26", "8月17日下午", "6800亿美元", "5G", "的", "阮文山", "和", "12次",
]  # fmt: skip
news = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
BORDER = re.compile(rf"(?<=[{HAN}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[{HAN}])")


@given(news, st.sampled_from([" ", "  ", "\u00a0", "\u2009"]))
@settings(deadline=None, max_examples=150)
def test_spaces_around_digits_and_latin_change_no_entity(text: str, space: str) -> None:
    spaced = BORDER.sub(space, text)
    plain, wide = entities_of(text)[0], entities_of(spaced)[0]
    assert [(e.type, e.en, e.vi, e.role, e.zh) for e in plain] == [
        (e.type, e.en, e.vi, e.role, compact(e.zh).text) for e in wide
    ]
    assert all(spaced[e.start : e.end] == e.zh == e.zh.strip() for e in wide)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("阵亡于 1759 年 9 月 24 日。", "1759 年 9 月 24 日", "September 24, 1759"),
        ("售出约 1,000 万份。", "约 1,000 万份", "about 10 million"),
        ("上升到 30 % 以上", "30 % 以上", "more than 30%"),
        ("在 2016 年 春季", "2016 年", "2016"),
        ("第 15 届国会通过", "第 15 届国会", "15th National Assembly"),
    ],
)
def test_what_typography_spaces_out_is_one_entity(text: str, zh: str, en: str) -> None:
    (entities,) = entities_of(text)
    assert (zh.removesuffix("份"), en) in [(e.zh, e.en) for e in entities]


def test_headlines_stay_apart() -> None:
    assert compact("越南 老挝").text == "越南 老挝"
    assert compact("5月\n17日").text == "5月\n17日"


@given(st.text(st.sampled_from("越8A %\u3000\n。"), max_size=40))
def test_each_character_knows_its_place(text: str) -> None:
    compacted = compact(text)
    offsets = compacted.offsets or tuple(range(len(text)))
    assert "".join(text[i] for i in offsets) == compacted.text
    assert "".join(text.split()) == "".join(compacted.text.split())


@pytest.mark.parametrize("unit", [" ", "越 ", "越 8", "8 "])
def test_endless_spaces_come_to_an_end(unit: str) -> None:
    # With more than linear time this would not.
    compact("越" + unit * (1_000_000 // len(unit)))


def test_a_person_in_spaced_text_is_known() -> None:
    (entities,) = entities_of("越南外交部部长裴青山 8 月 17 日出席 APEC 会议")
    assert [e.zh for e in entities if e.type is EntityType.PERSON] == ["裴青山"]
