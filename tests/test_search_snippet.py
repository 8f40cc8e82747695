"""The part of a text that is shown around what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.snippet import cells, snippet


def test_a_short_text_is_left_alone() -> None:
    assert snippet("越南 rice", [(0, 2)], 40) == ("越南 rice", [(0, 2)])


@pytest.mark.parametrize(
    ("text", "word", "room", "shown"),
    [
        ("The quick brown fox jumps over the lazy dog again and again", "fox", 24, "…brown fox jumps over…"),
        ("今年前八个月越南大米出口量达六百万吨同比增长", "出口", 15, "…米出口量达六…"),
        ("rice is exported all over the world by everyone", "rice", 16, "rice is…"),
        ("one two three four five six", "six", 12, "…five six"),
    ],
)
def test_words_are_kept_whole_around_what_was_found(text: str, word: str, room: int, shown: str) -> None:
    at = text.index(word)
    found, spans = snippet(text, [(at, at + len(word))], room)
    assert found == shown and [found[start:end] for start, end in spans] == [word]


@given(st.text(st.sampled_from("ab 越南，\u0301x"), max_size=60), st.data(), st.integers(4, 30))
def test_it_fits_and_its_spans_are_the_same_text(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 3)))
    shown, spans = snippet(text, [(start, end)], room)
    assert cells(shown) <= room
    assert all(shown[a:b] in text[start:end] for a, b in spans)
    if text[start:end].strip() and cells(text[start:end]) + 2 <= room:
        assert [shown[a:b].strip() for a, b in spans] == [text[start:end].strip()]
