import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.wrap import wrap

NO_START = "，。、；：？！）》」』】〕％"
NO_END = "（《「『【〔"
HAN = "越南农业部表示今年大米出口量河内会议"


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def check(text: str, width: int) -> None:
    """Nothing lost, nothing doubled, nothing wider than the width."""
    at = 0
    for start, end in wrap(text, width):
        assert at <= start <= end <= len(text)
        assert text[at:start].strip() == ""
        assert cell_len(text[start:end]) <= width
        at = end
    assert text[at:].strip() == ""


any_text = st.text(
    st.one_of(
        st.sampled_from(
            HAN + NO_START + NO_END + "“”‘’—…·,.:;()%- \u3000\u0301\u200d\ufe0f❤👩ａ１abcđếự0123456789"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


@given(any_text, st.integers(4, 40))
@settings(max_examples=300, deadline=None)
def test_no_character_is_lost_or_doubled_and_no_line_too_wide(text, width):
    check(text, width)


pieces = st.one_of(
    st.tuples(
        st.sampled_from(["", "（", "《", "“"]), st.sampled_from(HAN), st.sampled_from(["", "，", "。", "》"])
    ),
    st.tuples(st.sampled_from(HAN), st.sampled_from([",", ".", ":", ")", "”", "……", "——"])),
    st.tuples(
        st.sampled_from(["rice", "WTO", "32,8%", "2025-08-17", "17/8", "F-16", "Cần", "a"]),
        st.sampled_from(["", " ", "，"]),
    ),
).map("".join)


@given(st.lists(pieces, max_size=30).map("".join), st.integers(6, 30))
@settings(max_examples=300, deadline=None)
def test_punctuation_stays_where_it_belongs(text, width):
    check(text, width)
    spans = wrap(text, width)
    for start, _ in spans[1:]:
        assert text[start] not in NO_START, lines(text, width)
        if text[start] in ",.:)”…" and text[start - 1] in HAN:
            raise AssertionError(lines(text, width))
    for _, end in spans[:-1]:
        assert text[end - 1] not in NO_END + "“", lines(text, width)
        assert text[end - 1 : end + 1] not in ("——", "……")


@given(
    st.lists(
        st.sampled_from(["rice", "32,8%", "2025-08-17", "đồng", "10.000", "(a)"]), min_size=1, max_size=20
    ),
    st.integers(10, 40),
)
@settings(max_examples=100, deadline=None)
def test_words_and_numbers_stay_whole(words, width):
    for line in lines(" ".join(words), width):
        assert all(word in words for word in line.split())


def test_chinese_breaks_between_any_two_characters_even_after_a_space():
    assert lines("VNA 越南农业部表示", 10) == ["VNA 越南农", "业部表示"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("大米出口，增长", 8, ["大米出", "口，增长"]),
        ("稻米质量（提高）", 10, ["稻米质量", "（提高）"]),
        ("大米出口——增长", 9, ["大米出口", "——增长"]),
        ("在2025年8月17日开会", 8, ["在2025年", "8月17日", "开会"]),
        ("增长32.8%以上", 8, ["增长", "32.8%以", "上"]),
        ("crédit très élevé", 8, ["crédit", "très", "élevé"]),
        ("abcdefghij，k", 6, ["abcdef", "ghij，", "k"]),
        ("abcdef，k", 6, ["abcde", "f，k"]),
        ("e\u0301e\u0301e\u0301e\u0301e\u0301", 4, ["e\u0301" * 4, "e\u0301"]),
        ("a    ", 2, ["a"]),
        ("", 5, [""]),
        ("      ", 4, [""]),
    ],
)
def test_examples(text, width, expected):
    assert lines(text, width) == expected


def test_a_width_of_one_still_ends():
    assert lines("大米ab", 1) == ["大", "米", "a", "b"]


@pytest.mark.parametrize("text", ["越南农业部表示，大米出口", "word and word ", "a", "，", "( ", "a\u0301"])
def test_a_megabyte_is_wrapped_in_linear_time(text):
    large = text * (1_000_000 // len(text))
    wrap(large, 40)  # with more than linear time this would not end
