"""How texts and queries are cut into words for full-text search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache.search_words import Phrase, Words
from reader.cli.indexing import search_words

WORDS = search_words()
TEXT = st.text(st.sampled_from("越南外长長國访WTO630 -,。，ab ảệđĐſŒ①Ａ\u0301\u200b\ud800\0\n"), max_size=30)


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in WORDS.spans(text, WORDS.query(query))]


def test_marks_case_and_script_do_not_count() -> None:
    assert WORDS.fold("Đắk Lắk, ĐÀ NẴNG") == "dak lak, da nang"
    assert WORDS.fold("裴靑山訪問越南國會") == WORDS.fold("裴青山访问越南国会")
    assert WORDS.fold("ＷＴＯ") == "wto"
    assert WORDS.fold(unicodedata.normalize("NFD", "Chủ tịch")) == "chu tich"


def test_chinese_is_cut_into_pairs() -> None:
    assert WORDS.joined("越南外长WTO，630万吨") == " 越南 南外 外长 长 wto 630 万吨 吨 "
    assert WORDS.joined("") == WORDS.joined("，。") == " "


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("越", [Phrase(("越",), True)]),
        ("越南", [Phrase(("越南",))]),
        ("越南外长", [Phrase(("越南", "南外", "外长"))]),
        ("外長", [Phrase(("外长",))]),
        ("南WTO", [Phrase(("南", "wto"), True)]),
        ("viet nam", [Phrase(("viet",)), Phrase(("nam",), True)]),
        ("Export Hanoi ", [Phrase(("export",), True), Phrase(("hanoi",), True)]),
        ("“Đắk Lắk” rice", [Phrase(("dak", "lak")), Phrase(("rice",), True)]),
        ('"half open', [Phrase(("half", "open"))]),
        ('，。 -- ""', []),
    ],
)
def test_a_query_is_phrases(query: str, phrases: list[Phrase]) -> None:
    found = WORDS.query(query)
    assert list(found.phrases) == phrases and bool(found) is bool(phrases)


def test_several_phrases_are_also_sought_as_one() -> None:
    whole = WORDS.query("bộ ngoại giao").whole
    assert whole == Phrase(("bo", "ngoai", "giao"), True)
    assert WORDS.query("外长").whole is None


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("河內文廟——國子監", "国子", ["國子"]),
        ("Bộ Ngoại giao Việt Nam", "ngoai giao", ["Ngoại giao"]),
        ("thăm Đắk Lắk.", "lak", ["Lắk"]),
        ("exports of rice", "export", ["export"]),
        ("an ninh, anh ninh", '"an ninh"', ["an ninh"]),
        ("越南越南", "越南", ["越南越南"]),
        ("越过南方", "越南", []),
        ("6,3 triệu", "6,3", ["6,3"]),
        (unicodedata.normalize("NFD", "Huế ơi"), "hue", [unicodedata.normalize("NFD", "Huế")]),
        ("ＷＴＯ组织", "wto", ["ＷＴＯ"]),
    ],
)
def test_spans_are_offsets_in_the_text_as_it_stands(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


@given(TEXT, TEXT)
def test_spans_lie_apart_within_the_text(text: str, query: str) -> None:
    spans = WORDS.spans(text, WORDS.query(query))
    flat = [edge for span in spans for edge in span]
    assert flat == sorted(set(flat)) and all(0 <= edge <= len(text) for edge in flat)


@given(TEXT, TEXT)
def test_what_joined_words_contain_is_marked_and_nothing_else(text: str, query: str) -> None:
    for phrase in WORDS.query(query).phrases:
        one = WORDS.query(query).__class__((phrase,))
        assert bool(WORDS.spans(text, one)) is (phrase.needle in WORDS.joined(text))


@given(st.text(st.sampled_from("越南外长访问河内"), min_size=1, max_size=12), st.data())
def test_any_part_of_a_chinese_text_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert marked(text, text[start:end])


def test_the_fingerprint_names_the_shapes() -> None:
    assert Words({"國": "国"}).fingerprint != Words({}).fingerprint == Words().fingerprint
