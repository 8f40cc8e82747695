import pytest
from test_quantities import longest


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("6.8级地震", "6.8-magnitude", "mạnh 6,8 độ"),
        ("里氏7.1级强震", "7.1-magnitude", "mạnh 7,1 độ"),
        ("震级为6.5级", "6.5", "6,5 độ"),
        ("12级大风", "force-12", "cấp 12"),
        ("风力达12级", "force 12", "cấp 12"),
        ("阵风14-15级", "force 14-15", "cấp 14-15"),
        ("航速15节", "15 knots", "15 hải lý/giờ"),
        ("时速120公里", "120 km per hour", "120 km/giờ"),
        ("时速可达350公里", "350 km per hour", "350 km/giờ"),
        ("收于1650.5点", "1,650.5 points", "1.650,5 điểm"),
        ("上涨5点", "5 points", "5 điểm"),
        ("39-40℃", "39-40 °C", "39-40 độ C"),
        ("1美元兑26000越盾", "26,000 VND per USD", "26.000 đồng đổi 1 USD"),
        ("每两突破", "per tael", "mỗi lượng"),
    ],
)
def test_strengths_speeds_and_points(text: str, en: str, vi: str) -> None:
    assert longest(text)[0][1:] == (en, vi)


@pytest.mark.parametrize("text", ["下午5点", "三点建议", "15节课", "6级考试", "5点钟", "2点30分"])
def test_other_levels_hours_and_festivals_are_left(text: str) -> None:
    words = ("points", "knots", "magnitude", "force")
    assert not [en for _, en, _ in longest(text) if any(word in en for word in words)]


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("50来个", "about 50", "khoảng 50"),
        ("30来岁", "about 30 years old", "khoảng 30 tuổi"),
        ("最多50人", "at most 50", "nhiều nhất 50"),
        ("不低于8%", "at least 8%", "không dưới 8%"),
        ("接近200亿美元", "nearly 20 billion USD", "gần 20 tỷ USD"),
        ("5 000吨", "5,000 tonnes", "5.000 tấn"),
        ("2 500 000人", "2,500,000", "2.500.000"),
        ("增长两倍", "200%", "200%"),
        ("增加了1.5倍", "150%", "150%"),
        ("18岁以上", "18 years old and over", "từ 18 tuổi trở lên"),
        ("16岁以下", "under 16 years old", "dưới 16 tuổi"),
        ("十万分之一", "1 in 100,000", "1/100.000"),
        ("5000万剂", "50 million doses", "50 triệu liều"),
        ("10万标准箱", "100,000 TEU", "100.000 TEU"),
        ("三点建议", "three", "ba"),
    ],
)
def test_amounts_say_what_they_say(text: str, en: str, vi: str) -> None:
    assert longest(text)[0][1:] == (en, vi)


@pytest.mark.parametrize("text", ["2050来华", "到3倍", "提高到3倍"])
def test_neither_about_nor_added(text: str) -> None:
    assert not [en for _, en, _ in longest(text) if "about" in en or "%" in en]
