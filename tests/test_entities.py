from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recognition import entities_of, grows_linearly, recogniser, recogniser_with, renderings, segments

from translate.row import EntityType
from translate.script import converter
from translate.terms.termbase import TermEntry

PIECES = [
    "越南", "外交部", "部长", "裴青山", "阮文山", "中国", "驻", "胡志明市", "总领事", "会见", "表示", "8月17日下午", "第十五届国会",
    "6800亿美元", "、", "，", "。", "和", "夫妇", "(Prak Sokhonn)", "·", "希尔德", "会安", "机会安排", "两年多来", "GMS-6", "（右）", "的",
    "东盟", "峰会", "原", "常务", "副总理", "总书记", "苏林", "同志", "农民", "工人权益", "\n", " ", "“", "”",
]  # fmt: skip
news = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
# What of the English names is looked for in a text.
GREETING = TermEntry("稻香", ("scent of rice",), ("hương lúa",), EntityType.TERM, "user")


def places(text: str) -> list[str]:
    return [zh for zh, _, _ in renderings(text, EntityType.PLACE)]


@given(st.lists(news, max_size=4), st.booleans())
@settings(deadline=None, max_examples=150)
def test_entities_give_back_their_text_and_never_overlap(texts: list[str], traditional: bool) -> None:
    if traditional:
        texts = [converter("s2t")(text) for text in texts]
    for text, entities in zip(texts, entities_of(*texts), strict=True):
        assert all(text[e.start : e.end] == e.zh and e.start < e.end for e in entities)
        assert all(a.end <= b.start for a, b in pairwise(entities))
        assert all(e.en and e.vi for e in entities)


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=100)
def test_any_text_is_recognised(text: str) -> None:
    (entities,) = entities_of(text)
    assert all(text[e.start : e.end] == e.zh for e in entities)


@given(st.lists(news, max_size=4))
@settings(deadline=None, max_examples=60)
def test_a_new_entry_changes_no_segment_that_does_not_contain_it(texts: list[str]) -> None:
    found = recogniser().recognise(segments(*texts, "稻香飘来"))
    again = recogniser_with(GREETING).recognise(segments(*texts, "稻香飘来"))
    assert found[:-1] == again[:-1]
    assert [e.en for e in again[-1]] == ["scent of rice"]


def test_both_scripts_have_the_same_entities() -> None:
    text = "越南外交部部长裴青山8月17日下午在河内会见中国驻越南大使何炜。"
    (simplified,) = entities_of(text)
    (traditional,) = entities_of(converter("s2t")(text))
    assert [(e.start, e.end, e.en) for e in simplified] == [(e.start, e.end, e.en) for e in traditional]
    assert "外交部部長" in [e.zh for e in traditional] or any("部長" in e.zh for e in traditional)


def test_the_longest_entry_wins() -> None:
    assert [zh for zh, _, _ in renderings("越共中央政治局委员")] == ["越共中央政治局委员"]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("会议提供机会安排很多活动", "会安"),
        ("很多农民种植水稻", "多农"),
        ("双边和多边合作", "边和"),
        ("欢庆国庆和新年", "庆和"),
        ("从广义上讲", "广义"),
        ("狭义和广义", "广义"),
        ("中东部地区", "中东"),
        ("水平超越老挝", "越老"),
        ("保护工人权益", "人权"),
        ("将会长期坚持", "会长"),
        ("该市长期发展旅游", "市长"),
        ("外交部门负责人", "外交部"),
        ("英国王室成员", "国王"),
        ("大会安全结束", "会安"),
        ("国会安全工作", "会安"),
        ("使馆长期开放", "馆长"),
        ("河内市民很高兴", "河内市"),
    ],
)
def test_an_entry_inside_other_words_is_none(text: str, entry: str) -> None:
    assert entry not in [zh for zh, _, _ in renderings(text)]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("访问会安古城和会安市", "会安市"),
        ("游客与会安居民", "会安"),
        ("在庆和省", "庆和省"),
        ("庆和、林同等省市", "林同"),
        ("广义、富安两省", "广义"),
        ("河内市民很高兴", "河内"),
        ("中东地区", "中东"),
        ("该市市长发言", "市长"),
        ("协会会长发言", "会长"),
        ("外交部发言人", "外交部"),
        ("保障人权", "人权"),
    ],
)
def test_an_entry_of_its_own_is_found(text: str, entry: str) -> None:
    assert any(entry in zh for zh, _, _ in renderings(text))


def test_a_users_entry_goes_over_the_seed() -> None:
    mine = TermEntry("外交部", ("MFA",), ("BNG",), EntityType.ORGANISATION, "user")
    (entities,) = recogniser_with(mine).recognise(segments("外交部指出"))
    assert any("MFA" in e.en for e in entities)


def test_a_users_own_place_may_be_an_ordinary_word() -> None:
    mine = TermEntry("广义", ("Quảng Ngãi",), ("Quảng Ngãi",), EntityType.PLACE, "user")
    (entities,) = recogniser_with(mine).recognise(segments("他在广义工作"))
    assert [e.en for e in entities if e.zh == "广义"] == ["Quảng Ngãi"]


@pytest.mark.parametrize("unit", ["（", "（）", "阮", "9", "·", "外交部", "和", "每公斤2", "1/"])
def test_odd_segments_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        text = unit * (size // len(unit))
        (entities,) = entities_of(text)
        assert all(text[e.start : e.end] == e.zh for e in entities)

    assert grows_linearly(work, 1_000)


def test_nested_brackets_are_no_trouble() -> None:
    text = "（" * 1000 + "外交部" + "）" * 1000
    (entities,) = entities_of(text)
    assert [e.zh for e in entities] == ["外交部"]
