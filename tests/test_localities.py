"""Wards, streets and parks are named by a known place or person, else by reading, with a flag."""

import pytest
from recognition import entities_of, people

from translate.checks import flags_of
from translate.row import EntityType, Target


def localities(text: str) -> list[tuple[str, str, str, str]]:
    return [(e.zh, e.en, e.vi, e.source) for e in entities_of(text)[0] if e.type is EntityType.PLACE]


@pytest.mark.parametrize(
    ("text", "zh", "en", "vi", "source"),
    [
        ("嘉莱省波来古坊", "波来古坊", "Pleiku ward", "phường Pleiku", "rule"),
        ("林同省春香坊", "春香坊", "Xuan Huong ward", "phường Xuân Hương", "pinyin"),
        ("隆安省德和县", "德和县", "Duc Hoa district", "huyện Đức Hòa", "pinyin"),
        ("胡志明市第三郡", "第三郡", "District 3", "Quận 3", "rule"),
        ("河内市阮廌路", "阮廌路", "Nguyen Trai Street", "đường Nguyễn Trãi", "rule"),
        ("海阳省大安工业区", "大安工业区", "Dai An Industrial Park", "Khu công nghiệp Đại An", "pinyin"),
        (
            "太平省青云2号工业区",
            "青云2号工业区",
            "Thanh Van 2 Industrial Park",
            "Khu công nghiệp Thanh Vân 2",
            "pinyin",
        ),
    ],
)
def test_a_locality_that_no_entry_holds(text: str, zh: str, en: str, vi: str, source: str) -> None:
    assert (zh, en, vi, source) in localities(text)


@pytest.mark.parametrize(
    "text", ["河内市各坊乡的居民", "广宁省三个乡", "岘港市街头", "河内市路线", "云南省各县市"]
)
def test_what_is_no_locality(text: str) -> None:
    assert not [zh for zh, *_ in localities(text) if zh[-1] in "坊乡街路县"]


def test_a_locality_read_by_its_characters_is_flagged() -> None:
    text = "林同省春香坊"
    entities = entities_of(text)[0]
    draft = "Xuan Huong ward, Lam Dong province"
    assert "name" in flags_of(text, draft, entities, Target.EN)
    known = entities_of("胡志明市第三郡")[0]
    assert "name" not in flags_of("胡志明市第三郡", "District 3, Ho Chi Minh City", known, Target.EN)


@pytest.mark.parametrize(
    ("text", "zh", "name"),
    [
        ("阮德明、陈氏玉兰和潘文雄三人获奖。", "潘文雄", "Phan Văn Hùng"),
        ("出席的有阮文强、武氏香等。", "武氏香", "Vũ Thị Hương"),
        ("老兵翁氏金兰回忆道", "翁氏金兰", "Ông Thị Kim Lan"),
        ("局长阮重庆表示", "阮重庆", "Nguyễn Trọng Khánh"),
        ("越南大使范雄心", "范雄心", "Phạm Hùng Tâm"),
        ("董事长邓玉和，", "邓玉和", "Đặng Ngọc Hòa"),
        ("黎公顺：质量是关键", "黎公顺", "Lê Công Thuận"),
        ("高棉族艺人金氏合正在教孩子", "金氏合", "Kim Thị Hợp"),
        ("泰国专家颂汶（Somboon）说", "颂汶（Somboon）", "Somboon"),
        ("歌手伊蒙（Y Moan）", "伊蒙（Y Moan）", "Y Moan"),
    ],
)
def test_names_that_stand_without_a_title_or_hold_a_word(text: str, zh: str, name: str) -> None:
    assert people(text)[zh][:2] == (name, name)


@pytest.mark.parametrize("text", ["他赴美国访问。", "访美国期间", "驻韩国代表", "抵法国后"])
def test_a_country_is_whole_behind_a_word_for_going_there(text: str) -> None:
    assert localities(text)[0][0] in ("美国", "韩国", "法国")


@pytest.mark.parametrize("text", ["河内市春节花市。", "海防市夜间鱼市。", "胡志明市年货大街。"])
def test_a_market_is_no_town(text: str) -> None:
    assert [source for _, _, _, source in localities(text) if source == "pinyin"] == []


def test_a_place_that_begins_behind_a_province_is_whole() -> None:
    assert [zh for zh, *_ in localities("宁平省长安名胜群")] == ["宁平省", "长安名胜群"]
