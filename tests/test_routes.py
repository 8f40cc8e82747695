"""Names of places joined by a dash are one name, whether the tables know them or not."""

import pytest
from recognition import entities_of, renderings

from translate.script import usual_shapes
from translate.terms.termbase import seed_entries


@pytest.mark.parametrize(
    ("text", "zh", "en", "vi"),
    [
        ("芹苴—金瓯高速公路已通车。", "芹苴—金瓯", "Can Tho–Ca Mau", "Cần Thơ - Cà Mau"),
        ("芹苴-金瓯高速公路已通车。", "芹苴-金瓯", "Can Tho–Ca Mau", "Cần Thơ - Cà Mau"),
        ("越南—老挝边界长2300公里。", "越南—老挝", "Vietnam–Laos", "Việt Nam - Lào"),
        ("河内—海防—下龙铁路", "河内—海防—下龙", "Hanoi–Hai Phong–Ha Long", "Hà Nội - Hải Phòng - Hạ Long"),
    ],
)
def test_known_places_with_something_between_them_are_one_name(text: str, zh: str, en: str, vi: str) -> None:
    (entity, *_) = entities_of(text)[0]
    assert (entity.zh, entity.en, entity.vi, entity.source) == (zh, en, vi, "rule")


@pytest.mark.parametrize(
    ("text", "zh", "en", "vi"),
    [
        ("2003年入选的柔芽—壮邦国家公园", "柔芽—壮邦", "Nhu Nha–Trang Bang", "Nhu Nha - Tráng Bang"),
        ("安沛—柔芽高速公路开工。", "安沛—柔芽", "Yen Bai–Nhu Nha", "Yên Bái - Nhu Nha"),
        ("安沛—柔芽—河内高速公路", "安沛—柔芽—河内", "Yen Bai–Nhu Nha–Hanoi", "Yên Bái - Nhu Nha - Hà Nội"),
    ],
)
def test_an_unknown_name_is_read_and_marked(text: str, zh: str, en: str, vi: str) -> None:
    (entity,) = [e for e in entities_of(text)[0] if "—" in e.zh]
    assert (entity.zh, entity.en, entity.vi, entity.source) == (zh, en, vi, "pinyin")


@pytest.mark.parametrize(
    "text",
    [
        "富国岛—越南的明珠",
        "新冠疫情—挑战与机遇",
        "大米—重要的粮食",
        "河内——越南首都",
        "1月—5月",
        "他去了—没有回来",
    ],
)
def test_a_dash_that_explains_joins_nothing(text: str) -> None:
    assert not [zh for zh, _, _ in renderings(text) if "—" in zh and not zh[0].isdigit()]


def test_a_table_s_name_matches_with_any_dash() -> None:
    for dash in "-–—":
        ((zh, en, _),) = renderings(f"三谷{dash}碧洞")
        assert (zh, en) == (f"三谷{dash}碧洞", "Tam Coc–Bich Dong")


def test_the_tables_have_the_dash_that_texts_are_read_with() -> None:
    assert [entry.zh for entry in seed_entries() if usual_shapes(entry.zh) != entry.zh] == []


@pytest.mark.parametrize(
    "name", ["让-皮埃尔·莫罗", "迪亚斯-卡内尔", "米格尔·迪亚斯-卡内尔", "弗兰克-瓦尔特·施泰因迈尔"]
)
def test_a_hyphen_within_a_foreign_name_joins_no_places(name: str) -> None:
    assert [zh for zh, _, _ in renderings(f"{name}主席") if "—" in zh or "-" in zh] == [name]
