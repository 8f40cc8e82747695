import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.script import Script, script_of, simplify, simplify_all

chinese = st.text(
    st.one_of(
        st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF),
        st.sampled_from("越南外交部長會見記者國家發展後裡麼乾隆靑峯爲⼈金。，0A “”"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("越南国会举行会议", Script.SIMPLIFIED),
        ("越南國會舉行會議", Script.TRADITIONAL),
        ("山水人日月", Script.BOTH),
        ("", Script.BOTH),
        ("Hanoi 2025", Script.BOTH),
    ],
)
def test_the_script_is_told_from_the_characters(text: str, script: Script) -> None:
    assert script_of(text) is script


def test_traditional_text_is_simplified() -> None:
    assert simplify("越南外交部長會見記者，強調發展關係") == "越南外交部长会见记者，强调发展关系"


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("裴靑山", "裴青山"),
        ("裴靑山部长说", "裴青山部长说"),
        ("阮峯", "阮峰"),
        ("甯静", "宁静"),
        ("⼈民⽇报", "人民日报"),
        ("金瓯", "金瓯"),
    ],
)
def test_variant_shapes_are_taken_for_the_usual_ones(text: str, usual: str) -> None:
    assert simplify(text) == usual


def test_simplified_text_stays_as_it_is() -> None:
    assert simplify("为什么幺妹说了算") == "为什么幺妹说了算"


@given(chinese)
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(chinese)
def test_simplifying_twice_changes_nothing_in_the_usual_shapes(text: str) -> None:
    once = simplify(text)
    assert len(simplify(once)) == len(once)
    assert simplify("靑" + once)[0] == "青"


@given(st.lists(chinese.filter(lambda text: "\n" not in text), max_size=8))
def test_many_texts_are_simplified_as_one_by_one(texts: list[str]) -> None:
    assert simplify_all(texts) == [simplify(text) for text in texts]
