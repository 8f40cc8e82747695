"""Bodies are named by rule from owner, field and kind, and missions from whom they are with."""

import pytest
from recognition import entities_of, grows_linearly, renderings

from translate.row import EntityType


@pytest.mark.parametrize(
    ("text", "zh", "en", "vi"),
    [
        ("越南水稻协会开会。", "越南水稻协会", "Vietnam Rice Association", "Hiệp hội Lúa nước Việt Nam"),
        (
            "河内市市场监管局表示",
            "河内市市场监管局",
            "Hanoi Market Surveillance Department",
            "Cục Quản lý thị trường thành phố Hà Nội",
        ),
        (
            "国家粮食安全指导委员会成立。",
            "国家粮食安全指导委员会",
            "National Steering Committee for Food Security",
            "Ban Chỉ đạo quốc gia về an ninh lương thực",
        ),
        (
            "中央预防和打击浪费指导委员会成立。",
            "中央预防和打击浪费指导委员会",
            "Central Steering Committee for Prevention and Control of Wastefulness",
            "Ban Chỉ đạo Trung ương về phòng, chống lãng phí",
        ),
        (
            "越德友好协会成立。",
            "越德友好协会",
            "Vietnam–Germany Friendship Association",
            "Hội Hữu nghị Việt Nam - Đức",
        ),
        (
            "太原省委检查委员会",
            "太原省委检查委员会",
            "Thai Nguyen provincial Party Committee's Inspection Commission",
            "Ủy ban Kiểm tra Tỉnh ủy Thái Nguyên",
        ),
        (
            "越南常驻东盟代表团",
            "越南常驻东盟代表团",
            "Permanent Mission of Vietnam to ASEAN",
            "Phái đoàn Thường trực Việt Nam tại ASEAN",
        ),
    ],
)
def test_a_body_that_no_entry_holds(text: str, zh: str, en: str, vi: str) -> None:
    assert (zh, en, vi) in renderings(text, EntityType.ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        "越南旅游公司纷纷降价。",
        "越南商业银行利率下降。",
        "越南邮局排起长队。",
        "国家指导委员会",
        "中国行业协会",
        "越南中心城市",
    ],
)
def test_what_is_any_of_its_kind_is_no_name(text: str) -> None:
    assert not [e for e in entities_of(text)[0] if e.type is EntityType.ORGANISATION and e.source == "rule"]


@pytest.mark.parametrize(
    "unit", ["越南农业", "国家", "省委组织部", "常驻联合国、", "河内市坊", "第1郡", "、和"]
)
def test_endless_bodies_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        entities_of(unit * (size // len(unit)))

    assert grows_linearly(work, 1_000)
