import pytest
from recognition import entities_of


def names(text: str) -> list[tuple[str, str, str]]:
    """(zh, en, vi) of the events in a text."""
    return [(e.zh, e.en, e.vi) for e in entities_of(text)[0] if e.type.value == "event"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("台风“摩羯”造成损失。", [("台风“摩羯”", "Typhoon Yagi", "bão Yagi")]),
        ("“海鸥”台风造成损失。", [("“海鸥”台风", "Typhoon Kalmaegi", "bão Kalmaegi")]),
        ("超强台风“桦加沙”登陆。", [("超强台风“桦加沙”", "Super Typhoon Ragasa", "siêu bão Ragasa")]),
        ("热带风暴“韦帕”登陆。", [("热带风暴“韦帕”", "Tropical Storm Wipha", "bão nhiệt đới Wipha")]),
        (
            "第10号台风“博罗依”登陆。",
            [("第10号台风“博罗依”", "Typhoon No. 10 (Bualoi)", "bão số 10 (Bualoi)")],
        ),
        (
            "台风“海葵”过后,“海葵”带来降雨。",
            [("台风“海葵”", "Typhoon Haikui", "bão Haikui"), ("“海葵”", "Haikui", "Haikui")],
        ),
    ],
)
def test_a_storm_has_its_international_name(text: str, found: list[tuple[str, str, str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize("text", ["“蝴蝶”餐厅开业。", "她喜欢百合花。", "台风季节到来。"])
def test_flowers_and_butterflies_are_no_storms(text: str) -> None:
    assert names(text) == []
