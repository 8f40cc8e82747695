import pytest
from recognition import grows_linearly
from test_quantities import longest

from translate.entities.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("四星级酒店", "four-star", "4 sao"),
        ("5星级", "five-star", "5 sao"),
        ("50公斤级", "50-kg", "hạng 50 kg"),
        ("20万吨级货轮", "200,000-tonne", "200.000 tấn"),
        ("五天四夜", "five days and four nights", "5 ngày 4 đêm"),
        ("1死2伤", "1 dead and 2 injured", "1 người chết và 2 người bị thương"),
        ("北纬17度", "17 degrees north latitude", "17 độ vĩ Bắc"),
        ("7×24小时", "24/7", "24/7"),
        ("半个多世纪", "more than half a century", "hơn nửa thế kỷ"),
        ("一个多小时", "more than one hour", "hơn một giờ"),
        ("一年多", "more than one year", "hơn một năm"),
        ("百分百", "100%", "100%"),
        ("30万桶/日", "300,000 barrels per day", "300.000 thùng/ngày"),
        ("零下10至零下5摄氏度", "minus 10 to minus 5 °C", "âm 10 đến âm 5 độ C"),
        ("最近30天", "30 days", "30 ngày"),
    ],
)
def test_grades_and_measures_of_the_news(text: str, en: str, vi: str) -> None:
    assert longest(text)[0][1:] == (en, vi)


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("1至9月", "from January to September", "từ tháng 1 đến tháng 9"),
        ("今年1-9月", "from January to September this year", "từ tháng 1 đến tháng 9 năm nay"),
        ("2025年1-9月", "from January to September 2025", "từ tháng 1 đến tháng 9/2025"),
        ("前9月", "first nine months", "9 tháng đầu năm"),
        ("本月15日", "the 15th of this month", "ngày 15 tháng này"),
        ("上个月3日至5日", "from the 3rd to the 5th of last month", "từ ngày 3 đến 5 tháng trước"),
    ],
)
def test_months_told_in_short(zh: str, en: str, vi: str) -> None:
    assert longest(zh) == [(zh, en, vi)]


@pytest.mark.parametrize("text", ["9-1月", "10-9月", "3比1月", "前9月2日"])
def test_what_only_looks_like_months(text: str) -> None:
    assert not [en for _, en, _ in longest(text) if en.startswith(("from", "first"))]


@pytest.mark.parametrize("unit", ["1死", "五天", "零下1至", "1-", "每日1", "四星", "1个多"])
def test_endless_grades_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        for entity in find_quantities(unit * (size // len(unit))):
            assert entity.end - entity.start < 300

    assert grows_linearly(work, 5_000)


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("一级劳动勋章", "first-class", "hạng Nhất"),
        ("1等、2等和3等独立勋章", "first-, second- and third-class", "hạng Nhất, Nhì và Ba"),
        (
            "3金2银1铜",
            "3 gold, 2 silver and 1 bronze medals",
            "3 huy chương Vàng, 2 huy chương Bạc và 1 huy chương Đồng",
        ),
        ("15枚金牌、8枚银牌", "15 gold and 8 silver medals", "15 huy chương Vàng và 8 huy chương Bạc"),
        ("东经109度线", "109 degrees east longitude", "109 độ kinh Đông"),
    ],
)
def test_orders_and_medals_of_the_news(text: str, en: str, vi: str) -> None:
    assert longest(text)[0][1:] == (en, vi)


@pytest.mark.parametrize("text", ["3金属", "一级市场", "二等公民"])
def test_what_only_looks_like_an_order(text: str) -> None:
    assert not [en for _, en, _ in longest(text) if "class" in en or "medal" in en]
