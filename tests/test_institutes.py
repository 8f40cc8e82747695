"""Institutes of country studies and joint commissions are named by rule where no entry holds the whole."""

import pytest
from recognition import renderings

from translate.row import EntityType


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("越南研究所", "Institute of Vietnamese Studies", "Viện Nghiên cứu Việt Nam"),
        ("美国研究院", "Institute of American Studies", "Viện Nghiên cứu Hoa Kỳ"),
        ("韩国研究中心", "Centre for Korean Studies", "Trung tâm Nghiên cứu Hàn Quốc"),
    ],
)
def test_an_institute_is_named_by_what_it_studies(zh: str, en: str, vi: str) -> None:
    assert renderings(f"他在{zh}工作。", EntityType.ORGANISATION) == [(zh, en, vi)]


def test_a_commission_is_named_by_its_countries_and_fields() -> None:
    ((zh, en, vi),) = renderings("越老经济、文化合作联合委员会开会。", EntityType.ORGANISATION)
    assert zh == "越老经济、文化合作联合委员会"
    assert en == "Vietnam–Laos Joint Commission on Economic and Cultural Cooperation"
    assert vi == "Ủy ban Hỗn hợp về hợp tác kinh tế và văn hóa Việt Nam - Lào"
