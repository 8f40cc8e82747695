from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.article import Article, Block, Kind
from translate.segment import LONGEST, segments_of, sentences

news = st.text(
    st.sampled_from("越南部长访问说表示。！？；…，、：:.“”「」『』（）()《》[]\"' \n\u00a0A1"), max_size=300
)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稻谷成熟了。农民很高兴！收成好吗？好。", ["稻谷成熟了。", "农民很高兴！", "收成好吗？", "好。"]),
        ("产量增长3.5%。价格上涨。", ["产量增长3.5%。", "价格上涨。"]),
        ("他说:“市场很大。我们要努力。”会议结束。", ["他说:“市场很大。", "我们要努力。”", "会议结束。"]),
        ("“市场很大。”部长说。", ["“市场很大。”部长说。"]),
        (
            "两国建交（1950年。当时还在打仗）后合作密切。完。",
            ["两国建交（1950年。当时还在打仗）后合作密切。", "完。"],
        ),
        ("建交(1950-2026)。", ["建交(1950-2026)。"]),
        ("大米、咖啡……等产品出口。", ["大米、咖啡……等产品出口。"]),
        ("大米出口增加；咖啡出口减少。", ["大米出口增加；", "咖啡出口减少。"]),
        ("真的吗？！太好了。", ["真的吗？！", "太好了。"]),
        ("第一句.第二句.", ["第一句.", "第二句."]),
        ("网址是vnexample.vn，请看。", ["网址是vnexample.vn，请看。"]),
        ("   \n ", []),
        ("没有标点", ["没有标点"]),
        ("（没有关上。第二句。", ["（没有关上。", "第二句。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(news)
def test_sentences_hold_all_visible_text_in_order(text: str) -> None:
    spans = list(sentences(text))
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    inside = {i for start, end in spans for i in range(start, end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in inside)


@given(news)
def test_sentences_have_no_space_around_them(text: str) -> None:
    assert all(part == part.strip() and part for part in cut(text))


def test_segments_know_their_place_in_the_article() -> None:
    blocks = (Block(Kind.TITLE, "稻谷丰收", 0, ()), Block(Kind.BODY, " 天气好。  收成也好。", 1, ()))
    article = Article("a", "稻谷丰收", "", blocks)
    found = segments_of(article)
    assert [s.text for s in found] == ["稻谷丰收", "天气好。", "收成也好。"]
    assert [s.index for s in found] == [0, 1, 2]
    assert [s.paragraph for s in found] == [0, 1, 1]
    for segment in found:
        assert article.blocks[segment.block].text[segment.start : segment.end] == segment.text


def test_an_endless_sentence_is_cut_at_commas() -> None:
    text = "越南与各国合作，" * 1000
    parts = cut(text)
    assert "".join(parts) == text
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith("，") for part in parts)


@pytest.mark.parametrize(
    "text",
    ["（" * 2000 + "）" * 2000, "“" * 50_000, "。" * 100_000, "越" * 100_000, "“。" * 20_000, "…" * 50_000],
)
def test_odd_text_is_cut_in_linear_time(text: str) -> None:
    # With more than linear time this would not end.
    assert "".join(cut(text)) == text
